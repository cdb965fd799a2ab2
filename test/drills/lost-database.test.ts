import { createServer, type RunningServer } from '../../src/server';
import { startApi, type TestApi } from '../kit/api';
import { startProxy, type TcpProxy } from '../kit/proxy';
import { testDependencies } from '../kit/settings';

const SETTINGS = { POOL_WAIT_MS: '2000', STATEMENT_TIMEOUT_MS: '1000' };
const ASK = '{ viewer { displayName } }';
const SIGN_IN = 'mutation($input: SignInInput!) { signIn(input: $input) { userErrors { code } } }';
const WRONG = { input: { email: 'admin@datong.example', password: 'whatever it may be' } };
const WRITE = 'mutation { createApiKey(input: { name: "nightly" }) { userErrors { code } } }';

let proxy: TcpProxy;
let api: TestApi;
beforeAll(async () => {
  api = await startApi(SETTINGS, async (url) => {
    proxy = await startProxy(url);
    return proxy.url;
  });
});
afterAll(async () => {
  await api.close();
  await proxy.close();
});
afterEach(() => {
  proxy.restore();
});

test('an unreachable database is answered 503 with Retry-After, and recovers by itself', async () => {
  const client = await api.as('admin@datong.example');
  expect((await client.ask(ASK)).status).toBe(200);

  proxy.cut();
  const lost = await client.ask(ASK);
  expect(lost.status).toBe(503);
  expect(lost.headers.get('retry-after')).toMatch(/^\d+$/);
  expect(lost.errors.map(({ extensions }) => extensions?.code)).toEqual(['SERVICE_UNAVAILABLE']);

  proxy.restore();
  expect((await client.ask(ASK)).status).toBe(200);
});

/** The result of the probe is cached for a second to spare the database: polls until it changes. */
async function ready(wanted: number): Promise<number> {
  for (const end = Date.now() + 10_000; Date.now() < end;) {
    const { status } = await fetch(`${api.url}/readyz`);
    if (status === wanted) return status;
  }
  return 0;
}

test('readiness follows the database while liveness does not', async () => {
  expect(await ready(200)).toBe(200);
  proxy.cut();
  expect(await ready(503)).toBe(503);
  expect((await fetch(`${api.url}/healthz`)).status).toBe(200);
  proxy.restore();
  expect(await ready(200)).toBe(200);
});

test('signing in while the database is lost is answered 503, not as a wrong password', async () => {
  proxy.cut();
  const answer = await api.anonymous.ask(SIGN_IN, WRONG);
  expect(answer.status).toBe(503);
});

test('one unresponsive pool makes the server not ready', async () => {
  expect(await ready(200)).toBe(200);
  proxy.freeze('role=app_mentoring');
  expect(await ready(503)).toBe(503);
  expect((await (await api.as('admin@datong.example')).ask(ASK)).status).toBe(200);
});

test('a database whose packets are dropped is answered 503 within seconds, delays no stop, and recovers by itself', async () => {
  const client = await api.as('admin@datong.example');
  const other = await createServer(testDependencies(proxy.url, SETTINGS));
  const { port } = await other.http.listen(0, '127.0.0.1');
  await Promise.all([1, 2, 3].map(async () => client.get(ASK)));
  const pooled = total(other);
  const before = sockets();

  proxy.freeze();
  const began = performance.now();
  const asked = fetch(`http://127.0.0.1:${port}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${client.token ?? ''}` },
    body: JSON.stringify({ query: ASK }),
  });
  const lost = Promise.all([
    client.ask(ASK),
    client.ask(ASK),
    client.ask(WRITE),
    api.anonymous.ask(SIGN_IN, WRONG),
    asked,
  ]);
  while (!other.database.pools().some(({ total: all, idle }) => all > idle)) await nextTurn();
  await other.stop();
  expect(performance.now() - began).toBeLessThan(15_000);
  // A socket that is still open would keep the process from ending.
  expect(sockets()).toBeLessThanOrEqual(before - pooled);
  for (const { status, headers } of await lost) {
    expect([status, headers.get('retry-after')]).toEqual([503, expect.stringMatching(/^\d+$/)]);
  }

  proxy.restore();
  expect(await ready(200)).toBe(200);
  expect((await client.ask(ASK)).status).toBe(200);
  expect((await api.anonymous.ask(SIGN_IN, WRONG)).status).toBe(200);
  await api.server.trail.settled();
  expect(
    api.server.database.pools().filter(({ total: all, idle, waiting }) => all !== idle || waiting > 0),
  ).toEqual([]);
});

const nextTurn = async (): Promise<void> => new Promise(setImmediate);

const total = ({ database }: RunningServer): number =>
  database.pools().reduce((sum, { total: all }) => sum + all, 0);

const sockets = (): number =>
  process.getActiveResourcesInfo().filter((name) => name === 'TCPSocketWrap').length;
