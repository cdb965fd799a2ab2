/** A calendar month, YYYY-MM. */
export type Month = string;

function number(month: Month): number {
  return Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7)) - 1;
}

/** Number of months from the first to the last, inclusive; none when the range is reversed. */
export function monthsBetween(first: Month, last: Month): number {
  return number(last) - number(first) + 1;
}

/** The first day after a month. */
export function firstDayAfter(month: Month): string {
  return `${monthAt(number(month) + 1)}-01`;
}

/** The month a number of months before another. */
export function monthsBefore(month: Month, months: number): Month {
  return monthAt(number(month) - months);
}

function monthAt(number: number): Month {
  return `${String(Math.floor(number / 12)).padStart(4, '0')}-${String((number % 12) + 1).padStart(2, '0')}`;
}
