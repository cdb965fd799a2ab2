import { parentPort, workerData } from 'node:worker_threads';
import { FileRefusal } from './file-refusal';
import { parseFile } from './parse-file';

/** The thread that parses one file, and ends. */
async function work(bytes: Uint8Array): Promise<void> {
  try {
    parentPort?.postMessage({ workbook: await parseFile(Buffer.from(bytes)) });
  } catch (error) {
    if (!(error instanceof FileRefusal)) throw error;
    parentPort?.postMessage({ reason: error.reason });
  }
}

void work(workerData as Uint8Array);
