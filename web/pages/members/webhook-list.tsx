import { type ReactNode, useState } from 'react';
import { ask } from '../../api/ask';
import { useOperation } from '../../api/queries';
import { ReasonDialog } from '../../forms/reason-dialog';
import {
  ChangeWebhookDocument,
  RemoveWebhookDocument,
  type WebhookLineFragment,
  WebhooksDocument,
} from '../../generated/graphql';
import { webhookTexts } from '../../messages/webhooks';
import { Answered } from '../../ui/answered';
import { CopyText } from '../../ui/copy-text';
import { Dialog } from '../../ui/dialog';
import { Deliveries } from './webhook-deliveries';
import { ChangeWebhookForm, type RegisteredWebhook, WebhookForm } from './webhook-form';
import { WebhookTable, type WebhookStep } from './webhook-table';

type Opened =
  | { readonly kind: 'REGISTER' }
  | { readonly kind: 'SECRET'; readonly registered: RegisteredWebhook }
  | { readonly kind: WebhookStep; readonly webhook: WebhookLineFragment };

/** The addresses that are notified of what happens in the agreements of the organisation. */
export function WebhookList(): ReactNode {
  const messages = webhookTexts();
  const [opened, setOpened] = useState<Opened>();
  const query = useOperation(WebhooksDocument, {});
  const close = (): void => {
    setOpened(undefined);
  };
  return (
    <section className="section">
      <div className="section-head">
        <h2>{messages.title}</h2>
        <button
          type="button"
          className="button screen-only"
          onClick={() => {
            setOpened({ kind: 'REGISTER' });
          }}
        >
          {messages.register}
        </button>
      </div>
      <Answered query={query}>
        {({ webhooks }) =>
          webhooks.length === 0 ? (
            <p className="soft">{messages.none}</p>
          ) : (
            <WebhookTable
              webhooks={webhooks}
              onStep={(kind, webhook) => {
                setOpened({ kind, webhook });
              }}
            />
          )
        }
      </Answered>
      {opened?.kind === 'DELIVERIES' && <Deliveries webhook={opened.webhook} onClose={close} />}
      {opened?.kind === 'CHANGE' && <ChangeWebhookForm webhook={opened.webhook} onClose={close} />}
      {opened?.kind === 'REGISTER' && (
        <WebhookForm
          onRegistered={(registered) => {
            setOpened({ kind: 'SECRET', registered });
          }}
          onClose={close}
        />
      )}
      {opened?.kind === 'SECRET' && (
        <Dialog title={messages.secretOf(opened.registered.url)} onClose={close}>
          <div className="form">
            <p className="notice">{messages.secretHint}</p>
            <CopyText label={messages.secret} text={opened.registered.secret} />
          </div>
        </Dialog>
      )}
      {(opened?.kind === 'ON' || opened?.kind === 'OFF') && (
        <Switch webhook={opened.webhook} isOn={opened.kind === 'ON'} onClose={close} />
      )}
      {opened?.kind === 'REMOVE' && (
        <ReasonDialog
          title={messages.stepOf.REMOVE(opened.webhook.url)}
          hint={messages.removeHint}
          hasReason={false}
          isDangerous
          take={async () =>
            (await ask(RemoveWebhookDocument, { id: opened.webhook.id })).removeWebhook.userErrors
          }
          onClose={close}
        />
      )}
    </section>
  );
}

function Switch({
  webhook: { id, url },
  isOn,
  onClose,
}: {
  readonly webhook: WebhookLineFragment;
  readonly isOn: boolean;
  readonly onClose: () => void;
}): ReactNode {
  const messages = webhookTexts();
  return (
    <ReasonDialog
      title={isOn ? messages.stepOf.ON(url) : messages.stepOf.OFF(url)}
      hint={isOn ? messages.onHint : messages.offHint}
      hasReason={false}
      take={async () => (await ask(ChangeWebhookDocument, { input: { id, isOn } })).changeWebhook.userErrors}
      onClose={onClose}
    />
  );
}
