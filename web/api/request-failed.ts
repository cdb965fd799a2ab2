export interface Failure {
  /** BUSY and UNREACHABLE pass: the same request is sent again by itself. */
  readonly kind: 'UNREACHABLE' | 'BUSY' | 'REFUSED';
  readonly code?: string | undefined;
  /** The server's, for people, in their language. */
  readonly message?: string | undefined;
  /** Under which the server's log has it. */
  readonly requestId?: string | undefined;
  readonly retryAfterSeconds?: number | undefined;
}

/** Why an operation has no answer. */
export class RequestFailed extends Error {
  constructor(readonly failure: Failure) {
    super(failure.message ?? failure.kind);
  }
}

const MAX_RETRIES = 5;
const MAX_WAIT_MS = 30_000;

/** Whether a request that has failed so often is sent again by itself. */
export function isSentAgain(failures: number, error: Error): boolean {
  return error instanceof RequestFailed && error.failure.kind !== 'REFUSED' && failures < MAX_RETRIES;
}

/** What the server asks for, or else 1 s, 2 s, 4 s … */
export function waitMs(failures: number, error: Error): number {
  const asked = error instanceof RequestFailed ? error.failure.retryAfterSeconds : undefined;
  return Math.min(asked === undefined ? 1000 * 2 ** failures : asked * 1000, MAX_WAIT_MS);
}
