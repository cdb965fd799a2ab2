import { type Message, message, type MessageArgs, type MessageCode, textOf } from '../messages';
import { type ErrorCode, type Outcome, rowOf } from './error-codes';
import { isId } from './ids';

/** What was refused, for the audit log alone. */
export interface RefusalTrace {
  action?: string;
  thingId?: string;
}

interface AppErrorOptions {
  /** Machine-readable values for the client, beside the code. */
  details?: Record<string, unknown>;
  /** Headers of the answer over HTTP. */
  headers?: Record<string, string>;
  /** Told to the client in the body and as Retry-After. */
  retryAfterSeconds?: number;
  /** Where this condition has another outcome than its code. */
  outcome?: Outcome;
  trace?: RefusalTrace;
  /** What went wrong. It is logged, and the client gets the id under which to find it. */
  cause?: unknown;
}

/** Why a request, or a field of it, is refused or cannot be answered: a GraphQL error, or an answer over HTTP. */
export class AppError extends Error {
  readonly details: Readonly<Record<string, unknown>>;
  readonly headers: Readonly<Record<string, string>>;
  readonly retryAfterSeconds: number | undefined;
  readonly outcome: Outcome;
  readonly trace: RefusalTrace;
  /** Whether it is for the operator to mend. */
  readonly isFailure: boolean;

  constructor(
    readonly code: ErrorCode,
    readonly text: Message,
    options: AppErrorOptions = {},
  ) {
    super(textOf(text, 'en'), options);
    const { details, headers, retryAfterSeconds, outcome, trace } = options;
    const row = rowOf(code);
    this.details = { ...(retryAfterSeconds !== undefined && { retryAfterSeconds }), ...details };
    this.headers = headers ?? {};
    this.retryAfterSeconds = retryAfterSeconds ?? row.retryAfterSeconds;
    this.outcome = outcome ?? row.outcome;
    this.trace = trace ?? {};
    this.isFailure = 'cause' in options;
  }

  get status(): number {
    return rowOf(this.code).status;
  }
}

/** The same for what is outside the caller's scope and what never existed, malformed ids too. */
export function notFound(id: string): AppError {
  return new AppError('NOT_FOUND', message('ID_NOT_FOUND', { id }), {
    trace: isId(id) ? { thingId: id } : {},
  });
}

/** A request that no retry will fix: a page size, cursor, range or filter outside what is possible. */
export function badInput<Code extends MessageCode>(code: Code, ...args: MessageArgs<Code>): AppError {
  return new AppError('BAD_USER_INPUT', message(code, ...args));
}

/** Anything thrown, as an error for the client. */
export function asAppError(error: unknown, requestId: string): AppError {
  if (error instanceof AppError) return error;
  return new AppError('INTERNAL_SERVER_ERROR', message('INTERNAL_ERROR', { requestId }), { cause: error });
}
