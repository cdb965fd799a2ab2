import { digestDayAt } from './working-day.rules';

test.each<[at: string, day: string | null, there: string]>([
  ['2026-11-30T00:00:00Z', '2026-11-30', 'Monday, 8:00'],
  ['2026-11-29T23:59:59Z', null, 'Monday, 7:59:59'],
  ['2026-12-04T15:59:59Z', '2026-12-04', 'Friday, 23:59:59'],
  ['2026-12-04T16:00:00Z', null, 'Saturday, 0:00'],
  ['2026-12-05T04:00:00Z', null, 'Saturday, noon'],
  ['2026-12-06T04:00:00Z', null, 'Sunday, noon'],
])('at %s the digest of %s is due: %s in Guangzhou', (at, day) => {
  expect(digestDayAt(new Date(at))).toBe(day);
});
