import { type Statement, statement } from '../../src/platform/database/statement';
import { createTestDatabase, type TestDatabase } from '../kit/world';
import { composedStatements, exportQueries } from './support/composed-statements';

/** Statements that are composed from the selection: each is valid SQL under a name unique to its text. */
let copy: TestDatabase;
let sent: Statement[];
beforeAll(async () => {
  [copy, sent] = await Promise.all([createTestDatabase('template_empty'), composedStatements()]);
});
afterAll(async () => {
  await copy.close();
});

/** Prepares statements in PostgreSQL without running them. */
async function parse(texts: readonly string[]): Promise<void> {
  for (let at = 0; at < texts.length; at += 100) {
    const some = texts.slice(at, at + 100);
    await copy.ownerQuery(some.map((text, of) => `prepare s${String(at + of)} as ${text}`).join(';\n'));
  }
}

test('every combination of dimensions and filters has a valid statement of its own', async () => {
  const texts = new Map<string, string>();
  const ambiguous = sent.filter(({ name, text }) => {
    const known = texts.get(name);
    texts.set(name, text);
    return known !== undefined && known !== text;
  });
  expect(ambiguous).toEqual([]);
  const names = [...texts.keys()];
  expect(names.length).toBeGreaterThan(2_048);
  expect(names.filter((name) => Buffer.byteLength(name) > 63)).toEqual([]);
  expect(names.filter((name) => name.includes('#')).length).toBeGreaterThan(103);
  await parse([...new Set(texts.values())]);
});

test('terms that the sums of a city leave out are looked up by a hash, not one after another', async () => {
  const ofCity = sent.filter(({ text }) => text.includes('core.completion_total p where p.term_id'));
  expect(ofCity.length).toBeGreaterThan(4);
  for (const { text } of ofCity) {
    const plan = await copy.ownerQuery<{ 'QUERY PLAN': string }>(`explain (generic_plan) ${text}`);
    expect(plan.map((line) => line['QUERY PLAN']).join('\n')).toContain('hashed SubPlan');
  }
  expect(sent.filter(({ text }) => /<> all \(\s*array/i.test(text))).toEqual([]);
});

test('what all stations of a ranking are compared with is computed once, not for each of them', async () => {
  const rankings = sent.filter(({ label }) => /^ranking\.(?!count)/.test(label));
  expect(rankings.length).toBeGreaterThan(4);
  for (const { text } of rankings) {
    const plan = await copy.ownerQuery<{ 'QUERY PLAN': string }>(`explain (generic_plan) ${text}`);
    const parts = plan.flatMap((line) => /^ *CTE (\w+)$/.exec(line['QUERY PLAN'])?.[1] ?? []);
    expect(parts).toEqual(expect.arrayContaining(['middle', 'peers', 'done']));
  }
});

test('metrics count them under few readable names', () => {
  const labels = [...new Set(sent.map(({ label }) => label))];
  expect(labels.length).toBeLessThan(60);
  expect(labels.filter((label) => !/^[\w.]{3,40}$/.test(label))).toEqual([]);
  expect(labels).toEqual(expect.arrayContaining(['analytics', 'explain.page', 'ranking.PERCENT']));
});

test('every filter of an export makes a valid query', async () => {
  const queries = [...new Set(exportQueries())];
  expect(queries.length).toBeGreaterThan(500);
  await parse(queries);
});

test('a name beyond 63 bytes is hashed, begins readable, and is unique per variant', () => {
  const long = 'a-condition-of-some-length';
  const fits = statement('list', 'select 1', ['x'.repeat(58)]);
  expect([fits.name.length, fits.name, fits.label]).toEqual([63, `list+${'x'.repeat(58)}`, 'list']);
  const [one, other] = ['1', '2'].map((end) => statement('list', 'select 1', [long, long, long, end]));
  expect(one!.name).toMatch(/^list\+a-condition-of[\w+-]*#[0-9a-f]{32}$/);
  expect(one!.name).not.toBe(other!.name);
  expect(Buffer.byteLength(statement('清单'.repeat(30), 'select 1').name)).toBeLessThanOrEqual(63);
});
