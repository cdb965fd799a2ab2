import { startApi, type TestApi } from '../kit/api';
import { post, refusalOf, send } from './support';

let api: TestApi;
beforeAll(async () => {
  api = await startApi();
});
afterAll(async () => {
  await api.close();
});

const QUERY = '{ __typename }';
const MUTATION = 'mutation { signOut }';
const search = (query: string): string => `?query=${encodeURIComponent(query)}`;
const preflighted = { 'apollo-require-preflight': '1' };
const json = { 'content-type': 'application/json' };

describe('one operation a request', () => {
  test.each([[[]], [[{ query: QUERY }]], [[{ query: QUERY }, { query: QUERY }]]])(
    'a list of operations is refused: %j',
    async (body) => {
      const answer = await post(api, body);
      expect(answer.status).toBe(400);
      expect(answer.errors[0]?.message).toBe('Batches are not accepted: send one operation a request.');
      expect(answer.text).not.toContain('Query');
    },
  );

  test('of several operations of one document one runs, which must be named', async () => {
    const answer = await post(api, { query: 'query A { a: __typename } query B { b: __typename }' });
    expect(answer.status).toBe(400);
    expect(answer.data).toBeNull();
  });
});

describe('an operation that the document does not have', () => {
  const refused = { status: 400, data: null, code: 'BAD_USER_INPUT', reason: 'UNKNOWN_OPERATION' };
  const leave = 'mutation M { signOut }';
  const documents = [leave, `query Q { __typename } ${leave}`];
  const cases = documents.flatMap((query) =>
    ['Other', ' ', 'm', 'constructor'].map((name) => [query, name] as const),
  );

  test.each<readonly [string, string | null]>([...cases, [documents[1]!, ''], [documents[1]!, null]])(
    'is refused, and none other is carried out: %s, named %j',
    async (query, operationName) => {
      const client = await api.as('admin@fengyuan.example');
      const headers = { authorization: `Bearer ${client.token!}` };
      expect(refusalOf(await post(api, { query, operationName }, headers))).toEqual(refused);
      const name = operationName === null ? '' : `&operationName=${encodeURIComponent(operationName)}`;
      const byGet = await send(api, { headers: { ...preflighted, ...headers } }, `${search(query)}${name}`);
      expect(byGet.status).toBe(400);
      expect((await client.ask('{ viewer { id } }')).errors).toEqual([]);
    },
  );

  test('an empty operation name counts as none', async () => {
    expect((await post(api, { query: QUERY, operationName: '' })).data).toEqual({ __typename: 'Query' });
    const byGet = await send(api, { headers: preflighted }, `${search(QUERY)}&operationName=`);
    expect(byGet.status).toBe(200);
  });

  test.each(['subscription { viewer { id } }', 'subscription S { nothing }'])(
    'is of an unsupported kind: %s',
    async (query) => {
      expect(refusalOf(await post(api, { query }))).toEqual(refused);
    },
  );
});

describe('writes', () => {
  test('a mutation by GET is refused, and nothing is written', async () => {
    const client = await api.as('admin@fengyuan.example');
    const headers = { ...preflighted, authorization: `Bearer ${client.token!}` };
    const response = await send(api, { headers }, search(MUTATION));
    expect(response.status).toBe(405);
    expect(response.headers.get('allow')).toBe('POST');
    expect((await client.ask('{ viewer { id } }')).errors).toEqual([]);
  });

  test('a mutation by GET is refused also where another operation of the document is a query', async () => {
    const document = `query Q { __typename } mutation M { signOut }`;
    const response = await send(api, { headers: preflighted }, `${search(document)}&operationName=M`);
    expect(response.status).toBe(405);
  });
});

describe('a foreign page in the browser of a member', () => {
  test.each([
    ['a link or an image', { method: 'GET', headers: {} }],
    ['a script', { method: 'GET', headers: { accept: '*/*', 'sec-fetch-mode': 'no-cors' } }],
    ['a link with a name and password in it', { method: 'GET', headers: { authorization: 'Basic YTpi' } }],
    ['a GET that calls itself plain', { method: 'GET', headers: { 'content-type': 'text/plain' } }],
    ['a form', { method: 'POST', headers: { 'content-type': 'application/x-www-form-urlencoded' } }],
    ['a form with files', { method: 'POST', headers: { 'content-type': 'multipart/form-data; boundary=x' } }],
    ['a form of plain text', { method: 'POST', headers: { 'content-type': 'text/plain' } }],
  ])('cannot make it send a request by %s', async (_, { method, headers }) => {
    const body = method === 'POST' ? JSON.stringify({ query: QUERY }) : null;
    const response = await send(api, { method, headers, body }, method === 'GET' ? search(QUERY) : '');
    expect([400, 415]).toContain(response.status);
    expect(await response.text()).not.toContain('Query');
  });

  test('gets no CORS headers', async () => {
    const origin = { origin: 'https://elsewhere.example' };
    const answers = await Promise.all([
      send(api, { method: 'OPTIONS', headers: { ...origin, 'access-control-request-method': 'POST' } }),
      send(api, { method: 'POST', headers: { ...origin, ...json }, body: JSON.stringify({ query: QUERY }) }),
    ]);
    for (const { headers } of answers) {
      expect([...headers.keys()].filter((name) => name.startsWith('access-control'))).toEqual([]);
    }
  });
});

test('every response has the security headers for browsers', async () => {
  const { headers } = await send(api, {
    method: 'POST',
    headers: json,
    body: JSON.stringify({ query: QUERY }),
  });
  expect(Object.fromEntries(headers)).toMatchObject({
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
    'x-frame-options': 'DENY',
    'referrer-policy': 'no-referrer',
    'content-security-policy': expect.stringContaining("default-src 'none'") as string,
    'cross-origin-resource-policy': 'same-origin',
  });
  expect(headers.has('x-powered-by')).toBe(false);
});
