import type { ClientBase } from 'pg';

/** A table with its name and columns as quoted identifiers. */
export interface Table {
  name: string;
  /** Without generated columns, which each database computes for itself. */
  columns: string;
  isForced: boolean;
  /** Whether its rows belong to organisations; the others are filled by migrations and by tables that refer to them. */
  isOfOrganisations: boolean;
  refersTo: string[];
}

const TABLES = `
  select pg_catalog.format('%I.%I', n.nspname, c.relname) as name, c.relforcerowsecurity as "isForced",
         c.oid = 'core.organisation'::regclass or exists (
           select from pg_catalog.pg_attribute a
            where a.attrelid = c.oid and a.attname = 'organisation_id' and not a.attisdropped) as "isOfOrganisations",
         (select pg_catalog.string_agg(pg_catalog.quote_ident(a.attname), ', ' order by a.attname)
            from pg_catalog.pg_attribute a
           where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = '') as columns,
         array(select distinct pg_catalog.format('%I.%I', rn.nspname, r.relname)
                 from pg_catalog.pg_constraint k
                 join pg_catalog.pg_class r on r.oid = k.confrelid
                 join pg_catalog.pg_namespace rn on rn.oid = r.relnamespace
                where k.conrelid = c.oid and k.contype = 'f' and k.confrelid <> c.oid) as "refersTo"
    from pg_catalog.pg_class c join pg_catalog.pg_namespace n on n.oid = c.relnamespace
   where n.nspname in ('auth', 'core', 'scope') and c.relkind = 'r'
   order by 1`;

/** Every table of the platform, each after those that it refers to. */
export async function tablesInOrder(client: ClientBase): Promise<Table[]> {
  const { rows: waiting } = await client.query<Table>(TABLES);
  const ordered: Table[] = [];
  const placed = new Set<string>();
  while (ordered.length < waiting.length) {
    const ready = waiting.filter(
      ({ name, refersTo }) => !placed.has(name) && refersTo.every((other) => placed.has(other)),
    );
    if (ready.length === 0)
      throw new Error('foreign keys lead in a circle: no order of tables satisfies them');
    for (const table of ready) {
      ordered.push(table);
      placed.add(table.name);
    }
  }
  return ordered;
}

const GUARDS = `
  select pg_catalog.format('%I.%I: row-level security %s, forced %s', n.nspname, c.relname, c.relrowsecurity,
                           c.relforcerowsecurity) as guard
    from pg_catalog.pg_class c join pg_catalog.pg_namespace n on n.oid = c.relnamespace
   where n.nspname in ('auth', 'core', 'scope') and c.relkind = 'r'
  union all
  select pg_catalog.format('%I.%I: trigger %I is %s', n.nspname, c.relname, t.tgname, t.tgenabled)
    from pg_catalog.pg_trigger t
    join pg_catalog.pg_class c on c.oid = t.tgrelid
    join pg_catalog.pg_namespace n on n.oid = c.relnamespace
   where n.nspname in ('auth', 'core', 'scope') and not t.tgisinternal
  union all
  select pg_catalog.format('%I.%I: policy %I', n.nspname, c.relname, p.polname)
    from pg_catalog.pg_policy p
    join pg_catalog.pg_class c on c.oid = p.polrelid
    join pg_catalog.pg_namespace n on n.oid = c.relnamespace
   where n.nspname in ('auth', 'core', 'scope') and p.polname !~ '^bi_'
   order by 1`;

/** The protection of the tables, a line each: row-level security, whether it is forced, triggers and policies. */
export async function guardsOf(client: ClientBase): Promise<string[]> {
  const { rows } = await client.query<{ guard: string }>(GUARDS);
  return rows.map(({ guard }) => guard);
}

/** Row count, and checksums over the rows that do not depend on their order. */
interface Contents {
  rows: string;
  checksum: string;
}

/** The text of a row is the same in every version of PostgreSQL, under the settings of sameText. */
export async function contentsOf(client: ClientBase, { name, columns }: Table): Promise<Contents> {
  const { rows } = await client.query<Contents>(
    `select count(*)::text as rows,
            pg_catalog.concat_ws(' ', sum(('x' || pg_catalog.left(h, 16))::bit(64)::bigint::numeric),
                                      sum(('x' || pg_catalog.right(h, 16))::bit(64)::bigint::numeric)) as checksum
       from (select pg_catalog.md5(row(${columns})::text) as h from ${name}) hashed`,
  );
  const [contents] = rows;
  if (!contents) throw new Error(`${name} has no sum`);
  return contents;
}

/** Settings of a transaction that give both databases the same text for a value, and no timeouts. */
export async function sameText(client: ClientBase): Promise<void> {
  for (const setting of [
    `client_encoding = 'UTF8'`,
    `datestyle = 'ISO, YMD'`,
    `intervalstyle = 'iso_8601'`,
    `timezone = 'UTC'`,
    `bytea_output = 'hex'`,
    'extra_float_digits = 1',
  ]) {
    await client.query(`set local ${setting}`);
  }
  // transaction_timeout came with PostgreSQL 17.
  await client.query(
    `select pg_catalog.set_config(name, '0', true) from pg_catalog.pg_settings
      where name in ('statement_timeout', 'idle_in_transaction_session_timeout', 'transaction_timeout')`,
  );
}
