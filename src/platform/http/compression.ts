import { promisify } from 'node:util';
import { constants, createGzip, gzip, type Gzip } from 'node:zlib';

const gzipAsync = promisify(gzip);

/** A shorter answer fits one network packet, so compressing it only costs time. */
export const WORTH_COMPRESSING = 1400;

/** Compresses an answer made for one request; a low level, since JSON gains little from the higher ones. */
export function compress(body: Buffer): Promise<Buffer> {
  return gzipAsync(body, { level: 3 });
}

/** Compresses a long answer as a stream, at the level that is as fast as the database. */
export function fastGzip(): Gzip {
  return createGzip({ level: 1 });
}

/** Compresses a file that is made once and served often. */
export function compressOnce(body: Buffer): Promise<Buffer> {
  return gzipAsync(body, { level: constants.Z_BEST_COMPRESSION });
}
