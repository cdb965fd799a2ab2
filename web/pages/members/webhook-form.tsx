import { type ReactNode, useState } from 'react';
import { ask } from '../../api/ask';
import { DialogForm } from '../../forms/dialog-form';
import { type Mistake, mistakesAt, TextField } from '../../forms/field';
import {
  ChangeWebhookDocument,
  RegisterWebhookDocument,
  type WebhookEvent,
  type WebhookLineFragment,
} from '../../generated/graphql';
import { texts } from '../../messages';
import { webhookTexts } from '../../messages/webhooks';

/** The secret that signs, which the server says only once. */
export interface RegisteredWebhook {
  readonly url: string;
  readonly secret: string;
}

const EVENTS: readonly WebhookEvent[] = [
  'MONTH_HANDED_IN',
  'MONTH_ACCEPTED',
  'MONTH_SENT_BACK',
  'AGREEMENT_CONFIRMED',
  'ASSESSMENT_CLOSED',
];

/** What a form of an address asks for. */
interface Content {
  readonly url: string;
  readonly events: readonly WebhookEvent[];
}

/** Registers an address, and of what it is notified. */
export function WebhookForm({
  onRegistered,
  onClose,
}: {
  readonly onRegistered: (registered: RegisteredWebhook) => void;
  readonly onClose: () => void;
}): ReactNode {
  const messages = webhookTexts();
  const [content, change] = useState<Content>({ url: '', events: EVENTS });
  return (
    <DialogForm
      title={messages.register}
      submit={messages.register}
      fields={FIELDS}
      send={async () => (await ask(RegisterWebhookDocument, { input: inputOf(content) })).registerWebhook}
      onDone={({ webhook, secret }) => {
        if (webhook && secret !== null) onRegistered({ url: webhook.url, secret });
      }}
      onClose={onClose}
    >
      {(mistakes) => <Fields content={content} mistakes={mistakes} onChange={change} />}
    </DialogForm>
  );
}

/** Changes an address, and of what it is notified; the secret stays. */
export function ChangeWebhookForm({
  webhook: { id, url, events },
  onClose,
}: {
  readonly webhook: WebhookLineFragment;
  readonly onClose: () => void;
}): ReactNode {
  const messages = webhookTexts();
  const { members } = texts();
  const [content, change] = useState<Content>({ url, events });
  return (
    <DialogForm
      title={messages.stepOf.CHANGE(url)}
      submit={members.save}
      fields={FIELDS}
      send={async () =>
        (await ask(ChangeWebhookDocument, { input: { id, ...inputOf(content) } })).changeWebhook
      }
      onDone={onClose}
      onClose={onClose}
    >
      {(mistakes) => (
        <>
          <Fields content={content} mistakes={mistakes} onChange={change} />
          <p className="soft">{messages.changeHint}</p>
        </>
      )}
    </DialogForm>
  );
}

const FIELDS = ['url', 'events'] as const;

function inputOf({ url, events }: Content): { url: string; events: WebhookEvent[] } {
  return { url: url.trim(), events: [...events] };
}

function Fields({
  content: { url, events },
  mistakes,
  onChange,
}: {
  readonly content: Content;
  readonly mistakes: readonly Mistake[];
  readonly onChange: (content: Content) => void;
}): ReactNode {
  const messages = webhookTexts();
  return (
    <>
      <TextField
        label={messages.url}
        hint={messages.urlHint}
        value={url}
        mistakes={mistakesAt(mistakes, 'url')}
        onChange={(typed) => {
          onChange({ url: typed, events });
        }}
      />
      <fieldset className="station-choice">
        <legend className="label">{messages.events}</legend>
        {EVENTS.map((event) => (
          <label key={event} className="check">
            <input
              type="checkbox"
              checked={events.includes(event)}
              onChange={({ target }) => {
                const chosen = EVENTS.filter((it) => (it === event ? target.checked : events.includes(it)));
                onChange({ url, events: chosen });
              }}
            />
            <span>{messages.event[event]}</span>
          </label>
        ))}
        {mistakesAt(mistakes, 'events').map(({ message }) => (
          <span key={message} className="wrong" role="alert">
            {message}
          </span>
        ))}
      </fieldset>
    </>
  );
}
