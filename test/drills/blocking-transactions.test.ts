import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { DataSource, type MigrationInterface, type QueryRunner } from 'typeorm';
import { grantBiLogin, listBiLogins, revokeBiLogin } from '../../src/bi';
import { migrate } from '../../src/platform/database/migrations';
import { asSuperuser, cluster } from '../kit/templates';
import { startWorld, type World } from '../kit/world';
import { type BiClient, BiLogins, READERS } from '../bi/support';

/** A login with an open transaction blocks nothing for long, and the waiting command names it. */
let world: World;
let logins: BiLogins;
/** The owner's URL with short timeouts. */
let impatient: string;
beforeAll(async () => {
  world = await startWorld('template_demo');
  logins = new BiLogins(world);
  const url = new URL(world.ownerUrl);
  url.searchParams.set('options', '-c lock_timeout=400');
  impatient = url.toString();
});
afterAll(async () => {
  await logins.close();
  await world.close();
});

const [OPERATOR] = READERS.operator;
const grant = async (): Promise<unknown> =>
  grantBiLogin(impatient, { organisation: OPERATOR, stationIds: null, login: null });

/** Opens a transaction that has read a view, and leaves it open. */
async function reading(): Promise<BiClient> {
  const bi = await logins.as(READERS['bureau of the city'][0]);
  await bi.rows(`set application_name = 'a report'; set idle_in_transaction_session_timeout = 0`);
  await bi.rows('begin; select from bi.service_records');
  return bi;
}

/** Process, login and application of the blocking session. */
async function named(bi: BiClient): Promise<RegExp> {
  const [row] = await bi.rows<{ pid: string }>('select pg_backend_pid() as pid');
  return new RegExp(
    `in use by another session: process ${row!.pid}, login ${bi.login}, application "a report", since (\\d{4}-|unknown)`,
  );
}

test('an open report delays a grant only briefly, and is named', async () => {
  const bi = await reading();
  const before = await listBiLogins(world.ownerUrl);
  await expect(grant()).rejects.toThrow(await named(bi));
  expect(await listBiLogins(world.ownerUrl)).toEqual(before);
  await bi.rows('rollback');
  await grant();
});

test('a login is revoked at once, also while another’s report delays the rest', async () => {
  const other = await logins.as(OPERATOR);
  const bi = await reading();
  const revoking = revokeBiLogin(impatient, other.login);
  await expect(revoking).rejects.toThrow(await named(bi));
  await expect(revoking).rejects.toThrow('is shut out and its sessions are ended');
  expect(await other.attempt('select from bi.stations')).toBe('lost');
  await expect(logins.connect(other.login, other.password)).rejects.toMatchObject({ code: '28000' });
  await bi.rows('rollback');
  await revokeBiLogin(world.ownerUrl, other.login);
  expect((await listBiLogins(world.ownerUrl)).map(({ login }) => login)).not.toContain(other.login);
});

test('a login that repeatedly locks the row of its own role is revoked all the same', async () => {
  const { login, password } = await logins.as(OPERATOR);
  let attempts = 0;
  const holding = (async (): Promise<string> => {
    for (;;) {
      const client = new pg.Client({ connectionString: logins.urlOf(login, password) });
      client.on('error', () => undefined);
      const ended = new Promise((resolve) => client.once('end', resolve));
      try {
        await client.connect();
        await client.query(`begin read write; alter role ${login} password '${password}'`);
        attempts += 1;
        await ended;
      } catch (error) {
        const { code } = error as { code?: string };
        if (code === '28000' || code === '28P01') return code;
      }
    }
  })();
  while (attempts === 0) await world.ownerQuery('select pg_sleep(0.01)');
  await revokeBiLogin(world.ownerUrl, login);
  expect(await holding).toMatch(/^28/);
  expect(await world.ownerQuery('select from pg_roles where rolname = $1', [login])).toEqual([]);
});

test('objects of a login in another database keep its role, without login and privileges, which is reported', async () => {
  const bi = await logins.as(OPERATOR);
  await asSuperuser(cluster(), async (client) => {
    await client.query(`set role ${bi.login}; select lo_create(0)`).catch(() => undefined);
    await client.query('reset role');
    const { rows } = await client.query<{ oid: string }>('select lo_create(0) as oid');
    await client.query(`alter large object ${rows[0]!.oid} owner to ${bi.login}`);
  });
  const { remains } = await revokeBiLogin(world.ownerUrl, bi.login);
  expect(remains).toContain(`drop owned by ${bi.login}; drop role ${bi.login}`);
  await expect(logins.connect(bi.login, bi.password)).rejects.toMatchObject({ code: '28000' });
  await asSuperuser(cluster(), async (client) =>
    client.query(`drop owned by ${bi.login}; drop role ${bi.login}`),
  );
});

/** A migration that locks a view, as one does that replaces it. */
class ReplaceView1999999999000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('alter view bi.completion_by_month set (security_invoker = true)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter view bi.completion_by_month reset (security_invoker)');
  }
}

test('a migration waits for a report until its timeout, names it, and succeeds when it is over', async () => {
  const empty = await startWorld();
  const others = new BiLogins(empty);
  try {
    await empty.ownerQuery(
      `insert into core.organisation (id, kind, name) values (gen_random_uuid(), 'SUPERVISOR', '某市民政局')`,
    );
    const { login, password } = await others.grant('某市民政局');
    const bi = await others.connect(login, password!);
    await bi.rows(`set application_name = 'a report'; begin; select from bi.completion_by_month`);
    // eslint-disable-next-line @typescript-eslint/unbound-method -- called on the data source below
    const { runMigrations } = DataSource.prototype;
    jest.spyOn(DataSource.prototype, 'runMigrations').mockImplementation(async function (this: DataSource) {
      this.migrations.push(new ReplaceView1999999999000());
      return runMigrations.call(this);
    });

    const server = new URL(empty.serverUrl).username;
    const waits = { turnMs: 400, lockMs: 400 };
    await expect(migrate(empty.ownerUrl, server, waits)).rejects.toThrow(await named(bi));
    await bi.rows('rollback');
    expect((await migrate(empty.ownerUrl, server, waits)).length).toBeGreaterThan(0);
  } finally {
    await others.close();
    await empty.close();
  }
});

test('no command waits for an advisory lock, which every login may take', () => {
  const root = join(__dirname, '../..');
  const taking = ['src', 'migrations'].flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
      .map((file) => join(root, folder, file))
      .filter(
        (file) =>
          file.endsWith('.ts') && /advisory_(xact_)?lock(_shared)?\(/.test(readFileSync(file, 'utf8')),
      ),
  );
  expect(taking).toEqual([]);
});

test('a migration and a grant wait for each other until their timeouts, and name the other', async () => {
  const owner = new pg.Client({ connectionString: world.ownerUrl, application_name: 'stations migrate' });
  await owner.connect();
  await owner.query('begin; select from public.schema_migration_lock for update');
  const other = /login stations_owner, application "stations migrate", since \d{4}-/;
  const server = new URL(world.serverUrl).username;
  await expect(migrate(world.ownerUrl, server, { turnMs: 400, lockMs: 400 })).rejects.toThrow(other);
  await expect(grant()).rejects.toThrow(other);
  await owner.end();
  await grant();
});
