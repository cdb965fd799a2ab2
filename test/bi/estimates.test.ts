import { asSuperuser, cluster } from '../kit/templates';
import { startWorld, type World } from '../kit/world';
import { textColumns, textColumnsWithStatistics } from '../tenancy/checks/text-columns';
import { type BiClient, BiLogins, READERS } from './support';

/** EXPLAIN shows a login the planner's estimates over the rows of all tenants: they must reveal no text. */
let world: World;
let logins: BiLogins;
let bi: BiClient;
let columns: Column[];
beforeAll(async () => {
  world = await startWorld('template_demo');
  logins = new BiLogins(world);
  await world.ownerQuery('vacuum analyze');
  // Sees every row, so that no estimate is rounded up to one row.
  bi = await logins.as(READERS['bureau of the city'][0]);
  columns = await world.ownerQuery<Column>(
    `select c.relname as view, a.attname as column from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0
      where c.relnamespace = 'bi'::regnamespace and c.relkind = 'v' and a.atttypid = 'text'::regtype order by 1, 2`,
  );
});
afterAll(async () => {
  await logins.close();
  await world.close();
});

interface Column {
  view: string;
  column: string;
}

/** Columns of codes, whose lists are public: the national one of districts, the catalogue, and those of constraints. */
const CODES = /^(district_code|indicator_code|measure_code|service_model|kind|grade|condition|party)$/;
/** Names in the directory, which every member reads whole. */
const PUBLIC = /^((operator|purchaser|assessor|district|indicator|measure)_name(_en)?|unit)$/;
const isWords = ({ column }: Column): boolean => !CODES.test(column);

/** Values of a column of all tenants; a word that is nowhere, and one that sorts before all. */
async function valuesOf({ view, column }: Column): Promise<string[]> {
  const rows = await world.ownerQuery<{ value: string }>(
    `select distinct ${column} as value from bi.${view} where ${column} is not null order by 1 limit 40`,
  );
  return rows.map(({ value }) => value);
}

/** The number of plans that differ in rows and costs, when a column is compared with each of the values. */
async function plansOf({ view, column }: Column, values: readonly string[]): Promise<number[]> {
  const counts: number[] = [];
  for (const operator of ['=', '>=']) {
    const asked = values.map(
      (value) =>
        `explain (format json) select from bi.${view} where ${column} ${operator} '${value.replaceAll("'", "''")}'`,
    );
    const answers = (await bi.client.query(asked.join(';'))) as unknown as {
      rows: { 'QUERY PLAN': string }[];
    }[];
    const plans = answers.map(({ rows }) =>
      rows[0]!['QUERY PLAN']
        .match(/"(Node Type|Index Name|Plan Rows|Total Cost|Startup Cost)": .*/g)!
        .join('\n'),
    );
    counts.push(new Set(plans).size);
  }
  return counts;
}

test('a prefix search by EXPLAIN finds no word of any text column of any view', async () => {
  const words = columns.filter(isWords);
  expect(words.length).toBeGreaterThan(60);
  const found: string[] = [];
  for (const column of words) {
    const values = await valuesOf(column);
    const probes = ['', values[0] ?? '逢', values.at(-1) ?? '逢源', '\u{10FFFF}'];
    const counts = await plansOf(column, probes);
    if (counts.some((count) => count > 1))
      found.push(`${column.view}.${column.column}: ${counts.join(', ')}`);
  }
  expect(found).toEqual([]);
});

test('the search finds the words where there are statistics', async () => {
  const column = { view: 'agreements', column: 'operator_name' };
  const values = ['', ...(await valuesOf(column)), '\u{10FFFF}'];
  expect(await plansOf(column, values)).toEqual([1, 1]);
  const statistics = 'alter table core.organisation alter column name set statistics';
  await world.ownerQuery(`${statistics} 100; analyze core.organisation; ${statistics} 0`);
  const [, plans] = await plansOf(column, values);
  // As only a superuser may.
  await world.ownerQuery(
    `delete from pg_statistic s using pg_attribute a where s.starelid = 'core.organisation'::regclass
        and (a.attrelid, a.attnum, a.attname) = (s.starelid, s.staattnum, 'name')`,
  );
  expect(plans).toBeGreaterThan(1);
});

