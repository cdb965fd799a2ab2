import { read } from 'hucre';
import { csvRows } from './csv';
import { kindOf } from './file-kind';
import { FileRefusal, fileRefusal } from './file-refusal';
import type { RawWorkbook } from './raw';
import { completeXls } from './xls/complete-xls';
import { readOds } from './ods/ods-workbook';

const TOO_LARGE = /over the \S+ limit/;

/** A workbook that has passed the gate, as the library has it. */
export async function readRaw(bytes: Buffer): Promise<RawWorkbook> {
  try {
    switch (kindOf(bytes)) {
      case 'TEXT':
        return { sheets: [{ name: 'CSV', rows: csvRows(bytes) }] };
      case 'ZIP':
        return (await readOds(bytes)) ?? (await read(bytes, { readStyles: true }));
      case 'OLE':
        return completeXls(bytes, await read(bytes, { readStyles: true }));
    }
  } catch (error) {
    if (error instanceof FileRefusal) throw error;
    if (error instanceof Error && TOO_LARGE.test(error.message)) throw fileRefusal('FILE_TOO_COMPLEX');
    throw fileRefusal('FILE_BROKEN');
  }
}
