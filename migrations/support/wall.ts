import type { QueryRunner } from 'typeorm';

/** The group roles of the server, one per kind of viewer (src/platform/database/roles.ts creates them). */
export type ViewerRole =
  | 'app_operator'
  | 'app_purchaser'
  | 'app_supervisor'
  | 'app_city'
  | 'app_mentoring'
  | 'app_assessor';

const WITHIN_STATIONS =
  '((select scope.every_station()) or station_id = any ((select scope.station_ids())::uuid[]))';

/**
 * The rows of a table with scope columns that a role sees: one plain, indexable comparison each. Settings are wrapped in
 * a sub-select so that they are evaluated once per statement, not per row.
 */
const PREDICATE: Record<ViewerRole, string> = {
  app_operator: `organisation_id = (select scope.organisation_id()) and ${WITHIN_STATIONS}`,
  app_purchaser: `purchaser_id = (select scope.organisation_id()) and ${WITHIN_STATIONS}`,
  app_supervisor: `district_code = (select scope.district_code()) and ${WITHIN_STATIONS}`,
  app_city: `(select scope.whole_city()) and ${WITHIN_STATIONS}`,
  app_mentoring: `(select scope.whole_city()) and ${WITHIN_STATIONS}`,
  app_assessor: `agreement_id = any ((select scope.agreement_ids())::uuid[]) and ${WITHIN_STATIONS}`,
};

/** Privileges by role, in the syntax of GRANT: `select, insert, update (name)`. */
export type Grants = Partial<Record<ViewerRole, string>>;

/** Enables row-level security and forces it on the owner too. */
export async function enableRowSecurity(runner: QueryRunner, table: string): Promise<void> {
  await runner.query(`alter table ${table} enable row level security`);
  await runner.query(`alter table ${table} force row level security`);
}

/**
 * Protects a tenant table with row-level security: enabled and forced, one policy per role, and the grants. `keyColumn`
 * replaces agreement_id in the assessor's predicate on core.agreement itself.
 */
export async function wall(
  runner: QueryRunner,
  table: string,
  grants: Grants,
  keyColumn = 'agreement_id',
): Promise<void> {
  await enableRowSecurity(runner, table);
  for (const [role, privileges] of Object.entries(grants) as [ViewerRole, string][]) {
    const predicate = PREDICATE[role].replace('agreement_id', keyColumn);
    await runner.query(
      `create policy ${role} on ${table} for all to ${role} using (${predicate}) with check (${predicate})`,
    );
    await runner.query(`grant ${privileges} on ${table} to ${role}`);
  }
}

/** The columns that policies read, and the foreign key to the agreement that ensures a row has its tenant. */
export const SCOPE_COLUMNS = `
  organisation_id uuid not null,
  agreement_id    uuid not null,
  station_id      uuid not null,
  purchaser_id    uuid not null,
  district_code   text not null`;

export const SCOPE_KEY = `
  foreign key (organisation_id, agreement_id, station_id, purchaser_id, district_code)
    references core.agreement (organisation_id, id, station_id, purchaser_id, district_code)`;
