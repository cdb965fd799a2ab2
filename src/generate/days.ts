import type { Day } from '../platform/calendar';

/** The last day on which the city recorded anything; nothing is later, and nothing depends on a clock. */
export const LAST_DAY: Day = '2026-09-30';

/** The present moment of the city: the morning after. */
export const NOW = Date.parse('2026-10-01T01:00:00Z');

const MS_A_DAY = 86_400_000;

/** The number of a day, for arithmetic. */
export function numberOf(day: Day): number {
  return Date.parse(day) / MS_A_DAY;
}

const texts = new Map<number, Day>();

/** The day of a number. */
export function dayAt(number: number): Day {
  const known = texts.get(number);
  if (known !== undefined) return known;
  const day = new Date(number * MS_A_DAY).toISOString().slice(0, 10);
  texts.set(number, day);
  return day;
}

/** The same day of the month, so many months later. */
export function monthsAfter(day: Day, months: number): Day {
  const [year = 0, month = 0, date = 0] = day.split('-').map(Number);
  return new Date(Date.UTC(year, month - 1 + months, date)).toISOString().slice(0, 10);
}

export function daysAfter(day: Day, days: number): Day {
  return dayAt(numberOf(day) + days);
}

export function earlier(one: Day, other: Day): Day {
  return one < other ? one : other;
}

/** An hour of a day in Guangzhou, in milliseconds. */
export function instantOf(day: Day, hour = 10): number {
  return Date.parse(`${day}T00:00:00Z`) + (hour - 8) * 3_600_000;
}
