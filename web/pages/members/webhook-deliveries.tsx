import { useMutation } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { ask } from '../../api/ask';
import { useConnection } from '../../api/connections';
import { queries } from '../../api/queries';
import {
  type DeliveryLineFragment,
  RedeliverWebhookDocument,
  WebhookDeliveriesDocument,
  type WebhookLineFragment,
} from '../../generated/graphql';
import { texts } from '../../messages';
import { webhookTexts } from '../../messages/webhooks';
import { Failure, Pending } from '../../ui/answered';
import { Dialog } from '../../ui/dialog';
import { ListFoot } from '../../ui/list-foot';
import { momentText } from '../../ui/moments';
import { TableFrame } from '../../ui/table-frame';
import { UserErrors } from '../../ui/user-errors';

/** What was sent to an address, newest first, what became of it, and a way to send it again. */
export function Deliveries({
  webhook: { id: webhookId, url },
  onClose,
}: {
  readonly webhook: WebhookLineFragment;
  readonly onClose: () => void;
}): ReactNode {
  const messages = webhookTexts();
  const { members } = texts();
  const list = useConnection(
    WebhookDeliveriesDocument,
    { id: webhookId },
    ({ webhook }) => webhook?.deliveries ?? NONE,
  );
  const again = useMutation({
    mutationFn: async (id: string) => (await ask(RedeliverWebhookDocument, { id })).redeliverWebhook,
    onSuccess: async () => queries.invalidateQueries(),
  });
  return (
    <Dialog isDrawer title={messages.stepOf.DELIVERIES(url)} onClose={onClose}>
      <p className="soft">{messages.deliveriesHint}</p>
      <UserErrors errors={again.data?.userErrors} />
      {again.error && <Failure error={again.error} />}
      {!list.nodes && <Pending query={list.query} />}
      {list.nodes && list.nodes.length > 0 && (
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
              {list.nodes.map((delivery) => (
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
      {list.nodes && <ListFoot {...list} />}
    </Dialog>
  );
}

const NONE = { nodes: [], totalCount: 0, pageInfo: { hasNextPage: false, endCursor: null } };

function stateText({ state, attempts, lastFailure, lastStatus }: DeliveryLineFragment): string {
  const messages = webhookTexts();
  const said = messages.delivery[state];
  if (lastFailure === null || state === 'DELIVERED') return said;
  return messages.failed(said, attempts, messages.failure[lastFailure], lastStatus);
}
