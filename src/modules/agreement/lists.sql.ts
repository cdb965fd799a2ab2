import { Conditions } from '../../platform/database/conditions';
import { statement } from '../../platform/database/statement';
import type { TenantScope } from '../../platform/database/tenant-scope';
import type { Page, SortKeyType } from '../../platform/graphql/connection';
import { type Batch, grouped, matched } from '../../platform/graphql/loaders';
import type { AgreementKey } from './read.sql';

/** Rows that an agreement has many of, in a table of the module that calls: under the alias `s`, latest first. */
interface ListOfAgreement {
  /** Of the statement. */
  name: string;
  table: string;
  columns: string;
  /** Columns of the sort key, and the types of its values. */
  sort: readonly (readonly [string, SortKeyType])[];
}

/** Batch: a page of such rows of each agreement, in one statement. */
export function pageOfAgreement<Row extends AgreementKey>(
  { name, table, columns, sort }: ListOfAgreement,
  page: Page,
): Batch<TenantScope, AgreementKey, Row[]> {
  const [keys, types] = [sort.map(([column]) => column), sort.map(([, type]) => type)];
  const where = new Conditions([page.size + 1]).after(page.after, keys.join(', '), types, '<');
  const [operators, agreementIds] = [where.parameter(null), where.parameter(null)];
  const sql = where.statement<Row>(
    name,
    `select s.* from unnest(${operators}::uuid[], ${agreementIds}::uuid[]) k(organisation_id, agreement_id)
      cross join lateral (
        select ${columns} from ${table} s
         where s.organisation_id = k.organisation_id and s.agreement_id = k.agreement_id and ${where.sql}
         order by ${keys.map((key) => `${key} desc`).join(', ')} limit $1) s`,
  );
  return {
    name: `${sql.name} ${JSON.stringify(page)}`,
    keyOf: ({ agreementId }) => agreementId,
    fetch: async (scope, of) => {
      const ids = of.map(({ agreementId }) => agreementId);
      const values = [...where.values.slice(0, -2), of.map(({ organisationId }) => organisationId), ids];
      return grouped(ids, await scope.read(sql, values), ({ agreementId }) => agreementId);
    },
  };
}

/** Batch: how many rows of a table each agreement has. */
export function countOfAgreement(name: string, table: string): Batch<TenantScope, AgreementKey, number> {
  const sql = statement<{ agreementId: string; count: number }>(
    name,
    `select s.agreement_id as "agreementId", count(*)::int as count
       from unnest($1::uuid[], $2::uuid[]) k(organisation_id, agreement_id)
       join ${table} s using (organisation_id, agreement_id) group by 1`,
  );
  return {
    name,
    keyOf: ({ agreementId }) => agreementId,
    fetch: async (scope, of) => {
      const ids = of.map(({ agreementId }) => agreementId);
      const rows = await scope.read(sql, [of.map(({ organisationId }) => organisationId), ids]);
      return matched(ids, rows, ({ agreementId }) => agreementId).map((row) => row?.count ?? 0);
    },
  };
}
