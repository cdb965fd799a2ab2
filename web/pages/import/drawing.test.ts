import type { ImportFaultFragment } from '../../generated/graphql';
import { bySheet, columnName, drawingOf, coordinatesOf, rowsToDraw } from './drawing';

const fault = (cell: string, sheet = '表'): ImportFaultFragment => ({
  code: 'CELL_EMPTY',
  severity: 'ERROR',
  sheet,
  cell,
  value: null,
  message: `${cell} 为空`,
});
const row = (
  number: number,
  ...cells: (string | null)[]
): { number: number; isHidden: boolean; cells: (string | null)[] } => ({ number, isHidden: false, cells });

test.each([
  ['A1', 1, 1],
  ['D9', 9, 4],
  ['Z20000', 20000, 26],
  ['AA10', 10, 27],
  ['IV3', 3, 256],
])('%s is in row %i, column %i, and the column has its letters', (cell, number, column) => {
  expect(coordinatesOf(cell)).toEqual({ row: number, column });
  expect(cell.startsWith(columnName(column))).toBe(true);
});

test('of a long sheet the heads, the faulty rows and those beside them are asked for, each once and in order', () => {
  expect(rowsToDraw([fault('B301'), fault('C300')])).toEqual([1, 2, 3, 4, 299, 300, 301, 302]);
});

test('a short sheet is drawn whole, as far as its last fault', () => {
  expect(rowsToDraw([fault('B5'), fault('B3')])).toEqual([1, 2, 3, 4, 5, 6]);
});

test('a page of faults never asks for more rows than the server takes', () => {
  const faults = Array.from({ length: 50 }, (_, at) => fault(`A${String(100 + 3 * at)}`));
  expect(rowsToDraw(faults).length).toBeLessThanOrEqual(200);
});

test('faults are at their cells, and under their row in the order of its columns', () => {
  const faults = [fault('C5'), fault('A5'), fault('A9')];
  const { columns, rows } = drawingOf(
    [row(1, '日期', '指标'), row(5, '5/6', '热线', null, null), row(9, null, null)],
    faults,
  );
  // As wide as what is in it, or wrong with it.
  expect(columns).toEqual(['A', 'B', 'C']);
  expect(rows.map(({ number, isAfterGap }) => [number, isAfterGap])).toEqual([
    [1, false],
    [5, true],
    [9, true],
  ]);
  expect(rows[1]!.cells.map(({ text, faults: at }) => [text, at.length])).toEqual([
    ['5/6', 1],
    ['热线', 0],
    ['', 1],
  ]);
  expect(rows[1]!.faults.map(({ cell }) => cell)).toEqual(['A5', 'C5']);
});

test('faults are taken by their sheets', () => {
  const sheets = bySheet([fault('A1', '一'), fault('A1', '二'), fault('A2', '一')]);
  expect([...sheets].map(([sheet, those]) => [sheet, those.length])).toEqual([
    ['一', 2],
    ['二', 1],
  ]);
});
