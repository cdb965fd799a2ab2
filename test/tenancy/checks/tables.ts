import { BY_STATE, BY_TRIGGER, CONFIRMED, DERIVED, IN_FORCE } from '../kit/beside-scope';
import type { ClientBase } from 'pg';
import { DIRECTORY_GRANTS, DIRECTORY_TABLES } from './directory';
import { type Check, difference, findings } from './findings';

/** Tables of ours, partitions and foreign tables included, as `t`. */
const TABLES = `(
  select c.oid, n.nspname || '.' || c.relname as name, c.relrowsecurity, c.relforcerowsecurity, c.relacl, c.relowner
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
   where n.nspname in ('core', 'auth', 'scope') and c.relkind in ('r', 'p', 'f')) t`;

/** One row for each privilege on a table or on columns of it, as `g`; column_name is null for the whole table. */
const GRANTS = `(
  select t.name as table_name, t.oid, null::name as column_name, x.privilege_type as privilege, x.grantee
    from ${TABLES} cross join lateral aclexplode(t.relacl) x where x.grantee <> t.relowner
  union all
  select t.name, t.oid, a.attname, x.privilege_type, x.grantee
    from ${TABLES} join pg_attribute a on a.attrelid = t.oid and a.attnum > 0
   cross join lateral aclexplode(a.attacl) x) g`;

/** Names of all tables of tenants and of credentials: all but the directory's. */
export async function tenantTables(client: ClientBase): Promise<string[]> {
  const sql = `select t.name as finding from ${TABLES} where t.name <> all ($1) order by 1`;
  return findings(client, sql, [DIRECTORY_TABLES]);
}

export const everyTableIsSecured: Check = async (client) =>
  findings(
    client,
    `select t.name || case when t.relrowsecurity then ' does not force' else ' lacks' end || ' row-level security' as finding
       from ${TABLES} where t.name <> all ($1) and not (t.relrowsecurity and t.relforcerowsecurity)`,
    [DIRECTORY_TABLES],
  );

/** Distinguishes a grant of a whole table from one of a column. */
export const directoryGrants: Check = async (client) => {
  const found = await findings(
    client,
    `select g.privilege || coalesce(' (' || g.column_name || ')', '') || ' on ' || g.table_name || ' to '
            || coalesce(pg_get_userbyid(nullif(g.grantee, 0)), 'PUBLIC') as finding
       from ${GRANTS} where g.table_name = any ($1)`,
    [DIRECTORY_TABLES],
  );
  return difference(DIRECTORY_GRANTS, found);
};

/** Grants without a policy, each for a reason: they show no row. */
const GRANTS_WITHOUT_POLICY: string[] = [];

export const everyGrantHasItsPolicy: Check = async (client) =>
  difference(
    GRANTS_WITHOUT_POLICY,
    await findings(
      client,
      `select distinct g.privilege || ' on ' || g.table_name || ' to ' || pg_get_userbyid(g.grantee) as finding
         from ${GRANTS}
        where g.table_name <> all ($1) and not exists (
          select from pg_policy p
           where p.polrelid = g.oid and g.grantee = any (p.polroles) and p.polpermissive
             and p.polcmd in ('*', case g.privilege
               when 'SELECT' then 'r' when 'INSERT' then 'a' when 'UPDATE' then 'w' when 'DELETE' then 'd' end::"char"))`,
      [DIRECTORY_TABLES],
    ),
  );

/** TRUNCATE, REFERENCES, TRIGGER and MAINTAIN bypass policies. */
export const onlyRowsAreGranted: Check = async (client) =>
  findings(
    client,
    `select g.privilege || ' on ' || g.table_name || ' is granted' as finding from ${GRANTS}
      where g.privilege not in ('SELECT', 'INSERT', 'UPDATE', 'DELETE')`,
  );

/** A policy whose expression reads no setting of the scope: it permits every row. */
/** Policies that hide scores until all are in. test/assessment/sealing proves them. */
const SEALED_SCORES = ['assessment_score', 'assessment_score_version'].flatMap((table) =>
  ['operator', 'purchaser', 'supervisor', 'city', 'mentoring'].map(
    (role) => `app_${role}_sealed on core.${table}`,
  ),
);

const POLICIES_WITHOUT_SCOPE = [
  // Sign-ins, refusals and reads are written by the server itself, which reads none of it.
  'server_leaves_trace on core.audit_entry',
  // The owner's own policies: row-level security is forced on it too.
  'owner on auth.bi_login',
  'owner_leaves_trace on core.audit_entry',
  // No role reads or writes these names but through triggers.
  'by_trigger on core.station_name',
  // Restrictive policies, beside those that read the scope.
  ...BY_TRIGGER,
  ...CONFIRMED,
  ...DERIVED,
  ...IN_FORCE,
  ...SEALED_SCORES,
];

