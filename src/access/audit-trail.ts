import type { Logger } from 'pino';
import type { Database } from '../platform/database/database';
import { DatabaseTimeout, DatabaseUnavailable } from '../platform/database/errors';
import { within } from '../platform/within';
import { type AuditEntry, auditStatement } from './audit';

/** Entries that may wait at once. Beyond that the newest are dropped, and the log of the process says how many. */
const MAX_WAITING = 10_000;
const MAX_AT_ONCE = 500;
/** How long an entry waits for others: else every look of a bureau would be a second transaction. */
const LINGER_MS = 25;

/**
 * Keeps what no transaction of a member's own keeps: sign-ins, refusals, the use of keys, what bureaus looked at. It
 * writes behind the answers, in batches, so that looking costs nobody time.
 */
export class AuditTrail {
  private waiting: AuditEntry[] = [];
  /** Those that are on their way to the database. */
  private leaving: AuditEntry[] = [];
  private dropped = 0;
  private closing = false;
  private closed = false;
  private writing: Promise<void> | undefined;
  private hurry: () => void = () => undefined;

  constructor(
    private readonly database: Database,
    private readonly logger: Logger,
  ) {}

  add(entry: AuditEntry): void {
    if (this.closed) {
      this.giveUp([entry]);
      return;
    }
    if (this.waiting.length >= MAX_WAITING) {
      this.dropped += 1;
      return;
    }
    this.waiting.push(entry);
    if (this.waiting.length >= MAX_AT_ONCE) this.hurry();
    this.writing ??= this.writeAll();
  }

  /** Resolves when everything added so far is written: to the database, or where that has gone to the log at once. */
  async settled(): Promise<void> {
    while (this.writing) {
      this.hurry();
      await this.writing;
    }
  }

  /** Writes what waits, as far as there is time; the rest, and whatever is added later, goes to the log of the process. */
  async close(withinMs: number): Promise<void> {
    this.closing = true;
    const written = await within(withinMs, this.settled());
    this.closed = true;
    if (!written) this.giveUp([...this.leaving, ...this.waiting.splice(0)]);
  }

  private async writeAll(): Promise<void> {
    while (this.waiting.length > 0) {
      if (this.waiting.length < MAX_AT_ONCE) await this.linger();
      this.leaving = this.waiting.splice(0, MAX_AT_ONCE);
      await this.write(this.leaving);
      this.reportDropped();
    }
    // In the same breath as the last look at what waits, or an entry could come in between and stay.
    this.writing = undefined;
  }

  private async linger(): Promise<void> {
    await new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, LINGER_MS);
      this.hurry = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }

  private async write(entries: AuditEntry[]): Promise<void> {
    try {
      await this.database.once('app_audit', ...auditStatement(entries));
    } catch (err) {
      // One entry that the database does not take must not take the others along.
      if (entries.length > 1 && !isOutage(err)) {
        for (const entry of entries) await this.write([entry]);
        return;
      }
      // A database that is lost is tried once by a stop.
      const lost = this.closing && isOutage(err) ? [...entries, ...this.waiting.splice(0)] : entries;
      this.giveUp(lost, err);
    }
  }

  /** The process log is the last resort: what could not be kept in the database is kept there. */
  private giveUp(entries: AuditEntry[], err?: unknown): void {
    this.logger.error({ err, entries }, 'the audit trail could not be written');
  }

  private reportDropped(): void {
    if (this.dropped === 0) return;
    this.logger.error({ dropped: this.dropped }, 'the audit trail was full: entries were dropped');
    this.dropped = 0;
  }
}

/** True where the database is at fault, and no entry. */
function isOutage(err: unknown): boolean {
  return err instanceof DatabaseUnavailable || err instanceof DatabaseTimeout;
}
