import type { Connection } from 'pg';
import { CopyOut } from './copy-out';

/** A connection that only knows whether it is being read. */
function standIn(): { connection: Connection; isPaused: () => boolean } {
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

/** A copy that has been handed so many rows while nobody read it. */
function copied(rows: number, connection: Connection): CopyOut {
  const copy = new CopyOut('copy', Buffer.from('\r\n'));
  copy.submit(connection);
  for (let row = 0; row < rows; row++) copy.handleCopyData(ROW);
  return copy;
}

test('a connection is not read while more waits than is wanted, and again when that is taken', async () => {
  const { connection, isPaused } = standIn();
  const copy = copied(1000, connection);
  expect(isPaused()).toBe(true);
  copy.read();
  await new Promise(setImmediate);
  while (copy.read() !== null);
  await new Promise(setImmediate);
  expect(isPaused()).toBe(false);
});

test('a copy that ends while more waits than is wanted leaves its connection to whatever comes next', async () => {
  const { connection, isPaused } = standIn();
  const copy = copied(1000, connection);
  copy.handleCommandComplete();
  expect(isPaused()).toBe(true);
  copy.handleReadyForQuery();
  expect(isPaused()).toBe(false);
  let bytes = 0;
  for await (const part of copy) bytes += (part as Buffer).length;
  expect(bytes).toBe(1000 * 1001);
});
