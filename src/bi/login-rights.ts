import type { Owner } from '../platform/database/owner';
import { statement } from '../platform/database/statement';
import type { BiScope } from './bi-scope';

/** A login with what it may see; `stationIds` null: every station of its organisation. */
interface LoginScope extends BiScope {
  login: string;
  stationIds: readonly string[] | null;
}

/** Views with the columns of tables that they read: what a reader of them has to be granted. */
const MADE_OF = `
  select pg_catalog.format('%I.%I', n.nspname, t.relname) as name, t.relrowsecurity as secured,
         (select count(*) = 2 from pg_catalog.pg_attribute s
           where s.attrelid = t.oid and s.attname in ('sealed', 'party')) as sealed,
         pg_catalog.string_agg(distinct pg_catalog.quote_ident(a.attname), ', ') as columns
    from pg_catalog.pg_rewrite r
    join pg_catalog.pg_class v on v.oid = r.ev_class
    join pg_catalog.pg_depend d on d.classid = 'pg_catalog.pg_rewrite'::regclass and d.objid = r.oid
     and d.refclassid = 'pg_catalog.pg_class'::regclass and d.refobjid <> v.oid
    join pg_catalog.pg_class t on t.oid = d.refobjid
    join pg_catalog.pg_namespace n on n.oid = t.relnamespace
    join pg_catalog.pg_attribute a on a.attrelid = t.oid and a.attnum = d.refobjsubid
   where v.relnamespace = 'bi'::regnamespace and v.relname <> all ($2)
   group by 1, 2, t.oid`;

const PREDICATE = `pg_catalog.concat_ws(' and ',
  case when $3::text is null then 'true' else pg_catalog.format('%I = %L', $3::text, $4::text) end,
  case when $5::uuid[] is not null then pg_catalog.format('station_id = any (%L::uuid[])', $5::uuid[]) end,
  case when m.sealed then pg_catalog.format('(not sealed%s)', ' or ' || $6::text) end)`;

/**
 * Statements that give a login exactly these rights, in order: its former rights are revoked, then the views are granted
 * with the columns below them, and a policy of its own, with its ids as literals, on every table with row-level security.
 * It gets no USAGE on the schema of those tables, so that it can read them only through the views.
 */
const STATEMENTS = statement<{ statement: string }>(
  'biLogin.rights',
  `  with made_of as materialized (${MADE_OF})
  select statement from (
    select 1 as step, p.polrelid::regclass::text as place,
           pg_catalog.format('drop policy %I on %s', p.polname, p.polrelid::regclass) as statement
      from pg_catalog.pg_policy p join pg_catalog.pg_roles r on p.polroles = array[r.oid] where r.rolname = $1
    union all
    select 2, '', pg_catalog.format('revoke all on all tables in schema bi, core from %I', $1::text)
    union all
    select 3, '', pg_catalog.format('grant connect on database %I to %I', pg_catalog.current_database(), $1::text)
    union all
    select 3, '', pg_catalog.format('grant usage on schema bi to %I', $1::text)
    union all
    select 4, v.relname, pg_catalog.format('grant select on bi.%I to %I', v.relname, $1::text)
      from pg_catalog.pg_class v
     where v.relnamespace = 'bi'::regnamespace and v.relkind = 'v' and v.relname <> all ($2)
    union all
    select 5, m.name, pg_catalog.format('grant select (%s) on %s to %I', m.columns, m.name, $1::text) from made_of m
    union all
    select 6, m.name, pg_catalog.format('create policy %I on %s for select to %I using (%s)', $1::text, m.name, $1::text, ${PREDICATE})
      from made_of m where m.secured
  ) s order by step, place`,
);

/** Gives a login exactly the rights of its scope, whatever it had before. */
export async function giveRights(
  owner: Owner,
  { login, without, column, value, stationIds, sealedBut }: LoginScope,
): Promise<void> {
  const rows = await owner.query(STATEMENTS, [login, without, column, value, stationIds, sealedBut]);
  for (const { statement: sql } of rows) await owner.query(sql);
}

const STATIONS = statement<{ id: string }>('biLogin.stations', 'select station_id as id from bi.stations');

/** The stations that a login sees, read with its role. */
export async function stationsSeenBy(owner: Owner, login: string): Promise<string[]> {
  const quoted = await quote(owner, login);
  await owner.query(`grant ${quoted} to current_user`);
  await owner.query(`set local role ${quoted}`);
  const rows = await owner.query(STATIONS);
  await owner.query('reset role');
  await owner.query(`revoke ${quoted} from current_user`);
  return rows.map(({ id }) => id);
}

const QUOTE = statement<{ quoted: string }>('biLogin.quote', 'select pg_catalog.quote_ident($1) as quoted');

/** A name as a quoted identifier. */
export async function quote(owner: Owner, name: string): Promise<string> {
  const rows = await owner.query(QUOTE, [name]);
  return rows.map(({ quoted }) => quoted).join();
}
