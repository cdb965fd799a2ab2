import { once } from 'node:events';
import { type AddressInfo, createServer } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';
import type { Binaries } from './binaries';
import type { ClusterLocation } from './cluster-location';
import { pgCtlStart, pgCtlStop } from './pg-ctl';
import type { ServerLog } from './server-log';

/** A PostgreSQL server that accepts connections on 127.0.0.1. */
export interface Server {
  port: number;
  /** Resolves when the last of its processes has ended. */
  ended: Promise<unknown>;
}

const RETRY_MS = 30_000;

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

/** Starts PostgreSQL on a free port unless one is given. */
export async function startServer(
  location: ClusterLocation,
  binaries: Binaries,
  extra: Record<string, string>,
  log: ServerLog,
  samePort?: number,
): Promise<Server> {
  const deadline = performance.now() + RETRY_MS;
  for (;;) {
    const before = log.end;
    const port = samePort ?? (await freePort());
    const settings = { ...SETTINGS, ...extra, port: String(port) };
    const started = await pgCtlStart(location, binaries, settings, log.descriptor);
    if (started) return { port, ...started };
    await pgCtlStop(location, binaries);
    if (performance.now() > deadline || !isTransient(log.since(before)))
      throw log.failure('could not start', location.folder, before);
    await delay(250);
  }
}

/** Whether the cause passes: the port was taken in between, or processes of a killed server have not ended yet. */
function isTransient(output: string): boolean {
  return /Address already in use|could not create any TCP\/IP sockets|pre-existing shared memory block|lock file .* already exists/.test(
    output,
  );
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}
