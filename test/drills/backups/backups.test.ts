import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { grantBiLogin, listBiLogins, renewBiLogin } from '../../../src/bi';
import { describeDatabase } from '../../../src/platform/database/describe-database';
import { type EmbeddedPostgres, startEmbeddedPostgres } from '../../../src/embedded-postgres';
import { migrate } from '../../../src/platform/database/migrations';
import { type Moved, moveDatabase } from '../../../src/platform/database/move';
import { verifyDatabase } from '../../../src/verify';
import { startCommand } from '../../kit/program';
import { cluster, urlOf } from '../../kit/templates';
import { createTestDatabase, type TestDatabase } from '../../kit/world';
import { type DebianPostgres, rowsOf, startDebianPostgres } from './support/debian-postgres';
import { documented, ROOT, shell } from './support/documented';
import { figuresOf, readerOf } from './support/figures';

/**
 * Moves the demo from an embedded PostgreSQL 18 by "npm run move" to Debian's 15, and from there by the documented
 * backup into another cluster of 18, under another owner.
 */
jest.setTimeout(120_000);

const OPERATIONS = 'docs/operations.md';
const PASSWORDS = { STATIONS_OWNER_PASSWORD: 'owner-of-tests', STATIONS_SERVER_PASSWORD: 'server-of-tests' };
const temp = mkdtempSync(join(tmpdir(), 'stations-backups-'));
const dataDir = join(temp, 'data');
const quiet = { log: () => undefined, settings: { fsync: 'off', full_page_writes: 'off' } };

let debian: DebianPostgres;
let original: TestDatabase;
let moved: { code: number | null; output: string };

/** The URL of a login on a database of a cluster. */
function as(superuserUrl: string, database: string, user: string, password: string): string {
  const url = new URL(urlOf(superuserUrl, database));
  [url.username, url.password] = [user, password];
  return url.toString();
}
const owner = (database: string, of: string = debian.superuserUrl): string =>
  as(of, database, `${database}_owner`, PASSWORDS.STATIONS_OWNER_PASSWORD);
const server = (database: string, of: string = debian.superuserUrl): string =>
  as(of, database, `${database}_server`, PASSWORDS.STATIONS_SERVER_PASSWORD);

/** The output of a command, and its exit code. */
async function move(settings: Record<string, string> = {}): Promise<typeof moved> {
  const urls = { DATABASE_OWNER_URL: owner('stations'), DATABASE_URL: server('stations') };
  const run = startCommand('move', [], { DATA_DIR: dataDir, ...urls, ...settings });
  return { code: await run.ended, output: run.output() };
}

/** The same within this process, from the demo that the tests share. */
async function moveDemo(ownerUrl: string): Promise<Moved> {
  return moveDatabase({
    sourceUrl: urlOf(cluster().superuserUrl, original.name),
    ownerUrl,
    serverLogin: 'stations_server',
    progress: () => undefined,
    signal: new AbortController().signal,
  });
}

/** Tables, policies, grants, triggers, views. A view that was restored names a column that had no name. */
async function schemaOf(url: string): Promise<string> {
  return (await describeDatabase(url)).replaceAll(' AS "numeric"', '');
}

async function embeddedDemo(): Promise<void> {
  const embedded = await startEmbeddedPostgres({ dataDir, ...quiet });
  try {
    await moveDemo(embedded.ownerUrl);
  } finally {
    await embedded.stop();
  }
}

beforeAll(async () => {
  // PostgreSQL's own account needs to traverse it.
  chmodSync(temp, 0o755);
  original = await createTestDatabase('template_demo');
  [debian] = await Promise.all([startDebianPostgres(), embeddedDemo()]);
  const script = readFileSync(join(ROOT, 'docker/init-roles.sh'), 'utf8');
  const made = await shell(script, [], { ...debian.environment, ...PASSWORDS, POSTGRES_USER: 'postgres' });
  if (made.code !== 0) throw new Error(made.stderr);
  moved = await move();
});
afterAll(async () => {
  await debian.stop();
  await original.close();
  rmSync(temp, { recursive: true, force: true });
});

