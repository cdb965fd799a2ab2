import type { Api, Client } from '../kit/api';
import { sharedApi } from '../kit/shared-api';
import { type Agreement, validRegistration, tryRegister } from './support/agreements';
import { agreementWithTargets, VISITS, visits } from './support/amended-visits';
import { amend, propose, takeReasonedStep, takeStep } from './support/amendments';
import { codesAndPaths, completion, record, tryRecord } from './support/questions';

let api: Api;
let operator: Client;
let street: Client;
let bureau: Client;
let both: { proposer: Client; confirmer: Client };
beforeAll(async () => {
  api = await sharedApi();
  operator = await api.as('admin@fengyuan.example');
  street = await api.as('admin@fengyuan-street.example');
  bureau = await api.as('admin@liwan-bureau.example');
  both = { proposer: operator, confirmer: street };
});

test('nothing changes before the other party has confirmed; then from the day on', async () => {
  const agreement = await agreementWithTargets({ api, operator });
  const [term] = agreement.terms;
  const input = {
    agreementId: agreement.id,
    effectiveOn: '2024-04-01',
    targets: [{ ...VISITS, termId: term!.id, zoneId: agreement.zones[0]!.id, value: '40' }],
  };
  const { amendment, userErrors } = await propose(operator, input);
  expect(userErrors).toEqual([]);
  expect(amendment).toMatchObject({ state: 'PROPOSED', kind: 'CHANGE', confirmedBy: null });
  expect(amendment!.changes).toEqual([
    {
      field: 'target',
      aspect: 'value',
      subject: '上半年 · 东片 · 居家探访/家庭探视 · 探访数',
      was: '100',
      becomes: '40',
    },
  ]);
  expect(await visits(street, agreement, 0, '2024-06-30')).toEqual({
    total: '300',
    zones: ['100', '100', '100'],
  });

  const confirmed = await takeStep(street, 'confirmAmendment', amendment!.id);
  expect(confirmed.userErrors).toEqual([]);
  expect(confirmed.amendment).toMatchObject({
    state: 'CONFIRMED',
    confirmedBy: { name: '广州市荔湾区逢源街道办事处' },
  });
  expect(await visits(street, agreement, 0, '2024-03-31')).toEqual({
    total: '300',
    zones: ['100', '100', '100'],
  });
  expect(await visits(street, agreement, 0, '2024-04-01')).toEqual({
    total: '240',
    zones: ['40', '100', '100'],
  });
  expect(await visits(street, agreement, 1, '2024-12-31')).toEqual({
    total: '300',
    zones: ['100', '100', '100'],
  });
  // A step that one has taken already returns the current state.
  expect((await takeStep(street, 'confirmAmendment', amendment!.id)).amendment!.state).toBe('CONFIRMED');
});

test('a zone is renamed and closed from a day, a new one opens; its past stays', async () => {
  const agreement = await agreementWithTargets({ api, operator });
  const [east, west] = agreement.zones;
  await record(operator, agreement.id, [
    {
      indicator: 'HOME_VISIT',
      occurredOn: '2024-05-31',
      quantities: [{ measure: 'VISITS', value: '5' }],
      zoneId: west!.id,
    },
  ]);
  await amend(both, {
    agreementId: agreement.id,
    effectiveOn: '2024-06-01',
    zones: [{ id: east!.id, name: '第一片区' }, { id: west!.id, close: true }, { name: '新片' }],
    targets: [{ ...VISITS, termId: agreement.terms[1]!.id, zoneId: west!.id, value: null }],
  });
  const one = (occurredOn: string, zoneId: string) => ({
    indicator: 'HOME_VISIT',
    occurredOn,
    quantities: [{ measure: 'VISITS', value: '1' }],
    zoneId,
  });
  const refused = await tryRecord(operator, agreement.id, [one('2024-06-01', west!.id)]);
  expect(codesAndPaths(refused.userErrors)).toEqual(['PART_CLOSED records.0.zoneId']);
  await record(operator, agreement.id, [one('2024-05-30', west!.id)]);
  const { agreement: now } = await street.get<{ agreement: { zones: { id: string; name: string }[] } }>(
    'query($id: ID!) { agreement(id: $id) { zones { id name } } }',
    { id: agreement.id },
  );
  expect(now.zones.map(({ name }) => name)).toEqual(['第一片区', '西片', '南片', '新片']);
  const added = now.zones[3]!.id;
  const early = await tryRecord(operator, agreement.id, [one('2024-05-31', added)]);
  expect(codesAndPaths(early.userErrors)).toEqual(['PART_CLOSED records.0.zoneId']);
  await record(operator, agreement.id, [one('2024-06-01', added)]);
});

