import type { EntrySheetQuery, RecordLineFragment } from '../../generated/graphql';
import { quantitiesOf } from '../../outbox/outbox';
import type { Day } from '../../ui/days';
import { addDecimals, type Decimal, subtractDecimals } from '../../ui/decimals';

type Indicator = EntrySheetQuery['indicators'][number];
type Agreement = NonNullable<EntrySheetQuery['agreement']>;

/** Where a quantity belongs: a zone, a point or a project of the station, or all of it. */
export interface Site {
  readonly key: string;
  readonly kind: 'ZONE' | 'POINT' | 'PROJECT' | 'STATION';
  /** Null of the station itself. */
  readonly id: string | null;
  readonly name: string | null;
  /** A zone beside its own points: what is at none of them. */
  readonly isRest: boolean;
}

/** What the columns are. */
export type Division = 'zone' | 'point' | 'project';

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

const STATION: Site = { key: 'station', kind: 'STATION', id: null, name: null, isRest: false };

type Parts = Pick<Agreement, 'zones' | 'points' | 'projects'>;

/** How the columns can be divided: by zones first, where there are any. */
export function divisionsOf({ zones, points, projects }: Parts): Division[] {
  return [
    ...(zones.length > 0 ? ['zone' as const] : []),
    ...(points.length > 0 ? ['point' as const] : []),
    ...(projects.length > 0 ? ['project' as const] : []),
  ];
}

/** The zones, the points or the projects, and always the whole station. */
export function sitesOf(parts: Parts, division: Division | null): Site[] {
  const { zones, points, projects } = parts;
  const site =
    (kind: 'ZONE' | 'POINT' | 'PROJECT', isRest = false) =>
    ({ id, name }: { id: string; name: string }): Site => ({
      key: `${kind.toLowerCase()} ${id}`,
      kind,
      id,
      name,
      isRest,
    });
  switch (division) {
    case 'zone':
      return [...zones.map(site('ZONE')), STATION];
    case 'point':
      return [
        ...zones.flatMap((zone) => [
          ...points.filter((point) => point.zone?.id === zone.id).map(site('POINT')),
          site('ZONE', true)(zone),
        ]),
        ...points.filter((point) => point.zone === null).map(site('POINT')),
        STATION,
      ];
    case 'project':
      return [...projects.map(site('PROJECT')), STATION];
    case null:
      return [STATION];
  }
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
export function siteOf({ zone, point, project }: RecordLineFragment, sites: readonly Site[]): Site {
  const find = (wanted: Site['kind'], part: { id: string } | null): Site | undefined =>
    part === null ? undefined : sites.find(({ kind, id }) => kind === wanted && id === part.id);
  return find('POINT', point) ?? find('ZONE', zone) ?? find('PROJECT', project) ?? STATION;
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
