import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, lchownSync, openSync, readFileSync, statSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import path from 'node:path';
import { MemberRole, OrganisationKind, SealedTokens } from '../../src/access';
import { ExportCursors } from '../../src/modules/export/export.cursor';
import type { Load } from '../../src/modules/export/export.cursor';
import { WATERMARK, type Watermark } from '../../src/platform/database/bulk-scope';
import { findBinaries } from '../../src/embedded-postgres/binaries';
import { childOptions } from '../../src/embedded-postgres/child-process';
import { locateCluster } from '../../src/embedded-postgres/cluster-location';
import { CAN_WRITE, type CanWrite, refuseReadOnly } from '../../src/platform/database/server-state';
import { AppError } from '../../src/platform/app-error';
import { TEST_KEYS } from '../kit/settings';
import { ask, Bench, kill } from './embedded-bench';

/** Failover to a standby that lags behind its primary: from which cursors nightly loads may continue. */
const bench = new Bench();
let standby: ChildProcess | undefined;
afterAll(async () => {
  if (standby) await kill(standby);
  await bench.clear();
  bench.remove();
});

const cursors = new ExportCursors(new SealedTokens(TEST_KEYS, 'export cursor'));
const load: Load = [
  'service-records',
  {
    sessionId: 's',
    memberId: 'm',
    organisationId: 'o',
    accessVersion: 1,
    recordsMoney: false,
    isKey: true,
    kind: OrganisationKind.OPERATOR,
    role: MemberRole.VIEWER,
    districtCode: null,
  },
  { from: null, to: null, district: null, operator: null, station: null },
];

/** As the server's login, which has no rights beyond everyone's. */
async function watermark(serverUrl: string): Promise<Watermark> {
  const [found] = await ask<Watermark>(serverUrl, WATERMARK.text);
  return found!;
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}

/** Starts PostgreSQL on an existing data directory; resolves when it accepts connections. */
async function startOn(dataDir: string, url: string): Promise<string> {
  const location = locateCluster(dataDir, () => undefined);
  const { postgres } = findBinaries(location.folder, location.account, () => undefined);
  const at = new URL(url);
  at.port = String(await freePort());
  const settings = [
    'listen_addresses=127.0.0.1',
    'unix_socket_directories=',
    'fsync=off',
    'max_connections=120',
  ];
  const log = openSync(path.join(dataDir, 'standby.log'), 'w');
  standby = spawn(
    postgres,
    ['-D', location.cluster, '-p', at.port, ...settings.flatMap((one) => ['-c', one])],
    {
      ...childOptions(location.account),
      stdio: ['ignore', log, log],
    },
  );
  closeSync(log);
  while (standby.exitCode === null) {
    if (await ask(at.href, 'select').catch(() => null)) return at.href;
  }
  throw new Error(readFileSync(path.join(dataDir, 'standby.log'), 'utf8'));
}

test('a cursor from before a failover is refused from the moment of the promotion, before any checkpoint', async () => {
  const first = await bench.start();
  await ask(first.superuserUrl, 'create table public.written (id int)');
  await first.stop();
  const copy = path.join(bench.temp, 'standby');
  execFileSync('cp', ['-a', bench.home, copy]);
  const signal = path.join(copy, 'pgdata', 'standby.signal');
  closeSync(openSync(signal, 'w'));
  const { uid, gid } = statSync(path.dirname(signal));
  lchownSync(signal, uid, gid);

  // Replication ends: later writes of the primary never reach the standby.
  const primary = await bench.start();
  await ask(primary.superuserUrl, 'insert into public.written select generate_series(1, 20)');
  const before = await watermark(primary.serverUrl);
  const cursor = cursors.write(load, before, '2025-06-30');
  expect(cursors.read(cursor, load, await watermark(primary.serverUrl))).toMatchObject({
    transaction: before.transaction,
  });

  const superuserUrl = await startOn(copy, primary.superuserUrl);
  const serverUrl = new URL(primary.serverUrl);
  serverUrl.port = new URL(superuserUrl).port;
  expect(await watermark(serverUrl.href)).toMatchObject({ history: null });
  // What the start and /readyz ask of each role's connection.
  const [state] = await ask<CanWrite>(serverUrl.href, CAN_WRITE.text);
  expect(() => refuseReadOnly(state!)).toThrow('is a standby and can only be read');

  // The checkpoint that follows a promotion takes minutes on a busy server: here it is delayed until released.
  const [checkpointer] = await ask<{ pid: number }>(
    superuserUrl,
    `select pid from pg_stat_activity where backend_type = 'checkpointer'`,
  );
  process.kill(checkpointer!.pid, 'SIGSTOP');
  let after: Watermark;
  try {
    await ask(superuserUrl, 'select pg_promote()');
    await ask(superuserUrl, 'insert into public.written select generate_series(1, 40)');
    expect(await ask(superuserUrl, 'select timeline_id from pg_control_checkpoint()')).toEqual([
      { timeline_id: 1 },
    ]);
    after = await watermark(serverUrl.href);
    expect(() => cursors.read(cursor, load, after)).toThrow(AppError);
  } finally {
    process.kill(checkpointer!.pid, 'SIGCONT');
  }
  await ask(superuserUrl, 'checkpoint');
  expect(
    cursors.read(cursors.write(load, after, '2025-06-30'), load, await watermark(serverUrl.href)),
  ).toMatchObject({ transaction: after.transaction });
});
