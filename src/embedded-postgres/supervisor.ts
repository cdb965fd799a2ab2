import { StartError } from '../platform/start-error';
import { type Postmaster, stopPostmaster } from './postmaster-process';
import { isAlive } from './process-table';

const CHECK_MS = 1000;

/** Restarts a postmaster that ends by itself on its port, once. */
export class Supervisor {
  private restarting: Promise<void> | undefined;
  private stopping: Promise<void> | undefined;
  private timer: NodeJS.Timeout | undefined;

  constructor(
    private postmaster: Postmaster,
    private readonly startAgain: (port: number) => Promise<Postmaster>,
    private readonly log: (line: string) => void,
    /** Where PostgreSQL logs why it ended. */
    private readonly logFile: string,
  ) {}

  /** Begins to supervise; rejects when PostgreSQL has ended for good. */
  async watch(): Promise<never> {
    return new Promise<never>((_, reject) => {
      this.timer = setInterval(() => this.check(reject), CHECK_MS).unref();
    });
  }

  /** Stops the postmaster. Idempotent. */
  async stop(): Promise<void> {
    this.stopping ??= this.end();
    return this.stopping;
  }

  private async end(): Promise<void> {
    clearInterval(this.timer);
    await this.restarting;
    await stopPostmaster(this.postmaster.process);
  }

  private check(giveUp: (reason: StartError) => void): void {
    if (isAlive(this.postmaster.process)) return;
    if (this.restarting) {
      clearInterval(this.timer);
      giveUp(this.ended('ended again'));
      return;
    }
    this.log(
      `PostgreSQL has ended by itself and is started again: see ${this.logFile} / 内置数据库意外退出，正在重新启动`,
    );
    this.restarting = this.restart(giveUp);
  }

  private async restart(giveUp: (reason: StartError) => void): Promise<void> {
    clearInterval(this.timer);
    try {
      this.postmaster = await this.startAgain(this.postmaster.port);
    } catch (error) {
      giveUp(this.ended('cannot be started again', error));
      return;
    }
    if (!this.stopping) this.timer = setInterval(() => this.check(giveUp), CHECK_MS).unref();
  }

  private ended(how: string, cause?: unknown): StartError {
    const why = cause instanceof Error ? ` (${cause.message})` : '';
    return new StartError(
      `PostgreSQL ${how}${why}, so the server stops: see ${this.logFile} / 内置数据库无法继续运行，服务已停止，详见该日志`,
      { cause },
    );
  }
}
