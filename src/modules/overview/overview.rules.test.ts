import { lastFullMonth } from './overview.rules';

test.each([
  ['2024-05-30', '2024-04'],
  ['2024-05-31', '2024-05'],
  ['2024-02-28', '2024-01'],
  ['2024-02-29', '2024-02'],
  ['2024-12-31', '2024-12'],
  ['2025-01-01', '2024-12'],
])('the last complete month by %s is %s', (on, month) => {
  expect(lastFullMonth(on)).toBe(month);
});
