import { connect } from 'node:net';
import type { Readable } from 'node:stream';
import type { Client } from 'pg';
import { CopyOut } from './copy-out';
import type { Database } from './database';
import { translate } from './errors';
import { statement } from './statement';
import { ENTER, enterValues, type Principal } from './tenant-scope';

/** A moment in the history of one database: everything that was written before it is known. */
export interface Watermark {
  /** Which database, and which course of its history: a copy that was restored goes on as another, in the same cluster too. */
  history: string;
  /** Rows of this transaction or a later one may have been missing. */
  transaction: string;
}

const WATERMARK = statement(
  'bulk.watermark',
  `select s.system_identifier || '/' || c.timeline_id || '/' || d.oid as history,
          pg_catalog.pg_snapshot_xmin(pg_catalog.pg_current_snapshot())::text as transaction
     from pg_catalog.pg_control_system() s, pg_catalog.pg_control_checkpoint() c, pg_catalog.pg_database d
    where d.datname = pg_catalog.current_database()`,
);

const AS_TEXT = { getTypeParser: () => (text: unknown) => text };

/**
 * A member's scope for reading in bulk: one READ ONLY transaction with one snapshot, on a connection of its own. That
 * connection is used once, so nothing is left on it for the next, and none is missing from the pools meanwhile.
 */
export class BulkScope {
  private constructor(
    private readonly database: Database,
    private readonly client: Client,
    readonly watermark: Watermark,
  ) {}

  /** Enters, or throws what every scope throws: the session has ended, the database is unavailable. */
  static async open(database: Database, principal: Principal, timeoutMs: number): Promise<BulkScope> {
    const client = await database.connectOnce(principal.role, timeoutMs);
    try {
      await client.query('begin isolation level repeatable read read only');
      await database.send(client, ENTER, enterValues(principal));
      const [watermark] = await database.send<Watermark>(client, WATERMARK, []);
      if (!watermark) throw new Error('a database without a history');
      return new BulkScope(database, client, watermark);
    } catch (error) {
      destroy(client);
      throw translate(error);
    }
  }

  /** The rows of a query as lines of bytes; `format` says how COPY writes a row. */
  copy(name: string, query: string, format: string, lineEnd: string): Readable {
    const copy = new CopyOut(`copy (${query}) to stdout (${format})`, Buffer.from(lineEnd));
    const started = performance.now();
    copy.once('close', () => {
      this.database.observe(name, started);
    });
    return this.client.query(copy);
  }

  /** The rows of a query, `size` at a time, each value as PostgreSQL writes it. */
  async *rows(name: string, query: string, size: number): AsyncGenerator<(string | null)[][], void> {
    const started = performance.now();
    await this.client.query(`declare bulk no scroll cursor for ${query}`);
    const next = { text: `fetch ${String(size)} from bulk`, rowMode: 'array' as const, types: AS_TEXT };
    for (;;) {
      const { rows } = await this.client.query<(string | null)[]>(next);
      if (rows.length > 0) yield rows;
      if (rows.length < size) break;
    }
    this.database.observe(name, started);
  }

  /** Commits, and lets go of the connection. */
  async finish(): Promise<void> {
    await this.client.query('commit');
    await this.client.end();
  }

  /** Ends whatever runs, at once. */
  abandon(): void {
    cancel(this.client);
    destroy(this.client);
  }
}

/** pg knows these of a connection, its types do not. */
interface Backend {
  host: string;
  port: number;
  processID: number | null;
  secretKey: number | null;
  connection: { stream: { destroy: () => void } };
}

/**
 * Asks PostgreSQL to stop the statement that runs: a statement that sorts or adds up would otherwise hear only with its
 * first row that nobody is there any more.
 */
function cancel(client: Client): void {
  const { host, port, processID, secretKey } = client as unknown as Backend;
  if (processID === null || secretKey === null) return;
  const request = Buffer.alloc(16);
  request.writeInt32BE(16, 0);
  request.writeInt32BE(80_877_102, 4);
  request.writeInt32BE(processID, 8);
  request.writeInt32BE(secretKey, 12);
  const socket = host.startsWith('/') ? connect(`${host}/.s.PGSQL.${String(port)}`) : connect({ host, port });
  socket.on('error', () => undefined);
  socket.end(request);
}

/** A connection that is in the middle of something is good for nothing else. */
function destroy(client: Client): void {
  (client as unknown as Backend).connection.stream.destroy();
}
