import type { HeatLineFragment, HeatMapChoicesQuery } from '../../generated/graphql';
import { type Day, daysBetween, earlier } from '../../ui/days';
import { compareDecimals, type Decimal, timesDecimal } from '../../ui/decimals';

/** How far a measure is, compared with the days of the term that have passed. */
export type HeatClass = 'ON_TIME' | 'BEHIND' | 'FAR_BEHIND';

export const HEAT_CLASSES: readonly HeatClass[] = ['ON_TIME', 'BEHIND', 'FAR_BEHIND'];

/** The share of what should be done by now below which a measure is far behind: four fifths. */
const FAR = { numerator: 4, denominator: 5 };

/**
 * On time: completed / target is at least elapsed / days, as the overviews count it. Far behind: it is less than four
 * fifths of that. By whole numbers, so that nothing is rounded.
 */
export function heatClass(
  { completed, target }: { readonly completed: Decimal; readonly target: Decimal },
  { elapsed, days }: { readonly elapsed: number; readonly days: number },
): HeatClass {
  const done = timesDecimal(completed, days);
  const due = timesDecimal(target, elapsed);
  if (compareDecimals(done, due) >= 0) return 'ON_TIME';
  const isFar = compareDecimals(timesDecimal(done, FAR.denominator), timesDecimal(due, FAR.numerator)) < 0;
  return isFar ? 'FAR_BEHIND' : 'BEHIND';
}

/** A column of the map: a measure that any of its stations has a target for. */
interface HeatColumn {
  readonly key: string;
  readonly indicator: string;
  readonly measure: string;
}

export interface HeatCell {
  readonly percent: Decimal;
  readonly heat: HeatClass;
}

/** A station, with its cells in the order of the columns; undefined where it has no target. */
export interface HeatRow {
  readonly line: HeatLineFragment;
  readonly cells: readonly (HeatCell | undefined)[];
}

type Measure = Pick<HeatLineFragment['measures'][number], 'indicator' | 'measure'>;

const keyOf = ({ indicator, measure }: Measure): string => `${indicator.code}.${measure.code}`;

/** The map as of a day. */
export function heatMapOf(
  lines: readonly HeatLineFragment[],
  catalogue: HeatMapChoicesQuery['indicators'],
  on: Day,
): { columns: HeatColumn[]; rows: HeatRow[] } {
  const columns = columnsOf(lines, catalogue);
  const rows = lines.map((line): HeatRow => {
    const { term, measures } = line;
    if (!term) return { line, cells: columns.map(() => undefined) };
    const days = daysBetween(term.startsOn, term.endsOn) + 1;
    const elapsed = daysBetween(term.startsOn, earlier(term.endsOn, on)) + 1;
    const byKey = new Map(measures.map((measure) => [keyOf(measure), measure]));
    return {
      line,
      cells: columns.map(({ key }) => {
        const found = byKey.get(key);
        return found && { percent: found.percent, heat: heatClass(found, { elapsed, days }) };
      }),
    };
  });
  return { columns, rows };
}

/** The measures of the catalogue for which any of the lines has a target. */
function columnsOf(
  lines: readonly HeatLineFragment[],
  catalogue: HeatMapChoicesQuery['indicators'],
): HeatColumn[] {
  const used = new Set(lines.flatMap(({ measures }) => measures.map(keyOf)));
  return catalogue
    .flatMap((indicator) =>
      indicator.measures.map((measure) => ({
        key: keyOf({ indicator, measure }),
        indicator: indicator.name,
        measure: measure.name,
      })),
    )
    .filter(({ key }) => used.has(key));
}
