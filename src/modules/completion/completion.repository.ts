import type { Day } from '../../platform/calendar';
import { statement } from '../../platform/database/statement';
import type { TenantScope } from '../../platform/database/tenant-scope';
import type { Batch } from '../../platform/graphql/loaders';
import {
  agreements,
  isOpenWithin,
  projectColumns,
  type ProjectRow,
  projects,
  termColumns,
  type TermRow,
  terms,
  zoneColumns,
  type ZoneRow,
  zones,
} from '../agreement';
import { COMPLETION_OF_RANGE, HAS_FIGURES, RANGE_OF_DAYS, targetsAsOf } from './read.sql';

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

interface CompletionSource {
  /** All terms of the agreement, to find the default one. */
  terms: TermRow[];
  zones: ZoneRow[];
  projects: ProjectRow[];
  cells: Cell[];
}

const OF_AGREEMENT = 'p.organisation_id = k.organisation_id and p.agreement_id = k.agreement_id';
/** The last day of the table. */
const AS_OF = '(select t.as_of from range t)';
/** Places that are open on a day of the table. */
const SHOWN = `not exists (select from range t where not (${isOpenWithin('p', 't.first', 't.last')}))`;
const list = (sql: string): string => `(select coalesce(json_agg(r), '[]') from (${sql}) r)`;

/** One statement for any number of tables. */
const TABLE = statement<CompletionSource>(
  'completion.table',
  `select c.* from unnest($1::uuid[], $2::uuid[], $3::date[], $4::date[], $5::date[])
     with ordinality q(agreement_id, term_id, first, last, as_of, place)
     left join ${agreements('a')} on a.id = q.agreement_id
    cross join lateral (select a.organisation_id, q.agreement_id, q.term_id, q.first, q.last, q.as_of) k cross join lateral (
   with terms as (
     select p.* from ${terms('p')} where ${OF_AGREEMENT} order by p.position
   ), range as materialized (
     select t.organisation_id, t.agreement_id, t.id, ${RANGE_OF_DAYS}, ${targetsAsOf('k.as_of')}
       from terms t
      cross join lateral (select coalesce(k.first, t.starts_on) as first, coalesce(k.last, t.ends_on) as last) d
      where t.id = k.term_id or (k.term_id is null and (select count(*) from terms) = 1)
   ), cells as (
     select p.indicator_code as indicator, p.measure_code as measure, p.zone_id as "zoneId", p.project_id as "projectId",
            sum(p.target)::text as target, sum(p.completed)::text as completed
       from range t, ${COMPLETION_OF_RANGE} group by 1, 2, 3, 4 having ${HAS_FIGURES}
   )
   select ${list(`select ${termColumns('p')} from terms p`)} as terms,
          ${list(`select ${zoneColumns('p', AS_OF)} from ${zones('p')} where ${OF_AGREEMENT} and ${SHOWN} order by p.position`)} as zones,
          ${list(`select ${projectColumns('p', AS_OF)} from ${projects('p')} where ${OF_AGREEMENT} and ${SHOWN} order by p.position`)} as projects,
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
  /** The last day of the table, by which its targets are in force. */
  asOf: Day;
}

/** Batch-loads the data of completion tables; empty for an agreement outside the scope. */
export const completionSource: Batch<TenantScope, CompletionKey, CompletionSource> = {
  name: TABLE.name,
  keyOf: ({ agreementId, termId, from, to, asOf }) => [agreementId, termId, from, to, asOf].join(' '),
  fetch: async (scope, keys) => {
    const column = (name: keyof CompletionKey): (string | null)[] => keys.map((key) => key[name]);
    return scope.read(TABLE, [
      column('agreementId'),
      column('termId'),
      column('from'),
      column('to'),
      column('asOf'),
    ]);
  },
};
