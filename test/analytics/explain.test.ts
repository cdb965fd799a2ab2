import type { Api } from '../kit/api';
import { demoApi } from '../kit/shared-api';

const ASK = `query($cell: CellInput!, $first: Int, $after: String) { explain(cell: $cell) {
  completed records(first: $first, after: $after) { totalCount nodes { occurredOn zone { name } quantities { measure { code } value } }
    pageInfo { hasNextPage endCursor } } } }`;

interface Result {
  explain: {
    completed: string;
    records: {
      totalCount: number;
      nodes: { occurredOn: string; zone: { name: string } | null; quantities: { value: string }[] }[];
      pageInfo: { hasNextPage: boolean; endCursor: string | null };
    };
  };
}

const FILES = { indicator: 'CASE_FILE', measure: 'FILES', from: '2024-05-01', to: '2025-04-30' };

let api: Api;
beforeAll(async () => {
  api = await demoApi();
});

test('the records behind a figure sum to the figure, for every viewer that may read records', async () => {
  for (const email of [
    'worker@fengyuan.example',
    'admin@fengyuan-street.example',
    'admin@liwan-bureau.example',
  ]) {
    const { explain } = await (await api.as(email)).get<Result>(ASK, { cell: FILES });
    expect(explain.completed).toBe('2185');
    expect(explain.records.nodes.map(({ quantities }) => quantities[0]?.value).sort()).toEqual([
      '682',
      '738',
      '765',
    ]);
    expect(explain.records.totalCount).toBe(3);
  }
});

test('a zone, a district or a station narrows the explanation', async () => {
  const client = await api.as('admin@guangzhou-bureau.example');
  const cell = { ...FILES, from: '2021-01-01' };
  const whole = (await client.get<Result>(ASK, { cell: { ...cell, districtCode: '440103' } })).explain;
  expect([whole.completed, whole.records.totalCount]).toEqual(['2338', 5]);
  const other = (await client.get<Result>(ASK, { cell: { ...cell, districtCode: '440106' } })).explain;
  expect([other.completed, other.records.totalCount]).toEqual(['0', 0]);
});

test('pages give each record once', async () => {
  const client = await api.as('worker@fengyuan.example');
  const first = (await client.get<Result>(ASK, { cell: FILES, first: 2 })).explain.records;
  expect(first.pageInfo.hasNextPage).toBe(true);
  const after = first.pageInfo.endCursor;
  const second = (await client.get<Result>(ASK, { cell: FILES, first: 2, after })).explain.records;
  expect([...first.nodes, ...second.nodes].map(({ zone }) => zone?.name).sort()).toEqual([
    '片区一',
    '片区三',
    '片区二',
  ]);
});

test('another operator finds no records behind a foreign figure; the mentoring centre is refused', async () => {
  const other = (await (await api.as('admin@datong.example')).get<Result>(ASK, { cell: FILES })).explain;
  expect([other.completed, other.records.totalCount]).toEqual(['0', 0]);
  const refused = await (await api.as('admin@mentoring-centre.example')).ask(ASK, { cell: FILES });
  expect(refused.errors.map(({ extensions }) => extensions?.code)).toEqual(['FORBIDDEN']);
});

test.each([
  ['an unknown measure', { measure: 'VISITS' }],
  ['an unknown indicator', { indicator: 'NOTHING' }],
  ['a range upside down', { from: '2025-05-01' }],
  ['a district that is no code', { districtCode: '荔湾区' }],
  ['a district that cannot be shown', { districtCode: '44010\0' }],
])('%s is refused', async (_what, change) => {
  const answer = await (await api.as('worker@fengyuan.example')).ask(ASK, { cell: { ...FILES, ...change } });
  expect(answer.errors.map(({ extensions }) => extensions?.code)).toEqual(['BAD_USER_INPUT']);
});
