import { parties, type Parties } from '../assessment/support/parties';
import { ranking } from '../analytics/support/ranking';
import { districtOverview, operatorOverview, purchaserOverview } from '../overview/support';
import { download, loadOf, quiet, type Row, rowsOf } from '../export/support';
import { enrolStaff, person } from '../staffing/support';
import { type Client, startApi, type TestApi } from '../kit/api';
import { type Agreement, newProposal } from './support/agreements';
import { send, agreementOf, take } from './support/proposals';
import { record, setTargets } from './support/questions';

/** What is not confirmed takes no figures and counts nowhere; what is void counts nowhere any more. */
let api: TestApi;
let who: Parties;
beforeAll(async () => {
  api = await startApi({ EXPORTS_AT_ONCE: '20' });
  who = await parties(api);
});
afterAll(async () => {
  await api.close();
});

const reason = '登记有误';
const NEEDS = { indicator: 'NEEDS_SURVEY', measure: 'SURVEYS' };

/** Everything that may be prepared for a proposal, by whom it is prepared. */
async function prepare({ id, terms }: Agreement): Promise<void> {
  const target = { termId: terms[0]!.id, ...NEEDS, value: '10' };
  expect(await setTargets(who.operator, id, [target])).toEqual([]);
  const budget = { agreementId: id, lines: [{ category: '人员', amount: '900' }] };
  expect(await send(who.operator, 'setBudget', budget)).toEqual([]);
  expect(await send(who.operator, 'setStaffingParameters', { agreementId: id, requiredPosts: '3' })).toEqual(
    [],
  );
  const fiscal = { agreementId: id, fiscalYear: 2024, amount: '1000' };
  expect(await send(who.purchaser, 'setFiscalBudget', fiscal)).toEqual([]);
  await enrolStaff(who.operator, id, person('甲'));
}

/** The figures that only a confirmed agreement takes. */
const FIGURES: [mutation: string, client: () => Client, input: () => object][] = [
  [
    'recordServices',
    () => who.operator,
    () => ({
      records: [
        {
          indicator: 'NEEDS_SURVEY',
          occurredOn: '2024-03-03',
          quantities: [{ measure: 'SURVEYS', value: '3' }],
        },
      ],
    }),
  ],
  [
    'recordReceipt',
    () => who.operator,
    () => ({ condition: 'SIGNING', receivedOn: '2024-02-01', amount: '1' }),
  ],
  ['recordExpenditure', () => who.operator, () => ({ category: '人员', spentOn: '2024-02-01', amount: '1' })],
  ['recordPayment', () => who.purchaser, () => ({ fiscalYear: 2024, amount: '1' })],
  [
    'openAssessment',
    () => who.bureau,
    () => ({ assessorId: who.assessorId, kind: 'MIDTERM', from: '2024-01-01', to: '2024-06-30' }),
  ],
  [
    'recordSatisfaction',
    () => who.operator,
    () => ({ method: 'OVERALL', surveyedOn: '2024-05-01', reportedPercent: '98' }),
  ],
  [
    'createEvaluation',
    () => who.purchaser,
    () => ({ name: '自评', groups: [{ name: '产出', weight: '100' }] }),
  ],
];
const FUNDED = { annualFee: '1000', instalments: [{ condition: 'SIGNING', share: '1' }] };

const ENDS: [state: string, end: (id: string) => Promise<unknown>][] = [
  ['PROPOSED', async (id) => agreementOf(who.operator, { id })],
  ['DECLINED', async (id) => take(who.purchaser, 'declineAgreement', { id, reason })],
  ['WITHDRAWN', async (id) => take(who.operator, 'withdrawAgreement', { id, reason })],
  [
    'VOID',
    async (id) => {
      await take(who.purchaser, 'confirmAgreement', { id });
      await take(who.bureau, 'voidAgreement', { id, reason });
    },
  ],
];

