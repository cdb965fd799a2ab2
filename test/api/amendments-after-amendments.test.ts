import type { Client, TestApi } from '../kit/api';
import { startApi } from '../kit/api';
import { type Agreement, newStation } from './support/agreements';
import { amend, type AmendmentInput, propose, takeStep } from './support/amendments';
import { codesAndPaths, completion, record, tryRecord } from './support/questions';

let api: TestApi;
let operator: Client;
let street: Client;
let both: { proposer: Client; confirmer: Client };
beforeAll(async () => {
  api = await startApi({ COST_PER_MINUTE: '1000000000' });
  operator = await api.as('admin@fengyuan.example');
  street = await api.as('admin@fengyuan-street.example');
  both = { proposer: operator, confirmer: street };
});
afterAll(async () => {
  await api.close();
});

const VISITS = { indicator: 'HOME_VISIT', measure: 'VISITS' };

/** An agreement of one year in halves, with 100 visits asked for in the first two zones of each. */
async function ofYear(year: number): Promise<Agreement> {
  const days = { startsOn: `${year}-01-01`, endsOn: `${year}-12-31` };
  const terms = [
    { ...days, name: '上半年', endsOn: `${year}-06-30` },
    { ...days, name: '下半年', startsOn: `${year}-07-01` },
  ];
  return newStation(api, { ...days, terms }, (agreement) =>
    agreement.terms.flatMap(({ id: termId }) =>
      agreement.zones.slice(0, 2).map(({ id: zoneId }) => ({ ...VISITS, termId, zoneId, value: '100' })),
    ),
  );
}

/** The errors of an amendment, when it is proposed or else when it is confirmed. */
async function refusal(input: AmendmentInput): Promise<string[]> {
  const { amendment, userErrors } = await propose(operator, input);
  if (!amendment) return codesAndPaths(userErrors);
  return codesAndPaths((await takeStep(street, 'confirmAmendment', amendment.id)).userErrors);
}

/** What the city asks of visits in a year: of all districts at once, and of each of them named. */
async function visitsOfCity(year: number): Promise<unknown[]> {
  const city = await api.as('admin@guangzhou-bureau.example');
  const ask = async (more: object): Promise<unknown> => {
    const input = {
      groupBy: [],
      from: `${year}-01`,
      to: `${year}-12`,
      indicators: ['HOME_VISIT'],
      ...more,
    };
    const { analytics } = await city.get<{ analytics: { rows: unknown[] } }>(
      'query($input: AnalyticsInput!) { analytics(input: $input) { rows { measure { code } completed target } } }',
      { input },
    );
    return analytics.rows;
  };
  return [await ask({}), await ask({ districtCodes: ['440103', '440106', '440111'] })];
}

const one = (occurredOn: string) => ({
  indicator: 'HOME_VISIT',
  occurredOn,
  quantities: [{ measure: 'VISITS', value: '7' }],
});

test('an early end drops a term, whose targets count no more; extended again, another has its name', async () => {
  const agreement = await ofYear(2019);
  const [first] = agreement.terms;
  await amend(both, { agreementId: agreement.id, effectiveOn: '2019-05-01', endsOn: '2019-05-31' });
  const [all, byDistrict] = await visitsOfCity(2019);
  expect(all).toEqual([{ measure: { code: 'VISITS' }, completed: '0', target: '200' }]);
  expect(all).toEqual(byDistrict);
  await amend(both, {
    agreementId: agreement.id,
    effectiveOn: '2019-05-01',
    endsOn: '2019-12-31',
    terms: [
      { id: first!.id, endsOn: '2019-06-30' },
      { name: '下半年', startsOn: '2019-07-01', endsOn: '2019-12-31' },
    ],
  });
  await record(operator, agreement.id, [one('2019-10-10')]);
});

test('targets of a term to come, amended before it begins, count for the whole city', async () => {
  const agreement = await ofYear(2027);
  const target = { ...VISITS, termId: agreement.terms[1]!.id, zoneId: agreement.zones[0]!.id, value: '40' };
  await amend(both, { agreementId: agreement.id, effectiveOn: '2027-03-01', targets: [target] });
  const [all, byDistrict] = await visitsOfCity(2027);
  expect(all).toEqual([{ measure: { code: 'VISITS' }, completed: '0', target: '340' }]);
  expect(all).toEqual(byDistrict);
});

