import pg from 'pg';

const SCHEMAS = ['auth', 'bi', 'core', 'scope'];

/** A line about a table, named with its schema. */
interface Line {
  relation: string;
  line: string;
}

/** The tables of ours: what the statements about tables begin with. */
const TABLES = `
  with relations as (
    select c.oid, n.nspname || '.' || c.relname as relation, c.relrowsecurity, c.relforcerowsecurity, c.relacl, c.relowner
      from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where n.nspname = any ($1) and c.relkind in ('r', 'p'))`;

const COLUMNS = `
  select relation, format('  %I %s%s%s%s', a.attname, format_type(a.atttypid, a.atttypmod),
           case when a.attcollation <> t.typcollation then ' collate "' || k.collname || '"' else '' end,
           case when a.attnotnull then ' not null' else '' end,
           coalesce(case a.attgenerated when 's' then ' generated always as (' || pg_get_expr(d.adbin, d.adrelid) || ') stored'
                else ' default ' || pg_get_expr(d.adbin, d.adrelid) end, '')) as line
    from relations r join pg_attribute a on a.attrelid = r.oid and a.attnum > 0 and not a.attisdropped
    join pg_type t on t.oid = a.atttypid left join pg_collation k on k.oid = a.attcollation
    left join pg_attrdef d on d.adrelid = a.attrelid and d.adnum = a.attnum
   order by relation, a.attnum`;

const CONSTRAINTS = `
  select relation, format('  constraint %I %s', k.conname, pg_get_constraintdef(k.oid)) as line
    from relations r join pg_constraint k on k.conrelid = r.oid and k.contype <> 'n'
   order by relation, k.contype, k.conname`;

/** Below the columns and constraints, in this order. */
const DETAILS = [
  `select relation, pg_get_indexdef(i.indexrelid) || ';' as line
     from relations r join pg_index i on i.indrelid = r.oid
    where not exists (select from pg_constraint k where k.conindid = i.indexrelid and k.contype in ('p','u','x'))
    order by relation, 2`,

  `select relation, format('alter table %s alter column %I set statistics %s;', relation, a.attname, a.attstattarget) as line
     from relations r join pg_attribute a on a.attrelid = r.oid and a.attnum > 0 and a.attstattarget >= 0
    order by relation, a.attnum`,

  `select relation, format('alter table %s %s row level security;', relation, s.change) as line
     from relations r cross join lateral (values (1, 'enable', relrowsecurity), (2, 'force', relforcerowsecurity)) s (at, change, is_set)
    where s.is_set order by relation, s.at`,

  `select relation, format('create policy %I on %s%s for %s to %s using (%s)%s;', p.polname, relation,
            case when p.polpermissive then '' else ' as restrictive' end,
            case p.polcmd when '*' then 'all' when 'r' then 'select' when 'a' then 'insert' when 'w' then 'update' else 'delete' end,
            (select string_agg(rolname, ', ' order by rolname) from pg_roles where oid = any (p.polroles)),
            pg_get_expr(p.polqual, p.polrelid),
            coalesce(' with check (' || pg_get_expr(p.polwithcheck, p.polrelid) || ')', '')) as line
     from relations r join pg_policy p on p.polrelid = r.oid
    order by relation, p.polname`,

  `select relation, format('grant %s on %s to %s;', string_agg(lower(privilege), ', ' order by privilege), relation, grantee) as line
     from (
       select r.relation, g.rolname as grantee, x.privilege_type as privilege
         from relations r cross join lateral aclexplode(r.relacl) x join pg_roles g on g.oid = x.grantee
        where x.grantee <> r.relowner
       union all
       select r.relation, g.rolname, x.privilege_type || ' (' || string_agg(a.attname, ', ' order by a.attnum) || ')'
         from relations r join pg_attribute a on a.attrelid = r.oid and a.attnum > 0
        cross join lateral aclexplode(a.attacl) x join pg_roles g on g.oid = x.grantee
        group by 1, 2, x.privilege_type
     ) g group by relation, grantee order by relation, grantee`,

  `select relation, pg_get_triggerdef(t.oid) || ';' as line
     from relations r join pg_trigger t on t.tgrelid = r.oid and not t.tgisinternal
    order by relation, t.tgname`,
];

/** The definitions and comments of views. */
const VIEWS = `
  select format('create view %I.%I with (%s) as', n.nspname, c.relname, array_to_string(c.reloptions, ', ')) as head,
         pg_get_viewdef(c.oid, true) as body,
         (select array_agg(format('comment on %s is %L;', pg_describe_object(d.classoid, d.objoid, d.objsubid), d.description)
                           order by d.objsubid)
            from pg_description d where d.classoid = 'pg_class'::regclass and d.objoid = c.oid) as comments
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
   where n.nspname = any ($1) and c.relkind = 'v' order by n.nspname, c.relname`;

const FUNCTIONS = `
  select pg_get_functiondef(p.oid) || ';' as definition from pg_proc p join pg_namespace n on n.oid = p.pronamespace
   where n.nspname = any ($1) order by n.nspname, p.proname`;

/**
 * The schema of a migrated database as text: tables with their columns, constraints and indexes, row-level security
 * with its policies, grants, triggers, views with their comments, and functions. Read from the catalogue, so that it is
 * the same for every version of PostgreSQL and needs no pg_dump beside it.
 */
export async function describeDatabase(url: string): Promise<string> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const read = async <Row extends pg.QueryResultRow>(sql: string): Promise<Row[]> =>
      (await client.query<Row>(sql, [SCHEMAS])).rows;
    const tables = await read<{ relation: string }>(
      `${TABLES} select relation from relations order by relation`,
    );
    const parts: Line[][] = [];
    for (const sql of [COLUMNS, CONSTRAINTS, ...DETAILS]) parts.push(await read<Line>(`${TABLES} ${sql}`));
    const views = await read<{ head: string; body: string; comments: string[] | null }>(VIEWS);
    const functions = await read<{ definition: string }>(FUNCTIONS);
    const lines = [
      '-- Generated by "npm run schema" from the migrations. Do not edit.',
      ...tables.flatMap(({ relation }) => ['', ...describeTable(relation, parts)]),
      ...views.flatMap(({ head, body, comments }) => ['', head, body, ...(comments ?? [])]),
      '',
      ...functions.flatMap(({ definition }) => [definition.replace(/[ \t]+$/gm, ''), '']),
    ];
    return `${lines.join('\n')}\n`;
  } finally {
    await client.end();
  }
}

function describeTable(table: string, parts: readonly (readonly Line[])[]): string[] {
  const [columns = [], constraints = [], ...details] = parts.map((lines) =>
    lines.filter(({ relation }) => relation === table).map(({ line }) => line),
  );
  return [`create table ${table} (`, [...columns, ...constraints].join(',\n'), ');', ...details.flat()];
}