test.each(ENDS)('one that is %s takes no figures of any kind', async (state, end) => {
  const agreement = await newProposal(api, FUNDED);
  await prepare(agreement);
  await end(agreement.id);
  for (const [mutation, client, input] of FIGURES) {
    const codes = await send(client(), mutation, { agreementId: agreement.id, ...input() });
    expect([mutation, ...codes]).toEqual([mutation, 'NOT_CONFIRMED agreementId']);
  }
  expect(await agreementOf(who.bureau, agreement)).toMatchObject({ state });
});

test('one that is confirmed takes them all: nothing else was refused above', async () => {
  const agreement = await newProposal(api, FUNDED);
  await prepare(agreement);
  await take(who.purchaser, 'confirmAgreement', { id: agreement.id });
  for (const [mutation, client, input] of FIGURES) {
    const codes = await send(client(), mutation, { agreementId: agreement.id, ...input() });
    expect([mutation, ...codes]).toEqual([mutation]);
  }
});

test('one that has ended takes no preparations either', async () => {
  const agreement = await newProposal(api, FUNDED);
  await take(who.purchaser, 'declineAgreement', { id: agreement.id, reason });
  const agreementId = agreement.id;
  const lines = [{ category: '人员', amount: '900' }];
  expect(await send(who.operator, 'setBudget', { agreementId, lines })).toEqual([
    'NOT_CONFIRMED agreementId',
  ]);
  const members = [person('甲')];
  expect(await send(who.operator, 'enrolStaff', { agreementId, members })).toEqual([
    'NOT_CONFIRMED agreementId',
  ]);
  const fiscal = { agreementId, fiscalYear: 2024, amount: '1000' };
  expect(await send(who.purchaser, 'setFiscalBudget', fiscal)).toEqual(['NOT_CONFIRMED agreementId']);
});

const EXPORTS = ['completion', 'service-records', 'staffing', 'funding', 'assessments'];

/** Everywhere that an agreement counts, as this client sees it. */
async function placesOf(client: Client, { id, station }: Agreement): Promise<string[]> {
  const on = '2024-06-30';
  const lists = await client.get<{
    stations: { nodes: { id: string }[] };
    organisations: { nodes: { stations: { nodes: { id: string }[] } | null }[] };
  }>(`{ stations(first: 100) { nodes { id } }
        organisations(first: 100) { nodes { stations(first: 100) { nodes { id } } } } }`);
  const { station: found } = await client.get<{ station: { agreementOn: { id: string } | null } }>(
    'query($id: ID!, $on: Date!) { station(id: $id) { agreementOn(date: $on) { id } } }',
    { id: station.id, on },
  );
  const { analytics } = await client.get<{ analytics: { rows: { station: { id: string } }[] } }>(
    'query($input: AnalyticsInput!) { analytics(input: $input) { rows { station { id } } } }',
    { input: { groupBy: ['STATION'], from: '2024-01', to: '2024-12', indicators: ['NEEDS_SURVEY'] } },
  );
  const ranks = await ranking(client, { ...NEEDS, from: '2024-01', to: '2024-12' }, { first: 1000 });
  const overview =
    client === who.operator
      ? await operatorOverview(client, { on, first: 100 })
      : client === who.purchaser
        ? await purchaserOverview(client, { on, first: 100 })
        : (await districtOverview(client, { on, first: 100 })).stations;
  const exported: string[] = [];
  for (const name of EXPORTS) {
    const path = `${name}.csv?station=${station.id}`;
    const { status } = await download(api, path, { token: client.token });
    expect([name, status]).toEqual([name, 200]);
    const rows = await rowsOf(api, path, client.token);
    if (rows.length > 0) exported.push(name);
  }
  const isHere = (one: { id: string }): boolean => one.id === station.id;
  const places: Record<string, boolean> = {
    stations: lists.stations.nodes.some(isHere),
    organisations: lists.organisations.nodes.some(({ stations }) => stations?.nodes.some(isHere) === true),
    agreementOn: found.agreementOn?.id === id,
    analytics: analytics.rows.some((row) => isHere(row.station)),
    ranking: ranks.nodes.some((row) => isHere(row.station)),
    overview: overview.nodes.some(({ agreement }) => agreement.id === id),
  };
  return [...Object.keys(places).filter((name) => places[name]), ...exported];
}

