import { read } from 'hucre';
import { demoAgreement } from '../api/support/agreements';
import { startApi, type TestApi } from '../kit/api';
import { written } from '../sheets/support/written';
import { download } from './support';

/** What the spreadsheets of an agreement have in common: what is refused, recorded and limited; and the templates. */
let api: TestApi;
let token: string;
let agreement: string;
let time = 0;
beforeAll(async () => {
  api = await startApi({ MAX_OPERATION_COST: '100000', COST_PER_MINUTE: '350000' }, undefined, {
    elapsed: () => time,
  });
  token = (await api.as('admin@liwan-bureau.example')).token!;
  ({ id: agreement } = await demoAgreement(api, '逢源街'));
});
afterAll(async () => {
  await api.close();
});
beforeEach(() => {
  time += 60_000;
});

test.each([
  ['export/fujian-1', '', 'The parameter agreement is needed'],
  ['export/fujian-1', 'agreement=x&station=y', 'There is no parameter "station"'],
  ['export/fujian-1', 'agreement=x&agreement=y', 'agreement may be given once'],
  ['export/fujian-1', 'agreement=x&from=2024-02-30', 'from must be a day'],
  ['template/fujian-1', 'agreement=x&from=2024-02-01', 'There is no parameter "from"'],
  ['export/fujian-2', 'agreement=x&term=y', 'There is no parameter "term"'],
  ['export/service-records', 'agreement=x&from=2024-02-02&to=2024-02-01', 'from'],
])('%s?%s is refused with what to do', async (file, query, message) => {
  const answer = await download(api, `../${file}.xlsx?${query}`, { token });
  expect(answer).toMatchObject({ status: 400, code: 'BAD_USER_INPUT' });
  expect(answer.message).toContain(message);
});

test.each(['x', '00000000-0000-7000-8000-000000000000'])('agreement=%s is not found', async (id) => {
  for (const file of ['fujian-1', 'fujian-2', 'service-records'])
    expect(await download(api, `${file}.xlsx?agreement=${id}`, { token })).toMatchObject({
      status: 404,
      code: 'NOT_FOUND',
    });
});

test('each is charged like any export, and recorded in the audit log with what was asked', async () => {
  const path = `fujian-1.xlsx?agreement=${agreement}&to=2024-12-31`;
  const statuses = [];
  for (let at = 0; at < 4; at += 1) statuses.push((await download(api, path, { token })).status);
  expect(statuses).toEqual([200, 200, 200, 429]);
  await api.server.trail.settled();
  const entries = await api.world.ownerQuery<{ operation: string; after: unknown }>(
    `select operation, after from core.audit_entry where action = 'EXPORT_READ' order by at desc limit 1`,
  );
  expect(entries).toEqual([
    { operation: 'export/fujian-1.xlsx', after: { agreement, term: null, from: null, to: '2024-12-31' } },
  ]);
});

describe('templates', () => {
  const template = async (file: string) => {
    const { status, bytes, headers } = await download(
      api,
      `../template/${file}.xlsx?agreement=${agreement}`,
      {
        token,
      },
    );
    expect(status).toBe(200);
    expect(headers['content-disposition']).toBe(`attachment; filename="template-${file}.xlsx"`);
    const [sheet] = (await read(bytes, { readStyles: true })).sheets;
    return { ...(await written(bytes)), validations: sheet!.dataValidations ?? [] };
  };

  test('of 附件1 has the zones and targets, and what was completed is empty', async () => {
    const { cells, properties, validations } = await template('fujian-1');
    const of = (...names: string[]) => names.map((name) => cells['附件1-1']![name]?.value);
    expect(of('A6', 'C6', 'D6', 'E6', 'C9', 'D9')).toEqual(['片区一', '600', undefined, '0', '1800', '0']);
    expect(properties).toMatchObject({ Form: 'FUJIAN_1_TEMPLATE', FormVersion: '1', AgreementId: agreement });
    expect(validations).toContainEqual(
      expect.objectContaining({
        range: 'D6:D6',
        type: 'custom',
        errorTitle: '请填写数字',
        errorMessage: expect.stringMatching(/\p{Script=Han}/u) as string,
      }),
    );
  });

  test('of 附件2 has the people, and cells for √ and ——', async () => {
    const { cells, properties, validations } = await template('fujian-2');
    expect(cells['附件2']!.C5?.value).toBe('林知远');
    expect(cells['附件2']!.G5).toBeUndefined();
    expect(properties).toMatchObject({ Form: 'FUJIAN_2_TEMPLATE', AgreementId: agreement });
    expect(validations).toContainEqual(
      expect.objectContaining({ range: 'G5:G5', type: 'list', values: ['√', '——', '0.5'] }),
    );
  });

  test('of the service log has the names of the agreement to choose from', async () => {
    const { cells, properties, validations } = await template('service-log');
    const { A1, B1, C1, E1, F1 } = cells['服务记录']!;
    expect([A1, B1, C1, E1, F1].map((cell) => cell!.value)).toEqual([
      '日期',
      '片区',
      '社工点',
      '指标',
      '个数',
    ]);
    expect(['A4', 'A5', 'A6', 'B4'].map((at) => cells['可选名称']![at]?.value)).toEqual([
      '片区一',
      '片区二',
      '片区三',
      expect.any(String),
    ]);
    expect(properties).toMatchObject({ Form: 'SERVICE_LOG_TEMPLATE', AgreementId: agreement });
    expect(validations).toContainEqual(
      expect.objectContaining({ range: 'B2:B1001', type: 'list', formula1: `'可选名称'!$A$4:$A$6` }),
    );
  });
});
