import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { loadRealStations } from '../../src/demo';
import { migrate } from '../../src/platform/database/migrations';
import { closeFunctions } from '../../src/platform/database/public-rights';
import { createServer } from '../../src/server';
import { TEST_PASSWORD, TEST_PASSWORD_HASH, testDependencies } from './settings';

/** Where the PostgreSQL of the run is. */
interface Cluster {
  superuserUrl: string;
  ownerUrl: string;
  serverUrl: string;
}

export type Template = 'template_empty' | 'template_demo';

/** Locked while a template is copied. */
const CLONE_LOCK = 4_182_007;

export function urlOf(url: string, database: string): string {
  const changed = new URL(url);
  changed.pathname = `/${database}`;
  return changed.toString();
}

/** The cluster that globalSetup started. */
export function cluster(): Cluster {
  const text = process.env.TEST_POSTGRES;
  if (text === undefined) throw new Error('no PostgreSQL: run through jest');
  return JSON.parse(text) as Cluster;
}

/** Runs statements as superuser in the database `postgres`. */
export async function asSuperuser<T>(
  { superuserUrl }: Cluster,
  work: (client: pg.Client) => Promise<T>,
  database = 'postgres',
): Promise<T> {
  const client = new pg.Client({ connectionString: urlOf(superuserUrl, database) });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

export async function createTemplates(of: Cluster): Promise<void> {
  const login = new URL(of.serverUrl).username;
  await asSuperuser(of, async (client) => {
    await client.query('create database template_empty owner stations_owner');
  });
  await asSuperuser(of, closeFunctions, 'template_empty');
  await migrate(urlOf(of.ownerUrl, 'template_empty'), login);
  await cloneDatabase(of, 'template_empty', 'template_demo');
  const server = await createServer(testDependencies(urlOf(of.serverUrl, 'template_demo')));
  try {
    await loadRealStations({
      ...server,
      clock: () => new Date(),
      password: TEST_PASSWORD,
      progress: () => undefined,
    });
  } finally {
    await server.stop();
  }
  await asSuperuser(
    of,
    async (client) => client.query('update auth.credential set password_hash = $1', [TEST_PASSWORD_HASH]),
    'template_demo',
  );
}

/** Clones a template under one lock: PostgreSQL refuses to copy a database that another copy is looking at. */
export async function cloneDatabase(of: Cluster, template: Template, name: string): Promise<void> {
  await asSuperuser(of, async (client) => {
    await client.query('select pg_advisory_lock($1)', [CLONE_LOCK]);
    await client.query(
      `create database ${name} template ${template} strategy file_copy owner stations_owner`,
    );
    // Rights of a database are not copied with it.
    await client.query(`revoke temporary on database ${name} from public`);
  });
}

/** The name of a new database without anything in it, migrations included. */
export async function createEmptyDatabase(): Promise<string> {
  const name = `test_${randomBytes(6).toString('hex')}`;
  await asSuperuser(cluster(), async (client) =>
    client.query(`create database ${name} owner stations_owner`),
  );
  return name;
}

export async function dropDatabase(of: Cluster, name: string): Promise<void> {
  await asSuperuser(of, async (client) => {
    await client.query(`drop database ${name} with (force)`);
  });
}
