import { createRequire } from 'node:module';
import type { verify } from '@node-rs/argon2';
import { readConfig } from '../../src/config';
import { startApi, type Client, type TestApi } from '../kit/api';
import { PASSWORD_CHECK } from '../../src/platform/graphql/limits/cost';
import { TEST_PASSWORD } from '../kit/settings';
import { fragmentBomb, post, refusalOf, reportOf, send, statementsIn } from './support';

const argon2 = createRequire(__filename)('@node-rs/argon2') as { verify: typeof verify };

/** Passwords are compared at once, or when the test releases them: the duration of hashing is tested elsewhere. */
const hashing = { wait: Promise.resolve(), open: (): void => undefined, close: (): void => undefined };
hashing.close = () => {
  hashing.wait = new Promise((resolve) => (hashing.open = resolve));
};
beforeEach(() => {
  jest.spyOn(argon2, 'verify').mockImplementation(async (_hash, password) => {
    await hashing.wait;
    return password === TEST_PASSWORD;
  });
});

const turn = async (): Promise<unknown> => new Promise((resolve) => setImmediate(resolve));

const BUDGET = 10_000;

let api: TestApi;
let time = 0;
beforeAll(async () => {
  const budgets = { COST_PER_MINUTE: String(BUDGET), SIGNED_OUT_COST_PER_MINUTE: String(BUDGET) };
  const settings = { MAX_OPERATION_COST: '5000', TRUST_PROXY: '1', ...budgets };
  api = await startApi(settings, undefined, { elapsed: () => time });
});
afterAll(async () => {
  await api.close();
});
// A minute later every budget is full again.
beforeEach(() => {
  time += 60_000;
});

/** Costs 101. */
const PAGE = '{ stations(first: 100) { nodes { id } } }';
const spent = { status: 429, data: null, code: 'TOO_MANY_REQUESTS' };

async function exhaust(client: Client): Promise<void> {
  while ((await client.ask(PAGE)).status === 200);
}

