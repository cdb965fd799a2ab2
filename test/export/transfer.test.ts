import { once } from 'node:events';
import { connect } from 'node:net';
import { startApi, type TestApi } from '../kit/api';
import { startProxy, type TcpProxy } from '../kit/proxy';
import { download, fill, newKey, nobodyExports, open } from './support';

/** The transfer of a file: compression, backpressure, aborts and timeouts. */
let api: TestApi;
let wire: TcpProxy;
let token: string;
beforeAll(async () => {
  api = await startApi({ EXPORTS_AT_ONCE: '4', EXPORT_TIMEOUT_MS: '60000' }, async (url) => {
    wire = await startProxy(url);
    return wire.url;
  });
  token = (await api.as('admin@fengyuan.example')).token!;
  await fill(api, 20_000);
});
afterAll(async () => {
  await api.close();
  await wire.close();
});

const PATH = 'service-records.csv';

test('a file is compressed for clients that accept gzip, with the same content', async () => {
  const plain = await download(api, PATH, { token });
  const packed = await download(api, PATH, { token, headers: { 'accept-encoding': 'gzip' } });
  expect(packed.headers).toMatchObject({ 'content-encoding': 'gzip', vary: 'Accept-Encoding' });
  expect(plain.headers['content-encoding']).toBeUndefined();
  expect(packed.bytes.length).toBeLessThan(plain.bytes.length / 5);
  expect(packed.text.split('\r\n').sort()).toEqual(plain.text.split('\r\n').sort());
  expect(plain.text.split('\r\n').length).toBeGreaterThan(20_000);
});

test('a byte order mark for Excel is added only on request', async () => {
  const marked = await download(api, `${PATH}?bom=1&to=2000-01-01`, { token });
  expect(marked.bytes.subarray(0, 12).toString('latin1')).toBe('\xEF\xBB\xBFrecord_id');
  const bare = await download(api, `${PATH}?bom=0&to=2000-01-01`, { token });
  expect(bare.text).toMatch(/^record_id,revision,removed,occurred_on,.*,updated_at\r\n$/);
});

test('a response names its file, may not be cached, and has the headers of every response', async () => {
  const { headers } = await download(api, PATH, { token });
  expect(headers).toMatchObject({
    'content-type': 'text/csv; charset=utf-8; header=present',
    'content-disposition': 'attachment; filename="service-records.csv"',
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
    'transfer-encoding': 'chunked',
  });
  expect(headers['x-request-id']).toMatch(/^[0-9a-f-]{36}$/);
  expect(headers['access-control-allow-origin']).toBeUndefined();
});

test('an export is in the audit log before the first row', async () => {
  const { headers } = await download(api, `${PATH}?from=2024-01-01&to=2024-01-31`, { token });
  await api.server.trail.settled();
  const rows = await api.world.ownerQuery(
    'select action, operation, after from core.audit_entry where request_id = $1',
    [headers['x-request-id']],
  );
  const after = { from: '2024-01-01', to: '2024-01-31', district: null, operator: null, station: null };
  expect(rows).toEqual([
    {
      action: 'EXPORT_READ',
      operation: 'export/service-records.csv',
      after: { ...after, changesOnly: false },
    },
  ]);
});

test('a client that disconnects ends its statement, and frees its slot', async () => {
  for (let time = 0; time < 3; time += 1) {
    const answer = await open(api, PATH, token);
    answer.on('error', () => undefined);
    await once(answer, 'readable');
    answer.destroy();
    await nobodyExports(api);
  }
  expect((await download(api, `${PATH}?to=2000-01-01`, { token })).status).toBe(200);
});

test('a client that disconnects before the first row ends its statement too', async () => {
  const lock = api.world.ownerQuery(
    `begin; lock table core.service_record in access exclusive mode; select pg_sleep(60)`,
  );
  const stopped = lock.catch((error: unknown) => error);
  const active = async (part: string) =>
    api.world.ownerQuery<{ pid: number }>(
      `select pid from pg_stat_activity where datname = current_database() and state = 'active'
          and pid <> pg_backend_pid() and query like $1`,
      [part],
    );
  while ((await active('%pg_sleep(60)%')).length === 0);
  const gone = new AbortController();
  const answer = fetch(`${api.url}/export/${PATH}`, {
    headers: { authorization: `Bearer ${token}` },
    signal: gone.signal,
  }).catch((error: unknown) => error);
  while ((await active('copy (%')).length === 0);
  gone.abort();
  expect(await answer).toMatchObject({ name: 'AbortError' });
  await nobodyExports(api);
  const [sleeper] = await active('%pg_sleep(60)%');
  await api.world.ownerQuery('select pg_terminate_backend($1)', [sleeper!.pid]);
  await stopped;
});

test('a client that does not read causes backpressure on the database, not growing memory', async () => {
  const answer = await open(api, PATH, token);
  answer.on('error', () => undefined);
  // Backpressure: the database waits for the server, the server for the client.
  for (;;) {
    const [backend] = await api.world.ownerQuery<{ wait_event: string | null }>(
      `select wait_event from pg_stat_activity where application_name like '% once' and datname = current_database()`,
    );
    if (backend?.wait_event === 'ClientWrite') break;
  }
  expect(api.server.http.server.listening).toBe(true);
  answer.destroy();
  await nobodyExports(api);
});

