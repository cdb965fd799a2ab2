import type { Day } from '../../../platform/calendar';
import { type Statement, statement } from '../../../platform/database/statement';
import type { TenantScope, Transaction } from '../../../platform/database/tenant-scope';
import { type Batch, grouped } from '../../../platform/graphql/loaders';
import { organisationFormerNames, stationFormerNames } from '../read.sql';
import type { FormerName, Named } from './name.rules';

type Row = FormerName & { id: string };

// A station has a row for each operator and purchaser that had it under the name.
const OF_STATIONS = statement<Row>(
  'formerName.ofStations',
  `select distinct f.station_id as id, f.name, f.until from ${stationFormerNames('f')}
    where f.station_id = any ($1::uuid[]) order by f.until`,
);
const OF_ORGANISATIONS = statement<Row>(
  'formerName.ofOrganisations',
  `select f.holder_id as id, f.name, f.until from ${organisationFormerNames('f')}
    where f.holder_id = any ($1::uuid[]) order by f.until`,
);

function formerNames(sql: Statement<Row>): Batch<TenantScope, string, FormerName[]> {
  return {
    name: sql.name,
    keyOf: (id) => id,
    fetch: async (scope, ids) => grouped(ids, await scope.read(sql, [ids]), ({ id }) => id),
  };
}

/** The former names of stations and organisations, in the order of their last days. */
export const formerNamesOfStation = formerNames(OF_STATIONS);
export const formerNamesOfOrganisation = formerNames(OF_ORGANISATIONS);

const NAMED = statement<Named>(
  'station.named',
  `select a.name, (select max(f.until) + 1 from core.station_former_name f where f.station_id = a.station_id) as since
     from core.station_access a where a.station_id = $1 limit 1`,
);
const RENAME = statement(
  'station.rename',
  'update core.station set name = $2, named_since = $3 where id = $1',
);

/** What a station within the scope is called, or null. */
export async function readNamed(transaction: Transaction, id: string): Promise<Named | null> {
  const [row] = await transaction.query(NAMED, [id]);
  return row ?? null;
}

/** Changes the name from a day on; the database keeps the former one. */
export async function updateStationName(
  transaction: Transaction,
  id: string,
  name: string,
  from: Day,
): Promise<void> {
  await transaction.query(RENAME, [id, name, from]);
}
