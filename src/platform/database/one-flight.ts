import type { PoolClient } from 'pg';
import type { Duplex } from 'node:stream';

/**
 * Holds back what is sent on a connection until `release` is called, so that several statements leave in one packet:
 * over a network they take one round trip, and everywhere one system call.
 */
export function holdBack(client: PoolClient): { release: () => void } {
  const { stream } = (client as unknown as { connection: { stream: Duplex } }).connection;
  stream.cork();
  let held = true;
  return {
    release: () => {
      if (held) stream.uncork();
      held = false;
    },
  };
}
