import { MemberRole } from '../../src/access';
import { newId } from '../../src/platform/ids';
import type { Api, Client } from '../kit/api';
import { sharedApi } from '../kit/shared-api';
import { newProposal, newStation, withdraw } from './support/agreements';
import { accept, handIn } from './support/months';
import { enrol } from './support/people';
import { codesAndPaths, record, type UserError, voidRecord } from './support/questions';

/** Remarks and evidence on service records and months: of both parties and the bureau, added and never changed. */
let api: Api;
let worker: Client;
let purchaser: Client;
let bureau: Client;
let recordId: string;
let agreementId: string;
beforeAll(async () => {
  api = await sharedApi();
  worker = await api.as('worker@fengyuan.example');
  purchaser = await api.as('admin@fengyuan-street.example');
  bureau = await api.as('admin@liwan-bureau.example');
});
beforeEach(async () => {
  agreementId = (await newStation(api)).id;
  const [made] = await record(worker, agreementId, [
    { indicator: 'HOTLINE', occurredOn: '2024-03-05', quantities: [{ measure: 'CALLS', value: '1' }] },
  ]);
  recordId = made!.id;
});

interface Remark {
  id: string;
  text: string | null;
  evidence: string | null;
  writtenBy: string;
  organisation: { shortName: string | null; name: string };
}

const FIELDS = 'id text evidence writtenAt writtenBy organisation { name shortName }';
const ADD = `mutation($input: AddRemarkInput!) {
  addRemark(input: $input) { remark { ${FIELDS} } userErrors { code path message } } }`;

async function add(
  client: Client,
  input: Record<string, unknown>,
): Promise<{ remark: Remark | null; userErrors: UserError[] }> {
  const { addRemark } = await client.get<{ addRemark: { remark: Remark | null; userErrors: UserError[] } }>(
    ADD,
    {
      input: { subjectId: recordId, ...input },
    },
  );
  return addRemark;
}

async function read(client: Client): Promise<{ revision: number; remarks: Remark[] }> {
  const { node } = await client.get<{ node: { revision: number; remarks: Remark[] } }>(
    `query($id: ID!) { node(id: $id) { ... on ServiceRecord { revision remarks { ${FIELDS} } } } }`,
    { id: recordId },
  );
  return node;
}

test('operator, purchaser and bureau add them and see those of all, in their order; the record stays as it is', async () => {
  const link = 'https://archive.example/2024/03/05?no=7';
  const added = [
    await add(worker, { evidence: link }),
    await add(purchaser, { text: '请附签到表\n第二页' }),
    await add(worker, { text: '已附', evidence: '活动档案 2024-0305' }),
    await add(bureau, { text: '已阅' }),
  ];
  expect(added.flatMap(({ userErrors }) => userErrors)).toEqual([]);
  const remarks = added.map(({ remark }) => remark!);
  expect(remarks.map(({ text, evidence }) => [text, evidence])).toEqual([
    [null, link],
    ['请附签到表\n第二页', null],
    ['已附', '活动档案 2024-0305'],
    ['已阅', null],
  ]);
  expect(remarks.map(({ organisation }) => organisation.shortName ?? organisation.name)).toEqual([
    '逢源人家',
    '广州市荔湾区逢源街道办事处',
    '逢源人家',
    expect.stringContaining('荔湾'),
  ]);
  for (const client of [worker, purchaser, bureau])
    expect(await read(client)).toEqual({ revision: 1, remarks });
});

test('a voided record takes them too; one outside the scope does not exist', async () => {
  await voidRecord(worker, recordId);
  expect((await add(purchaser, { text: '同意作废' })).userErrors).toEqual([]);
  for (const [client, subjectId] of [
    [await api.as('worker@datong.example'), recordId],
    [await api.as('admin@zhongnan-street.example'), recordId],
    [worker, newId()],
    [worker, 'x'],
  ] as const) {
    const { errors } = await client.ask(ADD, { input: { subjectId, text: '备注' } });
    expect(errors.map(({ extensions }) => extensions?.code)).toEqual(['NOT_FOUND']);
  }
});

test('a viewer reads them and adds none; who only assesses has none', async () => {
  const viewer = await enrol(api, '逢源人家', MemberRole.VIEWER, 'kan-bei-zhu@fengyuan-more.example');
  await add(worker, { text: '备注' });
  expect((await read(viewer)).remarks).toHaveLength(1);
  for (const client of [viewer, await api.as('admin@mentoring-centre.example')]) {
    const { errors } = await client.ask(ADD, { input: { subjectId: recordId, text: '备注' } });
    expect(errors.map(({ extensions }) => extensions?.code)).toEqual(['FORBIDDEN']);
  }
});

test.each<[string, Record<string, unknown>, string]>([
  ['neither a text nor evidence', {}, 'NOTHING_REMARKED text'],
  ['an empty text', { text: ' ' }, 'EMPTY_TEXT text'],
  ['a text too long', { text: '长'.repeat(2001) }, 'TEXT_TOO_LONG text'],
  ['evidence too long', { evidence: '长'.repeat(501) }, 'TEXT_TOO_LONG evidence'],
  ['a personal number', { text: '电话 13800138000' }, 'POSSIBLE_PERSONAL_DATA text'],
])('%s is refused', async (_, input, expected) => {
  const { remark, userErrors } = await add(worker, input);
  expect([remark, ...codesAndPaths(userErrors)]).toEqual([null, expected]);
  expect((await read(worker)).remarks).toEqual([]);
});

