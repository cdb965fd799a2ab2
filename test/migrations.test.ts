import { randomBytes } from 'node:crypto';
import { basename, join } from 'node:path';
import { frozenDrift, frozenSums, migrationSums } from '../src/cli/frozen-migrations';
import { describeDatabase } from '../src/platform/database/describe-database';
import { knownMigrations, migrate, ownerDataSource } from '../src/platform/database/migrations';
import { createServer } from '../src/server';
import { testDependencies } from './kit/settings';
import { asSuperuser, cluster, createEmptyDatabase, dropDatabase, urlOf } from './kit/templates';
import { createTestDatabase, type TestDatabase } from './kit/world';

jest.setTimeout(90_000);

/** Migrating, on databases of their own that nothing has touched; each migration down and up again is a drill. */
const made: string[] = [];
const logins: string[] = [];
afterAll(async () => {
  for (const name of made) await dropDatabase(cluster(), name);
  await asSuperuser(cluster(), async (client) => {
    for (const login of logins) await client.query(`drop role ${login}`);
  });
});

/** The owner's URL of a new, empty database. */
async function emptyDatabase(): Promise<string> {
  const name = await createEmptyDatabase();
  made.push(name);
  return urlOf(cluster().ownerUrl, name);
}

async function newLogin(): Promise<string> {
  const login = `test_login_${randomBytes(6).toString('hex')}`;
  await asSuperuser(cluster(), async (client) => client.query(`create role ${login} login noinherit`));
  logins.push(login);
  return login;
}

const SERVER = new URL(cluster().serverUrl).username;
const FILES = ownerDataSource(cluster().ownerUrl).options.migrations as string[];

test('a database of a development version from before the baseline is refused in one line, and left as it is', async () => {
  const { ownerUrl, ownerQuery, serverUrl, close } = await createTestDatabase('template_empty');
  try {
    await ownerQuery('delete from public.schema_migration');
    await ownerQuery(
      `insert into public.schema_migration (timestamp, name) values
         (1700000001000, 'CreateScope1700000001000'), (1700000027000, 'NameNoOwner1700000027000')`,
    );
    const line = /^The database is of a development version [^\n]+DATA_DIR[^\n]+DATA_DIR 目录[^\n]+$/;
    await expect(migrate(ownerUrl, SERVER)).rejects.toThrow(line);
    await expect(createServer(testDependencies(serverUrl))).rejects.toThrow(line);
    expect(await ownerQuery('select from public.schema_migration')).toHaveLength(2);
  } finally {
    await close();
  }
});

describe('the schema', () => {
  let place: TestDatabase;
  beforeAll(async () => {
    place = await createTestDatabase('template_empty');
  });
  afterAll(async () => {
    await place.close();
  });

  test('refuses every name without a visible character, and two that look alike', async () => {
    const keys = await place.ownerQuery(
      `select c.relname || '.' || a.attname as key,
              exists (select from pg_constraint k where k.conrelid = c.oid
                         and pg_get_constraintdef(k.oid) like 'CHECK ((' || a.attname || ' <> ''''::text))%') as visible,
              exists (select from pg_index i where i.indrelid = c.oid and (i.indisunique or i.indisexclusion)
                         and a.attnum = any (i.indkey::int2[])) as unique
         from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attgenerated = 's'
        where c.relnamespace = 'core'::regnamespace and c.relkind = 'r' order by 1`,
    );
    expect(keys).toEqual(
      [
        'budget_line.category_key',
        'evaluation.name_key',
        'evaluation_item.name_key',
        'organisation.name_key',
        'point.name_key',
        'project.name_key',
        'station.name_key',
        // For searching; the names are unique in core.station.
        'station_access.name_key',
        'term.name_key',
        'zone.name_key',
      ].map((key) => ({ key, visible: true, unique: key !== 'station_access.name_key' })),
    );
    const add = async (name: string): Promise<unknown> =>
      place.ownerQuery(
        `insert into core.station (id, district_code, name, street) values (gen_random_uuid(), '440103', $1, '街')`,
        [name],
      );
    await add('石井站');
    // Any station may be proposed under a name; the first whose agreement is confirmed takes it.
    const take = async (name: string): Promise<unknown> =>
      place.ownerQuery(
        'insert into core.station_name select s.id, s.district_code, s.name_key from core.station s where s.name = $1',
        [name],
      );
    await take('石井站');
    for (const name of ['石 井站', '⽯井 站']) {
      await add(name);
      await expect(take(name)).rejects.toThrow('station_name_alike');
    }
    await expect(add('\u200b ')).rejects.toThrow('station_name_visible');
  });

  test('refuses an e-mail with a domain that is not in ASCII', async () => {
    const id = '019c0000-0000-7000-8000-000000000001';
    await place.ownerQuery(
      `insert into core.organisation (id, kind, name) values ('${id}', 'OPERATOR', '甲')`,
    );
    for (const insert of [
      `into core.member (organisation_id, id, email, display_name, role) values ($1, $1, $2, '李', 'ADMIN')`,
      'into auth.credential (email, organisation_id, member_id, password_hash) values ($2, $1, $1, $2)',
    ]) {
      const add = place.ownerQuery(`insert ${insert}`, [id, 'li@例子.中国']);
      await expect(add).rejects.toThrow('email_domain_is_ascii');
      await place.ownerQuery(`insert ${insert}`, [id, '李@xn--fsqu00a.xn--fiqs8s']);
    }
  });
});

