import { DATABASE_ROLES } from '../../src/platform/database/roles';
import { attempt, type Snapshot, snapshot } from './checks/rows';
import type { DatabaseViewer } from './kit/run-as';
import { claimantsOf, databaseViewerOf } from './kit/database-viewers';
import { as, type Fixture, startFixture } from './kit/fixture';

/** Side channels around row-level security: statistics, conditions with effects, other schemas, others' statements. */
let fixture: Fixture;
let tables: Snapshot;
let everyone: DatabaseViewer[];
beforeAll(async () => {
  fixture = await startFixture();
  tables = await snapshot(fixture);
  const one = (role: string): DatabaseViewer =>
    [...fixture.viewers.map((viewer) => databaseViewerOf(fixture, viewer)), ...claimantsOf(fixture)].find(
      (viewer) => viewer.role === role,
    )!;
  everyone = DATABASE_ROLES.map(one);
});
afterAll(async () => {
  await fixture.close();
});

test('no role reads the statistics of a column that policies protect, or of the stations', async () => {
  const all = await fixture.world.ownerQuery<{ name: string }>(
    `select distinct schemaname || '.' || tablename as name from pg_stats where schemaname in ('core', 'auth')`,
  );
  const names = all.map(({ name }) => name);
  expect(names).toEqual(expect.arrayContaining(['core.service_record', 'core.station', 'auth.credential']));
  const guarded = [...tables.keys(), 'core.station', 'core.station_name'];
  for (const one of everyone) {
    const seen = await fixture.runAs(one, async (client) =>
      client.query(
        `select schemaname || '.' || tablename as name, attname from pg_stats
          where schemaname || '.' || tablename = any ($1)`,
        [guarded],
      ),
    );
    expect(seen.rows).toEqual([]);
  }
});

test('no role reads the raw statistics, files, passwords or settings of the server', async () => {
  for (const one of everyone) {
    await fixture.runAs(one, async (client) => {
      for (const sql of [
        'table pg_statistic',
        'table pg_statistic_ext_data',
        'table pg_authid',
        'table pg_shadow',
        'table pg_largeobject',
        `select pg_read_file('postgresql.conf')`,
        `select pg_ls_dir('base')`,
        `select lo_import('/etc/passwd')`,
        'table pg_hba_file_rules',
        'table pg_file_settings',
        `select pg_stat_file('base')`,
      ]) {
        expect([sql, await attempt(client, sql)]).toMatchObject([sql, { code: '42501' }]);
      }
    });
  }
});

test('no role sees the running statements of another', async () => {
  for (const one of everyone) {
    const seen = await fixture.runAs(one, async (client) =>
      client.query<{ query: string }>(
        `select query from pg_stat_activity where pid <> pg_backend_pid() and datname = current_database()`,
      ),
    );
    expect(seen.rows.filter(({ query }) => query !== '<insufficient privilege>')).toEqual([]);
  }
});

test('a condition that fails on some rows is evaluated only on visible rows', async () => {
  const foreign = `note of ${fixture.agreements['B at S3'].agreementId}`;
  const own = `note of ${fixture.agreements['A at S1'].agreementId}`;
  const trap = (note: string): string =>
    `select count(*) from core.service_record where 1 / (case when note = '${note}' then 0 else 1 end) = 1`;
  const cast = (note: string): string =>
    `select count(*) from core.service_record where (case when note = '${note}' then note else '1' end)::int = 1`;
  await as(fixture, fixture.viewer('operator A'), async (client) => {
    for (const condition of [trap, cast]) {
      expect(await attempt(client, condition(foreign))).toMatchObject({ rowCount: 1 });
      expect(await attempt(client, condition(own))).toBeInstanceOf(Error);
    }
  });
});

