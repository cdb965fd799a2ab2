import pg, { type ClientBase, type ClientConfig, type CustomTypesConfig } from 'pg';
import type { DatabaseRole } from './roles';

export interface DatabaseOptions {
  /** The run-time login: never superuser, owner or BYPASSRLS. */
  url: string;
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

/** A pool whose every connection has taken `role`: a plan made for one role is never reused by another. */
export function createPool(
  role: DatabaseRole,
  options: DatabaseOptions,
  onConnect: (client: ClientBase) => void,
): pg.Pool {
  const { statementTimeoutMs } = options;
  const config: pg.PoolConfig & { pipeline: boolean } = {
    connectionString: options.url,
    options: settingsOf(role, options, statementTimeoutMs, statementTimeoutMs * 3),
    application_name: `stations ${role}`,
    ...KEEP_ALIVE,
    onConnect,
    pipeline: true,
    max: options.poolSize,
    connectionTimeoutMillis: options.poolWaitMs,
    idleTimeoutMillis: 30_000,
    types,
  };
  const pool = new pg.Pool(config);
  // The pool drops an idle connection that breaks; without a listener the event would end the process.
  pool.on('error', () => undefined);
  return pool;
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
