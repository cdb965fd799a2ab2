import fc from 'fast-check';
import { isId } from '../platform/ids';
import { chineseNumber } from './names';
import { apportion, Lottery, Random } from './random';

const drawn = (random: Random): number[] => Array.from({ length: 50 }, () => random.bits());

test('the same seed and path draw the same numbers, another of either draws others', () => {
  const first = drawn(new Random('1', 'a'));
  expect(drawn(new Random('1', 'a'))).toEqual(first);
  expect(drawn(new Random('2', 'a'))).not.toEqual(first);
  expect(drawn(new Random('1', 'b'))).not.toEqual(first);
});

test('whole numbers lie between their bounds, and reach both', () => {
  const random = new Random('1');
  const numbers = Array.from({ length: 1000 }, () => random.whole(-2, 3));
  expect([...new Set(numbers)].sort((a, b) => a - b)).toEqual([-2, -1, 0, 1, 2, 3]);
});

test('an id is one as the application makes them, of its moment, and no two are the same', () => {
  const random = new Random('1');
  const at = Date.parse('2025-03-04T05:06:07Z');
  const ids = Array.from({ length: 1000 }, () => random.id(at));
  expect(ids.every(isId)).toBe(true);
  expect(ids.every((id) => parseInt(id.slice(0, 8) + id.slice(9, 13), 16) === at && id[14] === '7')).toBe(
    true,
  );
  expect(ids.every((id) => '89ab'.includes(id[19] ?? ''))).toBe(true);
  expect(new Set(ids).size).toBe(1000);
});

test('shares add up to the whole, and none is more than one off its part', () => {
  const weights = fc
    .array(fc.nat(1000), { minLength: 1, maxLength: 40 })
    .filter((all) => all.some((one) => one > 0));
  fc.assert(
    fc.property(fc.nat(100_000), weights, (total, parts) => {
      const shares = apportion(total, parts);
      const sum = parts.reduce((all, part) => all + part, 0);
      expect(shares.reduce((all, share) => all + share, 0)).toBe(total);
      shares.forEach((share, at) =>
        expect(Math.abs(share - (total * (parts[at] ?? 0)) / sum)).toBeLessThan(1),
      );
    }),
  );
});

test('a lottery draws by weight, and never what has none', () => {
  const lottery = new Lottery([
    ['often', 3],
    ['seldom', 1],
    ['never', 0],
  ]);
  const random = new Random('1');
  const draws = Array.from({ length: 4000 }, () => lottery.draw(random));
  expect(draws.filter((one) => one === 'never')).toEqual([]);
  const seldom = draws.filter((one) => one === 'seldom').length;
  expect(seldom).toBeGreaterThan(850);
  expect(seldom).toBeLessThan(1150);
});

test.each([
  [1, '一'],
  [10, '十'],
  [12, '十二'],
  [20, '二十'],
  [105, '一百零五'],
  [110, '一百一十'],
  [1002, '一千零二'],
])('%d is written %s', (number, text) => {
  expect(chineseNumber(number)).toBe(text);
});
