import { type ReactNode, useState } from 'react';
import { ask } from '../../api/ask';
import { DialogForm } from '../../forms/dialog-form';
import { mistakesAt, TextField } from '../../forms/field';
import { RegisterWebhookDocument, type WebhookEvent } from '../../generated/graphql';
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

/** Registers an address, and of what it is told. */
export function WebhookForm({
  onRegistered,
  onClose,
}: {
  readonly onRegistered: (registered: RegisteredWebhook) => void;
  readonly onClose: () => void;
}): ReactNode {
  const messages = webhookTexts();
  const [url, setUrl] = useState('');
  const [events, setEvents] = useState(EVENTS);
  return (
    <DialogForm
      title={messages.register}
      submit={messages.register}
      fields={['url', 'events']}
      send={async () =>
        (await ask(RegisterWebhookDocument, { input: { url: url.trim(), events: [...events] } }))
          .registerWebhook
      }
      onDone={({ webhook, secret }) => {
        if (webhook && secret !== null) onRegistered({ url: webhook.url, secret });
      }}
      onClose={onClose}
    >
      {(mistakes) => (
        <>
          <TextField
            label={messages.url}
            hint={messages.urlHint}
            value={url}
            mistakes={mistakesAt(mistakes, 'url')}
            onChange={setUrl}
          />
          <fieldset className="station-choice">
            <legend className="label">{messages.events}</legend>
            {EVENTS.map((event) => (
              <label key={event} className="check">
                <input
                  type="checkbox"
                  checked={events.includes(event)}
                  onChange={({ target }) => {
                    setEvents(EVENTS.filter((it) => (it === event ? target.checked : events.includes(it))));
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
      )}
    </DialogForm>
  );
}
