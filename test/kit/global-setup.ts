import 'reflect-metadata';
import { execFile } from 'node:child_process';
import { existsSync, mkdtempSync, statfsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { startEmbeddedPostgres, type EmbeddedPostgres } from '../../src/platform/database/embedded';
import globalTeardown from './global-teardown';
import { createTemplates } from './templates';

declare global {
  var testPostgres: { postgres: EmbeddedPostgres; dataDir: string } | undefined;
}

/** Linux's folder in memory, and the room that a run needs in it at least. */
const MEMORY = '/dev/shm';
const ROOM = 2 ** 30;

/** A database is nine hundred files, and every test file makes one: in memory that is done in half the time. */
function folder(): string {
  if (!existsSync(MEMORY)) return tmpdir();
  const { bavail, bsize } = statfsSync(MEMORY);
  return bavail * bsize > ROOM ? MEMORY : tmpdir();
}

/** Brings dist/ up to date: tests of commands start what `npm start` starts. */
async function build(): Promise<void> {
  await promisify(execFile)(process.execPath, [join(__dirname, '../../scripts/build.mjs')]);
}

/** One PostgreSQL for the whole run, with the roles made once and two templates: empty, and with the demo. */
export default async function globalSetup(): Promise<void> {
  const dataDir = mkdtempSync(join(folder(), 'stations-test-'));
  const postgres = await startEmbeddedPostgres({
    dataDir,
    log: () => undefined,
    // Thousands of connections are opened: their passwords are not what is tested.
    settings: {
      fsync: 'off',
      synchronous_commit: 'off',
      full_page_writes: 'off',
      max_connections: '300',
      scram_iterations: '1',
    },
  });
  globalThis.testPostgres = { postgres, dataDir };
  const { superuserUrl, ownerUrl, serverUrl } = postgres;
  process.env.TEST_POSTGRES = JSON.stringify({ superuserUrl, ownerUrl, serverUrl });
  try {
    await Promise.all([createTemplates({ superuserUrl, ownerUrl, serverUrl }), build()]);
  } catch (error) {
    // Jest tears nothing down when the setup fails.
    await globalTeardown();
    throw error;
  }
}
