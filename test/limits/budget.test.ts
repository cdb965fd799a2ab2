import { readConfig } from '../../src/config';
import { startApi, type Client, type TestApi } from '../kit/api';
import { fragmentBomb, post, refusalOf, reportOf, statementsIn } from './support';

const BUDGET = 10_000;

let api: TestApi;
let time = 0;
beforeAll(async () => {
  const settings = { MAX_OPERATION_COST: '5000', COST_PER_MINUTE: String(BUDGET), TRUST_PROXY: '1' };
  api = await startApi(settings, undefined, { elapsed: () => time });
});
afterAll(async () => {
  await api.close();
});
// A minute later everyone has everything again.
beforeEach(() => {
  time += 60_000;
});

/** Costs 101. */
const PAGE = '{ stations(first: 100) { nodes { id } } }';
const spent = { status: 429, data: null, code: 'TOO_MANY_REQUESTS' };

async function exhaust(client: Client): Promise<void> {
  while ((await client.ask(PAGE)).status === 200);
}

describe('the budget of a minute', () => {
  test('is spent by what is asked, and then more is refused with the time to wait', async () => {
    const client = await api.as('admin@liwan-bureau.example');
    const { remaining } = reportOf(await client.ask(PAGE));
    expect(remaining).toBe(9800);
    await exhaust(client);
    const before = statementsIn(api);
    const answer = await client.ask(PAGE);
    expect(refusalOf(answer)).toEqual(spent);
    expect(statementsIn(api)).toEqual(before);
    const { retryAfterSeconds } = answer.errors[0]!.extensions as { retryAfterSeconds: number };
    expect(retryAfterSeconds).toBe(1);
    expect(answer.headers.get('retry-after')).toBe('1');
    expect(answer.errors[0]!.message).toBe(
      'Too much was asked for within a minute. Please try again in 1 seconds.',
    );
    expect(reportOf(answer)).toMatchObject({ requested: 101, budget: BUDGET, remaining: 0 });
    const chinese = await client.ask(PAGE, {}, { 'accept-language': 'zh' });
    expect(chinese.errors[0]!.message).toContain('请在 1 秒后再试');
  });

  test('comes back evenly, and whoever waits as long as told is let in', async () => {
    const client = await api.as('admin@liwan-bureau.example');
    await exhaust(client);
    const large = '{ stations(first: 100) { nodes { agreements(first: 40) { nodes { id } } } } }';
    const refused = await client.ask(large);
    const { retryAfterSeconds } = refused.errors[0]!.extensions as { retryAfterSeconds: number };
    time += (retryAfterSeconds - 1) * 1000;
    expect(refusalOf(await client.ask(large))).toEqual(spent);
    time += 1000;
    expect((await client.ask(large)).errors).toEqual([]);
    time += 60_000;
    expect(reportOf(await client.ask('{ viewer { id } }')).remaining).toBe(9900);
  });

  test('is each member’s own', async () => {
    const [one, other] = [await api.as('admin@fengyuan.example'), await api.as('worker@fengyuan.example')];
    await exhaust(one);
    expect((await one.ask(PAGE)).status).toBe(429);
    expect(reportOf(await other.ask(PAGE)).remaining).toBe(9800);
  });

  test('follows a member through all its sessions', async () => {
    const client = await api.as('admin@fengyuan.example');
    await exhaust(client);
    const { signIn } = await api.anonymous.get<{ signIn: { accessToken: string } }>(
      `mutation { signIn(input: { email: "admin@fengyuan.example", password: "only-for-the-tests-7c1f" }) { accessToken } }`,
    );
    expect((await api.withToken(signIn.accessToken).ask(PAGE)).status).toBe(429);
  });

  test('of those who are not signed in is their network’s', async () => {
    const from = async (address: string): Promise<number> =>
      (await api.anonymous.ask('{ districts { code } }', {}, { 'x-forwarded-for': address })).status;
    const guess = 'mutation { signIn(input: { email: "a@b.example", password: "x" }) { accessToken } }';
    for (let count = 0; count < 10; count += 1) {
      await api.anonymous.ask(guess, {}, { 'x-forwarded-for': '2001:db8:0:1::7' });
    }
    expect(await from('2001:db8:0:1::7')).toBe(429);
    expect(await from('2001:db8:0:1:ffff::8')).toBe(429);
    expect(await from('2001:db8:0:2::7')).toBe(200);
    expect((await (await api.as('admin@fengyuan.example')).ask(PAGE)).status).toBe(200);
  });

  test('pays for what is refused as well, and without it nothing is even parsed', async () => {
    const client = await api.as('admin@fengyuan.example');
    expect(reportOf(await client.ask('{ nonsense }'))).toMatchObject({ requested: null, remaining: 9900 });
    expect((await client.ask('{')).status).toBe(400);
    await exhaust(client);
    while ((await client.ask('{')).status === 400);
    const unread = await client.ask('{');
    expect(refusalOf(unread)).toEqual(spent);
    expect(unread.errors[0]!.extensions!.cost).toEqual({
      ...{ requested: null, limit: 5000, budget: BUDGET, remaining: 0 },
    });
    expect((await client.ask('{')).headers.get('retry-after')).not.toBeNull();
  });

  test.each([
    ['an operation that the document does not have', { query: '{ viewer { id } }', operationName: 'Other' }],
    [
      'variables of the wrong type',
      {
        query: 'query($n: Int) { stations(first: $n) { totalCount } }',
        variables: { n: 'ten' },
      },
    ],
    [
      'a document of fragments without end',
      { query: `{ ...F0 } ${fragmentBomb(20)} fragment F20 on Query { __typename }` },
    ],
    ['a subscription', { query: 'subscription { viewer { id } }' }],
  ])('pays for %s', async (_, body) => {
    const { token } = await api.as('admin@fengyuan.example');
    const answer = await post(api, body, { authorization: `Bearer ${token!}` });
    expect(answer.status).toBe(400);
    expect(reportOf(answer)).toMatchObject({ requested: null, remaining: 9900 });
  });

  test('is charged for an API key like for a member', async () => {
    const admin = await api.as('admin@fengyuan.example');
    const { createApiKey } = await admin.get<{ createApiKey: { secret: string } }>(
      'mutation { createApiKey(input: { name: "BI" }) { secret userErrors { message } } }',
    );
    const key = api.withToken(createApiKey.secret);
    await exhaust(key);
    expect(refusalOf(await key.ask(PAGE))).toEqual(spent);
    expect((await admin.ask(PAGE)).status).toBe(200);
  });
});

