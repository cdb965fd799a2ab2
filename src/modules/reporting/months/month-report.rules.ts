import { exact, trimmed } from '../../../platform/decimal';
import type { ZoneRow } from '../../agreement';
import type { CompletionTable } from '../../completion';

/** What is kept of a completion table in a month: thousands of months a year are kept, most zones have nothing in them. */
export type MonthTable = Pick<CompletionTable, 'term' | 'from' | 'to' | 'timeProgressPercent'> & {
  rows: (Pick<CompletionTable['rows'][number], 'total' | 'byZone'> & {
    indicator: { code: string };
    measure: { code: string };
    byProject: [];
  })[];
};

export function monthTable({ term, from, to, timeProgressPercent, rows }: CompletionTable): MonthTable {
  return {
    term,
    from,
    to,
    timeProgressPercent,
    rows: rows.map(({ indicator, measure, total, byZone }) => ({
      indicator: { code: indicator.code },
      measure: { code: measure.code },
      total,
      byZone: byZone.filter(({ target, completed }) => target !== null || !exact(completed).eq(0)),
      byProject: [],
    })),
  };
}

/** What was done of a measure in a month, in a zone or in none. */
export interface MonthSum {
  indicator: string;
  measure: string;
  zone: ZoneRow | null;
  completed: string;
}

/** The sums of a month over its terms, in the order of the tables; of each measure what is in no zone comes last. */
export function monthSums(tables: readonly MonthTable[]): MonthSum[] {
  const sums = new Map<string, MonthSum>();
  for (const { indicator, measure, total, byZone } of tables.flatMap(({ rows }) => rows)) {
    const add = (zone: ZoneRow | null, completed: string): void => {
      const key = JSON.stringify([indicator.code, measure.code, zone?.id]);
      const before = sums.get(key)?.completed ?? '0';
      const sum = trimmed(exact(before).plus(completed));
      sums.set(key, { indicator: indicator.code, measure: measure.code, zone, completed: sum });
    };
    for (const { zone, completed } of byZone) add(zone, completed);
    add(
      null,
      byZone.reduce((rest, { completed }) => rest.minus(completed), exact(total.completed)).toFixed(),
    );
  }
  return [...sums.values()].filter(({ completed }) => completed !== '0');
}
