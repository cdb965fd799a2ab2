import { execFileSync } from 'node:child_process';
import path from 'node:path';
import pg from 'pg';
import { type EmbeddedPostgres, startEmbeddedPostgres } from '../src/embedded-postgres';
import type { Options } from './options';
import { ROOT } from './places';

/** A generated city and the PostgreSQL that it is stored in. */
interface CityDatabase {
  postgres: EmbeddedPostgres;
  /** The superuser: reads the ids, and opens the sessions for the requests. */
  superuser: pg.Client;
}

/** Starts PostgreSQL on the city of so many records, which is generated first where it does not exist yet. */
export async function openCity(records: number, { operators, stations }: Options): Promise<CityDatabase> {
  const dataDir = path.join(ROOT, '.data', `benchmark-${records}`);
  const city = { operators, stations, records, seed: 1 };
  const options = Object.entries(city).flatMap(([name, value]) => [`--${name}`, String(value)]);
  execFileSync(process.execPath, [path.join(ROOT, 'dist/src/cli/generate.js'), ...options], {
    env: { ...process.env, DATA_DIR: dataDir },
    stdio: 'inherit',
  });
  const settings = { shared_buffers: '1GB', max_connections: '200' };
  const postgres = await startEmbeddedPostgres({ dataDir, log: () => undefined, settings });
  const url = new URL(postgres.superuserUrl);
  url.pathname = new URL(postgres.serverUrl).pathname;
  const superuser = new pg.Client(url.toString());
  await superuser.connect();
  return { postgres, superuser };
}

/** Shuts it down gracefully. */
export async function closeCity({ postgres, superuser }: CityDatabase): Promise<void> {
  await superuser.end();
  await postgres.stop();
}
