import type { Day } from '../../platform/calendar';
import { statement } from '../../platform/database/statement';
import type { TenantScope } from '../../platform/database/tenant-scope';
import type { Batch } from '../../platform/graphql/loaders';
import type { ProjectRow, TermRow, ZoneRow } from '../agreement';

/** Target and completed quantity per indicator, measure, zone and project. */
export interface Cell {
  indicator: string;
  measure: string;
  zoneId: string | null;
  projectId: string | null;
  /** Null where no target is set. */
  target: string | null;
  completed: string;
}

export interface CompletionSource {
  /** All terms of the agreement, to find the default one. */
  terms: TermRow[];
  zones: ZoneRow[];
  projects: ProjectRow[];
  cells: Cell[];
}

const PART = `p.id, p.organisation_id as "organisationId", p.agreement_id as "agreementId", p.name`;
const OF_AGREEMENT = 'p.organisation_id = k.organisation_id and p.agreement_id = k.agreement_id';
const list = (sql: string): string => `(select coalesce(json_agg(r), '[]') from (${sql}) r)`;
const CELL = 'indicator_code, measure_code, zone_id, project_id';

/**
 * One statement for any number of tables. A whole term is read from the term's rollup. Part of a term is read from the rollups of
 * the months that lie entirely in the range, and from the records at its two ends.
 */
const COMPLETION = statement<CompletionSource>(
  'completion.table',
  `select c.* from unnest($1::uuid[], $2::uuid[], $3::date[], $4::date[])
     with ordinality q(agreement_id, term_id, first, last, place)
     left join core.agreement a on a.id = q.agreement_id
    cross join lateral (select a.organisation_id, q.agreement_id, q.term_id, q.first, q.last) k cross join lateral (
   with terms as (
     select ${PART}, p.starts_on as "startsOn", p.ends_on as "endsOn" from core.term p
      where ${OF_AGREEMENT} order by p.position
   ), range as materialized (
     select t.id as term_id, f.day as first, l.day as last,
            f.day = t."startsOn" and l.day = t."endsOn" as whole,
            case when f.day = t."startsOn" then date_trunc('month', f.day)
                 else date_trunc('month', f.day + interval '1 month' - interval '1 day') end::date as first_month,
            (case when l.day = t."endsOn" then date_trunc('month', l.day) + interval '1 month'
                  else date_trunc('month', l.day + interval '1 day') end)::date as after_months
       from terms t,
            lateral (select coalesce(k.first, t."startsOn") as day) f,
            lateral (select coalesce(k.last, t."endsOn") as day) l
      where t.id = k.term_id or (k.term_id is null and (select count(*) from terms) = 1)
   ), done as (
     select ${CELL}, p.completed, p.records from core.completion_term p
      where ${OF_AGREEMENT} and p.term_id = (select r.term_id from range r where r.whole)
     union all
     select ${CELL}, p.completed, p.records from core.completion_month p, range r
      where ${OF_AGREEMENT} and p.term_id = r.term_id and not r.whole
        and p.month >= r.first_month and p.month < r.after_months
     union all
     select p.indicator_code, q.key, p.zone_id, p.project_id, q.value::numeric, 1
       from range r join core.service_record p on ${OF_AGREEMENT} and p.term_id = r.term_id and not r.whole
        and p.occurred_on between r.first and r.last and p.voided_at is null
        and (p.occurred_on < r.first_month or p.occurred_on >= r.after_months)
      cross join lateral jsonb_each_text(p.quantities) q
   ), cells as (
     select indicator_code as indicator, measure_code as measure, zone_id as "zoneId", project_id as "projectId",
            sum(target)::text as target, coalesce(sum(completed), 0)::text as completed
       from (
         select ${CELL}, null::numeric as target, completed, records from done
         union all
         select ${CELL}, p.value, null, 0 from core.target p
          where ${OF_AGREEMENT} and p.term_id = (select r.term_id from range r)
       ) c
      group by 1, 2, 3, 4 having sum(records) > 0 or sum(target) is not null
   )
   select ${list('select * from terms')} as terms,
          ${list(`select ${PART} from core.zone p where ${OF_AGREEMENT} order by p.position`)} as zones,
          ${list(`select ${PART}, p.kind, p.domain from core.project p where ${OF_AGREEMENT} order by p.position`)} as projects,
          ${list('select * from cells')} as cells) c
   order by q.place`,
);

/** Identifies a completion table: agreement, term and range of days. */
export interface CompletionKey {
  agreementId: string;
  /** Null: the agreement's only term. */
  termId: string | null;
  /** Null: the term's first and last day. */
  from: Day | null;
  to: Day | null;
}

/** Batch-loads the data of completion tables; empty for an agreement outside the scope. */
export const completionSource: Batch<TenantScope, CompletionKey, CompletionSource> = {
  name: COMPLETION.name,
  keyOf: ({ agreementId, termId, from, to }) => [agreementId, termId, from, to].join(' '),
  fetch: async (scope, keys) => {
    const column = (name: keyof CompletionKey): (string | null)[] => keys.map((key) => key[name]);
    return scope.read(COMPLETION, [column('agreementId'), column('termId'), column('from'), column('to')]);
  },
};
