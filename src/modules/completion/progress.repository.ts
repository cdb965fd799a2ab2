import type { Day } from '../../platform/calendar';
import { statement } from '../../platform/database/statement';
import type { TenantScope } from '../../platform/database/tenant-scope';
import { type Batch, matched } from '../../platform/graphql/loaders';
import { type AgreementGroup, type AgreementKey, groupColumns } from '../agreement';

/** An agreement and its current term; null before the first one. */
export interface AgreementInTerm extends AgreementKey {
  termId: string | null;
}

/** Completed quantity and target of one measure. */
export interface MeasureSums {
  indicator: string;
  measure: string;
  completed: string;
  target: string;
}

/** Progress of a group of agreements against its targets. */
export interface ProgressSums {
  /** Number of measures, per agreement, with a target above zero. */
  measures: number;
  /** Of these, those whose completion has reached the time progress of the term. */
  onTime: number;
  /** The five with the lowest percentage, ascending. */
  weakest: MeasureSums[];
}

const OF_TERM =
  'p.organisation_id = t.organisation_id and p.agreement_id = t.agreement_id and p.term_id = t.term_id';
const CELL = 'p.indicator_code, p.measure_code';

/**
 * One statement for any number of groups. The quantity completed by a day is the term's rollup minus everything later:
 * the rollups of later months, and the later records of the day's own month. Today is therefore as fast as the term's
 * rollup, and past days are exact. Percentages are rounded with integer arithmetic (div), as they are shown.
 */
const PROGRESS = statement<ProgressSums & { id: string }>(
  'progress.ofGroups',
  `with t as materialized (
     select k.g, k.organisation_id, k.agreement_id, k.term_id, p.ends_on - p.starts_on + 1 as days,
            least(p.ends_on, $5::date) - p.starts_on + 1 as elapsed
       from unnest($1::text[], $2::uuid[], $3::uuid[], $4::uuid[]) k(g, organisation_id, agreement_id, term_id)
       join core.term p on p.organisation_id = k.organisation_id and p.id = k.term_id
   ), sums as (
     select t.g, c.*, c.completed * t.days >= c.target * t.elapsed as on_time
       from t cross join lateral (
         select indicator_code, measure_code, coalesce(sum(completed), 0) as completed, sum(target) as target
           from (
             select ${CELL}, p.completed, case when p.targets > 0 then p.target end as target
               from core.completion_total p where ${OF_TERM}
             union all
             select ${CELL}, -p.completed, null from core.completion_month p
              where ${OF_TERM} and p.month > $5::date
             union all
             select p.indicator_code, q.key, -q.value::numeric, null from core.service_record p
              cross join lateral jsonb_each_text(p.quantities) q
              where ${OF_TERM} and p.voided_at is null and p.occurred_on > $5::date
                and p.occurred_on < (date_trunc('month', $5::date) + interval '1 month')::date
           ) parts
          group by indicator_code, measure_code having sum(target) > 0) c
   ), measures as (
     select g, indicator_code, measure_code, sum(completed) as completed, sum(target) as target,
            count(*) as measures, count(*) filter (where on_time) as on_time
       from sums group by g, indicator_code, measure_code
   ), ranked as (
     select s.*, row_number() over (partition by s.g
              order by div(s.completed * 20000 + s.target, s.target * 2), i.position, m.position) as rank
       from measures s join core.indicator i on i.code = s.indicator_code
       join core.measure m on m.indicator_code = s.indicator_code and m.code = s.measure_code
   )
   select g as id, sum(measures)::int as measures, sum(on_time)::int as "onTime",
          json_agg(json_build_object('indicator', indicator_code, 'measure', measure_code,
            'completed', completed::text, 'target', target::text) order by rank) filter (where rank <= 5) as weakest
     from ranked group by g`,
);

/** Progress of groups of agreements against the targets of their terms, by a day. */
export function progressOfGroups(
  day: Day,
): Batch<TenantScope, AgreementGroup<AgreementInTerm>, ProgressSums> {
  return {
    name: `${PROGRESS.name} ${day}`,
    keyOf: ({ id }) => id,
    fetch: async (scope, groups) => {
      const terms = groups.flatMap(({ agreements }) => agreements.map(({ termId }) => termId));
      const values = [...groupColumns(groups), terms, day];
      const rows = await scope.read(PROGRESS, values);
      const ids = groups.map(({ id }) => id);
      return matched(ids, rows, (row) => row.id).map((row) => row ?? { measures: 0, onTime: 0, weakest: [] });
    },
  };
}
