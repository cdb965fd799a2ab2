import { startApi, type TestApi } from '../kit/api';

interface Row {
  district: { code: string } | null;
  operator: { shortName: string } | null;
  station: { name: string } | null;
  zone: { name: string } | null;
  project: { name: string } | null;
  indicator: { code: string };
  measure: { code: string };
  month: string | null;
  completed: string;
  target: string | null;
  percent: string | null;
}
interface Result {
  analytics: { rows: Row[]; pageInfo: { hasNextPage: boolean; endCursor: string | null } };
}

const ASK = `query($input: AnalyticsInput!) { analytics(input: $input) {
  rows { district { code } operator { shortName } station { name } zone { name } project { name }
    indicator { code } measure { code } month completed target percent }
  pageInfo { hasNextPage endCursor } } }`;

let api: TestApi;
beforeAll(async () => {
  api = await startApi();
});
afterAll(async () => {
  await api.close();
});

async function rowsOf(email: string, input: object): Promise<Row[]> {
  return (await (await api.as(email)).get<Result>(ASK, { input })).analytics.rows;
}

const YEARS = { from: '2021-01', to: '2025-12' };

test('the city sees every district, each with its own sums', async () => {
  const rows = await rowsOf('admin@guangzhou-bureau.example', {
    groupBy: ['DISTRICT'],
    ...YEARS,
    indicators: ['HOME_VISIT'],
  });
  expect(
    rows.map(({ district, completed, target, percent }) => [district?.code, completed, target, percent]),
  ).toEqual([
    ['440103', '2199', '1265', '173.83'],
    ['440106', '522', '500', '104.40'],
    ['440111', '1600', '1600', '100.00'],
  ]);
});

test.each([
  ['2021-01', '2025-12'],
  ['2022-03', '2024-02'],
  ['2024-06', '2024-06'],
  ['2023-12', '2030-01'],
  ['2031-01', '2031-12'],
])(
  'the whole city from %s to %s is the sum of its districts, also for ranges that cut terms',
  async (from, to) => {
    const city = 'admin@guangzhou-bureau.example';
    const districtCodes = ['440103', '440106', '440111'];
    for (const groupBy of [['DISTRICT'], ['STATION', 'OPERATOR'], []]) {
      // By district the totals are joined through their terms; for all districts they are not.
      const all = await rowsOf(city, { groupBy, from, to });
      expect(all).toEqual(await rowsOf(city, { groupBy, from, to, districtCodes }));
      expect(all.length > 0).toBe(from < '2031');
    }
  },
);

test('a district bureau sees its own district, an operator its own stations, for any arguments', async () => {
  const input = { groupBy: ['STATION'], ...YEARS, indicators: ['HOME_VISIT'] };
  expect((await rowsOf('admin@tianhe-bureau.example', input)).map(({ station }) => station?.name)).toEqual([
    '广州市元岗街社工服务站',
  ]);
  const foreign = { ...input, districtCodes: ['440103'] };
  expect(await rowsOf('admin@tianhe-bureau.example', foreign)).toEqual([]);
  expect(await rowsOf('worker@xinyue.example', input)).toEqual([]);
  expect(
    (await rowsOf('worker@datong.example', input)).map(({ completed, target }) => [completed, target]),
  ).toEqual([['1445', '565']]);
});

test('a range that cuts a term counts its months and still has the whole target', async () => {
  const december = { groupBy: ['ZONE'], from: '2024-12', to: '2024-12', indicators: ['CASE_FILE'] };
  const rows = await rowsOf('admin@fengyuan.example', december);
  expect(rows.map(({ zone, completed, target }) => [zone?.name, completed, target]).sort()).toEqual([
    ['片区一', '765', '600'],
    ['片区三', '682', '600'],
    ['片区二', '738', '600'],
  ]);
  const before = await rowsOf('admin@fengyuan.example', { ...december, from: '2024-11', to: '2024-11' });
  expect(before.map(({ completed, target, percent }) => [completed, target, percent])).toEqual([
    ['0', '600', '0.00'],
    ['0', '600', '0.00'],
    ['0', '600', '0.00'],
  ]);
});

