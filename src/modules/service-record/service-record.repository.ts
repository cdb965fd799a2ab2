import type { Member } from '../../access';
import { Conditions } from '../../platform/database/conditions';
import { statement } from '../../platform/database/statement';
import type { TenantScope, Transaction } from '../../platform/database/tenant-scope';
import type { Page } from '../../platform/graphql/connection';
import { type Batch, grouped, matched } from '../../platform/graphql/loaders';
import {
  type AgreementKey,
  lockedForWrites,
  type PointRow,
  type ProjectRow,
  type ZoneRow,
} from '../agreement';
import { reportMonths } from '../reporting';

/** A record without the rarely selected columns, which take as long to read as all the others. */
export interface ServiceRecordSummary extends AgreementKey {
  id: string;
  indicatorCode: string;
  zoneId: string | null;
  occurredOn: string;
  /** Decimal by measure code. */
  amounts: Record<string, string>;
  note: string | null;
  revision: number;
  voidedAt: Date | null;
  /** Given where it was loaded with the record. */
  zone?: ZoneRow | null;
}

export interface ServiceRecordRow extends ServiceRecordSummary {
  projectId: string | null;
  pointId: string | null;
  recordedAt: Date;
  /** Name of the recording member at the time of recording. */
  recordedBy: string;
  /** Who may correct the record. */
  recordedById: string;
  voidReason: string | null;
  /** Given where they were loaded with the record. */
  project?: ProjectRow | null;
  point?: PointRow | null;
}

const COLUMNS = `r.id, r.indicator_code as "indicatorCode", r.zone_id as "zoneId", r.occurred_on as "occurredOn",
  r.quantities as amounts, r.note, r.revision, r.voided_at as "voidedAt"`;
const DETAILS = `r.project_id as "projectId", r.point_id as "pointId", r.recorded_at as "recordedAt",
  r.recorded_by_name as "recordedBy", r.recorded_by as "recordedById", r.void_reason as "voidReason"`;

export const RECORD_COLUMNS = `${COLUMNS}, ${DETAILS}, r.organisation_id as "organisationId", r.agreement_id as "agreementId"`;

export interface RecordConditions {
  indicator: string | null;
  zoneId: string | null;
  pointId: string | null;
  projectId: string | null;
  from: string | null;
  to: string | null;
  recordedBy: string | null;
  voided: boolean | null;
  noteContains: string | null;
}

/** The conditions of a filter on the records `r`; `values` are the parameters before its own. */
export function recordConditions(filter: RecordConditions, values: unknown[] = []): Conditions {
  return new Conditions(values)
    .add('indicator', filter.indicator, (value) => `r.indicator_code = ${value}`)
    .add('zone', filter.zoneId, (value) => `r.zone_id = ${value}`)
    .add('point', filter.pointId, (value) => `r.point_id = ${value}`)
    .add('project', filter.projectId, (value) => `r.project_id = ${value}`)
    .add('from', filter.from, (value) => `r.occurred_on >= ${value}`)
    .add('to', filter.to, (value) => `r.occurred_on <= ${value}`)
    .add('mine', filter.recordedBy, (value) => `r.recorded_by = ${value}`)
    .add('voided', filter.voided, (value) => `(r.voided_at is not null) = ${value}::boolean`)
    .add('note', filter.noteContains, (value) => `strpos(lower(r.note), lower(${value})) > 0`);
}

function conditions({ organisationId, agreementId }: AgreementKey, filter: RecordConditions): Conditions {
  return recordConditions(filter, [organisationId, agreementId]);
}

const OF_AGREEMENT = 'r.organisation_id = $1 and r.agreement_id = $2';

/** The columns of a page of records, by the rows that they make. */
export interface RecordColumns<Row> {
  name: string;
  columns: string;
  /** Never set: it has the type of the rows. */
  row?: Row;
}

export const SUMMARY: RecordColumns<ServiceRecordSummary> = { name: 'record.page', columns: COLUMNS };
export const WITH_DETAILS: RecordColumns<ServiceRecordRow> = {
  name: 'record.page.whole',
  columns: `${COLUMNS}, ${DETAILS}`,
};

/** A page of an agreement's records, latest day first. */
export async function recordPage<Row extends ServiceRecordSummary>(
  member: Member,
  key: AgreementKey,
  filter: RecordConditions,
  page: Page,
  { name, columns }: RecordColumns<Row>,
): Promise<Row[]> {
  const where = conditions(key, filter).after(page.after, 'r.occurred_on, r.id', ['date', 'uuid'], '<');
  const limit = where.parameter(page.size + 1);
  const rows = await member.read(
    where.statement<Row>(
      name,
      `select ${columns} from core.service_record r
        where ${OF_AGREEMENT} and ${where.sql} order by r.occurred_on desc, r.id desc limit ${limit}`,
    ),
    where.values,
  );
  // Equal in all rows, so not selected.
  for (const row of rows) {
    row.organisationId = key.organisationId;
    row.agreementId = key.agreementId;
  }
  return rows;
}

