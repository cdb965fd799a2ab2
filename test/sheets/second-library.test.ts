import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import * as second from '@e965/xlsx';
import { cellName, Grid, readWorkbook, type SheetData, type Workbook } from '../../src/platform/sheets';
import { fixture } from './support/fixtures';

/** What our adapter reads of a file, another library reads too: every cell, merge and hidden row of every fixture. */
const FILES = readdirSync(join(__dirname, 'fixtures')).filter((name) => !name.endsWith('.json'));

interface Read {
  name: string;
  isHidden: boolean;
  cells: Record<string, string>;
  merges: string[];
  hiddenRows: number[];
  hiddenColumns: number[];
}

const rangeOf = (top: number, left: number, bottom: number, right: number): string =>
  `${cellName(top, left)}:${cellName(bottom, right)}`;

/** Cells that the libraries need not agree on: not calculated, which the other reads as zero, or under a merge. */
function leftOutIn(sheet: SheetData): Set<string> {
  const grid = new Grid(sheet);
  const cells = sheet.rows.flatMap((line, row) =>
    line.flatMap((cell, column) =>
      cell?.kind === 'UNCALCULATED' || grid.at(row, column) !== cell ? [cellName(row, column)] : [],
    ),
  );
  return new Set(cells);
}

function ours({ sheets }: Workbook): Read[] {
  return sheets.map((sheet) => {
    const leftOut = leftOutIn(sheet);
    return {
      name: sheet.name,
      isHidden: sheet.isHidden,
      cells: Object.fromEntries(
        sheet.rows.flatMap((line, row) =>
          line.flatMap((cell, column) =>
            cell && !leftOut.has(cellName(row, column)) ? [[cellName(row, column), cell.text] as const] : [],
          ),
        ),
      ),
      merges: sheet.merges.map(({ top, left, bottom, right }) => rangeOf(top, left, bottom, right)).sort(),
      hiddenRows: [...sheet.hiddenRows].sort((one, other) => one - other),
      hiddenColumns: sheet.hiddenColumns,
    };
  });
}

function theirs(bytes: Buffer, book: Workbook): Read[] {
  const {
    SheetNames,
    Sheets,
    Workbook: about,
  } = second.read(bytes, {
    cellDates: true,
    UTC: true,
    cellStyles: true,
    cellFormula: true,
  });
  return SheetNames.map((name, at) => {
    const sheet = Sheets[name]!;
    const leftOut = leftOutIn(book.sheets[at]!);
    const cells = Object.entries(sheet).filter(([key]) => !key.startsWith('!')) as [
      string,
      second.CellObject,
    ][];
    const hidden = (all: { hidden?: boolean }[] | undefined): number[] =>
      (all ?? []).flatMap((one, index) => (one.hidden ? [index] : []));
    return {
      name,
      isHidden: (about?.Sheets?.[at]?.Hidden ?? 0) > 0,
      cells: Object.fromEntries(
        cells
          .flatMap(([key, cell]) => (leftOut.has(key) ? [] : [[key, valueOf(cell)] as const]))
          .filter(([, text]) => text.trim() !== ''),
      ),
      merges: (sheet['!merges'] ?? []).map(({ s, e }) => rangeOf(s.r, s.c, e.r, e.c)).sort(),
      hiddenRows: hidden(sheet['!rows']),
      hiddenColumns: hidden(sheet['!cols']),
    };
  });
}

function valueOf({ v, t, w }: second.CellObject): string {
  if (v === undefined) return '';
  if (v instanceof Date) return v.toISOString().slice(0, 10);
  if (t === 'e') return w ?? '';
  if (typeof v === 'boolean') return v ? 'TRUE' : 'FALSE';
  return typeof v === 'number' ? String(Number(v.toPrecision(15))) : v;
}

beforeEach(() => {
  // It says of dates in an .ods that it is not sure of their format.
  jest.spyOn(console, 'error').mockImplementation();
});

test.each(FILES)('%s has the same cells, merges and hidden rows to both libraries', async (name) => {
  const bytes = fixture(name);
  const book = await readWorkbook(bytes);
  const expected = theirs(bytes, book);
  // Of an .ods the other library does not know what is hidden.
  const hidden = name.endsWith('.ods') ? { isHidden: false, hiddenRows: [], hiddenColumns: [] } : {};
  expect(ours(book).map((sheet) => ({ ...sheet, ...hidden }))).toEqual(expected);
});

test.each(['odd.xlsx', 'odd.ods', 'odd.xls', 'odd-1904.ods', 'odd-1904.xls'])(
  '%s, as LibreOffice writes it: repeated and grouped rows, what is hidden, percentages, days and errors',
  async (name) => {
    const { sheets, dateSystem } = await readWorkbook(fixture(name));
    const [sheet, hidden] = sheets;
    expect(dateSystem).toBe(name.includes('1904') ? 1904 : 1900);
    expect([sheet!.isHidden, hidden!.isHidden, sheet!.hiddenRows, sheet!.hiddenColumns]).toEqual([
      false,
      true,
      [4],
      [2],
    ]);
    const shown = sheet!.rows.map((row) => row.map((cell) => (cell ? `${cell.kind} ${cell.text}` : '')));
    expect(shown[0]).toEqual(['TEXT 统计表']);
    expect(shown[3]!.slice(0, 12)).toEqual([
      'DAY 2024-05-06',
      'PERCENT 1.2',
      'ERROR #DIV/0!',
      'NUMBER 7',
      'TEXT 富文本',
      'DAY 2024-05-06',
      'TEXT ab',
      'NUMBER 1234.5',
      'TEXT 有批注',
      'NUMBER 0.5',
      'NUMBER 45418',
      'NUMBER 0.3',
    ]);
    expect(shown.slice(4, 8)).toEqual([
      ['TEXT 隐藏行', 'NUMBER 1'],
      ['TEXT 组内', '', '', 'NUMBER 3'],
      ['TEXT 组内', '', '', 'NUMBER 4'],
      ['TEXT 合并', '', 'TEXT 右'],
    ]);
    // Of a formula that gives the empty text nothing is left.
    expect(shown).toHaveLength(9);
    expect(sheet!.rows.flat().every((cell) => cell === null || cell.isExact || cell.formula !== null)).toBe(
      true,
    );
  },
);
