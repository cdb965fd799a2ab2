import { selectList, jsonObject, type Shape } from '../../../platform/database/shape';
import { type AgreementKey, confirmedAgreements } from '../../agreement';
import type { MonthState } from './month.enums';
import { monthIdSql } from './month-id';

/** A month of a confirmed agreement. */
export interface MonthRow extends AgreementKey {
  id: string;
  stationId: string;
  /** YYYY-MM */
  month: string;
  state: MonthState;
  dueOn: string;
  /** The last hand-in. */
  handedInAt: Date | null;
  isLate: boolean;
  isMissing: boolean;
  /** Of a month that was sent back: the last day after which it counts as handed in again. */
  closesAfter: string | null;
  /** What it said when it was handed in last; null where it never was, or where the current figures count. */
  snapshotId: string | null;
}

const MONTH: Shape<MonthRow> = {
  id: 'id',
  organisationId: 'organisation_id',
  agreementId: 'agreement_id',
  stationId: 'station_id',
  month: { column: 'month', sql: (stored) => `to_char(${stored}, 'YYYY-MM')` },
  state: 'state',
  dueOn: 'due_on',
  handedInAt: 'handed_in_at',
  isLate: 'is_late',
  isMissing: 'is_missing',
  closesAfter: 'closes_after',
  snapshotId: 'snapshot_id',
};

export const monthColumns = (alias: string): string => selectList(MONTH, alias);
export const monthJson = (alias: string): string => jsonObject(MONTH, alias);

/** SQL of the day on which an instant falls in Guangzhou. */
export const dayOfSql = (instant: string): string => `(${instant} at time zone 'Asia/Shanghai')::date`;
/** SQL of the instant at which a month that was sent back until a day is closed again. */
export const LAPSED_AT = `((r.closes_after + 1)::timestamp at time zone 'Asia/Shanghai')`;
/** Of agreements that ended longer ago, months are shown to anyone who asks for them. */
const DAYS_AFTER_END = 120;

/** SQL: agreements in force on a day, or ended a while ago. */
export const isRecent = (endsOn: string, today: string): string =>
  `${endsOn} >= ${today}::date - ${DAYS_AFTER_END}`;

/** To be joined: every calendar month with a day of the agreement `a`. */
const CALENDAR = `lateral (
     select s.at::date as month
       from generate_series(date_trunc('month', a.starts_on::timestamp), a.ends_on, interval '1 month') s(at)) g`;

/** SQL of the months of agreements by their days alone. */
export const calendarMonths = (alias: string): string => `(
  select ${monthIdSql('a.id', 'g.month')} as id, a.organisation_id, a.id as agreement_id, a.station_id, a.purchaser_id,
         a.district_code, g.month
    from ${confirmedAgreements('a')} cross join ${CALENDAR}) ${alias}`;

/**
 * SQL of the months of agreements as of a day: every calendar month with a day of a confirmed one, with or without a
 * row. `condition` is of the agreement `a`.
 */
export const monthsOf = (alias: string, today: string, condition: string): string => `(
  select ${monthIdSql('a.id', 'g.month')} as id, a.organisation_id, a.id as agreement_id, a.station_id, a.purchaser_id,
         a.district_code, a.ends_on, g.month, case when l.lapsed then 'HANDED_IN' else coalesce(r.state, 'OPEN') end as state,
         d.due_on, case when l.lapsed then ${LAPSED_AT} else r.handed_in_at end as handed_in_at,
         coalesce(${dayOfSql('r.first_handed_in_at')}, ${today}::date) > d.due_on as is_late,
         r.first_handed_in_at is null and ${today}::date > d.due_on as is_missing,
         case when not l.lapsed then r.closes_after end as closes_after,
         case when not l.lapsed then r.snapshot_id end as snapshot_id
    from ${confirmedAgreements('a')}
   cross join ${CALENDAR}
    left join core.report_month r on r.organisation_id = a.organisation_id and r.agreement_id = a.id
     and r.month = g.month
   cross join lateral (select coalesce(r.closes_after < ${today}::date, false) as lapsed) l
   cross join lateral (
     select coalesce(r.due_on, (g.month + interval '1 month')::date + a.months_due_day - 1) as due_on) d
   where ${condition}) ${alias}`;

/** SQL of the months that are handed in, as of a day, with the day from which they wait to be accepted. */
export const monthsToAccept = (alias: string, today: string): string => `(
  select ${monthIdSql('r.agreement_id', 'r.month')} as id, r.organisation_id, r.agreement_id, r.station_id, r.purchaser_id,
         r.district_code, r.month, r.state = 'SENT_BACK' as lapsed,
         case r.state when 'SENT_BACK' then r.closes_after + 1 else ${dayOfSql('r.handed_in_at')} end as handed_in_on
    from core.report_month r
   where r.state = 'HANDED_IN' or (r.state = 'SENT_BACK' and r.closes_after < ${today}::date)) ${alias}`;
