import { getIntrospectionQuery } from 'graphql';
import { type Answer, type Client, startApi, type TestApi } from '../kit/api';
import { fragmentBomb, leastProcessorMs, processorMs, refusalOf } from './support';

let api: TestApi;
let client: Client;
beforeAll(async () => {
  api = await startApi();
  client = await api.as('admin@guangzhou-bureau.example');
});
afterAll(async () => {
  await api.close();
});

const tooDeep = { status: 400, data: null, code: 'BAD_USER_INPUT', reason: 'OPERATION_TOO_DEEP' };

/** A selection on a station: so many nested objects, and the id of the last one. */
function below(levels: number): string {
  const fields = Array.from({ length: levels }, (_, level) => (level % 2 === 0 ? 'agreementOn' : 'station'));
  return `${fields.map((field) => `${field} { `).join('')}id${' }'.repeat(levels)}`;
}

const DEEP = `station(id: "x") { ${below(12)} }`;

describe('depth', () => {
  test('twelve levels of objects are answered, with the fields of the last one', async () => {
    const { errors } = await client.ask(`{ station(id: "x") { ${below(11)} } }`);
    expect(errors[0]?.extensions?.code).toBe('NOT_FOUND');
  });

  test('thirteen levels are refused, with the limit, in both languages', async () => {
    const answer = await client.ask(`{ ${DEEP} }`);
    expect(refusalOf(answer)).toEqual(tooDeep);
    expect(answer.errors[0]).toMatchObject({
      message: 'The operation is nested too deeply: 12 levels at most. Split it into several.',
      extensions: { limit: 12 },
    });
    const chinese = await client.ask(`{ ${DEEP} }`, {}, { 'accept-language': 'zh-CN' });
    expect(chinese.errors[0]?.message).toContain('最多 12 层');
  });

  test.each([
    ['a named fragment', `{ ...F } fragment F on Query { ${DEEP} }`],
    [
      'an inline fragment',
      `{ ... on Query { ... { station(id: "x") { ... on Node { ... on Station { ${below(12)} } } } } } }`,
    ],
    ['an interface', `{ node(id: "x") { ... on Station { ${below(12)} } } }`],
    [
      'fragments of fragments',
      `{ station(id: "x") { ...A } }
       fragment A on Station { agreementOn { ...B } }
       fragment B on Agreement { station { ...C } }
       fragment C on Station { ${below(10)} }`,
    ],
    [
      'a fragment that was used higher up before',
      `{ a: station(id: "x") { ...S }
         station(id: "x") { ...S agreementOn { station { agreementOn { station { ...S } } } } } }
       fragment S on Station { ${below(8)} }`,
    ],
    ['a fragment called __schema', `{ ...__schema } fragment __schema on Query { ${DEEP} }`],
    ['an alias called __schema', `{ __schema: ${DEEP} }`],
    ['a field that is selected twice', `{ station(id: "x") { id } ${DEEP} }`],
    ['a condition', `query($yes: Boolean = false) { station(id: "x") @include(if: $yes) { ${below(12)} } }`],
  ])('%s does not bypass it', async (_, query) => {
    expect(refusalOf(await client.ask(query))).toEqual(tooDeep);
  });

  test('introspection may be of any depth', async () => {
    const { data } = await client.ask(getIntrospectionQuery());
    expect(data).toHaveProperty('__schema');
    const typeOf = 'ofType { '.repeat(20) + 'name' + ' }'.repeat(20);
    const deep = await client.ask(`{ __type(name: "Query") { fields { type { ${typeOf} } } } }`);
    expect(deep.errors).toEqual([]);
  });

  test('introspection of cyclic lists is refused', async () => {
    const loop =
      '{ __schema { types { fields { type { fields { type { fields { type { fields { name } } } } } } } } } }';
    expect(refusalOf(await client.ask(loop))).toMatchObject({ status: 400, data: null });
  });
});

describe('aliases', () => {
  const aliased = (count: number, field: string): string =>
    Array.from({ length: count }, (_, index) => `a${index}: ${field}`).join(' ');
  const tooMany = { status: 400, data: null, code: 'BAD_USER_INPUT', reason: 'TOO_MANY_ALIASES' };

  test('twelve are answered, one for each month of a year', async () => {
    expect((await client.ask(`{ ${aliased(12, 'viewer { id }')} }`)).errors).toEqual([]);
  });

  test.each([
    ['thirteen', `{ ${aliased(13, 'viewer { id }')} }`],
    ['thirteen that are called like their fields', `{ viewer { ${'id: id '.repeat(13)} } }`],
    ['thirteen of __typename', `{ ${aliased(13, '__typename')} }`],
    [
      'those of a fragment, wherever it is used',
      `{ viewer { ...V } b: viewer { ...V } } fragment V on Viewer { ${aliased(7, 'id')} }`,
    ],
    ['those of inline fragments', `{ viewer { ... { ${aliased(7, 'id')} } ... { ${aliased(7, 'id')} } } }`],
  ])('%s are too many', async (_, query) => {
    expect(refusalOf(await client.ask(query))).toEqual(tooMany);
  });

  test('a password cannot be guessed many times in one request', async () => {
    const guess = 'signIn(input: { email: "a@b.example", password: "x" }) { accessToken }';
    expect(refusalOf(await api.anonymous.ask(`mutation { ${aliased(13, guess)} }`))).toEqual(tooMany);
  });
});

describe('directives', () => {
  const tooMany = { status: 400, data: null, code: 'BAD_USER_INPUT', reason: 'TOO_MANY_DIRECTIVES' };

  test('ten are answered', async () => {
    const { errors } = await client.ask(`{ viewer { ${'id @include(if: true) '.repeat(10)} } }`);
    expect(errors).toEqual([]);
  });

  test('eleven are too many, those of fragments included', async () => {
    const many = 'id @include(if: true) '.repeat(11);
    expect(refusalOf(await client.ask(`{ viewer { ${many} } }`))).toEqual(tooMany);
    const fragment = `{ viewer { ...V } b: viewer { ...V } }
      fragment V on Viewer { ${'id @skip(if: false) '.repeat(6)} }`;
    expect(refusalOf(await client.ask(fragment))).toEqual(tooMany);
  });

  test('a repeated directive at one location is refused by graphql itself', async () => {
    const times = (count: number): string => `{ viewer { id ${'@include(if: true) '.repeat(count)} } }`;
    const { errors, status } = await client.ask(times(10));
    expect(status).toBe(400);
    expect(errors[0]?.extensions?.code).toBe('GRAPHQL_VALIDATION_FAILED');
    expect(refusalOf(await client.ask(times(100)))).toEqual(tooMany);
  });
});

describe('size', () => {
  test('the parser stops at 2,000 tokens of a document', async () => {
    const { errors, status } = await client.ask(`{ viewer { ${'id '.repeat(2000)} } }`);
    expect(status).toBe(400);
    expect(errors[0]?.message).toMatch(/2000 tokens/);
    expect(errors[0]?.extensions?.code).toBe('GRAPHQL_PARSE_FAILED');
  });

  test('nor is one of more than 100,000 characters, comments included', async () => {
    const { errors, status } = await client.ask(`{ viewer { id } } #${'x'.repeat(100_000)}`);
    expect(status).toBe(400);
    expect(errors[0]?.extensions?.code).toBe('GRAPHQL_PARSE_FAILED');
  });

  test('fragments cannot expand an operation beyond 1,000 fields', async () => {
    const answer = await client.ask(`{
        viewer { organisation { ...V } }
        stations(first: 1) { nodes { agreementOn { operator { ...V } purchaser { ...V } } } }
        organisations(first: 1) { nodes { ...V } edges { node { ...V } } }
      }
      fragment V on Organisation { ${'name '.repeat(250)} }`);
    expect(refusalOf(answer)).toEqual({
      status: 400,
      data: null,
      code: 'BAD_USER_INPUT',
      reason: 'OPERATION_TOO_LARGE',
    });
  });

  test('cyclic fragments are refused', async () => {
    const { errors } = await client.ask(
      '{ viewer { organisation { ...A } } } fragment A on Organisation { ...B } fragment B on Organisation { ...A }',
    );
    expect(errors[0]?.extensions?.code).toBe('GRAPHQL_VALIDATION_FAILED');
  });

  test('a body of more than 1 MB is refused', async () => {
    const { status } = await client.ask('{ viewer { id } }', { pad: 'x'.repeat(1024 * 1024) });
    expect(status).toBe(413);
  });

  test.each([
    '{ stations(first: 101) { totalCount } }',
    '{ stations(first: 2147483647) { nodes { id } } }',
    '{ organisations(first: 0) { totalCount } }',
  ])('a page has 1 to 100: %s', async (query) => {
    const { errors } = await client.ask(query);
    expect(errors[0]).toMatchObject({
      message: 'first must be 1 to 100; use after to turn the page.',
      extensions: { code: 'BAD_USER_INPUT' },
    });
  });

  const tooLarge = { status: 400, data: null, code: 'BAD_USER_INPUT', reason: 'OPERATION_TOO_LARGE' };

  test.each([
    ['twice each, on and on', `{ ...F0 } ${fragmentBomb(60)} fragment F60 on Query { __typename }`],
    ['twice each, ten deep', `{ ...F0 } ${fragmentBomb(10)} fragment F10 on Query { __typename }`],
    [
      'twice each, below objects',
      `{ viewer { organisation { stations { nodes { ...S0 } } } } } ${Array.from(
        { length: 40 },
        (_, at) =>
          `fragment S${at} on Station { agreementOn { station { ...S${at + 1} } } agreementOn { station { ...S${at + 1} } } }`,
      ).join(' ')} fragment S40 on Station { id }`,
    ],
    ['many times one', `{ ${'...F '.repeat(300)} } fragment F on Query { viewer { id } districts { code } }`],
    [
      'under a false condition',
      `{ ...F0 @include(if: false) } ${fragmentBomb(12)} fragment F12 on Query { __typename }`,
    ],
    [
      'in an operation that is not executed',
      `query A { ...F0 } ${fragmentBomb(12)} fragment F12 on Query { __typename }`,
    ],
    [
      'many fragments for one object',
      `{ ${Array.from({ length: 160 }, (_, at) => `...F${at}`).join(' ')} }
       ${Array.from({ length: 160 }, (_, at) => `fragment F${at} on Query{viewer{id}}`).join('')}`,
    ],
    ['no fragments, but one object again and again', `{ ${'viewer { id } '.repeat(400)} }`],
    [
      'in a fragment that nothing spreads',
      `{ viewer { id } } fragment F on Query { ${'viewer { id } '.repeat(400)} }`,
    ],
  ])('fragments are counted each time they are spread, before execution: %s', async (_, query) => {
    const answers: Answer<unknown>[] = [];
    const spent = await processorMs(async () => answers.push(await api.anonymous.ask(query)));
    expect(answers.map(refusalOf)).toEqual([tooLarge]);
    // Registered by the first request, it is known.
    expect(await leastProcessorMs(async () => api.anonymous.ask(query))).toBeLessThan(100);
    expect(spent).toBeLessThan(100);
  });

  test('an e-mail of only combining marks takes time linear in its length', async () => {
    const query =
      'mutation($email: String!) { signIn(input: { email: $email, password: "x" }) { userErrors { code } } }';
    const email = '\u0301'.repeat(100_000) + '\u0323'.repeat(100_000);
    expect(await leastProcessorMs(async () => api.anonymous.ask(query, { email }))).toBeLessThan(600);
  });

  test('fields skipped by a directive count as well', async () => {
    const aliases = Array.from({ length: 13 }, (_, at) => `a${at}: id`).join(' ');
    const hidden = `{ viewer @include(if: false) { ${aliases} } }`;
    expect(refusalOf(await client.ask(hidden))).toMatchObject({ reason: 'TOO_MANY_ALIASES' });
    expect(refusalOf(await client.ask(`{ ... @skip(if: true) { ${DEEP} } }`))).toEqual(tooDeep);
  });

  test.each([
    ['many fields', `{ ${'viewer { id } '.repeat(400)} }`],
    ['many inline fragments', `{ ${'... { __typename } '.repeat(490)} }`],
    ['many variables', `query(${'$v: Int '.repeat(400)}) { viewer { id } }`],
    ['unknown fields', `{ ${Array.from({ length: 1900 }, (_, i) => `statoin${i}`).join(' ')} }`],
  ])('%s take less than a second of CPU', async (_, query) => {
    const started = process.cpuUsage();
    await client.ask(query);
    const { user, system } = process.cpuUsage(started);
    expect(user + system).toBeLessThan(1_000_000);
  });
});
