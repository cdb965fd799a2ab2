import { startApi, type TestApi } from '../kit/api';
import { asSuperuser, cluster } from '../kit/templates';
import { CLEAN, residueOf, running } from './kit/pool';

/** Aborted HTTP requests: their pooled connections are reused for other tenants. */
let api: TestApi;
beforeAll(async () => {
  api = await startApi({ POOL_SIZE: '2' });
});
afterAll(async () => {
  await api.close();
});

const QUESTION = '{ stations { totalCount nodes { name agreements { nodes { zones { name } } } } } }';

test('an aborted request leaves no scope on its connections', async () => {
  const [{ token }, other] = await Promise.all([
    api.as('worker@fengyuan.example'),
    api.as('worker@xinyue.example'),
  ]);
  const before = await other.get(QUESTION);
  await asSuperuser(
    cluster(),
    async (client) => {
      await client.query('begin; lock table core.agreement in access exclusive mode');
      const gone = [1, 2].map(() => {
        const request = new AbortController();
        const answer = fetch(`${api.url}/graphql`, {
          method: 'POST',
          headers: { 'content-type': 'application/json', authorization: `Bearer ${token ?? ''}` },
          body: JSON.stringify({ query: QUESTION }),
          signal: request.signal,
        });
        return { request, answer: answer.catch((error: unknown) => error) };
      });
      // The activity shows the beginning of the statement alone.
      await running(client, 'a.service_model', 'Lock');
      for (const { request, answer } of gone) {
        request.abort();
        expect(await answer).toMatchObject({ name: 'AbortError' });
      }
      await client.query('rollback');
    },
    api.world.name,
  );
  // The next requests on the same two connections, concurrently and one after the other.
  expect(await Promise.all([1, 2, 3, 4].map(async () => other.get(QUESTION)))).toEqual([
    before,
    before,
    before,
    before,
  ]);
  const { database } = api.server;
  // Both checked out at once: one after the other might be the same one twice.
  const clients = await Promise.all([1, 2].map(async () => database.connect('app_operator')));
  const left = await Promise.all(clients.map(async (client) => residueOf(client, 'app_operator')));
  for (const client of clients) client.release();
  for (const one of left) expect(one).toMatchObject(CLEAN);
  expect(new Set(left.map(({ pid }) => pid)).size).toBe(2);
  expect(database.pools().find(({ role }) => role === 'app_operator')).toMatchObject({
    waiting: 0,
    idle: 2,
    total: 2,
  });
});
