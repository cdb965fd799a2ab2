import type { AgreementPlaceFragment, CompletionSheetFragment, LastYearQuery } from '../../generated/graphql';
import type { Place } from '../../place/places';
import type { Day } from '../../ui/days';
import { type Decimal, subtractDecimals } from '../../ui/decimals';

type Row = CompletionSheetFragment['rows'][number];
type Catalogue = LastYearQuery['indicators'];

/** A measure that either of two tables has. */
export interface ComparedLine extends Pick<Row, 'indicator' | 'measure'> {
  readonly now: Row['total'] | undefined;
  readonly before: Row['total'] | undefined;
  /** What is completed more than before, or less; null where either has no such line. */
  readonly change: Decimal | null;
}

/** The same day of the year before; of 29 February the 28th. */
export function yearBefore(day: Day): Day {
  const before = `${String(Number(day.slice(0, 4)) - 1)}${day.slice(4)}`;
  return before.endsWith('-02-29') ? before.replace('-29', '-28') : before;
}

/** Of the agreements of a station, the one in force on a day, and its term of that day, no matter its operator. */
export function placeOn(agreements: readonly AgreementPlaceFragment[], day: Day): Place | undefined {
  const has = ({ startsOn, endsOn }: { startsOn: Day; endsOn: Day }): boolean =>
    startsOn <= day && day <= endsOn;
  const agreement = agreements.find((it) => it.state === 'CONFIRMED' && has(it));
  const term = agreement?.terms.find(has);
  return agreement && term && { agreement: agreement.id, term: term.id };
}

/** The totals of two tables side by side, in the order of the catalogue. */
export function compared(catalogue: Catalogue, now: readonly Row[], before: readonly Row[]): ComparedLine[] {
  return catalogue.flatMap(({ code, measures }) =>
    measures.flatMap((measure) => {
      const of = (rows: readonly Row[]): Row | undefined =>
        rows.find((row) => row.indicator.code === code && row.measure.code === measure.code);
      const [a, b] = [of(now), of(before)];
      const row = a ?? b;
      if (!row) return [];
      return [
        {
          indicator: row.indicator,
          measure: row.measure,
          now: a?.total,
          before: b?.total,
          change: a && b ? subtractDecimals(a.total.completed, b.total.completed) : null,
        },
      ];
    }),
  );
}
