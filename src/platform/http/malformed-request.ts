import { randomUUID } from 'node:crypto';
import { STATUS_CODES } from 'node:http';
import type { Socket } from 'node:net';
import type { Logger } from 'pino';

import { message, textOf } from '../../messages';
import { type ErrorCode, rowOf } from '../error-codes';
import { errorBody } from './exchange';
import { SECURITY_HEADERS } from './security-headers';

/** The codes by those of Node's parser. */
const CODES: ReadonlyMap<string, ErrorCode> = new Map([
  ['HPE_HEADER_OVERFLOW', 'REQUEST_HEADER_FIELDS_TOO_LARGE'],
  ['ERR_HTTP_REQUEST_TIMEOUT', 'REQUEST_TIMEOUT'],
]);

/** Answers bytes that are no HTTP request, where the connection permits it, and closes it. */
export function answerMalformed(
  error: NodeJS.ErrnoException,
  socket: Socket,
  busy: boolean,
  logger: Logger,
): void {
  // On a connection that is answering another request, these bytes would land inside that answer.
  if (busy || !socket.writable || error.code === 'ECONNRESET') {
    socket.destroy();
    return;
  }
  const requestId = randomUUID();
  const code = CODES.get(error.code ?? '') ?? 'BAD_REQUEST';
  const { status } = rowOf(code);
  // The bytes name no language.
  const text = (['zh', 'en'] as const).map((language) => textOf(message('MALFORMED_REQUEST'), language));
  const body = errorBody(text.join(' / '), { code, requestId });
  const headers: Record<string, string> = {
    ...SECURITY_HEADERS,
    'X-Request-Id': requestId,
    'Content-Type': 'application/json; charset=utf-8',
    'Content-Length': String(Buffer.byteLength(body)),
    'Cache-Control': 'no-store',
    Connection: 'close',
  };
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}`);
  const first = `HTTP/1.1 ${String(status)} ${STATUS_CODES[status] ?? ''}`;
  logger.info(
    { requestId, status, outcome: 'user_error', remote: socket.remoteAddress, reason: error.code },
    'malformed',
  );
  socket.end(`${[first, ...lines].join('\r\n')}\r\n\r\n${body}`, () => {
    socket.destroy();
  });
}
