import type { AnalyticsInput } from '../../generated/graphql';
import { earlier, monthsAfter } from '../../ui/days';
import type { Period } from '../../ui/months';

/** As many parts as are asked for at once. */
const MAX_SLICES = 4;

/** The period of an analysis in parts of whole months; in one where it has a line alone, and so few rows. */
export function slicesOf({ from, to, groupBy }: Pick<AnalyticsInput, 'from' | 'to' | 'groupBy'>): Period[] {
  if (groupBy.length < 2) return [{ from, to }];
  const months = monthCount({ from, to });
  const size = Math.ceil(months / Math.min(MAX_SLICES, months));
  const slices: Period[] = [];
  for (let first = from; first <= to; first = monthsAfter(first, size)) {
    slices.push({ from: first, to: earlier(monthsAfter(first, size - 1), to) });
  }
  return slices;
}

function monthCount({ from, to }: Period): number {
  const [year = 0, month = 0] = from.split('-').map(Number);
  const [lastYear = 0, lastMonth = 0] = to.split('-').map(Number);
  return (lastYear - year) * 12 + lastMonth - month + 1;
}
