import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';

import { type Language, textOf } from '../../messages';
import type { AppError } from '../app-error';
import type { Outcome } from '../error-codes';
import { compress, fastGzip, WORTH_COMPRESSING } from './compression';
import { Deadline } from './deadline';
import type { OperationReport } from './operation-report';
import { acceptsGzip, preferredLanguage } from './negotiation';
import { remoteAddressOf } from './remote-address';
import { SECURITY_HEADERS } from './security-headers';

/** Headers of an answer by name. */
export type Headers = Readonly<Record<string, string>>;

/** How long, and for how many bytes, the rest of a refused body is still read. */
const LINGER_MS = 1000;
const LINGER_BYTES = 8 * 1024 * 1024;
/** A refused body up to this size is read and dropped by Node, and the connection kept. */
const KEPT_BYTES = 1024 * 1024;
/** Characters from which on an answer is encoded before it is sent. */
const LONG = 16 * 1024;

/** What the exchanges of one server share. */
interface ExchangeSettings {
  readonly trustProxy: boolean;
  /** Whether the connection is to be closed after this answer; called when its head is written. */
  readonly closing: () => boolean;
}

/** One request and its answer: sender, language, deadline, and fields for the log. */
export class Exchange {
  readonly requestId = randomUUID();
  /** Aborted when the answer is no longer needed: the client has gone, or the timeout has passed. */
  readonly deadline = new Deadline();
  private readonly startedAt = performance.now();
  readonly language: Language;
  readonly remoteAddress: string;
  readonly path: string;
  /** Everything after the "?" of the address. */
  readonly search: string;
  outcome: Outcome = 'ok';
  /** Apollo's report on the operation, if it was read. */
  report: OperationReport | undefined;
  /** The sender, for the log; called at the end, since the request may sign in. */
  member: (() => string | undefined) | undefined;
  /** Whether the client waits for a "100 Continue" before it sends the body. */
  awaitsContinue = false;
  bytes = 0;
  private answered = false;

