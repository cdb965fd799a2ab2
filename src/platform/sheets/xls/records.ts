/** A record of an .xls: what it is, and what it holds. */
export interface XlsRecord {
  id: number;
  data: Buffer;
}

export const RECORD = {
  DATE_MODE: 0x22,
  FORMAT: 0x41e,
  XF: 0xe0,
  BOUND_SHEET: 0x85,
  COLUMNS: 0x7d,
  ROW: 0x208,
  NUMBER: 0x203,
  RK: 0x27e,
  MULTIPLE_RK: 0xbd,
  FORMULA: 0x06,
  STRING: 0x207,
  RICH_STRING: 0xd6,
  MERGES: 0xe5,
  BEGIN: 0x809,
  END: 0x0a,
} as const;

/** The records of the part that begins here, without those of the charts within it. */
export function* recordsFrom(stream: Buffer, start: number): Generator<XlsRecord> {
  let depth = 0;
  for (let at = start; at + 4 <= stream.length;) {
    const [id, length] = [stream.readUInt16LE(at), stream.readUInt16LE(at + 2)];
    const data = stream.subarray(at + 4, at + 4 + length);
    if (id === RECORD.BEGIN) depth += 1;
    if (depth === 1) yield { id, data };
    if (id === RECORD.END) depth -= 1;
    if (depth <= 0) return;
    at += 4 + length;
  }
}

/** A text after its count of characters, which have one byte or two. */
export function textIn(data: Buffer, at: number): string {
  const [characters, options] = [data.readUInt16LE(at), data.readUInt8(at + 2)];
  const isWide = (options & 1) === 1;
  const bytes = data.subarray(at + 3, at + 3 + characters * (isWide ? 2 : 1));
  return bytes.toString(isWide ? 'utf16le' : 'latin1');
}
