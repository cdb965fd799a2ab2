import { organisations } from '../../access';
import { type Column, columns } from '../../platform/export/columns';
import { districts, stationOf } from '../directory';

/** Columns of where a row belongs, for a table `alias` that has the scope columns: the same in every export. */
export function placeColumns(alias: string): Column[] {
  return [
    ...columns('id', { agreement_id: `${alias}.agreement_id`, station_id: `${alias}.station_id` }),
    ...columns('text', { station_name: 'place.name', street: 'place.street' }),
    ...columns('id', { operator_id: `${alias}.organisation_id` }),
    ...columns('text', { operator_name: 'operator.name' }),
    ...columns('id', { purchaser_id: `${alias}.purchaser_id` }),
    ...columns('text', { purchaser_name: 'purchaser.name' }),
    ...columns('code', { district_code: `${alias}.district_code`, district_name: 'district.name' }),
  ];
}

/** Names of the columns of placeColumns. */
export function placeJoins(alias: string): string {
  return `
    left join ${stationOf('place', alias)}
    join ${organisations('operator')} on operator.id = ${alias}.organisation_id
    join ${organisations('purchaser')} on purchaser.id = ${alias}.purchaser_id
    join ${districts('district')} on district.code = ${alias}.district_code`;
}

/** A quantity as text: money with two decimals, anything else without trailing zeros. */
export function shownQuantity(value: string, unit: string): string {
  return `case ${unit} when '元' then round(${value}, 2) else trim_scale(${value}) end`;
}

/** Columns of an indicator and its measure, with their Chinese names. */
export const measureColumns: readonly Column[] = columns('code', {
  indicator_code: 'indicator.code',
  indicator_name: 'indicator.name_zh',
  measure_code: 'measure.code',
  measure_name: 'measure.name',
  unit: 'measure.unit',
});
