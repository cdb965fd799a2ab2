import type { Chapters } from './cast';

const URL_ = 'https://office.example/hooks';

export const WEBHOOKS: Chapters = {
  chooseMails: ({ admin }) => ({
    by: admin,
    args: { atOnce: true, digest: true },
    action: 'MAILS_CHOSEN',
    thing: 'Member',
    values: 'both',
  }),
  registerWebhook: ({ admin, made }) => ({
    by: admin,
    args: { input: { url: URL_, events: ['AGREEMENT_CONFIRMED'] } },
    action: 'WEBHOOK_REGISTERED',
    thing: 'Webhook',
    values: 'after',
    select: 'webhook { id }',
    keep: ({ webhook }) => {
      made.webhookId = webhook.id;
    },
  }),
  changeWebhook: ({ admin, made: { webhookId: id } }) => ({
    by: admin,
    args: { input: { id, isOn: false } },
    action: 'WEBHOOK_CHANGED',
    thing: 'Webhook',
    values: 'both',
  }),
  redeliverWebhook: ({ admin, made: { deliveryId } }) => ({
    by: admin,
    args: { deliveryId },
    action: 'WEBHOOK_REDELIVERED',
    thing: 'WebhookDelivery',
    values: 'after',
  }),
  removeWebhook: ({ admin, made: { webhookId: id } }) => ({
    by: admin,
    args: { id },
    action: 'WEBHOOK_REMOVED',
    thing: 'Webhook',
    values: 'before',
  }),
};
