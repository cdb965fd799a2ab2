import pg from 'pg';
import { StartError } from '../start-error';
import { whyNoConnection } from './connection-fault';
import { MIGRATION_LOCK } from './migrations';
import type { Statement } from './statement';

/** The owner of the database at work, inside one transaction. */
export interface Owner {
  query: <Row extends object = object>(sql: string | Statement, values?: unknown[]) => Promise<Row[]>;
}

/** Runs work as the owner in one transaction, one such work or migration at a time: all of it happens, or nothing. */
export async function asOwner<T>(ownerUrl: string, work: (owner: Owner) => Promise<T>): Promise<T> {
  const client = new pg.Client({
    connectionString: ownerUrl,
    connectionTimeoutMillis: 10_000,
    // Rights change under locks that hold the whole server up: rather nothing than a wait behind a long report.
    options: '-c lock_timeout=3000',
    application_name: 'stations bi',
  });
  try {
    await client.connect();
    await client.query('begin');
    await client.query('select pg_advisory_xact_lock($1)', [MIGRATION_LOCK]);
    const done = await work({
      query: async <Row extends object>(sql: string | Statement, values: unknown[] = []) =>
        (await client.query<Row>(typeof sql === 'string' ? sql : sql.text, values)).rows,
    });
    await client.query('commit');
    return done;
  } catch (error) {
    throw explained(error);
  } finally {
    await client.end();
  }
}

function explained(error: unknown): unknown {
  const { code, message = '' } = error as { code?: string; message?: string };
  if (code === '55P03' || code === '40P01') {
    return new StartError(
      'The tables are in use by a long query; nothing was changed. Please try again, best when it is quiet / 数据表正被占用，未作任何更改，请稍后重试',
    );
  }
  if (code === '42501') {
    return new StartError(
      `DATABASE_OWNER_URL: the owner may not do this (${message}); it must own the tables, have CREATEROLE and inherit (alter role … createrole inherit) / 所有者账号权限不足`,
    );
  }
  return whyNoConnection(error) ?? error;
}