test('every other text column contains only codes of public lists', async () => {
  const coded = columns.filter((column) => !isWords(column));
  expect(coded.length).toBeGreaterThan(20);
  for (const column of coded) {
    const values = await valuesOf(column);
    expect({ column, words: values.filter((value) => !/^[A-Z0-9_]+$/.test(value)) }).toEqual({
      column,
      words: [],
    });
  }
});

test.each(['completion_by_term', 'completion_by_zone', 'completion_by_project', 'completion_by_month'])(
  'sums of %s read no names of indicators, measures, districts and operators',
  async (view) => {
    const plan = await bi.rows<{ 'QUERY PLAN': string }>(
      `explain (costs off) select sum(completed) from bi.${view}`,
    );
    const text = plan.map((line) => line['QUERY PLAN']).join('\n');
    expect(text).toMatch(/on completion_(term|month) /);
    expect(text).not.toMatch(/ on (indicator|measure|district|organisation)\b/);
  },
);

/** The rows that each node of a plan scanned, filtered out and returned. */
async function counted(
  reader: BiClient,
  { view, column }: Column,
  operator: string,
  value: string,
): Promise<string> {
  const plan = await reader.rows<{ 'QUERY PLAN': string }>(
    `explain (analyze, costs off, timing off, summary off, buffers off)
       select from bi.${view} where operator_id = '${operator}' and ${column} >= '${value.replaceAll("'", "''")}'`,
  );
  const text = plan.map((line) => line['QUERY PLAN']).join(' ');
  return [...text.matchAll(/rows=[\d.]+|(Removed by [\w ]+|Fetches|Searches): \d+/g)]
    .map(([one]) => one)
    .join(', ');
}

test('EXPLAIN ANALYZE counts no row of others by their text', async () => {
  const [rival] = await world.ownerQuery<{ id: string }>(
    `select operator_id as id from bi.agreements where operator_name !~ '逢源' limit 1`,
  );
  const purchaser = await logins.as(READERS.purchaser[0]);
  // So that text is looked up by index, before other conditions are evaluated.
  await purchaser.rows(
    `set enable_seqscan = off; set enable_bitmapscan = off; set enable_nestloop = off;
     set random_page_cost = 0; set cpu_index_tuple_cost = 0; set cpu_operator_cost = 0; set cpu_tuple_cost = 10000`,
  );
  const found: string[] = [];
  const asked = columns.filter(
    (column) =>
      isWords(column) &&
      !PUBLIC.test(column.column) &&
      columns.some(({ view, column: name }) => view === column.view && name === 'operator_name'),
  );
  expect(asked.length).toBeGreaterThan(25);
  for (const column of asked) {
    const values = ['', (await valuesOf(column)).at(-1) ?? '逢源', '\u{10FFFF}'];
    const counts = new Set<string>();
    for (const value of values) counts.add(await counted(purchaser, column, rival!.id, value));
    if (counts.size > 1) found.push(`${column.view}.${column.column}: ${[...counts].join(' | ')}`);
  }
  expect(found).toEqual([]);
});

test('no text column beneath a view has statistics: of a table, an index or extended ones', async () => {
  const behind = async <T>(work: Parameters<typeof asSuperuser<T>>[1]): Promise<T> =>
    asSuperuser(cluster(), work, world.name);
  expect((await behind(textColumns)).length).toBeGreaterThan(14);
  expect(await behind(textColumnsWithStatistics)).toEqual([]);
  for (const [change, finding] of [
    ['alter table core.zone alter column name set statistics -1', 'core.zone.name takes statistics'],
    [
      `alter table core.zone add column nickname text default 'x';
       create or replace view bi.indicators with (security_invoker = true) as
         select v.*, (select max(z.nickname) from core.zone z) as nickname from (
           select i.code as indicator_code, m.code as measure_code, i.name_zh as indicator_name, i.name_en as indicator_name_en,
                  m.name as measure_name, m.unit, i.position * 100 + m.position as sort_order
             from core.indicator i join core.measure m on m.indicator_code = i.code) v`,
      'core.zone.nickname takes statistics',
    ],
    ['create index on core.zone (upper(name))', 'an index keeps statistics of core.zone.name'],
    [
      'create statistics core.zone_words on name, id from core.zone',
      'core.zone_words are extended statistics of core.zone.name',
    ],
  ] as const) {
    const found = await behind(async (client) => {
      await client.query('begin');
      await client.query(change);
      const findings = await textColumnsWithStatistics(client);
      await client.query('rollback');
      return findings;
    });
    expect(found).toContain(finding);
  }
});
