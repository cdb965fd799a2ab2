import { connect, type Socket } from 'node:net';
import type { ClientBase, Pool } from 'pg';

/** Allowance for the network, beyond the statement timeout. */
const NETWORK_MS = 2000;

/** Properties of a connection that the types of pg lack. */
interface Backend {
  host: string;
  port: number;
  processID: number | null;
  secretKey: number | null;
  connection: { stream: Socket };
  /** False from the first statement that was sent until the answer to the last one has ended. */
  readyForQuery: boolean;
}

/**
 * Breaks a connection whose statement has had no answer, not a single byte, for longer than the statement timeout: the peer is
 * gone, and TCP alone would take a quarter of an hour to find out. No limit without a statement timeout.
 */
export function limitSilence(client: ClientBase, statementTimeoutMs: number): void {
  const backend = backendOf(client);
  const { stream } = backend.connection;
  stream.setTimeout(statementTimeoutMs === 0 ? 0 : statementTimeoutMs + NETWORK_MS);
  if (stream.listenerCount('timeout') > 0) return;
  stream.on('timeout', () => {
    if (backend.readyForQuery) return;
    stream.destroy(Object.assign(new Error('the database does not answer'), { code: 'ETIMEDOUT' }));
  });
}

/**
 * Closes a connection in the middle of a statement and cancels the statement: one that sorts or aggregates would
 * otherwise notice only with its first row.
 */
export function hangUp(client: ClientBase): void {
  const backend = backendOf(client);
  if (!backend.readyForQuery) cancel(backend);
  backend.connection.stream.destroy();
}

/** The open connections of this process, pooled or not: one that its pool has released may linger. */
export class OpenConnections {
  private readonly sockets = new Set<Socket>();

  add(client: ClientBase): void {
    const { stream } = backendOf(client).connection;
    this.sockets.add(stream);
    stream.once('close', () => this.sockets.delete(stream));
  }

  /** Resolves when the connections that are open now are closed. */
  async closed(): Promise<void> {
    await Promise.all(
      [...this.sockets].map(async (socket) => new Promise((resolve) => socket.once('close', resolve))),
    );
  }

  /** Closes all of them at once, and those that `pools` are still opening. */
  destroy(pools: readonly Pool[]): void {
    for (const socket of this.sockets) socket.destroy();
    for (const pool of pools) {
      const { _clients: clients } = pool as unknown as { _clients: ClientBase[] };
      for (const client of clients) backendOf(client).connection.stream.destroy();
    }
  }
}

function cancel({ host, port, processID, secretKey }: Backend): void {
  if (processID === null || secretKey === null) return;
  const request = Buffer.alloc(16);
  request.writeInt32BE(16, 0);
  request.writeInt32BE(80_877_102, 4);
  request.writeInt32BE(processID, 8);
  request.writeInt32BE(secretKey, 12);
  const socket = host.startsWith('/') ? connect(`${host}/.s.PGSQL.${String(port)}`) : connect({ host, port });
  socket.setTimeout(NETWORK_MS, () => socket.destroy());
  socket.on('error', () => undefined);
  socket.end(request);
}

function backendOf(client: ClientBase): Backend {
  return client as unknown as Backend;
}
