import { parseCsv } from 'hucre';
import { fileRefusal } from './file-refusal';

/** The text of a file of values: UTF-8 where all of it is, with or without its mark; else GB18030, of which GBK is a part. */
function decodeText(bytes: Uint8Array): string {
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
  const text = decodeText(bytes).replace(/^\uFEFF/, '');
  // What Excel reads of its first line: which sign separates the values.
  const [first = '', said] = /^"?sep=(.)"?\r?\n/i.exec(text) ?? [];
  return parseCsv(text.slice(first.length), { delimiter: said ?? separatorOf(text) }).map((row) =>
    row.map((value) => (value === null ? '' : String(value))),
  );
}

const SEPARATORS = [',', '\t', ';', '|'];
const LINES_SEEN = 200;

/** The sign that most lines have equally often: titles and notes have none, or others. */
function separatorOf(text: string): string {
  const lines = text.split(/\r\n?|\n/, LINES_SEEN).map((line) => line.replace(/"[^"]*"/g, ''));
  const alike = (separator: string): number => {
    const counts = new Map<number, number>();
    for (const line of lines) {
      const count = line.split(separator).length - 1;
      if (count > 0) counts.set(count, (counts.get(count) ?? 0) + 1);
    }
    return Math.max(0, ...counts.values());
  };
  const [best = ','] = SEPARATORS.map((separator) => ({ separator, lines: alike(separator) }))
    .sort((one, other) => other.lines - one.lines)
    .map(({ separator }) => separator);
  return best;
}
