import { createHash } from 'node:crypto';

import type { StepAside } from '../step-aside';
import { compressOnce, WORTH_COMPRESSING } from './compression';
import type { Exchange, Headers } from './exchange';
import { acceptsGzip } from './negotiation';

/** An address that answers GET, and HEAD too unless it says otherwise. */
export interface Route {
  /** Compared with the whole path as it was sent, undecoded: there is no traversal. A part that is `*` may be anything. */
  readonly path: string;
  /** GET alone: its answer is too expensive to compute for HEAD. */
  readonly getOnly?: boolean;
  handle(exchange: Exchange): Promise<void> | void;
}

/** Whether a path has the parts of a pattern, where `*` is any one that is not empty. */
export function matchesPath(pattern: string, path: string): boolean {
  const [wanted, parts] = [pattern.split('/'), path.split('/')];
  return (
    wanted.length === parts.length &&
    wanted.every((part, at) => part === parts[at] || (part === '*' && parts[at] !== ''))
  );
}

/** A fixed address that answers POST with a JSON object, within the limits of GraphQL requests. */
export interface PostRoute {
  readonly path: string;
  post(exchange: Exchange, body: Record<string, unknown>, aside: StepAside): Promise<void>;
}

/** A fixed address that answers POST with the bytes of a file, within limits of its own. */
export interface UploadRoute {
  readonly path: string;
  /** Before a byte is read: who may not upload takes no memory. Null where that is answered. */
  open(exchange: Exchange): Promise<Upload | null>;
}

/** An upload of somebody who may. */
export interface Upload {
  take(bytes: Buffer): Promise<void>;
  /** Also where its bytes never arrived. */
  close(): Promise<void>;
}

/** A page or file that is the same for everyone. */
interface StaticContent {
  readonly path: string;
  readonly contentType: string;
  readonly body: string | Buffer;
  /** no-cache by default: stored, but revalidated each time, which the ETag makes cheap. */
  readonly cacheControl?: string;
  readonly headers?: Headers;
}

/** A route that serves content from memory, with an ETag and, where it pays, compressed once for all requests. */
export function staticRoute(content: StaticContent): Route {
  const body = Buffer.from(content.body);
  const etag = `"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"`;
  const worth = body.length >= WORTH_COMPRESSING && !/^(?:image\/png|font\/)/.test(content.contentType);
  let compressed: Promise<Buffer> | undefined;
  const base: Headers = {
    'Content-Type': content.contentType,
    'Cache-Control': content.cacheControl ?? 'no-cache',
    ETag: etag,
    ...(worth ? { Vary: 'Accept-Encoding' } : {}),
    ...content.headers,
  };
  return {
    path: content.path,
    async handle(exchange) {
      const { headers } = exchange.request;
      if (matches(headers['if-none-match'], etag)) {
        exchange.send(304, base, '');
      } else if (worth && acceptsGzip(headers['accept-encoding'])) {
        compressed ??= compressOnce(body);
        exchange.send(200, { ...base, 'Content-Encoding': 'gzip' }, await compressed);
      } else {
        exchange.send(200, base, body);
      }
    },
  };
}

function matches(header: string | undefined, etag: string): boolean {
  return header?.split(',').some((candidate) => candidate.trim().replace(/^W\//, '') === etag) ?? false;
}
