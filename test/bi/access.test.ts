import { demoAgreement } from '../api/support/agreements';
import { startApi, type TestApi } from '../kit/api';
import { type BiClient, BiLogins, EVERY_READER, type Reader, READERS } from './support';

/** A login can only read its own rows of the views, whatever it sets, names, calls or writes. */
let api: TestApi;
let logins: BiLogins;
const clients = new Map<Reader, BiClient>();
beforeAll(async () => {
  api = await startApi();
  logins = new BiLogins(api.world);
  await api.world.ownerQuery('analyze');
  for (const reader of EVERY_READER) clients.set(reader, await logins.as(READERS[reader][0]));
});
afterAll(async () => {
  await logins.close();
  await api.close();
});

const VIEWS = [
  'stations',
  'agreements',
  'completion_by_term',
  'completion_by_zone',
  'completion_by_project',
  'completion_by_month',
  'service_records',
  'staffing_months',
  'assessments',
  'funding_instalments',
  'funding_budget_lines',
  'funding_fiscal_budgets',
  'funding_payments',
];

/** Every row of every view, as one text per view. */
async function everything({ client }: BiClient): Promise<Record<string, string>> {
  const seen: Record<string, string> = {};
  for (const view of VIEWS) {
    seen[view] = await client
      .query<{ all: string | null }>(
        `select string_agg(v::text, E'\\n' order by v::text) as all from bi.${view} v`,
      )
      .then(
        ({ rows }) => rows[0]!.all ?? '',
        (error: unknown) => (error as { code: string }).code,
      );
  }
  return seen;
}

async function each(work: (bi: BiClient, reader: Reader) => Promise<void>): Promise<void> {
  for (const [reader, bi] of clients) await work(bi, reader);
}

test('settings of a login do not change the rows it sees', async () => {
  const names = await api.world.ownerQuery<{ name: string }>(
    `select distinct (regexp_matches(prosrc, 'app\\.[a-z_]+', 'g'))[1] as name from pg_proc
      where pronamespace = 'scope'::regnamespace`,
  );
  expect(names.length).toBeGreaterThan(10);
  const foreign = await api.world.ownerQuery<{ id: string }>(
    `select id from core.organisation where name = '广州市民政局' or short_name = '大同' order by 1`,
  );
  const [stations] = await api.world.ownerQuery<{ ids: string }>(
    'select array_agg(id)::text as ids from core.station',
  );
  const values = ['*', 'on', 'ADMIN', '440111', stations!.ids, ...foreign.map(({ id }) => id)];
  await each(async (bi) => {
    const before = await everything(bi);
    expect(before.stations).not.toBe('');
    for (const { name } of names) {
      for (const value of values) await bi.rows('select set_config($1, $2, false)', [name, value]);
      expect({ name, sees: await everything(bi) }).toEqual({ name, sees: before });
    }
    for (const setting of [
      'search_path = core, scope, public',
      'default_transaction_read_only = off',
      'transaction_isolation = serializable',
      'enable_seqscan = off',
      'plan_cache_mode = force_generic_plan',
      'statement_timeout = 0',
    ]) {
      await bi.attempt(`set ${setting}`);
    }
    expect(await everything(bi)).toEqual(before);
    await bi.rows('reset all');
  });
});

test('settings that would bypass row-level security are refused, or make every query fail', async () => {
  await each(async (bi) => {
    await bi.rows('set default_transaction_read_only = off');
    for (const sql of [
      'set session_replication_role = replica',
      'set role stations_owner',
      'set role stations_server',
      'set role app_city',
      'set role pg_read_all_data',
      `set role ${[...clients.values()].find((other) => other !== bi)!.login}`,
      'set session authorization stations_owner',
      `alter role ${bi.login} bypassrls`,
      `alter role ${bi.login} connection limit 100`,
      `alter role ${bi.login} createrole`,
      `grant app_city to ${bi.login}`,
    ]) {
      expect([sql, await bi.attempt(sql)]).toEqual([sql, '42501']);
    }
    await bi.rows('set row_security = off');
    for (const view of VIEWS)
      expect([view, await bi.attempt(`select from bi.${view}`)]).toEqual([view, '42501']);
    await bi.rows('reset all');
    expect(await bi.attempt('select from bi.stations')).toBe('ok');
  });
});

test('nothing outside the views can be named, read or called', async () => {
  const things = await api.world.ownerQuery<{ name: string; call: string | null }>(
    `select n.nspname || '.' || quote_ident(c.relname) as name, null as call
       from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where n.nspname in ('core', 'auth', 'audit', 'scope') and c.relkind in ('r', 'v', 'm', 'p')
     union all select 'public.schema_migration', null
     union all
     select p.oid::regprocedure::text, format('%s(%s)', p.oid::regproc,
            (select string_agg('null', ', ') from generate_series(1, p.pronargs)))
       from pg_proc p join pg_namespace n on n.oid = p.pronamespace
      where n.nspname in ('core', 'auth', 'scope') and p.prorettype <> 'trigger'::regtype`,
  );
  expect(things.filter(({ call }) => call !== null).length).toBeGreaterThan(10);
  await each(async (bi) => {
    for (const { name, call } of things) {
      const sql = call === null ? `select from ${name}` : `select ${call}`;
      expect([sql, await bi.attempt(sql)]).toEqual([sql, '42501']);
    }
    for (const sql of [
      'table pg_authid',
      'table pg_statistic',
      `select pg_read_file('postgresql.conf')`,
      `select pg_ls_dir('.')`,
      `select lo_import('/etc/passwd')`,
      `copy (select 1) to program 'true'`,
      `copy (select 1) to '/tmp/bi'`,
      'table pg_hba_file_rules',
      'create extension dblink',
      'create extension postgres_fdw',
      'create server other foreign data wrapper none',
      `select table_to_xml('core.zone', true, true, '')`,
      `select query_to_xml('select * from core.zone', true, true, '')`,
      `select schema_to_xml('core', true, true, '') from core.zone`,
    ]) {
      expect([sql, await bi.attempt(`begin read write; ${sql}`)]).not.toEqual([sql, 'ok']);
      await bi.rows('rollback');
    }
    const statistics = await bi.rows(`select tablename from pg_stats where schemaname in ('core', 'auth')`);
    expect(new Set(statistics.map(({ tablename }) => tablename))).toEqual(
      // Tables of the directory, which do not show who did what.
      new Set(['district', 'indicator', 'measure', 'organisation']),
    );
  });
});

