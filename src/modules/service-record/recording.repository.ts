import { members } from '../../access';
import { statement } from '../../platform/database/statement';
import type { Transaction } from '../../platform/database/tenant-scope';
import { type AgreementKey, idempotencyKeys, type Structure } from '../agreement';
import type { Location } from '../completion';
import { RECORD_COLUMNS, type ServiceRecordRow } from './service-record.repository';
import type { RecordContent, ValidRecord } from './service-record.rules';

/** The type under which idempotency keys of corrections and voids are stored. */
export const RECORD_THING = 'ServiceRecord';

// Sorted by key, so that concurrent retries of one call wait for each other instead of deadlocking.
const RECORD = statement<InsertedRow>(
  'record.insert',
  `insert into core.service_record as r (organisation_id, agreement_id, station_id, purchaser_id, district_code,
          id, revision, term_id, indicator_code, project_id, zone_id, point_id, occurred_on, quantities, note,
          idempotency_key, recorded_at, recorded_by, recorded_by_name, revised_at, revised_by, revised_by_name)
   select $1, $2, $3, $4, $5, t.id, 1, t."termId", t.indicator, t."projectId", t."zoneId", t."pointId",
          t."occurredOn", t.quantities, t.note, t."idempotencyKey", $7, $8, m.display_name, $7, $8, m.display_name
     from json_to_recordset($6::json) as t(id uuid, "termId" uuid, indicator text, "projectId" uuid, "zoneId" uuid,
            "pointId" uuid, "occurredOn" date, quantities jsonb, note text, "idempotencyKey" text)
     join ${members('m')} on m.organisation_id = $1 and m.id = $8
    order by t."idempotencyKey", t.id
   on conflict (organisation_id, agreement_id, idempotency_key) do nothing
   returning ${RECORD_COLUMNS}, exists (
     select from ${idempotencyKeys('k')} where k.organisation_id = $1 and k.acting_organisation_id = $1
        and k.thing = '${RECORD_THING}' and k.key = r.idempotency_key and k.agreement_id = $2) as "isKeyTaken"`,
);

/** A stored record, and whether its key belongs to a correction or void. */
type InsertedRow = ServiceRecordRow & { isKeyTaken: boolean };

/** Inserts records under the given ids; skips those whose key is stored already. */
export async function insertRecords(
  transaction: Transaction,
  structure: Structure,
  records: readonly (ValidRecord & { id: string })[],
  recordedBy: string,
  at: Date,
): Promise<InsertedRow[]> {
  const { organisationId, agreementId, stationId, purchaserId, districtCode } = structure;
  return transaction.query(RECORD, [
    organisationId,
    agreementId,
    stationId,
    purchaserId,
    districtCode,
    JSON.stringify(records),
    at,
    recordedBy,
  ]);
}

const BY_KEYS = statement<ServiceRecordRow & { idempotencyKey: string; first: RecordContent }>(
  'record.byKeys',
  `select ${RECORD_COLUMNS}, r.idempotency_key as "idempotencyKey",
          json_build_object('indicator', r.indicator_code, 'occurredOn', f.occurred_on, 'projectId', f.project_id,
            'zoneId', f.zone_id, 'pointId', f.point_id, 'quantities', f.quantities, 'note', f.note) as first
     from core.service_record r
     left join core.service_record_version v on v.organisation_id = r.organisation_id and v.id = r.id and v.revision = 1
    cross join lateral (
      select v.occurred_on, v.project_id, v.zone_id, v.point_id, v.quantities, v.note where r.revision > 1
      union all
      select r.occurred_on, r.project_id, r.zone_id, r.point_id, r.quantities, r.note where r.revision = 1) f
    where r.organisation_id = $1 and r.agreement_id = $2 and r.idempotency_key = any ($3::text[])`,
);

/** The current record, and the content first sent with its key. */
export interface KeyedRecord {
  row: ServiceRecordRow;
  first: RecordContent;
}

/** The records of an agreement with these keys, by key. */
export async function recordsByKeys(
  transaction: Transaction,
  { organisationId, agreementId }: AgreementKey,
  keys: readonly (string | null)[],
): Promise<Map<string | null, KeyedRecord>> {
  if (keys.length === 0) return new Map();
  const rows = await transaction.query(BY_KEYS, [organisationId, agreementId, keys]);
  return new Map(rows.map(({ idempotencyKey, first, ...row }) => [idempotencyKey, { row, first }]));
}

const WITH_KEYS = statement<{ agreementId: string; key: string }>(
  'record.withKeys',
  `select r.agreement_id as "agreementId", r.idempotency_key as key
     from unnest($2::uuid[], $3::text[]) g(agreement_id, key)
     join core.service_record r on r.organisation_id = $1 and r.agreement_id = g.agreement_id
      and r.idempotency_key = g.key`,
);

/** Which of these keys, each of an agreement, records were stored with. */
export async function keysOfRecords(
  transaction: Transaction,
  operatorId: string,
  given: readonly { agreementId: string; key: string | null }[],
): Promise<{ agreementId: string; key: string }[]> {
  if (given.length === 0) return [];
  const agreementIds = given.map(({ agreementId }) => agreementId);
  return transaction.query(WITH_KEYS, [operatorId, agreementIds, given.map(({ key }) => key)]);
}

const CORRECT = statement<ServiceRecordRow>(
  'record.correct',
  `update core.service_record r
      set revision = r.revision + 1, term_id = c."termId", occurred_on = c."occurredOn", project_id = c."projectId",
          zone_id = c."zoneId", point_id = c."pointId", quantities = c.quantities, note = c.note, revised_at = $3,
          revised_by = $4, revised_by_name = m.display_name, revision_reason = c.reason
     from json_to_recordset($2::json) as c(id uuid, "termId" uuid, "occurredOn" date, "projectId" uuid, "zoneId" uuid,
            "pointId" uuid, quantities jsonb, note text, reason text)
    cross join ${members('m')}
    where r.organisation_id = $1 and r.id = c.id and m.organisation_id = $1 and m.id = $4
   returning ${RECORD_COLUMNS}`,
);

export interface Correction extends Location {
  /** Of the record. */
  id: string;
  termId: string;
  occurredOn: string;
  quantities: Record<string, string>;
  note: string | null;
  reason: string;
}

/** Writes a new version of each record; a trigger keeps the previous ones. */
export async function updateRecords(
  transaction: Transaction,
  operatorId: string,
  corrections: readonly Correction[],
  by: string,
  at: Date,
): Promise<ServiceRecordRow[]> {
  return transaction.query(CORRECT, [operatorId, JSON.stringify(corrections), at, by]);
}

const VOID = statement<ServiceRecordRow>(
  'record.void',
  `update core.service_record r
      set voided_at = $3, voided_by = $4, voided_by_name = m.display_name, void_reason = $5
     from ${members('m')}
    where r.organisation_id = $1 and r.id = any ($2::uuid[]) and m.organisation_id = $1 and m.id = $4
   returning ${RECORD_COLUMNS}`,
);

export async function voidRecords(
  transaction: Transaction,
  operatorId: string,
  ids: readonly string[],
  reason: string,
  by: string,
  at: Date,
): Promise<ServiceRecordRow[]> {
  return transaction.query(VOID, [operatorId, ids, at, by, reason]);
}

/** The key of the agreement that a record belongs to. */
export function agreementOf({ organisationId, agreementId }: ServiceRecordRow): AgreementKey {
  return { organisationId, agreementId };
}
