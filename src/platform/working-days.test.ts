import { dayAt } from './calendar';
import { parseHolidays, WorkingDays } from './working-days';

const days = new WorkingDays();

test.each([
  ['2026-11-30', true, 'a Monday'],
  ['2026-12-05', false, 'a Saturday'],
  ['2026-02-16', false, 'the Monday of the spring festival'],
  ['2026-02-14', true, 'a Saturday that is worked for it'],
  ['2025-10-08', false, 'the last day of the national holiday'],
  ['2025-10-11', true, 'a Saturday that is worked for it'],
  ['2027-01-01', true, 'a Friday of a year that is not known yet'],
])('%s: %s, %s', (day, is) => {
  expect(days.includes(day)).toBe(is);
});

test('the published holidays are as long as the notices say, and none is worked', () => {
  const of = (year: string, isOn: boolean): number =>
    Array.from({ length: 366 }, (_, at) => dayAt(`${year}-01-01`, at + 1)).filter((day) => {
      const isWeekend = [0, 6].includes(new Date(day).getUTCDay());
      return day.startsWith(year) && isWeekend === isOn && days.includes(day) === isOn;
    }).length;
  // Weekdays off, and weekends worked in their place: 28 holidays in 2025, 33 in 2026.
  expect([of('2025', false), of('2025', true)]).toEqual([18, 5]);
  expect([of('2026', false), of('2026', true)]).toEqual([19, 6]);
});

test('working days are counted over holidays, from whichever day one counts', () => {
  expect(days.after('2026-11-30', 10)).toBe('2026-12-14');
  expect(days.after('2026-12-05', 1)).toBe('2026-12-07');
  // Ten working days before the national holiday of 2026 end after it, and its Sundays are worked.
  expect(days.after('2026-09-18', 10)).toBe('2026-10-09');
  expect(days.before('2026-10-08')).toBe('2026-09-30');
  expect(days.before('2026-09-21')).toBe('2026-09-20');
});

test('years are added by a file of days and ranges', () => {
  const known = parseHolidays('{"off": ["2027-01-01", "2027-02-05/2027-02-07"], "on": ["2027-01-03"]}');
  expect(known).toEqual({
    off: ['2027-01-01', '2027-02-05', '2027-02-06', '2027-02-07'],
    on: ['2027-01-03'],
  });
  const more = new WorkingDays(known!);
  expect(['2027-01-01', '2027-01-03', '2027-02-05', '2026-02-16'].map((day) => more.includes(day))).toEqual([
    false,
    true,
    false,
    false,
  ]);
});

test.each([
  '',
  'null',
  '[]',
  '{"off": []}',
  '{"off": ["2027-02-30"], "on": []}',
  '{"off": ["2027-01-02/2027-01-01"], "on": []}',
  '{"off": ["2027-01-01/2028-01-01"], "on": []}',
  '{"off": [20270101], "on": []}',
])('%s is no list of holidays', (json) => {
  expect(parseHolidays(json)).toBeNull();
});
