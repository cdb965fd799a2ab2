import { type Member, type OrganisationKind, organisations } from '../../access';
import { PINYIN } from '../../platform/database/collations';
import { Conditions } from '../../platform/database/conditions';
import { selectList, type Shape } from '../../platform/database/shape';
import { statement } from '../../platform/database/statement';
import type { TenantScope } from '../../platform/database/tenant-scope';
import type { Page } from '../../platform/graphql/connection';
import { type Batch, matched } from '../../platform/graphql/loaders';

export interface OrganisationRow {
  id: string;
  kind: OrganisationKind;
  name: string;
  shortName: string | null;
  districtCode: string | null;
  /** An administrator has joined, whether or not there still is one. */
  isAdministered: boolean;
}

const ORGANISATION: Shape<OrganisationRow> = {
  id: 'id',
  kind: 'kind',
  name: 'name',
  shortName: 'short_name',
  districtCode: 'district_code',
  isAdministered: 'administered',
};
const COLUMNS = selectList(ORGANISATION, 'o');
const BY_IDS = statement<OrganisationRow>(
  'organisation.byIds',
  `select ${COLUMNS} from ${organisations('o')} where id = any ($1::uuid[])`,
);

/** One organisation of the directory, or null. */
export const organisationById: Batch<TenantScope, string, OrganisationRow | null> = {
  name: 'organisation.byId',
  keyOf: (id) => id,
  fetch: async (scope, ids) => matched(ids, await scope.read(BY_IDS, [ids]), (row) => row.id),
};

export async function organisationPage(
  member: Member,
  kind: OrganisationKind | null,
  page: Page,
): Promise<OrganisationRow[]> {
  const where = new Conditions([page.size + 1])
    .add('kind', kind, (value) => `kind = ${value}`)
    .after(page.after, `name ${PINYIN}, id`, ['text', 'uuid']);
  return member.read(
    where.statement(
      'organisation.page',
      `select ${COLUMNS} from ${organisations('o')} where ${where.sql} order by name ${PINYIN}, id limit $1`,
    ),
    where.values,
  );
}

export async function organisationCount(member: Member, kind: OrganisationKind | null): Promise<number> {
  const where = new Conditions().add('kind', kind, (value) => `kind = ${value}`);
  const rows = await member.read(
    where.statement<{ count: number }>(
      'organisation.count',
      `select count(*)::int as count from ${organisations('o')} where ${where.sql}`,
    ),
    where.values,
  );
  return rows[0]?.count ?? 0;
}
