import type { Member } from '../../access';
import { Conditions } from '../../platform/database/conditions';
import { statement } from '../../platform/database/statement';
import type { TenantScope, Transaction } from '../../platform/database/tenant-scope';
import type { Page } from '../../platform/graphql/connection';
import { type Batch, grouped, matched } from '../../platform/graphql/loaders';
import type { AgreementKey, PointRow, ProjectRow, ZoneRow } from '../agreement';
import type { ServiceRecordType, ServiceRecordVersionType } from './service-record.type';

/** A record; with its project, zone and point if they were loaded with it. */
export type ServiceRecordRow = ServiceRecordType & {
  project?: ProjectRow | null;
  zone?: ZoneRow | null;
  point?: PointRow | null;
};

const COLUMNS = `r.id, r.indicator_code as "indicatorCode", r.zone_id as "zoneId", r.occurred_on as "occurredOn",
  r.quantities as amounts, r.note, r.revision, r.voided_at as "voidedAt"`;
const OTHER_COLUMNS = `r.project_id as "projectId", r.point_id as "pointId", r.recorded_at as "recordedAt",
  r.recorded_by_name as "recordedBy", r.recorded_by as "recordedById", r.void_reason as "voidReason"`;

export const RECORD_COLUMNS = `${COLUMNS}, ${OTHER_COLUMNS}, r.organisation_id as "organisationId", r.agreement_id as "agreementId"`;

export interface RecordConditions {
  indicator: string | null;
  zoneId: string | null;
  pointId: string | null;
  projectId: string | null;
  from: string | null;
  to: string | null;
}

function conditions(key: AgreementKey, filter: RecordConditions): Conditions {
  return new Conditions([key.organisationId, key.agreementId])
    .add('indicator', filter.indicator, (value) => `r.indicator_code = ${value}`)
    .add('zone', filter.zoneId, (value) => `r.zone_id = ${value}`)
    .add('point', filter.pointId, (value) => `r.point_id = ${value}`)
    .add('project', filter.projectId, (value) => `r.project_id = ${value}`)
    .add('from', filter.from, (value) => `r.occurred_on >= ${value}`)
    .add('to', filter.to, (value) => `r.occurred_on <= ${value}`);
}

const OF_AGREEMENT = 'r.organisation_id = $1 and r.agreement_id = $2';

/**
 * A page of an agreement's records, latest day first. `withDetails` also reads the rarely selected columns, which take
 * as long as all the others.
 */
export async function recordPage(
  member: Member,
  key: AgreementKey,
  filter: RecordConditions,
  page: Page,
  withDetails: boolean,
): Promise<ServiceRecordRow[]> {
  const where = conditions(key, filter).after(page.after, 'r.occurred_on, r.id', ['date', 'uuid'], '<');
  const limit = where.parameter(page.size + 1);
  const rows = await member.read(
    where.statement<ServiceRecordRow>(
      withDetails ? 'record.page.whole' : 'record.page',
      `select ${withDetails ? `${COLUMNS}, ${OTHER_COLUMNS}` : COLUMNS} from core.service_record r
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

const FOR_UPDATE = statement<ServiceRecordRow>(
  'record.held',
  `select ${RECORD_COLUMNS} from core.service_record r where r.organisation_id = $1 and r.id = $2 for update`,
);

/** Row-locks a record of this operator until the transaction ends; null outside the scope. */
export async function readRecordForUpdate(
  transaction: Transaction,
  operatorId: string,
  id: string,
): Promise<ServiceRecordRow | null> {
  const [row] = await transaction.query(FOR_UPDATE, [operatorId, id]);
  return row ?? null;
}

type VersionRow = ServiceRecordVersionType & { recordId: string };

const VERSIONS = statement<VersionRow>(
  'record.versions',
  `select v.id as "recordId", v.revision, v.indicator_code as "indicatorCode", v.quantities as amounts,
          v.occurred_on as "occurredOn", v.note, v.revised_at as "revisedAt", v.revised_by_name as "revisedBy",
          v.revision_reason as reason
     from unnest($1::uuid[], $2::uuid[]) k(organisation_id, id)
     join core.service_record_version v using (organisation_id, id) order by v.id, v.revision desc`,
);

/** The earlier versions of records, latest first. */
export const versionsOfRecord: Batch<TenantScope, ServiceRecordRow, VersionRow[]> = {
  name: VERSIONS.name,
  keyOf: (record) => record.id,
  fetch: async (scope, records) => {
    const ids = records.map(({ id }) => id);
    const operators = records.map(({ organisationId }) => organisationId);
    const rows = await scope.read(VERSIONS, [operators, ids]);
    return grouped(ids, rows, (row) => row.recordId);
  },
};
