import { Client, type ClientBase, type Pool, type PoolClient } from 'pg';
import type { DataSource } from 'typeorm';
import { createDataSource, type DatabaseOptions, poolOf, singleConnection } from './data-sources';
import { StartError } from '../start-error';
import { translate } from './errors';
import { knownMigrations } from './migrations';
import { gather } from './one-flight';
import { DATABASE_ROLES, type DatabaseRole } from './roles';
import { type Statement, statement } from './statement';
import { refuseUnsafeLogin } from './wall-check';

export interface PoolState {
  role: DatabaseRole;
  total: number;
  idle: number;
  waiting: number;
}

const LONGEST_UNCOMMITTED_MS = 5;

const MISSING_MIGRATIONS = statement(
  'migrations.missing',
  `select version from unnest($1::bigint[]) version
    where not exists (select from public.schema_migration m where m.timestamp = version) limit 1`,
);

const NOT_MIGRATED =
  'The database is not up to date: run "npm run migrate" first / 数据库尚未升级，请先运行 npm run migrate';

/** The one way to PostgreSQL: a small pool for each database role. Scopes take their connections from here. */
export class Database {
  private readonly sources = new Map<DatabaseRole, DataSource>();
  /** Connections in the pool whose last transaction has been read to its end, and not yet been committed. */
  private readonly uncommitted = new WeakSet<ClientBase>();

  constructor(private readonly options: DatabaseOptions) {}

  /** Connects, and refuses a login that could walk through the wall. */
  async start(): Promise<void> {
    for (const role of DATABASE_ROLES) this.sources.set(role, createDataSource(role, this.options));
    try {
      await Promise.all([...this.sources.values()].map(async (source) => source.initialize()));
    } catch (error) {
      throw cannotConnect(error);
    }
    for (const source of this.sources.values())
      poolOf(source).on('acquire', (client) => this.commitRead(client));
    await Promise.all(
      DATABASE_ROLES.map(async (role) => {
        const client = await this.connect(role);
        try {
          await refuseUnsafeLogin(client, role);
        } finally {
          client.release();
        }
      }),
    );
    await this.ready();
  }

  /** Throws when the database does not answer, or lacks a migration of this version. */
  async ready(): Promise<void> {
    const client = await this.connect('app_auth');
    try {
      const missing = await this.send<{ version: string }>(client, MISSING_MIGRATIONS, [knownMigrations()]);
      if (missing.length > 0) throw new StartError(NOT_MIGRATED);
    } catch (error) {
      throw isMissingTable(error) ? new StartError(NOT_MIGRATED) : translate(error);
    } finally {
      client.release();
    }
  }

  /** Runs one statement outside any scope, where no tenant row can be seen: the catalogue, the audit trail. */
  async once<Row>(role: DatabaseRole, sql: Statement, values: unknown[] = []): Promise<Row[]> {
    const client = await this.connect(role);
    try {
      return await this.send<Row>(client, sql, values);
    } catch (error) {
      throw translate(error);
    } finally {
      client.release();
    }
  }

  pools(): PoolState[] {
    return [...this.sources].map(([role, source]) => {
      const { totalCount, idleCount, waitingCount } = poolOf(source);
      return { role, total: totalCount, idle: idleCount, waiting: waitingCount };
    });
  }

  async close(): Promise<void> {
    const open = [...this.sources.values()].filter((source) => source.isInitialized);
    await Promise.all(open.map(async (source) => source.destroy()));
  }

  /** A pooled connection of a role. Only the scopes take one. */
  async connect(role: DatabaseRole): Promise<PoolClient> {
    try {
      const client = await this.pool(role).connect();
      // A connection that breaks while it is out says so to whoever waits for its answer; unheard, the event would end
      // the process.
      if (client.listenerCount('error') === 0) client.on('error', () => undefined);
      return client;
    } catch (error) {
      throw translate(error);
    }
  }

  /** A connection outside the pools, for one long piece of work: whoever takes it ends it. */
  async connectOnce(role: DatabaseRole, timeoutMs: number): Promise<Client> {
    const client = new Client(singleConnection(role, this.options, timeoutMs));
    client.on('error', () => undefined);
    try {
      await client.connect();
      return client;
    } catch (error) {
      throw translate(error);
    }
  }

  /**
   * Gives back a connection on which nothing but reading was done. Nothing depends on the commit, so it leaves together
   * with what the connection is used for next, and by itself when that does not come at once.
   */
  giveBackRead(client: PoolClient): void {
    this.uncommitted.add(client);
    client.release();
    setTimeout(() => this.commitRead(client), LONGEST_UNCOMMITTED_MS).unref();
  }

  private commitRead(client: ClientBase): void {
    if (!this.uncommitted.delete(client)) return;
    gather(client);
    // A connection that cannot commit has lost the transaction, and whoever uses it next hears of it.
    client.query('commit').catch(() => undefined);
  }

  /** TypeORM's own view of a role's pool, for writes of entities. */
  source(role: DatabaseRole): DataSource {
    const source = this.sources.get(role);
    if (!source) throw new Error('the database is not started');
    return source;
  }

  /** Sends a named statement and times it. */
  async send<Row>(client: ClientBase, { name, text, label }: Statement, values: unknown[]): Promise<Row[]> {
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

  private pool(role: DatabaseRole): Pool {
    return poolOf(this.source(role));
  }
}

/** Before the first migration there is no table of migrations, or no right to read it. */
function isMissingTable(error: unknown): boolean {
  const { code } = error as { code?: string };
  return code === '42P01' || code === '42501';
}

function cannotConnect(error: unknown): unknown {
  const { code, message } = error as { code?: string; message?: string };
  if (code === '42501' || code === '22023') {
    return new StartError(
      `DATABASE_URL: the login cannot take the group roles (${message ?? ''}); "npm run migrate" makes and grants them`,
    );
  }
  return new StartError(`DATABASE_URL: cannot connect (${[code, message].filter(Boolean).join(' ')})`);
}
