import { read } from 'hucre';
import { type Agreement, newStation } from '../api/support/agreements';
import { type Client, startApi, type TestApi } from '../kit/api';
import { TEST_PASSWORD } from '../kit/settings';
import { upload } from '../sheets/support/upload';
import { download, newKey } from './support';

/** GET /imports/{id}/annotated.xlsx, and how long a file is kept. */
const DAY_MS = 86_400_000;
let api: TestApi;
let admin: Client;
let agreement: Agreement;
let time = 0;
beforeAll(async () => {
  api = await startApi({ MAX_OPERATION_COST: '100000', COST_PER_MINUTE: '1750000' }, undefined, {
    elapsed: () => time,
  });
  admin = await api.as('admin@fengyuan.example');
  agreement = await newStation(api);
});
afterAll(async () => {
  await api.close();
});
beforeEach(() => {
  time += 3_600_000;
});

const LOG = '日期,指标,个数,备注\n5/6,红棉热线,3,=1+1\n2024-05-07,绿豆热线,4,\n';
const uploaded = async (text: string, client = admin): Promise<string> => {
  const { id } = await upload(api, client, agreement.id, text);
  if (id === undefined) throw new Error('not uploaded');
  return id;
};
const annotated = async (id: string, client: Client, headers: Record<string, string> = {}) =>
  download(api, `../imports/${id}/annotated.xlsx`, { token: client.token, headers });

test('the workbook comes back with each fault at its cell, in the language of the reader', async () => {
  const id = await uploaded(LOG);
  for (const [language, fault, name] of [
    ['zh', '“5/6”没有完整的年份，可能是不同的日期，请填写如 2024-06-30。', '错误'],
    ['en', '"5/6" lacks its whole year and could be several days. Please write it like 2024-06-30.', 'Error'],
  ] as const) {
    const { status, headers, bytes } = await annotated(id, admin, { 'accept-language': language });
    expect(status).toBe(200);
    expect(headers).toMatchObject({
      'content-type': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      'content-disposition': 'attachment; filename="annotated.xlsx"',
      'cache-control': 'no-store',
    });
    const [sheet, list] = (await read(bytes, { readStyles: true })).sheets;
    expect(sheet!.cells?.get('1,0')?.comment?.text).toBe(fault);
    expect(sheet!.cells?.get('1,0')?.style?.fill).toMatchObject({ fgColor: { rgb: 'FFC7CF' } });
    expect(sheet!.rows[1]).toEqual(['5/6', '红棉热线', '3', '=1+1']);
    expect(list!.name).toBe('问题清单');
    expect(list!.rows.slice(1).map((row) => row.slice(0, 5))).toContainEqual([
      'CSV',
      'A2',
      '5/6',
      name,
      fault,
    ]);
  }
});

test('it is for those who see the import: its operator, in person', async () => {
  const id = await uploaded(LOG);
  expect((await annotated(id, await api.as('worker@fengyuan.example'))).status).toBe(200);
  const elsewhere = await annotated(id, await api.as('admin@datong.example'));
  const unknown = await annotated('01900000-0000-7000-8000-000000000000', admin);
  const odd = await annotated('x', admin);
  for (const answer of [elsewhere, unknown, odd])
    expect(answer).toMatchObject({ status: 404, code: 'NOT_FOUND' });
  for (const account of ['admin@fengyuan-street', 'admin@liwan-bureau', 'admin@mentoring-centre'])
    expect((await annotated(id, await api.as(`${account}.example`))).status).toBe(403);
  expect((await annotated(id, api.anonymous)).status).toBe(401);
});

test('an API key reads neither what was uploaded nor its faults: they may name people', async () => {
  const id = await uploaded(LOG);
  const key = await newKey(api, 'admin@fengyuan.example');
  expect((await annotated(id, api.withToken(key.token))).status).toBe(403);
  const { errors } = await api
    .withToken(key.token)
    .ask('query($id: ID!) { sheetImport(id: $id) { id } }', { id });
  expect(errors.map(({ extensions }) => extensions?.code)).toEqual(['FORBIDDEN']);
});

