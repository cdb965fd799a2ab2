import pg, { type ClientBase, type ClientConfig, type CustomTypesConfig, type Pool } from 'pg';
import { DataSource } from 'typeorm';
import type { PostgresDriver } from 'typeorm/driver/postgres/PostgresDriver';
import type { DatabaseRole } from './roles';

export type EntityClass = new () => object;

export interface DatabaseOptions {
  /** The run-time login: never superuser, owner or BYPASSRLS. */
  url: string;
  entities: EntityClass[];
  /** Connections a role, at most. */
  poolSize: number;
  poolWaitMs: number;
  statementTimeoutMs: number;
  lockTimeoutMs: number;
  /** Called after every statement with its label and how long it took. */
  onStatement?: (label: string, seconds: number) => void;
}

const DATE: number = pg.types.builtins.DATE;

type TypeParser = (oid: number, format?: string) => (text: string) => unknown;

/** Dates stay the text that PostgreSQL wrote: a Date object would move them by the server's time zone. */
const standardParser = pg.types.getTypeParser as unknown as TypeParser;
const types: CustomTypesConfig = {
  getTypeParser: (oid: number, format?: string) =>
    oid === DATE ? (text: string) => text : standardParser(oid, format),
};

/** Lets firewalls see that an idle connection is used, and finds out that its peer is gone. */
const KEEP_ALIVE = { keepAlive: true, keepAliveInitialDelayMillis: 10_000 };

/** How a connection takes `role`, and what holds on it. */
function settingsOf(
  role: DatabaseRole,
  options: DatabaseOptions,
  statementTimeoutMs: number,
  idleMs: number,
) {
  const settings = {
    role,
    statement_timeout: statementTimeoutMs,
    lock_timeout: options.lockTimeoutMs,
    idle_in_transaction_session_timeout: idleMs,
    timezone: 'UTC',
    jit: 'off',
    // Planned once a connection: planning a completion table anew takes longer than reading it.
    plan_cache_mode: 'force_generic_plan',
  };
  return Object.entries(settings)
    .map(([name, value]) => `-c ${name}=${String(value)}`)
    .join(' ');
}

/** A data source whose every connection has taken `role`: a plan made for one role is never reused by another. */
export function createDataSource(
  role: DatabaseRole,
  options: DatabaseOptions,
  onConnect: (client: ClientBase) => void,
): DataSource {
  const { statementTimeoutMs } = options;
  return new DataSource({
    type: 'postgres',
    url: options.url,
    entities: options.entities,
    installExtensions: false,
    logging: false,
    extra: {
      options: settingsOf(role, options, statementTimeoutMs, statementTimeoutMs * 3),
      application_name: `stations ${role}`,
      ...KEEP_ALIVE,
      onConnect,
      pipeline: true,
      max: options.poolSize,
      connectionTimeoutMillis: options.poolWaitMs,
      idleTimeoutMillis: 30_000,
      types,
    },
  });
}

/** A connection outside the pools that has taken `role`, for one long piece of work. */
export function singleConnection(
  role: DatabaseRole,
  options: DatabaseOptions,
  timeoutMs: number,
): ClientConfig {
  return {
    connectionString: options.url,
    options: settingsOf(role, options, timeoutMs, timeoutMs),
    application_name: `stations ${role} once`,
    ...KEEP_ALIVE,
    connectionTimeoutMillis: options.poolWaitMs,
    types,
  };
}

/** The pg pool inside a data source: named statements go to it directly, which TypeORM cannot send. */
export function poolOf(source: DataSource): Pool {
  return (source.driver as PostgresDriver).master as Pool;
}
