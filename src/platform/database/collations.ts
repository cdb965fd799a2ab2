import { Client, type ClientBase } from 'pg';
import { StartError } from '../start-error';

/** The collation of lists by name: Chinese by pinyin. It is deterministic, so that the order of names is total. */
export const PINYIN = 'collate "zh-x-icu"';

/** The collations of our indexes: the database's own, the one for names, and the one for case. */
const CHANGED = `
  select pg_catalog.format('alter collation pg_catalog.%I refresh version', c.collname) as remedy
    from pg_catalog.pg_collation c
   where c.collname in ('zh-x-icu', 'und-x-icu') and c.collnamespace = 'pg_catalog'::pg_catalog.regnamespace
     and c.collversion <> pg_catalog.pg_collation_actual_version(c.oid)
   union all
  select pg_catalog.format('alter database %I refresh collation version', d.datname) from pg_catalog.pg_database d
   where d.datname = pg_catalog.current_database()
     and d.datcollversion <> pg_catalog.pg_database_collation_actual_version(d.oid)
   order by 1`;

/**
 * Refuses a database whose indexes were sorted by another version of its collations, as after an upgrade of the operating
 * system: pages would leave rows out and look-ups miss them, without an error.
 */
export async function refuseChangedCollations(client: ClientBase): Promise<void> {
  const remedies = await remediesOf(client);
  if (remedies.length === 0) return;
  throw new StartError(
    `The order of letters has changed below the database (an upgrade of its system): let a superuser run in it: ${remedies.join('; ')} / 数据库的排序规则版本已变化，请由超级用户在该数据库中依次执行上述命令`,
  );
}

/** Rebuilds the indexes that another version sorted, as a superuser of the database. */
export async function mendCollations(superuserUrl: string): Promise<void> {
  const client = new Client({ connectionString: superuserUrl });
  await client.connect();
  try {
    for (const remedy of await remediesOf(client)) await client.query(remedy);
  } finally {
    await client.end();
  }
}

async function remediesOf(client: ClientBase): Promise<string[]> {
  const { rows } = await client.query<{ remedy: string }>(CHANGED);
  if (rows.length === 0) return [];
  const { rows: here } = await client.query<{ reindex: string }>(
    `select pg_catalog.format('reindex database %I', pg_catalog.current_database()) as reindex`,
  );
  return [...here.map(({ reindex }) => reindex), ...rows.map(({ remedy }) => remedy)];
}
