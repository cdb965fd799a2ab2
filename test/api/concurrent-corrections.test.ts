import { MemberRole } from '../../src/access';
import { newId } from '../../src/platform/ids';
import type { Api, Client } from '../kit/api';
import { sharedApi } from '../kit/shared-api';
import { newStation } from './support/agreements';
import { ACCOUNTS, enrol } from './support/people';
import {
  codesAndPaths,
  CORRECT,
  correct,
  type Correction,
  type NewRecord,
  record,
  type ServiceRecord,
  tryRecord,
  voidRecord,
} from './support/questions';

/** Who may correct whose record, and what concurrent corrections do. */
let api: Api;
let worker: Client;
let colleague: Client;
let manager: Client;
let admin: Client;
let agreementId: string;
let first: ServiceRecord;
beforeAll(async () => {
  api = await sharedApi();
  worker = await api.as('worker@fengyuan.example');
  admin = await api.as('admin@fengyuan.example');
  manager = await enrol(api, '逢源人家', MemberRole.MANAGER, 'zhanzhang@fengyuan-more.example');
  colleague = await enrol(api, '逢源人家', MemberRole.WORKER, 'tongshi@fengyuan-more.example');
  agreementId = (await newStation(api)).id;
});
beforeEach(async () => {
  [first] = (await record(worker, agreementId, [given()])) as [ServiceRecord];
});

const given = (changes: Partial<NewRecord> = {}): NewRecord => ({
  indicator: 'HOTLINE',
  occurredOn: '2024-03-05',
  idempotencyKey: newId(),
  quantities: [{ measure: 'CALLS', value: '1' }],
  ...changes,
});
const change = (changes: Partial<Correction> = {}): Correction => ({
  id: first.id,
  expectedRevision: 1,
  ...changes,
});

async function read(): Promise<Pick<ServiceRecord, 'revision' | 'note' | 'versions'>> {
  const { node } = await worker.get<{ node: ServiceRecord }>(
    'query($id: ID!) { node(id: $id) { ... on ServiceRecord { revision note versions { revision note } } } }',
    { id: first.id },
  );
  return node;
}

test('a stale revision is refused with the current one', async () => {
  await correct(worker, change({ note: '先' }));
  const { record: none, userErrors } = await correct(manager, change({ note: '后' }));
  expect(none).toBeNull();
  expect(codesAndPaths(userErrors)).toEqual(['STALE_REVISION expectedRevision']);
  expect(userErrors[0]!.message).toContain('revision 2');
  expect(await read()).toMatchObject({ revision: 2, note: '先' });
});

test.each([1, 2, 3])('of concurrent corrections one succeeds (%i)', async () => {
  const hands = [worker, manager, admin, worker, manager];
  const answers = await Promise.all(
    hands.map(async (client, at) => correct(client, change({ note: `第 ${at} 手` }))),
  );
  const won = answers.filter(({ record: corrected }) => corrected !== null);
  expect(won).toHaveLength(1);
  expect(answers.flatMap(({ userErrors }) => userErrors.map(({ code }) => code))).toEqual(
    Array(4).fill('STALE_REVISION'),
  );
  const stored = won[0]!.record!;
  expect(await read()).toEqual({ revision: 2, note: stored.note, versions: [{ revision: 1, note: null }] });
});

test('two corrections in one request run one after the other', async () => {
  const input = (expectedRevision: number, note: string): string =>
    `correctServiceRecord(input: { id: "${first.id}", expectedRevision: ${expectedRevision}, note: "${note}", reason: "改" }) { record { revision } userErrors { code } }`;
  const answer = await worker.get(
    `mutation { a: ${input(1, '一')} b: ${input(2, '二')} c: ${input(2, '三')} }`,
  );
  expect(answer).toEqual({
    a: { record: { revision: 2 }, userErrors: [] },
    b: { record: { revision: 3 }, userErrors: [] },
    c: { record: null, userErrors: [{ code: 'STALE_REVISION' }] },
  });
});

describe('a worker', () => {
  test('corrects its own records, a manager and an administrator those of anyone', async () => {
    expect((await correct(worker, change())).record!.revision).toBe(2);
    expect((await correct(manager, change({ expectedRevision: 2 }))).record!.revision).toBe(3);
    expect((await correct(admin, change({ expectedRevision: 3 }))).record!.revision).toBe(4);
    expect((await correct(worker, change({ expectedRevision: 4 }))).record!.revision).toBe(5);
  });

  test('is refused a colleague’s record as FORBIDDEN', async () => {
    const { data, errors } = await colleague.ask(CORRECT, { input: { ...change(), reason: '改' } });
    expect(data).toBeNull();
    expect(errors.map(({ extensions }) => extensions?.code)).toEqual(['FORBIDDEN']);
    expect(await read()).toEqual({ revision: 1, note: null, versions: [] });
  });
});

