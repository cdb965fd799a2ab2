import { kindOf } from './file-kind';
import { FILE_LIMITS } from './file-limits';
import { fileRefusal } from './file-refusal';
import type { Workbook } from './grid';
import { readRaw } from './raw-workbook';
import { workbookOf } from './workbook';
import { checkSize } from './workbook-size';
import { passZipGate } from './zip-gate';

/** The cells of an uploaded file, whatever its name says; or a refusal. Runs in a thread of its own: see in-thread.ts. */
export async function parseFile(bytes: Buffer): Promise<Workbook> {
  const kind = kindOf(bytes);
  if (bytes.length > FILE_LIMITS.bytes) throw fileRefusal('FILE_TOO_LARGE', { megabytes: 10 });
  if (kind === 'ZIP') await passZipGate(bytes);
  const workbook = workbookOf(await readRaw(bytes));
  checkSize(workbook);
  return workbook;
}
