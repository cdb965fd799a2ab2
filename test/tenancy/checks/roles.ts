import { DATABASE_ROLES } from '../../../src/platform/database/roles';
import { difference, findings } from './findings';
import type { ClientBase } from 'pg';

/** The login of the server and its roles: attributes, memberships and ownership. */
export async function rolesAreHarmless(client: ClientBase, login: string): Promise<string[]> {
  const roles = [login, ...DATABASE_ROLES];
  const attributes = await findings(
    client,
    `select r.rolname || ' ' || a.what as finding from pg_roles r cross join lateral (values
        (r.rolsuper, 'is superuser'), (r.rolbypassrls, 'bypasses row-level security'),
        (r.rolcreaterole, 'makes roles'), (r.rolcreatedb, 'makes databases'), (r.rolreplication, 'replicates'),
        (r.rolinherit, 'inherits'), (r.rolcanlogin <> (r.rolname = $2), 'logs in where it should not, or not where it should')
      ) a(so, what) where r.rolname = any ($1) and a.so`,
    [roles, login],
  );
  const memberships = await findings(
    client,
    `select m.member::regrole || ' may become ' || m.roleid::regrole
            || case when m.admin_option then ' and make others so' else '' end as finding
       from pg_auth_members m where m.member::regrole::text = any ($1)`,
    [roles],
  );
  const wanted = DATABASE_ROLES.map((role) => `${login} may become ${role}`);
  const owned = await findings(
    client,
    `select distinct pg_get_userbyid(d.refobjid) || ' owns '
            || pg_describe_object(d.classid, d.objid, 0) as finding
       from pg_shdepend d
      where d.refclassid = 'pg_authid'::regclass and d.deptype = 'o' and pg_get_userbyid(d.refobjid) = any ($1)
        and d.dbid in (0, (select oid from pg_database where datname = current_database()))`,
    [roles],
  );
  const making = await findings(
    client,
    `select r.rolname || ' makes things in ' || p.place as finding
       from pg_roles r cross join lateral (
         select 'schema ' || n.nspname from pg_namespace n
          where has_schema_privilege(r.oid, n.oid, 'create')
         union all
         select 'the database' where has_database_privilege(r.oid, current_database(), 'create')
       ) p(place) where r.rolname = any ($1)`,
    [roles],
  );
  return [...attributes, ...difference(wanted, memberships), ...owned, ...making];
}
