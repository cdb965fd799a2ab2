import type { Server, ServerResponse } from 'node:http';
import { Server as NetServer, type Socket } from 'node:net';

import { isLoopback, networkOf, plainAddress } from '../network';

/** The number of connections at once, in all and from one address. */
interface ConnectionLimits {
  readonly max: number;
  /** Does not apply to connections from the local machine. */
  readonly maxPerAddress: number;
}

/** How long the head of a request may take that had begun to arrive when its connection was to be closed. */
const HEAD_MS = 10_000;

interface State {
  /** The network that it counts for; null where no limit applies. */
  readonly network: string | null;
  /** Requests without an answer yet. */
  requests: number;
  /** The answer to the latest request. */
  latest: ServerResponse | undefined;
  /** Whether an answer has announced that the connection will be closed. */
  ending: boolean;
}

/** Tracks busy and idle connections: bounds their number, and closes them for a graceful shutdown. */
export class Connections {
  private readonly states = new Map<Socket, State>();
  /** In the order of LRU: the one that has been idle longest first. */
  private readonly idle = new Set<Socket>();
  private readonly ofNetwork = new Map<string, number>();
  private closeAfterMs: number | undefined;

  constructor(
    private readonly server: Server,
    private readonly limits: ConnectionLimits,
  ) {
    server.on('connection', (socket: Socket) => {
      this.open(socket);
    });
  }

  /** The number of requests in progress on a connection. */
  requestsOn(socket: Socket): number {
    return this.states.get(socket)?.requests ?? 0;
  }

  /**
   * Marks a connection as busy until the response is over. False where there will be no answer, so that nothing must be
   * executed: an earlier answer was announced as the last, or the connection has just been closed.
   */
  track(socket: Socket, response: ServerResponse): boolean {
    const state = this.states.get(socket);
    if (state === undefined || state.ending) return false;
    this.idle.delete(socket);
    state.requests += 1;
    state.latest = response;
    response.once('close', () => {
      state.requests -= 1;
      if (state.requests === 0 && this.states.has(socket)) this.rest(socket);
    });
    return true;
  }

  /**
   * Whether the server stops and this is the answer to the latest request on its connection: then it is the last answer.
   * Those to earlier requests (pipelining) are sent before.
   */
  endsWith(socket: Socket, response: ServerResponse): boolean {
    const state = this.states.get(socket);
    if (this.closeAfterMs === undefined || state?.latest !== response) return false;
    state.ending = true;
    return true;
  }

  /**
   * Graceful shutdown: stops listening, and resolves once the last connection is closed: each after its last answer, or
   * when no request has come for the idle time. A request that was on its way when the stop began is answered.
   */
  close(idleMs: number): Promise<void> {
    this.closeAfterMs = idleMs;
    const closed = new Promise<void>((resolve) => {
      // Not the close of http, which ends idle connections at once. The only error is that the server did not listen.
      NetServer.prototype.close.call(this.server, () => {
        // Ends the timer that supervises connections.
        this.server.close();
        resolve();
      });
    });
    for (const socket of this.idle) this.closeLater(socket, idleMs);
    return closed;
  }

  /** Ends every connection, busy ones too. */
  destroy(): void {
    for (const socket of this.states.keys()) socket.destroy();
  }

  private open(socket: Socket): void {
    const address = plainAddress(socket.remoteAddress ?? '');
    const network = isLoopback(address) ? null : networkOf(address);
    const state = { network, requests: 0, latest: undefined, ending: false };
    this.states.set(socket, state);
    if (network !== null) this.count(network, 1);
    socket.once('close', () => {
      this.forget(socket);
    });
    if (this.evictIdle(network)) this.rest(socket);
    else this.drop(socket);
  }

  /** Closes a connection, and frees its slot at once. */
  private drop(socket: Socket): void {
    this.forget(socket);
    socket.destroy();
  }

  private forget(socket: Socket): void {
    const state = this.states.get(socket);
    if (!state) return;
    this.states.delete(socket);
    this.idle.delete(socket);
    if (state.network !== null) this.count(state.network, -1);
  }

  /** Closes the connection that has been idle longest, where there are too many; false where none is idle. */
  private evictIdle(network: string | null): boolean {
    if (network !== null && (this.ofNetwork.get(network) ?? 0) > this.limits.maxPerAddress) {
      return this.closeOldest((socket) => this.states.get(socket)?.network === network);
    }
    return this.states.size <= this.limits.max || this.closeOldest(() => true);
  }

  private closeOldest(fits: (socket: Socket) => boolean): boolean {
    for (const socket of this.idle) {
      if (!fits(socket)) continue;
      this.drop(socket);
      return true;
    }
    return false;
  }

  private rest(socket: Socket): void {
    this.idle.add(socket);
    if (this.closeAfterMs !== undefined) this.closeLater(socket, this.closeAfterMs);
  }

  private closeLater(socket: Socket, ms: number): void {
    const { bytesRead } = socket;
    setTimeout(() => {
      // After one more read of the sockets: timers run before the sockets are read, setImmediate after.
      setImmediate(() => {
        if (!this.idle.has(socket)) return;
        if (socket.bytesRead === bytesRead) socket.destroySoon();
        else this.closeLater(socket, HEAD_MS);
      });
    }, ms).unref();
  }

  private count(network: string, by: number): void {
    const count = (this.ofNetwork.get(network) ?? 0) + by;
    if (count > 0) this.ofNetwork.set(network, count);
    else this.ofNetwork.delete(network);
  }
}
