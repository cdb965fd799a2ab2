import { mailable, type Member, stationIdsOf } from '../../../access';
import type { Day } from '../../../platform/calendar';
import { statement } from '../../../platform/database/statement';
import type { Transaction } from '../../../platform/database/tenant-scope';

export type MailKind = 'NOTICE' | 'MORNING' | 'DIGEST' | 'PASSWORD_RESET';

/** What a notice says: an event, where, and of which month. */
export interface NoticeFacts {
  type?: string;
  stationId?: string;
  station?: string;
  month?: string | null;
}

/** An e-mail that this server is to send now. */
export interface ClaimedMail {
  organisationId: string;
  id: string;
  memberId: string;
  kind: MailKind;
  about: string;
  facts: NoticeFacts;
  attempts: number;
  createdAt: Date;
  /** Null where the member has left, or is limited to other stations by now. */
  email: string | null;
}

const CLAIM = statement<ClaimedMail>(
  'mail.claim',
  `with due as (
     select w.organisation_id, w.id from core.mail w
      where w.sent_at is null and w.given_up_at is null and w.next_attempt_at <= $1
      order by w.next_attempt_at, w.id limit $3 for update skip locked
   )
   update core.mail m set next_attempt_at = $2, attempts = m.attempts + 1
     from due where m.organisation_id = due.organisation_id and m.id = due.id
   returning m.organisation_id as "organisationId", m.id, m.member_id as "memberId", m.kind, m.about, m.facts,
          m.attempts, m.created_at as "createdAt",
          (select p.email from ${mailable('p')}
            where p.organisation_id = m.organisation_id and p.id = m.member_id
              and (not p.station_limited or m.facts ->> 'stationId' is null
                   or (m.facts ->> 'stationId')::uuid = any (${stationIdsOf('p')}))) as email`,
);
const SENT = statement(
  'mail.sent',
  'update core.mail set sent_at = $3 where organisation_id = $1 and id = $2 and sent_at is null',
);
const FAILED = statement(
  'mail.failed',
  `update core.mail set next_attempt_at = $3, given_up_at = $4
    where organisation_id = $1 and id = $2 and sent_at is null`,
);
const FORGET = statement('mail.forget', 'delete from core.mail where created_at < $1');
// Whichever server plans a day first: of a member and day there is one, whatever the member has chosen since.
const PLAN = statement<{ id: string }>(
  'mail.plan',
  `insert into core.mail (organisation_id, member_id, kind, about, created_at, next_attempt_at)
   select p.organisation_id, p.member_id, case when p.digest then 'DIGEST' else 'MORNING' end, $1, $2, $2
     from core.mail_preference p
     join ${mailable('m')} on m.organisation_id = p.organisation_id and m.id = p.member_id
    where (p.digest or p.at_once) and not exists (
      select from core.mail w where w.organisation_id = p.organisation_id and w.member_id = p.member_id
         and w.kind in ('MORNING', 'DIGEST') and w.about = $1)
   on conflict (organisation_id, member_id, kind, about) do nothing returning id`,
);

type Key = Pick<ClaimedMail, 'organisationId' | 'id'>;

export async function claimMails(
  transaction: Transaction,
  at: Date,
  leasedUntil: Date,
  most: number,
): Promise<ClaimedMail[]> {
  return transaction.query(CLAIM, [at, leasedUntil, most]);
}

export async function noteSent(
  transaction: Transaction,
  { organisationId, id }: Key,
  at: Date,
): Promise<void> {
  await transaction.query(SENT, [organisationId, id, at]);
}

export async function noteNotSent(
  transaction: Transaction,
  { organisationId, id }: Key,
  nextAttemptAt: Date,
  givenUpAt: Date | null,
): Promise<void> {
  await transaction.query(FAILED, [organisationId, id, nextAttemptAt, givenUpAt]);
}

export async function forgetMails(transaction: Transaction, before: Date): Promise<void> {
  await transaction.query(FORGET, [before]);
}

/** Queues the e-mails of a working day: the digest for who wants it, else what has begun to wait with the day. */
export async function planMorning(transaction: Transaction, day: Day, at: Date): Promise<void> {
  await transaction.query(PLAN, [day, at]);
}

export interface MailChoice {
  atOnce: boolean;
  digest: boolean;
}

const CHOICE = statement<MailChoice>(
  'mail.choice',
  `select p.at_once as "atOnce", p.digest from core.mail_preference p
    where p.organisation_id = $1 and p.member_id = $2`,
);
const CHOOSE = statement(
  'mail.choose',
  `insert into core.mail_preference (organisation_id, member_id, at_once, digest) values ($1, $2, $3, $4)
   on conflict (organisation_id, member_id) do update set at_once = excluded.at_once, digest = excluded.digest`,
);

/** Which e-mails a member wants; none until it chooses some. */
export async function readChoice(member: Member): Promise<MailChoice> {
  const { organisationId, memberId } = member.session;
  const [row] = await member.read(CHOICE, [organisationId, memberId]);
  return row ?? { atOnce: false, digest: false };
}

export async function storeChoice(
  transaction: Transaction,
  { organisationId, memberId }: { organisationId: string; memberId: string },
  { atOnce, digest }: MailChoice,
): Promise<void> {
  await transaction.query(CHOOSE, [organisationId, memberId, atOnce, digest]);
}
