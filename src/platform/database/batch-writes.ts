import type { ClientBase } from 'pg';
import type { Duplex } from 'node:stream';

const corked = new WeakSet<Duplex>();

/**
 * Corks the socket of a connection until the next tick, so that statements issued in the same tick go out in one write:
 * over a network they take one round trip, and everywhere one system call.
 */
export function corkUntilNextTick(client: ClientBase): void {
  const { stream } = (client as unknown as { connection: { stream: Duplex } }).connection;
  if (corked.has(stream)) return;
  corked.add(stream);
  stream.cork();
  setImmediate(() => {
    corked.delete(stream);
    stream.uncork();
  });
}
