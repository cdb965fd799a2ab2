import type { Member } from '../../../access';
import { selectList, type Shape } from '../../../platform/database/shape';
import { Conditions } from '../../../platform/database/conditions';
import { statement } from '../../../platform/database/statement';
import type { Transaction } from '../../../platform/database/tenant-scope';
import type { Page } from '../../../platform/graphql/connection';
import type { DeliveryFailure, DeliveryState, WebhookEvent, WebhookStop } from './webhook.enums';

export interface WebhookRow {
  id: string;
  url: string;
  events: WebhookEvent[];
  createdAt: Date;
  failingSince: Date | null;
  disabledAt: Date | null;
  disabledBecause: WebhookStop | null;
}

export interface DeliveryRow {
  id: string;
  eventId: string;
  event: WebhookEvent;
  body: string;
  state: DeliveryState;
  createdAt: Date;
  attempts: number;
  lastAttemptAt: Date | null;
  lastStatus: number | null;
  lastFailure: DeliveryFailure | null;
  nextAttemptAt: Date | null;
  deliveredAt: Date | null;
}

const WEBHOOK: Shape<WebhookRow> = {
  id: 'id',
  url: 'url',
  events: 'events',
  createdAt: 'created_at',
  failingSince: 'failing_since',
  disabledAt: 'disabled_at',
  disabledBecause: 'disabled_because',
};
const COLUMNS = selectList(WEBHOOK, 'w');
const DELIVERY = `d.id, d.event_id as "eventId", d.type as event, d.body, d.created_at as "createdAt", d.attempts,
  case when d.delivered_at is not null then 'DELIVERED' when d.given_up_at is not null then 'GIVEN_UP'
       else 'WAITING' end as state,
  d.last_attempt_at as "lastAttemptAt", d.last_status as "lastStatus", d.last_failure as "lastFailure",
  case when d.delivered_at is null and d.given_up_at is null then d.next_attempt_at end as "nextAttemptAt",
  d.delivered_at as "deliveredAt"`;

const ALL = statement<WebhookRow>(
  'webhook.all',
  `select ${COLUMNS} from core.webhook w where w.organisation_id = $1 and w.removed_at is null
    order by w.created_at desc, w.id`,
);
const LOCK = statement<WebhookRow>(
  'webhook.lock',
  `select ${COLUMNS} from core.webhook w where w.organisation_id = $1 and w.id = $2 and w.removed_at is null
      for update`,
);
const ADD = statement<WebhookRow>(
  'webhook.add',
  `insert into core.webhook as w (organisation_id, id, url, events, secret, created_at, created_by)
   values ($1, $2, $3, $4, $5, $6, $7) returning ${COLUMNS}`,
);
const CHANGE = statement<WebhookRow>(
  'webhook.change',
  `update core.webhook w set url = $3, events = $4, failing_since = $5, disabled_at = $6, disabled_because = $7
    where w.organisation_id = $1 and w.id = $2 returning ${COLUMNS}`,
);
// What waits begins anew: it is given its days again.
const RESUME = statement(
  'webhook.resume',
  `update core.webhook_delivery d set queued_at = $3, next_attempt_at = $3
    where d.organisation_id = $1 and d.webhook_id = $2 and d.delivered_at is null and d.given_up_at is null`,
);
const REMOVE = statement(
  'webhook.remove',
  `update core.webhook w set removed_at = $3, secret = '' where w.organisation_id = $1 and w.id = $2`,
);

/** The webhooks of the member's organisation, newest first. */
export async function readWebhooks(member: Member): Promise<WebhookRow[]> {
  return member.read(ALL, [member.session.organisationId]);
}

function one(rows: readonly WebhookRow[]): WebhookRow {
  const [row] = rows;
  if (!row) throw new Error('the webhook was not written');
  return row;
}

/** Row-locks one webhook of the organisation until the transaction ends. */
export async function lockWebhook(
  transaction: Transaction,
  organisationId: string,
  id: string,
): Promise<WebhookRow | null> {
  const [row] = await transaction.query(LOCK, [organisationId, id]);
  return row ?? null;
}

export async function insertWebhook(
  transaction: Transaction,
  { organisationId, memberId }: { organisationId: string; memberId: string },
  { id, url, events, secret }: { id: string; url: string; events: readonly WebhookEvent[]; secret: string },
  at: Date,
): Promise<WebhookRow> {
  return one(await transaction.query(ADD, [organisationId, id, url, events, secret, at, memberId]));
}

export async function updateWebhook(
  transaction: Transaction,
  organisationId: string,
  { id, url, events, failingSince, disabledAt, disabledBecause }: WebhookRow,
): Promise<WebhookRow> {
  const values = [organisationId, id, url, events, failingSince, disabledAt, disabledBecause];
  return one(await transaction.query(CHANGE, values));
}

export async function resumeDeliveries(
  transaction: Transaction,
  organisationId: string,
  webhookId: string,
  at: Date,
): Promise<void> {
  await transaction.query(RESUME, [organisationId, webhookId, at]);
}

/** Nothing more is sent to it, and its secret is forgotten. */
export async function removeWebhook(
  transaction: Transaction,
  organisationId: string,
  id: string,
  at: Date,
): Promise<void> {
  await transaction.query(REMOVE, [organisationId, id, at]);
}

/** A page of the deliveries of a webhook, newest first. */
export async function deliveryPage(member: Member, webhookId: string, page: Page): Promise<DeliveryRow[]> {
  const where = new Conditions([member.session.organisationId, webhookId, page.size + 1]).after(
    page.after,
    'd.created_at, d.id',
    ['timestamptz', 'uuid'],
    '<',
  );
  return member.read(
    where.statement(
      'webhook.deliveries',
      `select ${DELIVERY} from core.webhook_delivery d
        where d.organisation_id = $1 and d.webhook_id = $2 and ${where.sql}
        order by d.created_at desc, d.id desc limit $3`,
    ),
    where.values,
  );
}

const COUNT = statement<{ count: number }>(
  'webhook.deliveries.count',
  `select count(*)::int as count from core.webhook_delivery d where d.organisation_id = $1 and d.webhook_id = $2`,
);

export async function deliveryCount(member: Member, webhookId: string): Promise<number> {
  const [row] = await member.read(COUNT, [member.session.organisationId, webhookId]);
  return row?.count ?? 0;
}

const AGAIN = statement<DeliveryRow>(
  'webhook.delivery.again',
  `update core.webhook_delivery d
      set queued_at = $3, next_attempt_at = $3, delivered_at = null, given_up_at = null
     from core.webhook w
    where d.organisation_id = $1 and d.id = $2 and w.organisation_id = d.organisation_id and w.id = d.webhook_id
      and w.removed_at is null
   returning ${DELIVERY}`,
);

/** Queues a delivery to be sent at once, whether it has arrived or not; null where there is none of this id. */
export async function requeueDelivery(
  transaction: Transaction,
  organisationId: string,
  id: string,
  at: Date,
): Promise<DeliveryRow | null> {
  const [row] = await transaction.query(AGAIN, [organisationId, id, at]);
  return row ?? null;
}
