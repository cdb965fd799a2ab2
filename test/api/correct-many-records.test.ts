import { MemberRole } from '../../src/access';
import { newId } from '../../src/platform/ids';
import { type Client, startApi, type TestApi } from '../kit/api';
import { type Agreement, newStation } from './support/agreements';
import { enrol } from './support/people';
import {
  codesAndPaths,
  completion,
  CORRECT_MANY,
  correct,
  correctMany,
  type Correction,
  type NewRecord,
  record,
  type ServiceRecord,
  totalOf,
  VOID_MANY,
  voidMany,
  voidRecord,
} from './support/questions';

/** correctServiceRecords and voidServiceRecords: all or none, of one or several agreements. */
let api: TestApi;
let worker: Client;
let colleague: Client;
let manager: Client;
let agreement: Agreement;
let records: ServiceRecord[];
beforeAll(async () => {
  api = await startApi({ COST_PER_MINUTE: '1000000000' });
  worker = await api.as('worker@fengyuan.example');
  manager = await enrol(api, '逢源人家', MemberRole.MANAGER, 'zhanzhang@fengyuan-more.example');
  colleague = await enrol(api, '逢源人家', MemberRole.WORKER, 'tongshi@fengyuan-more.example');
});
afterAll(async () => {
  await api.close();
});
beforeEach(async () => {
  agreement = await newStation(api);
  records = await record(worker, agreement.id, ['1', '2', '3'].map(given));
});

const given = (value: string): NewRecord => ({
  indicator: 'HOTLINE',
  occurredOn: '2024-03-05',
  quantities: [{ measure: 'CALLS', value }],
});
const calls = (value: string): Pick<NewRecord, 'quantities'> => ({
  quantities: [{ measure: 'CALLS', value }],
});
const idOf = (at: number): string => records[at]!.id;
const change = (at: number, changes: Partial<Correction> = {}): Correction => ({
  id: idOf(at),
  expectedRevision: 1,
  ...changes,
});
const sum = async (): Promise<string | null> => totalOf(worker, agreement.id, 'HOTLINE.CALLS');

async function codes(client: Client, query: string, variables: Record<string, unknown>): Promise<unknown[]> {
  return (await client.ask(query, variables)).errors.map(({ extensions }) => extensions?.code);
}

test('corrects all, in the order of the input, and the figures follow', async () => {
  const corrected = await correctMany(worker, [change(2, calls('30')), change(0, { note: '已核对' })]);
  expect(corrected.userErrors).toEqual([]);
  expect(corrected.records!.map(({ id, revision }) => [id, revision])).toEqual([
    [idOf(2), 2],
    [idOf(0), 2],
  ]);
  expect(corrected.records![0]!.versions).toHaveLength(1);
  expect(await sum()).toBe('33');
});

test('voids all, in the order of the input, and the figures follow', async () => {
  const voided = await voidMany(worker, [idOf(2), idOf(0)]);
  expect(voided.userErrors).toEqual([]);
  expect(voided.records!.map(({ id, voidReason }) => [id, voidReason])).toEqual([
    [idOf(2), '重复登记'],
    [idOf(0), '重复登记'],
  ]);
  expect(await sum()).toBe('2');
});

test('with one row refused nothing is written, and the errors of all rows come at once', async () => {
  await correct(worker, change(1, { note: '先' }));
  await voidRecord(worker, idOf(2));
  const { records: none, userErrors } = await correctMany(worker, [
    change(0, { ...calls('0'), occurredOn: '2023-01-01', reason: ' ' }),
    change(1, calls('-5')),
    change(2, { note: '记' }),
  ]);
  expect(none).toBeNull();
  expect(codesAndPaths(userErrors)).toEqual([
    'NOTHING_RECORDED inputs.0.quantities',
    'DAY_OUTSIDE_TERMS inputs.0.occurredOn',
    'EMPTY_TEXT inputs.0.reason',
    'STALE_REVISION inputs.1.expectedRevision',
    'RECORD_VOIDED inputs.2.id',
  ]);
  const mixed = await voidMany(worker, [idOf(0), idOf(2)]);
  expect([mixed.records, codesAndPaths(mixed.userErrors)]).toEqual([null, ['RECORD_VOIDED ids.1']]);
  expect(await sum()).toBe('3');
});

