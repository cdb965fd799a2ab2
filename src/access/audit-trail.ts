import type { Logger } from 'pino';
import type { Database } from '../platform/database/database';
import { DatabaseTimeout, DatabaseUnavailable } from '../platform/database/errors';
import { within } from '../platform/within';
import { type AuditEntry, auditStatement } from './audit';

/** Entries queued at most. Beyond that the newest are dropped, and the process log says how many. */
const MAX_WAITING = 10_000;
const MAX_AT_ONCE = 500;
/** How long an entry waits to be batched with others: else every read of a bureau would cost a second transaction. */
const LINGER_MS = 25;

/**
 * Writes the audit entries that no transaction of a member writes: sign-ins, refusals, the use of keys, what bureaus read.
 * Batches are written after the answer, so that auditing a read delays no request.
 */
export class AuditTrail {
  private waiting: AuditEntry[] = [];
  /** The batch that is being written to the database. */
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

  /** Resolves when everything added so far is written: to the database, or to the process log where that is lost. */
  async settled(): Promise<void> {
    while (this.writing) {
      this.hurry();
      await this.writing;
    }
  }

  /** Writes the queue within the time; the rest, and whatever is added later, goes to the process log. */
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
    // In the same tick as the last check of the queue, or an entry could come in between and stay.
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
      // One entry that the database refuses must not fail the others of its batch.
      if (entries.length > 1 && !isOutage(err)) {
        for (const entry of entries) await this.write([entry]);
        return;
      }
      // At shutdown a lost database is tried only once.
      const lost = this.closing && isOutage(err) ? [...entries, ...this.waiting.splice(0)] : entries;
      this.giveUp(lost, err);
    }
  }

  /** Writes to the process log what could not be written to the database. */
  private giveUp(entries: AuditEntry[], err?: unknown): void {
    this.logger.error({ err, entries }, 'the audit trail could not be written');
  }

  private reportDropped(): void {
    if (this.dropped === 0) return;
    this.logger.error({ dropped: this.dropped }, 'the audit trail was full: entries were dropped');
    this.dropped = 0;
  }
}

/** True where the database is at fault, not an entry. */
function isOutage(err: unknown): boolean {
  return err instanceof DatabaseUnavailable || err instanceof DatabaseTimeout;
}