test('nothing can be written, created or locked', async () => {
  await each(async (bi) => {
    await bi.rows('set default_transaction_read_only = off');
    for (const sql of [
      // Nor created temporarily, nor locked: no row lock, table lock or advisory lock.
      'create temporary table mine (id int)',
      'select 1 as one into temporary mine',
      'select lo_creat(-1)',
      'select lo_create(0)',
      `select lo_from_bytea(0, 'mine')`,
      `select lo_put(1, 0, 'mine')`,
      'select pg_advisory_lock(1)',
      'select pg_advisory_xact_lock(1)',
      'select pg_try_advisory_lock(1, 1)',
      'select pg_advisory_lock_shared(1)',
      'begin; lock table bi.agreements in share mode',
      'table core.row_lock',
      'table public.schema_migration_lock',
      ...['agreements', 'service_records', 'completion_by_term', 'assessments'].flatMap((view) =>
        ['update', 'no key update', 'share', 'key share'].map((lock) => `select from bi.${view} for ${lock}`),
      ),
      ...['stations', 'agreements', 'completion_by_month', 'indicators'].flatMap((view) => [
        `insert into bi.${view} default values`,
        `update bi.${view} set station_id = null`,
        `delete from bi.${view}`,
        `truncate bi.${view}`,
      ]),
      'insert into core.zone default values',
      'update core.target set value = 0',
      'delete from core.service_record',
      'truncate core.zone',
      'begin; lock table core.zone in share mode',
      'drop view bi.stations',
      'alter view bi.stations set (security_invoker = false)',
      'create or replace view bi.stations as select 1 as station_id',
      'create view bi.mine as select 1',
      'create table bi.mine (id int)',
      'create table public.mine (id int)',
      'create table core.mine (id int)',
      'create schema mine',
      'create role mine',
      'create database mine',
      'create policy mine on core.zone using (true)',
      'alter policy app_city on core.zone using (true)',
      'alter table core.zone disable row level security',
      `comment on view bi.stations is 'mine'`,
      'create publication mine for all tables',
      `create function bi.mine() returns int language sql as 'select 1'`,
    ]) {
      const code = await bi.attempt(sql);
      await bi.rows('rollback');
      expect([sql, ['42501', '42703', '42601', '42809', '55000', '42P16', '0A000'].includes(code)]).toEqual([
        sql,
        true,
      ]);
    }
    await bi.rows('reset all');
  });
  // By default sessions are read-only.
  expect(await clients.get('operator')!.attempt('alter role current_user set work_mem = 1000')).toBe('25006');
});

test('it cannot grant its privileges to others', async () => {
  await each(async (bi) => {
    await bi.rows('set default_transaction_read_only = off');
    // PostgreSQL only warns, and grants nothing.
    await bi.attempt('grant select on bi.stations to public');
    await bi.rows('reset all');
  });
  const open = await api.world.ownerQuery(
    `select from pg_class c cross join lateral aclexplode(c.relacl) x
      where c.relnamespace = 'bi'::regnamespace and x.grantee = 0`,
  );
  expect(open).toEqual([]);
});

test('a condition of a login is evaluated only on its own rows', async () => {
  const bi = clients.get('operator')!;
  // A function needs a schema with CREATE, which no login has: granted for this test.
  const { name } = api.world;
  await api.world.ownerQuery(`grant temporary on database ${name} to ${bi.login}`);
  await bi.rows('begin read write');
  await bi.rows(
    `create function pg_temp.tell(what text) returns boolean language plpgsql cost 0.0000001 as
     $$ begin raise notice '%', what; return true; end $$`,
  );
  const notices: string[] = [];
  bi.client.on('notice', ({ message }) => notices.push(message ?? ''));
  await bi.rows('select from bi.stations where pg_temp.tell(station_name)');
  await bi.rows('select from bi.service_records where pg_temp.tell(station_id::text)');
  await bi.rows('rollback');
  await api.world.ownerQuery(`revoke temporary on database ${name} from ${bi.login}`);
  const own = await demoAgreement(api, '逢源街');
  expect(new Set(notices)).toEqual(new Set([own.station.name, own.station.id]));
});

test('a login limited to stations sees these, and no other of its organisation', async () => {
  const [one, other] = [await demoAgreement(api, '逢源街'), await demoAgreement(api, '中南街')];
  const whole = clients.get('bureau of the district')!;
  expect((await whole.rows('select from stations')).length).toBe(2);
  const part = await logins.as(READERS['bureau of the district'][0], [one.station.id]);
  for (const view of VIEWS.filter((name) => name !== 'stations')) {
    const [rows] = await whole.rows(`select count(*) filter (where station_id = $1) as own from bi.${view}`, [
      one.station.id,
    ]);
    const seen = await part.rows(
      `select count(*) as own, count(*) filter (where station_id = $1) as other from bi.${view}`,
      [other.station.id],
    );
    expect([view, seen]).toEqual([view, [{ own: rows!.own, other: '0' }]]);
  }
  expect(await part.rows('select station_id from stations')).toEqual([{ station_id: one.station.id }]);
});
