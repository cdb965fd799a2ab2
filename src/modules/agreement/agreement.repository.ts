import { type Member, type OrganisationKind, organisations } from '../../access';
import type { Day } from '../../platform/calendar';
import { lockRow } from '../../platform/database/row-lock';
import { statement } from '../../platform/database/statement';
import type { TenantScope, Transaction } from '../../platform/database/tenant-scope';
import type { Page } from '../../platform/graphql/connection';
import { type Batch, matched } from '../../platform/graphql/loaders';
import { Conditions } from '../../platform/database/conditions';
import { joined, ZONES_AND_POINTS } from './parts/parts.repository';
import { NEXT_REVISION } from './parts/structure.repository';
import { agreementColumns, type AgreementRow, type StaffingParameters } from './read.sql';

const COLUMNS = agreementColumns('a');

const BY_IDS = statement<AgreementRow>(
  'agreement.byIds',
  `select ${COLUMNS} from core.agreement a where a.id = any ($1::uuid[])`,
);

/** One agreement within the scope, or null. */
export const agreementById: Batch<TenantScope, string, AgreementRow | null> = {
  name: 'agreement.byId',
  keyOf: (id) => id,
  fetch: async (scope, ids) => matched(ids, await scope.read(BY_IDS, [ids]), (row) => row.id),
};

/** The same within the transaction of a write. */
export async function findAgreement(transaction: Transaction, id: string): Promise<AgreementRow | null> {
  const [row] = await transaction.query(BY_IDS, [[id]]);
  return row ?? null;
}

const LOCK_SHARED = statement<AgreementRow>(
  'agreement.lockShared',
  `${BY_IDS.text} order by a.id for share of a`,
);

/** The same, which no amendment changes until the transaction ends; in the order of their ids. */
export async function lockAgreementsShared(
  transaction: Transaction,
  ids: readonly string[],
): Promise<AgreementRow[]> {
  return transaction.query(LOCK_SHARED, [ids]);
}

export async function lockAgreementShared(
  transaction: Transaction,
  id: string,
): Promise<AgreementRow | null> {
  const [row] = await lockAgreementsShared(transaction, [id]);
  return row ?? null;
}

/**
 * A page of the agreements of each station, earliest first, optionally with their zones and points. One row per station,
 * its agreements as JSON, in which decimals are text so that they do not become floats.
 */
export function agreementsOfStation(
  page: Page,
  withParts: boolean,
): Batch<TenantScope, string, AgreementRow[]> {
  const where = new Conditions([page.size + 1]).after(page.after, 'a.starts_on, a.id', ['date', 'uuid']);
  const stations = where.parameter(null);
  const sql = where.statement<{ agreements: AgreementRow[] }>(
    withParts ? 'agreement.ofStationWithParts' : 'agreement.ofStation',
    `select (select coalesce(json_agg(r), '[]') from (
               select ${COLUMNS}${withParts ? `, ${ZONES_AND_POINTS}` : ''} from core.agreement a
                where a.station_id = s.id and ${where.sql} order by a.starts_on, a.id limit $1) r) as agreements
       from unnest(${stations}::uuid[]) with ordinality s(id, place) order by s.place`,
  );
  return {
    name: `${sql.name} ${JSON.stringify(page)}`,
    keyOf: (id) => id,
    fetch: async (scope, ids) => {
      const values = [...where.values.slice(0, -1), ids];
      const rows = await scope.read(sql, values);
      return rows.map(({ agreements }) => {
        for (const { organisationId, id, zones, points } of agreements) {
          if (zones && points) joined({ zones, points }, { organisationId, agreementId: id });
        }
        return agreements;
      });
    },
  };
}

const COUNT = statement<{ stationId: string; count: number }>(
  'agreement.countOfStation',
  `select a.station_id as "stationId", count(*)::int as count from core.agreement a
    where a.station_id = any ($1::uuid[]) group by 1`,
);

export const agreementCountOfStation: Batch<TenantScope, string, number> = {
  name: COUNT.name,
  keyOf: (id) => id,
  fetch: async (scope, ids) => {
    const rows = await scope.read(COUNT, [ids]);
    return matched(ids, rows, (row) => row.stationId).map((row) => row?.count ?? 0);
  },
};

const ON_DAY = statement<AgreementRow>(
  'agreement.onDay',
  `select ${COLUMNS} from core.agreement a
    where a.station_id = any ($1::uuid[]) and a.state = 'CONFIRMED' and a.starts_on <= $2::date and a.ends_on >= $2::date`,
);

/** The agreement in force at each station on a day, if it is within the scope. */
export function agreementOnDay(day: Day): Batch<TenantScope, string, AgreementRow | null> {
  return {
    name: `${ON_DAY.name} ${day}`,
    keyOf: (id) => id,
    fetch: async (scope, ids) => matched(ids, await scope.read(ON_DAY, [ids, day]), (row) => row.stationId),
  };
}

/** Row-locks the agreement until the transaction ends, to serialize writes that depend on its other rows. */
export async function lockAgreement(transaction: Transaction, id: string): Promise<void> {
  await lockRow(transaction, 'agreement', id);
}

const SET_STAFFING = statement(
  'staffing.setParameters',
  `update core.agreement set required_posts = $3, required_certified_share = $4, half_after_day = $5,
          practice_years = $6, certified_after_months = $7, ${NEXT_REVISION}
    where organisation_id = $1 and id = $2`,
);

/** Changes the parameters of a proposal, which is a revision. */
export async function writeStaffingParameters(
  transaction: Transaction,
  operatorId: string,
  agreementId: string,
  parameters: StaffingParameters,
): Promise<void> {
  const { requiredPosts, requiredCertifiedShare, halfAfterDay, practiceYears, certifiedAfterMonths } =
    parameters;
  await transaction.query(SET_STAFFING, [
    operatorId,
    agreementId,
    requiredPosts,
    requiredCertifiedShare,
    halfAfterDay,
    practiceYears,
    certifiedAfterMonths,
  ]);
}

const SET_MONTHS_DUE_DAY = statement(
  'agreement.setMonthsDueDay',
  'update core.agreement set months_due_day = $3 where organisation_id = $1 and id = $2',
);

/** The day of the month after by which its months are to be handed in. */
export async function writeMonthsDueDay(
  transaction: Transaction,
  { organisationId, id }: Pick<AgreementRow, 'organisationId' | 'id'>,
  day: number,
): Promise<void> {
  await transaction.query(SET_MONTHS_DUE_DAY, [organisationId, id, day]);
}

const REGISTRATION_PARTIES = statement<PartyRow>(
  'agreement.parties',
  `select o.id, o.kind, o.district_code as "districtCode" from ${organisations('o')} where o.id = any ($1::uuid[])`,
);

export interface PartyRow {
  id: string;
  kind: OrganisationKind;
  districtCode: string | null;
}

export async function readParties(member: Member, ids: string[]): Promise<PartyRow[]> {
  return member.read(REGISTRATION_PARTIES, [ids]);
}
