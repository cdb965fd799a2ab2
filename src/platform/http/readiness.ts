import type { Logger } from 'pino';

/** Checks at most once a second whether the service is ready, for any number of callers, with a short timeout. */
export class Readiness {
  private known: { readonly ready: boolean; readonly until: number } | undefined;
  private checking: Promise<boolean> | undefined;
  private last: boolean | undefined;

  constructor(
    private readonly check: () => Promise<void>,
    private readonly logger: Logger,
    private readonly keepMs = 1000,
    private readonly waitMs = 3000,
  ) {}

  /** Whether the last check, at most a second old, passed. */
  async ready(): Promise<boolean> {
    if (this.known !== undefined && performance.now() < this.known.until) return this.known.ready;
    this.checking ??= this.runCheck().finally(() => {
      this.checking = undefined;
    });
    return this.checking;
  }

  private async runCheck(): Promise<boolean> {
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<never>((_, reject) => {
      timer = setTimeout(() => {
        reject(new Error('the readiness check did not answer in time'));
      }, this.waitMs);
    });
    let failure: unknown;
    try {
      await Promise.race([this.check(), late]);
    } catch (error) {
      failure = error;
    } finally {
      clearTimeout(timer);
    }
    const ready = failure === undefined;
    // Logged once per change: probes come every few seconds.
    if (!ready && this.last !== false) this.logger.warn({ err: failure }, 'not ready');
    if (ready && this.last === false) this.logger.info('ready again');
    this.last = ready;
    this.known = { ready, until: performance.now() + this.keepMs };
    return ready;
  }
}