test('a move copies the embedded database to another major version, where a server returns the same figures', async () => {
  expect(moved).toMatchObject({ code: 0 });
  expect(moved.output).toMatch(/^core\.service_record: 130 rows/m);
  expect(moved.output).toMatch(/^\d+ tables, \d+ rows: moved, checksums equal/m);
  expect(moved.output).toMatch(/^130 records, \d+ cells of the rollups: no difference/m);
  const [before, after] = [await figuresOf(original.serverUrl), await figuresOf(server('stations'))];
  expect(Object.values(before.tables).map(([status]) => status)).toEqual(['200', '200', '200', '200', '200']);
  expect(after.tables).toEqual(before.tables);
  expect(await schemaOf(owner('stations'))).toBe(await schemaOf(original.ownerUrl));

  // Cursors of nightly loads are not valid in the copy.
  const reader = await readerOf(server('stations'));
  const load = async (cursor: string): Promise<number> =>
    (await reader.load(`service-records.ndjson?updatedSince=${cursor}`)).status;
  expect([await load(before.cursor), await load(after.cursor)]).toEqual([400, 200]);
  await reader.close();
});

test('a move is refused in one line while a server runs on the embedded database, or when there is none', async () => {
  const running = await startEmbeddedPostgres({ dataDir, ...quiet });
  const [inUse, nowhere, aimless] = await Promise.all([
    move(),
    move({ DATA_DIR: join(temp, 'nothing') }),
    move({ DATABASE_OWNER_URL: '' }),
  ]);
  await running.stop();
  expect(inUse.output).toMatch(/^DATA_DIR .* is in use by a running server \(process \d+\).*\n$/);
  expect(nowhere.output).toMatch(/^DATA_DIR .*nothing holds no embedded database.*\n$/);
  expect(aimless.output).toMatch(/^DATABASE_OWNER_URL and DATABASE_URL must be set.*\n$/);
  expect([inUse, nowhere, aimless].map(({ code }) => code)).toEqual([1, 1, 1]);
  expect(existsSync(join(temp, 'nothing'))).toBe(false);
});

test('the owner cannot dump, and with row-level security it dumps almost nothing', async () => {
  const asOwner = {
    ...debian.environment,
    PGUSER: 'stations_owner',
    PGPASSWORD: PASSWORDS.STATIONS_OWNER_PASSWORD,
  };
  const refused = await shell('pg_dump stations', [], asOwner);
  expect(refused.code).not.toBe(0);
  expect(refused.stderr).toContain('query would be affected by row-level security policy');
  const options = '--enable-row-security --data-only --column-inserts';
  const { code, stdout } = await shell(
    `pg_dump ${options} --table=core.service_record stations`,
    [],
    asOwner,
  );
  expect([code, stdout.includes('INSERT INTO')]).toEqual([0, false]);
});

