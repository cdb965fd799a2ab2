import type { Database } from './database';
import type { Statement } from './statement';

const ENTER = [
  'begin isolation level repeatable read read only',
  `set local app.whole_city = 'on'`,
  `set local app.station_ids = '*'`,
  `set local work_mem = '256MB'`,
];

/** Sends a statement and returns its rows. */
export type Reader = <Row>(sql: Statement<Row>, values: unknown[]) => Promise<Row[]>;

/**
 * Reads in one snapshot what the city's bureau may read, without a member: for a command that is run at a terminal with
 * the database's login. Nothing that answers requests may import this.
 */
export async function readWholeCity<T>(database: Database, work: (read: Reader) => Promise<T>): Promise<T> {
  const client = await database.connect('app_city');
  let broken: Error | undefined;
  try {
    for (const sql of ENTER) await client.query(sql);
    return await work(async <Row>(sql: Statement<Row>, values: unknown[]) =>
      database.send(client, sql, values),
    );
  } finally {
    await client.query('rollback').catch((error: unknown) => {
      broken = error as Error;
    });
    client.release(broken);
  }
}
