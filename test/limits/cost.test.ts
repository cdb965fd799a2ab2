import { getOperationAST, parse } from 'graphql';
import { type Client, startApi, type TestApi } from '../kit/api';
import { READY_QUERIES } from '../../src/explorer/ready-queries';
import { costOf, refusalOf, reportOf, statementsIn } from './support';

let api: TestApi;
let city: Client;
beforeAll(async () => {
  api = await startApi();
  city = await api.as('admin@guangzhou-bureau.example');
});
afterAll(async () => {
  await api.close();
});

const LIMIT = 250_000;
const tooCostly = { status: 400, data: null, code: 'BAD_USER_INPUT', reason: 'OPERATION_TOO_COSTLY' };

/** Organisations, their stations, the agreements of these and the records of those, in pages of these sizes. */
const chain = (...sizes: number[]): string =>
  `{ organisations(first: ${sizes[0]!}) { nodes { stations(first: ${sizes[1]!}) { nodes {
     agreements(first: ${sizes[2]!}) { nodes { serviceRecords(first: ${sizes[3]!}) { nodes { id } } } } } } } } }`;

const ROWS = `rows { indicator { name } measure { name unit } total { target completed percent }
  byZone { zone { name } target completed percent } }`;

/** A value of the right form for each variable of a ready query. */
function variablesFor(document: string): Record<string, unknown> {
  const records = [{ indicator: 'NONE', occurredOn: '2024-01-01', quantities: [] }];
  const { variableDefinitions = [] } = getOperationAST(parse(document))!;
  return Object.fromEntries(
    variableDefinitions.map(({ variable: { name } }) => [
      name.value,
      name.value === 'input' ? { agreementId: 'x', records } : 'x',
    ]),
  );
}

describe('realistic operations pass', () => {
  test.each([
    [
      'a page of 100 stations with their agreements and zones',
      '{ stations(first: 100) { nodes { name agreements { nodes { startsOn zones { name } } } } } }',
    ],
    [
      'the same in the largest pages',
      '{ stations(first: 100) { nodes { name agreements(first: 100) { nodes { zones { name points { name } } } } } } }',
    ],
    [
      'the same by edges',
      `{ stations(first: 100) { totalCount pageInfo { endCursor } edges { cursor node { name
         agreements(first: 100) { edges { node { zones { name } } } } } } } }`,
    ],
    ['organisations(20) → stations(10) → agreements(5) → serviceRecords(1)', chain(20, 10, 5, 1)],
    [
      'the same by edges',
      chain(20, 10, 5, 1)
        .replaceAll('nodes {', 'edges { node {')
        .replace('id }', 'id } }')
        .replace(/$/, '}}}'),
    ],
    [
      'the completion tables of 100 stations',
      `{ stations(first: 100) { nodes { name agreements { nodes { completion { ${ROWS} } } } } } }`,
    ],
    [
      'the same in the largest pages',
      `{ stations(first: 100) { nodes { name agreements(first: 100) { nodes { completion { ${ROWS} } } } } } }`,
    ],
    [
      'what there is to score and to review, in the largest pages',
      `{ assessments(first: 100, filter: { scored: false }) { nodes { scores { party scoredAt } agreement { station { name } } } }
         findings(first: 100, filter: { own: true }) { nodes { text assessment { agreement { station { name } } } } } }`,
    ],
  ])('%s', async (_, query) => {
    const { errors } = await city.ask(query);
    // The demo has agreements of several terms, whose tables need a term: that is validated after the limits.
    expect(errors.filter(({ path }) => path === undefined)).toEqual([]);
  });

  test.each(
    READY_QUERIES.flatMap(({ id, documents }) => documents.map((document) => [id, document] as const)),
  )('the ready query %s', async (_, document) => {
    const answer = await city.ask(document, variablesFor(document));
    const { requested } = reportOf(answer);
    expect(requested).toBeLessThan(LIMIT / 10);
  });
});

describe('excessive operations are refused before execution', () => {
  test.each([
    ['four nested pages of 100', chain(100, 100, 100, 100)],
    ['three nested pages of 100', chain(100, 100, 100, 1)],
    [
      'stations of agreements of stations',
      `{ stations(first: 100) { nodes { agreements(first: 100) { nodes { station { agreements(first: 100) { nodes {
         station { agreements(first: 100) { nodes { id } } } } } } } } } } }`,
    ],
  ])('%s', async (_, query) => {
    const before = statementsIn(api);
    const answer = await city.ask(query);
    expect(refusalOf(answer)).toEqual(tooCostly);
    expect(statementsIn(api)).toEqual(before);
  });

  test('the refusal has the cost and the limit, in the language of the reader', async () => {
    const english = await city.ask(chain(100, 100, 100, 100));
    const { cost, limit } = english.errors[0]!.extensions as { cost: number; limit: number };
    expect(limit).toBe(LIMIT);
    expect(cost).toBeGreaterThan(100 ** 4);
    expect(english.errors[0]!.message).toBe(
      `This operation would cost ${cost}, more than the limit of ${LIMIT}. Ask for smaller pages (first), or for less at a time.`,
    );
    expect(reportOf(english)).toMatchObject({ requested: cost, limit: LIMIT });
    const chinese = await city.ask(chain(100, 100, 100, 100), {}, { 'accept-language': 'zh' });
    expect(chinese.errors[0]!.message).toContain(`成本为 ${cost}，超过上限 ${LIMIT}`);
  });
});