describe('the cost budget of a minute', () => {
  test('is charged by cost, and beyond it requests are refused with the time to wait', async () => {
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

  test('drains evenly, and a client that waits for Retry-After is admitted', async () => {
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

  test('is separate for each member', async () => {
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

  test('is per network for clients that are not signed in', async () => {
    const from = async (address: string): Promise<number> =>
      (await api.anonymous.ask('{ districts { code } }', {}, { 'x-forwarded-for': address })).status;
    const guess = 'mutation { signIn(input: { email: "a@b.example", password: "x" }) { accessToken } }';
    for (let count = 0; count < 10; count += 1) {
      await api.anonymous.ask(guess, {}, { 'x-forwarded-for': '2001:db8:0:1::7' });
    }
    // The rest did not suffice for another guess.
    await api.anonymous.ask(`{ ${'x '.repeat(1990)}}`, {}, { 'x-forwarded-for': '2001:db8:0:1::7' });
    expect(await from('2001:db8:0:1::7')).toBe(429);
    expect(await from('2001:db8:0:1:ffff::8')).toBe(429);
    expect(await from('2001:db8:0:2::7')).toBe(200);
    expect((await (await api.as('admin@fengyuan.example')).ask(PAGE)).status).toBe(200);
  });

  test('is charged for refused requests too, and nothing is parsed once it is spent', async () => {
    const client = await api.as('admin@fengyuan.example');
    expect(reportOf(await client.ask('{ nonsense }'))).toMatchObject({ requested: null, remaining: 9900 });
    expect((await client.ask('{')).status).toBe(400);
    await exhaust(client);
    while ((await client.ask('{')).status === 400);
    const unread = await client.ask('{');
    expect(refusalOf(unread)).toEqual(spent);
    expect(unread.errors[0]!.extensions!.cost).toEqual({
      requested: null,
      limit: 5000,
      budget: BUDGET,
      remaining: 0,
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
      // The cost of parsing is proportional to the length.
      { query: `{ ...F0 } ${fragmentBomb(20)} fragment F20 on Query { __typename }` },
      9600,
    ],
    ['a subscription', { query: 'subscription { viewer { id } }' }],
  ])('is charged for %s', async (_, body, remaining = 9900) => {
    const { token } = await api.as('admin@fengyuan.example');
    const answer = await post(api, body, { authorization: `Bearer ${token!}` });
    expect(answer.status).toBe(400);
    expect(reportOf(answer)).toMatchObject({ requested: null, remaining });
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

describe('a client that is not signed in is charged', () => {
  const from = (address: string): Record<string, string> => ({ 'x-forwarded-for': address });
  /** Sends a raw body, and returns the outcome. */
  const sendBody = async (body: string, headers: Record<string, string>): Promise<number> => {
    const json = { 'content-type': 'application/json' };
    return (await send(api, { method: 'POST', headers: { ...json, ...headers }, body })).status;
  };
  const large = 'x'.repeat(950_000);

  test('for parsing and validation by the length of a document, and once for a valid one', async () => {
    const remaining = async (query: string): Promise<number> =>
      reportOf(await api.anonymous.ask(query, {}, from('192.0.2.1'))).remaining;
    const [good, bad] = [`{ __typename } # ${'x'.repeat(5000)}`, `{ ${'x '.repeat(900)}}`];
    expect(await remaining(good)).toBe(7900);
    expect(await remaining(good)).toBe(7900);
    expect(await remaining(bad)).toBe(7000);
    expect(await remaining(bad)).toBe(6100);
    expect(await remaining('{ '.repeat(750))).toBe(5400);
  });

  test('for large bodies, also those that are no JSON; over budget they are not parsed', async () => {
    const valid = JSON.stringify({ query: '{ __typename }', variables: { large } });
    const statuses: number[] = [];
    for (const body of [valid, large, large, large, large, large, large, large, large, large, large, large]) {
      statuses.push(await sendBody(body, from('192.0.2.2')));
    }
    expect(statuses).toEqual([200, ...Array<number>(10).fill(400), 429]);
    expect(await sendBody(large, from('192.0.2.3'))).toBe(400);
  });

  test('for unknown API keys; over budget they are not looked up in the database', async () => {
    for (let count = 0; count < 11; count += 1) await sendBody(large, from('192.0.2.4'));
    const before = statementsIn(api);
    const key = api.withToken(`sws_${'A'.repeat(43)}`);
    const answer = await key.ask('{ viewer { id } }', {}, from('192.0.2.4'));
    expect(answer).toMatchObject({ status: 429, errors: [{ extensions: { code: 'TOO_MANY_REQUESTS' } }] });
    expect(Number(answer.headers.get('retry-after'))).toBeGreaterThan(0);
    expect(statementsIn(api)).toEqual(before);
    expect((await key.ask('{ viewer { id } }', {}, from('192.0.2.5'))).status).toBe(200);
  });
});

describe('an office behind one address', () => {
  const office = { 'x-forwarded-for': '192.0.2.9' };
  const input = { email: 'admin@fengyuan.example', password: TEST_PASSWORD };
  const ask =
    'mutation($input: SignInInput!) { signIn(input: $input) { accessToken refreshToken viewer { id } } }';
  const renew = 'mutation($token: String!) { refreshSession(refreshToken: $token) { accessToken } }';
  type Session = Record<'signIn' | 'refreshSession', { accessToken: string; refreshToken: string } | null>;
  let place: TestApi;
  beforeAll(async () => {
    const settings = { TRUST_PROXY: '1', MAX_IN_FLIGHT: '2', MAX_QUEUED: '400', POOL_WAIT_MS: '20000' };
    place = await startApi(settings, undefined, { elapsed: () => 0 });
  });
  afterAll(async () => {
    hashing.open();
    await place.close();
  });
  const outside = async (query: string, variables = {}) =>
    place.anonymous.ask<Session>(query, variables, office);

  test('may sign in and refresh 300 times a minute, while others are served; more is limited', async () => {
    const member = await place.as('admin@liwan-bureau.example');
    const known = place.statements().get('auth.credential') ?? 0;
    hashing.close();
    // In groups: nobody may wait longer than two seconds for a concurrency slot, however busy the machine is.
    const first: ReturnType<typeof outside>[] = [];
    while (first.length < 200) {
      first.push(...Array.from({ length: 20 }, async () => outside(ask, { input })));
      while ((place.statements().get('auth.credential') ?? 0) < known + first.length) await turn();
    }
    // All of them wait for their passwords to be checked, and none of them takes one of the two concurrency slots.
    while (!(await place.server.metrics.text()).includes('graphql_requests_in_flight 0\n')) await turn();
    expect((await member.ask('{ viewer { id } }')).errors).toEqual([]);
    hashing.open();
    const sessions = await Promise.all(first);
    for (let count = 0; count < 50; count += 1) sessions.push(await outside(ask, { input }));
    expect(sessions.filter(({ data }) => data?.signIn?.accessToken == null)).toEqual([]);
    const tokens = sessions.slice(0, 50).map(({ data }) => data!.signIn!.refreshToken);
    const renewed = await Promise.all(tokens.map(async (token) => outside(renew, { token })));
    expect(renewed.filter(({ data }) => data?.refreshSession?.accessToken == null)).toEqual([]);
    // A different invalid document each time, of the maximum size.
    let answered = 0;
    while ((await outside(`{ x${answered} ${'x '.repeat(1990)}}`)).status === 400) answered += 1;
    expect(answered).toBeGreaterThan(50);
    expect(answered).toBeLessThan(150);
    expect((await outside(ask, { input })).status).toBe(429);
    expect((await place.anonymous.ask('{ __typename }', {}, { 'x-forwarded-for': '192.0.2.8' })).status).toBe(
      200,
    );
    expect((await member.ask('{ viewer { id } }', {}, office)).errors).toEqual([]);
  });
});

describe('the settings', () => {
  test('by default a minute covers 100 of the most costly operations', () => {
    const { maxCost, costPerMinute } = readConfig({}).graphql;
    expect(costPerMinute).toBe(100 * maxCost);
    expect(readConfig({ MAX_OPERATION_COST: '1000' }).graphql.costPerMinute).toBe(100_000);
  });

  test('by default a network without sign-in has a fiftieth of it, and at least 300 sign-ins', () => {
    const { costPerMinute, signedOutCostPerMinute } = readConfig({}).graphql;
    expect(signedOutCostPerMinute).toBe(costPerMinute / 50);
    const small = readConfig({ MAX_OPERATION_COST: '1000' }).graphql;
    expect(small.signedOutCostPerMinute).toBeGreaterThanOrEqual(300 * PASSWORD_CHECK);
    expect(readConfig({ SIGNED_OUT_COST_PER_MINUTE: '7000' }).graphql.signedOutCostPerMinute).toBe(7000);
  });

  test.each([
    [{ MAX_OPERATION_COST: '5000', COST_PER_MINUTE: '4999' }, 'COST_PER_MINUTE'],
    [{ MAX_OPERATION_COST: 'much' }, 'MAX_OPERATION_COST'],
    [{ COST_PER_MINUTE: '-1' }, 'COST_PER_MINUTE'],
    [{ SIGNED_OUT_COST_PER_MINUTE: '2999' }, 'SIGNED_OUT_COST_PER_MINUTE'],
  ])('%j stops the start, with the name of the variable', (environment, name) => {
    expect(() => readConfig(environment)).toThrow(name);
  });

  test('the limit of one operation is a setting', async () => {
    const client = await api.as('admin@liwan-bureau.example');
    const { errors } = await client.ask('{ stations(first: 100) { nodes { agreements { nodes { id } } } } }');
    expect(errors[0]?.extensions).toMatchObject({ reason: 'OPERATION_TOO_COSTLY', limit: 5000 });
  });
});

test('the remaining budget is returned to clients that send their own requests', async () => {
  const answer = await post(api, { query: '{ __typename }' });
  expect(answer.data).toEqual({ __typename: 'Query' });
  expect(reportOf(answer)).toMatchObject({ requested: 1, budget: BUDGET });
});
