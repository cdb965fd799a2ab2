import { MemberRole } from '../../src/access';
import { newId } from '../../src/platform/ids';
import type { Api, Client } from '../kit/api';
import { sharedApi } from '../kit/shared-api';
import { newStation } from './support/agreements';
import { enrol } from './support/people';
import { codesAndPaths, record, type UserError, voidRecord } from './support/questions';

/** Remarks and evidence on service records: of both parties and the bureau, added and never changed. */
let api: Api;
let worker: Client;
let purchaser: Client;
let bureau: Client;
let recordId: string;
beforeAll(async () => {
  api = await sharedApi();
  worker = await api.as('worker@fengyuan.example');
  purchaser = await api.as('admin@fengyuan-street.example');
  bureau = await api.as('admin@liwan-bureau.example');
});
beforeEach(async () => {
  const { id } = await newStation(api);
  const [made] = await record(worker, id, [
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
