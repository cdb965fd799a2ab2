import { isUtf8 } from 'node:buffer';
import type { IncomingMessage } from 'node:http';

import { refusals } from './http-refusal';

/** JSON with any parameters: only the charset matters. */
const JSON_TYPE = /^application\/json[ \t]*(?:;|$)/i;
const CHARSET = /;[ \t]*charset[ \t]*=[ \t]*("?)([^\s";]*)\1/gi;
const UTF8 = /^(?:utf-?8|us-ascii)$/i;
const BYTE_ORDER_MARK = Buffer.from('\uFEFF');

/** Limits of request bodies. */
export interface BodyLimits {
  readonly bytes: number;
  readonly timeoutMs: number;
  /** Bytes of all bodies that may be in memory at once while they arrive. */
  readonly bufferedBytes: number;
}

/** Reads request bodies within limits of size, time and shared memory. */
export class BodyReader {
  private buffered = 0;

  constructor(private readonly limits: BodyLimits) {}

  /** The bytes of a JSON body; `accept` is called just before they are read. */
  async read(request: IncomingMessage, accept: () => void): Promise<Buffer> {
    if (!isJson(request.headers['content-type'] ?? '')) throw refusals.contentType();
    const encoding = request.headers['content-encoding'] ?? 'identity';
    if (encoding.toLowerCase() !== 'identity') throw refusals.contentEncoding();
    if (Number(request.headers['content-length'] ?? 0) > this.limits.bytes) {
      throw refusals.bodyTooLarge(this.limits.bytes);
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
        if (size > this.limits.bytes) fail(refusals.bodyTooLarge(this.limits.bytes));
        else if (this.buffered > this.limits.bufferedBytes) fail(refusals.busy());
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
        fail(refusals.bodyTooSlow());
      };
      const timer = setTimeout(onLate, this.limits.timeoutMs);
      request.on('data', onData).on('end', onEnd).on('error', onLost).on('close', onLost);
    });
  }
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
  if (body.subarray(0, 2).includes(0) || !isUtf8(body)) throw refusals.notUtf8();
  const marked = body.subarray(0, BYTE_ORDER_MARK.length).equals(BYTE_ORDER_MARK);
  let value: unknown;
  try {
    value = JSON.parse(body.toString('utf8', marked ? BYTE_ORDER_MARK.length : 0));
  } catch {
    throw refusals.malformedJson();
  }
  if (Array.isArray(value)) throw refusals.batch();
  if (!isRecord(value)) throw refusals.notAnObject();
  return value;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
