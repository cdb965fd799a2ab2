/** The database cannot be reached, or has no connection to spare: answered 503, worth a retry. */
export class DatabaseUnavailable extends Error {
  constructor(cause: unknown) {
    super('the database is unavailable', { cause });
  }
}

/** A statement or lock took longer than it may. */
export class DatabaseTimeout extends Error {
  constructor(cause: unknown) {
    super('the database took too long', { cause });
  }
}

/** The session of the caller has ended, or its rights have changed since its token was made. */
export class SessionEnded extends Error {
  constructor() {
    super('the session has ended');
  }
}

interface SqlFault {
  code: string | undefined;
  constraint: string | undefined;
}

/** SQLSTATE and constraint of an error of pg, also where TypeORM has wrapped it. */
function sqlFault(error: unknown): SqlFault {
  const wrapped = error as { driverError?: unknown } | null;
  const source = (wrapped?.driverError ?? error) as { code?: unknown; constraint?: unknown } | null;
  return {
    code: typeof source?.code === 'string' ? source.code : undefined,
    constraint: typeof source?.constraint === 'string' ? source.constraint : undefined,
  };
}

/** True when `error` is the refusal of the named constraint. */
export function breaksConstraint(error: unknown, constraint: string): boolean {
  return sqlFault(error).constraint === constraint;
}

/** True for a deadlock or a serialisation failure: the same work may succeed when it is run again. */
export function isTransient(error: unknown): boolean {
  const { code } = sqlFault(error);
  return code === '40P01' || code === '40001';
}

/**
 * Connection failures (class 08), no room on disk or in memory and too many connections (53), shutdown and start-up
 * (57P0x), errors of files (58), a database that only reads (25006), and the socket's own.
 */
const LOST =
  /^(08...|25006|53...|57P0.|58...|ECONN(REFUSED|RESET|ABORTED)|EPIPE|ETIMEDOUT|E(HOST|NET)(UNREACH|DOWN)|ENOTFOUND|EAI_AGAIN|EMFILE)$/;
const LOST_MESSAGE =
  /timeout exceeded when trying to connect|Connection terminated|connection error and is not queryable|Client was closed|pool after calling end/;

/** Turns what pg throws into the errors that a caller can act on; anything else is returned as it is. */
export function translate(error: unknown): unknown {
  if (error instanceof DatabaseUnavailable) return error;
  const { code } = sqlFault(error);
  if (code === '28000') return new SessionEnded();
  // A deadlock or serialisation failure that came again after the retry is as good as a timeout.
  if (code === '57014' || code === '55P03' || isTransient(error)) return new DatabaseTimeout(error);
  if (code !== undefined && LOST.test(code)) return new DatabaseUnavailable(error);
  if (error instanceof Error && LOST_MESSAGE.test(error.message)) return new DatabaseUnavailable(error);
  return error;
}
