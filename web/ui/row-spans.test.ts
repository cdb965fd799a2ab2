import { rowSpans } from './row-spans';

test.each([
  [[], []],
  [['a'], [1]],
  [
    ['a', 'a', 'b', 'a'],
    [2, 0, 1, 1],
  ],
])('the heads %j span %j lines', (heads, spans) => {
  expect(rowSpans(heads)).toEqual(spans);
});
