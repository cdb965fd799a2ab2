import { message, type MessageCode } from '../../messages';
import { AppError } from '../app-error';
import { BrokenRules } from '../faults';

/** The database cannot be reached, or its connection pool is exhausted: answered 503, worth a retry. */
export class DatabaseUnavailable extends AppError {
  constructor(cause: unknown) {
    super('SERVICE_UNAVAILABLE', message('DATABASE_UNAVAILABLE'), { cause });
  }
}

/** Statement timeout or lock timeout. */
export class DatabaseTimeout extends AppError {
  constructor(cause: unknown) {
    super('SERVICE_UNAVAILABLE', message('DATABASE_UNAVAILABLE'), { cause });
  }
}

/** The session of the caller has ended, or its rights have changed since its token was made. */
export class SessionEnded extends AppError {
  constructor() {
    super('UNAUTHENTICATED', message('SESSION_ENDED'));
  }
}

interface SqlFault {
  code: string | undefined;
  constraint: string | undefined;
  column: string | undefined;
  detail: string | undefined;
}

/** SQLSTATE and constraint of an error of pg, also where TypeORM has wrapped it. */
function sqlFault(error: unknown): SqlFault {
  const wrapped = error as { driverError?: unknown } | null;
  const source = (wrapped?.driverError ?? error) as Record<keyof SqlFault, unknown> | null;
  const text = (name: keyof SqlFault): string | undefined => {
    const value = source?.[name];
    return typeof value === 'string' ? value : undefined;
  };
  return {
    code: text('code'),
    constraint: text('constraint'),
    column: text('column'),
    detail: text('detail'),
  };
}

/** True when `error` is a violation of the named constraint. */
export function breaksConstraint(error: unknown, constraint: string): boolean {
  return sqlFault(error).constraint === constraint;
}

/** True for a deadlock or a serialisation failure: the same work may succeed when it is run again. */
function isTransient(error: unknown): boolean {
  const { code } = sqlFault(error);
  return code === '40P01' || code === '40001';
}

/**
 * Connection failures (class 08), disk full, out of memory and too many connections (53), shutdown and start-up
 * (57P0x), file errors (58), a read-only database (25006), and the socket's own.
 */
const LOST =
  /^(08...|25006|53...|57P0.|58...|ECONN(REFUSED|RESET|ABORTED)|EPIPE|ETIMEDOUT|E(HOST|NET)(UNREACH|DOWN)|ENOTFOUND|EAI_AGAIN|EMFILE)$/;
const LOST_MESSAGE =
  /timeout exceeded when trying to connect|Connection terminated|connection error and is not queryable|Client was closed|pool after calling end/;

/**
 * SQLSTATE by which a trigger refuses what breaks a rule: `constraint` is the code of the rule, `column` the field of the
 * input, `detail` the arguments of the message as JSON.
 */
const BROKEN_RULE = 'SW001';

/** Translates errors of pg into those that a caller can handle; returns any other unchanged. */
export function translate(error: unknown): unknown {
  if (error instanceof DatabaseUnavailable) return error;
  const { code, constraint, column, detail } = sqlFault(error);
  if (code === BROKEN_RULE) {
    const args = JSON.parse(detail ?? '[]') as unknown[];
    return new BrokenRules([{ code: constraint as MessageCode, path: column ? [column] : [], args }]);
  }
  if (code === '28000') return new SessionEnded();
  // A deadlock or serialisation failure after the retry counts as a timeout.
  if (code === '57014' || code === '55P03' || isTransient(error)) return new DatabaseTimeout(error);
  if (code !== undefined && LOST.test(code)) return new DatabaseUnavailable(error);
  if (error instanceof Error && LOST_MESSAGE.test(error.message)) return new DatabaseUnavailable(error);
  return error;
}

/** Runs `attempt`, and once more after a deadlock or serialisation failure; translates the errors of pg. */
export async function retryTransient<T>(attempt: () => Promise<T>): Promise<T> {
  try {
    return await attempt().catch(async (error: unknown) => {
      if (!isTransient(error)) throw error;
      return attempt();
    });
  } catch (error) {
    throw translate(error);
  }
}