test('no role creates a function, a table or a schema that others could use by mistake', async () => {
  for (const one of everyone) {
    await fixture.runAs(one, async (client) => {
      for (const sql of [
        'create schema mine',
        'create table public.mine (id int)',
        'create table core.mine (id int)',
        `create function public.mine() returns int language sql as 'select 1'`,
        `create function scope.mine() returns int language sql as 'select 1'`,
        `create or replace function scope.organisation_id() returns uuid language sql as 'select null::uuid'`,
        'create extension dblink',
        'create extension postgres_fdw',
        'alter function scope.enter(uuid, uuid, uuid, integer) security definer',
        'create publication mine for all tables',
        'create role mine',
        'alter role app_city bypassrls',
        'set role stations_owner',
        'set role pg_read_all_data',
        'set session authorization postgres',
      ]) {
        expect([sql, await attempt(client, sql)]).toMatchObject([sql, { code: '42501' }]);
      }
    });
  }
});

test('row-level security cannot be switched off by a setting: a statement then fails', async () => {
  for (const one of everyone) {
    await fixture.runAs(one, async (client) => {
      await client.query('set local row_security = off');
      for (const table of tables.keys()) {
        expect(await attempt(client, `select from ${table}`)).toMatchObject({ code: '42501' });
      }
    });
  }
});

test('the login of the server can create no temporary table, in any role', async () => {
  for (const one of everyone) {
    await fixture.runAs(one, async (client) => {
      expect(await attempt(client, 'create temporary table mine (id int)')).toMatchObject({ code: '42501' });
      expect(await attempt(client, 'select 1 as one into temporary mine')).toMatchObject({ code: '42501' });
    });
  }
});

/** Grants the operators' role a missing privilege, as in a copied database that was not migrated since. */
async function withTemporaryTables(work: () => Promise<void>): Promise<void> {
  const { name, ownerQuery } = fixture.world;
  await ownerQuery(`grant temporary on database ${name} to app_operator`);
  try {
    await work();
  } finally {
    await ownerQuery(`revoke temporary on database ${name} from app_operator`);
  }
}

test('a temporary table of the same name does not capture the writes of triggers', async () =>
  withTemporaryTables(async () => {
    const { recordId } = fixture.agreements['A at S2'];
    await as(fixture, fixture.viewer('operator A'), async (client) => {
      for (const table of [
        'completion_term',
        'completion_month',
        'completion_total',
        'service_record_version',
        'member',
        'session',
      ]) {
        await client.query(`create temporary table ${table} (like core.${table}) on commit drop`);
      }
      await client.query('set local search_path = pg_temp, core, scope, public');
      const changed = await client.query(
        `update core.service_record set revision = revision + 1, quantities = '{"VISITS": "20"}' where id = $1`,
        [recordId],
      );
      expect(changed.rowCount).toBe(1);
      const kept = await client.query<{ real: string; versions: number; shadows: number }>(
        `select (select completed::text from core.completion_term where agreement_id = $1) as real,
              (select count(*)::int from core.service_record_version where agreement_id = $1) as versions,
              (select count(*)::int from pg_temp.completion_term) as shadows`,
        [fixture.agreements['A at S2'].agreementId],
      );
      expect(kept.rows).toEqual([{ real: '20', versions: 2, shadows: 0 }]);
    });
  }));

test('a session forged in a temporary table opens no scope', async () =>
  withTemporaryTables(async () => {
    const { organisationId } = fixture.viewer('operator B').principal;
    const { memberId, sessionId } = fixture.viewer('operator A').principal;
    await as(fixture, fixture.viewer('operator A'), async (client) => {
      await client.query(
        `create temporary table session on commit drop as
       select '${organisationId}'::uuid as organisation_id, '${sessionId}'::uuid as id, '${memberId}'::uuid as member_id,
              null::timestamptz as ended_at, 'tomorrow'::timestamptz as expires_at`,
      );
      await client.query('set local search_path = pg_temp, core, scope');
      const outcome = await attempt(
        client,
        `select scope.enter('${organisationId}', '${memberId}', '${sessionId}', 1)`,
      );
      expect(outcome).toMatchObject({ code: '28000' });
    });
  }));
