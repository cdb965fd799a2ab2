import type Big from 'big.js';
import { exact, percentOf } from '../../platform/decimal';
import { type Catalogue, type Indicator, type Measure, shown } from './catalogue';
import type { Completion } from './completion.rules';
import type { MonthlyCell } from './monthly.repository';

/** One measure over months: the completed quantity of each, and their sum against the target. */
export interface MonthlyRow {
  indicator: Indicator;
  measure: Measure;
  total: Completion;
  /** In the order of the months. */
  byMonth: string[];
}

const NOTHING = exact('0');

/** The rows of a monthly table in catalogue order: one for every measure that has a target or a record. */
export function monthlyRows(
  catalogue: Catalogue,
  months: readonly string[],
  cells: readonly MonthlyCell[],
): MonthlyRow[] {
  return catalogue.indicators.flatMap((indicator) =>
    indicator.measures.flatMap((measure) => {
      const own = cells.filter((cell) => cell.indicator === indicator.code && cell.measure === measure.code);
      if (own.length === 0) return [];
      const byMonth = months.map((month) =>
        exact(own.find((cell) => cell.month === month)?.completed ?? '0'),
      );
      const completed = byMonth.reduce((sum: Big, value) => sum.plus(value), NOTHING).toFixed();
      const target = own.find(({ month }) => month === null)?.target ?? null;
      return [
        {
          indicator,
          measure,
          total: {
            target: target === null ? null : shown(target, measure),
            completed: shown(completed, measure),
            percent: percentOf(completed, target),
          },
          byMonth: byMonth.map((value) => shown(value.toFixed(), measure)),
        },
      ];
    }),
  );
}