test('a database in another encoding than UTF-8 is refused in one line that says what to do', async () => {
  const name = `test_${randomBytes(6).toString('hex')}`;
  await asSuperuser(cluster(), async (client) =>
    client.query(
      `create database ${name} owner stations_owner template template0 encoding 'SQL_ASCII' locale_provider libc locale 'C'`,
    ),
  );
  made.push(name);
  await expect(migrate(urlOf(cluster().ownerUrl, name), SERVER)).rejects.toThrow(
    /^[^\n]+UTF-8[^\n]+encoding 'UTF8'/,
  );
});

test('migrating tells what it did, and again does nothing', async () => {
  const url = await emptyDatabase();
  const done = await migrate(url, SERVER);
  expect(done.map((name) => /\d+$/.exec(name)?.[0])).toEqual(knownMigrations());
  const state = await describeDatabase(url);
  expect(await migrate(url, SERVER)).toEqual([]);
  expect(await describeDatabase(url)).toBe(state);
});

test('who does not own the database gets one line that says what is needed, and nothing is made', async () => {
  const [url, login] = [await emptyDatabase(), await newLogin()];
  const name = new URL(url).pathname.slice(1);
  await asSuperuser(cluster(), async (client) =>
    client.query(`alter role ${login} createrole password 'x'; grant create on database ${name} to ${login}`),
  );
  const other = new URL(url);
  [other.username, other.password] = [login, 'x'];
  await expect(migrate(other.toString(), SERVER)).rejects.toThrow(
    `let a superuser run: alter database ${name} owner to ${login}`,
  );
  expect(await describeDatabase(url)).not.toContain('create table');
});

test('of two who migrate one database at once, one does it and the other finds it done', async () => {
  const url = await emptyDatabase();
  const done = await Promise.all([migrate(url, SERVER), migrate(url, SERVER)]);
  expect(done.map(({ length }) => length).sort((a, b) => a - b)).toEqual([0, FILES.length]);
});

test('two who migrate two databases of one cluster at once, for a login that is new, both succeed', async () => {
  const [one, other, login] = await Promise.all([emptyDatabase(), emptyDatabase(), newLogin()]);
  const done = await Promise.all([migrate(one, login), migrate(other, login)]);
  expect(done.map(({ length }) => length)).toEqual([FILES.length, FILES.length]);
  expect(await describeDatabase(one)).toBe(await describeDatabase(other));
});

test('going down keeps the scopes of BI logins: they are revoked first', async () => {
  const { ownerUrl, ownerQuery, close } = await createTestDatabase('template_demo');
  const source = await ownerDataSource(ownerUrl).initialize();
  try {
    await ownerQuery(
      `insert into auth.bi_login (organisation_id, login) select id, 'bi_of_a_test' from core.organisation limit 1`,
    );
    const views = source.migrations.find((one) => one.constructor.name.startsWith('CreateBiViews'));
    const state = await describeDatabase(ownerUrl);
    await expect(views!.down(source.createQueryRunner())).rejects.toThrow('npm run bi -- revoke');
    expect(await describeDatabase(ownerUrl)).toBe(state);
  } finally {
    await source.destroy();
    await close();
  }
});

describe('a frozen migration', () => {
  const folder = join(__dirname, '../migrations');

  test('is not edited, and every migration and what it imports is frozen', () => {
    expect(frozenDrift(frozenSums(folder), migrationSums(folder))).toEqual([]);
  });

  test('that is edited or removed is named, and what to do', () => {
    const frozen = { '1-create-a.ts': 'a', 'baseline/roles.ts': 'b', '2-create-b.ts': 'c' };
    expect(frozenDrift(frozen, frozen)).toEqual([]);
    expect(
      frozenDrift(frozen, { '1-create-a.ts': 'a', 'baseline/roles.ts': 'x', '3-create-c.ts': 'd' }),
    ).toEqual([
      'migrations/baseline/roles.ts is frozen: restore it, and write a new migration',
      'migrations/2-create-b.ts is frozen: restore it, and write a new migration',
      'migrations/3-create-c.ts is not in migrations/frozen.json: run "npm run schema"',
    ]);
  });
});

test('the names of the migrations are in order, and each is named for what it does', () => {
  const names = FILES.map((file) => basename(file));
  expect(names).toEqual([...names].sort());
  for (const name of names) expect(name).toMatch(/^\d{13}-[a-z]+-[a-z-]+\.(ts|js)$/);
});
