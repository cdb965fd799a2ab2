import { mailable, organisations, stationIdsOf } from '../../../access';
import { statement } from '../../../platform/database/statement';
import type { Transaction } from '../../../platform/database/tenant-scope';
import { assessors } from '../../assessment';
import { stationAccess } from '../../directory';

/** Events that one transaction takes from the outbox, at most. */
const AT_ONCE = 200;

// Who reads an agreement: its parties, the bureau of its district and the city's, the city's mentoring centre, and its
// assessors.
const READERS = `
  select o.id as reader_id, e.*
    from events e
    join ${organisations('o')} on case o.kind
           when 'OPERATOR' then o.id = e.organisation_id
           when 'PURCHASER' then o.id = e.purchaser_id
           when 'SUPERVISOR' then coalesce(o.district_code, e.district_code) = e.district_code
           when 'MENTORING_CENTRE' then o.district_code is null
           when 'ASSESSOR' then exists (
             select from ${assessors('s')} where s.organisation_id = e.organisation_id
                and s.agreement_id = e.agreement_id and s.assessor_id = o.id)
           else false end`;

const DELIVERIES = `
  insert into core.webhook_delivery
         (organisation_id, webhook_id, event_id, type, body, created_at, queued_at, next_attempt_at)
  select r.reader_id, w.id, r.id, r.type,
         json_build_object('type', regexp_replace(lower(r.type), '_', '.'),
           'timestamp', to_char(r.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
           'data', jsonb_build_object('agreementId', r.agreement_id, 'stationId', r.station_id,
             'operatorId', r.organisation_id, 'purchaserId', r.purchaser_id, 'districtCode', r.district_code)
             || r.facts - 'isLapsed')::text, $1, $1, $1
    from readers r
    join core.webhook w on w.organisation_id = r.reader_id and w.removed_at is null and r.type = any (w.events)
  on conflict (organisation_id, webhook_id, event_id) do nothing`;

// The bureau that acts in the place of a party without an account: the district's, else the city's; not for itself.
const ACTING = `e.facts ->> 'actingId'`;
const IS_BUREAU = `(o.kind = 'SUPERVISOR' and m.role = 'ADMIN' and o.id::text is distinct from ${ACTING} and (
  o.district_code = e.district_code or o.district_code is null and not exists (
    select from ${organisations('b')} where b.kind = 'SUPERVISOR' and b.administered
       and b.district_code = e.district_code and b.id::text is distinct from ${ACTING})))`;
// An amendment from a day in a month that was accepted: the bureau alone confirms.
const NEEDS_BUREAU = `coalesce((e.facts ->> 'needsBureau')::boolean, false)`;
// A month that counted as handed in again: noted with the step after which it waits for nobody.
const IS_LAPSED = `coalesce((e.facts ->> 'isLapsed')::boolean, false)`;
const withoutAccount = (condition: string): string =>
  `exists (select from ${organisations('w')} where not w.administered and ${condition})`;

/** Whom an event waits for, or to whom it was sent back: those for whom it is a task now. */
const CONCERNED = `case
  when ${IS_LAPSED} then false
  when e.type = 'MONTH_HANDED_IN' then case
    when ${withoutAccount('w.id = e.purchaser_id')} then ${IS_BUREAU}
    else m.role = 'ADMIN' and o.id = e.purchaser_id end
  when e.type in ('AGREEMENT_PROPOSED', 'AMENDMENT_PROPOSED') and o.kind = 'SUPERVISOR' then ${IS_BUREAU}
    and (${NEEDS_BUREAU}
         or ${withoutAccount(`w.id in (e.organisation_id, e.purchaser_id) and w.id::text <> ${ACTING}`)})
  when e.type in ('MONTH_SENT_BACK', 'CONCERN_RAISED', 'RESPONSE_SENT_BACK')
    then m.role in ('ADMIN', 'MANAGER') and o.id = e.organisation_id
  when e.type in ('AGREEMENT_PROPOSED', 'AGREEMENT_DECLINED', 'AMENDMENT_PROPOSED', 'AMENDMENT_DECLINED')
    then m.role = 'ADMIN' and o.id in (e.organisation_id, e.purchaser_id) and o.id::text <> ${ACTING}
         and not ${NEEDS_BUREAU}
  when e.type in ('ASSESSMENT_OPENED', 'CONCERN_ANSWERED') and coalesce(e.facts ->> 'party', o.kind) in (
         o.kind, case o.kind when 'ASSESSOR' then 'THIRD_PARTY' end)
    then case o.kind
      when 'PURCHASER' then m.role = 'ADMIN' and o.id = e.purchaser_id
      when 'SUPERVISOR' then m.role = 'ADMIN' and o.district_code = e.district_code
      when 'MENTORING_CENTRE' then m.role <> 'VIEWER' and o.district_code is null
      when 'ASSESSOR' then m.role <> 'VIEWER' and o.id::text = e.facts ->> 'assessorId'
      else false end
  else false end`;

const MAILS = `
  insert into core.mail (organisation_id, member_id, kind, about, facts, created_at, next_attempt_at)
  select p.organisation_id, p.member_id, 'NOTICE', e.id::text,
         jsonb_build_object('type', e.type, 'month', e.facts ->> 'month', 'stationId', e.station_id, 'station', (
           select s.name from ${stationAccess('s')} where s.organisation_id = e.organisation_id
              and s.station_id = e.station_id and s.purchaser_id = e.purchaser_id)), $1, $1
    from events e
   cross join core.mail_preference p
    join ${mailable('m')} on m.organisation_id = p.organisation_id and m.id = p.member_id
    join ${organisations('o')} on o.id = m.organisation_id
   where $2 and p.at_once and ${CONCERNED}
     and (not m.station_limited or e.station_id = any (${stationIdsOf('m')}))
  on conflict (organisation_id, member_id, kind, about) do nothing`;

// Another server skips what this one has locked.
const FAN_OUT = statement<{ id: string }>(
  'outbox.fan_out',
  `with events as (
     delete from core.outbox_event e
      where (e.organisation_id, e.id) in (
              select o.organisation_id, o.id from core.outbox_event o
               order by o.at, o.id limit ${String(AT_ONCE)} for update skip locked)
     returning *
   ), readers as (${READERS}), deliveries as (${DELIVERIES}), mails as (${MAILS})
   select e.id from events e`,
);

/**
 * Takes events from the outbox, and queues a delivery for each webhook of those who read them and, with `mails`, an e-mail
 * for each member who wants immediate e-mails; returns how many events.
 */
export async function fanOut(transaction: Transaction, at: Date, mails: boolean): Promise<number> {
  return (await transaction.query(FAN_OUT, [at, mails])).length;
}
