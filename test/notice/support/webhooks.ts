import type { UserError } from '../../api/support/questions';
import type { Client } from '../../kit/api';

export interface Delivery {
  id: string;
  eventId: string;
  event: string;
  body: string;
  state: string;
  attempts: number;
  lastStatus: number | null;
  lastFailure: string | null;
  nextAttemptAt: string | null;
  deliveredAt: string | null;
}

export interface Webhook {
  id: string;
  url: string;
  events: string[];
  failingSince: string | null;
  disabledAt: string | null;
  disabledBecause: string | null;
  deliveries: { nodes: Delivery[]; totalCount: number };
}

interface WebhookAnswer {
  webhook: Webhook | null;
  secret: string | null;
  userErrors: UserError[];
}

export const EVENTS = [
  'AGREEMENT_CONFIRMED',
  'MONTH_HANDED_IN',
  'MONTH_ACCEPTED',
  'MONTH_SENT_BACK',
  'ASSESSMENT_CLOSED',
];
const DELIVERY = `id eventId event body state attempts lastStatus lastFailure nextAttemptAt deliveredAt`;
const WEBHOOK = `id url events failingSince disabledAt disabledBecause
  deliveries { totalCount nodes { ${DELIVERY} } }`;
const PAYLOAD = `{ webhook { ${WEBHOOK} } secret userErrors { code path message } }`;

export const WEBHOOKS = `{ webhooks { ${WEBHOOK} } }`;
export const ONE = `query($id: ID!) { webhook(id: $id) { ${WEBHOOK} } }`;
export const REGISTER = `mutation($input: RegisterWebhookInput!) { registerWebhook(input: $input) ${PAYLOAD} }`;
export const CHANGE = `mutation($input: ChangeWebhookInput!) { changeWebhook(input: $input) ${PAYLOAD} }`;
export const REMOVE = `mutation($id: ID!) { removeWebhook(id: $id) ${PAYLOAD} }`;
export const REDELIVER = `mutation($id: ID!) {
  redeliverWebhook(deliveryId: $id) { delivery { ${DELIVERY} } userErrors { code path message } } }`;

export async function tryRegister(client: Client, url: string, events = EVENTS): Promise<WebhookAnswer> {
  const answer = await client.get<{ registerWebhook: WebhookAnswer }>(REGISTER, { input: { url, events } });
  return answer.registerWebhook;
}

/** Registers a webhook; fails on user errors. */
export async function register(
  client: Client,
  url: string,
  events = EVENTS,
): Promise<{ id: string; secret: string }> {
  const { webhook, secret, userErrors } = await tryRegister(client, url, events);
  if (!webhook || secret === null) throw new Error(JSON.stringify(userErrors));
  return { id: webhook.id, secret };
}

export async function change(client: Client, input: Record<string, unknown>): Promise<WebhookAnswer> {
  return (await client.get<{ changeWebhook: WebhookAnswer }>(CHANGE, { input })).changeWebhook;
}

export async function remove(client: Client, id: string): Promise<void> {
  await client.get(REMOVE, { id });
}

export async function redeliver(client: Client, id: string): Promise<Delivery> {
  const answer = await client.get<{ redeliverWebhook: { delivery: Delivery } }>(REDELIVER, { id });
  return answer.redeliverWebhook.delivery;
}

export async function webhookOf(client: Client, id: string): Promise<Webhook> {
  const { webhooks } = await client.get<{ webhooks: Webhook[] }>(WEBHOOKS);
  return webhooks.find((webhook) => webhook.id === id)!;
}
