import type { ClientBase } from 'pg';

/**
 * Migrations, and other works of the owner, wait for one another by locking a row of a table that only the owner reaches.
 * Any login could take an advisory lock, and hold everyone up.
 */
const TABLE = 'public.schema_migration_lock';

/** Makes the table, before there is any migration. Two who do so at once may meet in the catalogue. */
export async function prepareTurns(client: ClientBase): Promise<void> {
  const create = `create table if not exists ${TABLE} (turn boolean primary key default true check (turn))`;
  await client.query(create).catch(async (error: unknown) => {
    const { code } = error as { code?: string };
    if (code !== '23505' && code !== '42P07') throw error;
    await client.query(create);
  });
}

/** Waits, no longer than lock_timeout lets it, until no other work runs; within a transaction, until its end. */
export async function takeTurn(client: ClientBase): Promise<void> {
  await client.query(
    `insert into ${TABLE} values (true) on conflict (turn) do update set turn = true where false`,
  );
}