/** A member limited to stations sees the cycles of the agreements that it sees. */
const POLICIES_BY_AGREEMENT = ['app_operator', 'app_purchaser', 'app_supervisor', 'app_city'].map(
  (role) => `${role} on core.contract_cycle looks into core.agreement`,
);

/** Policies that read the state of the agreement of a row. */
const POLICIES_BY_STATE = [...BY_STATE, ...DERIVED.filter((policy) => policy.endsWith('core.term'))].map(
  (policy) => `${policy} looks into core.agreement`,
);
/** Policies of the platform that look into the directory: whether it is the platform. */
const POLICIES_OF_PLATFORM = [
  'administrators_for_platform on core.member looks into core.organisation',
  'platform_helps on core.administrator_reset looks into core.organisation',
];
const POLICIES_BY_LISTING = [
  'app_mentoring_listed on core.station_former_name looks into core.station_access',
];

export const policiesAreNarrow: Check = async (client) => {
  const named = `p.polname || ' on ' || t.name`;
  const open = await findings(
    client,
    `select ${named} as finding from pg_policy p join ${TABLES} on t.oid = p.polrelid
      where pg_get_expr(p.polqual, p.polrelid) not like '%scope.%'
         or pg_get_expr(p.polwithcheck, p.polrelid) not like '%scope.%'
         or (p.polqual is null and p.polcmd <> 'a') or (p.polwithcheck is null and p.polcmd = 'a')`,
  );
  const toPublic = await findings(
    client,
    `select ${named} || ' is for PUBLIC' as finding from pg_policy p join ${TABLES} on t.oid = p.polrelid
      where 0 = any (p.polroles)`,
  );
  const lookingAround = await findings(
    client,
    `select distinct ${named} || ' looks into ' || d.refobjid::regclass as finding
       from pg_policy p join ${TABLES} on t.oid = p.polrelid
       join pg_depend d on d.classid = 'pg_policy'::regclass and d.objid = p.oid
      where d.refclassid = 'pg_class'::regclass and d.refobjid <> p.polrelid`,
  );
  return [
    ...difference(POLICIES_WITHOUT_SCOPE, open),
    ...toPublic,
    ...difference(
      [...POLICIES_BY_STATE, ...POLICIES_BY_LISTING, ...POLICIES_BY_AGREEMENT, ...POLICIES_OF_PLATFORM],
      lookingAround,
    ),
  ];
};

/** A dump that names a login cannot be restored under others. Those of BI tools are dropped with their privileges. */
export const nothingNamesALogin: Check = async (client) =>
  findings(
    client,
    `select named.what || ' names the login ' || r.rolname as finding
       from (
         select 'the policy ' || p.polname || ' on ' || t.name as what, unnest(p.polroles) as role
           from pg_policy p join ${TABLES} on t.oid = p.polrelid
         union all select 'a grant on ' || g.table_name, g.grantee from ${GRANTS}
         union all select 'a grant on the schema ' || n.nspname, x.grantee
           from pg_namespace n cross join lateral aclexplode(n.nspacl) x where x.grantee <> n.nspowner
         union all select 'a grant on the function ' || f.oid::regprocedure, x.grantee
           from pg_proc f cross join lateral aclexplode(f.proacl) x where x.grantee <> f.proowner
       ) named join pg_roles r on r.oid = named.role
      where r.rolcanlogin and r.rolname !~ '^bi_[0-9a-f]{16}$'`,
  );

export const nothingIsPublic: Check = async (client) => [
  ...(await findings(
    client,
    `select g.table_name || ' is open to PUBLIC' as finding from ${GRANTS} where g.grantee = 0`,
  )),
  // PUBLIC may execute functions by default: the missing USAGE on the schema prevents it.
  ...(await findings(
    client,
    `select 'schema ' || n.nspname || ' is open to ' || coalesce(r.rolname, 'PUBLIC') as finding
       from pg_namespace n cross join lateral aclexplode(n.nspacl) x left join pg_roles r on r.oid = x.grantee
      where n.nspname in ('core', 'auth', 'scope', 'bi') and x.grantee <> n.nspowner and coalesce(r.rolname, '') !~ '^app_'`,
  )),
  ...(await findings(
    client,
    `select 'default privileges are set for ' || pg_get_userbyid(d.defaclrole) as finding from pg_default_acl d`,
  )),
];

/** Views are security_invoker; there are no materialised views or sequences, which would bypass the policies. */
export const nothingElseHoldsRows: Check = async (client) =>
  findings(
    client,
    `select n.nspname || '.' || c.relname || ' is a ' || case c.relkind when 'm' then 'materialised view' when 'S' then 'sequence'
            else 'view that runs as its owner' end as finding
       from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where n.nspname in ('core', 'auth', 'scope', 'bi') and (c.relkind in ('m', 'S')
         or (c.relkind = 'v' and not coalesce('security_invoker=true' = any (c.reloptions), false)))`,
  );
