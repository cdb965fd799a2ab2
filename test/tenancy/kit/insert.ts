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

/** Inserts a copy of a row that was read as JSON, changed where `changes` says so. */
export async function insertCopy(
  client: ClientBase,
  table: string,
  row: object,
  changes: Record<string, unknown> = {},
): Promise<void> {
  await client.query(`insert into ${table} select (jsonb_populate_record(null::${table}, $1::jsonb)).*`, [
    JSON.stringify({ ...row, ...changes }),
  ]);
}
