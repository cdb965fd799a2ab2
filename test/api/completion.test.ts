import { startApi, type TestApi } from '../kit/api';

let api: TestApi;
beforeAll(async () => {
  api = await startApi();
});
afterAll(async () => {
  await api.close();
});

test('an operator sees its own stations', async () => {
  const client = await api.as('worker@fengyuan.example');
  expect(await client.get('{ viewer { role } stations { totalCount nodes { name } } }')).toEqual({
    viewer: { role: 'WORKER' },
    stations: { totalCount: 1, nodes: [{ name: '广州市逢源街社工服务站' }] },
  });
});
