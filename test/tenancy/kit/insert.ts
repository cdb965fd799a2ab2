import type { ClientBase } from 'pg';

/** Inserts one row; `undefined` leaves a column to its default. */
export async function insert(client: ClientBase, table: string, row: Record<string, unknown>): Promise<void> {
  const given = Object.entries(row).filter(([, value]) => value !== undefined);
  const columns = given.map(([column]) => column).join(', ');
  const places = given.map((_, at) => `$${at + 1}`).join(', ');
  await client.query(
    `insert into ${table} (${columns}) values (${places})`,
    given.map(([, value]) => value),
  );
}

const statements = new Map<string, string>();

/** The statement that inserts a copy of a row which is its parameter as jsonb. */
export async function copying(client: ClientBase, table: string): Promise<string> {
  const known = statements.get(table);
  if (known !== undefined) return known;
  // All columns but those that the database computes.
  const { rows } = await client.query<{ columns: string }>(
    `select string_agg(quote_ident(attname), ', ' order by attnum) as columns from pg_attribute
      where attrelid = $1::regclass and attnum > 0 and not attisdropped and attgenerated = ''`,
    [table],
  );
  const { columns } = rows[0]!;
  const sql = `insert into ${table} (${columns}) select ${columns} from jsonb_populate_record(null::${table}, $1::jsonb)`;
  statements.set(table, sql);
  return sql;
}

/** Inserts a copy of a row that was read as JSON, changed where `changes` says so. */
export async function insertCopy(
  client: ClientBase,
  table: string,
  row: object,
  changes: Record<string, unknown> = {},
): Promise<void> {
  await client.query(await copying(client, table), [JSON.stringify({ ...row, ...changes })]);
}
