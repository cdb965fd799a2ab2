import { percentOf } from '../../../platform/decimal';
import type { Cell } from '../../../platform/sheets';
import { percentFault } from './percent.rules';

const cell = (text: string): Cell => ({ kind: 'TEXT', text, formula: null, isExact: true });
const isRight = (text: string, completed: string, target: string): boolean =>
  percentFault(cell(text), percentOf(completed, target), { completed, target }) === null;

// 33.4975…, which is 33.50 with two decimals.
test.each([
  ['33%', true],
  ['34%', false],
  ['33.5%', true],
  ['33.50%', true],
  ['33.4975%', true],
  ['33.49%', false],
])(
  '68 of 203 as “%s” is held against the ratio itself, not against one that is rounded',
  (text, expected) => {
    expect(isRight(text, '68', '203')).toBe(expected);
  },
);

test.each([
  ['128%', true],
  ['127%', false],
  ['127.5%', true],
  ['1.275', true],
  ['/', false],
])('a ratio between two is half up: 51 of 40 as “%s”', (text, expected) => {
  expect(isRight(text, '51', '40')).toBe(expected);
});
