import 'reflect-metadata';
import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { startEmbeddedPostgres, type EmbeddedPostgres } from '../../src/embedded-postgres';
import { makeFolder } from './folder';
import globalTeardown from './global-teardown';
import { createTemplates } from './templates';

declare global {
  var testPostgres: { postgres: EmbeddedPostgres; dataDir: string } | undefined;
}

/** Brings dist/ up to date: tests of commands start what `npm start` starts. */
async function build(): Promise<void> {
  await promisify(execFile)(process.execPath, [join(__dirname, '../../scripts/build.mjs')]);
}

/** One PostgreSQL for the whole run, with the roles made once and two templates: empty, and with the demo. */
export default async function globalSetup(): Promise<void> {
  const dataDir = makeFolder('stations-test-');
  const postgres = await startEmbeddedPostgres({
    dataDir,
    log: () => undefined,
    // Thousands of connections are opened: their passwords are not what is tested.
    settings: {
      fsync: 'off',
      synchronous_commit: 'off',
      full_page_writes: 'off',
      wal_level: 'minimal',
      max_wal_senders: '0',
      autovacuum: 'off',
      max_connections: '300',
      scram_iterations: '1',
    },
  });
  globalThis.testPostgres = { postgres, dataDir };
  const { superuserUrl, ownerUrl, serverUrl } = postgres;
  process.env.TEST_POSTGRES = JSON.stringify({ superuserUrl, ownerUrl, serverUrl });
  try {
    // First: a server serves the console that is built.
    await build();
    await createTemplates({ superuserUrl, ownerUrl, serverUrl });
  } catch (error) {
    // Jest tears nothing down when the setup fails.
    await globalTeardown();
    throw error;
  }
}
