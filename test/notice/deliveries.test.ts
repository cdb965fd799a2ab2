import { startReceiver } from './support/receiver';
import { DAY, ONLY, SECOND, HOUR, Sending } from './support/sending';
import { change, redeliver, register, remove, type Webhook, webhookOf } from './support/webhooks';

/** Nothing is lost while a receiver is down, a server restarts, or two of them send. */
let sending: Sending;
beforeEach(async () => {
  sending = await Sending.start();
});
afterEach(async () => {
  await sending.close();
});

test('what a receiver fails to take is tried again, later each time, under the same id, until it arrives', async () => {
  const { id } = await register(sending.operator, sending.receiver.url, ONLY);
  sending.receiver.answer(500);
  await sending.happen(1);
  await sending.drive();
  const [first] = await sending.deliveriesOf(id);
  expect(first).toMatchObject({ state: 'WAITING', attempts: 1, lastStatus: 500, lastFailure: 'REFUSED' });
  const waits: number[] = [];
  for (let attempt = 2; attempt <= 5; attempt += 1) {
    const [{ nextAttemptAt } = { nextAttemptAt: null }] = await sending.deliveriesOf(id);
    const wait = Date.parse(nextAttemptAt!) - sending.clock.now().getTime();
    waits.push(Math.ceil(wait / SECOND));
    sending.clock.advance(wait - 1);
    await sending.drive();
    expect(sending.receiver.received).toHaveLength(attempt - 1);
    sending.clock.advance(1);
    await sending.drive();
    expect(sending.receiver.received).toHaveLength(attempt);
  }
  for (const [at, longest] of [5, 20, 80, 320].entries()) {
    expect(waits[at]).toBeLessThanOrEqual(longest);
    expect(waits[at]).toBeGreaterThanOrEqual(0.9 * longest);
  }
  sending.receiver.answer(200);
  await sending.pass(1);
  expect(await sending.deliveriesOf(id)).toMatchObject([
    { state: 'DELIVERED', attempts: 6, lastFailure: null },
  ]);
  expect(new Set(sending.arrived())).toEqual(new Set([first!.eventId]));
  expect(new Set(sending.receiver.received.map(({ body }) => body))).toEqual(new Set([first!.body]));
  expect((await webhookOf(sending.operator, id)).failingSince).toBeNull();
});

test('a receiver that is down, and a server that is restarted meanwhile, lose nothing', async () => {
  const { id } = await register(sending.operator, sending.receiver.url, ONLY);
  await sending.receiver.down();
  await sending.happen(5);
  await sending.drive();
  expect(await sending.deliveriesOf(id)).toMatchObject(
    [1, 0, 0, 0, 0].map(() => ({ state: 'WAITING', lastStatus: null })),
  );
  await sending.sender.outbox.stop(SECOND);
  const restarted = await sending.another();
  await sending.receiver.up();
  sending.clock.advance(HOUR);
  await restarted.outbox.drive();
  expect(await sending.states(id)).toEqual(Array(5).fill('DELIVERED'));
  expect(new Set(sending.arrived()).size).toBe(5);
});

test('what a server had claimed when it died is sent by another', async () => {
  const { id } = await register(sending.operator, sending.receiver.url, ONLY);
  sending.receiver.answer(null);
  await sending.happen(1);
  // It waits for an answer that does not come, and is ended.
  const driving = sending.drive();
  while (sending.receiver.received.length === 0) await new Promise(setImmediate);
  await sending.sender.outbox.stop(SECOND);
  await driving;
  expect(await sending.deliveriesOf(id)).toMatchObject([
    { state: 'WAITING', attempts: 1, lastFailure: null },
  ]);
  sending.receiver.answer(204);
  const other = await sending.another();
  await other.outbox.drive();
  expect(sending.receiver.received).toHaveLength(1);
  sending.clock.advance(60 * SECOND);
  await other.outbox.drive();
  const [{ eventId } = { eventId: '' }] = await sending.deliveriesOf(id);
  expect(sending.arrived()).toEqual([eventId, eventId]);
  expect(await sending.states(id)).toEqual(['DELIVERED']);
});

