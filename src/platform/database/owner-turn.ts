import type { ClientBase } from 'pg';

/**
 * Serialises migrations and other works of the owner by locking a row of a table that only the owner reaches.
 * An advisory lock would not do: any login could take it, and block the owner.
 */
const TABLE = 'public.schema_migration_lock';

/** Creates the table, before the first migration. Concurrent callers may conflict in the catalogue. */
export async function prepareTurns(client: ClientBase): Promise<void> {
  const create = `create table if not exists ${TABLE} (turn boolean primary key default true check (turn))`;
  await client.query(create).catch(async (error: unknown) => {
    const { code } = error as { code?: string };
    if (!['23505', '42P07', '42710'].includes(code ?? '')) throw error;
    await client.query(create);
  });
}

/** Waits, up to lock_timeout, until no other work runs; locks until the end of the transaction. */
export async function takeTurn(client: ClientBase): Promise<void> {
  await client.query(
    `insert into ${TABLE} values (true) on conflict (turn) do update set turn = true where false`,
  );
}
