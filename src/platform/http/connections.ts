import type { Server, ServerResponse } from 'node:http';
import { Server as NetServer, type Socket } from 'node:net';

import { isLoopback, networkOf, plainAddress } from '../network';

/** How many connections there may be at once, in all and from one address. */
export interface ConnectionLimits {
  readonly most: number;
  /** Not asked of this machine's own connections. */
  readonly mostAnAddress: number;
}

/** How long the head of a request may take that had begun to arrive when its connection was to be closed. */
const HEAD_MS = 10_000;

interface State {
  /** Whose limit it counts for; null where no limit is asked. */
  readonly network: string | null;
  /** Requests that are being answered. */
  requests: number;
  /** The last request to come. */
  latest: ServerResponse | undefined;
  /** Whether its last answer has been promised. */
  ending: boolean;
}

/** Knows which connections are busy and which idle: bounds them, and closes them in order when the server stops. */
export class Connections {
  private readonly states = new Map<Socket, State>();
  /** The one that has been idle longest first. */
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

  /** How many requests a connection is answering. */
  requestsOn(socket: Socket): number {
    return this.states.get(socket)?.requests ?? 0;
  }

  /**
   * Marks a connection as busy until the response is over. False where there will be no answer, so that nothing is to be
   * executed: the answer before was promised to be the last, or the connection has just been closed.
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
   * Whether the server stops and this is the answer to the last request that has come on its connection: then it is the
   * last answer. Those to requests sent ahead (pipelining) follow before.
   */
  endsWith(socket: Socket, response: ServerResponse): boolean {
    const state = this.states.get(socket);
    if (this.closeAfterMs === undefined || state?.latest !== response) return false;
    state.ending = true;
    return true;
  }

  /**
   * Stops listening, and resolves once the last connection is gone: each after its last answer, or when no request has
   * come for so long. One that was on its way when the stop began is answered.
   */
  close(idleMs: number): Promise<void> {
    this.closeAfterMs = idleMs;
    const closed = new Promise<void>((resolve) => {
      // Not the close of http, which ends idle connections at once. The only error is that the server did not listen.
      NetServer.prototype.close.call(this.server, () => {
        // Nothing is left to end but the timer that watches over them.
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
    if (this.makeRoom(network)) this.rest(socket);
    else this.drop(socket);
  }

  /** Closes a connection, whose place is free at once. */
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
  private makeRoom(network: string | null): boolean {
    if (network !== null && (this.ofNetwork.get(network) ?? 0) > this.limits.mostAnAddress) {
      return this.closeOldest((socket) => this.states.get(socket)?.network === network);
    }
    return this.states.size <= this.limits.most || this.closeOldest(() => true);
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
      // After a last look at what has arrived: timers run before the sockets are read, this runs after.
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
