import * as fresh from './fresh-fixtures';
import type { Args } from './schema';
import type { Person } from './people';
import { addWebhook } from './webhooks';
import type { Matrix } from './world';

async function freshWebhook(
  { organisationId }: Person,
  { members, organisations, sql }: Matrix,
): Promise<{ Webhook: string; WebhookDelivery: string }> {
  const owner = organisationId || organisations.operator.id;
  return addWebhook(sql, owner, await members.member(owner));
}

/** Valid calls about API keys, webhooks and e-mails, as in calls.ts. */
export const MACHINE_CALLS: Record<
  string,
  (who: Person, site: unknown, matrix: Matrix) => Args | Promise<Args>
> = {
  'Mutation.createApiKey': () => ({ input: { name: '夜间同步' } }),
  'Mutation.revokeApiKey': async (who, _, matrix) => ({ id: await fresh.key(who, matrix) }),
  'Mutation.chooseMails': () => ({ atOnce: true, digest: false }),
  'Mutation.requestPasswordReset': () => ({ email: 'nobody@matrix.example' }),
  'Mutation.registerWebhook': () => ({
    input: { url: 'https://office.example/hooks', events: ['MONTH_HANDED_IN'] },
  }),
  'Mutation.changeWebhook': async (who, _, matrix) => ({
    input: { id: (await freshWebhook(who, matrix)).Webhook, isOn: false },
  }),
  'Mutation.removeWebhook': async (who, _, matrix) => ({ id: (await freshWebhook(who, matrix)).Webhook }),
  'Mutation.redeliverWebhook': async (who, _, matrix) => ({
    deliveryId: (await freshWebhook(who, matrix)).WebhookDelivery,
  }),
};
