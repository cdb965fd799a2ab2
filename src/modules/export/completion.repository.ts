import { columns, type Table } from '../../platform/export/columns';
import { projects, terms, zones } from '../agreement';
import {
  anyRowBehind,
  COMPLETION_OF_RANGE,
  HAS_FIGURES,
  indicators,
  measures,
  RANGE_OF_DAYS,
  targetsAsOf,
} from '../completion';
import { ofAgreement, type Where } from './export.filter';
import { measureColumns, placeColumns, placeJoins, shownQuantity } from './place.columns';

/**
 * 指标完成情况: one row per term, measure and scope (the whole agreement, each zone, each project), over the days of the
 * filter within the term. Same rules as the completion table: whole terms and months from the rollups, partial months
 * from the records. An incremental export sends a whole term if any of its figures may have changed, or if its
 * agreement is void since: the term is written then.
 */
export function completionTable(where: Where): Table {
  const written = [
    where.written('t'),
    anyRowBehind((alias) => where.written(alias)),
    where.assessed('t'),
  ].join(' or ');
  return {
    before: `
      with spans as materialized (
        select t.organisation_id, t.agreement_id, t.station_id, t.purchaser_id, t.district_code, t.id, t.name,
               t.confirmed, t.xmin, ${RANGE_OF_DAYS}, ${targetsAsOf(`${where.to}, ${where.today}`)}
          from ${terms('t')} ${ofAgreement('own', 't')}
         cross join lateral (select greatest(t.starts_on, ${where.from}) as first, least(t.ends_on, ${where.to}) as last) d
         where d.first <= d.last and ${where.within('t')}
      ), terms as materialized (
        select t.* from spans t where ${where.sent('t.confirmed', written)}
      ), figures as (
        select p.organisation_id, p.agreement_id, p.term_id, p.indicator_code, p.measure_code,
               v.scope, v.zone_id, v.project_id, sum(p.target) as target, sum(p.completed) as completed,
               not (bool_and(t.confirmed) and (${HAS_FIGURES})) as removed
          from terms t cross join ${COMPLETION_OF_RANGE}
         cross join lateral (values ('TOTAL', null::uuid, null::uuid), ('ZONE', p.zone_id, null),
                                    ('PROJECT', null, p.project_id)) v(scope, zone_id, project_id)
         where v.scope = 'TOTAL' or v.zone_id is not null or v.project_id is not null
         group by 1, 2, 3, 4, 5, 6, 7, 8
      )`,
    columns: [
      ...placeColumns('t', where),
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
        percent: 'core.percent(f.completed, f.target)',
      }),
    ],
    rows: `
      from figures f
      join terms t on t.organisation_id = f.organisation_id and t.agreement_id = f.agreement_id and t.id = f.term_id
      ${placeJoins('t')}
      join ${indicators('indicator')} on indicator.code = f.indicator_code
      join ${measures('measure')} on measure.indicator_code = f.indicator_code and measure.code = f.measure_code
      left join ${zones('zone')} on zone.organisation_id = f.organisation_id and zone.agreement_id = f.agreement_id
        and zone.id = f.zone_id
      left join ${projects('project')} on project.organisation_id = f.organisation_id
        and project.agreement_id = f.agreement_id and project.id = f.project_id
      where ${where.sent('not f.removed', 'true')}`,
  };
}
