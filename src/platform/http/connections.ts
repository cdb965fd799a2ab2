import type { Server, ServerResponse } from 'node:http';
import type { Socket } from 'node:net';

/** Knows which connections are busy, so that the idle ones can be closed when the server stops. */
export class Connections {
  private readonly busy = new Map<Socket, number>();
  private closing = false;

  constructor(private readonly server: Server) {
    server.on('connection', (socket: Socket) => {
      this.busy.set(socket, 0);
      socket.once('close', () => {
        this.busy.delete(socket);
      });
    });
  }

  /** How many requests a connection is answering. */
  requestsOn(socket: Socket): number {
    return this.busy.get(socket) ?? 0;
  }

  /** Marks a connection as busy until the response is over. */
  follow(socket: Socket, response: ServerResponse): void {
    this.busy.set(socket, this.requestsOn(socket) + 1);
    response.once('close', () => {
      const left = this.requestsOn(socket) - 1;
      if (!socket.destroyed) this.busy.set(socket, left);
      // Reached where the headers had gone out, with a promise of keep-alive, before the stop was known.
      if (this.closing && left === 0) socket.destroySoon();
    });
  }

  /** Stops listening, closes what is idle, and resolves once the last connection is gone. */
  close(): Promise<void> {
    this.closing = true;
    const closed = new Promise<void>((resolve) => {
      // The only error is that the server did not listen, which is as good as closed.
      this.server.close(() => {
        resolve();
      });
    });
    this.closeIdle();
    return closed;
  }

  /** Closes the connections on which nothing is being answered: also how room is made when there are too many. */
  closeIdle(): void {
    for (const [socket, requests] of this.busy) if (requests === 0) socket.destroy();
  }

  /** Ends every connection, busy ones too. */
  destroy(): void {
    for (const socket of this.busy.keys()) socket.destroy();
  }
}
