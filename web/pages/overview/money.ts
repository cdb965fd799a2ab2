import type { OverviewLineFragment } from '../../generated/graphql';
import { type Day, daysBetween } from '../../ui/days';
import { compareDecimals, type Decimal, subtractDecimals } from '../../ui/decimals';

/** What a station has spent of its fee, beside the share of its agreement that has passed; percents of 2 decimals. */
export interface MoneyPoint {
  readonly line: OverviewLineFragment;
  readonly elapsed: Decimal;
  readonly spent: Decimal;
  /** Spent less elapsed: below 0, money lags behind. */
  readonly difference: Decimal;
}

/** The stations in service that have a fee, those that lag most first. */
export function moneyPoints(lines: readonly OverviewLineFragment[], on: Day): MoneyPoint[] {
  return lines
    .flatMap((line) => {
      const spent = line.execution.percent;
      if (!line.isInForce || spent === null) return [];
      const elapsed = shareOfDays(line.agreement, on);
      return [{ line, elapsed, spent, difference: subtractDecimals(spent, elapsed) }];
    })
    .sort((a, b) => compareDecimals(a.difference, b.difference));
}

/** The days that have passed, this one included, in percent of all; half up to 2 decimals, as the API rounds. */
export function shareOfDays({ startsOn, endsOn }: { startsOn: Day; endsOn: Day }, on: Day): Decimal {
  const days = daysBetween(startsOn, endsOn) + 1;
  const elapsed = Math.min(Math.max(daysBetween(startsOn, on) + 1, 0), days);
  const hundredths = Math.floor((elapsed * 20_000 + days) / (2 * days));
  return `${String(Math.floor(hundredths / 100))}.${String(hundredths % 100).padStart(2, '0')}`;
}
