import { parentPort, workerData } from 'node:worker_threads';
import { annotateFile } from './annotate-file';
import { FileRefusal } from './file-refusal';
import type { SheetAnswer, SheetJob } from './in-thread';
import { parseFile } from './parse-file';

/** The thread that works on one file, and ends. */
async function work({ bytes, annotation }: SheetJob): Promise<void> {
  const file = Buffer.from(bytes);
  try {
    answer(annotation ? { file: await annotateFile(file, annotation) } : { workbook: await parseFile(file) });
  } catch (error) {
    if (!(error instanceof FileRefusal)) throw error;
    answer({ reason: error.reason });
  }
}

function answer(found: SheetAnswer): void {
  parentPort?.postMessage(found);
}

void work(workerData as SheetJob);