test.each(ACCOUNTS.filter((account) => !/datong|xinyue|beidouxing|xinmingai|@fengyuan\./.test(account)))(
  '%s corrects nothing, even what it may read',
  async (account) => {
    const { errors } = await (await api.as(account)).ask(CORRECT, { input: { ...change(), reason: '改' } });
    expect(errors.map(({ extensions }) => extensions?.code)).toEqual(['FORBIDDEN']);
  },
);

describe('a retry with the same key', () => {
  const keyed = (changes: Partial<Correction> = {}): Correction =>
    change({ note: '第二次', idempotencyKey: 'fix', ...changes });

  it('returns the record as it is now, corrected or voided since', async () => {
    const { record: corrected } = await correct(worker, keyed());
    expect(await correct(worker, keyed())).toEqual({ record: corrected, userErrors: [] });
    await correct(manager, change({ expectedRevision: 2, note: '第三次' }));
    expect((await correct(worker, keyed())).record).toMatchObject({ note: '第三次', revision: 3 });
    await voidRecord(worker, first.id);
    expect((await correct(worker, keyed())).record).toMatchObject({ revision: 3, voidReason: '重复登记' });
    const [{ count }] = (await api.world.ownerQuery<{ count: number }>(
      'select count(*)::int from core.service_record_version where id = $1',
      [first.id],
    )) as [{ count: number }];
    expect(count).toBe(2);
  });

  it('is refused with other content, of another record, and when the key was used for something else', async () => {
    const key = newId();
    const [other] = await record(worker, agreementId, [given({ idempotencyKey: key })]);
    const fix = { idempotencyKey: newId() };
    await correct(worker, keyed(fix));
    const reused = ['IDEMPOTENCY_KEY_REUSED idempotencyKey'];
    for (const changes of [
      { ...fix, note: '别的' },
      { ...fix, reason: '别的原因' },
      { ...fix, zoneId: null },
      { ...fix, expectedRevision: 2 },
      { ...fix, id: other!.id },
      { expectedRevision: 2, idempotencyKey: key },
    ]) {
      expect(codesAndPaths((await correct(worker, keyed(changes))).userErrors)).toEqual(reused);
    }
    const undone = await voidRecord(worker, first.id, '重复登记', fix.idempotencyKey);
    expect(codesAndPaths(undone.userErrors)).toEqual(reused);
    const anew = await tryRecord(worker, agreementId, [given(fix)]);
    expect(codesAndPaths(anew.userErrors)).toEqual(['IDEMPOTENCY_KEY_REUSED records.0.idempotencyKey']);
  });

  it('that is concurrent is one correction', async () => {
    const call = keyed({ idempotencyKey: newId() });
    const answers = await Promise.all(Array.from({ length: 6 }, async () => correct(worker, call)));
    expect(answers.map(({ record: answered }) => answered?.revision)).toEqual(Array(6).fill(2));
  });

  it('after a refusal counts as the first call: a refused call keeps no key', async () => {
    const call = keyed({ idempotencyKey: newId() });
    const { userErrors } = await correct(worker, { ...call, note: ' ' });
    expect(codesAndPaths(userErrors)).toEqual(['EMPTY_TEXT note']);
    expect((await correct(worker, call)).record?.revision).toBe(2);
  });

  it('is only for members who may correct the record', async () => {
    const call = keyed({ idempotencyKey: newId() });
    await correct(worker, call);
    const { errors } = await colleague.ask(CORRECT, { input: { reason: '录入有误', ...call } });
    expect(errors.map(({ extensions }) => extensions?.code)).toEqual(['FORBIDDEN']);
  });

  it('is marked in the audit log', async () => {
    const call = keyed({ idempotencyKey: newId() });
    await correct(worker, call);
    await correct(worker, call);
    const [, again] = await api.world.ownerQuery<{ after: unknown }>(
      `select after from core.audit_entry where thing_id = $1 and action = 'RECORD_CORRECTED' order by id`,
      [first.id],
    );
    expect(again!.after).toEqual({ storedBefore: [first.id] });
  });
});