test('a term is shortened and another takes its records; two terms change their names for each other', async () => {
  const agreement = await ofYear(2024);
  const [first, second] = agreement.terms;
  await record(operator, agreement.id, [one('2024-10-10')]);
  await amend(both, {
    agreementId: agreement.id,
    effectiveOn: '2024-07-01',
    terms: [
      { id: first!.id, name: second!.name },
      { id: second!.id, name: first!.name, endsOn: '2024-09-30' },
      { name: '第四季度', startsOn: '2024-10-01', endsOn: '2024-12-31' },
    ],
  });
  const { agreement: now } = await street.get<{ agreement: { terms: { id: string; name: string }[] } }>(
    'query($id: ID!) { agreement(id: $id) { terms { id name } } }',
    { id: agreement.id },
  );
  expect(now.terms.map(({ name }) => name)).toEqual(['下半年', '上半年', '第四季度']);
  const { rows } = await completion(street, agreement.id, { termId: now.terms[2]!.id });
  expect(rows.map(({ total }) => total.completed)).toEqual(['7']);
});

test('a term is named once', async () => {
  const { id: agreementId, terms } = await ofYear(2024);
  const twice = [
    { id: terms[0]!.id, name: '前半年' },
    { id: terms[0]!.id, endsOn: '2024-05-31' },
  ];
  expect(await refusal({ agreementId, effectiveOn: '2024-07-01', terms: twice })).toEqual([
    'PART_TWICE terms.1.id',
  ]);
});

test('a target from an earlier day mixes with no target of a later one', async () => {
  const { id: agreementId, terms, zones } = await ofYear(2024);
  const target = { ...VISITS, termId: terms[0]!.id };
  await amend(both, {
    agreementId,
    effectiveOn: '2024-06-01',
    targets: [
      { ...target, zoneId: zones[0]!.id, value: null },
      { ...target, zoneId: zones[1]!.id, value: null },
      { ...target, value: '300' },
    ],
  });
  const targets = [{ ...target, zoneId: zones[2]!.id, value: '50' }];
  expect(await refusal({ agreementId, effectiveOn: '2024-04-01', targets })).toEqual([
    'TARGETS_MIX_ZONES targets.0.zoneId',
  ]);
  // One that changes again by then stays as it is.
  const changed = [{ ...target, zoneId: zones[0]!.id, value: '50' }];
  await amend(both, { agreementId, effectiveOn: '2024-04-01', targets: changed });
});

test('a new zone has the name of an earlier one; before it opens it has no targets, and is not closed', async () => {
  const { id: agreementId, terms, zones } = await ofYear(2024);
  await amend(both, {
    agreementId,
    effectiveOn: '2024-04-01',
    zones: [{ id: zones[0]!.id, name: '第一片区' }],
  });
  await amend(both, { agreementId, effectiveOn: '2024-06-01', zones: [{ name: '东片' }] });
  const { agreement } = await street.get<{ agreement: { zones: { id: string; name: string }[] } }>(
    'query($id: ID!) { agreement(id: $id) { zones { id name } } }',
    { id: agreementId },
  );
  const zoneId = agreement.zones.find(({ name }) => name === '东片')!.id;
  const targets = [{ ...VISITS, termId: terms[0]!.id, zoneId, value: '50' }];
  const before = { agreementId, effectiveOn: '2024-05-31' };
  expect(await refusal({ ...before, targets })).toEqual(['PART_CLOSED targets.0.zoneId']);
  expect(await refusal({ ...before, zones: [{ id: zoneId, close: true }] })).toEqual([
    'PART_CLOSED zones.0.id',
  ]);
});

test('what would change more than it showed is not confirmed', async () => {
  const { id: agreementId, terms } = await ofYear(2024);
  const later = { agreementId, effectiveOn: '2024-11-01', endsOn: '2025-02-28', allowGaps: true };
  const { amendment } = await propose(operator, later);
  expect(amendment!.kind).toBe('CHANGE');
  const endsOn = '2025-06-30';
  await amend(
    { proposer: street, confirmer: operator },
    { agreementId, effectiveOn: '2024-10-01', endsOn, terms: [{ id: terms[1]!.id, endsOn }] },
  );
  // It lengthened the agreement; it would now shorten it.
  const { userErrors } = await takeStep(street, 'confirmAmendment', amendment!.id);
  expect(codesAndPaths(userErrors)).toEqual(['AMENDMENT_OUTDATED id']);
});

