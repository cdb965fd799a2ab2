import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROW_LOCK } from '../../src/platform/database/row-lock';
import { type Api, type Client } from '../kit/api';
import { sharedApi } from '../kit/shared-api';
import { together } from '../membership/support';
import { type Agreement, newStation } from './support/agreements';

const fixture = (name: string): Buffer => readFileSync(join(__dirname, '../sheets/fixtures', name));

let api: Api;
let admin: Client;
let agreement: Agreement;
beforeAll(async () => {
  api = await sharedApi();
  admin = await api.as('admin@fengyuan.example');
  agreement = await newStation(api);
});

interface Uploaded {
  status: number;
  headers: Headers;
  body: { id?: string; errors?: { message: string; extensions: { code: string; reason?: string } }[] };
}

async function upload(
  client: Client,
  body: Buffer | string,
  {
    agreementId = agreement.id,
    headers = {},
  }: { agreementId?: string; headers?: Record<string, string> } = {},
): Promise<Uploaded> {
  const answer = await fetch(`${api.url}/imports?agreement=${agreementId}`, {
    method: 'POST',
    headers: {
      ...(client.token === undefined ? {} : { authorization: `Bearer ${client.token}` }),
      'content-type': 'application/octet-stream',
      'x-file-name': encodeURIComponent('服务记录.csv'),
      ...headers,
    },
    body,
  });
  return { status: answer.status, headers: answer.headers, body: (await answer.json()) as Uploaded['body'] };
}

const reasonOf = ({ body }: Uploaded): string | undefined => body.errors?.[0]?.extensions.reason;
const codeOf = ({ body }: Uploaded): string | undefined => body.errors?.[0]?.extensions.code;

const IMPORT = `query($id: ID!, $severity: FaultSeverity, $first: Int, $after: String) { sheetImport(id: $id) {
  id form state fileName uploadedBy agreement { id } counts { rows ready unchanged ignored faulty }
  faults(severity: $severity, first: $first, after: $after) {
    totalCount pageInfo { hasNextPage endCursor } nodes { code severity sheet cell value message } } } }`;

interface Import {
  sheetImport: {
    id: string;
    form: string;
    state: string;
    fileName: string;
    counts: Record<string, number>;
    faults: {
      totalCount: number;
      pageInfo: { hasNextPage: boolean; endCursor: string };
      nodes: {
        code: string;
        severity: string;
        sheet: string;
        cell: string;
        value: string;
        message: string;
      }[];
    };
  };
}

/** A log of rows that no other test uploads. */
const log = (...rows: string[]): string => ['日期,指标,个数', ...rows].join('\n');

test('a file is read, kept, and shown with every fault at its cell', async () => {
  const { status, body } = await upload(
    admin,
    log('5/6,红棉热线,3', '2024-05-07,绿豆热线,三', '2024-05-08,红棉热线,4'),
  );
  expect(status).toBe(201);
  const { data } = await admin.ask<Import>(IMPORT, { id: body.id }, { 'accept-language': 'zh' });
  const { faults, counts, ...rest } = data!.sheetImport;
  expect(rest).toMatchObject({
    id: body.id,
    form: 'SERVICE_LOG',
    state: 'READY',
    fileName: '服务记录.csv',
    agreement: { id: agreement.id },
  });
  expect(counts.rows).toBe(counts.ready! + counts.unchanged! + counts.ignored! + counts.faulty!);
  expect(faults.nodes.filter(({ code }) => code !== 'DAY_OUTSIDE_TERMS')).toEqual([
    {
      code: 'CELL_DAY_AMBIGUOUS',
      severity: 'ERROR',
      sheet: 'CSV',
      cell: 'A2',
      value: '5/6',
      message: '“5/6”没有完整的年份，可能是不同的日期，请填写如 2024-06-30。',
    },
    {
      code: 'INDICATOR_NOT_KNOWN',
      severity: 'ERROR',
      sheet: 'CSV',
      cell: 'B3',
      value: '绿豆热线',
      message: '指标目录中没有“绿豆热线”，请核对名称。',
    },
  ]);
});

