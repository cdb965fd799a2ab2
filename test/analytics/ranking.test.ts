import { newId } from '../../src/platform/ids';
import { type Agreement, newStation } from '../api/support/agreements';
import { type NewTarget, record } from '../api/support/questions';
import { type Client, startApi, type TestApi } from '../kit/api';
import { ASK, type Ranked, ranking } from './support/ranking';

const CITY = 'admin@guangzhou-bureau.example';
const VISITS = { indicator: 'HOME_VISIT', measure: 'VISITS' };
const CALLS = { indicator: 'HOTLINE', measure: 'CALLS' };
const YEARS = { from: '2021-01', to: '2025-12' };

let api: TestApi;
let operator: Client;
beforeAll(async () => {
  api = await startApi();
  operator = await api.as('admin@fengyuan.example');
});
afterAll(async () => {
  await api.close();
});

describe('the demo', () => {
  test('the city ranks its stations by completed quantity, and by percent', async () => {
    const city = await api.as(CITY);
    const short = async (by: string): Promise<unknown[]> =>
      (await ranking(city, { ...VISITS, ...YEARS, by })).nodes.map(
        ({ rank, station: { name }, completed, percent }) => [rank, name.slice(3, 6), completed, percent],
      );
    expect(await short('COMPLETED')).toEqual([
      [1, '钟落潭', '1600', '100.00'],
      [2, '中南街', '1445', '255.75'],
      [3, '逢源街', '754', '107.71'],
      [4, '元岗街', '522', '104.40'],
    ]);
    expect(await short('PERCENT')).toEqual([
      [1, '中南街', '1445', '255.75'],
      [2, '逢源街', '754', '107.71'],
      [3, '元岗街', '522', '104.40'],
      [4, '钟落潭', '1600', '100.00'],
    ]);
  });

  test('each viewer sees only the stations of its scope, ranked among themselves', async () => {
    const names = async (email: string): Promise<unknown[]> =>
      (await ranking(await api.as(email), { ...VISITS, ...YEARS })).nodes.map(
        ({ rank, station: { name } }) => [rank, name.slice(3, 6)],
      );
    expect(await names('admin@tianhe-bureau.example')).toEqual([[1, '元岗街']]);
    expect(await names('worker@fengyuan.example')).toEqual([[1, '逢源街']]);
    expect(await names('admin@yuangang-street.example')).toEqual([[1, '元岗街']]);
    expect(await names('admin@assessor.example')).toEqual([[1, '逢源街']]);
    expect(await names('worker@xinyue.example')).toEqual([]);
    expect(await names('admin@liwan-bureau.example')).toEqual([
      [1, '中南街'],
      [2, '逢源街'],
    ]);
  });

  test('a district narrows the ranking; one outside the scope empties it', async () => {
    const input = { ...VISITS, ...YEARS, districtCodes: ['440106'] };
    expect((await ranking(await api.as(CITY), input)).totalCount).toBe(1);
    expect(await ranking(await api.as('admin@liwan-bureau.example'), input)).toMatchObject({
      totalCount: 0,
      nodes: [],
    });
  });

  test('a percent above the threshold is marked, one that equals it is not', async () => {
    const marked = async (threshold: string): Promise<string[]> =>
      (await ranking(await api.as(CITY), { ...VISITS, ...YEARS, threshold })).nodes.flatMap(
        ({ station, marks }) =>
          marks
            .filter(({ kind }) => kind === 'RATIO_ABOVE_THRESHOLD')
            .map(({ value, reference }) => `${station.name.slice(3, 6)} ${value} ${reference}`),
      );
    expect(await marked('200')).toEqual(['中南街 255.75 200']);
    expect(await marked('107.71')).toEqual(['中南街 255.75 107.71']);
    expect(await marked('107.7')).toEqual(['中南街 255.75 107.7', '逢源街 107.71 107.7']);
  });
});

