import type { ClientBase } from 'pg';

/**
 * The group roles that the server's login may take, one connection pool each. A role sees what its policies show it;
 * the login itself owns nothing, inherits nothing and sees nothing.
 */
export const DATABASE_ROLES = [
  'app_operator',
  'app_purchaser',
  'app_supervisor',
  'app_city',
  'app_mentoring',
  'app_assessor',
  'app_platform',
  'app_auth',
  'app_enrolment',
  'app_audit',
  'app_outbox',
] as const;

export type DatabaseRole = (typeof DATABASE_ROLES)[number];

/**
 * Creates the group roles and lets `login` take them. Idempotent, and safe beside a concurrent start:
 * roles belong to the whole cluster, so this is a bootstrap and never a migration.
 */
export async function ensureRoles(client: ClientBase, login: string): Promise<void> {
  for (const role of DATABASE_ROLES) {
    await client.query(`do $$ begin
      if not exists (select from pg_catalog.pg_roles where rolname = '${role}') then
        create role ${role} nologin noinherit nosuperuser nobypassrls nocreatedb nocreaterole;
      end if;
    exception when duplicate_object or unique_violation then null; end $$`);
  }
  const missing = await client.query<{ role: string }>(
    `select r.rolname as role from pg_catalog.pg_roles r
     where r.rolname = any ($1) and not exists (
       select from pg_catalog.pg_auth_members m join pg_catalog.pg_roles l on l.oid = m.member
       where m.roleid = r.oid and l.rolname = $2)`,
    [[...DATABASE_ROLES], login],
  );
  for (const { role } of missing.rows) {
    await client.query(`grant ${role} to ${client.escapeIdentifier(login)}`);
  }
}
