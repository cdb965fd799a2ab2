import { Client, type ClientBase, type Pool, type PoolClient } from 'pg';
import { refuseChangedCollations } from './collations';
import { whyNoConnection } from './connection-fault';
import { createPool, type DatabaseOptions, singleConnection } from './pools';
import { StartError } from '../start-error';
import { DatabaseUnavailable, translate } from './errors';
import { limitSilence, OpenConnections } from './hang-up';
import { knownMigrations } from './migrations';
import { corkUntilNextTick } from './batch-writes';
import { DATABASE_ROLES, type DatabaseRole } from './roles';
import {
  CAN_WRITE,
  MIGRATION_DIFFERENCE,
  notMigrated,
  refuseOtherVersion,
  refuseReadOnly,
} from './server-state';
import type { Statement } from './statement';
import { assertLoginCannotBypassRls, assertRoleIsTaken } from './login-check';

export interface PoolState {
  role: DatabaseRole;
  total: number;
  idle: number;
  waiting: number;
}

const MAX_UNCOMMITTED_MS = 5;

/** How long connections have to end in order, and then to notice that they were given up. */
const CLOSE_MS = 3000;
const GIVEN_UP_MS = 1000;

/** The one way to PostgreSQL: a small pool for each database role. Scopes take their connections from here. */
export class Database {
  private readonly rolePools = new Map<DatabaseRole, Pool>();
  /** Connections in the pool whose last transaction has been read to its end, and not yet been committed. */
  private readonly uncommitted = new WeakSet<ClientBase>();
  private readonly connections = new OpenConnections();
  private closing: Promise<void> | undefined;

  constructor(private readonly options: DatabaseOptions) {}

  /** Connects; fails if the login could bypass row-level security, or the database is not this version's. */
  async start(): Promise<void> {
    try {
      this.open();
      await this.inEachRole(async (client, role) => {
        await assertRoleIsTaken(client, role);
        // These are the same on every connection of the login.
        if (role !== 'app_auth') return;
        await assertLoginCannotBypassRls(client);
        await refuseChangedCollations(client);
      });
      await this.ready();
    } catch (error) {
      throw whyNotStarted(error);
    }
  }

  /**
   * Throws when the database does not answer on any of the pools, cannot be written, or is of another version than this
   * program.
   */
  async ready(): Promise<void> {
    await this.inEachRole(async (client, role) => {
      const [canWrite] = await this.send(client, CAN_WRITE, []);
      if (canWrite) refuseReadOnly(canWrite);
      if (role === 'app_auth') await this.requireSameVersion(client);
    });
  }

  private open(): void {
    const onConnect = (client: ClientBase): void => this.connected(client);
    for (const role of DATABASE_ROLES) {
      const pool = createPool(role, this.options, onConnect);
      pool.on('acquire', (client) => this.commitDeferred(client));
      this.rolePools.set(role, pool);
    }
  }

  private async inEachRole(work: (client: ClientBase, role: DatabaseRole) => Promise<void>): Promise<void> {
    await Promise.all(
      DATABASE_ROLES.map(async (role) => {
        const client = await this.connect(role);
        try {
          await work(client, role);
        } catch (error) {
          throw translate(error);
        } finally {
          client.release();
        }
      }),
    );
  }

  private async requireSameVersion(client: ClientBase): Promise<void> {
    const known = knownMigrations();
    try {
      refuseOtherVersion(await this.send(client, MIGRATION_DIFFERENCE, [known]), known);
    } catch (error) {
      throw isMissingTable(error) ? notMigrated() : error;
    }
  }

  /** Runs one statement outside any scope, where no tenant row can be seen: the catalogue, the audit trail. */
  async once<Row>(role: DatabaseRole, sql: Statement<Row>, values: unknown[] = []): Promise<Row[]> {
    const client = await this.connect(role);
    try {
      return await this.send(client, sql, values);
    } catch (error) {
      throw translate(error);
    } finally {
      client.release();
    }
  }

  pools(): PoolState[] {
    return [...this.rolePools].map(([role, { totalCount, idleCount, waitingCount }]) => {
      return { role, total: totalCount, idle: idleCount, waiting: waitingCount };
    });
  }

