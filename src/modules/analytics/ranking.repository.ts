import type { Member } from '../../access';
import type { Day } from '../../platform/calendar';
import { Conditions } from '../../platform/database/conditions';
import { statement } from '../../platform/database/statement';
import type { Page } from '../../platform/graphql/connection';
import { confirmedTerms, zones } from '../agreement';
import { COMPLETION_OF_RANGE, HAS_FIGURES, MONTH_ROLLUP, rangeOfMonths, TARGETS } from '../completion';
import { stationJson, type StationRow, stationWithId } from '../directory';
import type { Sample } from './outlier.rules';
import { RankingBasis } from './analytics.enums';

export interface RankingQuestion {
  indicator: string;
  measure: string;
  /** First day of the first month. */
  first: Day;
  /** First day after the last month. */
  after: Day;
  /** First day of the earlier months that a station is compared with. */
  past: Day;
  /** First day of the current month: incomplete months are not compared. */
  running: Day;
  basis: RankingBasis;
  districtCodes: readonly string[] | null;
}

/** A station with its rank and the statistics that it is compared with. */
export interface RankingRow {
  station: StationRow;
  rank: number | null;
  /** The value to rank by; null for a percentage without a target. */
  value: string | null;
  completed: string;
  target: string | null;
  /** Sums over the agreements with zones; null if there is none. */
  zoneSum: string | null;
  zonedTotal: string | null;
  peers: Sample | null;
  /** Its own complete months: how many lie in the range, what was done in them, and the earlier months. */
  own: { months: number; completed: string; before: Sample | null } | null;
}

const VALUE: Record<RankingBasis, string> = {
  COMPLETED: 'completed',
  PERCENT: 'core.percent(completed, target)',
};

/** Terms that overlap the months of the question. */
const termsOf = (districts: string): string => `
  select t.organisation_id, t.agreement_id, t.id, t.station_id, ${rangeOfMonths('$3::date', '$4::date')}
    from ${confirmedTerms('t')} where t.starts_on < $4::date and t.ends_on >= $3::date and ${districts}`;
const OF_MEASURE = 'p.indicator_code = $1 and p.measure_code = $2';

/** SQL of the exact median; for an even number the mean of the middle two. percentile_cont would return a float. */
const median = (of: string, filter = ''): string => {
  const half = (order: string): string =>
    `percentile_disc(0.5) within group (order by ${of}${order})${filter && ` filter (where ${filter})`}`;
  return `(${half('')} + ${half(' desc')}) * 0.5`;
};
const SAMPLE = (
  median: string,
): string => `json_build_object('count', count(*)::int, 'median', trim_scale(min(${median}))::text,
  'medianDeviation', trim_scale(${medianOfDistances})::text, 'deviations', trim_scale(sum(distance))::text)`;
const medianOfDistances = median('distance');

const ORDER = '(r.value is null)::int, -coalesce(r.value, 0), r.station_id';

/**
 * One statement: ranks all stations of the query and compares those of the page with the others and with their own
 * earlier months.
 */
