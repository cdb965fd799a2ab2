import { dayAt } from '../../src/platform/calendar';
import { newId } from '../../src/platform/ids';
import { type Client, startApi, type TestApi } from '../kit/api';
import { ACCOUNTS, nextMidnight, signInAnew } from './support/people';
import { type Agreement, newStation } from './support/agreements';
import {
  codesAndPaths,
  type NewRecord,
  RECORD_SERVICES,
  record,
  totalOf,
  tryRecord,
} from './support/questions';

/** The validation of a record: each rule by its code and path, and nothing of a refused call stored. */
let api: TestApi;
let worker: Client;
let agreement: Agreement;
let other: Agreement;
beforeAll(async () => {
  api = await startApi();
  worker = await api.as('worker@fengyuan.example');
  const terms = [
    { name: '上', startsOn: '2024-01-01', endsOn: '2024-05-31' },
    { name: '下', startsOn: '2024-07-01', endsOn: '2024-12-31' },
  ];
  agreement = await newStation(api, { terms, allowGaps: true });
  other = await newStation(api, { terms, allowGaps: true });
});
afterAll(async () => {
  await api.close();
});

function given(changes: Partial<NewRecord> = {}): NewRecord {
  return {
    indicator: 'HOTLINE',
    occurredOn: '2024-03-01',
    quantities: [{ measure: 'CALLS', value: '1' }],
    ...changes,
  };
}

function of(indicator: string, ...pairs: [measure: string, value: string | number][]): NewRecord {
  return given({ indicator, quantities: pairs.map(([measure, value]) => ({ measure, value })) });
}

async function stored(): Promise<number> {
  const [row] = await api.world.ownerQuery<{ count: number }>(
    'select count(*)::int from core.service_record',
  );
  return row!.count;
}

const REFUSALS: [string, () => NewRecord, string[]][] = [
  ['an unknown indicator', () => of('TEA_PARTY', ['CALLS', 1]), ['UNKNOWN_INDICATOR indicator']],
  ['an unknown measure', () => of('HOTLINE', ['RINGS', 1]), ['UNKNOWN_MEASURE quantities.0.measure']],
  [
    'a measure of another indicator',
    () => of('HOTLINE', ['CALLS', 1], ['VISITS', 1]),
    ['MEASURE_OF_OTHER_INDICATOR quantities.1.measure'],
  ],
  [
    'the same measure twice',
    () => of('HOTLINE', ['CALLS', 1], ['CALLS', 2]),
    ['MEASURE_TWICE quantities.1.measure'],
  ],
  ['a negative quantity', () => of('HOTLINE', ['CALLS', -1]), ['NEGATIVE_QUANTITY quantities.0.value']],
  ['half a call', () => of('HOTLINE', ['CALLS', '0.5']), ['TOO_MANY_DECIMALS quantities.0.value']],
  [
    'half a participant',
    () => of('GROUPWORK', ['GROUPS', 1], ['PARTICIPANTS', '8.50']),
    ['TOO_MANY_DECIMALS quantities.1.value'],
  ],
  [
    'a tenth of a cent',
    () => of('RESOURCE_LINKED', ['AMOUNT', '0.001']),
    ['TOO_MANY_DECIMALS quantities.0.value'],
  ],
  [
    'an eighth of an hour',
    () => of('PROFESSIONAL_TRAINING', ['HOURS', '0.125']),
    ['TOO_MANY_DECIMALS quantities.0.value'],
  ],
  ['no quantity', () => of('HOTLINE'), ['NOTHING_RECORDED quantities']],
  [
    'nothing but zeros',
    () => of('GROUPWORK', ['GROUPS', 0], ['PARTICIPANTS', '0.00']),
    ['NOTHING_RECORDED quantities'],
  ],
  [
    'more than 10^9',
    () => of('HOTLINE', ['CALLS', 1_000_000_001]),
    ['QUANTITY_TOO_LARGE quantities.0.value'],
  ],
  [
    'far more than 10^9',
    () => of('HOTLINE', ['CALLS', '9'.repeat(30)]),
    ['QUANTITY_TOO_LARGE quantities.0.value'],
  ],
  ['a day before the terms', () => given({ occurredOn: '2023-12-31' }), ['DAY_OUTSIDE_TERMS occurredOn']],
  ['a day between the terms', () => given({ occurredOn: '2024-06-15' }), ['DAY_OUTSIDE_TERMS occurredOn']],
  ['a day after the terms', () => given({ occurredOn: '2025-01-01' }), ['DAY_OUTSIDE_TERMS occurredOn']],
  ['an unknown zone', () => given({ zoneId: newId() }), ['ZONE_NOT_FOUND zoneId']],
  ['a zone of another agreement', () => given({ zoneId: other.zones[0]!.id }), ['ZONE_NOT_FOUND zoneId']],
  [
    'a project of another agreement',
    () => given({ projectId: other.projects[0]!.id }),
    ['PROJECT_NOT_FOUND projectId'],
  ],
  [
    'a point of another agreement',
    () => given({ pointId: other.points[0]!.id }),
    ['POINT_NOT_FOUND pointId'],
  ],
  ['a point of no form', () => given({ pointId: '' }), ['POINT_NOT_FOUND pointId']],
  [
    'a point that is not in the zone',
    () => given({ zoneId: agreement.zones[0]!.id, pointId: agreement.zones[1]!.points[0]!.id }),
    ['POINT_NOT_IN_ZONE pointId'],
  ],
  ['an empty note', () => given({ note: '  ' }), ['EMPTY_TEXT note']],
  ['a note of more than 2,000 characters', () => given({ note: '记'.repeat(2001) }), ['TEXT_TOO_LONG note']],
  ['a note that cannot be shown', () => given({ note: 'a\0b' }), ['UNPRINTABLE_TEXT note']],
  ['half a character', () => given({ note: '雨\ud83e' }), ['UNPRINTABLE_TEXT note']],
  ['an empty key', () => given({ idempotencyKey: '' }), ['EMPTY_TEXT idempotencyKey']],
  [
    'a key of more than 200 characters',
    () => given({ idempotencyKey: 'k'.repeat(201) }),
    ['TEXT_TOO_LONG idempotencyKey'],
  ],
  [
    'a key that cannot be stored',
    () => given({ idempotencyKey: 'k\0' }),
    ['UNPRINTABLE_TEXT idempotencyKey'],
  ],
];

