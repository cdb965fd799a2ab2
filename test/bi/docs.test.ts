import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { startApi, type TestApi } from '../kit/api';
import { keyOf } from '../staffing/support';
import { BiLogins, READERS } from './support';

/** docs/bi.md in both languages: its examples work unchanged, and it lists every view and column. */
let api: TestApi;
let logins: BiLogins;
beforeAll(async () => {
  api = await startApi();
  logins = new BiLogins(api.world);
});
afterAll(async () => {
  await logins.close();
  await api.close();
});

const FILES = ['docs/bi.md', 'docs/bi.zh-CN.md'];
const textOf = (file: string): string => readFileSync(join(__dirname, '../..', file), 'utf8');
const blocks = (file: string, language: string): string[] =>
  [...textOf(file).matchAll(new RegExp(`^( *)\`\`\`${language}\\n([\\s\\S]*?)^\\1\`\`\``, 'gm'))].map(
    ([, , code]) => code!,
  );

test.each(FILES)('every statement of %s works for a login, and every query for an API key', async (file) => {
  const bi = await logins.as(READERS['bureau of the city'][0]);
  const statements = blocks(file, 'sql');
  expect(statements.length).toBeGreaterThan(1);
  for (const sql of statements) expect((await bi.rows(sql)).length).toBeGreaterThan(0);

  const key = await keyOf(api, await api.as('admin@guangzhou-bureau.example'));
  const [powerQuery] = /Query = "(.*)",$/m.exec(textOf(file))!.slice(1);
  const queries = [...blocks(file, 'graphql'), powerQuery!.replaceAll('""', '"')];
  expect(queries.length).toBeGreaterThan(1);
  for (const query of queries) {
    const { analytics } = await key.get<{ analytics: { rows: unknown[] } }>(query, { after: null });
    expect(analytics.rows.length).toBeGreaterThan(0);
  }
});

test.each(FILES)('%s lists every view, and names no unknown column', async (file) => {
  const columns = await api.world.ownerQuery<{ view: string; column: string }>(
    `select c.relname as view, a.attname as column from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0
      where c.relnamespace = 'bi'::regnamespace and c.relkind = 'v'`,
  );
  const views = [...new Set(columns.map(({ view }) => view))];
  const rows = [...textOf(file).matchAll(/^\| `(\w+)` +\|.*\| (.*) \|$/gm)].map(
    ([, view, last]) => [view!, last!] as const,
  );
  expect(rows.map(([view]) => view).sort()).toEqual(views.sort());
  for (const [view, last] of rows) {
    const own = columns.filter((one) => one.view === view).map(({ column }) => column);
    const named = [...last.matchAll(/`(\w+)`/g)].map(([, column]) => column);
    expect([view, named.filter((column) => !own.includes(column!))]).toEqual([view, []]);
  }
});

test('a PostgreSQL of one’s own is closed as the embedded one is', () => {
  const closed = (file: string): string[] =>
    /proname ~ '[^']+'\s+or (p\.)?proname in \([^)]+\)/
      .exec(textOf(file))![0]
      .replaceAll('p.', '')
      .split(/\s+/);
  const ours = closed('src/platform/database/public-rights.ts');
  for (const file of ['docker/init-roles.sh', 'docs/operations.md']) expect(closed(file)).toEqual(ours);
});

test('both languages show the same code', () => {
  const code = (file: string): string[] => [
    ...['sql', 'graphql'].flatMap((language) => blocks(file, language)),
    ...blocks(file, '').filter((block) => block.startsWith('let')),
    ...blocks(file, 'sh').filter((block) => block.startsWith('#!')),
    ...[...textOf(file).matchAll(/^curl [\s\S]*?^```/gm)].map(([code]) => code),
  ];
  expect(code(FILES[0]!)).toEqual(code(FILES[1]!));
});