function textOf(basis: RankingBasis, districts: string, following: string, limit: string): string {
  return `
    with terms as materialized (
      ${termsOf(districts)}
    ), agreements as (
      select t.station_id, sum(p.completed) as completed, sum(p.target) as target, sum(p.records) as records,
             coalesce(sum(p.completed) filter (where p.zone_id is not null), 0) as zone_sum,
             exists (select from ${zones('z')}
                      where z.organisation_id = t.organisation_id and z.agreement_id = t.agreement_id) as zoned
        from terms t, ${COMPLETION_OF_RANGE} where ${OF_MEASURE} group by t.organisation_id, t.agreement_id, t.station_id
    ), stations as (
      select station_id, sum(completed) as completed, sum(target) as target,
             sum(zone_sum) filter (where zoned) as zone_sum, sum(completed) filter (where zoned) as zoned_total
        from agreements p group by station_id having ${HAS_FIGURES}
    ), valued as (
      select s.*, ${VALUE[basis]} as value from stations s
    ), ranked as materialized (
      select v.*, case when v.value is not null then (rank() over (order by v.value desc nulls last))::int end as rank
        from valued v
    ), middle as materialized (
      select ${median('value')} as median from ranked where value is not null
    ), peers as materialized (
      select case when count(*) > 0 then ${SAMPLE('median')} end as sample
        from (select m.median, abs(r.value - m.median) as distance from ranked r, middle m where r.value is not null) d
    ), page as materialized (
      select r.* from ranked r where ${following} order by ${ORDER} limit ${limit}
    ), own_terms as materialized (
      select t.organisation_id, t.agreement_id, t.id, t.station_id,
             ${rangeOfMonths('$5::date', 'least($4::date, $6::date)')}
        from ${confirmedTerms('t')}
       where t.station_id = any (array(select r.station_id from page r))
         and t.starts_on < least($4::date, $6::date) and t.ends_on >= $5::date
    ), months as (
      select distinct t.station_id, m::date as month from own_terms t cross join lateral generate_series(
               date_trunc('month', t.first), t.last, interval '1 month') m
    ), done as materialized (
      select t.station_id, p.month, sum(p.completed) as completed
        from own_terms t, ${MONTH_ROLLUP} and ${OF_MEASURE} group by 1, 2
    ), monthly as materialized (
      select m.station_id, m.month >= $3::date as inside, coalesce(d.completed, 0) as completed
        from months m left join done d using (station_id, month)
    ), own as materialized (
      select station_id, count(*) filter (where inside)::int as months,
             coalesce(sum(completed) filter (where inside), 0) as completed,
             ${median('completed', 'not inside')} as median
        from monthly group by station_id
    ), before as materialized (
      select station_id, ${SAMPLE('median')} as sample
        from (select m.station_id, o.median, abs(m.completed - o.median) as distance
                from monthly m join own o using (station_id) where not m.inside) d
       group by station_id
    )
    select ${stationJson('a')} as station,
           r.rank, trim_scale(r.value)::text as value, r.completed::text as completed, r.target::text as target,
           trim_scale(r.zone_sum)::text as "zoneSum", trim_scale(r.zoned_total)::text as "zonedTotal",
           p.sample as peers,
           case when o.station_id is not null then json_build_object('months', o.months,
             'completed', o.completed::text, 'before', b.sample) end as own
      from page r cross join peers p
      cross join ${stationWithId('a', 'r.station_id')}
      left join own o on o.station_id = r.station_id left join before b on b.station_id = r.station_id
     order by ${ORDER}`;
}

/** A page of the ranking, with one more row if there is a next page. */
export async function rankingPage(
  member: Member,
  question: RankingQuestion,
  page: Page,
): Promise<RankingRow[]> {
  const { indicator, measure, first, after, past, running, basis, districtCodes } = question;
  const scope = new Conditions([indicator, measure, first, after, past, running]);
  scope.add('districts', districtCodes, (list) => `t.district_code = any (${list}::text[])`);
  const place = new Conditions(scope.values).after(page.after, ORDER, ['int', 'numeric', 'uuid']);
  const limit = place.parameter(page.size + 1);
  const text = textOf(basis, scope.sql, place.sql, limit);
  const variant = [...scope.names, ...place.names];
  return member.read(statement<RankingRow>(`ranking.${basis}`, text, variant), place.values);
}

/** Number of stations in the ranking. */
export async function rankingCount(member: Member, question: RankingQuestion): Promise<number> {
  const { indicator, measure, first, after, districtCodes } = question;
  const where = new Conditions([indicator, measure, first, after]);
  where.add('districts', districtCodes, (list) => `t.district_code = any (${list}::text[])`);
  const [row] = await member.read(
    where.statement<{ count: number }>(
      'ranking.count',
      `with terms as materialized (${termsOf(where.sql)})
       select count(distinct t.station_id)::int as count from terms t
        where exists (select from ${TARGETS} and ${OF_MEASURE})
           or exists (select from ${MONTH_ROLLUP} and ${OF_MEASURE} and p.records > 0)`,
    ),
    where.values,
  );
  return row?.count ?? 0;
}
