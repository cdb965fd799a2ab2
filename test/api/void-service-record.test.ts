import { MemberRole } from '../../src/access';
import type { Api, Client } from '../kit/api';
import { sharedApi } from '../kit/shared-api';
import { type Agreement, newStation } from './support/agreements';
import { enrol } from './support/people';
import {
  codesAndPaths,
  completion,
  correct,
  record,
  type ServiceRecord,
  totalOf,
  VOID,
  voidRecord,
} from './support/questions';

/** A voided record is in no figure, and stays readable to all who could read it. */
let api: Api;
let worker: Client;
let manager: Client;
let colleague: Client;
let agreement: Agreement;
let first: ServiceRecord;
beforeAll(async () => {
  api = await sharedApi();
  worker = await api.as('worker@fengyuan.example');
  manager = await enrol(api, '逢源人家', MemberRole.MANAGER, 'zhanzhang@fengyuan-more.example');
  colleague = await enrol(api, '逢源人家', MemberRole.WORKER, 'tongshi@fengyuan-more.example');
});
beforeEach(async () => {
  agreement = await newStation(api);
  const zoneId = agreement.zones[0]!.id;
  [first] = (await record(worker, agreement.id, [
    {
      indicator: 'HOTLINE',
      occurredOn: '2024-03-01',
      quantities: [{ measure: 'CALLS', value: '5' }],
      zoneId,
    },
  ])) as [ServiceRecord];
});

async function listed(client: Client): Promise<{ totalCount: number; nodes: Partial<ServiceRecord>[] }> {
  const { agreement: answer } = await client.get<{
    agreement: { serviceRecords: { totalCount: number; nodes: Partial<ServiceRecord>[] } };
  }>(
    'query($id: ID!) { agreement(id: $id) { serviceRecords { totalCount nodes { id revision voidedAt voidReason } } } }',
    { id: agreement.id },
  );
  return answer.serviceRecords;
}

test('it is removed from every figure: the whole term, a range, its zone', async () => {
  const [second] = await record(worker, agreement.id, [
    {
      indicator: 'HOTLINE',
      occurredOn: '2024-03-01',
      quantities: [{ measure: 'CALLS', value: '3' }],
      zoneId: agreement.zones[0]!.id,
    },
  ]);
  await voidRecord(worker, first.id);
  for (const range of [
    {},
    { from: '2024-03-01', to: '2024-03-31' },
    { from: '2024-03-01', to: '2024-03-01' },
  ]) {
    const [row] = (await completion(worker, agreement.id, range)).rows;
    expect([row!.total.completed, row!.byZone[0]!.completed]).toEqual(['3', '3']);
  }
  await voidRecord(worker, second!.id);
  expect((await completion(worker, agreement.id)).rows).toEqual([]);
  expect((await completion(worker, agreement.id, { from: '2024-02-15', to: '2024-03-15' })).rows).toEqual([]);
});

test('it stays readable, with time and reason, in the list and by its id', async () => {
  const { record: voided, userErrors } = await voidRecord(worker, first.id, '  重复登记  ');
  expect(userErrors).toEqual([]);
  const mark = { voidedAt: api.clock.now().toISOString(), voidReason: '重复登记' };
  expect(voided).toEqual({ ...first, ...mark });
  for (const account of [
    'worker@fengyuan',
    'admin@fengyuan-street',
    'admin@liwan-bureau',
    'admin@guangzhou-bureau',
  ]) {
    expect(await listed(await api.as(`${account}.example`))).toEqual({
      totalCount: 1,
      nodes: [{ id: first.id, revision: 1, ...mark }],
    });
  }
});

test('it is voided once, and cannot be corrected', async () => {
  await voidRecord(worker, first.id);
  const again = await voidRecord(worker, first.id);
  expect([again.record, codesAndPaths(again.userErrors)]).toEqual([null, ['RECORD_VOIDED id']]);
  const corrected = await correct(worker, { id: first.id, expectedRevision: 1, note: '改' });
  expect([corrected.record, codesAndPaths(corrected.userErrors)]).toEqual([null, ['RECORD_VOIDED id']]);
});

