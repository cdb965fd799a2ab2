import { type Statement, statement } from '../../platform/database/statement';
import type { TenantScope } from '../../platform/database/tenant-scope';
import { type Batch, grouped, matched } from '../../platform/graphql/loaders';
import type { PointType, ProjectType, TermType, ZoneType } from './agreement.type';

export type TermRow = TermType;
export type ProjectRow = ProjectType;
export type ZoneRow = ZoneType;
export type PointRow = PointType;

/** Whose parts are wanted: the operator leads every key, so that the index is entered by it. */
export interface AgreementKey {
  organisationId: string;
  agreementId: string;
}

interface Part extends AgreementKey {
  id: string;
}

const KEY_COLUMNS = 'p.id, p.organisation_id as "organisationId", p.agreement_id as "agreementId", p.name';

function ofAgreement<Row extends Part>(
  table: string,
  columns: string,
): Batch<TenantScope, AgreementKey, Row[]> {
  const sql = statement(
    `${table}.ofAgreement`,
    `select ${KEY_COLUMNS}${columns} from unnest($1::uuid[], $2::uuid[]) k(organisation_id, agreement_id)
       join core.${table} p using (organisation_id, agreement_id) order by p.agreement_id, p.position`,
  );
  return {
    name: sql.name,
    keyOf: (key) => key.agreementId,
    fetch: async (scope, keys) => {
      const ids = keys.map(({ agreementId }) => agreementId);
      const rows = await scope.read<Row>(sql, [keys.map(({ organisationId }) => organisationId), ids]);
      return grouped(ids, rows, (row) => row.agreementId);
    },
  };
}

function byId<Row extends Part>(table: string, columns: string): Batch<TenantScope, string, Row | null> {
  const sql: Statement = statement(
    `${table}.byIds`,
    `select ${KEY_COLUMNS}${columns} from core.${table} p where p.id = any ($1::uuid[])`,
  );
  return {
    name: sql.name,
    keyOf: (id) => id,
    fetch: async (scope, ids) => matched(ids, await scope.read<Row>(sql, [ids]), (row) => row.id),
  };
}

const TERM = ', p.starts_on as "startsOn", p.ends_on as "endsOn"';
const PROJECT = ', p.kind, p.domain';
const POINT = ', p.zone_id as "zoneId"';

/** The parts of agreements, in their order. */
export const termsOfAgreement = ofAgreement<TermRow>('term', TERM);
export const projectsOfAgreement = ofAgreement<ProjectRow>('project', PROJECT);
export const zonesOfAgreement = ofAgreement<ZoneRow>('zone', '');
export const pointsOfAgreement = ofAgreement<PointRow>('point', POINT);

/** One part within the scope, or null. */
export const termById = byId<TermRow>('term', TERM);
export const projectById = byId<ProjectRow>('project', PROJECT);
export const zoneById = byId<ZoneRow>('zone', '');
export const pointById = byId<PointRow>('point', POINT);
