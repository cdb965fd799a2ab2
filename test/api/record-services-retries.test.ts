import type { Api, Client } from '../kit/api';
import { sharedApi } from '../kit/shared-api';
import { type Agreement, newStation } from './support/agreements';
import {
  codesAndPaths,
  correct,
  type NewRecord,
  record,
  totalOf,
  tryRecord,
  voidRecord,
} from './support/questions';

/** A retry with the same idempotency keys returns the same record, which is counted once. */
let api: Api;
let worker: Client;
let admin: Client;
let agreement: Agreement;
beforeAll(async () => {
  api = await sharedApi();
  worker = await api.as('worker@fengyuan.example');
  admin = await api.as('admin@fengyuan.example');
});
beforeEach(async () => {
  agreement = await newStation(api);
});

const keyed = (key: string | null, value = '1', changes: Partial<NewRecord> = {}): NewRecord => ({
  indicator: 'HOTLINE',
  occurredOn: '2024-03-01',
  quantities: [{ measure: 'CALLS', value }],
  idempotencyKey: key,
  ...changes,
});
const total = async (): Promise<string | null> => totalOf(worker, agreement.id, 'HOTLINE.CALLS');
const idsOf = (records: readonly { id: string }[]): string[] => records.map(({ id }) => id);

test('a retry returns the same records in the order of the input, and counts them once', async () => {
  const call = [keyed('b', '20'), keyed('a', '1'), keyed('c', '300')];
  const first = await record(worker, agreement.id, call);
  const again = await record(worker, agreement.id, call);
  expect(again).toEqual(first);
  expect(first.map(({ quantities }) => quantities[0]!.value)).toEqual(['20', '1', '300']);
  expect(await total()).toBe('321');
});

test('a retry that mixes old and new stores the new ones, and returns all in its own order', async () => {
  const [a, b] = await record(worker, agreement.id, [keyed('a', '1'), keyed('b', '20')]);
  const records = await record(worker, agreement.id, [
    keyed('d', '4000'),
    keyed('b', '20'),
    keyed(null, '300'),
    keyed('a', '1'),
  ]);
  expect(records.map(({ quantities }) => quantities[0]!.value)).toEqual(['4000', '20', '300', '1']);
  expect([records[1]!.id, records[3]!.id]).toEqual([b!.id, a!.id]);
  expect(await total()).toBe('4321');
});

test('without a key every call is a new record', async () => {
  const [first] = await record(worker, agreement.id, [keyed(null)]);
  const [second] = await record(worker, agreement.id, [keyed(null)]);
  expect(first!.id).not.toBe(second!.id);
  expect(await total()).toBe('2');
});

test('a key with other content is refused, and with it the whole call', async () => {
  const [zone] = agreement.zones;
  await record(worker, agreement.id, [keyed('k', '5', { note: '电话', zoneId: zone!.id })]);
  const same = { note: '电话', zoneId: zone!.id };
  for (const other of [
    keyed('k', '7', same),
    keyed('k', '5', { ...same, occurredOn: '2024-04-01' }),
    keyed('k', '5', { ...same, note: '改' }),
    keyed('k', '5', { ...same, note: null }),
    keyed('k', '5', { ...same, zoneId: null }),
    keyed('k', '5', { ...same, pointId: zone!.points[0]!.id }),
    keyed('k', '5', { ...same, indicator: 'HOME_VISIT', quantities: [{ measure: 'VISITS', value: '5' }] }),
  ]) {
    const { records, userErrors } = await tryRecord(worker, agreement.id, [keyed('new'), other]);
    expect([records, codesAndPaths(userErrors)]).toEqual([
      null,
      ['IDEMPOTENCY_KEY_REUSED records.1.idempotencyKey'],
    ]);
  }
  expect(await total()).toBe('5');
});

test('content in another notation is the same content', async () => {
  const { id: zoneId, points } = agreement.zones[0]!;
  const [first] = await record(worker, agreement.id, [
    keyed('k', '5', { note: '电话', pointId: points[0]!.id }),
  ]);
  const [again] = await record(worker, agreement.id, [
    keyed(' k ', '5.0', { note: ' 电话 ', pointId: points[0]!.id, zoneId }),
  ]);
  expect(again).toEqual(first);
});

test('a record that was corrected or voided since is returned as it is now', async () => {
  const [first] = await record(worker, agreement.id, [keyed('k', '5')]);
  await correct(worker, {
    id: first!.id,
    expectedRevision: 1,
    quantities: [{ measure: 'CALLS', value: '6' }],
  });
  const [corrected] = await record(worker, agreement.id, [keyed('k', '5')]);
  expect([corrected!.id, corrected!.revision, corrected!.quantities[0]!.value]).toEqual([first!.id, 2, '6']);
  expect(await total()).toBe('6');
  const { userErrors } = await tryRecord(worker, agreement.id, [keyed('k', '6')]);
  expect(codesAndPaths(userErrors)).toEqual(['IDEMPOTENCY_KEY_REUSED records.0.idempotencyKey']);
  await voidRecord(worker, first!.id);
  const [voided] = await record(worker, agreement.id, [keyed('k', '5')]);
  expect([voided!.id, voided!.voidReason]).toEqual([first!.id, '重复登记']);
  expect(await total()).toBeNull();
});

