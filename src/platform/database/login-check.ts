import type { ClientBase } from 'pg';
import { StartError } from '../start-error';
import { DATABASE_ROLES, type DatabaseRole } from './roles';

interface LoginRights {
  unsafe: string | null;
  owner: string | null;
  /** The database, and the roles from which its owner has to revoke TEMPORARY; null where the login lacks it. */
  temporary: string | null;
}

/** Fails when the connection is not in the role that its pool is for. */
export async function assertRoleIsTaken(client: ClientBase, role: DatabaseRole): Promise<void> {
  const { rows } = await client.query<{ current: string }>('select current_user as current');
  if (rows[0]?.current === role) return;
  throw new StartError(
    `DATABASE_URL: the login must be able to take the role ${role} (is "options" set in the URL? has "npm run migrate" made the roles?)`,
  );
}

/**
 * Fails when the login, or any role it could take, may bypass row-level security: as superuser, with
 * BYPASSRLS, as a member of a predefined role that reads or writes all data, by copying the whole database or making
 * itself a member of other roles, or as the owner of any object here; or when it may create temporary tables, whose
 * triggers run inside our statements.
 */
export async function assertLoginCannotBypassRls(client: ClientBase): Promise<void> {
  const { rows } = await client.query<LoginRights>(
    `with reachable as (
       select r.oid, r.rolname,
         case when r.rolsuper or r.rolbypassrls
                or r.rolname in ('pg_read_all_data', 'pg_write_all_data', 'pg_execute_server_program',
                                 'pg_read_server_files', 'pg_write_server_files')
                then 'passes by row-level security'
              when r.rolreplication then 'may copy the whole database (REPLICATION)'
              when r.rolcreaterole then 'may make itself a member of others (CREATEROLE)' end as danger
       from pg_catalog.pg_roles r
       where pg_catalog.pg_has_role(session_user, r.oid, 'member') or r.rolname = session_user
     ), here as (
       select oid from pg_catalog.pg_database where datname = pg_catalog.current_database()
     )
     select
       (select pg_catalog.format('%I from %s', d.datname,
                 pg_catalog.string_agg(case x.grantee when 0 then 'public' else pg_catalog.quote_ident(r.rolname) end, ', '))
          from pg_catalog.pg_database d
         cross join lateral pg_catalog.aclexplode(coalesce(d.datacl, pg_catalog.acldefault('d', d.datdba))) x
          left join reachable r on r.oid = x.grantee
         where d.datname = pg_catalog.current_database() and x.privilege_type = 'TEMPORARY'
           and (x.grantee = 0 or r.oid is not null) group by d.datname) as temporary,
       (select min(pg_catalog.format('"%s", which %s', rolname, danger)) from reachable where danger is not null) as unsafe,
       (select min(pg_catalog.pg_describe_object(d.classid, d.objid, d.objsubid)) from pg_catalog.pg_shdepend d, here
         where d.refclassid = 'pg_catalog.pg_authid'::pg_catalog.regclass and d.deptype = 'o'
           and d.refobjid in (select oid from reachable)
           and (d.dbid = here.oid
                or (d.classid = 'pg_catalog.pg_database'::pg_catalog.regclass and d.objid = here.oid))) as owner`,
  );
  const [rights] = rows as [LoginRights];
  if (rights.unsafe) {
    throw new StartError(
      `DATABASE_URL: the login is or may become ${rights.unsafe}; use a login that is member of ${DATABASE_ROLES.join(', ')} only`,
    );
  }
  if (rights.owner) {
    throw new StartError(
      `DATABASE_URL: the login owns ${rights.owner}; the owner belongs in DATABASE_OWNER_URL, for "npm run migrate" alone`,
    );
  }
  if (rights.temporary) {
    throw new StartError(
      `DATABASE_URL: the login may make temporary tables; run "npm run migrate" as the owner of the database, or there: revoke temporary on database ${rights.temporary} / 运行账号不得创建临时表，请由数据库所有者运行 npm run migrate`,
    );
  }
}