test('an early end cuts the terms, frees the days of the station, and is refused while records lie after it', async () => {
  const agreement = await agreementWithTargets({ api, operator });
  const [last] = await record(operator, agreement.id, [
    { indicator: 'HOME_VISIT', occurredOn: '2024-09-30', quantities: [{ measure: 'VISITS', value: '5' }] },
  ]);
  const end = (endsOn: string, effectiveOn: string) => ({ agreementId: agreement.id, effectiveOn, endsOn });
  const refused = await propose(bureau, {
    ...end('2024-08-31', '2024-09-01'),
    documentNumber: '荔民〔2024〕1号',
  });
  expect(codesAndPaths(refused.userErrors)).toEqual(['FIGURES_AFTER_END endsOn']);
  const ended = await amend(both, end('2024-09-30', '2024-10-01'));
  expect(ended.kind).toBe('EARLY_END');
  expect(ended.changes).toEqual([
    { field: 'endsOn', aspect: 'value', subject: null, was: '2024-12-31', becomes: '2024-09-30' },
    {
      field: 'term',
      aspect: 'days',
      subject: '下半年',
      was: '2024-07-01/2024-12-31',
      becomes: '2024-07-01/2024-09-30',
    },
  ]);
  expect(last!.occurredOn).toBe('2024-09-30');
  const successor = await tryRegister(
    bureau,
    await validRegistration(api, {
      newStation: null,
      stationId: agreement.station.id,
      startsOn: '2024-10-01',
      terms: [{ name: '第四季度', startsOn: '2024-10-01', endsOn: '2024-12-31' }],
    }),
  );
  expect(successor.userErrors).toEqual([]);
});

describe('is refused, and nothing is stored:', () => {
  let agreement: Agreement;
  beforeAll(async () => {
    agreement = await agreementWithTargets({ api, operator });
  });
  const cases: [string, () => Record<string, unknown>, string[]][] = [
    [
      'a day outside the agreement',
      () => ({ effectiveOn: '2025-01-01', annualFee: '1' }),
      ['OUTSIDE_AGREEMENT effectiveOn'],
    ],
    ['nothing that changes', () => ({ annualFee: '2400000.00' }), ['NOTHING_CHANGES agreementId']],
    [
      'an unknown zone',
      () => ({ zones: [{ id: agreement.id, close: true }] }),
      ['ZONE_NOT_FOUND zones.0.id'],
    ],
    [
      'a gap between terms',
      () => ({ terms: [{ id: agreement.terms[0]!.id, endsOn: '2024-06-15' }] }),
      ['TERMS_LEAVE_GAP terms'],
    ],
    [
      'a target after its term',
      () => ({
        effectiveOn: '2024-07-01',
        targets: [{ ...VISITS, termId: agreement.terms[0]!.id, zoneId: agreement.zones[0]!.id, value: '1' }],
      }),
      ['TARGET_AFTER_TERM targets.0.termId'],
    ],
    ['no reason', () => ({ reason: ' ', annualFee: '1' }), ['EMPTY_TEXT reason']],
  ];
  test.each(cases)('%s', async (_, input, expected) => {
    const { amendment, userErrors } = await propose(operator, {
      agreementId: agreement.id,
      effectiveOn: '2024-04-01',
      ...input(),
    });
    expect(amendment).toBeNull();
    expect(codesAndPaths(userErrors)).toEqual(expected);
  });
  test('the amendment of a bureau without a document', async () => {
    const input = { agreementId: agreement.id, effectiveOn: '2024-04-01', annualFee: '1' };
    expect(codesAndPaths((await propose(bureau, input)).userErrors)).toEqual([
      'DOCUMENT_NUMBER_MISSING documentNumber',
    ]);
  });
  test('two open amendments of the same value and day', async () => {
    const input = { agreementId: agreement.id, effectiveOn: '2024-04-01', annualFee: '2500000' };
    expect((await propose(operator, input)).userErrors).toEqual([]);
    const second = await propose(street, { ...input, annualFee: '2600000' });
    expect(codesAndPaths(second.userErrors)).toEqual(['SAME_VALUE_AND_DAY effectiveOn']);
  });
});