test('faults go by pages, and by severity', async () => {
  const { body } = await upload(admin, log('说明一,,', '说明二,,', '5/6,红棉热线,3', '说明三,,'));
  const page = async (variables: Record<string, unknown>): Promise<Import['sheetImport']['faults']> =>
    (await admin.get<Import>(IMPORT, { id: body.id, ...variables })).sheetImport.faults;
  const first = await page({ first: 3 });
  expect(first.totalCount).toBe(4);
  expect(first.nodes).toHaveLength(3);
  const rest = await page({ first: 3, after: first.pageInfo.endCursor });
  expect([...first.nodes, ...rest.nodes].map(({ cell }) => cell).sort()).toEqual(['A2', 'A3', 'A4', 'A5']);
  expect((await page({ severity: 'ERROR' })).nodes.map(({ cell }) => cell)).toEqual(['A4']);
  expect((await page({ severity: 'WARNING' })).totalCount).toBe(0);
});

test('the same bytes again are the same import', async () => {
  const text = log('2024-05-09,红棉热线,5');
  const [first, second] = [await upload(admin, text), await upload(admin, text)];
  expect(second.body.id).toBe(first.body.id);
});

test('the same bytes at once wait for one another, and are one import', async () => {
  const text = log('2024-05-10,红棉热线,6');
  const sha256 = createHash('sha256').update(text).digest('hex');
  const answers = await together(
    api,
    [ROW_LOCK.text, [`sheet import ${agreement.id} ${sha256}`]],
    [async () => upload(admin, text), async () => upload(admin, text)],
  );
  const ids = answers.map(({ body }) => body.id);
  expect(ids[0]).toMatch(/^[0-9a-f-]{36}$/);
  expect(ids[1]).toBe(ids[0]);
});

test('what was uploaded for an agreement is listed by pages, latest first', async () => {
  const { id } = await newStation(api);
  const uploaded: string[] = [];
  for (const count of [1, 2, 3]) {
    const { body } = await upload(admin, log(`2024-05-15,红棉热线,${count}`), { agreementId: id });
    uploaded.push(body.id!);
  }
  interface Listed {
    agreement: {
      sheetImports: { totalCount: number; pageInfo: { endCursor: string }; nodes: { id: string }[] };
    };
  }
  const page = async (after: string | null): Promise<Listed['agreement']['sheetImports']> =>
    (
      await admin.get<Listed>(
        `query($id: ID!, $after: String) { agreement(id: $id) {
          sheetImports(first: 2, after: $after) { totalCount pageInfo { endCursor } nodes { id } } } }`,
        { id, after },
      )
    ).agreement.sheetImports;
  const first = await page(null);
  const rest = await page(first.pageInfo.endCursor);
  expect(first.totalCount).toBe(3);
  expect([first.nodes.length, rest.nodes.length]).toEqual([2, 1]);
  expect([...first.nodes, ...rest.nodes].map((one) => one.id)).toEqual(uploaded.reverse());
});

test('the forms are recognised, and their files kept for the operator alone', async () => {
  for (const [name, form] of [
    ['fujian1-fengyuan.xlsx', 'FUJIAN_1'],
    ['fujian2-fengyuan.xlsx', 'FUJIAN_2'],
    ['log-clean.xlsx', 'SERVICE_LOG'],
  ] as const) {
    const { body } = await upload(admin, fixture(name));
    expect((await admin.get<Import>(IMPORT, { id: body.id })).sheetImport.form).toBe(form);
    for (const account of [
      'admin@fengyuan-street',
      'admin@liwan-bureau',
      'admin@guangzhou-bureau',
      'admin@mentoring-centre',
    ]) {
      const { errors } = await (await api.as(`${account}.example`)).ask(IMPORT, { id: body.id });
      expect(errors.map(({ extensions }) => extensions?.code)).toEqual(['FORBIDDEN']);
    }
    const { errors } = await (await api.as('admin@datong.example')).ask(IMPORT, { id: body.id });
    expect(errors.map(({ extensions }) => extensions?.code)).toEqual(['NOT_FOUND']);
  }
});

