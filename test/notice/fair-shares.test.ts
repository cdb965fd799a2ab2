import { startMailbox } from './support/mailbox';
import { startReceiver } from './support/receiver';
import { ONLY, Sending } from './support/sending';
import { register, webhookOf } from './support/webhooks';

/** What one organisation has sent somewhere slow holds up neither others nor e-mails. */
test('receivers of one organisation that hang delay neither those of others nor e-mails', async () => {
  const mailbox = await startMailbox();
  const sending = await Sending.start();
  const slow = await startReceiver();
  slow.answer(null);
  const origin = { requestId: 'a-request', remoteAddress: '127.0.0.1' };
  try {
    const { outbox, mailedResets } = await sending.another(
      {},
      { WEBHOOK_ALLOW_PRIVATE: 'true', ...mailbox.settings },
    );
    const hooks = [];
    for (let at = 0; at < 5; at += 1) hooks.push(await register(sending.operator, `${slow.url}/${at}`, ONLY));
    await sending.happen(4);
    const driving = outbox.drive();
    while (slow.received.length < 4) await new Promise(setImmediate);
    const purchaser = await sending.api.as('admin@fengyuan-street.example');
    await register(purchaser, sending.receiver.url, ONLY);
    await sending.happen(1);
    mailedResets.request('admin@datong.example', origin);
    await mailedResets.settled();
    const others = outbox.drive();
    while (sending.receiver.received.length === 0 || mailbox.arrived.length === 0)
      await new Promise(setImmediate);
    // None of them has been given up meanwhile.
    for (const { id } of hooks) {
      const { deliveries } = await webhookOf(sending.operator, id);
      expect(deliveries.nodes.map(({ lastFailure }) => lastFailure)).toEqual(Array(5).fill(null));
    }
    expect(slow.received).toHaveLength(4);
    await outbox.stop(0);
    await slow.close();
    await Promise.all([driving, others]);
  } finally {
    await sending.close();
    await mailbox.close();
  }
});