test('its proposer cannot confirm it, and only its proposer withdraws it', async () => {
  const agreement = await agreementWithTargets({ api, operator });
  const input = { agreementId: agreement.id, effectiveOn: '2024-04-01', requiredPosts: '12' };
  const { amendment } = await propose(street, input);
  const { id } = amendment!;
  expect(codesAndPaths((await takeStep(street, 'confirmAmendment', id)).userErrors)).toEqual([
    'OWN_PROPOSAL id',
  ]);
  const foreign = await takeReasonedStep(operator, 'withdrawAmendment', id, '不同意');
  expect(codesAndPaths(foreign.userErrors)).toEqual(['NOT_YOUR_PROPOSAL id']);
  const declined = await takeReasonedStep(operator, 'declineAmendment', id, '人员不足');
  expect(declined.amendment).toMatchObject({ state: 'DECLINED', stateReason: '人员不足' });
  expect(codesAndPaths((await takeStep(bureau, 'confirmAmendment', id)).userErrors)).toEqual([
    'NOT_PROPOSED id',
  ]);
});

test('one of a bureau is in force at once, and the parties acknowledge it or object for all to see', async () => {
  const agreement = await agreementWithTargets({ api, operator });
  const input = {
    agreementId: agreement.id,
    effectiveOn: '2024-04-01',
    requiredPosts: '12',
    documentNumber: '荔民〔2024〕12号',
  };
  const { amendment, userErrors } = await propose(bureau, input);
  expect(userErrors).toEqual([]);
  expect(amendment).toMatchObject({
    state: 'CONFIRMED',
    confirmedBy: null,
    documentNumber: '荔民〔2024〕12号',
  });
  await takeStep(street, 'acknowledgeAmendment', amendment!.id);
  const objected = await takeReasonedStep(operator, 'objectToAmendment', amendment!.id, '未与本机构协商');
  // The clock of the test stands still: neither comes first.
  const answers = objected.amendment!.answers.sort((one, other) => (one.answer < other.answer ? -1 : 1));
  expect(answers).toEqual([
    { answer: 'ACKNOWLEDGED', reason: null, by: { name: '广州市荔湾区逢源街道办事处' } },
    { answer: 'OBJECTED', reason: '未与本机构协商', by: { name: '广州市荔湾区逢源人家服务中心' } },
  ]);
});

test('terms move, and their records with them; one that would fall outside every term keeps them where they are', async () => {
  const agreement = await agreementWithTargets({ api, operator });
  const [first, second] = agreement.terms;
  await record(operator, agreement.id, [
    { indicator: 'HOME_VISIT', occurredOn: '2024-07-10', quantities: [{ measure: 'VISITS', value: '7' }] },
  ]);
  await amend(both, {
    agreementId: agreement.id,
    effectiveOn: '2024-01-01',
    terms: [
      { id: first!.id, endsOn: '2024-07-31' },
      { id: second!.id, startsOn: '2024-08-01' },
    ],
  });
  const table = await completion(street, agreement.id, { termId: first!.id });
  expect(table.to).toBe('2024-07-31');
  const row = table.rows.find(({ indicator }) => indicator.code === 'HOME_VISIT')!;
  expect(row.total.completed).toBe('7');
  const refused = await propose(operator, {
    agreementId: agreement.id,
    effectiveOn: '2024-01-01',
    allowGaps: true,
    terms: [{ id: first!.id, endsOn: '2024-07-01' }],
  });
  const outside = await takeStep(street, 'confirmAmendment', refused.amendment!.id);
  expect(codesAndPaths(outside.userErrors)).toEqual(['RECORDS_OUTSIDE_TERMS terms']);
});
