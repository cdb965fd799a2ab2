import { type MailSenderSettings, MailSender } from './mail/mail-sender';
import { MailResolver } from './mail/mail.resolver';
import { MailService } from './mail/mail.service';
import { Outbox, type OutboxDependencies } from './outbox/outbox';
import { WebhookSender, type WebhookSenderSettings } from './webhooks/webhook-sender';
import { WebhookResolver } from './webhooks/webhook.resolver';
import { WebhookService, type WebhookSettings } from './webhooks/webhook.service';

export { digestOf } from './mail/digest';
export type { TasksOf } from './mail/mail-sender';
export type { Outbox } from './outbox/outbox';
export type { Resolve } from './webhooks/post';
export type { WebhookSettings } from './webhooks/webhook.service';

export function createNotices({ webhooks, mails }: { webhooks: WebhookSettings; mails: { isOn: boolean } }) {
  return {
    resolvers: [new MailResolver(new MailService(mails)), new WebhookResolver(new WebhookService(webhooks))],
  };
}

type Common = Pick<OutboxDependencies, 'database' | 'clock' | 'logger' | 'chores'>;

/** The sender of a server, which starts when it is asked to. Without `mails` no e-mail leaves. */
export function createOutbox({
  webhooks,
  mails,
  resolve,
  ...common
}: Common & {
  webhooks: WebhookSettings;
  mails: Omit<MailSenderSettings, 'database' | 'clock'> | undefined;
  resolve: WebhookSenderSettings['resolve'];
}): Outbox {
  const sender = new WebhookSender({ ...common, ...webhooks, resolve });
  return new Outbox({
    ...common,
    channels: mails ? [sender, new MailSender({ ...common, ...mails })] : [sender],
    mails: mails !== undefined,
  });
}
