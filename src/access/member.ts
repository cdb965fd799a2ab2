import { dayOf, type Day } from '../platform/calendar';
import { BulkScope } from '../platform/database/bulk-scope';
import type { Database } from '../platform/database/database';
import { type Statement, statement } from '../platform/database/statement';
import {
  type FinalStatement,
  type Principal,
  TenantScope,
  type Transaction,
} from '../platform/database/tenant-scope';
import { type Batch, Loaders } from '../platform/graphql/loaders';
import { type Action, isPermitted, PERSONAL } from './actions';
import { auditStatement, type Change, type Origin } from './audit';
import { databaseRoleOf, type Session } from './session';

/** A transaction that is audited: every change must be logged. */
export interface Write extends Transaction {
  /** Adds to the audit log, in this transaction. */
  log: (change: Change) => void;
}

/** What a member needs of its server and request. */
export interface MemberOptions extends Origin {
  database: Database;
  clock: () => Date;
  /** Aborted when the client no longer waits for the answer. */
  signal?: AbortSignal;
}

const CONFIRM = statement('member.confirm', 'select');
const CHECK_CONSTRAINTS = statement('member.checkConstraints', 'set constraints all immediate');

/** A signed-in member, and its scope in the database. */
export class Member {
  private readonly principal: Principal;
  private readonly scope: TenantScope;
  private readonly loaders: Loaders<TenantScope>;
  /** The agreements that this request has read. */
  readonly viewedAgreementIds = new Set<string>();

  constructor(
    readonly session: Session,
    private readonly options: MemberOptions,
  ) {
    this.principal = { ...session, role: databaseRoleOf(session) };
    this.scope = new TenantScope(options.database, this.principal, options.signal);
    this.loaders = new Loaders(this.scope);
  }

  /** Whether the table of actions permits this member an action. */
  may(action: Action): boolean {
    if (this.session.isKey && PERSONAL.has(action)) return false;
    return isPermitted(action, this.session);
  }

  now(): Date {
    return this.options.clock();
  }

  /** Today in Guangzhou. */
  today(): Day {
    return dayOf(this.now());
  }

  async read<Row>(sql: Statement<Row>, values: unknown[]): Promise<Row[]> {
    return this.scope.read(sql, values);
  }

  /** Refuses a session that has ended, as every read does: for answers from memory. */
  async confirm(): Promise<void> {
    await this.read(CONFIRM, []);
  }

  /** The same as of now instead of the beginning of the request: for answers that take minutes. */
  async confirmAnew(): Promise<void> {
    await TenantScope.confirm(this.options.database, this.principal);
  }

  async load<Key, Value>(batch: Batch<TenantScope, Key, Value>, key: Key): Promise<Value> {
    return this.loaders.load(batch, key);
  }

  /** Runs `work` in one transaction together with its entries in the audit log. */
  async write<T>(work: (transaction: Write) => Promise<T>): Promise<T> {
    let changes: Change[] = [];
    return this.scope
      .write(
        async (transaction) => {
          this.loaders.clear();
          changes = [];
          return work({ ...transaction, log: (change) => changes.push(change) });
        },
        () => this.auditOf(changes),
      )
      .finally(() => {
        this.loaders.clear();
      });
  }

  /** This member's scope for reading whole tables, outside the connection pools. The caller ends it. */
  async openBulk(timeoutMs: number): Promise<BulkScope> {
    return BulkScope.open(this.options.database, this.principal, timeoutMs);
  }

  /** The same member in a scope of its own, for a write within a query: what else is read meanwhile does not see it. */
  async apart<T>(work: (member: Member) => Promise<T>): Promise<T> {
    const own = new Member(this.session, this.options);
    try {
      return await work(own);
    } finally {
      await own.finish();
    }
  }

  /** Releases the connection until the next read. */
  async rest(): Promise<void> {
    this.loaders.clear();
    await this.scope.end();
  }

  async finish(): Promise<void> {
    await this.scope.close();
  }

  /**
   * Does `work` in a transaction that is rolled back, with what is checked at a commit; returns its result. Not below a
   * savepoint: guards of the database know by its id what the transaction itself has written.
   */
  async rehearse<T>(work: (transaction: Write) => Promise<T>): Promise<T> {
    const taken: { result?: T } = {};
    const rolledBack = new Error('a rehearsal is rolled back');
    await this.write(async (transaction) => {
      taken.result = await work({ ...transaction, log: () => undefined });
      await transaction.query(CHECK_CONSTRAINTS, []);
      throw rolledBack;
    }).catch((error: unknown) => {
      if (error !== rolledBack) throw error;
    });
    return taken.result as T;
  }

  private auditOf(changes: readonly Change[]): FinalStatement {
    if (changes.length === 0) throw new Error('a write must say in the audit log what it did');
    const { requestId, remoteAddress } = this.options;
    const { organisationId, memberId } = this.session;
    const common = { requestId, remoteAddress, at: this.now() };
    const entries = changes.map((change) =>
      change.organisationId === undefined
        ? { organisationId, memberId, ...common, ...change }
        : { memberId: null, ...common, ...change, organisationId: change.organisationId },
    );
    return auditStatement(entries);
  }
}
