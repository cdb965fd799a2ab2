import type { AnalyticsInput, UsualMonthsQuery } from '../../generated/graphql';
import { type Day, monthOf, monthsAfter } from '../../ui/days';
import { addDecimals, compareDecimals, type Decimal, timesDecimal } from '../../ui/decimals';
import type { Column, Row, Site } from './sheet';

/** A figure above so many usual months is marked; it is saved all the same. */
const TIMES = 3;
const MONTHS = 6;

/** What the months before brought of a measure at a site. */
interface Usual {
  readonly sum: Decimal;
  readonly months: number;
}

export type UsualMonths = ReadonlyMap<string, Usual>;

/** The six months before the day's. */
export function usualInput(stationId: string, day: Day, sites: readonly Site[]): AnalyticsInput {
  const month = monthOf(day);
  const groups = new Set(sites.map(({ kind }) => kind));
  return {
    from: monthsAfter(month, -MONTHS),
    to: monthsAfter(month, -1),
    stationIds: [stationId],
    groupBy: [
      'MONTH',
      ...(groups.has('ZONE') ? ['ZONE' as const] : groups.has('PROJECT') ? ['PROJECT' as const] : []),
    ],
  };
}

/** By measure and site; months without a figure do not count. */
export function usualMonthsOf(rows: UsualMonthsQuery['analytics']['rows']): UsualMonths {
  const usual = new Map<string, Usual>();
  for (const { indicator, measure, zone, project, completed } of rows) {
    if (/^[0.]+$/.test(completed)) continue;
    const site = zone ? `zone ${zone.id}` : project ? `project ${project.id}` : 'station';
    const key = `${indicator.code}.${measure.code}|${site}`;
    const { sum, months } = usual.get(key) ?? { sum: '0', months: 0 };
    usual.set(key, { sum: addDecimals(sum, completed), months: months + 1 });
  }
  return usual;
}

export function isUnusual(usual: UsualMonths, row: Row, { site }: Column, value: Decimal): boolean {
  const known = usual.get(`${row.key}|${site.key}`);
  return (
    known !== undefined &&
    compareDecimals(timesDecimal(value, known.months), timesDecimal(known.sum, TIMES)) > 0
  );
}