test('a database error in mid-transfer aborts it: no client takes half a file for a whole one', async () => {
  const answer = await open(api, PATH, token);
  await once(answer, 'readable');
  wire.cut();
  const failed = once(answer, 'error');
  answer.resume();
  expect(await failed).toMatchObject([{ message: 'aborted' }]);
  expect(answer.complete).toBe(false);
  wire.restore();
  expect((await download(api, `${PATH}?to=2000-01-01`, { token })).status).toBe(200);
});

test('an organisation has at most half of the slots, and no export queues', async () => {
  const running = await Promise.all([open(api, PATH, token), open(api, PATH, token)]);
  const third = await download(api, PATH, { token: (await api.as('worker@fengyuan.example')).token });
  expect(third).toMatchObject({ status: 429, code: 'TOO_MANY_REQUESTS' });
  expect(third.headers['retry-after']).toBe('30');
  const purchaser = (await api.as('admin@fengyuan-street.example')).token;
  const others = await Promise.all([open(api, PATH, purchaser), open(api, PATH, purchaser)]);
  const bureau = (await api.as('admin@liwan-bureau.example')).token;
  const fifth = await download(api, PATH, { token: bureau });
  expect(fifth).toMatchObject({ status: 503, code: 'SERVICE_UNAVAILABLE' });
  expect(fifth.headers['retry-after']).toBe('30');
  // Exports do not use the pools of the API, which answers meanwhile.
  await (await api.as('admin@fengyuan.example')).get('{ stations { nodes { name } } }');
  for (const answer of [...running, ...others]) {
    answer.on('error', () => undefined);
    answer.destroy();
  }
  await nobodyExports(api);
  expect((await download(api, `${PATH}?to=2000-01-01`, { token: bureau })).status).toBe(200);
});

test('a transfer ends within seconds when its reader is signed out, removed, or its key revoked, and that is audited', async () => {
  const key = await newKey(api, 'admin@fengyuan.example');
  const worker = await api.as('worker@fengyuan.example');
  const purchaser = await api.as('admin@fengyuan-street.example');
  const answers = await Promise.all(
    [key.token, worker.token, purchaser.token].map(async (bearer) => open(api, PATH, bearer)),
  );
  for (const answer of answers) await once(answer, 'readable');
  const { id } = (await purchaser.get<{ viewer: { id: string } }>('{ viewer { id } }')).viewer;
  await (
    await api.as('admin@fengyuan.example')
  ).get(`mutation { revokeApiKey(id: "${key.id}") { userErrors { code } } }`);
  await worker.get('mutation { signOut }');
  await api.world.ownerQuery('update core.member set left_at = now() where id = $1', [id]);
  // They read nothing meanwhile: backpressure must not keep the file open.
  await nobodyExports(api);
  const failed = answers.map(async (answer) => once(answer, 'error'));
  for (const answer of answers) answer.resume();
  for (const one of failed) expect(await one).toMatchObject([{ message: 'aborted' }]);
  const ids = answers.map(({ headers }) => headers['x-request-id']);
  const audited = async () =>
    api.world.ownerQuery(
      `select after ->> 'code' as code, operation from core.audit_entry where action = 'REFUSED' and request_id = any ($1)`,
      [ids],
    );
  while ((await audited()).length < ids.length);
  const refused = { code: 'UNAUTHENTICATED', operation: `export/${PATH}` };
  expect(await audited()).toEqual([refused, refused, refused]);
});

test('HTTP/1.0 is refused, where an aborted file looks complete', async () => {
  const { port } = new URL(api.url);
  const socket = connect(Number(port), '127.0.0.1').setEncoding('utf8');
  socket.write(`GET /export/${PATH} HTTP/1.0\r\nAuthorization: Bearer ${token}\r\n\r\n`);
  let text = '';
  for await (const chunk of socket) text += String(chunk);
  expect(text).toMatch(/^HTTP\/1\.1 505 /);
  expect(text).toContain('"code":"HTTP_VERSION_NOT_SUPPORTED"');
});

test('a graceful shutdown waits for a running transfer, and loses none of its audit entries', async () => {
  const own = await startApi();
  await fill(own, 5_000);
  const admin = await own.as('admin@fengyuan.example');
  const { createApiKey } = await admin.get<{ createApiKey: { secret: string } }>(
    'mutation { createApiKey(input: { name: "夜间" }) { secret userErrors { message } } }',
  );
  const answer = await open(own, PATH, createApiKey.secret);
  await once(answer, 'readable');
  const stopped = own.server.stop();
  answer.resume();
  await once(answer, 'end');
  await stopped;
  expect(answer.complete).toBe(true);
  const rows = await own.world.ownerQuery<{ action: string }>(
    'select action from core.audit_entry where request_id = $1 order by action',
    [answer.headers['x-request-id']],
  );
  expect(rows.map(({ action }) => action)).toEqual(['EXPORT_READ', 'KEY_USED']);
  await own.close();
});