test.each([1, 2, 3])('voided by several concurrently, it is removed from the figures once (%i)', async () => {
  await record(worker, agreement.id, [
    { indicator: 'HOTLINE', occurredOn: '2024-03-01', quantities: [{ measure: 'CALLS', value: '100' }] },
  ]);
  const answers = await Promise.all(
    [worker, manager, worker, manager].map(async (client) => voidRecord(client, first.id)),
  );
  expect(answers.filter(({ record: voided }) => voided !== null)).toHaveLength(1);
  expect(answers.flatMap(({ userErrors }) => userErrors.map(({ code }) => code))).toEqual(
    Array(3).fill('RECORD_VOIDED'),
  );
  expect(await totalOf(worker, agreement.id, 'HOTLINE.CALLS')).toBe('100');
});

test('corrected and voided concurrently, it is out of the figures in either order', async () => {
  for (const amount of ['6', '7', '8']) {
    const [it] = await record(worker, agreement.id, [
      { indicator: 'CASE_FILE', occurredOn: '2024-03-01', quantities: [{ measure: 'FILES', value: '2' }] },
    ]);
    const change = { id: it!.id, expectedRevision: 1, quantities: [{ measure: 'FILES', value: amount }] };
    const [, voided] = await Promise.all([correct(manager, change), voidRecord(worker, it!.id)]);
    expect(voided.userErrors).toEqual([]);
    expect(await totalOf(worker, agreement.id, 'CASE_FILE.FILES')).toBeNull();
  }
});

test.each([
  ['', 'EMPTY_TEXT reason'],
  [' \n', 'EMPTY_TEXT reason'],
  ['由'.repeat(501), 'TEXT_TOO_LONG reason'],
])('the reason is required: not %j', async (reason, expected) => {
  const { record: none, userErrors } = await voidRecord(worker, first.id, reason);
  expect([none, codesAndPaths(userErrors)]).toEqual([null, [expected]]);
  expect(await totalOf(worker, agreement.id, 'HOTLINE.CALLS')).toBe('5');
});

test('a worker voids its own records, a manager those of anyone', async () => {
  const { errors } = await colleague.ask(VOID, { id: first.id, reason: '重复' });
  expect(errors.map(({ extensions }) => extensions?.code)).toEqual(['FORBIDDEN']);
  expect(await totalOf(worker, agreement.id, 'HOTLINE.CALLS')).toBe('5');
  expect((await voidRecord(manager, first.id)).userErrors).toEqual([]);
});

test.each([
  'admin@fengyuan-street',
  'admin@liwan-bureau',
  'admin@guangzhou-bureau',
  'admin@mentoring-centre',
  'admin@assessor',
  'admin@platform',
])('%s voids nothing', async (account) => {
  const { errors } = await (await api.as(`${account}.example`)).ask(VOID, { id: first.id, reason: '重复' });
  expect(errors.map(({ extensions }) => extensions?.code)).toEqual(['FORBIDDEN']);
});

test('a retry with the same key returns the voided record; with another reason, or of another record, it is refused', async () => {
  const [second] = await record(worker, agreement.id, [
    { indicator: 'HOTLINE', occurredOn: '2024-03-01', quantities: [{ measure: 'CALLS', value: '3' }] },
  ]);
  const { record: voided } = await voidRecord(worker, first.id, '重复登记', 'k');
  expect(await voidRecord(worker, first.id, ' 重复登记 ', ' k ')).toEqual({ record: voided, userErrors: [] });
  for (const again of [
    await voidRecord(worker, first.id, '另一原因', 'k'),
    await voidRecord(worker, second!.id, '重复登记', 'k'),
  ]) {
    expect(codesAndPaths(again.userErrors)).toEqual(['IDEMPOTENCY_KEY_REUSED idempotencyKey']);
  }
  expect(codesAndPaths((await voidRecord(worker, first.id)).userErrors)).toEqual(['RECORD_VOIDED id']);
  expect(codesAndPaths((await voidRecord(worker, second!.id, '重复登记', ' ')).userErrors)).toEqual([
    'EMPTY_TEXT idempotencyKey',
  ]);
});
