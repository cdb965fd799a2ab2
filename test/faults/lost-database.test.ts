import { startApi, type TestApi } from '../kit/api';
import { layWire, type Wire } from '../kit/proxy';

const ASK = '{ viewer { displayName } }';

let wire: Wire;
let api: TestApi;
beforeAll(async () => {
  api = await startApi({ POOL_WAIT_MS: '2000' }, async (url) => {
    wire = await layWire(url);
    return wire.url;
  });
});
afterAll(async () => {
  await api.close();
  await wire.close();
});
afterEach(() => {
  wire.mend();
});

test('a lost database is answered 503 with Retry-After, and comes back by itself', async () => {
  const client = await api.as('admin@datong.example');
  expect((await client.ask(ASK)).status).toBe(200);

  wire.cut();
  const lost = await client.ask(ASK);
  expect(lost.status).toBe(503);
  expect(lost.headers.get('retry-after')).toMatch(/^\d+$/);
  expect(lost.errors.map(({ extensions }) => extensions?.code)).toEqual(['SERVICE_UNAVAILABLE']);

  wire.mend();
  expect((await client.ask(ASK)).status).toBe(200);
});

test('readiness follows the database while liveness does not', async () => {
  // The probe is remembered for a second, so that probes do not weigh on the database: ask until it has changed.
  const ready = async (wanted: number): Promise<number> => {
    for (const end = Date.now() + 5000; Date.now() < end;) {
      const { status } = await fetch(`${api.url}/readyz`);
      if (status === wanted) return status;
    }
    return 0;
  };
  expect(await ready(200)).toBe(200);
  wire.cut();
  expect(await ready(503)).toBe(503);
  expect((await fetch(`${api.url}/healthz`)).status).toBe(200);
  wire.mend();
  expect(await ready(200)).toBe(200);
});

test('signing in while the database is lost is answered 503, not as a wrong password', async () => {
  wire.cut();
  const answer = await api.anonymous.ask(
    'mutation($input: SignInInput!) { signIn(input: $input) { userErrors { code } } }',
    { input: { email: 'admin@datong.example', password: 'whatever it may be' } },
  );
  expect(answer.status).toBe(503);
});
