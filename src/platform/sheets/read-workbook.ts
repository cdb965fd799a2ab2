import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { Message } from '../../messages';
import { kindOf } from './file-kind';
import { FILE_LIMITS } from './file-limits';
import { FileRefusal, fileRefusal } from './file-refusal';
import type { Workbook } from './grid';

const WORKER = 'parse-worker.js';
/** A thread has no hooks that compile: beside sources, the tests, it is what the build has made of them. */
const WORKER_FILE =
  [join(__dirname, WORKER), join(__dirname, '../../../dist/src/platform/sheets', WORKER)].find((file) =>
    existsSync(file),
  ) ?? WORKER;

type Answer = { workbook: Workbook } | { reason: Message };

/** Reads a spreadsheet in a thread with a heap and a clock of its own: whatever the file does, the server goes on. */
export async function readWorkbook(
  bytes: Buffer,
  limits: { milliseconds?: number; heapMegabytes?: number } = {},
): Promise<Workbook> {
  const { milliseconds, heapMegabytes } = { ...FILE_LIMITS, ...limits };
  // At once, without a thread: most of what is refused.
  if (bytes.length > FILE_LIMITS.bytes) throw fileRefusal('FILE_TOO_LARGE', { megabytes: 10 });
  kindOf(bytes);
  const answer = await answerOf(bytes, milliseconds, heapMegabytes);
  if ('reason' in answer) throw new FileRefusal(answer.reason);
  return answer.workbook;
}

async function answerOf(bytes: Buffer, milliseconds: number, heapMegabytes: number): Promise<Answer> {
  const worker = new Worker(WORKER_FILE, {
    workerData: bytes,
    resourceLimits: { maxOldGenerationSizeMb: heapMegabytes, maxYoungGenerationSizeMb: 32 },
    execArgv: [],
    stdout: true,
    stderr: true,
  });
  let clock: NodeJS.Timeout | undefined;
  try {
    return await new Promise<Answer>((resolve, reject) => {
      clock = setTimeout(() => reject(fileRefusal('FILE_TAKES_TOO_LONG')), milliseconds);
      worker.once('message', resolve);
      worker.once('error', (error: NodeJS.ErrnoException) =>
        reject(error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? fileRefusal('FILE_TOO_COMPLEX') : error),
      );
      worker.once('exit', () =>
        reject(new Error('the thread that reads a spreadsheet ended without an answer')),
      );
    });
  } finally {
    clearTimeout(clock);
    await worker.terminate();
  }
}
