import pg from 'pg';
import { grantBiLogin, refreshBiLogins } from '../../src/bi';
import { startWorld, type World } from '../kit/world';
import { asSuperuser, cluster } from '../kit/templates';
import { BiLogins, READERS } from './support';

/** The form of the views, for users of BI tools. */
let world: World;
let logins: BiLogins;
beforeAll(async () => {
  world = await startWorld('template_demo');
  logins = new BiLogins(world);
});
afterAll(async () => {
  await logins.close();
  await world.close();
});

const ofViews = async <Row extends pg.QueryResultRow>(sql: string): Promise<Row[]> =>
  world.ownerQuery<Row>(sql.replace('OURS', `c.relnamespace = 'bi'::regnamespace and c.relkind = 'v'`));

test('every view and every column has a comment in Chinese and in English', async () => {
  const said = await ofViews<{ name: string; said: string | null }>(
    `select c.relname || coalesce('.' || a.attname, '') as name, d.description as said
       from pg_class c
       left join lateral (select attnum, attname from pg_attribute where attrelid = c.oid and attnum > 0
                          union all select 0, null) a on true
       left join pg_description d on d.classoid = 'pg_class'::regclass and d.objoid = c.oid and d.objsubid = a.attnum
      where OURS`,
  );
  expect(said.length).toBeGreaterThan(150);
  expect(said.filter(({ said: text }) => !/\p{Script=Han}.* \/ .*[a-z]/su.test(text ?? ''))).toEqual([]);
});

test('names are of English words in snake case, days are dates and figures are exact', async () => {
  const columns = await ofViews<{ name: string; type: string }>(
    `select a.attname as name, format_type(a.atttypid, null) as type
       from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 where OURS`,
  );
  expect(columns.filter(({ name }) => !/^[a-z]+(_[a-z]+)*$/.test(name))).toEqual([]);
  expect(new Set(columns.map(({ type }) => type))).toEqual(
    new Set(['uuid', 'text', 'date', 'numeric', 'integer', 'bigint', 'boolean', 'timestamp with time zone']),
  );
  const days = columns.filter(({ name }) => /_on$|^month$|_day$|_by$/.test(name));
  expect(new Set(days.map(({ type }) => type))).toEqual(new Set(['date']));
  const amounts =
    /percent|target|completed|quantity|amount|share|presence|score|total|fee|^spent$|^paid$|due|received$/;
  const inexact = columns.filter(
    ({ name, type }) => amounts.test(name) && !['numeric', 'boolean'].includes(type),
  );
  expect(inexact).toEqual([]);
});

test('every view is security_invoker, and none shows a name of a person', async () => {
  const views = await ofViews<{ name: string; options: string[] | null }>(
    'select c.relname as name, c.reloptions as options from pg_class c where OURS',
  );
  expect(views.map(({ name }) => name).sort()).toEqual([
    'agreements',
    'amendments',
    'assessments',
    'completion_by_month',
    'completion_by_project',
    'completion_by_term',
    'completion_by_zone',
    'funding_budget_lines',
    'funding_expenditures',
    'funding_fiscal_budgets',
    'funding_instalments',
    'funding_payments',
    'funding_receipts',
    'indicators',
    'month_figures',
    'months',
    'organisation_names',
    'published_figures',
    'service_records',
    'staffing_months',
    'staffing_requirements',
    'station_names',
    'stations',
  ]);
  expect(views.filter(({ options }) => !options?.includes('security_invoker=true'))).toEqual([]);
  const madeOf = await ofViews<{ column: string }>(
    `select distinct d.refobjid::regclass || '.' || a.attname as column
       from pg_class c join pg_rewrite r on r.ev_class = c.oid
       join pg_depend d on d.classid = 'pg_rewrite'::regclass and d.objid = r.oid and d.refclassid = 'pg_class'::regclass
       join pg_attribute a on a.attrelid = d.refobjid and a.attnum = d.refobjsubid where OURS`,
  );
  const columns = madeOf.map(({ column }) => column);
  expect(columns).toContain('core.staff_member.code');
  expect(
    columns.filter((column) => /staff_identity|_by_name|\.member\.|display_name|_by$/.test(column)),
  ).toEqual(['core.fiscal_budget.recall_by', 'core.payment.known_by']);
});

test('a view that a migration extends is readable by existing logins', async () => {
  const bi = await logins.as(READERS.operator[0]);
  const before = await bi.rows('select count(*) from completion_by_term');
  await asSuperuser(
    cluster(),
    async (client) => {
      await client.query('set role stations_owner');
      await client.query('create table core.added_by_test (like core.term)');
      await client.query('alter table core.added_by_test enable row level security');
      await client.query('alter table core.added_by_test force row level security');
      await client.query(
        'set row_security = off; reset role; insert into core.added_by_test select * from core.term; set role stations_owner',
      );
      await client.query(
        `create view bi.remarks with (security_invoker = true) as select r.id as remark_id, r.name, a.registered_by
           from core.added_by_test r join core.agreement a on a.organisation_id = r.organisation_id and a.id = r.agreement_id`,
      );
    },
    world.name,
  );
  expect(await bi.attempt('select from remarks')).toBe('42501');
  expect(await refreshBiLogins(world.ownerUrl)).toBe(1);
  const [own] = await bi.rows<{ count: string }>('select count(*) from remarks');
  const [all] = await world.ownerQuery<{ count: string }>('select count(*) from core.added_by_test');
  expect(Number(own!.count)).toBeGreaterThan(0);
  expect(Number(own!.count)).toBeLessThan(Number(all!.count));
  expect(await bi.rows('select count(*) from completion_by_term')).toEqual(before);
});

test('a view that a migration replaces stays readable by existing logins', async () => {
  const bi = await logins.as(READERS.operator[0]);
  const rows = async (): Promise<unknown> =>
    bi.rows('select (select count(*) from staffing_months), (select count(*) from completion_by_month)');
  const before = await rows();
  await asSuperuser(
    cluster(),
    async (client) => {
      await client.query('set role stations_owner');
      for (const view of ['bi.staffing_months', 'bi.completion_by_month']) {
        const { rows: is } = await client.query<{ query: string }>(
          `select rtrim(pg_get_viewdef($1::regclass), ';') as query`,
          [view],
        );
        await client.query(
          `create or replace view ${view} with (security_invoker = true) as
             select *, current_date as added from (${is[0]!.query}) v`,
        );
      }
    },
    world.name,
  );
  expect(await rows()).toEqual(before);
  expect(await bi.attempt('select added from staffing_months')).toBe('ok');
});

test('a login is limited to ten connections, and its statements to five minutes', async () => {
  const { login, password } = await grantBiLogin(world.ownerUrl, {
    organisation: READERS.purchaser[0],
    stationIds: null,
    login: null,
  });
  const all = [];
  for (let at = 0; at < 10; at += 1) all.push(await logins.connect(login, password!));
  await expect(logins.connect(login, password!)).rejects.toMatchObject({ code: '53300' });
  expect(await all[0]!.rows('show statement_timeout')).toEqual([{ statement_timeout: '5min' }]);
  expect(await all[0]!.rows('show default_transaction_read_only')).toEqual([
    { default_transaction_read_only: 'on' },
  ]);
  expect(await all[0]!.rows('show search_path')).toEqual([{ search_path: 'bi' }]);
});
