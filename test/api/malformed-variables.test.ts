import { leastProcessorMs, refusalOf } from '../limits/support';
import type { Api } from '../kit/api';
import { demoApi } from '../kit/shared-api';

let api: Api;
beforeAll(async () => {
  api = await demoApi();
});

test('a malformed value in one of many rows is reported with its path and the expected form', async () => {
  const client = await api.as('worker@fengyuan.example');
  const row = {
    indicator: 'CASE_FILE',
    occurredOn: '2024-06-01',
    quantities: [{ measure: 'FILES', value: '1' }],
  };
  const records = [
    row,
    row,
    { ...row, occurredOn: '1 June' },
    { ...row, quantities: [{ measure: 'FILES', value: 1.5 }] },
  ];
  const answer = await client.ask(
    'mutation($input: RecordServicesInput!) { recordServices(input: $input) { userErrors { code } } }',
    { input: { agreementId: 'any', records } },
  );
  expect(answer.errors.map(({ message, extensions }) => [extensions?.code, message])).toEqual([
    [
      'BAD_USER_INPUT',
      expect.stringMatching(/input\.records\[2\]\.occurredOn.*Date must be like "2024-05-01"/),
    ],
    ['BAD_USER_INPUT', expect.stringMatching(/input\.records\[3\]\.quantities\[0\]\.value.*Decimal must be/)],
  ]);
});

const ANALYTICS = 'query($input: AnalyticsInput!) { analytics(input: $input) { rows { completed } } }';
const range = { from: '2024-01', to: '2024-12', groupBy: ['STATION'] };
const many = <T>(count: number, make: (at: number) => T): T[] =>
  Array.from({ length: count }, (_, at) => make(at));

test.each([
  ['100,000 wrong items of a list', { ...range, indicators: many(100_000, () => 1) }],
  [
    '60,000 fields that do not exist',
    { ...range, ...Object.fromEntries(many(60_000, (at) => [`f${at}`, 0])) },
  ],
  [
    'names of fields as long as a body',
    { ...range, ...Object.fromEntries(many(9, (at) => [`${at}`.repeat(1e5), 0])) },
  ],
  ['a text as long as a body', { ...range, from: 'x'.repeat(900_000) }],
  ['lists in lists', { ...range, indicators: many(50_000, () => [[[]]]) }],
  [
    'objects of objects',
    { ...range, indicators: many(8, () => Object.fromEntries(many(5000, (at) => [`k${at}`, { at }]))) },
  ],
])('%s are refused quickly, with at most five short errors', async (_, input) => {
  // Once before: what is measured is the work, not its compilation.
  let answer = await api.anonymous.ask(ANALYTICS, { input });
  const spent = await leastProcessorMs(async () => {
    answer = await api.anonymous.ask(ANALYTICS, { input });
  });
  const { errors, status, text } = answer;
  expect(status).toBe(400);
  expect(errors.length).toBeLessThanOrEqual(5);
  for (const { message, extensions } of errors) {
    expect(message.length).toBeLessThanOrEqual(300);
    expect(extensions?.code).toBe('BAD_USER_INPUT');
  }
  expect(text.length).toBeLessThan(5000);
  // Sending and reading the body included.
  expect(spent).toBeLessThan(250);
});

test.each(['constructor', 'toString', '__proto__', 'hasOwnProperty'])(
  'a variable may be called %s',
  async (name) => {
    const ask = (type: string, variables: string) =>
      api.anonymous.ask(
        `query($${name}: ${type}) { __type(name: "Query") { fields(includeDeprecated: $${name}) { name @include(if: $${name}) } } }`,
        JSON.parse(variables) as Record<string, unknown>,
      );
    const left = await ask('Boolean!', '{}');
    expect(refusalOf(left)).toEqual({ status: 400, data: null, code: 'BAD_USER_INPUT' });
    expect(left.errors[0]!.message).toBe(`Variable "$${name}" of required type "Boolean!" was not provided.`);
    expect((await ask('Boolean! = true', '{}')).errors).toEqual([]);
    expect((await ask('Boolean!', `{"${name}": true}`)).errors).toEqual([]);
    expect((await ask('Boolean!', `{"${name}": {}}`)).status).toBe(400);
  },
);

test('a variable with a default may be omitted, also in a non-null position', async () => {
  const client = await api.as('worker@fengyuan.example');
  const { errors, data } = await client.ask(
    'query($f: Int! = 10, $n: Int = 5) { stations(first: $f) { nodes { id } } more: stations(first: $n) { nodes { id } } }',
  );
  expect(errors).toEqual([]);
  expect(data).not.toBeNull();
});

test('fields skipped by one client’s conditions are returned to the next client', async () => {
  const query = `query Shared($all: Boolean = false) {
    __type(name: "Query") { name @include(if: $all) kind @skip(if: $all) } __typename @include(if: $all) }`;
  const [one, other] = [await api.as('worker@fengyuan.example'), await api.as('admin@fengyuan.example')];
  const without = { __type: { kind: 'OBJECT' } };
  const all = { __type: { name: 'Query' }, __typename: 'Query' };
  for (const client of [api.anonymous, one, api.anonymous, other]) {
    expect((await client.ask(query)).data).toEqual(without);
    expect((await client.ask(query, { all: true })).data).toEqual(all);
    expect((await client.ask(query, { all: false })).data).toEqual(without);
  }
});
