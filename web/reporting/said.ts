import type { MonthSaidFragment } from '../generated/graphql';
import { addDecimals, type Decimal } from '../ui/decimals';

type Figure = NonNullable<MonthSaidFragment['figures']>[number];

/** A measure of a month with what was done of it in each zone, in none, and together. */
interface SaidRow {
  readonly indicator: Figure['indicator'];
  readonly measure: Figure['measure'];
  readonly byZone: ReadonlyMap<string | null, Decimal>;
  readonly total: Decimal;
}

export interface Said {
  /** Those in which something was done; null is what is in no zone. */
  readonly zones: readonly (Figure['zone'] | null)[];
  readonly rows: readonly SaidRow[];
}

/** The figures of a month as a table, zones in the order of the agreement. */
export function saidOf(figures: readonly Figure[], zones: readonly NonNullable<Figure['zone']>[]): Said {
  const named = new Set(figures.map(({ zone }) => zone?.id ?? null));
  const found = zones.filter(({ id }) => named.has(id));
  const rows = new Map<string, SaidRow>();
  for (const { indicator, measure, zone, completed } of figures) {
    const key = `${indicator.code}.${measure.code}`;
    const before = rows.get(key);
    rows.set(key, {
      indicator,
      measure,
      byZone: new Map([...(before?.byZone ?? []), [zone?.id ?? null, completed]]),
      total: addDecimals(before?.total ?? '0', completed),
    });
  }
  return {
    zones: [...found, ...(named.has(null) && found.length > 0 ? [null] : [])],
    rows: [...rows.values()],
  };
}