test('a record is named once, a call has 1 to 500 rows, and keys match their records', async () => {
  const twice = await correctMany(worker, [change(0), change(1), change(0)]);
  expect(codesAndPaths(twice.userErrors)).toEqual(['RECORD_NAMED_TWICE inputs.2.id']);
  expect(codesAndPaths((await voidMany(worker, [idOf(0), idOf(0)])).userErrors)).toEqual([
    'RECORD_NAMED_TWICE ids.1',
  ]);
  expect(codesAndPaths((await correctMany(worker, [])).userErrors)).toEqual(['TOO_FEW inputs']);
  expect(codesAndPaths((await voidMany(worker, [])).userErrors)).toEqual(['TOO_FEW ids']);
  const many = Array.from({ length: 501 }, newId);
  expect(codesAndPaths((await voidMany(worker, many)).userErrors)).toEqual(['TOO_MANY ids']);
  expect(codesAndPaths((await voidMany(worker, [idOf(0)], ['a', 'b'])).userErrors)).toEqual([
    'KEYS_DO_NOT_MATCH idempotencyKeys',
  ]);
});

test('of several agreements at once; one outside the scope refuses all', async () => {
  const other = await newStation(api);
  const [there] = await record(worker, other.id, [given('7')]);
  const { records: corrected } = await correctMany(worker, [
    change(0, calls('10')),
    { id: there!.id, expectedRevision: 1, ...calls('70') },
  ]);
  expect(corrected!.map(({ revision }) => revision)).toEqual([2, 2]);
  expect((await completion(worker, other.id)).rows[0]!.total.completed).toBe('70');
  const inputs = [change(1, { reason: '改' }), { id: newId(), expectedRevision: 1, reason: '改' }];
  expect(await codes(worker, CORRECT_MANY, { inputs })).toEqual(['NOT_FOUND']);
  expect(await codes(worker, VOID_MANY, { ids: ['x', idOf(1)], reason: '改' })).toEqual(['NOT_FOUND']);
  expect(await sum()).toBe('15');
});

test('a worker is refused when one of them is a colleague’s, a manager is not', async () => {
  const [theirs] = await record(colleague, agreement.id, [given('4')]);
  const inputs = [
    change(0, { reason: '改' }),
    { id: theirs!.id, expectedRevision: 1, note: '改', reason: '改' },
  ];
  expect(await codes(worker, CORRECT_MANY, { inputs })).toEqual(['FORBIDDEN']);
  expect(await codes(worker, VOID_MANY, { ids: [idOf(0), theirs!.id], reason: '改' })).toEqual(['FORBIDDEN']);
  expect((await correctMany(manager, inputs)).records).toHaveLength(2);
});

