import { isUtf8 } from 'node:buffer';
import type { IncomingMessage } from 'node:http';

import { message } from '../../messages';
import { AppError } from '../app-error';
import { busy } from './http-errors';

/** JSON with any parameters: only the charset matters. */
const JSON_TYPE = /^application\/json[ \t]*(?:;|$)/i;
const CHARSET = /;[ \t]*charset[ \t]*=[ \t]*("?)([^\s";]*)\1/gi;
const UTF8 = /^(?:utf-?8|us-ascii)$/i;
const BYTE_ORDER_MARK = Buffer.from('\uFEFF');

/** Limits of request bodies. */
interface BodyLimits {
  readonly bytes: number;
  readonly timeoutMs: number;
  /** Bytes of all bodies that may be in memory at once while they arrive. */
  readonly bufferedBytes: number;
}

/** Reads request bodies within limits of size, time and shared memory. */
export class BodyReader {
  private buffered = 0;

  /** `refuse` throws where a Content-Type is not taken. */
  constructor(
    private readonly limits: BodyLimits,
    private readonly refuse: (contentType: string) => void = refuseOtherThanJson,
  ) {}

  /** The bytes of a body; `accept` is called just before they are read. */
  async read(request: IncomingMessage, accept: () => void): Promise<Buffer> {
    this.refuse(request.headers['content-type'] ?? '');
    const encoding = request.headers['content-encoding'] ?? 'identity';
    if (encoding.toLowerCase() !== 'identity') throw bodyCompressed();
    if (Number(request.headers['content-length'] ?? 0) > this.limits.bytes) {
      throw bodyTooLarge(this.limits.bytes);
    }
    accept();
    return this.collect(request);
  }

  private collect(request: IncomingMessage): Promise<Buffer> {
    return new Promise((resolve, reject) => {
      const chunks: Buffer[] = [];
      let size = 0;
      const settle = (finish: () => void): void => {
        clearTimeout(timer);
        request.off('data', onData).off('end', onEnd).off('error', onLost).off('close', onLost);
        this.buffered -= size;
        finish();
      };
      const fail = (reason: Error): void => {
        settle(() => {
          reject(reason);
        });
      };
      const onData = (chunk: Buffer): void => {
        size += chunk.length;
        this.buffered += chunk.length;
        chunks.push(chunk);
        if (size > this.limits.bytes) fail(bodyTooLarge(this.limits.bytes));
        else if (this.buffered > this.limits.bufferedBytes) fail(busy());
      };
      const onEnd = (): void => {
        settle(() => {
          resolve(chunks.length === 1 && chunks[0] !== undefined ? chunks[0] : Buffer.concat(chunks));
        });
      };
      const onLost = (): void => {
        fail(new Error('The client went away while it sent its request'));
      };
      const onLate = (): void => {
        fail(new AppError('REQUEST_TIMEOUT', message('BODY_TOO_SLOW')));
      };
      const timer = setTimeout(onLate, this.limits.timeoutMs);
      request.on('data', onData).on('end', onEnd).on('error', onLost).on('close', onLost);
    });
  }
}

function refuseOtherThanJson(contentType: string): void {
  if (!isJson(contentType)) throw wrongContentType();
}

/** What a page of another origin may send without asking first. */
const SIMPLE_TYPE = /^(?:|text\/plain|application\/x-www-form-urlencoded|multipart\/form-data)[ \t]*(?:;|$)/i;

/** A file has any type but those: a page elsewhere would need a preflight, which is never granted. */
export function refuseSimpleTypes(contentType: string): void {
  if (SIMPLE_TYPE.test(contentType))
    throw new AppError('UNSUPPORTED_MEDIA_TYPE', message('WRONG_UPLOAD_TYPE'));
}

function isJson(contentType: string): boolean {
  return (
    JSON_TYPE.test(contentType) &&
    [...contentType.matchAll(CHARSET)].every(([, , charset = '']) => UTF8.test(charset))
  );
}

/** Parses a body that is a JSON object. */
export function parseJson(body: Buffer): Record<string, unknown> {
  // JSON begins with two ASCII characters; a zero byte among them is UTF-16 or UTF-32, which may be valid UTF-8 too.
  if (body.subarray(0, 2).includes(0) || !isUtf8(body)) throw badRequest('BODY_NOT_UTF8');
  const marked = body.subarray(0, BYTE_ORDER_MARK.length).equals(BYTE_ORDER_MARK);
  let value: unknown;
  try {
    value = JSON.parse(body.toString('utf8', marked ? BYTE_ORDER_MARK.length : 0));
  } catch {
    throw badRequest('BODY_NOT_JSON');
  }
  if (Array.isArray(value)) throw badRequest('BATCH_NOT_ACCEPTED');
  if (!isRecord(value)) throw badRequest('BODY_NOT_AN_OBJECT');
  return value;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

type BodyMistake = 'BODY_NOT_UTF8' | 'BODY_NOT_JSON' | 'BODY_NOT_AN_OBJECT' | 'BATCH_NOT_ACCEPTED';

function badRequest(mistake: BodyMistake): AppError {
  return new AppError('BAD_REQUEST', message(mistake));
}

function wrongContentType(): AppError {
  return new AppError('UNSUPPORTED_MEDIA_TYPE', message('WRONG_CONTENT_TYPE'), {
    headers: { Accept: 'application/json' },
  });
}

function bodyCompressed(): AppError {
  return new AppError('UNSUPPORTED_MEDIA_TYPE', message('BODY_COMPRESSED'), {
    headers: { 'Accept-Encoding': 'identity' },
  });
}

function bodyTooLarge(limit: number): AppError {
  const kilobytes = limit / 1024;
  const size = kilobytes >= 1024 ? `${Math.floor(kilobytes / 1024)} MB` : `${Math.floor(kilobytes)} KB`;
  return new AppError('PAYLOAD_TOO_LARGE', message('BODY_TOO_LARGE', { size }));
}
