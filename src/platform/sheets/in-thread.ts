import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { Message } from '../../messages';
import type { Annotation } from './annotation';
import { FileRefusal, fileRefusal } from './file-refusal';
import type { Workbook } from './grid';

const WORKER = 'sheet-worker.js';
/** A thread has no hooks that compile: beside sources, the tests, it is what the build has made of them. */
const WORKER_FILE =
  [join(__dirname, WORKER), join(__dirname, '../../../dist/src/platform/sheets', WORKER)].find((file) =>
    existsSync(file),
  ) ?? WORKER;

/** What a thread does with the bytes of an uploaded file: reads its cells, or writes it anew with an annotation. */
export interface SheetJob {
  bytes: Uint8Array;
  annotation: Annotation | null;
}

/** What came of it, or why nothing did. */
export type SheetAnswer = { workbook: Workbook } | { file: Uint8Array } | { reason: Message };

export interface ThreadLimits {
  milliseconds: number;
  heapMegabytes: number;
}

/** Works on a file in a thread with a heap and a clock of its own: whatever the file does, the server goes on. */
export async function inThread(
  job: SheetJob,
  limits: ThreadLimits,
): Promise<Exclude<SheetAnswer, { reason: Message }>> {
  const answer = await answerOf(job, limits);
  if ('reason' in answer) throw new FileRefusal(answer.reason);
  return answer;
}

async function answerOf(job: SheetJob, { milliseconds, heapMegabytes }: ThreadLimits): Promise<SheetAnswer> {
  const worker = new Worker(WORKER_FILE, {
    workerData: job,
    resourceLimits: { maxOldGenerationSizeMb: heapMegabytes, maxYoungGenerationSizeMb: 32 },
    execArgv: [],
    stdout: true,
    stderr: true,
  });
  let clock: NodeJS.Timeout | undefined;
  try {
    return await new Promise<SheetAnswer>((resolve, reject) => {
      clock = setTimeout(() => reject(fileRefusal('FILE_TAKES_TOO_LONG')), milliseconds);
      worker.once('message', resolve);
      worker.once('error', (error: NodeJS.ErrnoException) =>
        reject(error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? fileRefusal('FILE_TOO_COMPLEX') : error),
      );
      worker.once('exit', () => reject(new Error('the thread of a spreadsheet ended without an answer')));
    });
  } finally {
    clearTimeout(clock);
    await worker.terminate();
  }
}
