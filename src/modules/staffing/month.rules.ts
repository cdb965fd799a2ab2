import type { Day } from '../../platform/calendar';

/** A calendar month, YYYY-MM. Months compare as text. */
export type Month = string;

export function monthOf(day: Day): Month {
  return day.slice(0, 7);
}

/** A consecutive number per month, for arithmetic and comparison: 2024-01 is 1 more than 2023-12. */
export function indexOf(month: Month): number {
  return Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7)) - 1;
}

/** All months from the first to the last, inclusive. */
export function monthsBetween(first: Month, last: Month): Month[] {
  const months: Month[] = [];
  for (let index = indexOf(first); index <= indexOf(last); index += 1) {
    const year = String(Math.floor(index / 12)).padStart(4, '0');
    months.push(`${year}-${String((index % 12) + 1).padStart(2, '0')}`);
  }
  return months;
}

export function firstDay(month: Month): Day {
  return `${month}-01`;
}

export function lastDay(month: Month): Day {
  const day = new Date(`${month}-01T00:00:00Z`);
  day.setUTCMonth(day.getUTCMonth() + 1, 0);
  return day.toISOString().slice(0, 10);
}