test('a worker brings a log, a manager a roster, an administrator the figures; others nothing', async () => {
  const worker = await api.as('worker@fengyuan.example');
  expect((await upload(worker, log('2024-05-10,红棉热线,6'))).status).toBe(201);
  for (const name of ['fujian1-fengyuan.xlsx', 'fujian2-fengyuan.xlsx'])
    expect(await upload(worker, fixture(name))).toMatchObject({ status: 403 });
  for (const account of ['admin@fengyuan-street', 'admin@liwan-bureau', 'admin@mentoring-centre'])
    expect((await upload(await api.as(`${account}.example`), log('2024-05-10,红棉热线,7'))).status).toBe(403);
  expect((await upload(api.anonymous, log('2024-05-10,红棉热线,8'))).status).toBe(401);
});

test('an agreement outside the scope does not exist', async () => {
  const foreign = await upload(await api.as('admin@datong.example'), log('2024-05-11,红棉热线,6'));
  expect([foreign.status, codeOf(foreign)]).toEqual([404, 'NOT_FOUND']);
  expect((await upload(admin, log('2024-05-11,红棉热线,6'), { agreementId: 'x' })).status).toBe(404);
});

test.each([
  ['', 400, 'FILE_EMPTY'],
  ['<html></html>', 415, 'FILE_IS_WEB_PAGE'],
  ['PK\u0003\u0004', 400, 'FILE_BROKEN'],
  ['\u0000\u0001', 415, 'FILE_KIND_UNKNOWN'],
  ['姓名,年龄\n甲,3\n', 400, 'FORM_NOT_RECOGNISED'],
])('“%s” is refused with %d %s', async (text, status, reason) => {
  const answer = await upload(admin, text);
  expect([answer.status, reasonOf(answer)]).toEqual([status, reason]);
});

test('more than 10 MiB, forms of pages and names that are not encoded are refused', async () => {
  expect((await upload(admin, Buffer.alloc(10 * 1024 * 1024 + 1))).status).toBe(413);
  expect((await upload(admin, 'x', { headers: { 'content-type': 'text/plain' } })).status).toBe(415);
  expect(
    (await upload(admin, log('2024-05-12,红棉热线,9'), { headers: { 'x-file-name': '%E6%9' } })).status,
  ).toBe(400);
  const answer = await fetch(`${api.url}/imports`);
  expect([answer.status, answer.headers.get('allow')]).toEqual([405, 'POST']);
});

test('every upload leaves an entry in the audit log', async () => {
  const { headers, body } = await upload(admin, log('2024-05-13,红棉热线,10'));
  await api.server.trail.settled();
  const entries = await api.world.ownerQuery<{
    action: string;
    thing: string;
    thing_id: string;
    after: unknown;
  }>('select action, thing, thing_id, after from core.audit_entry where request_id = $1', [
    headers.get('x-request-id'),
  ]);
  expect(entries).toEqual([
    {
      action: 'IMPORT_UPLOADED',
      thing: 'SheetImport',
      thing_id: body.id,
      after: { form: 'SERVICE_LOG', sha256: expect.stringMatching(/^[0-9a-f]{64}$/) as string, isNew: true },
    },
  ]);
});

test('an API key uploads nothing', async () => {
  const { createApiKey } = await admin.get<{ createApiKey: { secret: string } }>(
    'mutation { createApiKey(input: { name: "导入" }) { secret } }',
  );
  expect((await upload(api.withToken(createApiKey.secret), log('2024-05-14,红棉热线,1'))).status).toBe(403);
});
