import type { Connection, Submittable } from 'pg';
import { Readable } from 'node:stream';

/** Bytes per chunk. */
const BATCH = 64 * 1024;
/** Bytes buffered for a slow reader before the connection is paused (backpressure). */
const MAX_WAITING = 4 * BATCH;

/** What pg emits for one message of COPY: exactly one row, its line feed included. */
interface Row {
  chunk: Buffer;
}

/**
 * The rows of a `COPY … TO STDOUT` of text as one stream of bytes, with the given line end. It pauses the connection
 * while its reader is slower (backpressure). pg-copy-streams was not taken: it hides where a row ends, and a line feed
 * inside of a quoted cell must be left as it is.
 */
export class CopyOut extends Readable implements Submittable {
  private connection: Connection | undefined;
  private batch = Buffer.allocUnsafe(BATCH);
  private used = 0;

  constructor(
    private readonly text: string,
    private readonly lineEnd: Buffer,
    /** Translates an error for the reader. */
    private readonly explain: (error: Error) => Error = (error) => error,
  ) {
    super({ highWaterMark: MAX_WAITING });
  }

  submit(connection: Connection): void {
    this.connection = connection;
    connection.query(this.text);
  }

  override _read(): void {
    this.connection?.stream.resume();
  }

  handleCopyData({ chunk }: Row): void {
    if (this.destroyed) return;
    const size = chunk.length - 1 + this.lineEnd.length;
    if (this.used + size > this.batch.length) this.pushBatch(Math.max(BATCH, size));
    this.used += chunk.copy(this.batch, this.used, 0, chunk.length - 1);
    this.used += this.lineEnd.copy(this.batch, this.used);
  }

  handleCommandComplete(): void {
    this.pushBatch(0);
  }

  handleReadyForQuery(): void {
    // The last rows may have exceeded the buffer and paused the connection; after the end no read resumes it, and the
    // answer to the next statement would never arrive.
    this.connection?.stream.resume();
    if (!this.destroyed) this.push(null);
  }

  handleError(error: Error): void {
    this.destroy(this.explain(error));
  }

  private pushBatch(next: number): void {
    const full = this.batch.subarray(0, this.used);
    this.batch = Buffer.allocUnsafe(next);
    this.used = 0;
    if (full.length > 0 && !this.destroyed && !this.push(full)) this.connection?.stream.pause();
  }
}