describe('a backup', () => {
  const BUREAU = '广州市荔湾区民政局';
  let elsewhere: EmbeddedPostgres;
  let login: string;
  /** What a BI login leaves in a dump: settings of its own role, in several lines, and default privileges. */
  const traps = (role: string): string => `
    begin read write;
    alter role ${role} reset search_path;
    alter role ${role} set application_name to E'x\\nALTER ROLE ${role} WITH SUPERUSER;\\nCREATE ROLE bi_more SUPERUSER;\\n';
    alter role ${role} set search_path to '; ALTER ROLE ${role} SUPERUSER; --';
    alter default privileges grant select on tables to public;
    commit`;
  let restored: { code: number | null; stderr: string };

  beforeAll(async () => {
    const granted = await grantBiLogin(owner('stations'), {
      organisation: BUREAU,
      stationIds: null,
      login: null,
    });
    ({ login } = granted);
    await rowsOf(as(debian.superuserUrl, 'stations', login, granted.password!), traps(login));
    const role = documented(OPERATIONS, 'create role stations_backup').replace('…', 'backup-of-tests');
    await rowsOf(urlOf(debian.superuserUrl, 'stations'), role);
    const asBackup = { ...debian.environment, PGUSER: 'stations_backup', PGPASSWORD: 'backup-of-tests' };
    const script = documented(OPERATIONS, '# A backup of the database');
    const backup = await shell(script, [], { ...asBackup, PGDATABASE: 'stations', BACKUPS: temp });
    if (backup.code !== 0) throw new Error(backup.stderr);

    elsewhere = await startEmbeddedPostgres({ dataDir: join(temp, 'elsewhere'), ...quiet });
    const { port, username, password } = new URL(elsewhere.superuserUrl);
    restored = await shell(documented(OPERATIONS, '# restore.sh'), [backup.stdout.trim(), 'other'], {
      ...PASSWORDS,
      PGHOST: '127.0.0.1',
      PGPORT: port,
      PGUSER: username,
      PGPASSWORD: password,
    });
    if (restored.code === 0) await migrate(owner('other', elsewhere.superuserUrl), 'other_server');
  });
  afterAll(async () => {
    await elsewhere.stop();
  });

  test('is restored into another cluster under another owner, with every policy and trigger and the same figures', async () => {
    expect(restored).toMatchObject({ code: 0, stderr: '' });
    const [ownerUrl, serverUrl] = [
      owner('other', elsewhere.superuserUrl),
      server('other', elsewhere.superuserUrl),
    ];
    expect(await schemaOf(ownerUrl)).toBe(await schemaOf(owner('stations')));
    const owners = await rowsOf(
      urlOf(elsewhere.superuserUrl, 'other'),
      `select distinct pg_get_userbyid(relowner) as owner from pg_class where relnamespace in
         ('auth'::regnamespace, 'bi'::regnamespace, 'core'::regnamespace, 'scope'::regnamespace, 'public'::regnamespace)
          and relname !~ 'btree_gist'`,
    );
    expect(owners).toEqual([{ owner: 'other_owner' }]);
    expect((await figuresOf(serverUrl)).tables).toEqual((await figuresOf(server('stations'))).tables);
    const said: string[] = [];
    expect([await verifyDatabase(serverUrl, (line) => said.push(line)), said]).toEqual([
      true,
      [expect.stringMatching(/^130 records, .* no difference/)],
    ]);
  });

  test('restores BI logins without their passwords; each is renewed with its former scope', async () => {
    const ownerUrl = owner('other', elsewhere.superuserUrl);
    expect(await listBiLogins(ownerUrl)).toMatchObject([{ login, organisation: BUREAU, exists: true }]);
    const { password, stations: seen } = await renewBiLogin(ownerUrl, login);
    const url = as(elsewhere.superuserUrl, 'other', login, password!);
    const stations = await rowsOf(url, 'select from bi.stations');
    expect([stations.length, seen]).toEqual([2, 2]);
  });

  test('contains nothing that a BI login has set for itself', async () => {
    const roles = await rowsOf(
      elsewhere.superuserUrl,
      `select r.rolname as login, r.rolsuper as super, s.setconfig as settings
         from pg_roles r left join pg_db_role_setting s on s.setrole = r.oid where r.rolname ~ '^bi_'`,
    );
    expect(roles).toMatchObject([{ login, super: false }]);
    expect(JSON.stringify(roles)).not.toMatch(/superuser|application_name/i);
    const defaults = 'select from pg_default_acl';
    expect(await rowsOf(urlOf(elsewhere.superuserUrl, 'other'), defaults)).toHaveLength(0);
  });

  test('is made by a login that reads everything and writes nothing', async () => {
    const url = as(debian.superuserUrl, 'stations', 'stations_backup', 'backup-of-tests');
    expect(await rowsOf(url, 'select from core.service_record')).toHaveLength(130);
    for (const sql of ['delete from core.service_record', 'create table core.own ()', 'create role other']) {
      await expect(rowsOf(url, sql)).rejects.toThrow('read-only transaction');
      await expect(rowsOf(url, `begin read write; ${sql}`)).rejects.toThrow('permission denied');
    }
  });
});
