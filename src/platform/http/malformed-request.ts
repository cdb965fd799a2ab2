import { randomUUID } from 'node:crypto';
import { STATUS_CODES } from 'node:http';
import type { Socket } from 'node:net';
import type { Logger } from 'pino';

import { errorBody } from './http-refusal';
import { SECURITY_HEADERS } from './security-headers';

const STATUS_OF_ERROR: ReadonlyMap<string, { status: number; code: string }> = new Map([
  ['HPE_HEADER_OVERFLOW', { status: 431, code: 'REQUEST_HEADER_FIELDS_TOO_LARGE' }],
  ['ERR_HTTP_REQUEST_TIMEOUT', { status: 408, code: 'REQUEST_TIMEOUT' }],
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
  const { status, code } = STATUS_OF_ERROR.get(error.code ?? '') ?? { status: 400, code: 'BAD_REQUEST' };
  // The bytes name no language.
  const body = errorBody(code, '请求格式不正确。 / The request is malformed.', requestId);
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
