/** The outcome of a request, as its metric and the log name it. */
export type Outcome = 'ok' | 'user_error' | 'refused' | 'error' | 'shed' | 'timeout' | 'aborted';

interface ErrorCodeRow {
  /** HTTP status of a request that ends with the error: an operation that was executed is answered 200, but for 503. */
  readonly status: number;
  readonly outcome: Outcome;
  /** Bad input and a busy server are not audited: they say nothing about who may do what. */
  readonly isAudited?: true;
  /** After how many seconds to try again, where the error itself says nothing. */
  readonly retryAfterSeconds?: number;
}

/** Every `extensions.code` of an error, Apollo's own included. */
export const ERROR_CODES = {
  UNAUTHENTICATED: { status: 401, outcome: 'refused', isAudited: true },
  FORBIDDEN: { status: 403, outcome: 'refused', isAudited: true },
  NOT_FOUND: { status: 404, outcome: 'refused', isAudited: true },
  TOO_MANY_REQUESTS: { status: 429, outcome: 'refused', isAudited: true },

  BAD_USER_INPUT: { status: 400, outcome: 'user_error' },
  BAD_REQUEST: { status: 400, outcome: 'user_error' },
  GRAPHQL_PARSE_FAILED: { status: 400, outcome: 'user_error' },
  GRAPHQL_VALIDATION_FAILED: { status: 400, outcome: 'user_error' },
  OPERATION_RESOLUTION_FAILURE: { status: 400, outcome: 'user_error' },
  PERSISTED_QUERY_NOT_FOUND: { status: 400, outcome: 'user_error' },
  PERSISTED_QUERY_NOT_SUPPORTED: { status: 400, outcome: 'user_error' },
  PERSISTED_QUERY_NOT_IN_LIST: { status: 400, outcome: 'user_error', isAudited: true },
  GONE: { status: 410, outcome: 'user_error' },
  METHOD_NOT_ALLOWED: { status: 405, outcome: 'user_error' },
  NOT_ACCEPTABLE: { status: 406, outcome: 'user_error' },
  PAYLOAD_TOO_LARGE: { status: 413, outcome: 'user_error' },
  UNSUPPORTED_MEDIA_TYPE: { status: 415, outcome: 'user_error' },
  REQUEST_HEADER_FIELDS_TOO_LARGE: { status: 431, outcome: 'user_error' },
  HTTP_VERSION_NOT_SUPPORTED: { status: 505, outcome: 'user_error' },

  REQUEST_TIMEOUT: { status: 408, outcome: 'timeout' },
  TIMEOUT: { status: 504, outcome: 'timeout' },
  SERVICE_UNAVAILABLE: { status: 503, outcome: 'error', retryAfterSeconds: 2 },
  INTERNAL_SERVER_ERROR: { status: 500, outcome: 'error' },
} as const satisfies Record<string, ErrorCodeRow>;

export type ErrorCode = keyof typeof ERROR_CODES;

/** The row of a code; a code that is not in the table is an internal error. */
export function rowOf(code: unknown): ErrorCodeRow {
  return isErrorCode(code) ? ERROR_CODES[code] : ERROR_CODES.INTERNAL_SERVER_ERROR;
}

function isErrorCode(code: unknown): code is ErrorCode {
  return typeof code === 'string' && Object.hasOwn(ERROR_CODES, code);
}

const WORST_FIRST: readonly Outcome[] = ['error', 'timeout', 'refused', 'user_error'];

/** The outcome of an operation that had errors with these codes: the worst of them decides. */
export function outcomeOf(codes: readonly unknown[]): Outcome {
  const outcomes = new Set(codes.map((code) => rowOf(code).outcome));
  return WORST_FIRST.find((outcome) => outcomes.has(outcome)) ?? 'ok';
}
