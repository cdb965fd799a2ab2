import { databaseRoleOf, type Member } from '../../access';
import { statement } from '../../platform/database/statement';
import type { SortKeyType, SortKey } from '../../platform/graphql/connection';
import { confirmedTerms, termsEver } from '../agreement';
import {
  indicators,
  measures,
  MONTH_ROLLUP,
  rangeOfMonths,
  LAST_TOTAL_TARGET,
  TARGETS,
  TERM_ROLLUP,
  TOTAL_ROLLUP,
  TOTAL_TARGET,
  totalsExcept,
} from '../completion';
import { stationJson, type StationRow, stationWithId } from '../directory';
import { AnalyticsDimension } from './analytics.enums';

/** SQL of a dimension: the column to group by, and its columns in the result. */
interface Column {
  column: string;
  alias: 'districtCode' | 'operatorId' | 'stationId' | 'zoneId' | 'projectId' | 'month';
}

const COLUMNS: Record<Exclude<AnalyticsDimension, AnalyticsDimension.INDICATOR>, Column> = {
  DISTRICT: { column: 'district_code', alias: 'districtCode' },
  OPERATOR: { column: 'organisation_id', alias: 'operatorId' },
  STATION: { column: 'station_id', alias: 'stationId' },
  ZONE: { column: 'zone_id', alias: 'zoneId' },
  PROJECT: { column: 'project_id', alias: 'projectId' },
  MONTH: { column: 'month', alias: 'month' },
};

/** Columns that are functionally dependent on the term. */
const OF_TERMS: ReadonlySet<string> = new Set(['district_code', 'organisation_id', 'station_id']);

export interface AnalyticsQuestion {
  dimensions: readonly AnalyticsDimension[];
  /** First day of the first month. */
  first: string;
  /** First day after the last month. */
  after: string;
  districtCodes: readonly string[] | null;
  operatorIds: readonly string[] | null;
  stationIds: readonly string[] | null;
  indicators: readonly string[] | null;
}

export interface AnalyticsSums {
  districtCode?: string | null;
  operatorId?: string | null;
  stationId?: string | null;
  station?: StationRow;
  zoneId?: string | null;
  projectId?: string | null;
  month?: string | null;
  indicator: string;
  measure: string;
  completed: string;
  target: string | null;
}

function columnsOf({ dimensions }: AnalyticsQuestion): Column[] {
  return Object.entries(COLUMNS)
    .filter(([dimension]) => (dimensions as readonly string[]).includes(dimension))
    .map(([, column]) => column);
}

/** The columns that the list is sorted by. */
export function orderOf(question: AnalyticsQuestion): SortKeyType[] {
  return [...columnsOf(question).map((): SortKeyType => 'text'), 'integer', 'integer'];
}

/** Sort key of a row; `positions` are those of its indicator and measure in the catalogue. */
export function sortKeyOf(
  question: AnalyticsQuestion,
  row: Pick<AnalyticsSums, Column['alias']>,
  positions: readonly number[],
): SortKey {
  const parts = columnsOf(question).map(({ alias }) => {
    const part = row[alias] ?? '';
    return alias === 'month' ? `${part}-01` : part;
  });
  return [...parts, ...positions.map(String)];
}

