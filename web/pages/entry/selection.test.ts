import { at, isSelected, moved, pasted, selected, type Move } from './selection';

const size = { rows: 3, columns: 2 };

test.each<[Move, [number, number], [number, number]]>([
  ['UP', [0, 0], [0, 0]],
  ['DOWN', [0, 0], [1, 0]],
  ['DOWN', [2, 1], [2, 1]],
  ['LEFT', [1, 0], [1, 0]],
  ['RIGHT', [1, 0], [1, 1]],
  ['NEXT', [0, 1], [1, 0]],
  ['NEXT', [2, 1], [2, 1]],
  ['PREVIOUS', [1, 0], [0, 1]],
  ['PREVIOUS', [0, 0], [0, 0]],
  ['HOME', [1, 1], [1, 0]],
  ['END', [1, 0], [1, 1]],
  ['PAGE_DOWN', [0, 1], [2, 1]],
  ['PAGE_UP', [2, 1], [0, 1]],
])('%s from %j goes to %j', (move, [row, column], [toRow, toColumn]) => {
  const to = { row: toRow, column: toColumn };
  expect(moved(at({ row, column }), move, size)).toEqual({ cursor: to, anchor: to });
});

test('with Shift the selection grows from where it began', () => {
  const grown = moved(moved(at({ row: 0, column: 0 }), 'DOWN', size, true), 'RIGHT', size, true);
  expect(grown.anchor).toEqual({ row: 0, column: 0 });
  expect(selected(grown).flat()).toHaveLength(4);
  expect(isSelected(grown, { row: 1, column: 0 })).toBe(true);
  expect(isSelected(grown, { row: 2, column: 0 })).toBe(false);
});

test('pasted cells go from the upper left on, and no further than the grid', () => {
  const cells = [
    ['1', '2', '3'],
    ['4', '5', '6'],
  ];
  expect(pasted(at({ row: 2, column: 0 }), cells, size)).toEqual([
    { position: { row: 2, column: 0 }, text: '1' },
    { position: { row: 2, column: 1 }, text: '2' },
  ]);
});

test('one pasted value fills the selection', () => {
  const area = { cursor: { row: 2, column: 1 }, anchor: { row: 1, column: 0 } };
  expect(pasted(area, [['7']], size).map(({ text }) => text)).toEqual(['7', '7', '7', '7']);
});
