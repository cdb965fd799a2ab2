const END_OF_CHAIN = 0xfffffffe;
const FREE = 0xffffffff;
const HEADER = 512;
const ENTRY = 128;
/** Numbers of the table's own sectors that the header has. */
const IN_HEADER = 109;

/** The streams of an OLE container, which lie in it as chains of sectors. */
class Container {
  private readonly sectorSize: number;
  private readonly next: number[] = [];

  constructor(private readonly bytes: Buffer) {
    this.sectorSize = 1 << bytes.readUInt16LE(30);
    for (const sector of this.tableSectors()) {
      const table = this.sector(sector);
      for (let at = 0; at + 4 <= table.length; at += 4) this.next.push(table.readUInt32LE(at));
    }
  }

  /** The stream of the first of these names; null where it has none. */
  stream(names: readonly string[]): Buffer | null {
    const directory = this.chain(this.bytes.readUInt32LE(48));
    const entries = Array.from({ length: Math.floor(directory.length / ENTRY) }, (_, at) =>
      directory.subarray(at * ENTRY, (at + 1) * ENTRY),
    );
    const [root] = entries;
    const entry = names
      .map((name) => entries.find((one) => nameOf(one) === name))
      .find((found) => found !== undefined);
    if (!entry || !root) return null;
    const [start, size] = [entry.readUInt32LE(116), entry.readUInt32LE(120)];
    if (size >= this.bytes.readUInt32LE(56)) return this.chain(start).subarray(0, size);
    return this.small(this.chain(root.readUInt32LE(116)), start).subarray(0, size);
  }

  private sector(number: number): Buffer {
    const start = HEADER + number * this.sectorSize;
    return this.bytes.subarray(start, start + this.sectorSize);
  }

  private tableSectors(): number[] {
    const { bytes } = this;
    const sectors: number[] = [];
    for (let at = 0; at < IN_HEADER; at += 1) sectors.push(bytes.readUInt32LE(76 + at * 4));
    let more = bytes.readUInt32LE(68);
    for (let left = bytes.readUInt32LE(72); left > 0 && more < END_OF_CHAIN; left -= 1) {
      const list = this.sector(more);
      for (let at = 0; at + 8 <= list.length; at += 4) sectors.push(list.readUInt32LE(at));
      if (list.length < 4) break;
      more = list.readUInt32LE(list.length - 4);
    }
    return sectors.filter((sector) => sector !== FREE && sector !== END_OF_CHAIN);
  }

  private chain(first: number): Buffer {
    const parts: Buffer[] = [];
    // A chain that leads back to itself ends where the file does.
    const most = Math.ceil(this.bytes.length / this.sectorSize);
    for (let at = first; at < END_OF_CHAIN && parts.length < most; at = this.next[at] ?? END_OF_CHAIN)
      parts.push(this.sector(at));
    return Buffer.concat(parts);
  }

  /** A short stream lies in small sectors within a stream of its own, with a table of their own. */
  private small(store: Buffer, first: number): Buffer {
    const size = 1 << this.bytes.readUInt16LE(32);
    const table = this.chain(this.bytes.readUInt32LE(60));
    const parts: Buffer[] = [];
    const most = Math.ceil(store.length / size);
    for (let at = first; at < END_OF_CHAIN && parts.length < most;) {
      parts.push(store.subarray(at * size, (at + 1) * size));
      at = at * 4 + 4 <= table.length ? table.readUInt32LE(at * 4) : END_OF_CHAIN;
    }
    return Buffer.concat(parts);
  }
}

function nameOf(entry: Buffer): string {
  return entry.subarray(0, Math.max(0, entry.readUInt16LE(64) - 2)).toString('utf16le');
}

/** The records of an .xls, as one stream. */
export function workbookStream(bytes: Buffer): Buffer | null {
  return new Container(bytes).stream(['Workbook', 'Book']);
}
