import { firstDay, indexOf, lastDay, monthOf, monthsBetween } from './month.rules';

test('months run from the first to the last, over the end of a year', () => {
  expect(monthsBetween('2023-11', '2024-02')).toEqual(['2023-11', '2023-12', '2024-01', '2024-02']);
  expect(monthsBetween('2024-02', '2024-02')).toEqual(['2024-02']);
  expect(monthsBetween('2024-03', '2024-02')).toEqual([]);
  expect(monthsBetween('0009-12', '0010-01')).toEqual(['0009-12', '0010-01']);
});

test('a month has its first and last day, including leap years', () => {
  expect(firstDay('2024-02')).toBe('2024-02-01');
  expect(['2024-02', '2023-02', '2023-12', '2100-02', '0009-04', '9999-12'].map(lastDay)).toEqual([
    '2024-02-29',
    '2023-02-28',
    '2023-12-31',
    '2100-02-28',
    '0009-04-30',
    '9999-12-31',
  ]);
});

test('months have consecutive numbers', () => {
  expect(indexOf('2024-01') - indexOf('2023-12')).toBe(1);
  expect(indexOf('2024-05') - indexOf('2022-05')).toBe(24);
  expect(monthOf('2024-05-31')).toBe('2024-05');
});
