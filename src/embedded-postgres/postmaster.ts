import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';
import type { Binaries } from './binaries';
import { childOptions } from './child-options';
import { clearLeftOvers } from './left-overs';
import type { Place } from './place';
import { type Postmaster, stopPostmaster, untilReady } from './postmaster-process';
import { processRef, type ProcessRef } from './process-table';
import type { ServerLog } from './server-log';

const STARTS = 8;

const SETTINGS: Record<string, string> = {
  listen_addresses: '127.0.0.1',
  // the path of a socket is limited to about 100 characters, that of a folder is not
  unix_socket_directories: '',
  max_connections: '120',
  shared_buffers: '128MB',
  effective_cache_size: '512MB',
  work_mem: '8MB',
  max_wal_size: '512MB',
  random_page_cost: '1.1',
  jit: 'off',
  timezone: 'UTC',
  log_timezone: 'UTC',
  lc_messages: 'C',
};

/** Starts PostgreSQL on a free port unless one is given, in a session of its own: a Ctrl-C in our terminal must not reach it before us. */
export async function startPostmaster(
  { folder, cluster, account }: Place,
  { postgres }: Binaries,
  extra: Record<string, string>,
  log: ServerLog,
  samePort?: number,
): Promise<Postmaster> {
  const settings = Object.entries({ ...SETTINGS, ...extra }).flatMap(([name, value]) => [
    '-c',
    `${name}=${value}`,
  ]);
  for (let start = 1; ; start += 1) {
    await clearLeftOvers(cluster);
    const before = log.end;
    const port = samePort ?? (await freePort());
    const child = spawn(postgres, ['-D', cluster, '-p', String(port), ...settings], {
      ...childOptions(account),
      detached: true,
      stdio: ['ignore', log.descriptor, log.descriptor],
    });
    const started = await spawned(child);
    child.unref();
    if (started) {
      const ready = await untilReady(cluster, started);
      if (ready !== undefined) return { process: started, port: ready };
      await stopPostmaster(started);
    }
    if (start === STARTS || !passes(log.since(before))) throw log.failure('could not start', folder, before);
    await delay(250);
  }
}

/** Whether a failed start may succeed when repeated: the port was taken in between, or the server of a killed start just came up. */
function passes(said: string): boolean {
  return /Address already in use|could not create any TCP\/IP sockets|pre-existing shared memory block|lock file .* already exists/.test(
    said,
  );
}

async function spawned(child: ChildProcess): Promise<ProcessRef | undefined> {
  if (child.pid === undefined) {
    const [error] = (await once(child, 'error')) as [Error];
    throw error;
  }
  return processRef(child.pid);
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  if (address === null || typeof address === 'string') throw new Error('no port');
  return address.port;
}
