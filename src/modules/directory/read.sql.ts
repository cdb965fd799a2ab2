import { columnsOf, jsonObject, readable, selectList } from '../../platform/database/shape';

export interface StationRow {
  id: string;
  name: string;
  street: string;
  districtCode: string;
}

/** Of core.station_access, which repeats a station for each operator and purchaser of its agreements. */
const STATION: Readonly<Record<keyof StationRow, string>> = {
  id: 'station_id',
  name: 'name',
  street: 'street',
  districtCode: 'district_code',
};

export const stationColumns = (alias: string): string => selectList(STATION, alias);
export const stationJson = (alias: string): string => jsonObject(STATION, alias);

const { id: _, ...described } = STATION;
/** What core.station and core.station_access say alike of a station: property and column. */
export const STATION_CONTENT = Object.entries(described) as [keyof StationRow, string][];

export const stationAccess = readable(
  'core.station_access',
  `organisation_id, purchaser_id, ${columnsOf(STATION)}`,
);

/** To be joined: the station as the parties of `of`, a row with the scope columns, see it. */
export const stationOf = (alias: string, of: string): string => `${stationAccess(alias)}
  on ${alias}.organisation_id = ${of}.organisation_id and ${alias}.station_id = ${of}.station_id
 and ${alias}.purchaser_id = ${of}.purchaser_id`;

/** To be joined: the station with an id, as any row within the scope has it. */
export const stationWithId = (alias: string, id: string): string =>
  `lateral (select * from ${stationAccess('s')} where s.station_id = ${id} limit 1) ${alias}`;

export const stationFormerNames = readable('core.station_former_name', 'station_id, until, name');
export const organisationFormerNames = readable('core.organisation_former_name', 'holder_id, until, name');

/** SQL: what a station, or an organisation, of today's `name` was called on a day. */
export const stationNameOn = (id: string, name: string, day: string): string =>
  nameOn(stationFormerNames('f'), `f.station_id = ${id}`, name, day);
export const organisationNameOn = (id: string, name: string, day: string): string =>
  nameOn(organisationFormerNames('f'), `f.holder_id = ${id}`, name, day);

const nameOn = (former: string, isIts: string, name: string, day: string): string =>
  `coalesce((select f.name from ${former} where ${isIts} and f.until >= ${day} order by f.until limit 1), ${name})`;

export const districts = readable('core.district', 'code, name');
