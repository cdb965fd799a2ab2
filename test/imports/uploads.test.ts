import { type ClientRequest, type IncomingMessage, request } from 'node:http';
import { newStation } from '../api/support/agreements';
import { type Client, startApi, type TestApi } from '../kit/api';
import { log, upload } from './support/imports';

/** What uploads may take of a server before they are read. */
let api: TestApi;
let worker: Client;
beforeAll(async () => {
  api = await startApi();
  worker = await api.as('worker@fengyuan.example');
});
afterAll(async () => api.close());

/** An upload whose bytes never arrive, and its answer. */
function begun(client: Client, agreementId: string): { sending: ClientRequest; status: Promise<number> } {
  const sending = request(`${api.url}/imports?agreement=${agreementId}`, {
    method: 'POST',
    headers: {
      ...(client.token === undefined ? {} : { authorization: `Bearer ${client.token}` }),
      'content-type': 'application/octet-stream',
      'content-length': 5 * 1024 * 1024,
    },
  });
  sending.flushHeaders();
  const status = new Promise<number>((resolve) => {
    sending.once('response', (response: IncomingMessage) => resolve(response.statusCode ?? 0));
    sending.once('error', () => resolve(0));
  });
  return { sending, status };
}

test('who may not upload is refused before a byte is read', async () => {
  const { id } = await newStation(api);
  const answers: number[] = [];
  for (const client of [api.anonymous, await api.as('admin@fengyuan-street.example')]) {
    const { sending, status } = begun(client, id);
    answers.push(await status);
    sending.destroy();
  }
  expect(answers).toEqual([401, 403]);
});

test('uploads of one operator that do not arrive leave room for those of others', async () => {
  const { id } = await newStation(api);
  const stuck = Array.from({ length: 8 }, () => begun(worker, id));
  const refused = begun(worker, id);
  expect(await refused.status).toBe(503);
  const other = await api.as('admin@datong.example');
  // Not found, since it is another's agreement: but read.
  expect((await upload(api, other, id, log('2024-03-01,东片,,红棉热线,3,'))).status).toBe(404);
  for (const { sending } of [...stuck, refused]) sending.destroy();
});