test('a record at a point that has moved is in its zone of the day, also for the one who knew the point before', async () => {
  const { id: agreementId, terms, zones } = await ofYear(2024);
  const pointId = zones[0]!.points[0]!.id;
  const at = (occurredOn: string, zoneId: string | null = null) => [{ ...one(occurredOn), pointId, zoneId }];
  await record(operator, agreementId, at('2024-04-01'));
  await amend(both, {
    agreementId,
    effectiveOn: '2024-04-02',
    points: [{ id: pointId, zoneId: zones[1]!.id }],
  });
  await record(operator, agreementId, [...at('2024-04-02'), ...at('2024-04-01')]);
  await record(operator, agreementId, at('2024-04-02', zones[1]!.id));
  const refused = await tryRecord(operator, agreementId, at('2024-04-02', zones[0]!.id));
  expect(codesAndPaths(refused.userErrors)).toEqual(['POINT_NOT_IN_ZONE records.0.pointId']);
  const { rows } = await completion(street, agreementId, { termId: terms[0]!.id });
  expect(rows[0]!.byZone.map(({ completed }) => completed)).toEqual(['14', '14', '0']);

  await amend(both, {
    agreementId,
    effectiveOn: '2024-05-01',
    zones: [{ id: zones[1]!.id, close: true }],
    targets: [{ ...VISITS, termId: terms[1]!.id, zoneId: zones[1]!.id, value: null }],
  });
  const closed = await tryRecord(operator, agreementId, at('2024-05-01'));
  expect(codesAndPaths(closed.userErrors)).toEqual(['PART_CLOSED records.0.pointId']);
});

test('a name that another zone takes later is taken', async () => {
  const { id: agreementId, zones } = await ofYear(2024);
  const [east, west] = zones;
  await amend(both, { agreementId, effectiveOn: '2024-06-01', zones: [{ id: east!.id, name: '新名' }] });
  const before = { agreementId, effectiveOn: '2024-04-01' };
  expect(await refusal({ ...before, zones: [{ id: west!.id, name: '新 名' }] })).toEqual([
    'DUPLICATE_NAME zones.0.name',
  ]);
  await amend(both, { ...before, zones: [{ id: east!.id, name: '新名' }] });
});

test('a zone closes with the targets of the terms that begin afterwards', async () => {
  const { id: agreementId, zones, terms } = await ofYear(2023);
  const toClose = [{ id: zones[0]!.id, close: true }];
  const closing = { agreementId, effectiveOn: '2023-06-01', zones: toClose };
  expect(await refusal(closing)).toEqual(['TARGETS_AFTER_CLOSING zones.0.close']);
  const target = { ...VISITS, termId: terms[1]!.id, zoneId: zones[0]!.id, value: null };
  await amend(both, { ...closing, targets: [target] });
  const of = async (termId: string): Promise<string> =>
    (await completion(operator, agreementId, { termId })).rows[0]!.total.target!;
  expect([await of(terms[0]!.id), await of(terms[1]!.id)]).toEqual(['200', '100']);
});

test('what would have come into force after an early end does not', async () => {
  const { id } = await ofYear(2022);
  const terms = async (): Promise<unknown> =>
    (
      await operator.get<{ agreement: unknown }>(
        'query($id: ID!) { agreement(id: $id) { annualFee requiredPosts } }',
        { id },
      )
    ).agreement;
  const before = await terms();
  await amend(both, {
    agreementId: id,
    effectiveOn: '2022-10-01',
    annualFee: '9000000',
    requiredPosts: '33',
  });
  expect(await terms()).toEqual({ annualFee: '9000000.00', requiredPosts: '33' });
  await amend(both, { agreementId: id, effectiveOn: '2022-09-01', endsOn: '2022-08-31' });
  expect(await terms()).toEqual(before);
  await amend(both, { agreementId: id, effectiveOn: '2022-08-31', annualFee: '1000000' });
  expect(await terms()).toEqual({ ...(before as object), annualFee: '1000000.00' });
});
