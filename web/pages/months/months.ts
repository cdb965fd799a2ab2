import type { MonthsSheetFragment } from '../../generated/graphql';
import { type Day, earlier, lastDayOf, type Month } from '../../ui/days';
import { compareDecimals } from '../../ui/decimals';

export type MonthsRow = MonthsSheetFragment['rows'][number];

/** The days of a month that the table counts; of all of it without one. */
export function daysCounted(
  { from, to }: Pick<MonthsSheetFragment, 'from' | 'to'>,
  month?: Month,
): { readonly from: Day; readonly to: Day } {
  if (month === undefined) return { from, to };
  const first = `${month}-01`;
  return { from: first < from ? from : first, to: earlier(lastDayOf(month), to) };
}

/** Below the share of the term that has passed; of some months of it nothing can be said. */
export function isBehind(
  { from, timeProgressPercent }: Pick<MonthsSheetFragment, 'from' | 'timeProgressPercent'>,
  { total: { percent } }: Pick<MonthsRow, 'total'>,
  term: { readonly startsOn: Day } | undefined,
): boolean {
  return percent !== null && from === term?.startsOn && compareDecimals(percent, timeProgressPercent) < 0;
}

/** The years above the months, with how many of them each has. */
export function yearsOf(months: readonly Month[]): { readonly year: string; readonly count: number }[] {
  return [...new Set(months.map((month) => month.slice(0, 4)))].map((year) => ({
    year,
    count: months.filter((month) => month.startsWith(year)).length,
  }));
}

/** The table as a spreadsheet has it: plain digits, months as they sort. */
export function csvRows(
  { months, rows }: Pick<MonthsSheetFragment, 'months' | 'rows'>,
  heads: { readonly before: readonly string[]; readonly after: readonly string[] },
): string[][] {
  return [
    [...heads.before, ...months, ...heads.after],
    ...rows.map(({ indicator, measure, byMonth, total }) => [
      indicator.name,
      measure.name,
      measure.unit,
      ...byMonth,
      total.completed,
      total.target ?? '',
      total.percent ?? '',
    ]),
  ];
}

/** A month of an address; undefined where it is none. */
export function monthIn(text: string | null): Month | undefined {
  return text !== null && /^\d{4}-(0[1-9]|1[0-2])$/.test(text) ? text : undefined;
}