describe('a page costs its size times the cost of one row', () => {
  const page = (args: string, variables = ''): string =>
    `query Q${variables} { stations${args} { nodes { id agreements(first: 10) { nodes { id } } } } }`;
  const ofSize = (size: number): number => 1 + size * (1 + 1 + 10);

  test.each([
    ['a number', '(first: 7)', '', {}, 7],
    ['the default of the schema', '', '', {}, 50],
    ['null', '(first: null)', '', {}, 50],
    ['a variable', '(first: $n)', '($n: Int)', { n: 9 }, 9],
    ['a variable that is not given', '(first: $n)', '($n: Int)', {}, 50],
    ['a variable that is null', '(first: $n)', '($n: Int)', { n: null }, 50],
    ['the default of a variable', '(first: $n)', '($n: Int = 90)', {}, 90],
    ['a variable that has a default and is given', '(first: $n)', '($n: Int = 90)', { n: 3 }, 3],
    ['a variable that has a default and is null', '(first: $n)', '($n: Int = 90)', { n: null }, 50],
    ['a number below 1', '(first: -5)', '', {}, 1],
    ['a variable below 1', '(first: $n)', '($n: Int)', { n: -5 }, 1],
  ])('with the size given by %s', async (_, args, declared, variables, size) => {
    expect(await costOf(city, page(args, declared), variables)).toBe(ofSize(size));
  });

  test('with a size of a wrong type it is refused, and charged', async () => {
    const answer = await city.ask(page('(first: $n)', '($n: Int)'), { n: 'ten' });
    expect(refusalOf(answer)).toEqual({ status: 400, data: null, code: 'BAD_USER_INPUT' });
    expect(reportOf(answer).requested).toBeNull();
  });

  test('the cost of a cached document depends on the variables of each request', async () => {
    const document = page('(first: $n)', '($n: Int)');
    for (const n of [1, 100, 2, 100]) expect(await costOf(city, document, { n })).toBe(ofSize(n));
  });

  test('each alias counts, and a repeated field is returned and counted once', async () => {
    const one = 'stations(first: 20) { nodes { id } }';
    const single = (await costOf(city, `{ ${one} }`))!;
    expect(await costOf(city, `{ a: ${one} b: ${one} c: ${one} }`)).toBe(3 * single);
    expect(await costOf(city, `{ ${one} ${one} ...F } fragment F on Query { ${one} }`)).toBe(single);
  });

  test('fragments cost their fields, wherever they are spread', async () => {
    const inner = 'agreements(first: 10) { nodes { id } }';
    const plain = await costOf(city, `{ stations(first: 20) { nodes { ${inner} } } }`);
    const fragments = [
      `{ stations(first: 20) { nodes { ...S } } } fragment S on Station { ${inner} }`,
      `{ stations(first: 20) { ...C } } fragment C on StationConnection { nodes { ... on Station { ${inner} } } }`,
      `{ ...Q } fragment Q on Query { stations(first: 20) { nodes { ... on Node { ...S } } } } fragment S on Station { ${inner} }`,
    ];
    for (const query of fragments) expect(await costOf(city, query)).toBe(plain);
  });

  test('fields skipped by a directive are charged like included ones', async () => {
    const query = `query($all: Boolean!, $none: Boolean = true) {
      viewer { id }
      stations(first: 50) @include(if: $all) { nodes { id } }
      more: stations(first: 50) @skip(if: $none) { nodes { id } }
      never: stations(first: 50) @include(if: false) { nodes { id } } }`;
    for (const [all, none] of [
      [false, true],
      [true, true],
      [true, false],
    ]) {
      expect(await costOf(city, query, { all, none })).toBe(1 + 3 * 51);
    }
  });

  test('the right operation of a document is charged', async () => {
    const document = `query A { viewer { id } } query B { stations(first: 100) { nodes { id } } }`;
    const ask = async (operationName: string): Promise<number> => {
      const response = await fetch(`${api.url}/graphql`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', authorization: `Bearer ${city.token!}` },
        body: JSON.stringify({ query: document, operationName }),
      });
      return reportOf({ text: await response.text() }).requested!;
    };
    expect([await ask('A'), await ask('B'), await ask('A')]).toEqual([1, 101, 1]);
  });
});

describe('a write costs by the number of its rows', () => {
  const RECORD = `mutation($input: RecordServicesInput!) {
    recordServices(input: $input) { records { id indicator { name } } userErrors { message } } }`;
  const record = { indicator: 'NONE', occurredOn: '2024-01-01', quantities: [] };

  test('recordServices by its records, in a variable or in the document', async () => {
    const worker = await api.as('worker@fengyuan.example');
    const cost = async (count: number): Promise<number> =>
      (await costOf(worker, RECORD, { input: { agreementId: 'x', records: Array(count).fill(record) } }))!;
    const [one, ten, most] = [await cost(1), await cost(10), await cost(500)];
    expect((ten - one) / 9).toBeCloseTo((most - one) / 499, 0);
    expect(most).toBeGreaterThan(1500);
    expect(most).toBeLessThan(LIMIT / 10);
    const written = `{ indicator: "NONE", occurredOn: "2024-01-01", quantities: [] }`;
    const inline = `mutation { recordServices(input: { agreementId: "x", records: [${written.repeat(10)}] }) {
      records { id indicator { name } } userErrors { message } } }`;
    expect(await costOf(worker, inline)).toBe(ten);
  });
});

test('every response has its cost, the limit of one operation, and the remaining budget', async () => {
  const client = await api.as('admin@tianhe-bureau.example');
  const { budget, ...report } = reportOf(await client.ask('{ stations(first: 10) { nodes { id } } }'));
  expect(budget).toBe(100 * LIMIT);
  expect(report).toEqual({ requested: 11, limit: LIMIT, remaining: 0.99 * budget });
});

test('equal responses are equal to the byte', async () => {
  const client = await api.as('admin@baiyun-bureau.example');
  const texts = await Promise.all(
    Array.from({ length: 20 }, async () => (await client.ask('{ viewer { id } }')).text),
  );
  expect(new Set(texts).size).toBe(1);
});
