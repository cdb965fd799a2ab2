import type { ClientBase } from 'pg';
import type { Duplex } from 'node:stream';

const held = new WeakSet<Duplex>();

/**
 * Holds back what is sent on a connection until everything that is ready to be sent has been: statements that are asked
 * for at the same moment leave in one packet. Over a network they take one round trip, and everywhere one system call.
 */
export function gather(client: ClientBase): void {
  const { stream } = (client as unknown as { connection: { stream: Duplex } }).connection;
  if (held.has(stream)) return;
  held.add(stream);
  stream.cork();
  setImmediate(() => {
    held.delete(stream);
    stream.uncork();
  });
}