  constructor(
    readonly request: IncomingMessage,
    readonly response: ServerResponse,
    private readonly settings: ExchangeSettings,
  ) {
    const url = (request.url ?? '/').replace(/^https?:\/\/[^/?#]*/i, '');
    const mark = url.indexOf('?');
    this.path = mark < 0 ? url : url.slice(0, mark);
    this.search = mark < 0 ? '' : url.slice(mark + 1);
    this.language = preferredLanguage(request.headers['accept-language']);
    this.remoteAddress = remoteAddressOf(request, settings.trustProxy);
  }

  /** Milliseconds since the request's head had arrived. */
  get milliseconds(): number {
    return performance.now() - this.startedAt;
  }

  /** Whether the client has gone, or went before it had sent everything. */
  get clientGone(): boolean {
    const { request, response } = this;
    return response.destroyed || (request.destroyed && !request.complete);
  }

  /** Whether it is too late to answer. */
  get isSettled(): boolean {
    return this.answered || this.response.headersSent || this.clientGone;
  }

  /** Aborts everything that works on this request. */
  abort(reason: string): void {
    this.deadline.abort(new Error(reason));
  }

  /** Lets the client send its body. */
  acceptBody(): void {
    if (this.awaitsContinue) this.response.writeContinue();
    this.awaitsContinue = false;
  }

  /** Sends a complete answer; does nothing where an answer was given already. */
  send(status: number, headers: Headers, body: string | Buffer): void {
    if (this.isSettled) return;
    this.answered = true;
    const { request, response } = this;
    const unread = this.hasLargeUnreadBody(status);
    // A short string is not encoded: Node sends it in one write with the head. A long one would be measured twice and
    // then encoded; as a buffer it is encoded, and measured by that.
    const content = typeof body === 'string' && body.length > LONG ? Buffer.from(body) : body;
    this.bytes = Buffer.byteLength(content);
    const length = status === 204 || status === 304 ? undefined : this.bytes;
    this.writeHead(status, headers, length, this.settings.closing() || unread);
    if (!unread) {
      response.end(content);
      return;
    }
    response.write(content);
    drainBody(request, () => response.end());
  }

  /** All headers in one array: set one by one they cost as much as the rest of this layer. */
  private writeHead(status: number, headers: Headers, length: number | undefined, close: boolean): void {
    const all = ['X-Request-Id', this.requestId];
    for (const name in SECURITY_HEADERS) all.push(name, headers[name] ?? SECURITY_HEADERS[name] ?? '');
    for (const name in headers) if (!(name in SECURITY_HEADERS)) all.push(name, headers[name] ?? '');
    if (length !== undefined) all.push('Content-Length', String(length));
    if (close) all.push('Connection', 'close');
    this.response.writeHead(status, all);
  }

  /** Whether so much of the body is unread that the connection is better closed than kept. */
  private hasLargeUnreadBody(status: number): boolean {
    const { complete, headers } = this.request;
    if (complete) return false;
    if (this.awaitsContinue || headers['transfer-encoding'] !== undefined) return true;
    const length = Number(headers['content-length'] ?? 0);
    return length > 0 && (status === 408 || length > KEPT_BYTES);
  }

  /** Sends a complete answer, compressed where the client accepts that and it is worth the time. */
  async sendCompressed(status: number, headers: Headers, body: string): Promise<void> {
    // In UTF-16 units: a text of this length has at least as many bytes, and most answers are far from the limit.
    if (body.length < WORTH_COMPRESSING) {
      this.send(status, headers, body);
      return;
    }
    const vary = { ...headers, Vary: 'Accept-Encoding' };
    if (!acceptsGzip(this.request.headers['accept-encoding'])) {
      this.send(status, vary, body);
      return;
    }
    const compressed = await compress(Buffer.from(body));
    this.send(status, { ...vary, 'Content-Encoding': 'gzip' }, compressed);
  }

  /**
   * Streams a body, compressed where the client accepts that and it is worth it. A failure before its first byte is
   * thrown and can still be answered; a later failure cuts the connection, so that no client takes a partial body for a
   * complete one. So does `signal`, at once, even where the client reads nothing.
   */
  async stream(
    headers: Headers,
    body: AsyncGenerator<Buffer, void>,
    compressible: boolean,
    signal: AbortSignal,
  ): Promise<void> {
    const first = await body.next();
    if (this.isSettled) return;
    this.answered = true;
    const zipped = compressible && acceptsGzip(this.request.headers['accept-encoding']);
    const vary = compressible ? { ...headers, Vary: 'Accept-Encoding' } : headers;
    const all: Headers = zipped ? { ...vary, 'Content-Encoding': 'gzip' } : vary;
    const { socket } = this.request;
    const before = socket.bytesWritten;
    this.writeHead(200, all, undefined, this.settings.closing());
    const whole = Readable.from(this.rest(first, body), { objectMode: false });
    try {
      await (zipped
        ? pipeline(whole, fastGzip(), this.response, { signal })
        : pipeline(whole, this.response, { signal }));
    } finally {
      this.bytes = socket.bytesWritten - before;
    }
  }

  private async *rest(
    first: IteratorResult<Buffer, void>,
    body: AsyncGenerator<Buffer, void>,
  ): AsyncGenerator<Buffer> {
    try {
      if (!first.done) yield first.value;
      yield* body;
    } catch (error) {
      if (!this.deadline.aborted) this.outcome = 'error';
      throw error;
    }
  }

  /** Answers with JSON that no cache may keep. */
  sendJson(status: number, body: string, headers: Headers = {}): void {
    const type = 'application/json; charset=utf-8';
    this.send(status, { 'Content-Type': type, 'Cache-Control': 'no-store', ...headers }, body);
  }

  /** Answers with an error; a failure cuts off an answer that has begun, so that no client takes it for complete. */
  refuse(error: AppError): void {
    const { code, status, outcome, details, isFailure } = error;
    if (isFailure && this.response.headersSent) {
      this.outcome = outcome;
      this.response.destroy();
    }
    if (this.isSettled) return;
    this.outcome = outcome;
    const { language, requestId } = this;
    const body = errorBody(textOf(error.text, language), { code, ...details, requestId });
    this.sendJson(status, body, headersOf(error));
  }
}

/** The body of an error in the shape that GraphQL clients already read. */
export function errorBody(message: string, extensions: { code: string; requestId: string }): string {
  return JSON.stringify({ errors: [{ message, extensions }] });
}

function headersOf({ status, headers, retryAfterSeconds }: AppError): Headers {
  return {
    ...headers,
    ...(status === 401 && { 'WWW-Authenticate': 'Bearer' }),
    ...(retryAfterSeconds !== undefined && { 'Retry-After': String(retryAfterSeconds) }),
  };
}

/**
 * Reads and drops what a client still sends after it was refused, up to a limit: a connection that is closed with unread
 * bytes is reset, and the client would lose the answer that says why.
 */
function drainBody(request: IncomingMessage, done: () => void): void {
  let left = LINGER_BYTES;
  const finish = (): void => {
    clearTimeout(timer);
    request.off('data', onData).off('end', finish).off('close', finish).off('error', finish);
    done();
  };
  const onData = (chunk: Buffer): void => {
    left -= chunk.length;
    if (left <= 0) finish();
  };
  const timer = setTimeout(finish, LINGER_MS);
  request.on('data', onData).on('end', finish).on('close', finish).on('error', finish);
  request.resume();
}