test('records without a zone make the zones differ from the total; a model without zones has no such mark', async () => {
  const [zoned, plain] = [
    await newStation(api),
    await newStation(api, { zones: [], serviceModel: 'PROJECT_113X', points: ['点一'] }),
  ];
  const entry = { indicator: 'PHONE_VISIT', occurredOn: '2024-02-03' };
  const calls = (value: string): { measure: string; value: string }[] => [{ measure: 'CALLS', value }];
  const zoneId = zoned.zones[0]!.id;
  await record(operator, zoned.id, [
    { ...entry, zoneId, quantities: calls('5') },
    { ...entry, quantities: calls('2') },
  ]);
  await record(operator, plain.id, [{ ...entry, quantities: calls('9') }]);
  const input = { indicator: 'PHONE_VISIT', measure: 'CALLS' };
  const marksIn = async (range: object): Promise<unknown> =>
    Object.fromEntries(
      (await ranking(operator, { ...input, ...range })).nodes.map(({ station, marks }) => [
        station.name,
        marks,
      ]),
    );
  const none = { score: null, medianDeviation: null, meanDeviation: null, compared: null };
  const marks = {
    [plain.station.name]: [],
    [zoned.station.name]: [{ kind: 'ZONES_DIFFER_FROM_TOTAL', value: '5', reference: '7', ...none }],
  };
  // Read from the term as a whole, and month by month.
  expect(await marksIn({ from: '2024-01', to: '2024-12' })).toEqual(marks);
  expect(await marksIn({ from: '2024-02', to: '2024-02' })).toEqual(marks);
});

test('by percent a station without a target has no rank and comes last; a target of zero counts as none', async () => {
  const target = { indicator: 'NEEDS_SURVEY', measure: 'SURVEYS' };
  const withTarget = async (value: string): Promise<Agreement> =>
    newStation(api, {}, ({ terms }): NewTarget[] => [{ ...target, termId: terms[0]!.id, value }]);
  const [without, zero, asked] = [await newStation(api), await withTarget('0'), await withTarget('12')];
  for (const { id } of [without, zero, asked]) {
    await record(operator, id, [
      {
        indicator: 'NEEDS_SURVEY',
        occurredOn: '2024-03-03',
        quantities: [{ measure: 'SURVEYS', value: '3' }],
      },
    ]);
  }
  const input = { ...target, from: '2024-01', to: '2024-06', by: 'PERCENT' };
  const shown = (nodes: readonly Ranked[]): unknown[] =>
    nodes.map(({ station: { id }, rank, percent }) => [id, rank, percent]);
  const last = [without.station.id, zero.station.id].sort();
  const all = await ranking(operator, input);
  const expected = [
    [asked.station.id, 1, '25.00'],
    // 逢源街: a target of twelve, none completed by then.
    [expect.any(String), 2, '0.00'],
    [last[0], null, null],
    [last[1], null, null],
  ];
  expect(shown(all.nodes)).toEqual(expected);
  const first = await ranking(operator, input, { first: 3 });
  const rest = await ranking(operator, input, { first: 3, after: first.pageInfo.endCursor });
  expect(shown([...first.nodes, ...rest.nodes])).toEqual(shown(all.nodes));
});

test.each([
  ['a range upside down', { from: '2022-02', to: '2022-01' }, {}],
  ['a range of more than 120 months', { from: '2010-01', to: '2020-01' }, {}],
  ['an unknown indicator', { indicator: 'NOTHING' }, {}],
  ['a measure of another indicator', { measure: 'CALLS' }, {}],
  ['an unknown district', { districtCodes: ['999999'] }, {}],
  ['a range before 2000', { from: '1999-12', to: '2000-02' }, {}],
  ['a range after 2100', { from: '2100-12', to: '2101-01' }, {}],
  ['an unknown basis', { by: 'LUCK' }, {}],
  ['a threshold below zero', { threshold: '-1' }, {}],
  ['a threshold with three decimals', { threshold: '1.001' }, {}],
  ['a page beyond the limit', {}, { first: 1001 }],
  ['an empty page', {}, { first: 0 }],
  ['a broken cursor', {}, { after: 'nonsense' }],
  ['a cursor with a value that is no number', {}, { after: cursor(['0', 'x', newId()]) }],
])('%s is refused', async (_what, input, page) => {
  const client = await api.as('admin@datong.example');
  const answer = await client.ask(ASK, { input: { ...VISITS, ...YEARS, ...input }, ...page });
  expect(answer.errors.map(({ extensions }) => extensions?.code)).toEqual(['BAD_USER_INPUT']);
});

function cursor(place: readonly string[]): string {
  return Buffer.from(JSON.stringify(place)).toString('base64url');
}

test('the first years of the calendar are a range like any other', async () => {
  const input = { ...CALLS, from: '2000-01', to: '2000-02' };
  expect((await ranking(operator, input)).nodes).toEqual([]);
});

test('the platform sees no ranking', async () => {
  const answer = await (await api.as('admin@platform.example')).ask(ASK, { input: { ...VISITS, ...YEARS } });
  expect(answer.errors.map(({ extensions }) => extensions?.code)).toEqual(['FORBIDDEN']);
});
