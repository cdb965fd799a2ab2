/** A calendar month, YYYY-MM. */
export type Month = string;

function number(month: Month): number {
  return Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7)) - 1;
}

/** Months from the first to the last, both counted; none when they are upside down. */
export function monthsBetween(first: Month, last: Month): number {
  return number(last) - number(first) + 1;
}

/** The first day after a month. */
export function firstDayAfter(month: Month): string {
  const next = number(month) + 1;
  return `${String(Math.floor(next / 12)).padStart(4, '0')}-${String((next % 12) + 1).padStart(2, '0')}-01`;
}
