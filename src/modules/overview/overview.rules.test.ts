import { lastFullMonth, progressOfTime } from './overview.rules';

test.each([
  ['2024-05-30', '2024-04'],
  ['2024-05-31', '2024-05'],
  ['2024-02-28', '2024-01'],
  ['2024-02-29', '2024-02'],
  ['2024-12-31', '2024-12'],
  ['2025-01-01', '2024-12'],
])('the last month that is over by %s is %s', (on, month) => {
  expect(lastFullMonth(on)).toBe(month);
});

test.each([
  ['2024-05-01', '0.27'],
  ['2024-12-31', '67.12'],
  ['2025-04-30', '100.00'],
  ['2026-01-01', '100.00'],
])('by %s %s %% of the days of a term are over', (on, percent) => {
  expect(progressOfTime({ startsOn: '2024-05-01', endsOn: '2025-04-30' }, on)).toBe(percent);
});