test('a proposal counts nowhere, a confirmed one everywhere, a void one nowhere again and stays readable', async () => {
  const agreement = await newProposal(api, FUNDED);
  const { id } = agreement;
  await prepare(agreement);
  const viewers = [who.operator, who.purchaser, who.bureau, who.city];
  for (const viewer of viewers) expect(await placesOf(viewer, agreement)).toEqual([]);
  const sums = async (): Promise<string> => {
    const of = 'indicators { measures } staffing { required } execution { fee }';
    const query = `{ districtOverview(on: "2024-06-30") { districts { stations inForce ${of} } stations { totalCount } } }`;
    return JSON.stringify(await who.bureau.get(query));
  };
  const before = await sums();

  await take(who.purchaser, 'confirmAgreement', { id });
  await record(who.operator, id, [
    { indicator: 'NEEDS_SURVEY', occurredOn: '2024-03-03', quantities: [{ measure: 'SURVEYS', value: '3' }] },
  ]);
  const midterm = { assessorId: who.assessorId, kind: 'MIDTERM', from: '2024-01-01', to: '2024-06-30' };
  expect(await send(who.bureau, 'openAssessment', { agreementId: id, ...midterm })).toEqual([]);
  const everywhere = [
    'stations',
    'organisations',
    'agreementOn',
    'analytics',
    'ranking',
    'overview',
    ...EXPORTS,
  ];
  for (const viewer of viewers) expect(await placesOf(viewer, agreement)).toEqual(everywhere);
  expect(await sums()).not.toBe(before);

  const voided = await take(who.bureau, 'voidAgreement', { id, reason });
  expect(voided).toMatchObject({ state: 'VOID', stateReason: reason });
  expect(await take(who.bureau, 'voidAgreement', { id, reason })).toEqual(voided);
  // Its station was in the directory, and stays there.
  for (const viewer of viewers)
    expect(await placesOf(viewer, agreement)).toEqual(['stations', 'organisations']);
  expect(await sums()).toBe(before);
  for (const viewer of viewers) expect(await agreementOf(viewer, agreement)).toEqual(voided);
});

test('nightly loads learn of what was prepared once it is confirmed, and remove everything once it is void', async () => {
  const agreement = await newProposal(api, FUNDED);
  const token = who.city.token!;
  await prepare(agreement);
  const paths = EXPORTS.map((name) => `${name}.csv?station=${agreement.station.id}`);
  const load = async (since?: string[]): Promise<{ rows: Row[]; next: string }[]> => {
    await quiet(api);
    return Promise.all(
      paths.map(async (path, at) => loadOf(api, since ? `${path}&updatedSince=${since[at]!}` : path, token)),
    );
  };
  const first = await load();
  expect(first.map(({ rows }) => rows.length)).toEqual([0, 0, 0, 0, 0]);
  await take(who.purchaser, 'confirmAgreement', { id: agreement.id });
  const second = await load(first.map(({ next }) => next));
  const kept = second.map(({ rows }) => rows.filter(({ removed }) => removed === 'false').length);
  expect(kept.map((rows) => rows > 0)).toEqual([true, false, true, true, false]);
  expect(second[3]!.rows.map(({ kind }) => kind).sort()).toEqual(['BUDGET_LINE', 'INSTALMENT']);
  await record(who.operator, agreement.id, [
    { indicator: 'NEEDS_SURVEY', occurredOn: '2024-03-03', quantities: [{ measure: 'SURVEYS', value: '3' }] },
  ]);
  const third = await load(second.map(({ next }) => next));
  expect(third[1]!.rows.map(({ removed }) => removed)).toEqual(['false']);
  await take(who.bureau, 'voidAgreement', { id: agreement.id, reason });
  const last = await load(third.map(({ next }) => next));
  expect(last.map(({ rows }) => rows.length > 0)).toEqual([true, true, true, true, false]);
  expect(new Set(last.flatMap(({ rows }) => rows.map(({ removed }) => removed)))).toEqual(new Set(['true']));
  expect((await load()).flatMap(({ rows }) => rows)).toEqual([]);
});
