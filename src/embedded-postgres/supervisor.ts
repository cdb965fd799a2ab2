import { StartError } from '../platform/start-error';
import type { Server } from './server';

/** Starts a server again on its port, once, when it ends by itself. */
export class Supervisor {
  private restarted: Promise<Server> | undefined;
  private stopped: Promise<unknown> | undefined;

  constructor(
    private readonly server: Server,
    private readonly startAgain: (port: number) => Promise<Server>,
    private readonly stopServer: () => Promise<unknown>,
    private readonly log: (line: string) => void,
    /** Where PostgreSQL logs why it ended. */
    private readonly logFile: string,
  ) {}

  /** Begins to supervise; rejects when PostgreSQL has ended for good. */
  async watch(): Promise<never> {
    await this.unexpectedEnd(this.server);
    this.log(
      `PostgreSQL has ended by itself and is started again: see ${this.logFile} / 内置数据库意外退出，正在重新启动`,
    );
    this.restarted = this.startAgain(this.server.port);
    const server = await this.restarted.catch((error: unknown) => {
      throw this.ended('cannot be started again', error);
    });
    await this.unexpectedEnd(server);
    throw this.ended('ended again');
  }

  /** Stops the server. Idempotent. */
  async stop(): Promise<void> {
    this.stopped ??= (this.restarted ?? Promise.resolve()).catch(() => undefined).then(this.stopServer);
    await this.stopped;
  }

  /** Never resolves when it was stopped. */
  private async unexpectedEnd(server: Server): Promise<void> {
    await server.ended;
    if (this.stopped) await new Promise<never>(() => undefined);
  }

  private ended(how: string, cause?: unknown): StartError {
    const why = cause instanceof Error ? ` (${cause.message})` : '';
    return new StartError(
      `PostgreSQL ${how}${why}, so the server stops: see ${this.logFile} / 内置数据库无法继续运行，服务已停止，详见该日志`,
      { cause },
    );
  }
}