  /** Ends every connection, in order where the database answers, and within seconds where it does not. */
  async close(): Promise<void> {
    this.closing ??= this.end();
    return this.closing;
  }

  private async end(): Promise<void> {
    const pools = [...this.rolePools.values()];
    const timers: NodeJS.Timeout[] = [];
    const late = new Promise<void>((resolve) => {
      timers.push(setTimeout(() => this.connections.destroy(pools), CLOSE_MS));
      timers.push(setTimeout(resolve, CLOSE_MS + GIVEN_UP_MS));
    });
    try {
      const ended = Promise.all(pools.map(async (pool) => pool.end()));
      await Promise.race([ended.then(async () => this.connections.closed()), late]);
    } finally {
      timers.forEach(clearTimeout);
      this.rolePools.clear();
    }
  }

  /** A pooled connection of a role. Only the scopes take one. */
  async connect(role: DatabaseRole): Promise<PoolClient> {
    try {
      const client = await this.pool(role).connect();
      // A connection that breaks in use rejects its pending queries; without a listener the event would end the process.
      if (client.listenerCount('error') === 0) client.on('error', () => undefined);
      return client;
    } catch (error) {
      throw new DatabaseUnavailable(error);
    }
  }

  /** A connection outside the pools, for one long piece of work. The caller ends it. */
  async connectOnce(role: DatabaseRole, timeoutMs: number): Promise<Client> {
    const client = new Client(singleConnection(role, this.options, timeoutMs));
    client.on('error', () => undefined);
    try {
      await client.connect();
      this.connected(client);
      return client;
    } catch (error) {
      throw new DatabaseUnavailable(error);
    }
  }

  /**
   * Gives back a connection on which nothing but reading was done. Nothing depends on the commit, so it leaves together
   * with what the connection is used for next, and by itself when that does not come at once.
   */
  releaseAfterRead(client: PoolClient): void {
    this.uncommitted.add(client);
    client.release();
    setTimeout(() => this.commitDeferred(client), MAX_UNCOMMITTED_MS).unref();
  }

  private commitDeferred(client: ClientBase): void {
    if (!this.uncommitted.delete(client)) return;
    corkUntilNextTick(client);
    // A connection that cannot commit has lost the transaction: its next query fails.
    client.query('commit').catch(() => undefined);
  }

  /** Sends a named statement and times it. */
  async send<Row>(
    client: ClientBase,
    { name, text, label }: Statement<Row>,
    values: unknown[],
  ): Promise<Row[]> {
    const started = performance.now();
    try {
      const result = await client.query({ name, text, values });
      return result.rows as Row[];
    } finally {
      this.observe(label, started);
    }
  }

  /** Counts a statement that began at `started` and is over. */
  observe(label: string, started: number): void {
    this.options.onStatement?.(label, (performance.now() - started) / 1000);
  }

  private connected(client: ClientBase): void {
    this.connections.add(client);
    limitSilence(client, this.options.statementTimeoutMs);
  }

  private pool(role: DatabaseRole): Pool {
    const pool = this.rolePools.get(role);
    if (!pool) throw new Error('the database is not started');
    return pool;
  }
}

/** Before the first migration there is no table of migrations, or no right to read it. */
function isMissingTable(error: unknown): boolean {
  const { code } = error as { code?: string };
  return code === '42P01' || code === '42501';
}

function whyNotStarted(error: unknown): unknown {
  if (error instanceof StartError) return error;
  const cause = error instanceof DatabaseUnavailable ? error.cause : error;
  const { code, message } = cause as { code?: string; message?: string };
  if (code === '42501' || code === '22023') {
    return new StartError(
      `DATABASE_URL: the login cannot take the group roles (${message ?? ''}); "npm run migrate" makes and grants them`,
    );
  }
  return (
    whyNoConnection(cause, 'DATABASE_URL') ??
    new StartError(`DATABASE_URL: cannot connect (${[code, message].filter(Boolean).join(' ')})`)
  );
}
