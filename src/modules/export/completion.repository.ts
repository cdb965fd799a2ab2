import { columns, type Table } from '../../platform/export/columns';
import type { Where } from './export.filter';
import { measureColumns, placeColumns, placeJoins, shownQuantity } from './place.columns';

const CELL =
  'p.organisation_id, p.agreement_id, p.term_id, p.indicator_code, p.measure_code, p.zone_id, p.project_id';
const OF_TERM =
  'p.organisation_id = t.organisation_id and p.agreement_id = t.agreement_id and p.term_id = t.id';

const changed = (where: Where, table: string): string =>
  `exists (select from core.${table} p where ${OF_TERM} and ${where.written('p')})`;

/**
 * 指标完成情况: one row per term, measure and scope (the whole agreement, each zone, each project), over the days of the
 * filter within the term. Same rules as the completion table: whole terms and months from the rollups, partial months
 * from the records. An incremental export sends a whole term if any of its figures may have changed.
 */
export function completionTable(where: Where): Table {
  // A record moved within its month changes no rollup, but it matters where the range cuts that month.
  const atTheEnds = `not t.whole and exists (select from core.service_record p where ${OF_TERM}
    and p.occurred_on >= date_trunc('month', t.first) and p.occurred_on < date_trunc('month', t.last) + interval '1 month'
    and ${where.written('p')})`;
  const written = [
    where.written('t'),
    changed(where, 'completion_term'),
    changed(where, 'target'),
    `not t.whole and ${changed(where, 'completion_month')}`,
    atTheEnds,
    where.assessed('t'),
  ].join(' or ');
  return {
    before: `
      with spans as materialized (
        select t.organisation_id, t.agreement_id, t.station_id, t.purchaser_id, t.district_code, t.id, t.name,
               s.first, s.last, s.first = t.starts_on and s.last = t.ends_on as whole,
               case when s.first = t.starts_on then date_trunc('month', s.first)
                    else date_trunc('month', s.first + interval '1 month' - interval '1 day') end::date as first_month,
               (case when s.last = t.ends_on then date_trunc('month', s.last) + interval '1 month'
                     else date_trunc('month', s.last + interval '1 day') end)::date as after_months,
               t.xmin
          from core.term t
         cross join lateral (select greatest(t.starts_on, ${where.from}) as first, least(t.ends_on, ${where.to}) as last) s
         where s.first <= s.last and ${where.within('t')}
      ), terms as materialized (
        select t.* from spans t where ${where.sent('true', written)}
      ), cells as (
        select ${CELL}, p.completed, p.records, null::numeric as target
          from terms t join core.completion_term p on ${OF_TERM} where t.whole
        union all
        select ${CELL}, p.completed, p.records, null from terms t join core.completion_month p on ${OF_TERM}
         where not t.whole and p.month >= t.first_month and p.month < t.after_months
        union all
        select p.organisation_id, p.agreement_id, p.term_id, p.indicator_code, q.key, p.zone_id, p.project_id,
               q.value::numeric, 1, null
          from terms t join core.service_record p on ${OF_TERM} and p.occurred_on between t.first and t.last
           and p.voided_at is null and (p.occurred_on < t.first_month or p.occurred_on >= t.after_months)
         cross join lateral jsonb_each_text(p.quantities) q where not t.whole
        union all
        select ${CELL}, 0, 0, p.value from terms t join core.target p on ${OF_TERM}
      ), figures as (
        select p.organisation_id, p.agreement_id, p.term_id, p.indicator_code, p.measure_code,
               v.scope, v.zone_id, v.project_id, sum(p.target) as target, sum(p.completed) as completed,
               sum(p.records) = 0 and sum(p.target) is null as removed
          from cells p
         cross join lateral (values ('TOTAL', null::uuid, null::uuid), ('ZONE', p.zone_id, null),
                                    ('PROJECT', null, p.project_id)) v(scope, zone_id, project_id)
         where v.scope = 'TOTAL' or v.zone_id is not null or v.project_id is not null
         group by 1, 2, 3, 4, 5, 6, 7, 8
      )`,
    columns: [
      ...placeColumns('t'),
      ...columns('flag', { removed: 'f.removed' }),
      ...columns('id', { term_id: 't.id' }),
      ...columns('text', { term_name: 't.name' }),
      ...columns('day', { counted_from: 't.first', counted_to: 't.last' }),
      ...columns('code', { scope: 'f.scope' }),
      ...columns('id', { zone_id: 'f.zone_id' }),
      ...columns('text', { zone_name: 'zone.name' }),
      ...columns('id', { project_id: 'f.project_id' }),
      ...columns('text', { project_name: 'project.name' }),
      ...measureColumns,
      ...columns('decimal', {
        target: shownQuantity('f.target', 'measure.unit'),
        completed: shownQuantity('f.completed', 'measure.unit'),
        percent: percent('f.completed', 'f.target'),
      }),
    ],
    rows: `
      from figures f
      join terms t on t.organisation_id = f.organisation_id and t.agreement_id = f.agreement_id and t.id = f.term_id
      ${placeJoins('t')}
      join core.indicator indicator on indicator.code = f.indicator_code
      join core.measure measure on measure.indicator_code = f.indicator_code and measure.code = f.measure_code
      left join core.zone zone on zone.organisation_id = f.organisation_id and zone.agreement_id = f.agreement_id
        and zone.id = f.zone_id
      left join core.project project on project.organisation_id = f.organisation_id
        and project.agreement_id = f.agreement_id and project.id = f.project_id
      where ${where.sent('not f.removed', 'true')}`,
  };
}

/** SQL of part / whole × 100, half up to two decimals, from the exact quotient: dividing first would round twice. */
function percent(part: string, whole: string): string {
  return `case when ${whole} <> 0 then div(${part} * 20000 + ${whole}, ${whole} * 2) * 0.01 end`;
}
