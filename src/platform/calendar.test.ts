import fc from 'fast-check';
import { dayOf, daysBetween, isDay, dayAt } from './calendar';

const LENGTHS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** The Gregorian rule, written out. */
const isLeap = (year: number): boolean => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
const lengthOf = (year: number, month: number): number =>
  LENGTHS[month - 1]! + (month === 2 && isLeap(year) ? 1 : 0);
const pad = (value: number, width: number): string => String(value).padStart(width, '0');
const write = (year: number, month: number, day: number): string =>
  `${pad(year, 4)}-${pad(month, 2)}-${pad(day, 2)}`;

describe('a day', () => {
  it.each(['2024-02-29', '2000-02-29', '2023-12-31', '0001-01-01', '9999-12-31'])('%s is one', (text) => {
    expect(isDay(text)).toBe(true);
  });

  it.each([
    '2023-02-29',
    '1900-02-29',
    '2024-04-31',
    '2024-13-01',
    '2024-00-10',
    '2024-01-00',
    '0000-01-01',
    '2024-1-1',
    '24-01-01',
    '12024-01-01',
    '2024/01/01',
    '2024-01-01T00:00:00Z',
    ' 2024-01-01',
    '2024-01-01\n',
    '',
    '２０２４-01-01',
    '-001-01-01',
  ])('%j is none', (text) => {
    expect(isDay(text)).toBe(false);
  });

  it('is one exactly when its month has it', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 9999 }),
        fc.integer({ min: 0, max: 13 }),
        fc.integer({ min: 0, max: 32 }),
        (year, month, day) => {
          const exists = month >= 1 && month <= 12 && day >= 1 && day <= lengthOf(year, month);
          expect(isDay(write(year, month, day))).toBe(exists);
        },
      ),
      { numRuns: 2000 },
    );
  });
});

describe('days between', () => {
  it.each([
    ['2024-05-01', '2024-05-01', 1],
    ['2024-02-28', '2024-03-01', 3],
    ['2023-02-28', '2023-03-01', 2],
    ['2024-01-01', '2024-12-31', 366],
    ['2023-01-01', '2023-12-31', 365],
    ['2021-08-01', '2021-12-31', 153],
    ['1991-04-13', '1991-04-15', 3], // China's last summer time began on the 14th
  ])('%s and %s: %i, both counted', (first, last, count) => {
    expect(daysBetween(first, last)).toBe(count);
  });

  it('are those of the months, summed', () => {
    const day = fc
      .tuple(fc.integer({ min: 1900, max: 2100 }), fc.integer({ min: 1, max: 12 }))
      .chain(([year, month]) =>
        fc
          .integer({ min: 1, max: lengthOf(year, month) })
          .map((of): [number, number, number] => [year, month, of]),
      );
    const numberOf = ([year, month, of]: [number, number, number]): number => {
      let count = of;
      for (let y = 1900; y < year; y += 1) count += isLeap(y) ? 366 : 365;
      for (let m = 1; m < month; m += 1) count += lengthOf(year, m);
      return count;
    };
    fc.assert(
      fc.property(day, day, (a, b) => {
        expect(daysBetween(write(...a), write(...b))).toBe(numberOf(b) - numberOf(a) + 1);
      }),
    );
  });
});

describe('the day of an instant', () => {
  it.each([
    ['2024-12-31T15:59:59.999Z', '2024-12-31'],
    ['2024-12-31T16:00:00.000Z', '2025-01-01'],
    ['2024-02-28T16:00:00.000Z', '2024-02-29'],
    ['2024-02-29T15:59:59.999Z', '2024-02-29'],
    ['2024-02-29T16:00:00.000Z', '2024-03-01'],
    ['2025-07-01T00:00:00.000Z', '2025-07-01'],
    ['1991-07-01T15:30:00.000Z', '1991-07-02'], // summer time, UTC+9
  ])('%s in Guangzhou is %s', (instant, day) => {
    expect(dayOf(new Date(instant))).toBe(day);
  });

  it('begins at 16:00 UTC of the day before, as the time zone has it', () => {
    const inShanghai = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai', dateStyle: 'short' });
    const since1992 = fc.date({
      min: new Date('1992-01-01T00:00:00Z'),
      max: new Date('2199-12-31T00:00:00Z'),
      noInvalidDate: true,
    });
    fc.assert(
      fc.property(since1992, (instant) => {
        const shifted = new Date(instant.getTime() + 8 * 3_600_000).toISOString().slice(0, 10);
        expect([dayOf(instant), inShanghai.format(instant)]).toEqual([shifted, shifted]);
      }),
    );
  });
});

test.each([
  ['2024-02-28', 1, '2024-02-28'],
  ['2024-02-28', 2, '2024-02-29'],
  ['2024-02-28', 3, '2024-03-01'],
  ['2024-03-01', 0, '2024-02-29'],
  ['2024-01-01', 366, '2024-12-31'],
  ['2024-12-31', 2, '2025-01-01'],
  ['9999-12-31', 2, '9999-12-31'], // there is none after it that compares as text
  ['9999-01-01', 1_000_000, '9999-12-31'],
])('from %s on, day %d is %s', (first, n, day) => {
  expect(dayAt(first, n)).toBe(day);
});
