import type { Day } from '../../platform/calendar';
import { statement } from '../../platform/database/statement';
import type { TenantScope } from '../../platform/database/tenant-scope';
import { type Batch, matched } from '../../platform/graphql/loaders';
import { type AgreementGroup, type AgreementKey, groupColumns, terms } from '../agreement';
import { BOTH_ENDS, MONTH_ROLLUP, RANGE_OF_DAYS, targetsAsOf, TOTAL_ROLLUP, TOTAL_TARGET } from './read.sql';

/** An agreement and its current term; null before the first one. */
export interface AgreementInTerm extends AgreementKey {
  termId: string | null;
}

/** Completed quantity of one measure with a target above zero. */
export interface MeasureSums {
  indicator: string;
  measure: string;
  completed: string;
  target: string;
  percent: string;
}

/** Progress of a group of agreements against its targets. */
interface ProgressSums {
  /** Number of measures, per agreement, with a target above zero. */
  measures: number;
  /** Of these, those whose completion has reached the time progress of the term. */
  onTime: number;
  /** Those with the lowest percentage, ascending. */
  weakest: MeasureSums[];
}

const CELL = 'p.indicator_code, p.measure_code';

/**
 * One statement for any number of groups. The quantity completed by a day is the term's total minus that of the days after
 * it. Today is therefore as fast as the total, and past days are exact.
 */
const PROGRESS = statement<ProgressSums & { id: string }>(
  'progress.ofGroups',
  `with terms as materialized (
     select k.g, t.organisation_id, t.agreement_id, t.id, t.ends_on - t.starts_on + 1 as days,
            least(t.ends_on, $5::date) - t.starts_on + 1 as elapsed, ${RANGE_OF_DAYS}, ${targetsAsOf('$5::date')}
       from unnest($1::text[], $2::uuid[], $3::uuid[], $4::uuid[]) k(g, organisation_id, agreement_id, term_id)
       join ${terms('t')} on t.organisation_id = k.organisation_id and t.id = k.term_id
      cross join lateral (select $5::date + 1 as first, t.ends_on as last) d
   ), sums as (
     select t.g, c.*, c.completed * t.days >= c.target * t.elapsed as on_time
       from terms t cross join lateral (
         select indicator_code, measure_code, coalesce(sum(completed), 0) as completed, sum(target) as target
           from (
             select ${CELL}, p.completed, ${TOTAL_TARGET} as target from ${TOTAL_ROLLUP}
             union all
             select ${CELL}, -p.completed, null from ${MONTH_ROLLUP}
             union all
             select ${CELL}, -p.completed, null from ${BOTH_ENDS}
           ) parts
          group by indicator_code, measure_code having sum(target) > 0) c
   ), measures as (
     select g, indicator_code, measure_code, sum(completed) as completed, sum(target) as target,
            count(*) as measures, count(*) filter (where on_time) as on_time
       from sums group by g, indicator_code, measure_code
   ), ranked as (
     select s.*, row_number() over (partition by s.g
              order by core.percent(s.completed, s.target), i.position, m.position) as rank
       from measures s join core.indicator i on i.code = s.indicator_code
       join core.measure m on m.indicator_code = s.indicator_code and m.code = s.measure_code
   )
   select g as id, sum(measures)::int as measures, sum(on_time)::int as "onTime",
          json_agg(json_build_object('indicator', indicator_code, 'measure', measure_code,
            'completed', completed::text, 'target', target::text,
            'percent', core.percent(completed, target)::text) order by rank) filter (where $6::int is null or rank <= $6) as weakest
     from ranked group by g`,
);

/** Progress of groups of agreements against the targets of their terms, by a day; with so many of the weakest measures of each, or all. */
export function progressOfGroups(
  day: Day,
  most: number | null,
): Batch<TenantScope, AgreementGroup<AgreementInTerm>, ProgressSums> {
  return {
    name: `${PROGRESS.name} ${day} ${most ?? 'all'}`,
    keyOf: ({ id }) => id,
    fetch: async (scope, groups) => {
      const terms = groups.flatMap(({ agreements }) => agreements.map(({ termId }) => termId));
      const values = [...groupColumns(groups), terms, day, most];
      const rows = await scope.read(PROGRESS, values);
      const ids = groups.map(({ id }) => id);
      return matched(ids, rows, (row) => row.id).map((row) => row ?? { measures: 0, onTime: 0, weakest: [] });
    },
  };
}