test.each([
  'imports//annotated.xlsx',
  'imports/a/b/annotated.xlsx',
  'imports/a/annotated.xlsx/',
  'imports/a/annotated.csv',
])('there is nothing at /%s', async (path) => {
  expect(await download(api, `../${path}`, { token: admin.token })).toMatchObject({
    status: 404,
    code: 'NOT_FOUND',
  });
});

test('it is charged like any file, and recorded in the audit log', async () => {
  const id = await uploaded(LOG);
  const statuses: number[] = [];
  for (let at = 0; at < 20; at += 1) statuses.push((await annotated(id, admin)).status);
  expect(new Set(statuses.slice(0, 15))).toEqual(new Set([200]));
  expect(statuses.at(-1)).toBe(429);
  await api.server.trail.settled();
  const entries = await api.world.ownerQuery<{ operation: string; after: unknown }>(
    `select operation, after from core.audit_entry where action = 'EXPORT_READ' order by at desc limit 1`,
  );
  expect(entries).toEqual([{ operation: 'imports/annotated.xlsx', after: { id } }]);
});

test('of 200 uploads within an hour the next is refused, until one has leaked away', async () => {
  const worker = await api.as('worker@fengyuan.example');
  for (let at = 0; at < 200; at += 1) expect((await upload(api, worker, 'x', 'x')).status).toBe(404);
  const refused = await upload(api, worker, agreement.id, LOG);
  expect([refused.status, refused.headers.get('retry-after')]).toEqual([429, '18']);
  // Each member has an allowance of its own.
  expect((await upload(api, admin, agreement.id, LOG)).status).toBe(201);
  time += 18_000;
  expect((await upload(api, worker, agreement.id, LOG)).status).toBe(201);
  expect((await upload(api, worker, agreement.id, LOG)).status).toBe(429);
});

// Last: it moves the clock.
describe('after 30 days', () => {
  const IMPORT = `query($id: ID!) { sheetImport(id: $id) {
    state fileName faults { totalCount nodes { code } } } }`;
  const SIGN_IN = 'mutation($input: SignInInput!) { signIn(input: $input) { accessToken } }';
  const kept = async (id: string): Promise<boolean> => {
    const [row] = await api.world.ownerQuery<{ kept: boolean }>(
      'select content is not null or faults is not null as kept from core.sheet_import where id = $1',
      [id],
    );
    return row!.kept;
  };

  test('an import is expired, without its faults, and its file is gone; those who look later see so', async () => {
    const old = await uploaded(`${LOG}2024-05-09,红棉热线,9,\n`);
    api.clock.advance(30 * DAY_MS - 60_000);
    const { signIn } = await api.anonymous.get<{ signIn: { accessToken: string } }>(SIGN_IN, {
      input: { email: 'admin@fengyuan.example', password: TEST_PASSWORD },
    });
    const later = api.withToken(signIn.accessToken);
    const young = await uploaded(`${LOG}2024-05-10,红棉热线,9,\n`, later);
    expect((await annotated(old, later)).status).toBe(200);
    api.clock.advance(60_000);
    const { sheetImport } = await later.get<{ sheetImport: unknown }>(IMPORT, { id: old });
    expect(sheetImport).toEqual({
      state: 'EXPIRED',
      fileName: '服务记录.csv',
      faults: { totalCount: 0, nodes: [] },
    });
    const answer = await annotated(old, later);
    expect([answer.status, answer.code]).toEqual([410, 'GONE']);
    expect(answer.message).toMatch(/^Files are kept for 30 days: this one was deleted on 20\d\d-\d\d-\d\d\./);
    // Not only hidden: the background work of the server deletes it, no matter whether anyone uploads.
    expect([await kept(old), await kept(young)]).toEqual([true, true]);
    await api.server.outbox.tidy();
    expect([await kept(old), await kept(young)]).toEqual([false, true]);
    expect((await annotated(young, later)).status).toBe(200);
    // The same bytes are a new import then.
    expect(await uploaded(`${LOG}2024-05-09,红棉热线,9,\n`, later)).not.toBe(old);
  });
});
