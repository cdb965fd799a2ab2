import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { Database } from '../../src/platform/database/database';
import { cloneDatabase, cluster, dropDatabase, type Template, urlOf } from './templates';

/** A clock that stands still until a test moves it. */
export interface TestClock {
  now: () => Date;
  advance: (ms: number) => void;
}

/** A database of a test file's own, cloned from a migrated template. */
export interface TestDatabase {
  name: string;
  /** The run-time login's URL. */
  serverUrl: string;
  ownerUrl: string;
  /** Runs a statement as superuser, past row-level security: to arrange, and to compare with what is stored. */
  ownerQuery: <Row extends pg.QueryResultRow>(sql: string, values?: unknown[]) => Promise<Row[]>;
  close: () => Promise<void>;
}

/** A test database with the connections and the clock of a server. */
export interface World extends TestDatabase {
  /** As the server uses it. */
  database: Database;
  clock: TestClock;
}

export function testClock(start = new Date()): TestClock {
  let now = start.getTime();
  return {
    now: () => new Date(now),
    advance: (ms) => {
      now += ms;
    },
  };
}

export async function createTestDatabase(template: Template): Promise<TestDatabase> {
  const of = cluster();
  const name = `test_${randomBytes(6).toString('hex')}`;
  await cloneDatabase(of, template, name);
  const owners = new pg.Pool({ connectionString: urlOf(of.superuserUrl, name), max: 4 });
  // A test may end all connections to its database.
  owners.on('error', () => undefined);
  return {
    name,
    serverUrl: urlOf(of.serverUrl, name),
    ownerUrl: urlOf(of.ownerUrl, name),
    ownerQuery: async <Row extends pg.QueryResultRow>(sql: string, values: unknown[] = []) => {
      const client = await owners.connect();
      let fault: Error | undefined;
      try {
        const { rows } = await client.query<Row>(sql, values);
        // What a statement has set, the next one is not to find.
        await client.query('discard all');
        return rows;
      } catch (error) {
        fault = error as Error;
        throw error;
      } finally {
        client.release(fault);
      }
    },
    close: async () => {
      await owners.end();
      await dropDatabase(of, name);
    },
  };
}

export async function startWorld(template: Template = 'template_empty'): Promise<World> {
  const copy = await createTestDatabase(template);
  const database = new Database({
    url: copy.serverUrl,
    poolSize: 4,
    poolWaitMs: 30_000,
    statementTimeoutMs: 30_000,
    lockTimeoutMs: 5000,
  });
  await database.start();
  return {
    ...copy,
    database,
    clock: testClock(),
    close: async () => {
      await database.close();
      await copy.close();
    },
  };
}
