import type { ClientBase } from 'pg';
import { StartError } from '../start-error';
import { DATABASE_ROLES, type DatabaseRole } from './roles';

interface Finding {
  current: string;
  unsafe: string | null;
  owner: string | null;
}

/**
 * Refuses to go on when the login, or any role it could take, may pass by row-level security: as superuser, with
 * BYPASSRLS, as a member of a predefined role that reads or writes all data, or as the owner of anything of ours.
 */
export async function refuseUnsafeLogin(client: ClientBase, role: DatabaseRole): Promise<void> {
  const { rows } = await client.query<Finding>(
    `with reachable as (
       select r.oid, r.rolname, r.rolsuper, r.rolbypassrls from pg_catalog.pg_roles r
       where pg_catalog.pg_has_role(session_user, r.oid, 'member') or r.rolname = session_user
     )
     select current_user as current,
       (select min(rolname) from reachable where rolsuper or rolbypassrls
          or rolname in ('pg_read_all_data', 'pg_write_all_data', 'pg_execute_server_program',
                         'pg_read_server_files', 'pg_write_server_files')) as unsafe,
       (select min(n.nspname || '.' || c.relname) from pg_catalog.pg_class c
          join pg_catalog.pg_namespace n on n.oid = c.relnamespace
          where n.nspname in ('core', 'auth', 'scope') and c.relowner in (select oid from reachable)) as owner`,
  );
  const finding = rows[0];
  if (finding?.current !== role) {
    throw new StartError(
      `DATABASE_URL: the login must be able to take the role ${role} (is "options" set in the URL? has "npm run migrate" made the roles?)`,
    );
  }
  if (finding.unsafe) {
    throw new StartError(
      `DATABASE_URL: the login is or may become "${finding.unsafe}", which passes by row-level security; use a login that is member of ${DATABASE_ROLES.join(', ')} only`,
    );
  }
  if (finding.owner) {
    throw new StartError(
      `DATABASE_URL: the login owns ${finding.owner}; the owner belongs in DATABASE_OWNER_URL, for "npm run migrate" alone`,
    );
  }
}
