import pg from 'pg';
import { StartError } from '../start-error';
import { whyNoConnection } from './connection-fault';
import { applicationOf, watchingLocks } from './lock-watch';
import { takeTurn } from './owner-turn';
import type { Statement } from './statement';

/** A connection as the owner of the database. */
export interface Owner {
  query: <Row = object>(sql: string | Statement<Row>, values?: unknown[]) => Promise<Row[]>;
}

/** The owner inside one transaction. */
interface OwnerTransaction extends Owner {
  /** Waits for migrations and other works of the owner, and blocks them until the transaction ends. */
  takeTurn: () => Promise<void>;
}

/** Runs work as the owner in one transaction. */
export async function asOwner<T>(
  ownerUrl: string,
  work: (owner: OwnerTransaction) => Promise<T>,
): Promise<T> {
  const application = applicationOf('bi');
  return connected(ownerUrl, application, async (client) => {
    const owner = { ...queries(client), takeTurn: async () => takeTurn(client) };
    return watchingLocks(ownerUrl, application, async () => {
      await client.query('begin');
      const done = await work(owner);
      await client.query('commit');
      return done;
    });
  });
}

/** Runs single statements as the owner, each a transaction of its own. */
export async function withOwner<T>(ownerUrl: string, work: (owner: Owner) => Promise<T>): Promise<T> {
  return connected(ownerUrl, applicationOf('bi'), async (client) => work(queries(client)));
}

async function connected<T>(
  ownerUrl: string,
  application: string,
  work: (client: pg.Client) => Promise<T>,
): Promise<T> {
  const client = new pg.Client({
    connectionString: ownerUrl,
    connectionTimeoutMillis: 10_000,
    // Rights change under locks that block the whole server: better to fail than to wait behind a long report.
    options: '-c lock_timeout=3000 -c statement_timeout=60000',
    application_name: application,
  });
  client.on('error', () => undefined);
  try {
    await client.connect();
    return await work(client);
  } catch (error) {
    throw explained(error);
  } finally {
    await client.end();
  }
}

function queries(client: pg.Client): Owner {
  return {
    query: async <Row>(sql: string | Statement<Row>, values: unknown[] = []) =>
      (await client.query<Row & object>(typeof sql === 'string' ? sql : sql.text, values)).rows,
  };
}

function explained(error: unknown): unknown {
  const { code, message = '' } = error as { code?: string; message?: string };
  if (code === '42501') {
    return new StartError(
      `DATABASE_OWNER_URL: the owner may not do this (${message}); it must own the tables, have CREATEROLE and inherit (alter role … createrole inherit) / 所有者账号权限不足`,
    );
  }
  return whyNoConnection(error) ?? error;
}
