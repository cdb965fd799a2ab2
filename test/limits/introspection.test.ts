import { getIntrospectionQuery } from 'graphql';
import { readConfig } from '../../src/config';
import { startApi, type TestApi } from '../kit/api';
import { post, refusalOf } from './support';

const WAYS: readonly (readonly [string, string])[] = [
  ['the usual query', getIntrospectionQuery()],
  ['__type', '{ __type(name: "Station") { fields { name } } }'],
  ['an alias', '{ districts: __schema { queryType { name } } }'],
  ['a fragment', '{ ...F } fragment F on Query { ... { __schema { queryType { name } } } }'],
  ['a condition', 'query($yes: Boolean = true) { __schema @include(if: $yes) { queryType { name } } }'],
  ['one operation of several', 'query Q { __schema { queryType { name } } } query R { __typename }'],
];
const refusal = { status: 401, data: null, code: 'UNAUTHENTICATED' };

describe('in production', () => {
  let api: TestApi;
  beforeAll(async () => {
    api = await startApi({ NODE_ENV: 'production' });
  });
  afterAll(async () => {
    await api.close();
  });

  test.each(WAYS)(
    'a member may read the schema, anyone else may not, in either order: %s',
    async (_, query) => {
      const member = await api.as('worker@fengyuan.example');
      const ask = async (token?: string): Promise<Record<string, unknown>> => {
        const headers = token === undefined ? {} : { authorization: `Bearer ${token}` };
        const named = query.includes('query Q') ? { operationName: 'Q' } : {};
        return refusalOf(await post(api, { query, ...named }, headers));
      };
      expect(await ask()).toEqual(refusal);
      expect(await ask(member.token)).toMatchObject({ status: 200, code: undefined });
      expect(await ask()).toEqual(refusal);
      expect(await ask('no-token')).toEqual(refusal);
    },
  );

  test('a refusal says in both languages what to do', async () => {
    const english = await api.anonymous.ask(WAYS[0]![1]);
    expect(english.errors[0]!.message).toBe('Sign in to read the schema (introspection).');
    const chinese = await api.anonymous.ask(WAYS[0]![1], {}, { 'accept-language': 'zh' });
    expect(chinese.errors[0]!.message).toContain('登录后');
  });

  test('__typename is open to everyone', async () => {
    expect((await api.anonymous.ask('{ __typename }')).data).toEqual({ __typename: 'Query' });
    const { data } = await api.anonymous.ask(
      'mutation { signIn(input: { email: "x", password: "x" }) { __typename userErrors { __typename } } }',
    );
    expect(data).toMatchObject({ signIn: { __typename: 'SessionPayload' } });
  });

  test.each([
    ['a field', '{ statoins { totalCount } }', {}],
    ['a field of a type', 'mutation { signOut { a } }', {}],
    ['an argument', '{ stations(frist: 1) { totalCount } }', {}],
    ['a type', '{ node(id: "x") { ... on Statoin { id } } }', {}],
    ['a field of another type', '{ node(id: "x") { street } }', {}],
    ['a value of an enum', '{ organisations(kind: OPERATR) { totalCount } }', {}],
    ['a field of an input', 'mutation { signIn(input: { emial: "x", password: "x" }) { accessToken } }', {}],
    [
      'a field of an input in a variable',
      'mutation($input: SignInInput!) { signIn(input: $input) { accessToken } }',
      { input: { emial: 'x', password: 'x' } },
    ],
    [
      'a value of an enum in a variable',
      'query($kind: OrganisationKind) { organisations(kind: $kind) { totalCount } }',
      { kind: 'OPERATR' },
    ],
  ])(
    'clients that are not signed in get no suggestions when they misspell %s',
    async (_, query, variables) => {
      const stranger = await api.anonymous.ask(query, variables);
      expect(stranger.status).toBe(400);
      expect(stranger.text).not.toMatch(/did you mean|"stations"|"email"|"OPERATOR"|"Station"/i);
    },
  );

  test('members get suggestions', async () => {
    const member = await api.as('worker@fengyuan.example');
    const { errors } = await member.ask('{ statoins { totalCount } }');
    expect(errors[0]!.message).toContain('Did you mean "stations"');
  });
});

describe('elsewhere', () => {
  test('introspection is open to everyone', async () => {
    const api = await startApi();
    expect((await api.anonymous.ask(getIntrospectionQuery())).data).toHaveProperty('__schema');
    expect((await api.anonymous.ask('{ statoins { totalCount } }')).errors[0]!.message).toContain(
      'Did you mean',
    );
    await api.close();
  });

  test.each([
    [{}, 'everyone'],
    [{ NODE_ENV: 'test' }, 'everyone'],
    [{ NODE_ENV: 'production' }, 'members'],
    [{ NODE_ENV: 'production', INTROSPECTION: 'everyone' }, 'everyone'],
    [{ INTROSPECTION: 'members' }, 'members'],
  ])('the setting follows NODE_ENV unless given: %j', (environment, introspection) => {
    expect(readConfig(environment).graphql.introspection).toBe(introspection);
  });

  test('an invalid setting stops the start', () => {
    expect(() => readConfig({ INTROSPECTION: 'yes' })).toThrow('INTROSPECTION');
  });
});