describe('a call with one such record stores nothing, not even the valid ones:', () => {
  it.each(REFUSALS)('%s', async (_, spoilt, expected) => {
    const before = await stored();
    const { records, userErrors } = await tryRecord(worker, agreement.id, [given(), spoilt(), given()]);
    expect(records).toBeNull();
    expect(codesAndPaths(userErrors)).toEqual(expected.map((code) => code.replace(' ', ' records.1.')));
    expect(await stored()).toBe(before);
  });
});

test('every error of every row is reported at once', async () => {
  const before = await stored();
  const rows = [...REFUSALS.map(([, spoilt]) => spoilt()), given()];
  const { records, userErrors } = await tryRecord(worker, agreement.id, rows);
  expect(records).toBeNull();
  expect(codesAndPaths(userErrors)).toEqual(
    REFUSALS.flatMap(([, , expected], at) => expected.map((code) => code.replace(' ', ` records.${at}.`))),
  );
  expect(await stored()).toBe(before);
});

test('the messages are Chinese unless English is preferred', async () => {
  const input = { agreementId: agreement.id, records: REFUSALS.map(([, spoilt]) => spoilt()) };
  interface Messages {
    recordServices: { userErrors: { code: string; message: string }[] };
  }
  const zh = await worker.ask<Messages>(RECORD_SERVICES, { input }, { 'accept-language': 'zh-CN' });
  const en = await worker.ask<Messages>(RECORD_SERVICES, { input }, { 'accept-language': 'en-GB,en' });
  const messages = ({ data }: typeof zh): string[] =>
    data!.recordServices.userErrors.map(({ message }) => message);
  expect(messages(zh)).toHaveLength(REFUSALS.length);
  for (const message of messages(zh)) expect(message).toMatch(/\p{Script=Han}.*。$/u);
  for (const message of messages(en)) expect(message).toMatch(/^[^\p{Script=Han}]+\.$/u);
});

test('values just within the limits are accepted', async () => {
  const station = await newStation(api);
  const valid = [
    of('HOTLINE', ['CALLS', '1000000000']),
    of('HOTLINE', ['CALLS', '37.00']),
    of('RESOURCE_LINKED', ['AMOUNT', '0.01']),
    of('RESOURCE_LINKED', ['AMOUNT', '999999999.99']),
    of('SERVICE_HOURS', ['HOURS', '0.25']),
    of('GROUPWORK', ['GROUPS', 0], ['PARTICIPANTS', 8]),
    given({ occurredOn: '2024-01-01', note: '记'.repeat(2000), idempotencyKey: '键'.repeat(200) }),
    given({ occurredOn: '2024-12-31', note: null, zoneId: null, pointId: null, projectId: null }),
  ];
  const records = await record(worker, station.id, valid);
  expect(records.map(({ quantities }) => quantities.map(({ value }) => value))).toEqual([
    ['1000000000'],
    ['37'],
    ['0.01'],
    ['999999999.99'],
    ['0.25'],
    ['0', '8'],
    ['1'],
    ['1'],
  ]);
  expect(await totalOf(worker, station.id, 'HOTLINE.CALLS')).toBe('1000000039');
  expect(await totalOf(worker, station.id, 'RESOURCE_LINKED.AMOUNT')).toBe('1000000000.00');
});

