import type { PoolClient } from 'pg';
import type { Database } from './database';
import { retryTransient } from './errors';
import { statement } from './statement';
import type { Transaction } from './tenant-scope';

const ENTER_OUTBOX = statement('scope.enter_outbox', 'select scope.enter_outbox()');

/** Runs the work of the sender in one transaction, in which it sees what it sends, of all organisations. No request does. */
export async function inOutbox<T>(
  database: Database,
  work: (transaction: Transaction) => Promise<T>,
): Promise<T> {
  return retryTransient(async () => {
    const client = await database.connect('app_outbox');
    let broken: Error | undefined;
    try {
      return await transact(database, client, work);
    } catch (error) {
      await client.query('rollback').catch((reason: unknown) => {
        broken = reason as Error;
      });
      throw error;
    } finally {
      client.release(broken);
    }
  });
}

async function transact<T>(
  database: Database,
  client: PoolClient,
  work: (transaction: Transaction) => Promise<T>,
): Promise<T> {
  await client.query('begin');
  await database.send(client, ENTER_OUTBOX, []);
  const result = await work({ query: async (sql, values) => database.send(client, sql, values) });
  await client.query('commit');
  return result;
}
