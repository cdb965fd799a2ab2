import { useMutation } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { ask } from '../../api/ask';
import { queries } from '../../api/queries';
import {
  type DeliveryLineFragment,
  RedeliverWebhookDocument,
  type WebhookLineFragment,
} from '../../generated/graphql';
import { texts } from '../../messages';
import { webhookTexts } from '../../messages/webhooks';
import { Failure } from '../../ui/answered';
import { Dialog } from '../../ui/dialog';
import { momentText } from '../../ui/moments';
import { TableFrame } from '../../ui/table-frame';
import { UserErrors } from '../../ui/user-errors';

/** What was sent to an address last, what became of it, and a way to send it again. */
export function Deliveries({
  webhook: { url, deliveries },
  onClose,
}: {
  readonly webhook: WebhookLineFragment;
  readonly onClose: () => void;
}): ReactNode {
  const messages = webhookTexts();
  const { members } = texts();
  const again = useMutation({
    mutationFn: async (id: string) => (await ask(RedeliverWebhookDocument, { id })).redeliverWebhook,
    onSuccess: async () => queries.invalidateQueries(),
  });
  return (
    <Dialog isDrawer title={messages.stepOf.DELIVERIES(url)} onClose={onClose}>
      <p className="soft">{messages.deliveriesHint(deliveries.totalCount)}</p>
      <UserErrors errors={again.data?.userErrors} />
      {again.error && <Failure error={again.error} />}
      {deliveries.nodes.length > 0 && (
        <TableFrame label={messages.step.DELIVERIES}>
          <table className="table cards-when-narrow">
            <thead>
              <tr>
                <th scope="col">{messages.events}</th>
                <th scope="col">{messages.at}</th>
                <th scope="col">{members.state}</th>
                <th scope="col">{members.steps}</th>
              </tr>
            </thead>
            <tbody>
              {deliveries.nodes.map((delivery) => (
                <tr key={delivery.id}>
                  <th scope="row">{messages.event[delivery.event]}</th>
                  <td className="text" data-label={messages.at}>
                    {momentText(delivery.createdAt)}
                  </td>
                  <td className="text wrap" data-label={members.state}>
                    {stateText(delivery)}
                  </td>
                  <td className="text" data-label={members.steps}>
                    {delivery.state !== 'WAITING' && (
                      <button
                        type="button"
                        className="button quiet"
                        disabled={again.isPending}
                        onClick={() => {
                          again.mutate(delivery.id);
                        }}
                      >
                        {messages.again}
                      </button>
                    )}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </TableFrame>
      )}
    </Dialog>
  );
}

function stateText({ state, attempts, lastFailure, lastStatus }: DeliveryLineFragment): string {
  const messages = webhookTexts();
  const said = messages.delivery[state];
  if (lastFailure === null || state === 'DELIVERED') return said;
  return messages.failed(said, attempts, messages.failure[lastFailure], lastStatus);
}
