import type { Caller, SealedTokens } from '../../../access';
import { notFound } from '../../../platform/app-error';
import { assertNoFaults } from '../../../platform/faults';
import { type Connection, type PageArgs, toConnection, toPage } from '../../../platform/graphql/connection';
import { isId, newId } from '../../../platform/ids';
import { InputRules } from '../../../platform/input-rules';
import { lockRow } from '../../../platform/database/row-lock';
import type { Transaction } from '../../../platform/database/tenant-scope';
import { newSecret } from './signature';
import { type WebhookEvent, WebhookStop } from './webhook.enums';
import * as webhooks from './webhook.repository';
import type { DeliveryRow, WebhookRow } from './webhook.repository';
import { checkUrl, MAX_WEBHOOKS } from './webhook.rules';
import type { ChangeWebhookInput, RegisterWebhookInput } from './webhook.type';

export interface WebhookSettings {
  allowPrivate: boolean;
  /** Under the keys of the server: the database has no secret that signs. */
  secrets: SealedTokens;
}

/** 事件推送: where an organisation is notified of events, and what has been sent there. */
export class WebhookService {
  constructor(private readonly settings: WebhookSettings) {}

  async list(caller: Caller): Promise<WebhookRow[]> {
    return webhooks.readWebhooks(caller.assert('webhook.read'));
  }

  async get(caller: Caller, id: string): Promise<WebhookRow> {
    const found = (await this.list(caller)).find((webhook) => webhook.id === id);
    if (!found) throw notFound(id);
    return found;
  }

  async deliveries(caller: Caller, webhookId: string, args: PageArgs): Promise<Connection<DeliveryRow>> {
    const member = caller.assert('webhook.read');
    const page = toPage(args, ['timestamptz', 'uuid']);
    return toConnection(
      await webhooks.deliveryPage(member, webhookId, page),
      page,
      (row) => [row.createdAt.toISOString(), row.id],
      async () => webhooks.deliveryCount(member, webhookId),
    );
  }

  /** Registers an address, and returns the secret that signs, which cannot be read again. */
  async register(
    caller: Caller,
    input: RegisterWebhookInput,
  ): Promise<{ webhook: WebhookRow; secret: string }> {
    const member = caller.assert('webhook.manage');
    const rules = new InputRules();
    const url = checkUrl(rules, input.url, ['url'], this.settings.allowPrivate);
    const events = checkEvents(rules, input.events);
    assertNoFaults(rules.faults);
    const secret = newSecret();
    return member.write(async (transaction) => {
      const { organisationId } = member.session;
      await lockRow(transaction, 'webhooks', organisationId);
      if ((await webhooks.readWebhooks(member)).length >= MAX_WEBHOOKS) {
        rules.add('TOO_MANY', ['url'], { most: MAX_WEBHOOKS, inTotal: true });
        assertNoFaults(rules.faults);
      }
      const sealed = { id: newId(), url, events, secret: this.settings.secrets.seal(secret) };
      const webhook = await webhooks.insertWebhook(transaction, member.session, sealed, member.now());
      transaction.log({
        action: 'WEBHOOK_REGISTERED',
        thing: 'Webhook',
        thingId: webhook.id,
        after: logged(webhook),
      });
      return { webhook, secret };
    });
  }

  /** Changes address or events; switches it on, so that what waits is sent, or off. */
  async change(caller: Caller, input: ChangeWebhookInput): Promise<WebhookRow> {
    const member = caller.assert('webhook.manage');
    const { organisationId } = member.session;
    const rules = new InputRules();
    const url = input.url == null ? null : checkUrl(rules, input.url, ['url'], this.settings.allowPrivate);
    const events = input.events == null ? null : checkEvents(rules, input.events);
    return member.write(async (transaction) => {
      const before = await found(transaction, organisationId, input.id);
      if (input.isOn === true && before.disabledBecause === WebhookStop.SECRET_LOST) {
        rules.add('WEBHOOK_SECRET_LOST', ['isOn']);
      }
      assertNoFaults(rules.faults);
      const at = member.now();
      const switched = switchedTo(before, input.isOn ?? null, at);
      const wanted = { ...switched, url: url ?? before.url, events: events ?? before.events };
      const isElsewhere = wanted.url !== before.url;
      if (isElsewhere) wanted.failingSince = null;
      const after = await webhooks.updateWebhook(transaction, organisationId, wanted);
      if (after.disabledAt === null && (isElsewhere || before.disabledAt !== null)) {
        await webhooks.resumeDeliveries(transaction, organisationId, before.id, at);
      }
      transaction.log({
        action: 'WEBHOOK_CHANGED',
        thing: 'Webhook',
        thingId: before.id,
        before: logged(before),
        after: logged(after),
      });
      return after;
    });
  }

  async remove(caller: Caller, id: string): Promise<WebhookRow> {
    const member = caller.assert('webhook.manage');
    const { organisationId } = member.session;
    return member.write(async (transaction) => {
      const before = await found(transaction, organisationId, id);
      await webhooks.removeWebhook(transaction, organisationId, before.id, member.now());
      transaction.log({
        action: 'WEBHOOK_REMOVED',
        thing: 'Webhook',
        thingId: before.id,
        before: logged(before),
      });
      return before;
    });
  }

  /** Sends a delivery again, under the same event id. */
  async redeliver(caller: Caller, id: string): Promise<DeliveryRow> {
    const member = caller.assert('webhook.manage');
    const { organisationId } = member.session;
    return member.write(async (transaction) => {
      const at = member.now();
      const row = isId(id) ? await webhooks.requeueDelivery(transaction, organisationId, id, at) : null;
      if (!row) throw notFound(id);
      const { eventId, event } = row;
      transaction.log({
        action: 'WEBHOOK_REDELIVERED',
        thing: 'WebhookDelivery',
        thingId: row.id,
        after: { eventId, event },
      });
      return row;
    });
  }
}

/** For the audit log: what follows the ? of an address may be a key. */
function logged(webhook: WebhookRow): WebhookRow {
  const { origin, pathname, search } = new URL(webhook.url);
  return { ...webhook, url: `${origin}${pathname}${search && '?…'}` };
}

function checkEvents(rules: InputRules, events: readonly WebhookEvent[]): WebhookEvent[] {
  const distinct = [...new Set(events)];
  rules.count(distinct.length, ['events'], 1, events.length);
  return distinct;
}

function switchedTo(before: WebhookRow, isOn: boolean | null, at: Date): WebhookRow {
  if (isOn === true) return { ...before, failingSince: null, disabledAt: null, disabledBecause: null };
  if (isOn === false && before.disabledAt === null) {
    return { ...before, disabledAt: at, disabledBecause: WebhookStop.MEMBER };
  }
  return before;
}

async function found(transaction: Transaction, organisationId: string, id: string): Promise<WebhookRow> {
  const row = isId(id) ? await webhooks.lockWebhook(transaction, organisationId, id) : null;
  if (!row) throw notFound(id);
  return row;
}
