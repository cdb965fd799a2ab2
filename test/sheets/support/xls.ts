/** A workbook of Excel 97 to 2003 (BIFF8 in an OLE2 container) of one sheet, as little of it as is read. */
export function xlsOf(name: string, rows: readonly (readonly (string | number | null)[])[]): Buffer {
  const cells = rows.flatMap((row, at) =>
    row.flatMap((value, column) => (value === null ? [] : [cell(at, column, value)])),
  );
  const bof = (type: number): Buffer => record(0x0809, words(0x0600, type, 0, 0, 0, 0, 0, 0));
  const eof = record(0x000a, Buffer.alloc(0));
  const title = Buffer.concat([Buffer.from([name.length, 1]), Buffer.from(name, 'utf16le')]);
  const boundSheet = (position: number): Buffer => {
    const start = Buffer.alloc(6);
    start.writeUInt32LE(position, 0);
    return record(0x0085, Buffer.concat([start, title]));
  };
  const globals = (position: number): Buffer => Buffer.concat([bof(5), boundSheet(position), eof]);
  const sheet = Buffer.concat([bof(0x10), ...cells, eof]);
  return containerOf('Workbook', Buffer.concat([globals(globals(0).length), sheet]));
}

function cell(row: number, column: number, value: string | number): Buffer {
  if (typeof value === 'number') {
    const number = Buffer.alloc(8);
    number.writeDoubleLE(value);
    return record(0x0203, Buffer.concat([words(row, column, 0), number]));
  }
  // LABEL: a string within the cell.
  const text = Buffer.from(value, 'utf16le');
  return record(0x0204, Buffer.concat([words(row, column, 0, value.length), Buffer.from([1]), text]));
}

function words(...values: number[]): Buffer {
  const bytes = Buffer.alloc(values.length * 2);
  for (const [at, value] of values.entries()) bytes.writeUInt16LE(value, at * 2);
  return bytes;
}

function record(id: number, data: Buffer): Buffer {
  return Buffer.concat([words(id, data.length), data]);
}

const SECTOR = 512;
const END_OF_CHAIN = 0xfffffffe;
const FREE = 0xffffffff;
const OF_TABLE = 0xfffffffd;

/** An OLE2 container of one stream: sector 0 has the table, 1 the directory, the stream follows. */
export function containerOf(name: string, content: Buffer): Buffer {
  // A stream of at least 4096 bytes lies in plain sectors.
  const size = Math.max(4096, content.length);
  const sectors = Math.ceil(size / SECTOR);
  const stream = Buffer.alloc(sectors * SECTOR);
  content.copy(stream);
  const header = Buffer.alloc(SECTOR, 0);
  Buffer.from('D0CF11E0A1B11AE1', 'hex').copy(header);
  header.writeUInt16LE(0x3e, 24);
  header.writeUInt16LE(3, 26);
  header.writeUInt16LE(0xfffe, 28);
  header.writeUInt16LE(9, 30);
  header.writeUInt16LE(6, 32);
  header.writeUInt32LE(1, 44);
  header.writeUInt32LE(1, 48);
  header.writeUInt32LE(4096, 56);
  header.writeUInt32LE(END_OF_CHAIN, 60);
  header.writeUInt32LE(END_OF_CHAIN, 68);
  for (let at = 0; at < 109; at += 1) header.writeUInt32LE(at === 0 ? 0 : FREE, 76 + at * 4);
  const table = Buffer.alloc(SECTOR);
  for (let at = 0; at < SECTOR / 4; at += 1) {
    const next = at === 0 ? OF_TABLE : at === 1 || at === sectors + 1 ? END_OF_CHAIN : at + 1;
    table.writeUInt32LE(at > sectors + 1 ? FREE : next, at * 4);
  }
  const directory = Buffer.concat([
    entry('Root Entry', 5, END_OF_CHAIN, 0, 1),
    entry(name, 2, 2, size, FREE),
    Buffer.alloc(256),
  ]);
  return Buffer.concat([header, table, directory, stream]);
}

function entry(name: string, type: number, start: number, size: number, child: number): Buffer {
  const bytes = Buffer.alloc(128);
  Buffer.from(name, 'utf16le').copy(bytes);
  bytes.writeUInt16LE((name.length + 1) * 2, 64);
  bytes[66] = type;
  bytes[67] = 1;
  bytes.writeUInt32LE(FREE, 68);
  bytes.writeUInt32LE(FREE, 72);
  bytes.writeUInt32LE(child, 76);
  bytes.writeUInt32LE(start, 116);
  bytes.writeUInt32LE(size, 120);
  return bytes;
}
