import type { Logger } from 'pino';

import type { Outcome } from '../error-codes';
import type { Exchange } from './exchange';

const QUIET = new Set(['/healthz', '/readyz', '/metrics']);
const MAX_PATH = 200;

/** Logs one line per finished request. It never contains headers, body, variables or query string. */
export function logExchange(exchange: Exchange, logger: Logger): void {
  const { request, response, requestId, path, report, outcome, bytes, remoteAddress } = exchange;
  const line = {
    requestId,
    method: request.method,
    path: path.slice(0, MAX_PATH),
    operation: report?.operation ?? undefined,
    // 499: the client went away before the answer.
    status: response.writableFinished ? response.statusCode : 499,
    ms: Math.round(exchange.milliseconds * 10) / 10,
    outcome,
    bytes,
    remote: remoteAddress,
    member: memberOf(exchange),
  };
  logger[levelOf(outcome, path)](line, 'request');
}

/** Catches errors: thrown in the listener that calls this, they would end the process. */
function memberOf(exchange: Exchange): string | undefined {
  try {
    return exchange.member?.();
  } catch {
    return undefined;
  }
}

function levelOf(outcome: Outcome, path: string): 'debug' | 'info' | 'warn' | 'error' {
  if (outcome === 'error') return 'error';
  if (outcome === 'shed' || outcome === 'timeout') return 'warn';
  return QUIET.has(path) ? 'debug' : 'info';
}