describe('the settings', () => {
  test('by default a minute has room for 100 of the most costly operations', () => {
    const { maxCost, costPerMinute } = readConfig({}).graphql;
    expect(costPerMinute).toBe(100 * maxCost);
    expect(readConfig({ MAX_OPERATION_COST: '1000' }).graphql.costPerMinute).toBe(100_000);
  });

  test.each([
    [{ MAX_OPERATION_COST: '5000', COST_PER_MINUTE: '4999' }, 'COST_PER_MINUTE'],
    [{ MAX_OPERATION_COST: 'much' }, 'MAX_OPERATION_COST'],
    [{ COST_PER_MINUTE: '-1' }, 'COST_PER_MINUTE'],
  ])('%j stops the start, with the name of the variable', (environment, name) => {
    expect(() => readConfig(environment)).toThrow(name);
  });

  test('the limit of one operation is a setting', async () => {
    const client = await api.as('admin@liwan-bureau.example');
    const { errors } = await client.ask('{ stations(first: 100) { nodes { agreements { nodes { id } } } } }');
    expect(errors[0]?.extensions).toMatchObject({ reason: 'OPERATION_TOO_COSTLY', limit: 5000 });
  });
});

test('the rest of the budget is told to whoever sends a request of their own making', async () => {
  const answer = await post(api, { query: '{ __typename }' });
  expect(answer.data).toEqual({ __typename: 'Query' });
  expect(reportOf(answer)).toMatchObject({ requested: 1, budget: BUDGET });
});
