import type { Annotation } from './annotation';
import { FILE_LIMITS } from './file-limits';
import { inThread } from './in-thread';

/** Longer than a file is read: as much again is written. */
const MILLISECONDS = 60_000;

/** The bytes of an .xlsx of what a spreadsheet holds, with remarks at its cells. */
export async function annotateWorkbook(bytes: Buffer, annotation: Annotation): Promise<Buffer> {
  const answer = await inThread({ bytes, annotation }, { ...FILE_LIMITS, milliseconds: MILLISECONDS });
  if (!('file' in answer)) throw new Error('the thread of a spreadsheet has not written it');
  return Buffer.from(answer.file);
}
