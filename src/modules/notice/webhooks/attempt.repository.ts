import { statement } from '../../../platform/database/statement';
import type { Transaction } from '../../../platform/database/tenant-scope';
import type { DeliveryFailure, WebhookStop } from './webhook.enums';

/** A delivery that this server is to send now. */
export interface Claimed {
  organisationId: string;
  id: string;
  webhookId: string;
  eventId: string;
  body: string;
  url: string;
  /** Sealed. */
  secret: string;
  attempts: number;
  queuedAt: Date;
}

// While a webhook fails it gets one delivery at a time, and no organisation more than its share: receivers of one that are
// slow hold up nobody else's. What is claimed is due again after the lease, should this server not come to send it.
const CLAIM = statement<Claimed>(
  'webhook.claim',
  `with due as (
     select d.*
       from (select distinct w.organisation_id from core.webhook w
              where w.removed_at is null and w.disabled_at is null and not w.organisation_id = any ($4::uuid[])) o
      cross join lateral (
        select d.organisation_id, d.id, w.url, w.secret
          from core.webhook w
         cross join lateral (
           select d.organisation_id, d.id from core.webhook_delivery d
            where d.organisation_id = w.organisation_id and d.webhook_id = w.id and d.delivered_at is null
              and d.given_up_at is null and d.next_attempt_at <= $1
            order by d.next_attempt_at, d.id limit case when w.failing_since is null then 4 else 1 end
              for update skip locked) d
         where w.organisation_id = o.organisation_id and w.removed_at is null and w.disabled_at is null
         limit $5) d
      limit $3
   )
   update core.webhook_delivery d
      set next_attempt_at = $2, attempts = d.attempts + 1, last_attempt_at = $1
     from due where d.organisation_id = due.organisation_id and d.id = due.id
   returning d.organisation_id as "organisationId", d.id, d.webhook_id as "webhookId", d.event_id as "eventId",
          d.body, due.url, due.secret, d.attempts, d.queued_at as "queuedAt"`,
);
const DELIVERED = statement(
  'webhook.delivered',
  `with webhook as (
     update core.webhook set failing_since = null
      where organisation_id = $1 and id = $2 and failing_since is not null and disabled_at is null
   )
   update core.webhook_delivery set delivered_at = $4, last_status = $5, last_failure = null, given_up_at = null
    where organisation_id = $1 and id = $3`,
);
const FAILED = statement(
  'webhook.failed',
  `update core.webhook_delivery
      set last_status = $4, last_failure = $5, next_attempt_at = $6, given_up_at = $7
    where organisation_id = $1 and id = $3 and webhook_id = $2 and delivered_at is null`,
);
const FAILING = statement<{ failingSince: Date }>(
  'webhook.failing',
  `update core.webhook set failing_since = coalesce(failing_since, $3)
    where organisation_id = $1 and id = $2 and disabled_at is null
   returning failing_since as "failingSince"`,
);
const SWITCH_OFF = statement(
  'webhook.switch_off',
  `update core.webhook set disabled_at = $3, disabled_because = $4
    where organisation_id = $1 and id = $2 and disabled_at is null`,
);

/** How many deliveries are claimed, in all and of one organisation; of some none. */
interface Shares {
  most: number;
  mostOfOne: number;
  without: readonly string[];
}

export async function claimDeliveries(
  transaction: Transaction,
  at: Date,
  leasedUntil: Date,
  { most, mostOfOne, without }: Shares,
): Promise<Claimed[]> {
  return transaction.query(CLAIM, [at, leasedUntil, most, without, mostOfOne]);
}

export async function noteDelivered(
  transaction: Transaction,
  { organisationId, webhookId, id }: Claimed,
  at: Date,
  status: number,
): Promise<void> {
  await transaction.query(DELIVERED, [organisationId, webhookId, id, at, status]);
}

interface FailedAttempt {
  status: number | null;
  failure: DeliveryFailure;
  nextAttemptAt: Date;
  givenUpAt: Date | null;
}

export async function noteFailed(
  transaction: Transaction,
  { organisationId, webhookId, id }: Claimed,
  { status, failure, nextAttemptAt, givenUpAt }: FailedAttempt,
): Promise<void> {
  await transaction.query(FAILED, [organisationId, webhookId, id, status, failure, nextAttemptAt, givenUpAt]);
}

/** Since when the webhook has failed, this time included; null where it is off. */
export async function noteFailing(
  transaction: Transaction,
  { organisationId, webhookId }: Claimed,
  at: Date,
): Promise<Date | null> {
  const [row] = await transaction.query(FAILING, [organisationId, webhookId, at]);
  return row?.failingSince ?? null;
}

export async function switchOff(
  transaction: Transaction,
  { organisationId, webhookId }: Pick<Claimed, 'organisationId' | 'webhookId'>,
  at: Date,
  because: WebhookStop,
): Promise<void> {
  await transaction.query(SWITCH_OFF, [organisationId, webhookId, at, because]);
}

const SECRETS = statement<{ organisationId: string; webhookId: string; secret: string }>(
  'webhook.secrets',
  `select w.organisation_id as "organisationId", w.id as "webhookId", w.secret from core.webhook w
    where w.removed_at is null for update skip locked`,
);
const RESEAL = statement(
  'webhook.reseal',
  'update core.webhook set secret = $3 where organisation_id = $1 and id = $2 and removed_at is null',
);
const FORGET = statement('webhook.forget', 'delete from core.webhook_delivery where created_at < $1');

/** Seals again what was sealed under an earlier key; `seal` returns null where nothing is to be done. */
export async function resealSecrets(
  transaction: Transaction,
  seal: (sealed: string) => string | null,
): Promise<void> {
  for (const { organisationId, webhookId, secret } of await transaction.query(SECRETS, [])) {
    const sealed = seal(secret);
    if (sealed !== null) await transaction.query(RESEAL, [organisationId, webhookId, sealed]);
  }
}

export async function forgetDeliveries(transaction: Transaction, before: Date): Promise<void> {
  await transaction.query(FORGET, [before]);
}
