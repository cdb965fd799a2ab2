import type { Connection } from 'pg';
import { CopyOut } from './copy-out';

/** A connection that only records whether it is paused. */
function fakeConnection(): { connection: Connection; isPaused: () => boolean } {
  let isPaused = false;
  const stream = {
    pause: () => {
      isPaused = true;
    },
    resume: () => {
      isPaused = false;
    },
  };
  const connection = { query: () => undefined, stream } as unknown as Connection;
  return { connection, isPaused: () => isPaused };
}

const ROW = { chunk: Buffer.from(`${'x'.repeat(999)}\n`) };

/** A copy that has been given so many rows while no one read it. */
function copied(rows: number, connection: Connection): CopyOut {
  const copy = new CopyOut('copy', Buffer.from('\r\n'));
  copy.submit(connection);
  for (let row = 0; row < rows; row++) copy.handleCopyData(ROW);
  return copy;
}

test('a connection is paused while the buffer is over its limit, and resumed when that has been read', async () => {
  const { connection, isPaused } = fakeConnection();
  const copy = copied(1000, connection);
  expect(isPaused()).toBe(true);
  copy.read();
  await new Promise(setImmediate);
  while (copy.read() !== null);
  await new Promise(setImmediate);
  expect(isPaused()).toBe(false);
});

test('a copy that ends with its buffer over the limit resumes the connection for the next statement', async () => {
  const { connection, isPaused } = fakeConnection();
  const copy = copied(1000, connection);
  copy.handleCommandComplete();
  expect(isPaused()).toBe(true);
  copy.handleReadyForQuery();
  expect(isPaused()).toBe(false);
  let bytes = 0;
  for await (const part of copy) bytes += (part as Buffer).length;
  expect(bytes).toBe(1000 * 1001);
});
