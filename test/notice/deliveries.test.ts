import { createServer as createTlsServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { createServer, type RunningServer, type ServerDependencies } from '../../src/server';
import { SigningKeys } from '../../src/access';
import { newStation } from '../api/support/agreements';
import { handIn } from '../api/support/months';
import { type Client, startApi, type TestApi } from '../kit/api';
import { testDependencies } from '../kit/settings';
import { testClock, type TestClock } from '../kit/world';
import { LOCALHOST } from '../kit/tls-proxy';
import { type Receiver, startReceiver } from './support/receiver';
import {
  change,
  type Delivery,
  redeliver,
  register,
  remove,
  type Webhook,
  webhookOf,
} from './support/webhooks';

/** Nothing is lost while a receiver is down, a server restarts, or two of them send; private addresses are not reached. */
const SECOND = 1000;
const HOUR = 3600 * SECOND;
const DAY = 24 * HOUR;
const SETTINGS = { WEBHOOK_ALLOW_PRIVATE: 'true' };
const ONLY = ['MONTH_HANDED_IN'];

let api: TestApi;
let operator: Client;
let receiver: Receiver;
let servers: RunningServer[] = [];
/** Of those who send: sessions would end while it runs. */
let clock: TestClock;
let sender: RunningServer;
beforeEach(async () => {
  api = await startApi(SETTINGS);
  clock = testClock();
  sender = await another();
  operator = await api.as('admin@fengyuan.example');
  await sender.outbox.drive();
  receiver = await startReceiver();
});
afterEach(async () => {
  for (const server of servers) await server.stop();
  servers = [];
  await receiver.close();
  await api.close();
});

/** Another server on the same database; it does not listen. */
async function another(overrides: Partial<ServerDependencies> = {}): Promise<RunningServer> {
  const settings = testDependencies(api.world.serverUrl, SETTINGS);
  const server = await createServer({ ...settings, clock: clock.now, ...overrides });
  servers.push(server);
  return server;
}

/** Hands in this many months of a new station: an event each. */
async function happen(events: number): Promise<void> {
  const { id } = await newStation(api);
  for (let month = 1; month <= events; month += 1) {
    const { userErrors } = await handIn(operator, id, `2024-${String(month).padStart(2, '0')}`);
    if (userErrors.length > 0) throw new Error(JSON.stringify(userErrors));
  }
}

const idsOf = ({ received }: Receiver): string[] =>
  received.map(({ headers }) => String(headers['webhook-id']));
const deliveriesOf = async (id: string): Promise<Delivery[]> =>
  (await webhookOf(operator, id)).deliveries.nodes;
const states = async (id: string): Promise<string[]> => (await deliveriesOf(id)).map(({ state }) => state);
/** Lets hours pass, in which every attempt that falls due is made. */
async function pass(hours: number): Promise<void> {
  for (let hour = 0; hour < hours; hour += 1) {
    clock.advance(HOUR);
    await sender.outbox.drive();
  }
}

test('what a receiver fails to take is tried again, later each time, under the same id, until it arrives', async () => {
  const { id } = await register(operator, receiver.url, ONLY);
  receiver.answer(500);
  await happen(1);
  await sender.outbox.drive();
  const [first] = await deliveriesOf(id);
  expect(first).toMatchObject({ state: 'WAITING', attempts: 1, lastStatus: 500, lastFailure: 'REFUSED' });
  const waits: number[] = [];
  for (let attempt = 2; attempt <= 5; attempt += 1) {
    const [{ nextAttemptAt } = { nextAttemptAt: null }] = await deliveriesOf(id);
    const wait = Date.parse(nextAttemptAt!) - clock.now().getTime();
    waits.push(Math.ceil(wait / SECOND));
    clock.advance(wait - 1);
    await sender.outbox.drive();
    expect(receiver.received).toHaveLength(attempt - 1);
    clock.advance(1);
    await sender.outbox.drive();
    expect(receiver.received).toHaveLength(attempt);
  }
  for (const [at, longest] of [5, 20, 80, 320].entries()) {
    expect(waits[at]).toBeLessThanOrEqual(longest);
    expect(waits[at]).toBeGreaterThanOrEqual(0.9 * longest);
  }
  receiver.answer(200);
  await pass(1);
  expect(await deliveriesOf(id)).toMatchObject([{ state: 'DELIVERED', attempts: 6, lastFailure: null }]);
  expect(new Set(idsOf(receiver))).toEqual(new Set([first!.eventId]));
  expect(new Set(receiver.received.map(({ body }) => body))).toEqual(new Set([first!.body]));
  expect((await webhookOf(operator, id)).failingSince).toBeNull();
});

test('a receiver that is down, and a server that is restarted meanwhile, lose nothing', async () => {
  const { id } = await register(operator, receiver.url, ONLY);
  await receiver.down();
  await happen(5);
  await sender.outbox.drive();
  expect(await deliveriesOf(id)).toMatchObject(
    [1, 0, 0, 0, 0].map(() => ({ state: 'WAITING', lastStatus: null })),
  );
  await sender.outbox.stop(SECOND);
  const restarted = await another();
  await receiver.up();
  clock.advance(HOUR);
  await restarted.outbox.drive();
  expect(await states(id)).toEqual(Array(5).fill('DELIVERED'));
  expect(new Set(idsOf(receiver)).size).toBe(5);
});

test('what a server had claimed when it died is sent by another', async () => {
  const { id } = await register(operator, receiver.url, ONLY);
  receiver.answer(null);
  await happen(1);
  // It waits for an answer that does not come, and is ended.
  const driving = sender.outbox.drive();
  while (receiver.received.length === 0) await new Promise(setImmediate);
  await sender.outbox.stop(SECOND);
  await driving;
  expect(await deliveriesOf(id)).toMatchObject([{ state: 'WAITING', attempts: 1, lastFailure: null }]);
  receiver.answer(204);
  const other = await another();
  await other.outbox.drive();
  expect(receiver.received).toHaveLength(1);
  clock.advance(60 * SECOND);
  await other.outbox.drive();
  const [{ eventId } = { eventId: '' }] = await deliveriesOf(id);
  expect(idsOf(receiver)).toEqual([eventId, eventId]);
  expect(await states(id)).toEqual(['DELIVERED']);
});

test('two servers side by side send every event, none of them twice', async () => {
  const { id } = await register(operator, receiver.url, ONLY);
  const other = await another();
  await happen(12);
  await happen(12);
  await Promise.all([sender.outbox.drive(), other.outbox.drive(), sender.outbox.drive()]);
  await sender.outbox.drive();
  expect(idsOf(receiver).sort()).toEqual((await deliveriesOf(id)).map(({ eventId }) => eventId).sort());
  expect(idsOf(receiver)).toHaveLength(24);
});

test('in the background events leave by themselves', async () => {
  await register(operator, receiver.url, ONLY);
  sender.outbox.start();
  await happen(2);
  while (receiver.received.length < 2) await new Promise(setImmediate);
  expect(new Set(idsOf(receiver)).size).toBe(2);
});

test('a webhook that has failed for five days is switched off with the reason; switched on again, it gets what waits', async () => {
  const { id } = await register(operator, receiver.url, ONLY);
  receiver.answer(503);
  await happen(1);
  await sender.outbox.drive();
  const since = clock.now().toISOString();
  await pass(4 * 24);
  await happen(1);
  expect(await webhookOf(operator, id)).toMatchObject({ failingSince: since, disabledAt: null });
  await pass(36);
  const off = await webhookOf(operator, id);
  expect(off).toMatchObject({ failingSince: since, disabledBecause: 'FAILING' });
  expect(Date.parse(off.disabledAt!) - Date.parse(since)).toBeGreaterThanOrEqual(5 * DAY);
  const attempts = receiver.received.length;
  receiver.answer(204);
  await happen(1);
  await pass(24);
  expect(receiver.received).toHaveLength(attempts);
  expect(await states(id)).toEqual(['WAITING', 'WAITING', 'WAITING']);
  const on: Partial<Webhook> = { failingSince: null, disabledAt: null, disabledBecause: null };
  expect((await change(operator, { id, isOn: true })).webhook).toMatchObject(on);
  await sender.outbox.drive();
  expect(await states(id)).toEqual(['DELIVERED', 'DELIVERED', 'DELIVERED']);
});

test('a single event that is never taken is given up while others arrive, and can be sent again by hand', async () => {
  const { id } = await register(operator, receiver.url, ONLY);
  receiver.answer(500);
  await happen(1);
  await sender.outbox.drive();
  const [poisoned] = await deliveriesOf(id);
  for (let day = 0; day < 6; day += 1) {
    // Another one arrives in between.
    receiver.answer(204);
    await happen(1);
    await api.world.ownerQuery(
      `update core.webhook_delivery set next_attempt_at = next_attempt_at + interval '1 hour' where id = $1`,
      [poisoned!.id],
    );
    await sender.outbox.drive();
    receiver.answer(500);
    await pass(24);
  }
  const [found] = (await deliveriesOf(id)).filter((delivery) => delivery.id === poisoned!.id);
  expect(found).toMatchObject({ state: 'GIVEN_UP', nextAttemptAt: null });
  receiver.answer(204);
  expect(await redeliver(operator, poisoned!.id)).toMatchObject({ state: 'WAITING' });
  await sender.outbox.drive();
  const again = (await deliveriesOf(id)).find((delivery) => delivery.id === poisoned!.id);
  expect(again).toMatchObject({ state: 'DELIVERED' });
});

test('what has arrived can be sent again: under the same id, so that its receiver knows it', async () => {
  const { id } = await register(operator, receiver.url, ONLY);
  await happen(1);
  await sender.outbox.drive();
  const [delivery] = await deliveriesOf(id);
  await redeliver(operator, delivery!.id);
  await sender.outbox.drive();
  expect(idsOf(receiver)).toEqual([delivery!.eventId, delivery!.eventId]);
});

test('a receiver that answers 410 Gone is switched off at once', async () => {
  const { id } = await register(operator, receiver.url, ONLY);
  receiver.answer(410);
  await happen(1);
  await sender.outbox.drive();
  expect(await webhookOf(operator, id)).toMatchObject({ disabledBecause: 'GONE' });
});

test('a redirect is a failure: it is not followed', async () => {
  const elsewhere = await startReceiver();
  const { id } = await register(operator, receiver.url, ONLY);
  receiver.answer(307, { location: elsewhere.url });
  await happen(1);
  await sender.outbox.drive();
  expect(await deliveriesOf(id)).toMatchObject([{ lastStatus: 307, lastFailure: 'REFUSED' }]);
  expect(elsewhere.received).toEqual([]);
  await elsewhere.close();
});

test('one receiver that hangs delays no other', async () => {
  const slow = await startReceiver();
  slow.answer(null);
  await register(operator, slow.url, ONLY);
  await register(operator, receiver.url, ONLY);
  await happen(1);
  const driving = sender.outbox.drive();
  while (receiver.received.length === 0 || slow.received.length === 0) await new Promise(setImmediate);
  await slow.close();
  await driving;
  expect(receiver.received).toHaveLength(1);
});

test('what is removed or switched off is sent nothing', async () => {
  const removed = await register(operator, `${receiver.url}/removed`, ONLY);
  const off = await register(operator, `${receiver.url}/off`, ONLY);
  await happen(1);
  await remove(operator, removed.id);
  await change(operator, { id: off.id, isOn: false });
  await pass(2);
  expect(receiver.received).toEqual([]);
  expect(await webhookOf(operator, removed.id)).toBeUndefined();
  expect(await webhookOf(operator, off.id)).toMatchObject({ disabledBecause: 'MEMBER' });
  const [stored] = await api.world.ownerQuery<{ secret: string }>(
    'select secret from core.webhook where id = $1',
    [removed.id],
  );
  expect(stored!.secret).toBe('');
});

test('deliveries are forgotten after thirty days', async () => {
  const { id } = await register(operator, receiver.url, ONLY);
  await happen(1);
  await sender.outbox.drive();
  clock.advance(31 * DAY);
  const other = await another();
  other.outbox.start();
  while ((await countOf(id)) > 0) await new Promise(setImmediate);
});

async function countOf(id: string): Promise<number> {
  const [row] = await api.world.ownerQuery<{ count: number }>(
    'select count(*)::int as count from core.webhook_delivery where webhook_id = $1',
    [id],
  );
  return row!.count;
}

test('the secret is kept sealed, and follows the keys of the server; without its key it says so', async () => {
  const { id, secret } = await register(operator, receiver.url, ONLY);
  const stored = async (): Promise<string> =>
    (
      await api.world.ownerQuery<{ row: string }>('select w::text as row from core.webhook w where id = $1', [
        id,
      ])
    )[0]!.row;
  expect(await stored()).not.toContain(secret.slice(6));
  const [old, next] = [
    'a-secret-of-the-tests-that-signs-nothing-else',
    'another-secret-of-these-tests-that-signs',
  ];
  const both = new SigningKeys(
    [
      { kid: 'next', secret: next },
      { kid: 'test', secret: old },
    ],
    'the tests',
  );
  const rotated = await another({ keys: both });
  rotated.outbox.start();
  while (!(await stored()).includes('.next')) await new Promise(setImmediate);
  await rotated.outbox.stop(SECOND);
  const alone = await another({ keys: new SigningKeys([{ kid: 'next', secret: next }], 'the tests') });
  await happen(1);
  await alone.outbox.drive();
  expect(receiver.received).toHaveLength(1);
  await happen(1);
  // This server no longer has the key.
  await sender.outbox.drive();
  expect(await webhookOf(operator, id)).toMatchObject({ disabledBecause: 'SECRET_LOST' });
  const { userErrors } = await change(operator, { id, isOn: true });
  expect(userErrors.map(({ code }) => code)).toEqual(['WEBHOOK_SECRET_LOST']);
});

describe('a server that allows no private addresses', () => {
  test('refuses a name that leads to one when it connects, whatever it led to before', async () => {
    const addresses = [
      ['93.184.216.34', '127.0.0.1'],
      ['10.0.0.1'],
      ['::1'],
      ['169.254.169.254'],
      ['fe80::1'],
    ];
    const asked: string[] = [];
    const strict = await createServer({
      ...testDependencies(api.world.serverUrl),
      clock: clock.now,
      resolve: async (hostname) => {
        const found = addresses[asked.push(hostname) - 1] ?? ['127.0.0.1'];
        return Promise.resolve(found.map((address) => ({ address, family: address.includes(':') ? 6 : 4 })));
      },
    });
    servers.push(strict);
    const { port } = new URL(receiver.url);
    const { id } = await register(operator, `https://office.example:${port}/`, ONLY);
    await happen(1);
    for (const [at] of addresses.entries()) {
      await strict.outbox.drive();
      expect(asked).toHaveLength(at + 1);
      expect(await deliveriesOf(id)).toMatchObject([
        { state: 'WAITING', lastFailure: 'ADDRESS_NOT_ALLOWED' },
      ]);
      clock.advance(HOUR);
    }
    expect(receiver.received).toEqual([]);
  });

  test('sends nothing to what another server let be registered', async () => {
    const { id } = await register(operator, receiver.url, ONLY);
    const strict = await createServer({ ...testDependencies(api.world.serverUrl), clock: clock.now });
    servers.push(strict);
    await happen(1);
    await strict.outbox.drive();
    expect(await deliveriesOf(id)).toMatchObject([{ lastFailure: 'ADDRESS_NOT_ALLOWED' }]);
    expect(receiver.received).toEqual([]);
  });
});

test('a certificate that nobody vouches for is a failure', async () => {
  const server = createTlsServer(LOCALHOST, (_, response) => response.end());
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const { id } = await register(operator, `https://127.0.0.1:${port}/`, ONLY);
  await happen(1);
  await sender.outbox.drive();
  expect(await deliveriesOf(id)).toMatchObject([{ lastStatus: null, lastFailure: 'BAD_CERTIFICATE' }]);
  await new Promise((resolve) => server.close(resolve));
});
