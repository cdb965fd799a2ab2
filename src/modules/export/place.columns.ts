import { organisations } from '../../access';
import { type Column, columns } from '../../platform/export/columns';
import { districts, organisationNameOn, stationNameOn, stationOf } from '../directory';
import type { Where } from './export.filter';

/**
 * Columns of where a row belongs, for a table `alias` that has the scope columns: the same in every export. Names are
 * those of the last day of the filter, or today's.
 */
export function placeColumns(alias: string, where: Where): Column[] {
  const { namesOn } = where;
  const nameOf = (named: typeof stationNameOn, id: string, name: string): string =>
    namesOn === null ? name : named(`${alias}.${id}`, name, namesOn);
  return [
    ...columns('id', { agreement_id: `${alias}.agreement_id`, station_id: `${alias}.station_id` }),
    ...columns('text', {
      station_name: nameOf(stationNameOn, 'station_id', 'place.name'),
      street: 'place.street',
    }),
    ...columns('id', { operator_id: `${alias}.organisation_id` }),
    ...columns('text', {
      operator_name: nameOf(organisationNameOn, 'organisation_id', 'operator.name'),
    }),
    ...columns('id', { purchaser_id: `${alias}.purchaser_id` }),
    ...columns('text', {
      purchaser_name: nameOf(organisationNameOn, 'purchaser_id', 'purchaser.name'),
    }),
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
