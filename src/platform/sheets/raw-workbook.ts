import { read, type Workbook as RawWorkbook } from 'hucre';
import { csvRows } from './csv';
import { kindOf } from './file-kind';
import { FileRefusal, fileRefusal } from './file-refusal';

const TOO_LARGE = /over the \S+ limit/;

/** A workbook that has passed the gate, as the library has it. */
export async function readRaw(bytes: Buffer): Promise<RawWorkbook> {
  if (kindOf(bytes) === 'TEXT') return { sheets: [{ name: 'CSV', rows: csvRows(bytes) }] };
  try {
    return await read(bytes, { readStyles: true });
  } catch (error) {
    if (error instanceof FileRefusal) throw error;
    if (error instanceof Error && TOO_LARGE.test(error.message)) throw fileRefusal('FILE_TOO_COMPLEX');
    throw fileRefusal('FILE_BROKEN');
  }
}
