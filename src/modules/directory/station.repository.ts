import { type Member, OrganisationKind, organisations } from '../../access';
import { PINYIN } from '../../platform/database/collations';
import { Conditions } from '../../platform/database/conditions';
import { breaksConstraint } from '../../platform/database/errors';
import { lockRow } from '../../platform/database/row-lock';
import { statement } from '../../platform/database/statement';
import type { TenantScope, Transaction } from '../../platform/database/tenant-scope';
import type { Page } from '../../platform/graphql/connection';
import { type Batch, grouped, matched } from '../../platform/graphql/loaders';
import type { OrganisationRow } from './organisation.repository';
import { STATION_CONTENT, stationColumns, type StationRow } from './read.sql';

interface StationConditions {
  districtCode: string | null;
  operatorId: string | null;
  purchaserId: string | null;
  /** Substring of the name, normalised for comparison. */
  nameContains: string | null;
}

const BY_NAME = `a.name ${PINYIN}, a.station_id`;
const COLUMNS = stationColumns('a');

// A station has a row per agreement; distinct on uses the index of the sort order.
const BY_IDS = statement<StationRow>(
  'station.byIds',
  `select distinct on (a.station_id) ${COLUMNS} from core.station_access a where a.station_id = any ($1::uuid[])`,
);

const LISTED_BY_IDS = statement<StationRow>(
  'station.listedByIds',
  `select distinct on (a.station_id) ${COLUMNS} from core.station_access a
    where a.station_id = any ($1::uuid[]) and a.listed`,
);

const byIds = (sql: typeof BY_IDS): Batch<TenantScope, string, StationRow | null> => ({
  name: sql.name,
  keyOf: (id) => id,
  fetch: async (scope, ids) => matched(ids, await scope.read(sql, [ids]), (row) => row.id),
});
/** One station within the scope, or null: also one that only a proposal names. */
export const stationById = byIds(BY_IDS);
/** The same of the directory: a station enters it when its first agreement is confirmed. */
export const listedStation = byIds(LISTED_BY_IDS);

function conditions(filter: StationConditions, values: unknown[] = []): Conditions {
  return new Conditions(values)
    .add('district', filter.districtCode, (value) => `a.district_code = ${value}`)
    .add('operator', filter.operatorId, (value) => `a.organisation_id = ${value}`)
    .add('purchaser', filter.purchaserId, (value) => `a.purchaser_id = ${value}`)
    .add('name', filter.nameContains, (value) => `strpos(a.name_key, ${value}) > 0`);
}

export async function stationPage(
  member: Member,
  filter: StationConditions,
  page: Page,
): Promise<StationRow[]> {
  const where = conditions(filter, [page.size + 1]).after(page.after, BY_NAME, ['text', 'uuid']);
  return member.read(
    where.statement(
      'station.page',
      `select distinct on (${BY_NAME}) ${COLUMNS} from core.station_access a
        where a.listed and ${where.sql} order by ${BY_NAME} limit $1`,
    ),
    where.values,
  );
}

export async function stationCount(member: Member, filter: StationConditions): Promise<number> {
  const where = conditions(filter);
  const rows = await member.read(
    where.statement<{ count: number }>(
      'station.count',
      `select count(distinct a.station_id)::int as count from core.station_access a
        where a.listed and ${where.sql}`,
    ),
    where.values,
  );
  return rows[0]?.count ?? 0;
}

/** Joins an organisation of each kind with its stations; other kinds have none. */
const LINK: Partial<Record<OrganisationKind, string>> = {
  OPERATOR: 'a.organisation_id = o.id',
  PURCHASER: 'a.purchaser_id = o.id',
  SUPERVISOR: '(o.district_code is null or a.district_code = o.district_code)',
  MENTORING_CENTRE: 'true',
};

type Stations = StationRow[];

/** The stations visible to the viewer that organisations of one kind run, buy or supervise. */
export function stationsOf(
  kind: OrganisationKind,
  page: Page,
): Batch<TenantScope, OrganisationRow, Stations> {
  const link = LINK[kind] ?? 'false';
  const where = new Conditions([page.size + 1]).after(page.after, BY_NAME, ['text', 'uuid']);
  const ids = where.parameter(null);
  const sql = where.statement<StationRow & { organisationId: string }>(
    `station.of.${kind}`,
    `select o.id as "organisationId", s.* from ${organisations('o')} cross join lateral (
       select distinct on (${BY_NAME}) ${COLUMNS} from core.station_access a
        where a.listed and ${link} and ${where.sql} order by ${BY_NAME} limit $1) s
      where o.id = any (${ids}::uuid[])`,
  );
  return {
    name: `${sql.name} ${JSON.stringify(page)}`,
    keyOf: (organisation) => organisation.id,
    fetch: async (scope, organisations) => {
      const keys = organisations.map(({ id }) => id);
      const values = [...where.values.slice(0, -1), keys];
      const rows = await scope.read(sql, values);
      return grouped(keys, rows, (row) => row.organisationId);
    },
  };
}

/** Counts the stations of organisations of one kind within the viewer's scope. */
export function stationCountOf(kind: OrganisationKind): Batch<TenantScope, OrganisationRow, number> {
  const sql = statement<{ id: string; count: number }>(
    `station.countOf.${kind}`,
    `select o.id, (select count(distinct a.station_id)::int from core.station_access a
             where a.listed and ${LINK[kind] ?? 'false'}) as count
       from ${organisations('o')} where o.id = any ($1::uuid[])`,
  );
  return {
    name: sql.name,
    keyOf: (organisation) => organisation.id,
    fetch: async (scope, organisations) => {
      const keys = organisations.map(({ id }) => id);
      const rows = await scope.read(sql, [keys]);
      return matched(keys, rows, (row) => row.id).map((row) => row?.count ?? 0);
    },
  };
}

const CONTENT = STATION_CONTENT.map(([, column]) => column).join(', ');
const given = (after: number): string => STATION_CONTENT.map((_, at) => `$${after + 1 + at}`).join(', ');
const INSERT = statement(
  'station.insert',
  `insert into core.station (id, ${CONTENT}) values ($1, ${given(1)})`,
);
// A row that exists already, visible or not, is as good as a new one: the same parties have met before.
const INSERT_ACCESS = statement(
  'station.meet',
  `insert into core.station_access (station_id, organisation_id, purchaser_id, ${CONTENT})
   values ($1, $2, $3, ${given(3)}) on conflict do nothing`,
);

/** Adds a station, which enters the directory when its agreement is confirmed. */
export async function insertStation(transaction: Transaction, station: StationRow): Promise<void> {
  await transaction.query(INSERT, [station.id, ...STATION_CONTENT.map(([name]) => station[name])]);
}

/** Makes a station visible to the parties of an agreement. */
export async function insertStationAccess(
  transaction: Transaction,
  station: StationRow,
  { operatorId, purchaserId }: { operatorId: string; purchaserId: string },
): Promise<void> {
  const content = STATION_CONTENT.map(([name]) => station[name]);
  await transaction.query(INSERT_ACCESS, [station.id, operatorId, purchaserId, ...content]);
}

/** Row-locks a station until the transaction ends: its agreements are registered one after the other. */
export async function lockStation(transaction: Transaction, id: string): Promise<void> {
  await lockRow(transaction, 'station', id);
}

/** True when another station of the district has or had this name, or one that looks alike. */
export function stationNameIsTaken(error: unknown): boolean {
  return breaksConstraint(error, 'station_name_alike') || breaksConstraint(error, 'taken_name_apart');
}
