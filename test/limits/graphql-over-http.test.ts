import { type AuditResult, auditServer } from 'graphql-http';
import { startApi, type TestApi } from '../kit/api';

let api: TestApi;
beforeAll(async () => {
  api = await startApi();
});
afterAll(async () => {
  await api.close();
});

const CSRF =
  'a foreign page can cause a GET, so it is answered only with a header that no such page can send';
const STATUS =
  'a request that was never executed is answered 400 in every media type, as Apollo does: proxies, logs and alarms go by the status';

/** What the suite recommends (SHOULD) or allows (MAY) and this server does not do, by the audit's id, and why. */
const DECLINED: Readonly<Record<string, string>> = {
  '5A70': CSRF,
  D6D5: CSRF,
  '6A70': CSRF,
  '572B': STATUS,
  FDE2: STATUS,
  '7B9B': STATUS,
};

/** Runs graphql-http's audits of GraphQL over HTTP with further headers. */
async function audit(headers: Record<string, string> = {}): Promise<AuditResult[]> {
  return auditServer({
    url: `${api.url}/graphql`,
    fetchFn: async (url: string, init?: RequestInit) =>
      fetch(url, {
        ...init,
        headers: { ...(init?.headers as Record<string, string> | undefined), ...headers },
      }),
  });
}

const named = (results: AuditResult[], status: string): string[] =>
  results.filter((result) => result.status === status).map(({ id, name }) => `${id} ${name}`);

test('every MUST of GraphQL over HTTP passes, and of the rest all but those declined with a reason', async () => {
  const results = await audit();
  expect(results.length).toBeGreaterThan(50);
  expect(named(results, 'error')).toEqual([]);
  const failed = results.filter(({ status }) => status !== 'ok').map(({ id }) => id);
  expect(failed.sort()).toEqual(Object.keys(DECLINED).sort());
});

test('a client with a header that no foreign page can send is answered by GET too', async () => {
  const { token } = await api.as('admin@fengyuan.example');
  const results = await audit({ authorization: `Bearer ${token!}` });
  const failed = results.filter(({ status }) => status !== 'ok').map(({ id }) => DECLINED[id]);
  expect(new Set(failed)).toEqual(new Set([STATUS]));
});
