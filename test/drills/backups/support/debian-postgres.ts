import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, chownSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { type AddressInfo, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { unprivilegedAccount } from '../../../../src/embedded-postgres/account';

/** Debian's own programs: initdb, postgres, psql, pg_dump, pg_dumpall, pg_restore. */
export const BINARIES = '/usr/lib/postgresql/15/bin';
const PASSWORD = 'only-for-the-tests';

/** A PostgreSQL 15 as administrators install it. */
export interface DebianPostgres {
  superuserUrl: string;
  /** For PGHOST, PGPORT, PGUSER and PGPASSWORD. */
  environment: Record<string, string>;
  stop: () => Promise<void>;
}

/** Starts one in a new folder, as PostgreSQL's own account where the tests run as root. */
export async function startDebianPostgres(): Promise<DebianPostgres> {
  const folder = mkdtempSync(join(tmpdir(), 'stations-debian-'));
  chmodSync(folder, 0o711);
  const data = join(folder, 'data');
  const account = process.getuid?.() === 0 ? unprivilegedAccount() : undefined;
  mkdirSync(data, { mode: 0o700 });
  const passwordFile = join(folder, 'password');
  writeFileSync(passwordFile, PASSWORD);
  if (account) for (const file of [data, passwordFile]) chownSync(file, account.uid, account.gid);
  const options = {
    cwd: '/',
    env: { LC_ALL: 'C', TZ: 'UTC' },
    ...(account && { uid: account.uid, gid: account.gid }),
  };
  const locale = ['--encoding=UTF8', '--locale=C.UTF-8'];
  execFileSync(
    join(BINARIES, 'initdb'),
    ['-D', data, '-U', 'postgres', ...locale, '-A', 'scram-sha-256', `--pwfile=${passwordFile}`, '--no-sync'],
    { ...options, stdio: 'ignore' },
  );
  const port = String(await freePort());
  const settings = [
    'listen_addresses=127.0.0.1',
    'unix_socket_directories=',
    'fsync=off',
    'full_page_writes=off',
  ];
  const postmaster = spawn(
    join(BINARIES, 'postgres'),
    ['-D', data, '-p', port, ...settings.flatMap((setting) => ['-c', setting])],
    { ...options, stdio: ['ignore', 'ignore', 'pipe'] },
  );
  await untilReady(postmaster);
  return {
    superuserUrl: `postgres://postgres:${PASSWORD}@127.0.0.1:${port}/postgres`,
    environment: { PGHOST: '127.0.0.1', PGPORT: port, PGUSER: 'postgres', PGPASSWORD: PASSWORD },
    stop: async () => {
      const ended = once(postmaster, 'exit');
      postmaster.kill('SIGQUIT');
      await ended;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function untilReady(postmaster: ChildProcess): Promise<void> {
  let log = '';
  for await (const chunk of postmaster.stderr!) {
    log += String(chunk);
    if (log.includes('ready to accept connections')) {
      // Left unread, a full pipe would block the server.
      postmaster.stderr!.resume();
      return;
    }
  }
  throw new Error(`PostgreSQL 15 ended:\n${log}`);
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}

/** Rows of a statement, on a connection of its own. */
export async function rowsOf<Row extends object>(
  url: string,
  sql: string,
  values: unknown[] = [],
): Promise<Row[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<Row>(sql, values)).rows;
  } finally {
    await client.end();
  }
}
