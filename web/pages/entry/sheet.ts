import type { EntrySheetQuery, RecordLineFragment } from '../../generated/graphql';
import { quantitiesOf } from '../../outbox/outbox';
import type { Day } from '../../ui/days';
import { addDecimals, type Decimal, subtractDecimals } from '../../ui/decimals';

type Indicator = EntrySheetQuery['indicators'][number];
type Agreement = NonNullable<EntrySheetQuery['agreement']>;

/** Where a quantity belongs: a zone or a project of the station, or all of it. */
export interface Site {
  readonly key: string;
  readonly kind: 'ZONE' | 'PROJECT' | 'STATION';
  /** Null of the station itself. */
  readonly id: string | null;
  readonly name: string | null;
}

/** A column of the sheet: a site on a day. */
export interface Column {
  readonly key: string;
  readonly site: Site;
  readonly day: Day;
  /** What it is called where the columns are days; null where they are sites. */
  readonly dayName: string | null;
}

/** A measure of an indicator, with how far it is. */
export interface Row {
  readonly key: string;
  readonly indicator: Pick<Indicator, 'code' | 'name'>;
  readonly measure: Indicator['measures'][number];
  /** Of the term; null where none is set. */
  readonly target: Decimal | null;
  readonly completed: Decimal;
  /** What is missing to the target; null where nothing is. */
  readonly left: Decimal | null;
  /** Rows without a target and without a record are folded away. */
  readonly isFolded: boolean;
}

const STATION: Site = { key: 'station', kind: 'STATION', id: null, name: null };

/** The zones or the projects, and always the whole station. */
export function sitesOf({ zones, projects }: Pick<Agreement, 'zones' | 'projects'>): Site[] {
  const parts =
    zones.length > 0
      ? zones.map(({ id, name }) => ({ key: `zone ${id}`, kind: 'ZONE' as const, id, name }))
      : projects.map(({ id, name }) => ({ key: `project ${id}`, kind: 'PROJECT' as const, id, name }));
  return [...parts, STATION];
}

/** The sheet of a day: its sites side by side. */
export function columnsOfDay(sites: readonly Site[], day: Day): Column[] {
  return sites.map((site) => ({ key: `${site.key} ${day}`, site, day, dayName: null }));
}

/** The sheet of a month at one site: its days side by side. */
export function columnsOfDays(site: Site, days: readonly Day[]): Column[] {
  return days.map((day) => ({ key: `${site.key} ${day}`, site, day, dayName: String(Number(day.slice(8))) }));
}

/** The rows: what has a target or a record first, in the order of the catalogue, the rest folded. */
export function rowsOf(indicators: readonly Indicator[], agreement: Agreement): Row[] {
  const totals = new Map(
    agreement.completion.rows.map(({ indicator, measure, total }) => [
      `${indicator.code}.${measure.code}`,
      total,
    ]),
  );
  const recorded = new Set(agreement.serviceRecords.nodes.map(({ indicator }) => indicator.code));
  const rows = indicators.flatMap((indicator) => {
    const isWanted =
      recorded.has(indicator.code) ||
      indicator.measures.some(({ code }) => totals.get(`${indicator.code}.${code}`)?.target != null);
    return indicator.measures.map((measure) => {
      const key = `${indicator.code}.${measure.code}`;
      const { target = null, completed = '0' } = totals.get(key) ?? {};
      const missing = target === null ? null : subtractDecimals(target, completed);
      const left = missing === null || missing.startsWith('-') || /^[0.]*$/.test(missing) ? null : missing;
      return { key, indicator, measure, target, completed, left, isFolded: !isWanted };
    });
  });
  return [...rows.filter(({ isFolded }) => !isFolded), ...rows.filter(({ isFolded }) => isFolded)];
}

/** The group of a cell: all measures of an indicator at one site on one day are one record. */
export function groupOf(indicator: string, site: Site): string {
  return `${indicator}|${site.key}`;
}

/** The site of a record, among those of the sheet. */
export function siteOf({ zone, project }: RecordLineFragment, sites: readonly Site[]): Site {
  const site = sites.find(
    ({ kind, id }) => (kind === 'ZONE' && id === zone?.id) || (kind === 'PROJECT' && id === project?.id),
  );
  return site ?? STATION;
}

/** What records have of a measure, added up; undefined where none has any. */
export function sumOf(records: readonly RecordLineFragment[], measure: string): Decimal | undefined {
  return records
    .map(({ quantities }) => quantitiesOf(quantities)[measure])
    .reduce(
      (sum, value) => (sum === undefined || value === undefined ? (sum ?? value) : addDecimals(sum, value)),
      undefined,
    );
}
