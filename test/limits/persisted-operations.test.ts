import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readConfig } from '../../src/config';
import { Safelist } from '../../src/platform/graphql/persisted';
import { StartError } from '../../src/platform/start-error';
import { createServer } from '../../src/server';
import { startApi, type TestApi } from '../kit/api';
import { testDependencies } from '../kit/settings';
import { post, send, statementsIn } from './support';

const idOf = (document: string): string => createHash('sha256').update(document).digest('hex');
const WHO = 'query Who { viewer { role } }';
const PAGE = 'query Page($first: Int) { stations(first: $first) { nodes { name } } }';
const DEEP = `{ organisations(first: 100) { nodes { stations(first: 100) { nodes { agreements(first: 100) { nodes { id } } } } } } }`;
const OTHER = 'query Other { districts { code } }';
const folder = mkdtempSync(join(tmpdir(), 'persisted-'));
const file = join(folder, 'operations.json');
const apq = (document: string): object => ({
  persistedQuery: { version: 1, sha256Hash: idOf(document) },
});

beforeAll(() => {
  writeFileSync(file, JSON.stringify({ [idOf(WHO)]: WHO, [idOf(PAGE)]: PAGE }));
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

describe('with a list', () => {
  let api: TestApi;
  let headers: Record<string, string>;
  beforeAll(async () => {
    api = await startApi({ PERSISTED_OPERATIONS_FILE: file });
    headers = { authorization: `Bearer ${(await api.as('worker@fengyuan.example')).token!}` };
  });
  afterAll(async () => {
    await api.close();
  });

  test.each([
    ['its id', { id: idOf(WHO) }],
    ['Apollo’s extension', { extensions: apq(WHO) }],
    ['its text', { query: WHO }],
    ['its text and Apollo’s extension', { query: WHO, extensions: apq(WHO) }],
  ])('an operation of the list may be named by %s', async (_, body) => {
    expect((await post(api, body, headers)).data).toEqual({ viewer: { role: 'WORKER' } });
  });

  test('an operation may be named by GET, with its variables', async () => {
    const search = `?id=${idOf(PAGE)}&variables=${encodeURIComponent('{"first":1}')}`;
    const response = await send(api, { headers: { ...headers, 'apollo-require-preflight': '1' } }, search);
    expect(await response.json()).toMatchObject({ data: { stations: { nodes: [{}] } } });
  });

  test('an operation that is not on the list may be sent as text, and is not stored', async () => {
    expect((await post(api, { query: OTHER, extensions: apq(OTHER) }, headers)).errors).toEqual([]);
    const { errors } = await post(api, { extensions: apq(OTHER) }, headers);
    expect(errors[0]?.extensions?.code).toBe('PERSISTED_QUERY_NOT_FOUND');
  });

  test('a malformed id is not found', async () => {
    for (const id of ['', 'x', '__proto__', idOf(WHO).toUpperCase()]) {
      const { data, errors } = await post(api, { id }, headers);
      expect([data, errors.length]).toEqual([null, 1]);
    }
    const { data } = await post(api, { id: { a: 1 } }, headers);
    expect(data).toBeNull();
  });
});

describe('with PERSISTED_ONLY=1', () => {
  let api: TestApi;
  let token: string;
  beforeAll(async () => {
    const signIn =
      'mutation($input: SignInInput!) { signIn(input: $input) { accessToken userErrors { code } } }';
    const operations = [WHO, PAGE, DEEP, signIn].map((document) => [idOf(document), document]);
    const listed = join(folder, 'only.json');
    writeFileSync(listed, JSON.stringify(Object.fromEntries(operations)));
    api = await startApi({ PERSISTED_OPERATIONS_FILE: listed, PERSISTED_ONLY: '1' });
    token = (await api.as('worker@fengyuan.example')).token!;
  });
  afterAll(async () => {
    await api.close();
  });

  const unlisted = { code: 'PERSISTED_QUERY_NOT_IN_LIST' };

  test.each([
    ['its id', { id: idOf(WHO) }],
    ['Apollo’s extension', { extensions: apq(WHO) }],
    ['its text', { query: WHO }],
  ])('an operation of the list is answered, named by %s', async (_, body) => {
    const { data } = await post(api, body, { authorization: `Bearer ${token}` });
    expect(data).toEqual({ viewer: { role: 'WORKER' } });
  });

  test.each([
    ['another text', { query: OTHER }],
    ['a text that differs by a space', { query: `${WHO} ` }],
    ['another text under the id of one of the list', { id: idOf(WHO), query: OTHER }],
    ['another text under Apollo’s extension for one of the list', { query: OTHER, extensions: apq(WHO) }],
    ['another text with its own hash', { query: OTHER, extensions: apq(OTHER) }],
    ['another id', { id: idOf(OTHER) }],
    ['another hash', { extensions: apq(OTHER) }],
    ['introspection', { query: '{ __schema { queryType { name } } }' }],
    ['what is not even GraphQL', { query: '{' }],
  ])('%s is refused before it is parsed, also from members', async (_, body) => {
    const before = statementsIn(api);
    const answer = await post(api, body, { authorization: `Bearer ${token}` });
    expect(answer.status).toBe(400);
    expect(answer.data).toBeNull();
    expect(answer.errors).toEqual([
      {
        message:
          'Only operations that were registered beforehand are accepted here, and this one was not. Ask the administrator.',
        extensions: unlisted,
      },
    ]);
    expect(statementsIn(api)).toEqual(before);
    const chinese = await post(api, body, { 'accept-language': 'zh' });
    expect(chinese.errors[0]?.message).toContain('只接受事先登记的操作');
  });

  test('an operation text by GET is refused as well', async () => {
    const search = `?query=${encodeURIComponent(OTHER)}`;
    const response = await send(api, { headers: { 'apollo-require-preflight': '1' } }, search);
    expect(await response.json()).toMatchObject({ errors: [{ extensions: unlisted }] });
  });

  test('the limits apply to operations of the list too', async () => {
    const { errors } = await post(api, { id: idOf(DEEP) }, { authorization: `Bearer ${token}` });
    expect(errors[0]?.extensions?.reason).toBe('OPERATION_TOO_COSTLY');
  });
});

test('without a list nothing can be registered or named', async () => {
  const api = await startApi();
  await post(api, { query: OTHER, extensions: apq(OTHER) });
  for (const body of [{ extensions: apq(OTHER) }, { id: idOf(OTHER) }]) {
    const { data, errors } = await post(api, body);
    expect(data).toBeNull();
    expect(['PERSISTED_QUERY_NOT_SUPPORTED', 'BAD_REQUEST']).toContain(errors[0]?.extensions?.code);
  }
  await api.close();
});

describe('the list stops the start, with the name of the variable,', () => {
  test.each([
    ['where it is missing', null],
    ['where it is no JSON', '{'],
    ['where it is a list', '[]'],
    ['where it is null', 'null'],
    ['where a document is no text', JSON.stringify({ [idOf(WHO)]: 1 })],
    ['where an id is not the SHA-256 of its document', JSON.stringify({ who: WHO })],
    ['where a document does not parse', JSON.stringify({ [idOf('{')]: '{' })],
  ])('%s', async (_, content) => {
    const wrong = join(folder, 'wrong.json');
    rmSync(wrong, { force: true });
    if (content !== null) writeFileSync(wrong, content);
    expect(() => Safelist.read(wrong, 'PERSISTED_OPERATIONS_FILE')).toThrow(StartError);
    const dependencies = testDependencies('postgres://nowhere', { PERSISTED_OPERATIONS_FILE: wrong });
    await expect(createServer(dependencies)).rejects.toThrow(
      /^PERSISTED_OPERATIONS_FILE: .*wrong\.json [^\n]+$/,
    );
  });

  test('where it is required and not given', () => {
    expect(() => readConfig({ PERSISTED_ONLY: '1' })).toThrow('PERSISTED_OPERATIONS_FILE');
  });
});