test('a retry is answered also when its content would no longer be valid', async () => {
  const call = [keyed('k', '5'), keyed('l', '6')];
  const first = await record(worker, agreement.id, call);
  await api.world.ownerQuery(`update core.term set starts_on = '2024-05-01' where agreement_id = $1`, [
    agreement.id,
  ]);
  // As another member: the agreement structure cache is per member.
  expect(idsOf(await record(admin, agreement.id, call))).toEqual(idsOf(first));
  const { userErrors } = await tryRecord(admin, agreement.id, [...call, keyed('new')]);
  expect(codesAndPaths(userErrors)).toEqual(['DAY_OUTSIDE_TERMS records.2.occurredOn']);
});

test('a note that was stored unnormalised is the same content', async () => {
  const note = '热线\u200b来电  已回访';
  const [first] = await record(worker, agreement.id, [keyed('k', '5', { note })]);
  await api.world.ownerQuery(
    `alter table core.service_record disable trigger user;
     update core.service_record set note = U&'热线\\200B来电  已回访' where id = '${first!.id}';
     alter table core.service_record enable trigger user`,
  );
  const [again] = await record(worker, agreement.id, [keyed('k', '5', { note })]);
  expect(again!.id).toBe(first!.id);
});

test('the audit log distinguishes a retry from a new record', async () => {
  const [first] = await record(worker, agreement.id, [keyed('k', '5')]);
  const [, second] = await record(worker, agreement.id, [keyed('k', '5'), keyed('l', '6')]);
  const log = await api.world.ownerQuery<{ after: unknown }>(
    `select after from core.audit_entry
      where $1 = any (agreement_ids) and action = 'SERVICES_RECORDED' order by id`,
    [agreement.id],
  );
  expect(log.map(({ after }) => after)).toEqual([
    { recordIds: [first!.id] },
    { recordIds: [first!.id, second!.id], storedBefore: [first!.id] },
  ]);
});

test('the same key twice in one call has the same content, or is refused', async () => {
  const { userErrors } = await tryRecord(worker, agreement.id, [
    keyed('k', '5'),
    keyed('x'),
    keyed('k', '7'),
  ]);
  expect(codesAndPaths(userErrors)).toEqual(['IDEMPOTENCY_KEY_REUSED records.2.idempotencyKey']);
  const records = await record(worker, agreement.id, [
    keyed('k', '5'),
    keyed('x', '1'),
    keyed('k', '5'),
    keyed(' k ', '5'),
  ]);
  expect(new Set(idsOf(records)).size).toBe(2);
  expect(records.map(({ quantities }) => quantities[0]!.value)).toEqual(['5', '1', '5', '5']);
  expect(await total()).toBe('6');
});

test('a key is unique per agreement: another agreement may use it too', async () => {
  const other = await newStation(api);
  const [here] = await record(worker, agreement.id, [keyed('k')]);
  const [there] = await record(worker, other.id, [keyed('k')]);
  expect(here!.id).not.toBe(there!.id);
  expect(idsOf(await record(worker, agreement.id, [keyed('k')]))).toEqual([here!.id]);
  expect(idsOf(await record(worker, other.id, [keyed('k')]))).toEqual([there!.id]);
});

test('a refused call keeps none of its keys', async () => {
  const refused = await tryRecord(worker, agreement.id, [keyed('k', '5'), keyed('l', '-1')]);
  expect(codesAndPaths(refused.userErrors)).toEqual(['NEGATIVE_QUANTITY records.1.quantities.0.value']);
  await record(worker, agreement.id, [keyed('k', '7'), keyed('l', '1')]);
  expect(await total()).toBe('8');
});

test('of two concurrent contents with one key one is stored', async () => {
  const answers = await Promise.all(
    ['5', '7', '9'].map(async (value) => tryRecord(worker, agreement.id, [keyed('k', value)])),
  );
  expect(answers.flatMap(({ userErrors }) => codesAndPaths(userErrors))).toEqual(
    Array(2).fill('IDEMPOTENCY_KEY_REUSED records.0.idempotencyKey'),
  );
  const [stored] = answers.flatMap(({ records }) => records ?? []);
  expect(await total()).toBe(stored!.quantities[0]!.value);
});

test.each([1, 2, 3])('concurrent retries are one record each (%i)', async () => {
  const call = Array.from({ length: 40 }, (_, at) => keyed(`key ${at}`, String(at + 1)));
  const answers = await Promise.all(
    Array.from({ length: 6 }, async (_, at) =>
      // The same rows in another order, by another member: they must wait for each other rather than deadlock.
      record(at % 2 === 0 ? worker : admin, agreement.id, at % 3 === 0 ? call : [...call].reverse()),
    ),
  );
  for (const answer of answers) {
    expect(answer).toHaveLength(40);
    expect(idsOf(answer).sort()).toEqual(idsOf(answers[0]!).sort());
  }
  expect(answers[1]!.map(({ quantities }) => quantities[0]!.value)).toEqual(
    [...call].reverse().map((row) => row.quantities[0]!.value),
  );
  expect(await total()).toBe(String((40 * 41) / 2));
  const [count] = await api.world.ownerQuery<{ count: number }>(
    'select count(*)::int from core.service_record where agreement_id = $1',
    [agreement.id],
  );
  expect(count!.count).toBe(40);
});

test('many different concurrent calls are all counted', async () => {
  const zones = agreement.zones.map(({ id }) => id);
  await Promise.all(
    Array.from({ length: 16 }, async (_, call) => {
      const rows = Array.from({ length: 20 }, (__, at) =>
        keyed(null, String(call + 1), {
          zoneId: zones[(call + at) % 3]!,
          occurredOn: `2024-0${((call * at) % 9) + 1}-10`,
        }),
      );
      await record(call % 2 === 0 ? worker : admin, agreement.id, rows);
    }),
  );
  expect(await total()).toBe(String(20 * ((16 * 17) / 2)));
});
