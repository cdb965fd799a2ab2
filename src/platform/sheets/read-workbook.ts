import { kindOf } from './file-kind';
import { FILE_LIMITS } from './file-limits';
import { fileRefusal } from './file-refusal';
import type { Workbook } from './grid';
import { inThread, type ThreadLimits } from './in-thread';

/** Reads the cells of a spreadsheet. */
export async function readWorkbook(bytes: Buffer, limits: Partial<ThreadLimits> = {}): Promise<Workbook> {
  // At once, without a thread: most of what is refused.
  if (bytes.length > FILE_LIMITS.bytes) throw fileRefusal('FILE_TOO_LARGE', { megabytes: 10 });
  kindOf(bytes);
  const answer = await inThread({ bytes, annotation: null }, { ...FILE_LIMITS, ...limits });
  if (!('workbook' in answer)) throw new Error('the thread of a spreadsheet has not read it');
  return answer.workbook;
}
