import type { ClientBase } from 'pg';
import type { Duplex } from 'node:stream';

const corked = new WeakSet<Duplex>();

/**
 * Holds back what is sent on a connection until everything that is ready to be sent has been: statements that are asked
 * for at the same moment leave in one packet. Over a network they take one round trip, and everywhere one system call.
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
