import { dayOf, daysAfter, daysBetween, lastDayOf, monthsAfter, monthsOf, parseDay } from './days';

test('the day is that of Guangzhou, wherever the browser is', () => {
  expect(dayOf(new Date('2024-12-31T15:59:59Z'))).toBe('2024-12-31');
  expect(dayOf(new Date('2024-12-31T16:00:00Z'))).toBe('2025-01-01');
});

test.each(['2024-02-29', '2024/2/29', '2024.2.29', '2024年2月29日', '20240229', '２０２４-０２-２９'])(
  '%s is read as a day',
  (text) => {
    expect(parseDay(text)).toBe('2024-02-29');
  },
);

test.each(['2023-02-29', '2024-13-01', '29', '', '2024-02-29x'])('"%s" is no day', (text) => {
  expect(parseDay(text)).toBeUndefined();
});

test('days go on over months and years', () => {
  expect([daysAfter('2024-12-31', 1), daysAfter('2024-03-01', -1)]).toEqual(['2025-01-01', '2024-02-29']);
});

test('days are counted over leap days', () => {
  expect([daysBetween('2024-02-28', '2024-03-01'), daysBetween('2024-05-01', '2024-05-01')]).toEqual([2, 0]);
});

test('months know their last day and their neighbours', () => {
  expect(lastDayOf('2024-02')).toBe('2024-02-29');
  expect(monthsAfter('2024-12', 1)).toBe('2025-01');
  expect(monthsAfter('2024-01', -1)).toBe('2023-12');
  expect(monthsOf('2024-11-16', '2025-01-02')).toEqual(['2024-11', '2024-12', '2025-01']);
});
