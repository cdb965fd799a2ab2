import { once } from 'node:events';
import { startApi, type TestApi } from '../kit/api';
import { download, fill, nobodyExports, open } from './support';

/** The refusals of exports, their messages, and the cost of an export. */
let api: TestApi;
let token: string;
let time = 0;
beforeAll(async () => {
  api = await startApi(
    { MAX_OPERATION_COST: '5000', COST_PER_MINUTE: '10100', EXPORT_TIMEOUT_MS: '2500', EXPORTS_AT_ONCE: '2' },
    undefined,
    { elapsed: () => time },
  );
  token = (await api.as('admin@liwan-bureau.example')).token!;
});
afterAll(async () => {
  await api.close();
});
beforeEach(() => {
  time += 60_000;
});

const PATH = 'service-records.csv';

describe('bad input is refused with what to do', () => {
  test.each([
    ['from=2024-02-30', 'from must be a day'],
    ['to=2024-1-1', 'to must be a day'],
    ['from=2024-01', 'from must be a day'],
    ['from=', 'from must be a day'],
    ['from=2024-02-02&to=2024-02-01', 'from must not be after to'],
    ['from=2014-01-01&to=2024-01-01', 'at most 120 months'],
    ['updated_since=x', 'There is no parameter "updated_since"'],
    ['from=2024-01-01&from=2024-01-01', 'from may be given once'],
    ['bom=yes', 'bom must be 1 or 0'],
    ['updatedSince=x', 'load everything anew'],
    [`station=${'x'.repeat(3000)}`, 'There is no parameter'],
  ])('%s', async (query, message) => {
    const answer = await download(api, `${PATH}?${query}`, { token });
    expect(answer).toMatchObject({ status: 400, code: 'BAD_USER_INPUT' });
    expect(answer.message).toContain(message);
    expect(answer.headers['content-type']).toBe('application/json; charset=utf-8');
    expect(answer.headers['x-next-updated-since']).toBeUndefined();
  });

  test('120 months are accepted, and a byte order mark is for CSV only', async () => {
    const whole = await download(api, `${PATH}?from=2014-01-01&to=2023-12-31`, { token });
    expect(whole.status).toBe(200);
    const ndjson = await download(api, 'service-records.ndjson?bom=1', { token });
    expect(ndjson).toMatchObject({ status: 400, code: 'BAD_USER_INPUT' });
  });

  test('messages are Chinese unless English is requested', async () => {
    const answer = await download(api, `${PATH}?from=x`, { token, headers: { 'accept-language': 'zh-CN' } });
    expect(answer.message).toContain('须为日期');
  });
});

describe('the entry points', () => {
  test.each([
    'service-records',
    'service-records.xls',
    'staff.csv',
    'service-records.csv/',
    '../export/x',
    '',
  ])('there is no file "%s"', async (path) => {
    expect(await download(api, path, { token })).toMatchObject({ status: 404, code: 'NOT_FOUND' });
  });

  test.each(['POST', 'HEAD', 'PUT', 'DELETE', 'OPTIONS'])('%s is not accepted', async (method) => {
    const answer = await download(api, PATH, { token, method });
    expect(answer.status).toBe(405);
    expect(answer.headers.allow).toBe('GET');
  });

  test('only a bearer token authenticates: not a forged one, a query parameter or a cookie', async () => {
    const refused = { status: 401, code: 'UNAUTHENTICATED' };
    expect(await download(api, PATH)).toMatchObject(refused);
    expect(await download(api, PATH, { token: `${token}x` })).toMatchObject(refused);
    expect(await download(api, PATH, { token: `sws_${'A'.repeat(43)}` })).toMatchObject(refused);
    expect(await download(api, PATH, { headers: { cookie: `token=${token}` } })).toMatchObject(refused);
    const basic = Buffer.from(`key:${token}`).toString('base64');
    const answer = await download(api, PATH, { headers: { authorization: `Basic ${basic}` } });
    expect(answer).toMatchObject(refused);
    expect(answer.headers['www-authenticate']).toBe('Bearer');
    expect(await download(api, `${PATH}?access_token=${token}`)).toMatchObject(refused);
  });

  test('a client that does not accept the format is refused', async () => {
    const ask = async (accept: string) => (await download(api, PATH, { token, headers: { accept } })).status;
    expect(await ask('application/json')).toBe(406);
    expect(await ask('application/json, text/*;q=0.5')).toBe(200);
    time += 60_000;
    expect(await ask('*/*')).toBe(200);
  });
});

test('an export costs as much as the most expensive operation, and beyond the rate limit it is refused with the time to wait', async () => {
  expect((await download(api, PATH, { token })).status).toBe(200);
  expect((await download(api, PATH, { token })).status).toBe(200);
  const third = await download(api, PATH, { token });
  expect(third).toMatchObject({ status: 429, code: 'TOO_MANY_REQUESTS' });
  expect(Number(third.headers['retry-after'])).toBe(30);
  await api.server.trail.settled();
  const [entry] = await api.world.ownerQuery<{ action: string }>(
    'select action from core.audit_entry where request_id = $1',
    [third.headers['x-request-id']],
  );
  expect(entry).toEqual({ action: 'REFUSED' });
});

test('a file that is not read before its timeout is aborted', async () => {
  await fill(api, 10_000);
  const answer = await open(api, PATH, token);
  await once(answer, 'readable');
  // The client does not read, so the database connection is released first.
  await nobodyExports(api);
  answer.resume();
  expect(await once(answer, 'error')).toMatchObject([{ message: 'aborted' }]);
});
