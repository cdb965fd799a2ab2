const MIB = 1024 * 1024;

/** What is read of an uploaded spreadsheet at most. An honest sheet deflates about 6.5 : 1, a bomb a thousandfold. */
export const FILE_LIMITS = {
  bytes: 10 * MIB,
  /** Of a zipped workbook: its parts, what one and all of them inflate to, and how far. */
  parts: 500,
  partBytes: 64 * MIB,
  inflatedBytes: 96 * MIB,
  ratio: 250,
  sheets: 20,
  rows: 20_000,
  columns: 256,
  cells: 500_000,
  /** Of the thread that parses. */
  heapMegabytes: 256,
  milliseconds: 20_000,
} as const;
