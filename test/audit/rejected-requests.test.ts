import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startApi, type TestApi } from '../kit/api';
import { entriesOf } from './support';

/** Requests rejected before execution are audited like every other refusal. */
const SIGN_IN = `mutation($input: SignInInput!) { signIn(input: $input) { accessToken userErrors { code } } }`;
const PAGE = 'query Page { stations(first: 100) { nodes { id } } }';
const SCHEMA = 'query Look { __schema { queryType { name } } }';
const folder = mkdtempSync(join(tmpdir(), 'safelist-'));
const file = join(folder, 'operations.json');

let api: TestApi;
beforeAll(async () => {
  const operations = [SIGN_IN, PAGE, SCHEMA].map((text) => [
    createHash('sha256').update(text).digest('hex'),
    text,
  ]);
  writeFileSync(file, JSON.stringify(Object.fromEntries(operations)));
  api = await startApi(
    {
      MAX_OPERATION_COST: '5000',
      COST_PER_MINUTE: '5000',
      INTROSPECTION: 'members',
      PERSISTED_OPERATIONS_FILE: file,
      PERSISTED_ONLY: '1',
    },
    undefined,
    { elapsed: () => 0 },
  );
});
afterAll(async () => {
  await api.close();
  rmSync(folder, { recursive: true });
});

it('an operation that is not on the list is logged', async () => {
  const fengyuan = await api.as('worker@fengyuan.example');
  const answer = await fengyuan.ask('{ districts { code } }');
  expect(answer.errors[0]?.extensions?.code).toBe('PERSISTED_QUERY_NOT_IN_LIST');
  expect(await entriesOf(api, answer)).toMatchObject([
    { organisation: '逢源人家', action: 'REFUSED', after: { code: 'PERSISTED_QUERY_NOT_IN_LIST' } },
  ]);
});

it('introspection without a session is in the log of the platform', async () => {
  expect(await entriesOf(api, await api.anonymous.ask(SCHEMA))).toMatchObject([
    {
      organisation: '社工服务站平台',
      memberId: null,
      action: 'REFUSED',
      operation: 'Look',
      after: { code: 'UNAUTHENTICATED' },
    },
  ]);
});

it('exceeding the rate limit is logged: for the cost of an operation, and before it is parsed', async () => {
  const bureau = await api.as('admin@liwan-bureau.example');
  let refused = await bureau.ask(PAGE);
  while (refused.status === 200) refused = await bureau.ask(PAGE);
  const line = {
    organisation: '广州市荔湾区民政局',
    action: 'REFUSED',
    after: { code: 'TOO_MANY_REQUESTS' },
  };
  expect(await entriesOf(api, refused)).toMatchObject([{ ...line, operation: 'Page' }]);
  // A rejected document that was not parsed has its cost in the error.
  while (refused.errors[0]?.extensions?.cost === undefined) refused = await bureau.ask('{ viewer { id } }');
  expect(await entriesOf(api, refused)).toMatchObject([{ ...line, operation: null }]);
});