test('two servers side by side send every event, none of them twice', async () => {
  const { id } = await register(sending.operator, sending.receiver.url, ONLY);
  const other = await sending.another();
  await sending.happen(12);
  await sending.happen(12);
  await Promise.all([sending.drive(), other.outbox.drive(), sending.drive()]);
  await sending.drive();
  expect(sending.arrived().sort()).toEqual(
    (await sending.deliveriesOf(id)).map(({ eventId }) => eventId).sort(),
  );
  expect(sending.arrived()).toHaveLength(24);
});

test('in the background events leave by themselves', async () => {
  await register(sending.operator, sending.receiver.url, ONLY);
  sending.sender.outbox.start();
  await sending.happen(2);
  while (sending.receiver.received.length < 2) await new Promise(setImmediate);
  expect(new Set(sending.arrived()).size).toBe(2);
});

test('a webhook that has failed for five days is switched off with the reason; switched on again, it gets what waits', async () => {
  const { id } = await register(sending.operator, sending.receiver.url, ONLY);
  sending.receiver.answer(503);
  await sending.happen(1);
  await sending.drive();
  const since = sending.clock.now().toISOString();
  await sending.pass(4 * 24);
  await sending.happen(1);
  expect(await webhookOf(sending.operator, id)).toMatchObject({ failingSince: since, disabledAt: null });
  await sending.pass(36);
  const off = await webhookOf(sending.operator, id);
  expect(off).toMatchObject({ failingSince: since, disabledBecause: 'FAILING' });
  expect(Date.parse(off.disabledAt!) - Date.parse(since)).toBeGreaterThanOrEqual(5 * DAY);
  const attempts = sending.receiver.received.length;
  sending.receiver.answer(204);
  await sending.happen(1);
  await sending.pass(24);
  expect(sending.receiver.received).toHaveLength(attempts);
  expect(await sending.states(id)).toEqual(['WAITING', 'WAITING', 'WAITING']);
  const on: Partial<Webhook> = { failingSince: null, disabledAt: null, disabledBecause: null };
  expect((await change(sending.operator, { id, isOn: true })).webhook).toMatchObject(on);
  await sending.drive();
  expect(await sending.states(id)).toEqual(['DELIVERED', 'DELIVERED', 'DELIVERED']);
});

test('what was on its way when the webhook was switched off waits, however long that took', async () => {
  const { id } = await register(sending.operator, sending.receiver.url, ONLY);
  sending.receiver.answer(null);
  await sending.happen(1);
  const driving = sending.drive();
  while (sending.receiver.received.length === 0) await new Promise(setImmediate);
  await change(sending.operator, { id, isOn: false });
  sending.clock.advance(6 * DAY);
  await sending.receiver.down();
  await driving;
  expect(await sending.deliveriesOf(id)).toMatchObject([{ state: 'WAITING', lastFailure: 'NO_CONNECTION' }]);
  await sending.receiver.up();
  sending.receiver.answer(204);
  await change(sending.operator, { id, isOn: true });
  await sending.drive();
  expect(await sending.states(id)).toEqual(['DELIVERED']);
});

test('a single event that is never taken is given up while others arrive, and can be sent again by hand', async () => {
  const { id } = await register(sending.operator, sending.receiver.url, ONLY);
  sending.receiver.answer(500);
  await sending.happen(1);
  await sending.drive();
  const [poisoned] = await sending.deliveriesOf(id);
  for (let day = 0; day < 6; day += 1) {
    // Another one arrives in between.
    sending.receiver.answer(204);
    await sending.happen(1);
    await sending.api.world.ownerQuery(
      `update core.webhook_delivery set next_attempt_at = next_attempt_at + interval '1 hour' where id = $1`,
      [poisoned!.id],
    );
    await sending.drive();
    sending.receiver.answer(500);
    await sending.pass(24);
  }
  const [found] = (await sending.deliveriesOf(id)).filter((delivery) => delivery.id === poisoned!.id);
  expect(found).toMatchObject({ state: 'GIVEN_UP', nextAttemptAt: null });
  sending.receiver.answer(204);
  expect(await redeliver(sending.operator, poisoned!.id)).toMatchObject({ state: 'WAITING' });
  await sending.drive();
  const again = (await sending.deliveriesOf(id)).find((delivery) => delivery.id === poisoned!.id);
  expect(again).toMatchObject({ state: 'DELIVERED' });
});

