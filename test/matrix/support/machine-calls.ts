import { MemberRole } from '../../../src/access';
import { newId } from '../../../src/platform/ids';
import * as fresh from './fresh-fixtures';
import type { Args } from './schema';
import type { Person } from './people';
import { addAdministratorReset, addWebhook } from './notice-rows';
import type { Matrix } from './world';

async function freshWebhook(
  { organisationId }: Person,
  { members, organisations, sql }: Matrix,
): Promise<{ Webhook: string; WebhookDelivery: string }> {
  const owner = organisationId || organisations.operator.id;
  return addWebhook(sql, owner, await members.member(owner));
}

/** One of each organisation, which may have ten. */
const webhooks = new Map<string, Promise<string>>();

async function webhookOf(who: Person, matrix: Matrix): Promise<string> {
  const key = `${matrix.api.world.name} ${who.organisationId}`;
  const known = webhooks.get(key) ?? freshWebhook(who, matrix).then(({ Webhook }) => Webhook);
  webhooks.set(key, known);
  return known;
}

async function freshReset(
  { organisationId, column }: Person,
  { members, organisations, sql }: Matrix,
): Promise<string> {
  const owner = (column === 'platform' ? '' : organisationId) || organisations.operator.id;
  return addAdministratorReset(sql, owner, await members.member(owner));
}

/** Valid calls about API keys, webhooks and e-mails, as in calls.ts. */
export const MACHINE_CALLS: Record<
  string,
  (who: Person, site: unknown, matrix: Matrix) => Args | Promise<Args>
> = {
  'Mutation.createApiKey': () => ({ input: { name: '夜间同步' } }),
  'Mutation.revokeApiKey': async (who, _, matrix) => ({ id: await fresh.key(who, matrix) }),
  'Mutation.requestAdministratorReset': async (_who, _site, matrix) => {
    const organisationId = await fresh.organisation(matrix, 'ASSESSOR');
    const id = await matrix.members.member(organisationId, { role: MemberRole.ADMIN });
    return { email: `${id}@matrix.example`, reason: '忘记密码' };
  },
  'Mutation.confirmAdministratorReset': async (who, _, matrix) => ({ id: await freshReset(who, matrix) }),
  'Mutation.takeAdministratorReset': async (who, _, matrix) => ({ id: await freshReset(who, matrix) }),
  'Mutation.stopAdministratorReset': async (who, _, matrix) => ({ id: await freshReset(who, matrix) }),
  'Mutation.chooseMails': () => ({ atOnce: true, digest: false }),
  'Mutation.requestPasswordReset': () => ({ email: `${newId()}@matrix.example` }),
  'Mutation.registerWebhook': () => ({
    input: { url: 'https://office.example/hooks', events: ['MONTH_HANDED_IN'] },
  }),
  'Query.webhook': async (who, _, matrix) => ({ id: await webhookOf(who, matrix) }),
  'Mutation.changeWebhook': async (who, _, matrix) => ({
    input: { id: (await freshWebhook(who, matrix)).Webhook, isOn: false },
  }),
  'Mutation.removeWebhook': async (who, _, matrix) => ({ id: (await freshWebhook(who, matrix)).Webhook }),
  'Mutation.redeliverWebhook': async (who, _, matrix) => ({
    deliveryId: (await freshWebhook(who, matrix)).WebhookDelivery,
  }),
};
