import { organisations } from '../../../access';
import { statement } from '../../../platform/database/statement';
import type { Transaction } from '../../../platform/database/tenant-scope';
import type { AgreementKey, AgreementRow } from '../../agreement';
import { isMonthClosed } from '../read.sql';
import { MonthState } from './month.enums';
import { dayOfSql, LAPSED_AT } from './month.sql';

/** The key of a row. */
interface StoredKey extends AgreementKey {
  /** YYYY-MM */
  month: string;
}

const KEYS = 'unnest($1::uuid[], $2::uuid[], $3::date[]) k(organisation_id, agreement_id, month)';
const IS_KEY =
  'r.organisation_id = k.organisation_id and r.agreement_id = k.agreement_id and r.month = k.month';

/** What decides who may take which step with a month that has been handed in once. */
export interface StoredMonth extends StoredKey {
  state: MonthState;
  stepBy: string;
  /** When it was closed again because the last day of being open is over; null where it was not. */
  lapsedAt: Date | null;
  /** Whether a copy is kept of what it says since it was handed in. */
  isKept: boolean;
}

const COLUMNS = `r.organisation_id as "organisationId", r.agreement_id as "agreementId",
  to_char(r.month, 'YYYY-MM') as month, r.state, r.step_by as "stepBy",
  case when r.state = 'SENT_BACK' and ${isMonthClosed('r')} then ${LAPSED_AT} end as "lapsedAt",
  r.snapshot_id is not null as "isKept"`;
const LOCK = statement<StoredMonth>(
  'month.lock',
  `select ${COLUMNS} from ${KEYS} join core.report_month r on ${IS_KEY}
    order by r.agreement_id, r.month for update of r`,
);

/** Row-locks the months that have a row, in the order of agreement and month, once their agreements are locked. */
export async function lockMonths(
  transaction: Transaction,
  keys: readonly StoredKey[],
): Promise<StoredMonth[]> {
  return transaction.query(LOCK, keysOf(keys));
}

/** A step with months: who takes it, and what it says. */
export interface Step {
  state: MonthState;
  at: Date;
  /** The organisation. */
  by: string;
  memberId: string;
  note: string | null;
  closesAfter?: string | null;
}

const HAND_IN = statement(
  'month.handIn',
  `insert into core.report_month (organisation_id, agreement_id, station_id, purchaser_id, district_code, month, state,
          due_on, first_handed_in_at, handed_in_at, step_at, step_by, step_member, note)
   values ($1, $2, $3, $4, $5, $6, 'HANDED_IN', ($6::date + interval '1 month')::date + $7::int - 1, $8, $8, $8, $9, $10, $11)
   on conflict do nothing`,
);

/** Hands in a month that has no row yet, unless another call has just done so. */
export async function insertMonth(
  transaction: Transaction,
  agreement: Pick<
    AgreementRow,
    'organisationId' | 'id' | 'stationId' | 'purchaserId' | 'districtCode' | 'monthsDueDay'
  >,
  month: string,
  { at, by, memberId, note }: Step,
): Promise<void> {
  const { organisationId, id, stationId, purchaserId, districtCode, monthsDueDay } = agreement;
  const scope = [organisationId, id, stationId, purchaserId, districtCode];
  await transaction.query(HAND_IN, [...scope, `${month}-01`, monthsDueDay, at, by, memberId, note]);
}

const TAKE = statement(
  'month.take',
  `update core.report_month r
      set state = $4, step_at = $5, step_by = $6, step_member = $7, note = $8, closes_after = $9,
          handed_in_at = case when $4 = 'HANDED_IN' then $5 else r.handed_in_at end,
          snapshot_id = case when $4 = 'HANDED_IN' then null else r.snapshot_id end
     from ${KEYS} where ${IS_KEY}`,
);

/** Takes a step with months that have been handed in once. */
export async function takeStep(
  transaction: Transaction,
  months: readonly StoredMonth[],
  { state, at, by, memberId, note, closesAfter = null }: Step,
): Promise<void> {
  if (months.length === 0) return;
  await transaction.query(TAKE, [...keysOf(months), state, at, by, memberId, note, closesAfter]);
}

const KEEP = statement(
  'month.keep',
  `update core.report_month r set snapshot_id = $4 from ${KEYS} where ${IS_KEY}`,
);

/** Says which copy there is of what a closed month says. */
export async function keepMonth(
  transaction: Transaction,
  month: StoredMonth,
  snapshotId: string,
): Promise<void> {
  await transaction.query(KEEP, [...keysOf([month]), snapshotId]);
}

const SETTLE = statement(
  'month.settle',
  `update core.report_month r
      set state = 'HANDED_IN', step_at = ${LAPSED_AT}, handed_in_at = ${LAPSED_AT}, step_by = r.organisation_id,
          step_member = null, note = null, closes_after = null, snapshot_id = $4
     from ${KEYS} where ${IS_KEY}`,
);

/** Writes down that a month that was sent back until a day, which is over, is handed in again. */
export async function settleMonth(
  transaction: Transaction,
  month: StoredMonth,
  snapshotId: string,
): Promise<void> {
  await transaction.query(SETTLE, [...keysOf([month]), snapshotId]);
}

function keysOf(months: readonly StoredKey[]): unknown[] {
  return [
    months.map(({ organisationId }) => organisationId),
    months.map(({ agreementId }) => agreementId),
    months.map(({ month }) => `${month}-01`),
  ];
}

// One that was sent back until a day, which is over, was handed in again by its operator.
const CLOSED = statement<ClosedMonth>(
  'month.closed',
  `select to_char(r.month, 'YYYY-MM') as month, case r.state when 'SENT_BACK' then 'HANDED_IN' else r.state end as state,
          case r.state when 'SENT_BACK' then r.closes_after + 1 else ${dayOfSql('r.step_at')} end as since, o.name as by
     from core.report_month r
     join ${organisations('o')} on o.id = case r.state when 'SENT_BACK' then r.organisation_id else r.step_by end
    where r.organisation_id = $1 and r.agreement_id = $2 and r.month = any ($3::date[]) and ${isMonthClosed('r')}`,
);

/** A month in which nothing may be recorded: since when, and by whom. */
export interface ClosedMonth {
  /** YYYY-MM */
  month: string;
  state: MonthState;
  since: string;
  by: string;
}

/** Those of an agreement's months, YYYY-MM, that are closed. */
export async function closedMonths(
  transaction: Transaction,
  { organisationId, agreementId }: AgreementKey,
  months: readonly string[],
): Promise<ClosedMonth[]> {
  const days = [...new Set(months)].map((month) => `${month}-01`);
  return transaction.query(CLOSED, [organisationId, agreementId, days]);
}
