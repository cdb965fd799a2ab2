import type { PoolClient } from 'pg';
import { ClientGone } from '../client-gone';
import type { Database } from './database';
import { DatabaseTimeout, retryTransient, translate } from './errors';
import { hangUp } from './hang-up';
import { corkUntilNextTick } from './batch-writes';
import type { DatabaseRole } from './roles';
import { type Statement, statement } from './statement';

/** Whose eyes the database looks through. */
export interface Principal {
  role: DatabaseRole;
  organisationId: string;
  memberId: string;
  sessionId: string;
  /** Rises with every change of the member's rights: an older token is refused by the database. */
  accessVersion: number;
}

/** Begins every transaction of a member. */
export const ENTER = statement('scope.enter', 'select scope.enter($1, $2, $3, $4)');

const CONFIRM = statement('scope.confirm', 'select');

/** What a principal enters with. */
export function enterValues({ organisationId, memberId, sessionId, accessVersion }: Principal): unknown[] {
  return [organisationId, memberId, sessionId, accessVersion];
}

/** Statements inside one transaction. */
export interface Transaction {
  query<Row>(sql: Statement<Row>, values: unknown[]): Promise<Row[]>;
}

/** A statement and its values. */
export type FinalStatement = [Statement, unknown[]];

interface Reading {
  client: PoolClient;
  entered: Promise<unknown>;
  /** The first error ends the transaction; what is asked later fails for the same reason. */
  failure?: Error;
}

/**
 * All SQL of one request. Reads share one READ ONLY transaction with one snapshot, so that every figure of an answer
 * is of the same moment; it opens with the first statement, in the same round trip. A write is a transaction of its own.
 */
export class TenantScope {
  private reading: Promise<Reading> | undefined;
  private isClosed = false;
  /** While a write is at work, its transaction. */
  private writing: Transaction | undefined;
  /** Connections that are out of their pool for this scope. */
  private readonly connections = new Set<PoolClient>();

  /** `signal` stops the scope from sending further statements. */
  constructor(
    private readonly database: Database,
    private readonly principal: Principal,
    private readonly signal?: AbortSignal,
  ) {
    signal?.addEventListener('abort', () => this.expire(), { once: true });
  }

  /** Throws when the session has ended or its rights have changed. */
  static async confirm(database: Database, principal: Principal): Promise<void> {
    const scope = new TenantScope(database, principal);
    try {
      await scope.read(CONFIRM, []);
    } finally {
      await scope.close();
    }
  }

  /** Runs one statement in the request's read transaction; while a write is at work, in that: it sees what is locked. */
  async read<Row>(sql: Statement<Row>, values: unknown[]): Promise<Row[]> {
    this.assertOpen();
    if (this.writing) return this.writing.query(sql, values);
    this.reading ??= this.openReading();
    const reading = await this.reading;
    if (reading.failure) throw reading.failure;
    corkUntilNextTick(reading.client);
    const sent = this.database.send(reading.client, sql, values);
    try {
      const [, rows] = await Promise.all([reading.entered, sent]);
      return rows;
    } catch (error) {
      // A refused scope makes the statement fail too, as "transaction aborted": report the refusal.
      const first: unknown = await reading.entered.then(
        () => error,
        (reason: unknown) => reason,
      );
      reading.failure ??= this.signal?.aborted
        ? new DatabaseTimeout(this.signal.reason)
        : (translate(first) as Error);
      throw reading.failure;
    }
  }

  /**
   * Runs `work` in one transaction, all or nothing, and `closing`, a statement made when the work is done, together with
   * the commit. A deadlock or serialisation failure runs it all once more, so it must have no effect outside the
   * database. What is read afterwards sees what was written.
   */
  async write<T>(work: (transaction: Transaction) => Promise<T>, closing: () => FinalStatement): Promise<T> {
    await this.end();
    return retryTransient(async () => this.attempt(work, closing));
  }

  /**
   * Ends the scope with its request. Later statements, from parts of a refused request that still run, are refused: their
   * connection would never be released.
   */
  async close(): Promise<void> {
    this.isClosed = true;
    await this.end();
  }

  /** Ends the read transaction, if one is open, and gives its connection back. */
  async end(): Promise<void> {
    const { reading } = this;
    if (!reading) return;
    this.reading = undefined;
    const opened = await reading.catch(() => null);
    if (!opened) return;
    this.connections.delete(opened.client);
    // A connection destroyed with its request is still open for a moment and must not return to the pool.
    if (opened.failure || this.signal?.aborted) await this.rollBack(opened.client);
    else this.database.releaseAfterRead(opened.client);
  }

  private async rollBack(client: PoolClient): Promise<void> {
    try {
      await client.query('rollback');
      client.release();
    } catch (error) {
      client.release(error as Error);
    }
  }

  private async openReading(): Promise<Reading> {
    const client = await this.database.connect(this.principal.role);
    if (this.signal?.aborted) {
      client.release();
      throw new DatabaseTimeout(this.signal.reason);
    }
    this.connections.add(client);
    corkUntilNextTick(client);
    const begun = client.query('begin isolation level repeatable read read only');
    const entered = Promise.all([begun, this.enter(client)]);
    entered.catch(() => undefined);
    return { client, entered };
  }

  private async attempt<T>(
    work: (transaction: Transaction) => Promise<T>,
    closing: () => FinalStatement,
  ): Promise<T> {
    this.assertOpen();
    const client = await this.database.connect(this.principal.role);
    try {
      this.assertOpen();
      this.connections.add(client);
      return await this.transact(client, work, closing);
    } finally {
      this.connections.delete(client);
      client.release();
    }
  }

  private async transact<T>(
    client: PoolClient,
    work: (transaction: Transaction) => Promise<T>,
    closing: () => FinalStatement,
  ): Promise<T> {
    corkUntilNextTick(client);
    const entered = Promise.all([client.query('begin'), this.enter(client)]);
    entered.catch(() => undefined);
    try {
      // The first statement of the work leaves together with what opens the transaction.
      this.writing = {
        query: async (sql, values) => {
          corkUntilNextTick(client);
          return this.database.send(client, sql, values);
        },
      };
      const result = await work(this.writing).finally(() => {
        this.writing = undefined;
      });
      await entered;
      corkUntilNextTick(client);
      const [, { command }] = await Promise.all([
        this.database.send(client, ...closing()),
        client.query('commit'),
      ]);
      if (command !== 'COMMIT') throw new Error('the database did not commit');
      return result;
    } catch (error) {
      await client.query('rollback').catch(() => undefined);
      // A refused scope makes what follows fail too, as "transaction aborted": report the refusal.
      await entered;
      throw error;
    }
  }

  /**
   * When the time of a request is up, its connections are given up with whatever they are in the middle of: the next
   * request would wait behind it. Where a client has gone, a write that it began is still finished.
   */
  private expire(): void {
    if (this.signal?.reason instanceof ClientGone) return;
    for (const client of this.connections) hangUp(client);
  }

  private async enter(client: PoolClient): Promise<unknown> {
    return this.database.send(client, ENTER, enterValues(this.principal));
  }

  private assertOpen(): void {
    if (this.signal?.aborted) throw new DatabaseTimeout(this.signal.reason);
    if (this.isClosed) throw new Error('the request is over');
  }
}
