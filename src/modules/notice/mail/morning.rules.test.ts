import { WorkingDays } from '../../../platform/working-days';
import { morningAt } from './morning.rules';

const WORKING_DAYS = new WorkingDays();

test.each<[at: string, day: string | null, there: string]>([
  ['2026-11-30T00:00:00Z', '2026-11-30', 'Monday, 8:00'],
  ['2026-11-29T23:59:59Z', null, 'Monday, 7:59:59'],
  ['2026-12-04T15:59:59Z', '2026-12-04', 'Friday, 23:59:59'],
  ['2026-12-04T16:00:00Z', null, 'Saturday, 0:00'],
  ['2026-12-05T04:00:00Z', null, 'Saturday, noon'],
  ['2026-12-06T04:00:00Z', null, 'Sunday, noon'],
  ['2026-10-05T04:00:00Z', null, 'Monday, noon, of the national holiday'],
  ['2026-10-10T04:00:00Z', '2026-10-10', 'Saturday, noon, which is worked for it'],
])('at %s the morning of %s has begun: %s in Guangzhou', (at, day) => {
  expect(morningAt(new Date(at), WORKING_DAYS)).toBe(day);
});
