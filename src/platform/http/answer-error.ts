import type { Logger } from 'pino';

import { type AppError, asAppError } from '../app-error';
import type { Exchange } from './exchange';

/** Answers with whatever was thrown, and logs it where the client gets only its request id. Returns what was answered. */
export function answerError(exchange: Exchange, error: unknown, logger: Logger): AppError {
  const { requestId } = exchange;
  const known = asAppError(error, requestId);
  if (known.isFailure) logger.error({ err: error, requestId }, 'a request failed');
  exchange.refuse(known);
  return known;
}
