import { columns, type Table } from '../../platform/export/columns';
import { points, projects, terms, zones } from '../agreement';
import { indicators, measures } from '../completion';
import { serviceRecords } from '../service-record';
import { ofAgreement, type Where } from './export.filter';
import { measureColumns, placeColumns, placeJoins, shownQuantity } from './place.columns';

const PARTS = { term: terms, project: projects, zone: zones, point: points };
const parts = Object.entries(PARTS).map(
  ([name, rows]) => `left join ${rows(name)}
  on ${name}.organisation_id = r.organisation_id and ${name}.agreement_id = r.agreement_id and ${name}.id = r.${name}_id`,
);

/**
 * 服务记录: one row per record and measure. A correction may move a record out of the days of the filter: an incremental
 * export sends it anyway, as one that no longer counts there.
 */
export function serviceRecordTable(where: Where): Table {
  const counts = `own.state = 'CONFIRMED' and r.voided_at is null and r.occurred_on between ${where.from} and ${where.to}`;
  return {
    columns: [
      ...columns('id', { record_id: 'r.id' }),
      ...columns('whole', { revision: 'r.revision' }),
      ...columns('flag', { removed: `not (${counts})` }),
      ...columns('day', { occurred_on: 'r.occurred_on' }),
      ...placeColumns('r', where),
      ...columns('id', { term_id: 'r.term_id' }),
      ...columns('text', { term_name: 'term.name' }),
      ...columns('id', { project_id: 'r.project_id' }),
      ...columns('text', { project_name: 'project.name' }),
      ...columns('id', { zone_id: 'r.zone_id' }),
      ...columns('text', { zone_name: 'zone.name' }),
      ...columns('id', { point_id: 'r.point_id' }),
      ...columns('text', { point_name: 'point.name' }),
      ...measureColumns,
      ...columns('decimal', {
        quantity: shownQuantity('(r.quantities ->> measure.code)::numeric', 'measure.unit'),
      }),
      ...columns('moment', {
        recorded_at: 'r.recorded_at',
        updated_at: 'greatest(r.revised_at, r.voided_at)',
      }),
    ],
    rows: `
      from ${serviceRecords('r')} ${ofAgreement('own', 'r')}
      ${placeJoins('r')}
      join ${indicators('indicator')} on indicator.code = r.indicator_code
      join ${measures('measure')} on measure.indicator_code = r.indicator_code and r.quantities ? measure.code
      ${parts.join('\n')}
      where ${where.within('r')} and ${where.sent(counts, `${where.written('r')} or ${where.voided('own')}`)}`,
  };
}
