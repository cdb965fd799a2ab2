import { texts } from '../messages';
import { earlier, type Month, monthsAfter } from './days';

/** From the first to the last month, both inclusive. */
export interface Period {
  readonly from: Month;
  readonly to: Month;
}

/** As people write it: 2024年5月, May 2024. */
export function monthText(month: Month): string {
  return texts().period.monthName(month.slice(0, 4), numberOf(month));
}

export function periodText({ from, to }: Period): string {
  return from === to ? monthText(from) : texts().period.range(monthText(from), monthText(to));
}

/** 1 to 12. */
export function numberOf(month: Month): number {
  return Number(month.slice(5));
}

export function monthsOfYear(year: string): Month[] {
  return Array.from({ length: 12 }, (_, index) => `${year}-${String(index + 1).padStart(2, '0')}`);
}

/** The month itself, or the nearest within the bounds. */
export function clampMonth(month: Month, { from, to }: Period): Month {
  const least = month < from ? from : month;
  return earlier(least, to);
}

/** The twelve months lie in rows of three: a quarter each. */
const STEPS: Readonly<Record<string, number>> = {
  ArrowLeft: -1,
  ArrowRight: 1,
  ArrowUp: -3,
  ArrowDown: 3,
  PageUp: -12,
  PageDown: 12,
};

/** Where a key leads among the months; undefined where it is none of theirs. */
export function monthByKey(month: Month, key: string, bounds: Period): Month | undefined {
  const step = STEPS[key];
  if (step !== undefined) return clampMonth(monthsAfter(month, step), bounds);
  if (key === 'Home') return clampMonth(`${month.slice(0, 4)}-01`, bounds);
  if (key === 'End') return clampMonth(`${month.slice(0, 4)}-12`, bounds);
  return undefined;
}

/** A period with another first or last month; its other end moves along where it would lie on the wrong side. */
export function periodWith({ from, to }: Period, change: Partial<Period>): Period {
  if (change.from !== undefined) return { from: change.from, to: change.from > to ? change.from : to };
  const last = change.to ?? to;
  return { from: earlier(from, last), to: last };
}
