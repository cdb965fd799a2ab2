import type { ApolloServerPlugin, HeaderMap, HTTPGraphQLRequest } from '@apollo/server';
import { type GraphQLFormattedError, OperationTypeNode } from 'graphql';

import type { Outcome } from './metrics';
import { RETRY_AFTER_SECONDS } from './http-refusal';

/** What Apollo's plugin reports to the HTTP layer about an operation. */
export interface OperationReport {
  /** Name of a valid operation; null: it has none; undefined: there was no valid operation. */
  operation: string | null | undefined;
  outcome: Outcome;
}

const USER_ERRORS: ReadonlySet<unknown> = new Set([
  'BAD_REQUEST',
  'BAD_USER_INPUT',
  'GRAPHQL_PARSE_FAILED',
  'GRAPHQL_VALIDATION_FAILED',
  'OPERATION_RESOLUTION_FAILURE',
  'PERSISTED_QUERY_NOT_FOUND',
  'PERSISTED_QUERY_NOT_IN_LIST',
  'PERSISTED_QUERY_NOT_SUPPORTED',
]);

const REFUSED_STATUS: ReadonlyMap<unknown, number> = new Map([
  ['UNAUTHENTICATED', 401],
  ['FORBIDDEN', 403],
  ['NOT_FOUND', 404],
  ['TOO_MANY_REQUESTS', 429],
]);

/** HTTP status of an error that ends a request before its execution; undefined where the caller is not at fault. */
export function statusOfCode(code: unknown): number | undefined {
  if (code === 'SERVICE_UNAVAILABLE') return 503;
  return USER_ERRORS.has(code) ? 400 : REFUSED_STATUS.get(code);
}

/** The outcome of an operation that had errors with these codes: the worst of them decides. */
export function outcomeOfCodes(codes: readonly unknown[]): Outcome {
  if (codes.length === 0) return 'ok';
  if (codes.some((code) => !USER_ERRORS.has(code) && !REFUSED_STATUS.has(code))) return 'error';
  return codes.some((code) => REFUSED_STATUS.has(code)) ? 'refused' : 'user_error';
}

/** Sets status and headers of a 503; the only place that maps SERVICE_UNAVAILABLE to HTTP. */
export function markUnavailable(head: { status?: number | undefined; headers: HeaderMap }): void {
  head.status = 503;
  head.headers.set('retry-after', String(RETRY_AFTER_SECONDS));
}

/** A request as Apollo takes it, with the report on its operation. */
export class ReportedRequest implements HTTPGraphQLRequest {
  readonly report: OperationReport = { operation: undefined, outcome: 'ok' };

  constructor(
    readonly method: string,
    readonly headers: HeaderMap,
    readonly search: string,
    readonly body: unknown,
  ) {}
}

/** The Apollo plugin that fills the reports and gives errors their HTTP status. */
export function operationReporter(): ApolloServerPlugin {
  return {
    requestDidStart({ request }) {
      // Apollo passes on the same object.
      if (!(request.http instanceof ReportedRequest)) return Promise.resolve();
      const { report } = request.http;
      return Promise.resolve({
        didResolveOperation(context) {
          report.operation = context.operationName;
          return Promise.resolve();
        },
        willSendResponse({ response, operation }) {
          if (response.body.kind !== 'single') return Promise.resolve();
          const { data, errors } = response.body.singleResult;
          if (errors !== undefined && errors.length > 0) {
            report.outcome = judgeErrors(errors, response.http, data === undefined);
          } else if (operation?.operation === OperationTypeNode.MUTATION && hasUserErrors(data)) {
            report.outcome = 'user_error';
          }
          return Promise.resolve();
        },
      });
    },
  };
}

function judgeErrors(
  errors: readonly GraphQLFormattedError[],
  head: { status?: number | undefined; headers: HeaderMap },
  refusedBeforeExecution: boolean,
): Outcome {
  const codes = errors.map((error) => error.extensions?.code);
  if (codes.includes('SERVICE_UNAVAILABLE')) {
    markUnavailable(head);
  } else if (refusedBeforeExecution && (head.status ?? 500) === 500) {
    // Apollo answers 500 to any error of a plugin before execution, also where the caller is at fault.
    head.status = statusOfCode(codes[0]) ?? 500;
  }
  return outcomeOfCodes(codes);
}

function hasUserErrors(data: Record<string, unknown> | null | undefined): boolean {
  return Object.values(data ?? {}).some(
    (payload) =>
      typeof payload === 'object' &&
      payload !== null &&
      'userErrors' in payload &&
      Array.isArray(payload.userErrors) &&
      payload.userErrors.length > 0,
  );
}
