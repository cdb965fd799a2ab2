import { newId } from '../../src/platform/ids';
import { newStation } from '../api/support/agreements';
import { handIn } from '../api/support/months';
import { type Client, startApi, type TestApi } from '../kit/api';
import { codes, join, refusalsOf } from '../membership/support';
import {
  CHANGE,
  change,
  EVENTS,
  ONE,
  REDELIVER,
  REGISTER,
  register,
  REMOVE,
  tryRegister,
  webhookOf,
  WEBHOOKS,
} from './support/webhooks';

/** Who registers webhooks, where they may lead, and their tenant scope. */
let api: TestApi;
let fengyuan: Client;
let datong: Client;
beforeAll(async () => {
  api = await startApi();
  fengyuan = await api.as('admin@fengyuan.example');
  datong = await api.as('admin@datong.example');
});
afterAll(async () => {
  await api.close();
});

const URL_ = 'https://office.example/hooks';

test('administrators of all but the platform register webhooks, nobody else', async () => {
  const manager = await join(api, fengyuan, { role: 'MANAGER' });
  for (const client of [manager.client, await api.as('admin@platform.example')]) {
    for (const [query, variables] of [
      [WEBHOOKS, {}],
      [ONE, { id: newId() }],
      [REGISTER, { input: { url: URL_, events: EVENTS } }],
      [CHANGE, { input: { id: newId() } }],
      [REMOVE, { id: newId() }],
      [REDELIVER, { id: newId() }],
    ] as const) {
      expect(await refusalsOf(client, query, variables)).toEqual(['FORBIDDEN']);
    }
  }
});

test('a webhook leads by https: to a public address, and tells of something', async () => {
  for (const [url, code] of [
    ['http://office.example/', 'NOT_A_WEBHOOK_URL'],
    ['office.example', 'NOT_A_WEBHOOK_URL'],
    ['https://user:word@office.example/', 'NOT_A_WEBHOOK_URL'],
    [`https://office.example/${'路'.repeat(300)}`, 'TEXT_TOO_LONG'],
    ['https://127.0.0.1/', 'PRIVATE_ADDRESS'],
    ['https://[::1]/', 'PRIVATE_ADDRESS'],
    ['https://169.254.169.254/', 'PRIVATE_ADDRESS'],
    ['https://localhost/', 'PRIVATE_ADDRESS'],
    [`https://office.example/${'x'.repeat(2000)}`, 'TEXT_TOO_LONG'],
  ] as const) {
    expect([url, ...codes((await tryRegister(fengyuan, url)).userErrors)]).toEqual([url, `${code} url`]);
  }
  expect(codes((await tryRegister(fengyuan, URL_, [])).userErrors)).toEqual(['TOO_FEW events']);
  const { id } = await register(fengyuan, URL_);
  expect(codes((await change(fengyuan, { id, url: 'https://10.0.0.1/', events: [] })).userErrors)).toEqual([
    'PRIVATE_ADDRESS url',
    'TOO_FEW events',
  ]);
  expect(await webhookOf(fengyuan, id)).toMatchObject({ url: URL_, events: EVENTS });
});

test('the secret is shown once; address and events can be changed', async () => {
  const { id, secret } = await register(fengyuan, URL_, ['MONTH_ACCEPTED']);
  expect(secret).toMatch(/^whsec_[A-Za-z0-9+/]{43}=$/);
  expect((await fengyuan.ask(WEBHOOKS)).text).not.toContain(secret);
  const changed = await change(fengyuan, {
    id,
    url: `${URL_}/2`,
    events: ['MONTH_SENT_BACK', 'MONTH_SENT_BACK'],
  });
  expect(changed).toMatchObject({
    secret: null,
    userErrors: [],
    webhook: { id, url: `${URL_}/2`, events: ['MONTH_SENT_BACK'] },
  });
  const keyed = await register(fengyuan, `${URL_}?key=not-for-the-log`);
  const [entry] = await api.world.ownerQuery<{ url: string }>(
    `select e.after ->> 'url' as url from core.audit_entry e where e.thing_id = $1`,
    [keyed.id],
  );
  expect(entry!.url).toBe(`${URL_}?…`);
  const logged = `select from core.audit_entry e where e::text like '%not-for-the-log%'`;
  expect(await api.world.ownerQuery(logged)).toEqual([]);
  for (const table of ['core.webhook', 'core.audit_entry']) {
    const found = `select from ${table} t where t::text like '%' || $1 || '%'`;
    expect(await api.world.ownerQuery(found, [secret.slice(6, 40)])).toEqual([]);
  }
});

test('an organisation has fifty webhooks at most', async () => {
  const client = await api.as('admin@tianhe-bureau.example');
  const made = await Promise.all(Array.from({ length: 54 }, async () => tryRegister(client, URL_)));
  const refused = made.filter(({ webhook }) => webhook === null);
  expect(refused.map(({ userErrors }) => codes(userErrors))).toEqual(Array(4).fill(['TOO_MANY url']));
});

test("another organisation's webhooks and deliveries do not exist, like unknown ones", async () => {
  const { id } = await register(fengyuan, URL_, ['MONTH_HANDED_IN']);
  const agreement = await newStation(api);
  await handIn(fengyuan, agreement.id, '2024-03');
  await api.server.outbox.drive();
  const [delivery] = (await webhookOf(fengyuan, id)).deliveries.nodes;
  expect(delivery).toBeDefined();
  expect(await webhookOf(datong, id)).toBeUndefined();
  expect((await fengyuan.get<{ webhook: unknown }>(ONE, { id })).webhook).toMatchObject({ id });
  for (const [query, variables] of [
    [ONE, (of: string) => ({ id: of })],
    [CHANGE, (of: string) => ({ input: { id: of, isOn: false } })],
    [REMOVE, (of: string) => ({ id: of })],
    [REDELIVER, (of: string) => ({ id: of })],
  ] as const) {
    const foreign = query === REDELIVER ? delivery!.id : id;
    const unknown = newId();
    const [one, other] = [
      await datong.ask(query, variables(foreign)),
      await datong.ask(query, variables(unknown)),
    ];
    expect(one.errors[0]?.extensions?.code).toBe('NOT_FOUND');
    expect(one.text.replaceAll(foreign, 'ID')).toBe(other.text.replaceAll(unknown, 'ID'));
    expect(await refusalsOf(datong, query, variables('malformed'))).toEqual(['NOT_FOUND']);
  }
  expect(await webhookOf(fengyuan, id)).toMatchObject({ disabledAt: null });
});