test('by month there is no target', async () => {
  const rows = await rowsOf('admin@datong.example', {
    groupBy: ['MONTH'],
    ...YEARS,
    indicators: ['CASEWORK'],
  });
  expect(rows.map(({ month, completed, target, percent }) => [month, completed, target, percent])).toEqual([
    ['2021-12', '30', null, null],
    ['2022-08', '51', null, null],
  ]);
});

test('pages give every row once, in one order', async () => {
  const client = await api.as('admin@guangzhou-bureau.example');
  const input = { groupBy: ['STATION', 'ZONE', 'MONTH'], ...YEARS };
  const all = (await client.get<Result>(ASK, { input })).analytics;
  expect(all.pageInfo.hasNextPage).toBe(false);
  const paged: Row[] = [];
  let after: string | null = null;
  do {
    const { analytics }: Result = await client.get<Result>(ASK, { input: { ...input, first: 7, after } });
    paged.push(...analytics.rows);
    after = analytics.pageInfo.hasNextPage ? analytics.pageInfo.endCursor : null;
  } while (after !== null);
  expect(paged).toEqual(all.rows);
});

test('pages give each row once that was there from the beginning, while others are recorded', async () => {
  const client = await api.as('admin@fengyuan.example');
  const input = { groupBy: ['ZONE', 'MONTH'], from: '2024-05', to: '2025-04' };
  const keyOf = ({ zone, month, indicator, measure }: Row): string =>
    [zone?.name, month, indicator.code, measure.code].join(' ');
  const before = (await rowsOf('admin@fengyuan.example', input)).map(keyOf);
  const [agreement] = await api.world.ownerQuery<{ id: string }>(
    `select a.id from core.agreement a join core.station s on s.id = a.station_id where s.name like '%逢源街%'`,
  );
  const seen: string[] = [];
  let after: string | null = null;
  let month = 4;
  do {
    const { analytics }: Result = await client.get<Result>(ASK, { input: { ...input, first: 9, after } });
    seen.push(...analytics.rows.map(keyOf));
    after = analytics.pageInfo.hasNextPage ? analytics.pageInfo.endCursor : null;
    month = month === 12 ? 5 : month + 1;
    const occurredOn = `2024-${String(month).padStart(2, '0')}-02`;
    const quantities = [{ measure: 'CALLS', value: '1' }];
    await client.get(
      'mutation($input: RecordServicesInput!) { recordServices(input: $input) { userErrors { code } } }',
      { input: { agreementId: agreement!.id, records: [{ indicator: 'HOTLINE', occurredOn, quantities }] } },
    );
  } while (after !== null);
  expect(new Set(seen).size).toBe(seen.length);
  expect(before.filter((key) => !seen.includes(key))).toEqual([]);
  expect(before.length).toBeGreaterThan(30);
});

test.each([
  ['a range upside down', { from: '2022-02', to: '2022-01' }],
  ['a range of more than 120 months', { from: '2010-01', to: '2020-01' }],
  ['an unknown indicator', { ...YEARS, indicators: ['NOTHING'] }],
  ['an unknown district', { ...YEARS, districtCodes: ['999999'] }],
  ['a range before 2000', { from: '1999-12', to: '2000-02' }],
  ['a range after 2100', { from: '2100-12', to: '9999-12' }],
  ['a page beyond the limit', { ...YEARS, first: 1001 }],
  ['an empty page', { ...YEARS, first: 0 }],
  ['a broken cursor', { ...YEARS, after: 'nonsense' }],
  ['an unknown dimension', { ...YEARS, groupBy: ['WEATHER'] }],
])('%s is refused', async (_what, input) => {
  const client = await api.as('admin@datong.example');
  const answer = await client.ask(ASK, { input: { groupBy: ['STATION'], ...input } });
  expect(answer.errors.map(({ extensions }) => extensions?.code)).toEqual(['BAD_USER_INPUT']);
});

test('the platform sees no figures', async () => {
  const client = await api.as('admin@platform.example');
  const answer = await client.ask(ASK, { input: { groupBy: ['STATION'], ...YEARS } });
  expect(answer.errors.map(({ extensions }) => extensions?.code)).toEqual(['FORBIDDEN']);
});