/** Builds one statement for any grouping. Targets are those of every term that overlaps, and are not split by month. */
export async function analyticsPage(
  member: Member,
  question: AnalyticsQuestion,
  size: number,
  after: SortKey | null,
): Promise<AnalyticsSums[]> {
  const columns = columnsOf(question);
  const byMonth = question.dimensions.includes(AnalyticsDimension.MONTH);
  const values: unknown[] = [question.first, question.after, size];
  const flags = columns.map(({ column }) => column.slice(0, 2));
  const optional = (flag: string, value: readonly string[] | null, sql: (list: string) => string): string => {
    if (value === null) return 'true';
    values.push(value);
    flags.push(flag);
    return sql(`$${values.length}`);
  };
  const filters = [
    optional('in-districts', question.districtCodes, (list) => `t.district_code = any (${list}::text[])`),
    optional('of-operators', question.operatorIds, (list) => `t.organisation_id = any (${list}::uuid[])`),
    optional('at-stations', question.stationIds, (list) => `t.station_id = any (${list}::uuid[])`),
  ];
  const counted = optional('only', question.indicators, (list) => `p.indicator_code = any (${list}::text[])`);
  const order = [
    ...columns.map(({ column }) => `coalesce(g.${column}::text, '') collate "C"`),
    'i.position',
    'm.position',
  ].join(', ');
  const following = optional('after', after, (list) => {
    const parts = columns.map((_, at) => `(${list}::text[])[${at + 1}]`);
    const [indicator, measure] = [1, 2].map((more) => `(${list}::text[])[${columns.length + more}]::int`);
    return `(${order}) > (${[...parts, indicator, measure].join(', ')})`;
  });

  const cell = ['indicator_code', 'measure_code', ...columns.map(({ column }) => column)];
  // Pre-aggregated per term: leaves a fraction of the rows to sort and sum across terms.
  const inner = cell
    .filter((name) => !OF_TERMS.has(name))
    .map((name) => `p.${name}`)
    .join(', ');
  const own = cell.map((name) => (OF_TERMS.has(name) ? `t.${name}` : `p.${name}`)).join(', ');
  const byTerm = (sums: string, source: string): string => `
    select ${own}, p.completed, p.counts, p.target from terms t cross join lateral (
      select ${inner}, ${sums} from ${source} and ${counted} group by ${inner}) p`;
  const done = 'sum(p.completed) as completed, bool_or(p.records > 0) as counts, null::numeric as target';
  const months = byTerm(done, MONTH_ROLLUP);
  const partial = `${months} where not t.whole`;
  const whole = `${byTerm(done, TERM_ROLLUP)} where t.whole`;
  const targets = byTerm('0 as completed, false as counts, sum(p.value) as target', TARGETS);
  // Over all zones and projects there is one row per term and measure, with target and completed side by side.
  const totals = `select ${own}, case when t.whole then p.completed end, t.whole and p.records > 0, ${TOTAL_TARGET}
      from terms t, ${TOTAL_ROLLUP} and ${counted}`;
  // Without filters it is faster not to join the terms: only those not entirely within the range are excluded.
  const ofAll = cell.map((name) => `p.${name}`).join(', ');
  const cityTotals = `select ${ofAll}, sum(p.completed), bool_or(p.records > 0), sum(${LAST_TOTAL_TARGET})
      from ${totalsExcept(`select t.id from ${termsEver('t')} where t.starts_on < $1::date or t.ends_on >= $2::date or not t.confirmed
         or t.amended_on > greatest(t.starts_on, least(t.ends_on, $2::date - 1, core.today()))`)}
       and ${counted} group by ${ofAll}
     union all
    select ${own}, case when t.whole then p.completed end, t.whole and p.records > 0, ${TOTAL_TARGET}
      from terms t, ${TOTAL_ROLLUP} and (not t.whole or t.amended_on > t.as_of) and ${counted}`;
  const isSplit = columns.some(({ column }) => column === 'zone_id' || column === 'project_id');
  const isOfCity =
    databaseRoleOf(member.session) === 'app_city' && filters.every((filter) => filter === 'true');
  if (isOfCity) flags.push('of-the-city');
  const rest = isSplit ? [whole, targets] : [isOfCity ? cityTotals : totals];
  const sources = byMonth ? [months] : [partial, ...rest];
  const shown = columns.map(({ column, alias }) =>
    column === 'month' ? `to_char(g.month, 'YYYY-MM') as "${alias}"` : `g.${column} as "${alias}"`,
  );

  const byStation = columns.includes(COLUMNS.STATION);
  // Loading the stations afterwards would cost another round trip per page.
  if (byStation) shown.push(`${stationJson('a')} as station`);

  const text = `
    with terms as materialized (
      select t.organisation_id, t.agreement_id, t.id, t.station_id, t.district_code,
             ${rangeOfMonths('$1::date', '$2::date')}
        from ${confirmedTerms('t')} where t.starts_on < $2::date and t.ends_on >= $1::date and ${filters.join(' and ')}
    ), g as (
      select ${cell.join(', ')}, coalesce(sum(completed), 0) as completed, sum(target) as target
        from (${sources.join(' union all ')}) s
       group by ${cell.join(', ')} having bool_or(counts) or sum(target) is not null
    )
    select ${[...shown, ''].join(', ')} g.indicator_code as indicator, g.measure_code as measure,
           g.completed::text as completed, g.target::text as target
      from g join ${indicators('i')} on i.code = g.indicator_code
      join ${measures('m')} on m.indicator_code = g.indicator_code and m.code = g.measure_code
      ${byStation ? `left join ${stationWithId('a', 'g.station_id')} on true` : ''}
     where ${following} order by ${order} limit $3`;
  return member.read(statement<AnalyticsSums>('analytics', text, flags), values);
}
