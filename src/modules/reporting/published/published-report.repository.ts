import { statement } from '../../../platform/database/statement';
import type { TenantScope, Transaction } from '../../../platform/database/tenant-scope';
import type { Page } from '../../../platform/graphql/connection';
import { Conditions } from '../../../platform/database/conditions';
import { type Batch, matched } from '../../../platform/graphql/loaders';
import { type AgreementKey, agreements, countOfAgreement } from '../../agreement';
import type { ReportKind } from './published-report.enums';

export interface PublishedReportRow extends AgreementKey {
  id: string;
  number: number;
  kind: ReportKind;
  title: string;
  from: string;
  to: string;
  publishedAt: Date;
  publishedById: string;
  supersedesId: string | null;
  supersededById: string | null;
}

const COLUMNS = `r.id, r.organisation_id as "organisationId", r.agreement_id as "agreementId", r.number, r.kind, r.title,
  r.from_day as "from", r.to_day as "to", r.published_at as "publishedAt", r.published_by as "publishedById",
  r.supersedes as "supersedesId",
  (select n.id from core.published_report n where n.organisation_id = r.organisation_id
      and n.agreement_id = r.agreement_id and n.supersedes = r.id) as "supersededById"`;

const BY_IDS = statement<PublishedReportRow>(
  'publishedReport.byIds',
  `select ${COLUMNS} from core.published_report r where r.id = any ($1::uuid[])`,
);

/** One report within the scope, or null. */
export const publishedReportById: Batch<TenantScope, string, PublishedReportRow | null> = {
  name: BY_IDS.name,
  keyOf: (id) => id,
  fetch: async (scope, ids) => matched(ids, await scope.read(BY_IDS, [ids]), (row) => row.id),
};

/** A page of the reports of each agreement, the latest first: a row an agreement. */
export function reportsOfAgreement(page: Page): Batch<TenantScope, AgreementKey, PublishedReportRow[]> {
  const where = new Conditions([page.size + 1]).after(page.after, 'r.number', ['int'], '<');
  const operators = where.parameter(null);
  const ids = where.parameter(null);
  const sql = where.statement<{ reports: PublishedReportRow[] }>(
    'publishedReport.ofAgreement',
    `select (select coalesce(json_agg(p), '[]') from (
               select ${COLUMNS} from core.published_report r
                where r.organisation_id = k.organisation_id and r.agreement_id = k.id and ${where.sql}
                order by r.number desc limit $1) p) as reports
       from unnest(${operators}::uuid[], ${ids}::uuid[]) with ordinality k(organisation_id, id, place) order by k.place`,
  );
  return {
    name: `${sql.name} ${JSON.stringify(page)}`,
    keyOf: ({ agreementId }) => agreementId,
    fetch: async (scope, keys) => {
      const columns = [
        keys.map(({ organisationId }) => organisationId),
        keys.map(({ agreementId }) => agreementId),
      ];
      const rows = await scope.read(sql, [...where.values.slice(0, -2), ...columns]);
      return rows.map(({ reports }) => reports);
    },
  };
}

export const reportCountOfAgreement = countOfAgreement('publishedReport.count', 'core.published_report');

const INSERT = statement<{ number: number }>(
  'publishedReport.insert',
  `insert into core.published_report (organisation_id, agreement_id, station_id, purchaser_id, district_code, id, number,
          kind, title, from_day, to_day, published_at, published_by, published_member, supersedes)
   select a.organisation_id, a.id, a.station_id, a.purchaser_id, a.district_code, $3,
          (select count(*) + 1 from core.published_report r where r.organisation_id = $1 and r.agreement_id = $2),
          $4, $5, $6, $7, $8, $9, $10, $11
     from ${agreements('a')} where a.organisation_id = $1 and a.id = $2 returning number`,
);

interface NewReport {
  id: string;
  kind: ReportKind;
  title: string;
  from: string;
  to: string;
  at: Date;
  /** The organisation, and its member. */
  by: string;
  memberId: string;
  supersedesId: string | null;
}

/** Publishes under the next number, once the agreement is locked; returns the number. */
export async function insertReport(
  transaction: Transaction,
  { organisationId, agreementId }: AgreementKey,
  { id, kind, title, from, to, at, by, memberId, supersedesId }: NewReport,
): Promise<number> {
  const content = [id, kind, title, from, to, at, by, memberId, supersedesId];
  const [row] = await transaction.query(INSERT, [organisationId, agreementId, ...content]);
  if (!row) throw new Error('a locked agreement is gone');
  return row.number;
}
