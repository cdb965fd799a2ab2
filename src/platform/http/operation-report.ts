import type { ApolloServerPlugin, HeaderMap, HTTPGraphQLRequest } from '@apollo/server';
import { type GraphQLErrorExtensions, type GraphQLFormattedError, OperationTypeNode } from 'graphql';

import { type Outcome, outcomeOf, rowOf } from '../error-codes';

/** What Apollo's plugin reports to the HTTP layer about an operation. */
export interface OperationReport {
  /** Name of a valid operation; null: it has none; undefined: there was no valid operation. */
  operation: string | null | undefined;
  outcome: Outcome;
}

interface Head {
  status?: number | undefined;
  headers: HeaderMap;
}

/** Sets status and headers for an error by its extensions. */
export function markHead(head: Head, { code, retryAfterSeconds }: GraphQLErrorExtensions): void {
  const row = rowOf(code);
  head.status = row.status;
  const seconds = retryAfterSeconds ?? row.retryAfterSeconds;
  if (typeof seconds === 'number') head.headers.set('retry-after', String(seconds));
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
            report.outcome = outcomeOfErrors(errors, response.http, data === undefined);
          } else if (operation?.operation === OperationTypeNode.MUTATION && hasUserErrors(data)) {
            report.outcome = 'user_error';
          }
          return Promise.resolve();
        },
      });
    },
  };
}

function outcomeOfErrors(
  errors: readonly GraphQLFormattedError[],
  head: Head,
  refusedBeforeExecution: boolean,
): Outcome {
  const unavailable = errors.find(({ extensions }) => extensions?.code === 'SERVICE_UNAVAILABLE');
  // Apollo answers 500 to any error of a plugin before execution, also where the caller is at fault.
  const first = refusedBeforeExecution && (head.status ?? 500) === 500 ? errors[0] : undefined;
  const deciding = unavailable ?? first;
  if (deciding) markHead(head, deciding.extensions ?? {});
  return outcomeOf(errors.map(({ extensions }) => extensions?.code));
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
