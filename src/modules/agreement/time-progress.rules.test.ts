import { timeProgress } from './time-progress.rules';

const YEAR = { startsOn: '2024-05-01', endsOn: '2025-04-30' };

test.each([
  ['2023-01-01', '0.00'],
  ['2024-04-30', '0.00'],
  ['2024-05-01', '0.27'], // 1 of 365 days
  ['2024-12-31', '67.12'], // 245 of 365
  ['2025-04-29', '99.73'],
  ['2025-04-30', '100.00'],
  ['2026-01-01', '100.00'],
])('by %s %s %% of the days of a year have elapsed', (by, percent) => {
  expect(timeProgress(YEAR, by)).toBe(percent);
});

test.each([
  ['2024-02-29', '2024-02-28', '96.55'],
  ['2023-02-28', '2023-02-27', '96.43'],
])('the leap day counts: for the February that ends on %s, %s gives %s %%', (endsOn, by, percent) => {
  expect(timeProgress({ startsOn: endsOn.replace(/..$/, '01'), endsOn }, by)).toBe(percent);
});

test('a half is rounded up', () => {
  // 1 of 1,600 days is 0.0625 %, 3 of 160 are 1.875 %.
  expect(timeProgress({ startsOn: '2024-01-01', endsOn: '2028-05-18' }, '2024-01-01')).toBe('0.06');
  expect(timeProgress({ startsOn: '2024-01-01', endsOn: '2024-06-08' }, '2024-01-03')).toBe('1.88');
});

test('a term of one day is at 0 % on the day before and at 100 % on its day', () => {
  const day = { startsOn: '2024-02-29', endsOn: '2024-02-29' };
  expect([timeProgress(day, '2024-02-28'), timeProgress(day, '2024-02-29')]).toEqual(['0.00', '100.00']);
});
