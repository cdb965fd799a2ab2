import type { OverviewLineFragment } from '../generated/graphql';
import { compareDecimals } from '../ui/decimals';

/** What of the stations needs attention: how many, over the lines given. */
export interface Summary {
  readonly stations: number;
  /** Less than half of the measures have reached the share of time. */
  readonly behind: number;
  /** Assessments that were not opened by the day expected. */
  readonly late: number;
  readonly understaffed: number;
}

export function summaryOf(lines: readonly OverviewLineFragment[]): Summary {
  const running = lines.filter(({ isInForce }) => isInForce);
  const below = (percent: string | null, least: string): boolean =>
    percent !== null && compareDecimals(percent, least) < 0;
  return {
    stations: new Set(lines.map(({ station }) => station.id)).size,
    behind: running.filter(({ indicators }) => below(indicators.onTimePercent, '50')).length,
    late: lines.flatMap(({ assessmentsAhead }) => assessmentsAhead.filter(({ isLate }) => isLate)).length,
    understaffed: running.filter(({ staffing }) => below(staffing.percent, '100')).length,
  };
}
