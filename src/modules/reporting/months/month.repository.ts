import type { Member } from '../../../access';
import type { Day } from '../../../platform/calendar';
import { Conditions } from '../../../platform/database/conditions';
import { statement } from '../../../platform/database/statement';
import type { TenantScope } from '../../../platform/database/tenant-scope';
import type { Page } from '../../../platform/graphql/connection';
import { type Batch, grouped, matched } from '../../../platform/graphql/loaders';
import type { AgreementKey } from '../../agreement';
import type { MonthState } from './month.enums';
import type { MonthKey } from './month-id';
import { isRecent, monthColumns, type MonthRow, monthsOf } from './month.sql';

const OF_AGREEMENT = statement<MonthRow>(
  'month.ofAgreement',
  `select ${monthColumns('m')} from ${monthsOf('m', '$2', 'a.id = any ($1::uuid[])')} order by m.month`,
);

/** Batch: all months of agreements, the first one first. */
export function monthsOfAgreement(today: Day): Batch<TenantScope, string, MonthRow[]> {
  return {
    name: `${OF_AGREEMENT.name} ${today}`,
    keyOf: (id) => id,
    fetch: async (scope, ids) => {
      const rows = await scope.read(OF_AGREEMENT, [ids, today]);
      return grouped(ids, rows, (row) => row.agreementId);
    },
  };
}

const BY_KEYS = statement<MonthRow>(
  'month.byIds',
  `select ${monthColumns('m')} from ${monthsOf('m', '$3', 'a.id = any ($1::uuid[])')}
    where (m.agreement_id, m.month) in (select k.id, k.month from unnest($1::uuid[], $2::date[]) k(id, month))`,
);

/** One month within the scope, or null. */
export function monthByKey(today: Day): Batch<TenantScope, MonthKey, MonthRow | null> {
  const nameOf = ({ agreementId, month }: MonthKey): string => `${agreementId} ${month}`;
  return {
    name: `${BY_KEYS.name} ${today}`,
    keyOf: nameOf,
    fetch: async (scope, keys) => {
      const ids = keys.map(({ agreementId }) => agreementId);
      const days = keys.map(({ month }) => `${month}-01`);
      return matched(keys.map(nameOf), await scope.read(BY_KEYS, [ids, days, today]), nameOf);
    },
  };
}

/** The filters of a list of months; the last month is always given. */
interface MonthConditions {
  today: Day;
  /** YYYY-MM: this one, or else all until lastMonth. */
  month: string | null;
  lastMonth: string;
  states: readonly MonthState[] | null;
  late: boolean | null;
  missing: boolean | null;
  stationId: string | null;
  districtCode: string | null;
  withEnded: boolean;
}

function conditions(filter: MonthConditions): Conditions {
  const day = filter.month === null ? null : `${filter.month}-01`;
  return new Conditions([filter.today])
    .add('month', day, (value) => `m.month = ${value}::date`)
    .add('until', day === null ? `${filter.lastMonth}-01` : null, (value) => `m.month <= ${value}::date`)
    .add('states', filter.states, (value) => `m.state = any (${value}::text[])`)
    .add('late', filter.late, (value) => `m.is_late = ${value}::boolean`)
    .add('missing', filter.missing, (value) => `m.is_missing = ${value}::boolean`)
    .add('station', filter.stationId, (value) => `m.station_id = ${value}::uuid`)
    .add('district', filter.districtCode, (value) => `m.district_code = ${value}`)
    .add('recent', filter.withEnded ? null : filter.today, (value) => isRecent('m.ends_on', value));
}

const LISTED = monthsOf('m', '$1', 'true');

/** A page of the months within the scope, the latest first. */
export async function monthPage(member: Member, filter: MonthConditions, page: Page): Promise<MonthRow[]> {
  const where = conditions(filter).after(page.after, 'm.month, m.agreement_id', ['date', 'uuid'], '<');
  const limit = where.parameter(page.size + 1);
  return member.read(
    where.statement<MonthRow>(
      'month.page',
      `select ${monthColumns('m')} from ${LISTED} where ${where.sql}
        order by m.month desc, m.agreement_id desc limit ${limit}`,
    ),
    where.values,
  );
}

export async function monthCount(member: Member, filter: MonthConditions): Promise<number> {
  const where = conditions(filter);
  const sql = where.statement<{ count: number }>(
    'month.count',
    `select count(*)::int as count from ${LISTED} where ${where.sql}`,
  );
  const [row] = await member.read(sql, where.values);
  return row?.count ?? 0;
}

/** A step that was taken with a month. */
export interface MonthEventRow {
  agreementId: string;
  month: string;
  state: MonthState;
  at: Date;
  byId: string;
  note: string | null;
  closesAfter: string | null;
}

const EVENTS = statement<MonthEventRow>(
  'month.events',
  `select e.agreement_id as "agreementId", to_char(e.month, 'YYYY-MM') as month, e.state, e.at, e.acting_id as "byId",
          e.note, e.closes_after as "closesAfter"
     from unnest($1::uuid[], $2::uuid[], $3::date[]) k(organisation_id, agreement_id, month)
     join core.report_month_event e using (organisation_id, agreement_id, month) order by e.noted_at, e.id`,
);

type EventKey = AgreementKey & MonthKey;

/** Batch: the steps of months, the first one first. */
export const eventsOfMonth: Batch<TenantScope, EventKey, MonthEventRow[]> = {
  name: EVENTS.name,
  keyOf: eventKey,
  fetch: async (scope, months) => {
    const rows = await scope.read(EVENTS, [
      months.map(({ organisationId }) => organisationId),
      months.map(({ agreementId }) => agreementId),
      months.map(({ month }) => `${month}-01`),
    ]);
    return grouped(months.map(eventKey), rows, eventKey);
  },
};

function eventKey({ agreementId, month }: MonthKey): string {
  return `${agreementId} ${month}`;
}
