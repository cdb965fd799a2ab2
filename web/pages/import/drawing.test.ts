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
const row = (number: number, ...cells: (string | null)[]) => ({
  number,
  isHidden: false,
  cells,
  merges: [] as { range: string; text: string | null }[],
});

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
  const { columns, groups } = drawingOf(
    [row(1, '日期', '指标'), row(5, '5/6', '热线', null, null), row(9, null, null)],
    faults,
  );
  // As wide as what is in it, or wrong with it.
  expect(columns).toEqual(['A', 'B', 'C']);
  expect(groups.map(({ rows, isAfterGap }) => [rows.map(({ number }) => number), isAfterGap])).toEqual([
    [[1], false],
    [[5], true],
    [[9], true],
  ]);
  expect(groups[1]!.rows[0]!.cells.map(({ text, faults: at }) => [text, at.length])).toEqual([
    ['5/6', 1],
    ['热线', 0],
    ['', 1],
  ]);
  expect(groups[1]!.faults.map(({ cell }) => cell)).toEqual(['A5', 'C5']);
});

/** The cells of each group of rows: where, how many columns and rows, what they show, how many faults, and whether continued. */
const shown = ({ groups }: ReturnType<typeof drawingOf>): string[][] =>
  groups.map(({ rows }) =>
    rows.flatMap(({ number, cells }) =>
      cells.map(({ column, columns, rows: height, text, faults, isContinued }) =>
        [
          `${columnName(column)}${number}`,
          `${columns}×${height}`,
          text,
          faults.length > 0 ? '!' : '',
          isContinued ? '…' : '',
        ].join(' '),
      ),
    ),
  );
const merged = (of: ReturnType<typeof row>, ...merges: [range: string, text: string | null][]) => ({
  ...of,
  merges: merges.map(([range, text]) => ({ range, text })),
});

test('merged cells are drawn as one, as wide and as high as they are', () => {
  const title = ['A1:C1', '服务记录'] as [string, string];
  const day = ['A2:A4', '5/6'] as [string, string];
  const rows = [
    merged(row(1, '服务记录', null, null), title),
    merged(row(2, '5/6', '热线', '1'), day),
    merged(row(3, null, '热线', '2'), day),
    merged(row(4, null, '热线', '三'), day),
  ];
  expect(shown(drawingOf(rows, [fault('C4')]))).toEqual([
    [
      'A1 3×1 服务记录  ',
      'A2 1×3 5/6  ',
      'B2 1×1 热线  ',
      'C2 1×1 1  ',
      'B3 1×1 热线  ',
      'C3 1×1 2  ',
      'B4 1×1 热线  ',
      'C4 1×1 三 ! ',
    ],
  ]);
});

test('what is said of a row parts a merge, which is faulty where its fault is', () => {
  const day = ['A2:A4', '5/6'] as [string, string];
  const rows = [2, 3, 4].map((number) => merged(row(number, number === 2 ? '5/6' : null, '热线'), day));
  expect(shown(drawingOf(rows, [fault('A2')]))).toEqual([
    ['A2 1×1 5/6 ! ', 'B2 1×1 热线  '],
    ['A3 1×2 5/6  …', 'B3 1×1 热线  ', 'B4 1×1 热线  '],
  ]);
  // Of a cell that it covers, whose content nobody sees.
  expect(shown(drawingOf(rows, [fault('A3')]))[0]![0]).toBe('A2 1×2 5/6 ! ');
});

test('a merge that began among the rows left out says what it shows', () => {
  const rows = [
    row(1, '日期', '指标'),
    merged(row(8, null, '热线'), ['A5:A9', '5/6']),
    merged(row(9, null, '热线'), ['A5:A9', '5/6']),
  ];
  expect(shown(drawingOf(rows, [fault('B9')]))[1]).toEqual([
    'A8 1×2 5/6  …',
    'B8 1×1 热线  ',
    'B9 1×1 热线 ! ',
  ]);
});

test('a merge is no wider than what is drawn', () => {
  expect(shown(drawingOf([merged(row(1, '标题', '副题', null), ['B1:Z1', '副题'])], [fault('A1')]))).toEqual([
    ['A1 1×1 标题 ! ', 'B1 1×1 副题  '],
  ]);
});

test('faults are taken by their sheets', () => {
  const sheets = bySheet([fault('A1', '一'), fault('A1', '二'), fault('A2', '一')]);
  expect([...sheets].map(([sheet, those]) => [sheet, those.length])).toEqual([
    ['一', 2],
    ['二', 1],
  ]);
});