export async function recordCount(
  member: Member,
  key: AgreementKey,
  filter: RecordConditions,
): Promise<number> {
  const where = conditions(key, filter);
  const rows = await member.read(
    where.statement<{ count: number }>(
      'record.count',
      `select count(*)::int as count from core.service_record r where ${OF_AGREEMENT} and ${where.sql}`,
    ),
    where.values,
  );
  return rows[0]?.count ?? 0;
}

const BY_IDS = statement<ServiceRecordRow>(
  'record.byIds',
  `select ${RECORD_COLUMNS} from core.service_record r where r.id = any ($1::uuid[])`,
);

/** One record within the scope, or null. */
export const recordById: Batch<TenantScope, string, ServiceRecordRow | null> = {
  name: BY_IDS.name,
  keyOf: (id) => id,
  fetch: async (scope, ids) => matched(ids, await scope.read(BY_IDS, [ids]), (row) => row.id),
};

// The agreements are locked first, as the one who amends one does: it moves records into other terms.
const FOR_UPDATE = statement<ServiceRecordRow>(
  'record.lock',
  `with agreement as materialized (
     ${lockedForWrites('array(select k.agreement_id from core.service_record k where k.organisation_id = $1 and k.id = any ($2::uuid[]))')}
   )
   select ${RECORD_COLUMNS} from agreement a
     join core.service_record r on r.organisation_id = a.organisation_id and r.agreement_id = a.id
    where r.organisation_id = $1 and r.id = any ($2::uuid[]) order by r.id for update of r`,
);

/** Row-locks records of this operator, and before them their agreements, until the transaction ends; those within the scope. */
export async function readRecordsForUpdate(
  transaction: Transaction,
  operatorId: string,
  ids: readonly string[],
): Promise<ServiceRecordRow[]> {
  return transaction.query(FOR_UPDATE, [operatorId, ids]);
}

// Records are added, revised and voided, never removed: these numbers rise with each of these.
const STATE = statement<{ records: string; months: unknown }>(
  'record.state',
  `select (select concat_ws(' ', count(*), sum(r.revision), count(r.voided_at)) from core.service_record r
            where r.organisation_id = $1 and r.agreement_id = $2) as records,
          (select json_agg(json_build_array(m.month, m.state, m.closes_after) order by m.month) from ${reportMonths('m')}
            where m.organisation_id = $1 and m.agreement_id = $2) as months`,
);

/** Of all records and months of an agreement: equal where nothing has changed. */
export async function recordsState(
  transaction: Transaction,
  { organisationId, agreementId }: AgreementKey,
): Promise<unknown> {
  return transaction.query(STATE, [organisationId, agreementId]);
}

/** A version of a record before a correction. */
export interface VersionRow {
  recordId: string;
  revision: number;
  indicatorCode: string;
  amounts: Record<string, string>;
  occurredOn: string;
  note: string | null;
  revisedAt: Date;
  /** Name of its author. */
  revisedBy: string;
  reason: string | null;
}

const VERSIONS = statement<VersionRow>(
  'record.versions',
  `select v.id as "recordId", v.revision, v.indicator_code as "indicatorCode", v.quantities as amounts,
          v.occurred_on as "occurredOn", v.note, v.revised_at as "revisedAt", v.revised_by_name as "revisedBy",
          v.revision_reason as reason
     from unnest($1::uuid[], $2::uuid[]) k(organisation_id, id)
     join core.service_record_version v using (organisation_id, id) order by v.id, v.revision desc`,
);

/** The earlier versions of records, latest first. */
export const versionsOfRecord: Batch<TenantScope, ServiceRecordSummary, VersionRow[]> = {
  name: VERSIONS.name,
  keyOf: (record) => record.id,
  fetch: async (scope, records) => {
    const ids = records.map(({ id }) => id);
    const operators = records.map(({ organisationId }) => organisationId);
    const rows = await scope.read(VERSIONS, [operators, ids]);
    return grouped(ids, rows, (row) => row.recordId);
  },
};

/** What a record was at a revision that is over. */
export type RecordVersion = Pick<VersionRow, 'amounts' | 'occurredOn' | 'note'>;

const AT_REVISION = statement<RecordVersion & { id: string }>(
  'record.atRevision',
  `select v.id, v.quantities as amounts, v.occurred_on as "occurredOn", v.note
     from json_to_recordset($2::json) as g(id uuid, revision int)
     join core.service_record_version v on v.organisation_id = $1 and v.id = g.id and v.revision = g.revision`,
);

/** Earlier versions of records of this operator, by their ids; without those whose revision is the present one. */
export async function versionsAt(
  transaction: Transaction,
  operatorId: string,
  asked: readonly { id: string; revision: number }[],
): Promise<Map<string, RecordVersion>> {
  if (asked.length === 0) return new Map();
  const rows = await transaction.query(AT_REVISION, [operatorId, JSON.stringify(asked)]);
  return new Map(rows.map(({ id, ...version }) => [id, version]));
}
