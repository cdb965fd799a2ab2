import type { EntrySheetQuery, RecordLineFragment } from '../../generated/graphql';
import { quantitiesOf } from '../../outbox/outbox';
import { addDecimals, type Decimal, subtractDecimals } from '../../ui/decimals';

type Indicator = EntrySheetQuery['indicators'][number];
type Agreement = NonNullable<EntrySheetQuery['agreement']>;

/** Where a quantity belongs: a zone or a project of the station, or all of it. */
export interface Column {
  readonly key: string;
  readonly kind: 'ZONE' | 'PROJECT' | 'STATION';
  /** Null of the station itself. */
  readonly id: string | null;
  readonly name: string | null;
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

const STATION: Column = { key: 'station', kind: 'STATION', id: null, name: null };

/** The columns of the sheet: the zones or the projects, and always the whole station. */
export function columnsOf({ zones, projects }: Pick<Agreement, 'zones' | 'projects'>): Column[] {
  const parts =
    zones.length > 0
      ? zones.map(({ id, name }) => ({ key: `zone ${id}`, kind: 'ZONE' as const, id, name }))
      : projects.map(({ id, name }) => ({ key: `project ${id}`, kind: 'PROJECT' as const, id, name }));
  return [...parts, STATION];
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

/** The group of a cell: all measures of an indicator at one place are one record. */
export function groupOf(indicator: string, column: string): string {
  return `${indicator}|${column}`;
}

/** The records of a day by the group that they belong to; void ones count for nothing. */
export function recordsByGroup(
  records: readonly RecordLineFragment[],
  columns: readonly Column[],
): Map<string, RecordLineFragment[]> {
  const groups = new Map<string, RecordLineFragment[]>();
  for (const record of records) {
    if (record.voidedAt !== null) continue;
    const group = groupOf(record.indicator.code, columnOf(record, columns).key);
    groups.set(group, [...(groups.get(group) ?? []), record]);
  }
  return groups;
}

function columnOf({ zone, project }: RecordLineFragment, columns: readonly Column[]): Column {
  const place = columns.find(
    ({ kind, id }) => (kind === 'ZONE' && id === zone?.id) || (kind === 'PROJECT' && id === project?.id),
  );
  return place ?? STATION;
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
