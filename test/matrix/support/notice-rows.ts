import type pg from 'pg';
import { newId } from '../../../src/platform/ids';

/** A webhook of an organisation and a delivery of it, by the kinds of oracle.ts. */
export async function addWebhook(
  sql: pg.Pool,
  organisationId: string,
  memberId: string,
): Promise<{ Webhook: string; WebhookDelivery: string }> {
  const [Webhook, WebhookDelivery] = [newId(), newId()];
  await sql.query(
    `insert into core.webhook (organisation_id, id, url, events, secret, created_at, created_by)
     values ($1, $2, 'https://office.example/', array['MONTH_HANDED_IN'], 'sealed', now(), $3)`,
    [organisationId, Webhook, memberId],
  );
  await sql.query(
    `insert into core.webhook_delivery
       (organisation_id, id, webhook_id, event_id, type, body, created_at, queued_at, next_attempt_at)
     values ($1, $2, $3, gen_random_uuid(), 'MONTH_HANDED_IN', '{}', now(), now(), now())`,
    [organisationId, WebhookDelivery, Webhook],
  );
  return { Webhook, WebhookDelivery };
}

/** Help that the platform was asked for, long enough ago to be confirmed and taken. */
export async function addAdministratorReset(
  sql: pg.Pool,
  organisationId: string,
  memberId: string,
): Promise<string> {
  const id = newId();
  await sql.query(
    `insert into core.administrator_reset
       (organisation_id, id, member_id, reason, by_mail, asked_at, asked_by, confirmed_at, confirmed_by)
     values ($1, $2, $3, '忘记密码', false, now() - interval '3 days', gen_random_uuid(),
             now() - interval '2 days', gen_random_uuid())`,
    [organisationId, id, memberId],
  );
  return id;
}
