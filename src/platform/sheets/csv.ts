import { parseCsv } from 'hucre';
import { fileRefusal } from './file-refusal';
import type { Cell, Workbook } from './grid';

/** The text of a file of values: UTF-8 where all of it is, with or without its mark; else GB18030, of which GBK is a part. */
export function decodeText(bytes: Uint8Array): string {
  const marked = bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : undefined;
  const encodings = marked
    ? [marked]
    : bytes[0] === 0xfe && bytes[1] === 0xff
      ? ['utf-16be']
      : ['utf-8', 'gb18030'];
  for (const encoding of encodings) {
    try {
      return new TextDecoder(encoding, { fatal: true }).decode(bytes);
    } catch {
      // The next encoding, or none.
    }
  }
  throw fileRefusal('FILE_TEXT_UNREADABLE');
}

/** A file of values between commas, semicolons or tabs: one sheet of texts. */
export function parseCsvWorkbook(bytes: Uint8Array): Workbook {
  const text = decodeText(bytes);
  const rows = parseCsv(text, { skipBom: true }).map((row) =>
    row.map((value): Cell | null => {
      const content = value === null ? '' : String(value);
      if (content.trim() === '') return null;
      return { kind: 'TEXT', text: content, formula: null, isExact: true };
    }),
  );
  const sheet = { name: 'CSV', isHidden: false, rows, merges: [], hiddenRows: [], hiddenColumns: [] };
  return { sheets: [sheet], dateSystem: 1900 };
}
