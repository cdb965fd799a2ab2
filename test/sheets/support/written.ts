import * as second from '@e965/xlsx';
import { read } from 'hucre';
import { cellName, readWorkbook, type SheetData, type Workbook } from '../../../src/platform/sheets';

/** A cell as both libraries read it: its value and its formula. */
interface WrittenCell {
  value: string;
  formula: string | null;
}

/** The cells of a workbook by sheet and name. */
export type Written = Record<string, Record<string, WrittenCell>>;

/** Reads a workbook with both libraries, which must agree on every cell, merge and custom property. */
export async function written(
  bytes: Buffer,
): Promise<{ book: Workbook; cells: Written; properties: Record<string, unknown> }> {
  const book = await readWorkbook(bytes);
  const other = second.read(bytes, { cellFormula: true, cellDates: true, UTC: true });
  expect(other.SheetNames).toEqual(book.sheets.map(({ name }) => name));
  const cells = Object.fromEntries(book.sheets.map((sheet) => [sheet.name, cellsOf(sheet)]));
  expect(
    Object.fromEntries(Object.entries(other.Sheets).map(([name, sheet]) => [name, theirs(sheet)])),
  ).toEqual(cells);
  for (const { name, merges } of book.sheets) {
    const same = (other.Sheets[name]!['!merges'] ?? []).map(({ s, e }) => rangeOf(s.r, s.c, e.r, e.c));
    expect(same.sort()).toEqual(
      merges.map((one) => rangeOf(one.top, one.left, one.bottom, one.right)).sort(),
    );
  }
  return { book, cells, properties: { ...other.Custprops } };
}

const rangeOf = (top: number, left: number, bottom: number, right: number): string =>
  `${cellName(top, left)}:${cellName(bottom, right)}`;

export function mergesOf({ merges }: SheetData): string[] {
  return merges.map(({ top, left, bottom, right }) => rangeOf(top, left, bottom, right)).sort();
}

/** How the first sheet of a workbook looks and is printed: null for what it leaves to the program. */
export async function layoutOf(bytes: Buffer) {
  const [sheet] = (await read(bytes, { readStyles: true })).sheets;
  const { paperSize, orientation, fitToPage, fitToWidth = 1, fitToHeight, ...rest } = sheet!.pageSetup!;
  // $1:$5 and 1:5 are the same rows.
  const titles = rest.printTitlesRow?.replaceAll('$', '');
  // A column of which the file says nothing is a hole.
  const columns: readonly ({ width?: number } | undefined)[] = sheet!.columns ?? [];
  return {
    print: { paperSize, orientation, fitToPage, fitToWidth, fitToHeight, titles },
    widths: Array.from(columns, (column) => column?.width ?? null),
  };
}

function cellsOf({ rows }: SheetData): Record<string, WrittenCell> {
  return Object.fromEntries(
    rows.flatMap((line, row) =>
      line.flatMap((cell, column) =>
        cell ? [[cellName(row, column), { value: cell.text, formula: cell.formula }] as const] : [],
      ),
    ),
  );
}

function theirs(sheet: second.WorkSheet): Record<string, WrittenCell> {
  const cells = Object.entries(sheet).filter(([at]) => !at.startsWith('!')) as [string, second.CellObject][];
  return Object.fromEntries(
    cells.flatMap(([at, { v, f }]) => {
      if (v === undefined || v === '') return [];
      const value = v instanceof Date ? v.toISOString().slice(0, 10) : String(v);
      return [[at, { value, formula: f ?? null }] as const];
    }),
  );
}
