import type { ReactNode } from 'react';
import type { WebhookLineFragment } from '../../generated/graphql';
import { texts } from '../../messages';
import { webhookTexts } from '../../messages/webhooks';
import { dayOf } from '../../ui/days';
import { momentText } from '../../ui/moments';
import { TableFrame } from '../../ui/table-frame';

export type WebhookStep = 'DELIVERIES' | 'CHANGE' | 'ON' | 'OFF' | 'REMOVE';

/** Each address, of what it is notified, whether that arrives, and what can be done with it. */
export function WebhookTable({
  webhooks,
  onStep,
}: {
  readonly webhooks: readonly WebhookLineFragment[];
  readonly onStep: (step: WebhookStep, webhook: WebhookLineFragment) => void;
}): ReactNode {
  const messages = webhookTexts();
  const { members } = texts();
  return (
    <TableFrame label={messages.title}>
      <table className="table cards-when-narrow">
        <thead>
          <tr>
            <th scope="col">{messages.url}</th>
            <th scope="col">{messages.events}</th>
            <th scope="col">{members.created}</th>
            <th scope="col">{members.state}</th>
            <th scope="col" className="screen-only">
              {members.steps}
            </th>
          </tr>
        </thead>
        <tbody>
          {webhooks.map((webhook) => (
            <tr key={webhook.id} className={webhook.disabledAt === null ? undefined : 'gone'}>
              <th scope="row">{webhook.url}</th>
              <td className="text wrap" data-label={messages.events}>
                {webhook.events.map((event) => messages.event[event]).join(members.comma)}
              </td>
              <td className="text" data-label={members.created}>
                {dayOf(new Date(webhook.createdAt))}
              </td>
              <td className="text wrap" data-label={members.state}>
                {stateText(webhook)}
              </td>
              <td className="text screen-only" data-label={members.steps}>
                <span className="row-actions">
                  {stepsOf(webhook).map((step) => (
                    <button
                      key={step}
                      type="button"
                      className={step === 'REMOVE' ? 'button quiet danger' : 'button quiet'}
                      aria-label={messages.stepOf[step](webhook.url)}
                      onClick={() => {
                        onStep(step, webhook);
                      }}
                    >
                      {messages.step[step]}
                    </button>
                  ))}
                </span>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableFrame>
  );
}

/** Where the secret is lost, it is registered anew. */
function stepsOf({ disabledAt, disabledBecause }: WebhookLineFragment): readonly WebhookStep[] {
  if (disabledAt === null) return ['DELIVERIES', 'CHANGE', 'OFF', 'REMOVE'];
  return disabledBecause === 'SECRET_LOST'
    ? ['DELIVERIES', 'REMOVE']
    : ['DELIVERIES', 'CHANGE', 'ON', 'REMOVE'];
}

function stateText({ disabledAt, disabledBecause, failingSince }: WebhookLineFragment): string {
  const messages = webhookTexts();
  if (disabledAt !== null) return messages.stopped[disabledBecause ?? 'MEMBER'];
  return failingSince === null ? messages.good : messages.failing(momentText(failingSince));
}
