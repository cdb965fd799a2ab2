import { STATIONS } from '../../src/demo/stations';
import { startApi, type TestApi } from '../kit/api';
import { demoAgreement } from './support/agreements';
import { completion, type Table } from './support/questions';

/** Many completion tables in one operation equal those requested one by one, and take one statement together. */
let api: TestApi;
beforeAll(async () => {
  api = await startApi();
});
afterAll(async () => {
  await api.close();
});

const TABLE = `term { id name } from to timeProgressPercent zones { name }
  rows { indicator { code } measure { code } total { target completed percent }
    byZone { zone { name } target completed percent } byProject { project { name } target completed percent } }`;

/** How often the statement of completion tables ran during some work. */
async function tableStatements(work: () => Promise<void>): Promise<number> {
  const count = (): number => api.statements().get('completion.table') ?? 0;
  const before = count();
  await work();
  return count() - before;
}

test('every term of every station at once', async () => {
  const city = await api.as('admin@guangzhou-bureau.example');
  const seen = new Map<string, Table>();
  const ran = await tableStatements(async () => {
    const { stations } = await city.get<{
      stations: { nodes: { agreements: { nodes: { terms: { id: string; completion: Table }[] }[] } }[] };
    }>(`{ stations { nodes { agreements { nodes { terms { id completion { ${TABLE} } } } } } } }`);
    for (const { id, completion: table } of stations.nodes.flatMap(({ agreements }) =>
      agreements.nodes.flatMap(({ terms }) => terms),
    )) {
      seen.set(id, table);
    }
  });
  expect(ran).toBe(1);
  for (const { street } of STATIONS) {
    const { id, terms } = await demoAgreement(api, street);
    for (const term of terms)
      expect(seen.get(term.id)).toEqual(await completion(city, id, { termId: term.id }));
  }
  expect(seen.size).toBe(6);
});

test('several ranges of one agreement, in any order, the same one twice', async () => {
  const client = await api.as('worker@fengyuan.example');
  const { id } = await demoAgreement(api, '逢源街');
  const ranges = [
    { from: '2024-12-31', to: '2024-12-31' },
    { from: '2024-05-01', to: '2024-12-30' },
    {},
    { to: '2025-01-01' },
    { from: '2024-12-31', to: '2024-12-31' },
  ];
  const alone: Table[] = [];
  for (const range of ranges) alone.push(await completion(client, id, range));
  const question = ranges.map((range, at) => {
    const given = Object.entries(range).map(([name, day]) => `${name}: "${day}"`);
    return `t${at}: completion${given.length > 0 ? `(${given.join(', ')})` : ''} { ${TABLE} }`;
  });
  const ran = await tableStatements(async () => {
    const { agreement } = await client.get<{ agreement: Record<string, Table> }>(
      `query($id: ID!) { agreement(id: $id) { ${question.join(' ')} } }`,
      { id },
    );
    expect(ranges.map((_, at) => agreement[`t${at}`])).toEqual(alone);
  });
  expect(ran).toBe(1);
  expect(alone[0]!.rows[0]!.total.completed).not.toBe(alone[1]!.rows[0]!.total.completed);
});

test('a refused field leaves the others their results', async () => {
  const client = await api.as('worker@fengyuan.example');
  const { id } = await demoAgreement(api, '逢源街');
  const { data, errors } = await client.ask<Record<string, { completion: Table } | null>>(
    `query($id: ID!) { valid: agreement(id: $id) { completion { ${TABLE} } }
       outside: agreement(id: $id) { completion(from: "2023-01-01") { from } }
       foreign: agreement(id: $id) { completion(termId: "x") { from } } }`,
    { id },
  );
  expect(data!.valid!.completion).toEqual(await completion(client, id));
  expect([data!.outside, data!.foreign]).toEqual([null, null]);
  const codes = errors.map(({ path, extensions }) => `${String(path![0])} ${String(extensions!.code)}`);
  expect(codes.sort()).toEqual(['foreign NOT_FOUND', 'outside BAD_USER_INPUT']);
});

test('a range within a term belongs to that term', async () => {
  const client = await api.as('worker@datong.example');
  const { id, terms } = await demoAgreement(api, '中南街');
  const range = { from: '2022-01-01', to: '2022-08-30' };
  const { node } = await client.get<{ node: { completion: Table } }>(
    `query($id: ID!, $from: Date, $to: Date) { node(id: $id) { ... on Term { completion(from: $from, to: $to) { ${TABLE} } } } }`,
    { id: terms[1]!.id, ...range },
  );
  expect(node.completion).toEqual(await completion(client, id, { termId: terms[1]!.id, ...range }));
});
