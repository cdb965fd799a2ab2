import type { QueryRunner } from 'typeorm';

/** The roles of the server, one per kind of viewer (src/platform/database/roles.ts creates them). */
export type ViewerRole =
  | 'app_operator'
  | 'app_purchaser'
  | 'app_supervisor'
  | 'app_city'
  | 'app_mentoring'
  | 'app_assessor';

/** All viewers but the platform, in the syntax of GRANT and CREATE POLICY. */
export const VIEWER_ROLES =
  'app_operator, app_purchaser, app_supervisor, app_city, app_mentoring, app_assessor';

export const SIGNED_IN_ROLES = `${VIEWER_ROLES}, app_platform`;

/** Privileges by role, in the syntax of GRANT: `select, insert, update (name)`. */
export type Grants = Partial<Record<ViewerRole, string>>;

/** Purchaser and bureaus. */
export const READ_BY_CONTRACTING = {
  app_purchaser: 'select',
  app_supervisor: 'select',
  app_city: 'select',
} as const satisfies Grants;

export const READ_BY_ALL = {
  app_operator: 'select',
  ...READ_BY_CONTRACTING,
  app_mentoring: 'select',
  app_assessor: 'select',
} as const satisfies Grants;

export const WITHIN_STATIONS =
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

/** Enables row-level security and forces it on the owner too. */
export async function enableRowLevelSecurity(runner: QueryRunner, table: string): Promise<void> {
  await runner.query(`alter table ${table} enable row level security`);
  await runner.query(`alter table ${table} force row level security`);
}

/**
 * Row-level security of a table with scope columns: enabled and forced, one policy per role, and the grants.
 * `agreementColumn` replaces agreement_id in the assessor's policy on core.agreement itself.
 */
export async function createTenantPolicies(
  runner: QueryRunner,
  table: string,
  grants: Grants,
  agreementColumn = 'agreement_id',
): Promise<void> {
  await enableRowLevelSecurity(runner, table);
  for (const [role, privileges] of Object.entries(grants) as [ViewerRole, string][]) {
    const predicate = PREDICATE[role].replace('agreement_id', agreementColumn);
    await runner.query(
      `create policy ${role} on ${table} for all to ${role} using (${predicate}) with check (${predicate})`,
    );
    await runner.query(`grant ${privileges} on ${table} to ${role}`);
  }
}

/** Rollups and history are derived from other rows by triggers: the operator cannot write them directly. */
export async function restrictToTriggers(
  runner: QueryRunner,
  table: string,
  commands: readonly ('insert' | 'update')[],
): Promise<void> {
  for (const command of commands) {
    const clause = command === 'insert' ? 'with check' : 'using';
    await runner.query(`
      create policy ${command}_by_trigger on ${table} as restrictive for ${command} to app_operator
      ${clause} (pg_catalog.pg_trigger_depth() > 0)`);
  }
}
