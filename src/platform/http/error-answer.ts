import { GraphQLError } from 'graphql';
import type { Logger } from 'pino';

import { maskError } from '../graphql/errors';
import type { Exchange } from './exchange';
import { RETRY_AFTER_SECONDS } from './http-refusal';
import { outcomeOfCodes, statusOfCode } from './operation-report';

/**
 * Answers with an error in the form of GraphQL: refusals in the caller's language, any other only with the id under
 * which the log has it. Returns the code.
 */
export function answerError(exchange: Exchange, error: unknown, logger: Logger): string {
  const { language, requestId } = exchange;
  const cause = error instanceof Error ? error : new Error(String(error));
  const { message, extensions } = maskError(new GraphQLError(cause.message, { originalError: cause }), {
    language,
    requestId,
    report: (err) => {
      logger.error({ err, requestId }, 'a request failed');
    },
  });
  const code = String(extensions.code);
  const status = statusOfCode(code) ?? 500;
  exchange.outcome = outcomeOfCodes([code]);
  const body = JSON.stringify({ errors: [{ message, extensions: { ...extensions, requestId } }] });
  exchange.sendJson(status, body, headersOf(status, extensions.retryAfterSeconds));
  return code;
}

function headersOf(status: number, retryAfterSeconds: unknown): Record<string, string> {
  if (status === 401) return { 'WWW-Authenticate': 'Bearer' };
  if (typeof retryAfterSeconds === 'number') return { 'Retry-After': String(retryAfterSeconds) };
  return status === 503 ? { 'Retry-After': String(RETRY_AFTER_SECONDS) } : {};
}
