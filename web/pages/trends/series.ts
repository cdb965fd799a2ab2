import type { AnalyticsDimension, CellInput, TrendRowFragment } from '../../generated/graphql';
import { type Month, monthsAfter } from '../../ui/days';
import { addDecimals, compareDecimals, type Decimal } from '../../ui/decimals';
import type { Period } from '../../ui/months';

/** What the lines are: one of everything, or one each district, operator or station. */
export type Grouping = 'TOTAL' | 'DISTRICT' | 'OPERATOR' | 'STATION';

export const GROUPINGS: readonly Grouping[] = ['TOTAL', 'DISTRICT', 'OPERATOR', 'STATION'];

export function dimensionsOf(grouping: Grouping): AnalyticsDimension[] {
  return grouping === 'TOTAL' ? ['MONTH'] : [grouping, 'MONTH'];
}

/** A quantity month by month. */
export interface Series {
  /** Of the group; the same in another year. */
  readonly key: string;
  readonly name: string;
  /** In the order of the months. A month without records is 0. */
  readonly values: readonly Decimal[];
  readonly total: Decimal;
  /** By which the records behind it are found. */
  readonly cell: Pick<CellInput, 'districtCode' | 'operatorId' | 'stationId'>;
}

/** A figure of the chart or its table: of a line, in a month. */
export interface TrendFigure {
  readonly series: Series;
  readonly month: Month;
}

type Group = Pick<Series, 'key' | 'name' | 'cell'>;

function groupOf({ district, operator, station }: TrendRowFragment, whole: string): Group {
  if (station) return { key: station.id, name: station.name, cell: { stationId: station.id } };
  if (operator) {
    return {
      key: operator.id,
      name: operator.shortName ?? operator.name,
      cell: { operatorId: operator.id },
    };
  }
  if (district) return { key: district.code, name: district.name, cell: { districtCode: district.code } };
  return { key: '', name: whole, cell: {} };
}

/** The lines of one measure, the largest first; `whole` names the one of everything. */
export function seriesOf(
  rows: readonly TrendRowFragment[],
  measure: string,
  months: readonly Month[],
  whole: string,
): Series[] {
  const groups = new Map<string, Group & { byMonth: Map<Month, Decimal> }>();
  for (const row of rows) {
    if (row.measure.code !== measure || row.month === null) continue;
    const group = groupOf(row, whole);
    const known = groups.get(group.key) ?? { ...group, byMonth: new Map<Month, Decimal>() };
    groups.set(group.key, known);
    known.byMonth.set(row.month, row.completed);
  }
  return [...groups.values()]
    .map(({ byMonth, ...group }) => {
      const values = months.map((month) => byMonth.get(month) ?? '0');
      return { ...group, values, total: values.reduce(addDecimals, '0') };
    })
    .sort((a, b) => compareDecimals(b.total, a.total));
}

/** The same months of the year before. */
export function yearBefore({ from, to }: Period): Period {
  return { from: monthsAfter(from, -12), to: monthsAfter(to, -12) };
}