describe('keys', () => {
  const keyed = (at: number, key: string, changes: Partial<Correction> = {}): Correction =>
    change(at, { note: '核对', idempotencyKey: `${agreement.id} ${key}`, ...changes });

  it('answer a repeated call with the records as they are, and one sent with others of its rows too', async () => {
    await correctMany(worker, [keyed(0, 'a'), keyed(1, 'b')]);
    await correct(worker, change(1, { expectedRevision: 2, note: '再改' }));
    const again = await correctMany(worker, [keyed(1, 'b'), keyed(2, 'c'), keyed(0, 'a')]);
    expect(again.userErrors).toEqual([]);
    expect(again.records!.map(({ revision, note }) => [revision, note])).toEqual([
      [3, '再改'],
      [2, '核对'],
      [2, '核对'],
    ]);
    const keys = ['x', 'y'].map((key) => `${agreement.id} ${key}`);
    const voided = await voidMany(worker, [idOf(0), idOf(1)], keys);
    expect(await voidMany(worker, [idOf(1), idOf(0)], keys.toReversed())).toEqual({
      records: voided.records!.toReversed(),
      userErrors: [],
    });
  });

  it('are shared with the singular mutations', async () => {
    const { record: corrected } = await correct(worker, keyed(0, 'a'));
    expect((await correctMany(worker, [keyed(0, 'a')])).records).toEqual([corrected]);
    const { record: voided } = await voidRecord(worker, idOf(1), '重复登记', `${agreement.id} v`);
    expect((await voidMany(worker, [idOf(1)], [`${agreement.id} v`])).records).toEqual([voided]);
  });

  it('with other content are refused at each of their paths, and nothing is written', async () => {
    const [recorded] = await record(worker, agreement.id, [{ ...given('9'), idempotencyKey: newId() }]);
    await correctMany(worker, [keyed(0, 'a')]);
    const key = (
      await api.world.ownerQuery<{ key: string }>(
        'select idempotency_key as key from core.service_record where id = $1',
        [recorded!.id],
      )
    )[0]!.key;
    const { records: none, userErrors } = await correctMany(worker, [
      keyed(0, 'a', { note: '另一个' }),
      keyed(1, 'b'),
      keyed(2, 'b'),
    ]);
    expect(none).toBeNull();
    expect(codesAndPaths(userErrors)).toEqual([
      'IDEMPOTENCY_KEY_REUSED inputs.0.idempotencyKey',
      'IDEMPOTENCY_KEY_REUSED inputs.2.idempotencyKey',
    ]);
    const ofRecord = await correctMany(worker, [change(1), change(2, { idempotencyKey: key })]);
    expect(codesAndPaths(ofRecord.userErrors)).toEqual(['IDEMPOTENCY_KEY_REUSED inputs.1.idempotencyKey']);
  });

  it('given twice in one call with the same content are one correction', async () => {
    const { records: both } = await correctMany(worker, [keyed(0, 'a'), keyed(0, 'a')]);
    expect(both!.map(({ revision }) => revision)).toEqual([2, 2]);
  });
});

test('500 are corrected, and voided, by as many statements as one', async () => {
  const many = await record(
    worker,
    agreement.id,
    Array.from({ length: 500 }, (_, at) => given(String(at + 1))),
  );
  const spent = async (work: () => Promise<unknown>): Promise<Record<string, number>> => {
    const before = api.statements();
    await work();
    return Object.fromEntries(
      [...api.statements()].flatMap(([name, count]) => {
        const times = count - (before.get(name) ?? 0);
        return times === 0 ? [] : [[name, times]];
      }),
    );
  };
  const keyed = ({ id }: ServiceRecord): Correction => ({
    id,
    expectedRevision: 1,
    note: '核对',
    idempotencyKey: `fix ${id}`,
  });
  const one = await spent(async () => correctMany(worker, records.slice(0, 1).map(keyed)));
  expect(await spent(async () => correctMany(worker, many.map(keyed)))).toEqual(one);
  const keys = (some: ServiceRecord[]): string[] => some.map(({ id }) => `void ${id}`);
  const first = records.slice(0, 1);
  const oneVoid = await spent(async () => voidMany(worker, [idOf(0)], keys(first)));
  const ids = many.map(({ id }) => id);
  expect(await spent(async () => voidMany(worker, ids, keys(many)))).toEqual(oneVoid);
  expect(await sum()).toBe('5');
});

test('two calls that name the same records in opposite order wait for each other', async () => {
  const hands = [
    [0, 1, 2],
    [2, 1, 0],
    [1, 2, 0],
    [2, 0, 1],
  ].map(async (order) =>
    correctMany(
      worker,
      order.map((at) => change(at, { note: '同时' })),
    ),
  );
  const answers = await Promise.all(hands);
  expect(answers.filter(({ records: all }) => all !== null)).toHaveLength(1);
  expect(answers.flatMap(({ userErrors }) => userErrors.map(({ code }) => code))).toEqual(
    Array(9).fill('STALE_REVISION'),
  );
});