test('a point implies its zone; a point and its zone must agree', async () => {
  const [zone] = agreement.zones;
  const point = zone!.points[1]!;
  const records = await record(worker, agreement.id, [
    given({ pointId: point.id }),
    given({ pointId: point.id, zoneId: zone!.id }),
  ]);
  for (const { zone: stored, point: at } of records)
    expect([stored!.id, at!.id]).toEqual([zone!.id, point.id]);
});

test('500 records are stored in one call, 501 or none are refused', async () => {
  const station = await newStation(api);
  const many = (length: number): NewRecord[] =>
    Array.from({ length }, (_, at) => of('HOTLINE', ['CALLS', String(at + 1)]));
  for (const length of [0, 501, 1200]) {
    const { records, userErrors } = await tryRecord(worker, station.id, many(length));
    expect(records).toBeNull();
    expect(codesAndPaths(userErrors)).toEqual([length === 0 ? 'TOO_FEW records' : 'TOO_MANY records']);
  }
  expect(await totalOf(worker, station.id, 'HOTLINE.CALLS')).toBeNull();
  const records = await record(worker, station.id, many(500));
  // In the order of the input.
  expect(records.map(({ quantities }) => quantities[0]!.value)).toEqual(
    many(500).map(({ quantities }) => quantities[0]!.value),
  );
  expect(await totalOf(worker, station.id, 'HOTLINE.CALLS')).toBe(String((500 * 501) / 2));
});

test('a record has its quantities in catalogue order, its author and its time', async () => {
  const [stored] = await record(worker, agreement.id, [
    of('CASEWORK', ['CLOSED', 3], ['OPENED', 1], ['SESSIONS', 2]),
  ]);
  expect(stored!.quantities.map(({ measure, value }) => `${measure.code} ${value}`)).toEqual([
    'OPENED 1',
    'SESSIONS 2',
    'CLOSED 3',
  ]);
  expect(stored).toMatchObject({
    revision: 1,
    versions: [],
    voidedAt: null,
    voidReason: null,
    note: null,
    zone: null,
    point: null,
    project: null,
    recordedBy: '逢源人家社工',
    recordedAt: api.clock.now().toISOString(),
  });
});

test('today ends in Guangzhou at 16:00 UTC: the next day cannot be recorded before, and can from then on', async () => {
  const { inMs, ends, begins } = nextMidnight(api);
  const days = { startsOn: dayAt(ends, -400), endsOn: dayAt(ends, 400) };
  const station = await newStation(api, { ...days, terms: [{ name: '长期', ...days }] });
  api.clock.advance(inMs - 1);
  const client = await signInAnew(api, 'worker@fengyuan.example');
  const refused = await tryRecord(
    client,
    station.id,
    [ends, begins].map((occurredOn) => given({ occurredOn })),
  );
  expect(codesAndPaths(refused.userErrors)).toEqual(['DAY_IN_FUTURE records.1.occurredOn']);
  await record(client, station.id, [given({ occurredOn: ends })]);

  api.clock.advance(1);
  await record(client, station.id, [given({ occurredOn: begins })]);
  const { userErrors } = await tryRecord(client, station.id, [given({ occurredOn: '2099-12-31' })]);
  expect(codesAndPaths(userErrors)).toEqual(['DAY_IN_FUTURE records.0.occurredOn']);
  api.clock.advance(-inMs);
});

test.each(ACCOUNTS.filter((account) => !/datong|xinyue|beidouxing|xinmingai|@fengyuan\./.test(account)))(
  '%s records nothing: only operators do',
  async (account) => {
    const client = await api.as(account);
    const { errors } = await client.ask(RECORD_SERVICES, {
      input: { agreementId: agreement.id, records: [given()] },
    });
    expect(errors.map(({ extensions }) => extensions?.code)).toEqual(['FORBIDDEN']);
  },
);
