import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ACTIONS } from '../../src/access';
import { startApi, type TestApi } from '../kit/api';
import { TEST_PASSWORD } from '../kit/settings';

/** The pages of the console, by what the API lets a member do. */
const ROOT = join(__dirname, '../..');
const read = (file: string): unknown => JSON.parse(readFileSync(join(ROOT, file), 'utf8'));
const PAGES = read('dist/web/pages.json') as Record<string, { title: string; needs: string[] }>;

test('a page asks for actions that there are', () => {
  const needed = Object.values(PAGES).flatMap(({ needs }) => needs);
  expect(needed.filter((action) => !(action in ACTIONS))).toEqual([]);
});

describe('of the API', () => {
  let api: TestApi;
  beforeAll(async () => {
    api = await startApi({
      PERSISTED_OPERATIONS_FILE: join(ROOT, 'schema/console-operations.json'),
      PERSISTED_ONLY: 'true',
    });
  });
  afterAll(async () => api.close());

  const operations = Object.values(read('schema/console-operations.json') as Record<string, string>);
  const viewerQuery = operations.find((text) => /^\s*query Viewer\b/.test(text))!;

  interface Answer {
    viewer: { role: string; may: string[]; organisation: { kind: string } };
  }

  /** As the console does: without the mutation that signs in, which is not on its list. */
  async function viewerOf(email: string): Promise<Answer['viewer']> {
    const response = await fetch(`${api.url}/session`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin: api.url, 'sec-fetch-site': 'same-origin' },
      body: JSON.stringify({ action: 'SIGN_IN', email, password: TEST_PASSWORD }),
    });
    const { accessToken } = (await response.json()) as { accessToken: string };
    return (await api.withToken(accessToken).get<Answer>(viewerQuery)).viewer;
  }

  test.each([
    [
      'worker@fengyuan.example',
      [
        'home',
        'entry',
        'records',
        'imports',
        'board',
        'month',
        'completion',
        'months',
        'targets',
        'roster',
        'funding',
        'published',
        'published',
        'reportAudit',
        'assessments',
        'assessments',
        'satisfaction',
        'evaluations',
        'agreements',
        'overview',
        'heatmap',
        'trends',
        'ranking',
        'account',
        'help',
      ],
    ],
    [
      'admin@guangzhou-bureau.example',
      [
        'home',
        'records',
        'work',
        'board',
        'month',
        'acceptance',
        'completion',
        'months',
        'targets',
        'roster',
        'funding',
        'published',
        'published',
        'reportAudit',
        'assessments',
        'assessments',
        'satisfaction',
        'evaluations',
        'agreements',
        'overview',
        'heatmap',
        'trends',
        'ranking',
        'members',
        'audit',
        'account',
        'help',
      ],
    ],
    ['admin@platform.example', ['home', 'members', 'audit', 'account', 'help']],
  ])('%s is offered the pages that its kind and role allow', async (email, titles) => {
    const { may } = await viewerOf(email);
    const offered = Object.values(PAGES).filter(({ needs }) => needs.some((action) => may.includes(action)));
    expect(offered.map(({ title }) => title)).toEqual(titles);
  });

  test('Viewer.may names the actions of the table that the member may perform', async () => {
    const { may, role, organisation } = await viewerOf('worker@fengyuan.example');
    expect([role, organisation.kind]).toEqual(['WORKER', 'OPERATOR']);
    expect(may).toContain('serviceRecord.record');
    expect(may).not.toContain('member.manage');
    expect(may.filter((action) => !(action in ACTIONS))).toEqual([]);
  });

  test('a server that accepts registered operations alone accepts those of the console', async () => {
    expect(operations.length).toBeGreaterThan(5);
    const refused = await api.anonymous.ask('{ viewer { id } }');
    expect(refused.errors[0]?.extensions?.code).toBe('PERSISTED_QUERY_NOT_IN_LIST');
  });
});
