import type { Readable } from 'node:stream';
import type { Client } from 'pg';
import { CopyOut } from './copy-out';
import type { Database } from './database';
import { DatabaseUnavailable, translate } from './errors';
import { hangUp, limitSilence } from './hang-up';
import { statement } from './statement';
import { ENTER, enterValues, type Principal } from './tenant-scope';

/** A position in the history of one database: every transaction before it has been read. */
export interface Watermark {
  /** Identifies the database and its history: a restored copy has another one, in the same cluster too. */
  history: string;
  /** Rows of this transaction or a later one may be missing. */
  transaction: string;
}

/**
 * The timeline is read from the WAL being written: after a failover the control file has the old one until a checkpoint
 * has ended. On a standby, whose transactions are another's, there is none.
 */
export const WATERMARK = statement<Partial<Watermark>>(
  'bulk.watermark',
  `select s.system_identifier || '/' || case when not pg_catalog.pg_is_in_recovery() then
            ('x' || left(pg_catalog.pg_walfile_name(pg_catalog.pg_current_wal_insert_lsn()), 8))::bit(32)::int end || '/' || d.oid as history,
          pg_catalog.pg_snapshot_xmin(pg_catalog.pg_current_snapshot())::text as transaction
     from pg_catalog.pg_control_system() s, pg_catalog.pg_database d
    where d.datname = pg_catalog.current_database()`,
);

const AS_TEXT = { getTypeParser: () => (text: unknown) => text };

/**
 * A member's scope for reading in bulk: one READ ONLY transaction with one snapshot, on a connection of its own. That
 * connection is used once, so it passes on no state, and the pools keep all of theirs.
 */
export class BulkScope {
  private reason: Error | undefined;

  private constructor(
    private readonly database: Database,
    private readonly client: Client,
    readonly watermark: Watermark,
  ) {}

  /** Enters the scope; throws as every scope does where the session has ended or the database is unavailable. */
  static async open(database: Database, principal: Principal, timeoutMs: number): Promise<BulkScope> {
    const client = await database.connectOnce(principal.role, timeoutMs);
    try {
      await client.query('begin isolation level repeatable read read only');
      await database.send(client, ENTER, enterValues(principal));
      const [watermark] = await database.send(client, WATERMARK, []);
      const { history, transaction } = watermark ?? {};
      if (!history || !transaction) throw new DatabaseUnavailable('a standby');
      // From here on one statement may take as long as the export.
      limitSilence(client, timeoutMs);
      return new BulkScope(database, client, { history, transaction });
    } catch (error) {
      hangUp(client);
      throw translate(error);
    }
  }

  /** The rows of a query as lines of bytes; `format` is the options of COPY. */
  copy(name: string, query: string, format: string, lineEnd: string): Readable {
    const copy = new CopyOut(`copy (${query}) to stdout (${format})`, Buffer.from(lineEnd), (error) =>
      this.explained(error),
    );
    const started = performance.now();
    copy.once('close', () => {
      this.database.observe(name, started);
    });
    return this.client.query(copy);
  }

  /** The rows of a query in batches of `size`, each value as PostgreSQL writes it. */
  async *rows(name: string, query: string, size: number): AsyncGenerator<(string | null)[][], void> {
    const started = performance.now();
    const next = { text: `fetch ${String(size)} from bulk`, rowMode: 'array' as const, types: AS_TEXT };
    try {
      await this.client.query(`declare bulk no scroll cursor for ${query}`);
      for (;;) {
        const { rows } = await this.client.query<(string | null)[]>(next);
        if (rows.length > 0) yield rows;
        if (rows.length < size) break;
      }
    } catch (error) {
      throw this.explained(error);
    }
    this.database.observe(name, started);
  }

  /** Commits, and closes the connection. */
  async finish(): Promise<void> {
    try {
      await this.client.query('commit');
    } catch (error) {
      throw this.explained(error);
    }
    // Not awaited: all rows have arrived, and the peer may be slow to close.
    void this.client.end();
  }

  /** Ends the running statement at once; its reader gets `reason` as the error. */
  abandon(reason?: Error): void {
    this.reason ??= reason;
    hangUp(this.client);
  }

  private explained(error: unknown): Error {
    return this.reason ?? (translate(error) as Error);
  }
}