test('a repeated call with its key adds nothing; with other content it is refused', async () => {
  const idempotencyKey = newId();
  const first = await add(worker, { text: '备注', idempotencyKey });
  expect(await add(worker, { text: '备注', idempotencyKey })).toEqual(first);
  const other = await add(worker, { text: '备注二', idempotencyKey });
  expect(codesAndPaths(other.userErrors)).toEqual(['IDEMPOTENCY_KEY_REUSED idempotencyKey']);
  // Keys of the other party are its own.
  expect((await add(purchaser, { text: '备注', idempotencyKey })).userErrors).toEqual([]);
  expect((await read(worker)).remarks).toHaveLength(2);
});

describe('a month', () => {
  const READ = `query($id: ID!) { node(id: $id) { ... on ReportMonth { state events { state } remarks { ${FIELDS} } } } }`;
  interface Commented {
    state: string;
    events: { state: string }[];
    remarks: Remark[];
  }
  const month = (name = '2024-03'): string => `${agreementId}.${name}`;
  const readMonth = async (client: Client, id = month()): Promise<Commented> =>
    (await client.get<{ node: Commented }>(READ, { id })).node;

  test('takes them from both sides and the bureau, open, handed in or accepted, and stays as it is', async () => {
    const subjectId = month();
    const added = [await add(worker, { subjectId, evidence: '活动档案 2024-03' })];
    await handIn(await api.as('admin@fengyuan.example'), agreementId, '2024-03', '三月');
    added.push(await add(purchaser, { subjectId, text: '个案数请核对' }));
    await accept(purchaser, subjectId);
    added.push(
      await add(worker, { subjectId, text: '已核对', evidence: 'https://archive.example/2024/03' }),
      await add(bureau, { subjectId, text: '已阅' }),
    );
    expect(added.flatMap(({ userErrors }) => userErrors)).toEqual([]);
    const remarks = added.map(({ remark }) => remark);
    for (const client of [worker, purchaser, bureau]) {
      const read = await readMonth(client);
      expect(read.remarks).toEqual(remarks);
      expect([read.state, read.events.map(({ state }) => state)]).toEqual([
        'ACCEPTED',
        ['HANDED_IN', 'ACCEPTED'],
      ]);
    }
    // Another month, and the records of this one, have none.
    expect((await readMonth(worker, month('2024-04'))).remarks).toEqual([]);
    expect((await read(worker)).remarks).toEqual([]);
  });

  test('is found within the scope alone, and only where the agreement has it', async () => {
    for (const [client, subjectId] of [
      [await api.as('worker@datong.example'), month()],
      [await api.as('admin@zhongnan-street.example'), month()],
      [await api.as('admin@baiyun-bureau.example'), month()],
      [worker, month('2023-12')],
      [worker, month('2024-13')],
      [worker, `${newId()}.2024-03`],
      [worker, agreementId],
    ] as const) {
      const { errors } = await client.ask(ADD, { input: { subjectId, text: '备注' } });
      expect(errors.map(({ extensions }) => extensions?.code)).toEqual(['NOT_FOUND']);
    }
    const { errors } = await (await api.as('admin@mentoring-centre.example')).ask(READ, { id: month() });
    expect(errors.map(({ extensions }) => extensions?.code)).toEqual(['FORBIDDEN']);
  });

  test('of a proposal takes none: there is none', async () => {
    const proposal = await newProposal(api);
    const input = { subjectId: `${proposal.id}.2024-03`, text: '备注' };
    const { errors } = await worker.ask(ADD, { input });
    expect(errors.map(({ extensions }) => extensions?.code)).toEqual(['NOT_FOUND']);
    await withdraw(api, proposal);
  });

  test('takes a repeated call with its key once, and another month with the same key not', async () => {
    const idempotencyKey = newId();
    const first = await add(worker, { subjectId: month(), text: '备注', idempotencyKey });
    expect(await add(worker, { subjectId: month(), text: '备注', idempotencyKey })).toEqual(first);
    const other = await add(worker, { subjectId: month('2024-04'), text: '备注', idempotencyKey });
    expect(codesAndPaths(other.userErrors)).toEqual(['IDEMPOTENCY_KEY_REUSED idempotencyKey']);
    expect((await readMonth(worker)).remarks).toHaveLength(1);
  });

  test('of a list are read with it, each with its own', async () => {
    for (const name of ['2024-01', '2024-12']) await add(worker, { subjectId: month(name), text: name });
    const { agreement } = await purchaser.get<{
      agreement: { months: { month: string; remarks: Remark[] }[] };
    }>(`query($id: ID!) { agreement(id: $id) { months { month remarks { text } } } }`, { id: agreementId });
    expect(
      agreement.months.map(({ month: name, remarks }) => [name, remarks.map(({ text }) => text)]),
    ).toEqual(
      Array.from({ length: 12 }, (_, at) => {
        const name = `2024-${String(at + 1).padStart(2, '0')}`;
        return [name, at === 0 || at === 11 ? [name] : []];
      }),
    );
  });

  test('is refused by the database as the subject beside a record, or on a day that begins none', async () => {
    const insert = async (columns: string): Promise<unknown> =>
      api.world
        .ownerQuery(
          `insert into core.remark (organisation_id, agreement_id, station_id, purchaser_id, district_code, id, text, written_at,
                  acting_organisation_id, written_by, written_by_name, record_id, month)
           select organisation_id, agreement_id, station_id, purchaser_id, district_code, gen_random_uuid(), '备注', now(),
                  organisation_id, gen_random_uuid(), '甲', ${columns} from core.service_record where id = $1`,
          [recordId],
        )
        .then(
          () => null,
          (error: unknown) => (error as Error).message,
        );
    expect(await insert(`id, '2024-03-01'::date`)).toMatch(/remark_of_one_subject/);
    expect(await insert(`null, null`)).toMatch(/remark_of_one_subject/);
    expect(await insert(`null, '2024-03-02'::date`)).toMatch(/remark_month_check/);
    expect(await insert(`null, '2024-03-01'::date`)).toBeNull();
  });
});
