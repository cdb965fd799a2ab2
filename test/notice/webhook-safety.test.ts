import { createServer as createTlsServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { SigningKeys } from '../../src/access';
import { LOCALHOST } from '../kit/tls-proxy';
import { startReceiver } from './support/receiver';
import { HOUR, ONLY, SECOND, Sending } from './support/sending';
import { change, register, webhookOf } from './support/webhooks';

/** Where webhooks may lead, at the moment that they are sent, and how their secrets are kept. */
let sending: Sending;
beforeEach(async () => {
  sending = await Sending.start();
});
afterEach(async () => {
  await sending.close();
});

test('a receiver that answers in another protocol, or not at all, holds nothing up', async () => {
  const { id } = await register(sending.operator, sending.receiver.url, ONLY);
  sending.receiver.answer(101, { upgrade: 'websocket', connection: 'upgrade' });
  await sending.happen(1);
  await sending.drive();
  expect(await sending.deliveriesOf(id)).toMatchObject([{ state: 'WAITING', attempts: 1 }]);
});

test('a redirect is a failure: it is not followed', async () => {
  const elsewhere = await startReceiver();
  const { id } = await register(sending.operator, sending.receiver.url, ONLY);
  sending.receiver.answer(307, { location: elsewhere.url });
  await sending.happen(1);
  await sending.drive();
  expect(await sending.deliveriesOf(id)).toMatchObject([{ lastStatus: 307, lastFailure: 'REFUSED' }]);
  expect(elsewhere.received).toEqual([]);
  await elsewhere.close();
});

test('the secret is kept sealed, and follows the keys of the server; without its key it says so', async () => {
  const { id, secret } = await register(sending.operator, sending.receiver.url, ONLY);
  const stored = async (): Promise<string> =>
    (
      await sending.api.world.ownerQuery<{ row: string }>(
        'select w::text as row from core.webhook w where id = $1',
        [id],
      )
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
  const rotated = await sending.another({ keys: both });
  rotated.outbox.start();
  while (!(await stored()).includes('.next')) await new Promise(setImmediate);
  await rotated.outbox.stop(SECOND);
  const alone = await sending.another({
    keys: new SigningKeys([{ kid: 'next', secret: next }], 'the tests'),
  });
  await sending.happen(1);
  await alone.outbox.drive();
  expect(sending.receiver.received).toHaveLength(1);
  await sending.happen(1);
  // This server no longer has the key.
  await sending.drive();
  expect(await webhookOf(sending.operator, id)).toMatchObject({ disabledBecause: 'SECRET_LOST' });
  const { userErrors } = await change(sending.operator, { id, isOn: true });
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
    const strict = await sending.another(
      {
        resolve: async (hostname) => {
          const found = addresses[asked.push(hostname) - 1] ?? ['127.0.0.1'];
          return Promise.resolve(
            found.map((address) => ({ address, family: address.includes(':') ? 6 : 4 })),
          );
        },
      },
      {},
    );
    const { port } = new URL(sending.receiver.url);
    const { id } = await register(sending.operator, `https://office.example:${port}/`, ONLY);
    await sending.happen(1);
    for (const [at] of addresses.entries()) {
      await strict.outbox.drive();
      expect(asked).toHaveLength(at + 1);
      expect(await sending.deliveriesOf(id)).toMatchObject([
        { state: 'WAITING', lastFailure: 'ADDRESS_NOT_ALLOWED' },
      ]);
      sending.clock.advance(HOUR);
    }
    expect(sending.receiver.received).toEqual([]);
  });

  test('sends nothing to what another server let be registered', async () => {
    const { id } = await register(sending.operator, sending.receiver.url, ONLY);
    const strict = await sending.another({}, {});
    await sending.happen(1);
    await strict.outbox.drive();
    expect(await sending.deliveriesOf(id)).toMatchObject([{ lastFailure: 'ADDRESS_NOT_ALLOWED' }]);
    expect(sending.receiver.received).toEqual([]);
  });
});

test('a certificate that nobody vouches for is a failure', async () => {
  const server = createTlsServer(LOCALHOST, (_, response) => response.end());
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const { id } = await register(sending.operator, `https://127.0.0.1:${port}/`, ONLY);
  await sending.happen(1);
  await sending.drive();
  expect(await sending.deliveriesOf(id)).toMatchObject([
    { lastStatus: null, lastFailure: 'BAD_CERTIFICATE' },
  ]);
  await new Promise((resolve) => server.close(resolve));
});
