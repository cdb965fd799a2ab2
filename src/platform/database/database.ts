import type { Pool, PoolClient } from 'pg';
import type { DataSource } from 'typeorm';
import { createDataSource, type DatabaseOptions, poolOf } from './data-sources';
import { translate } from './errors';
import { DATABASE_ROLES, type DatabaseRole } from './roles';
import type { Statement } from './statement';
import { refuseUnsafeLogin } from './wall-check';

export interface PoolState {
  role: DatabaseRole;
  total: number;
  idle: number;
  waiting: number;
}

/** The one way to PostgreSQL: a small pool for each database role. Scopes take their connections from here. */
export class Database {
  private readonly sources = new Map<DatabaseRole, DataSource>();

  constructor(private readonly options: DatabaseOptions) {}

  /** Connects, and refuses a login that could walk through the wall. */
  async start(): Promise<void> {
    for (const role of DATABASE_ROLES) this.sources.set(role, createDataSource(role, this.options));
    await Promise.all([...this.sources.values()].map(async (source) => source.initialize()));
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
  }

  /** Throws when the database does not answer. */
  async ready(): Promise<void> {
    const client = await this.connect('app_auth');
    try {
      await client.query('select 1');
    } catch (error) {
      throw translate(error);
    } finally {
      client.release();
    }
  }

  /** Reads a table that is no tenant's: districts, the catalogue. No scope is open, so no tenant row can be seen. */
  async readShared<Row>(sql: Statement): Promise<Row[]> {
    const client = await this.connect('app_platform');
    try {
      return await this.send<Row>(client, sql, []);
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
      return await this.pool(role).connect();
    } catch (error) {
      throw translate(error);
    }
  }

  /** TypeORM's own view of a role's pool, for writes of entities. */
  source(role: DatabaseRole): DataSource {
    const source = this.sources.get(role);
    if (!source) throw new Error('the database is not started');
    return source;
  }

  /** Sends a named statement and times it. */
  async send<Row>(client: PoolClient, { name, text }: Statement, values: unknown[]): Promise<Row[]> {
    const started = performance.now();
    try {
      const result = await client.query({ name, text, values });
      return result.rows as Row[];
    } finally {
      this.options.onStatement?.(name, (performance.now() - started) / 1000);
    }
  }

  private pool(role: DatabaseRole): Pool {
    return poolOf(this.source(role));
  }
}