test('what has arrived can be sent again: under the same id, so that its receiver knows it', async () => {
  const { id } = await register(sending.operator, sending.receiver.url, ONLY);
  await sending.happen(1);
  await sending.drive();
  const [delivery] = await sending.deliveriesOf(id);
  await redeliver(sending.operator, delivery!.id);
  await sending.drive();
  expect(sending.arrived()).toEqual([delivery!.eventId, delivery!.eventId]);
});

test('a receiver that answers 410 Gone is switched off at once', async () => {
  const { id } = await register(sending.operator, sending.receiver.url, ONLY);
  sending.receiver.answer(410);
  await sending.happen(1);
  await sending.drive();
  expect(await webhookOf(sending.operator, id)).toMatchObject({ disabledBecause: 'GONE' });
});

test('one receiver that hangs delays no other', async () => {
  const slow = await startReceiver();
  slow.answer(null);
  await register(sending.operator, slow.url, ONLY);
  await register(sending.operator, sending.receiver.url, ONLY);
  await sending.happen(1);
  const driving = sending.drive();
  while (sending.receiver.received.length === 0 || slow.received.length === 0)
    await new Promise(setImmediate);
  await slow.close();
  await driving;
  expect(sending.receiver.received).toHaveLength(1);
});

test('what waits is sent to another address as soon as the webhook leads there', async () => {
  const { id } = await register(sending.operator, `${sending.receiver.url}/gone`, ONLY);
  sending.receiver.answer(500);
  await sending.happen(1);
  await sending.drive();
  expect((await webhookOf(sending.operator, id)).failingSince).not.toBeNull();
  sending.receiver.answer(200);
  const { webhook } = await change(sending.operator, { id, url: sending.receiver.url });
  expect(webhook).toMatchObject({ url: sending.receiver.url, failingSince: null, disabledAt: null });
  await sending.drive();
  expect(await sending.states(id)).toEqual(['DELIVERED']);
});

test('what is removed or switched off is sent nothing', async () => {
  const removed = await register(sending.operator, `${sending.receiver.url}/removed`, ONLY);
  const off = await register(sending.operator, `${sending.receiver.url}/off`, ONLY);
  await sending.happen(1);
  await remove(sending.operator, removed.id);
  await change(sending.operator, { id: off.id, isOn: false });
  await sending.pass(2);
  expect(sending.receiver.received).toEqual([]);
  expect(await webhookOf(sending.operator, removed.id)).toBeUndefined();
  expect(await webhookOf(sending.operator, off.id)).toMatchObject({ disabledBecause: 'MEMBER' });
  const [stored] = await sending.api.world.ownerQuery<{ secret: string }>(
    'select secret from core.webhook where id = $1',
    [removed.id],
  );
  expect(stored!.secret).toBe('');
});

test('deliveries are forgotten after thirty days', async () => {
  const { id } = await register(sending.operator, sending.receiver.url, ONLY);
  await sending.happen(1);
  await sending.drive();
  sending.clock.advance(31 * DAY);
  const other = await sending.another();
  other.outbox.start();
  while ((await countOf(id)) > 0) await new Promise(setImmediate);
  expect(await sending.deliveriesOf(id)).toEqual([]);
});

async function countOf(id: string): Promise<number> {
  const [row] = await sending.api.world.ownerQuery<{ count: number }>(
    'select count(*)::int as count from core.webhook_delivery where webhook_id = $1',
    [id],
  );
  return row!.count;
}
