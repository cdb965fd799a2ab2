import { parseCsv } from 'hucre';
import { fileRefusal } from './file-refusal';

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

/** The values of a file of values between commas, semicolons or tabs: all of them texts. */
export function csvRows(bytes: Uint8Array): string[][] {
  return parseCsv(decodeText(bytes), { skipBom: true }).map((row) =>
    row.map((value) => (value === null ? '' : String(value))),
  );
}
