import { randomBytes } from 'node:crypto';
import { basename } from 'node:path';
import { describeDatabase } from '../src/platform/database/describe-database';
import { knownMigrations, migrate, ownerDataSource } from '../src/platform/database/migrations';
import { asSuperuser, cluster, dropDatabase, urlOf } from './kit/templates';

jest.setTimeout(90_000);

/** Every migration up, down and up again, on databases of their own that nothing has touched. */
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
  const name = `test_${randomBytes(6).toString('hex')}`;
  await asSuperuser(cluster(), async (client) =>
    client.query(`create database ${name} owner stations_owner`),
  );
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

/** Runs the next migration alone; tells its file and what the database is then. */
async function up(url: string, count: number): Promise<string> {
  const source = ownerDataSource(url).setOptions({ migrations: FILES.slice(0, count) });
  await source.initialize();
  try {
    const done = await source.runMigrations();
    expect(done).toHaveLength(1);
  } finally {
    await source.destroy();
  }
  return describeDatabase(url);
}

/** Undoes the last migration. */
async function down(url: string): Promise<string> {
  const source = ownerDataSource(url);
  await source.initialize();
  try {
    await source.undoLastMigration();
  } finally {
    await source.destroy();
  }
  return describeDatabase(url);
}

/** Names of what our migrations may make, beside the tables that describeDatabase tells of. */
async function leftovers(url: string): Promise<string[]> {
  return asSuperuser(
    cluster(),
    async (client) => {
      const { rows } = await client.query<{ name: string }>(
        `select 'schema ' || nspname as name from pg_namespace where nspname !~ '^pg_' and nspname not in ('public', 'information_schema')
         union all select 'extension ' || extname from pg_extension where extname <> 'plpgsql'
         union all select 'relation ' || relname from pg_class
          where relnamespace = 'public'::regnamespace and relname !~ '^schema_migration' and relname !~ '^PK_'
         union all select 'function ' || proname from pg_proc where pronamespace = 'public'::regnamespace
         union all select 'type ' || typname from pg_type where typnamespace = 'public'::regnamespace and typname !~ 'schema_migration'
         union all select 'default privileges' from pg_default_acl`,
      );
      return rows.map(({ name }) => name);
    },
    new URL(url).pathname.slice(1),
  );
}

test('each migration goes down to exactly what was before it, and up again to what it was', async () => {
  const url = await emptyDatabase();
  const before = await leftovers(url);
  const states = [await describeDatabase(url)];
  for (let count = 1; count <= FILES.length; count += 1) states.push(await up(url, count));
  expect(new Set(states).size).toBeGreaterThan(FILES.length / 2);

  for (let count = FILES.length; count > 0; count -= 1) {
    const [undone, earlier] = [basename(FILES[count - 1]!), states[count - 1]];
    expect({ undone, leaves: await down(url) }).toEqual({ undone, leaves: earlier });
  }
  expect(await leftovers(url)).toEqual(before);
  expect(states[0]).not.toMatch(/create table|create function/i);

  await migrate(url, SERVER);
  expect(await describeDatabase(url)).toBe(states.at(-1));
});

test('what stood there before names were compared survives it: alike names stay, e-mails get their normal form', async () => {
  const url = await emptyDatabase();
  const before = FILES.filter((file) => basename(file) < '1700000023');
  const source = ownerDataSource(url).setOptions({ migrations: before });
  await source.initialize();
  await source.runMigrations();
  await source.destroy();
  const database = new URL(url).pathname.slice(1);
  const [one, other] = ['019c0000-0000-7000-8000-000000000001', '019c0000-0000-7000-8000-000000000002'];
  const add = (id: string, name: string): [string, unknown[]] => [
    `insert into core.station (id, district_code, name, street) values ($1, '440103', $2, '街')`,
    [id, name],
  ];
  await asSuperuser(
    cluster(),
    async (client) => {
      await client.query(...add(one, '石井站'));
      await client.query(...add(other, '⽯井 站'));
      await client.query(
        `insert into core.organisation (id, kind, name) values ('${one}', 'OPERATOR', '甲'), ('${other}', 'OPERATOR', '甲 ')`,
      );
      for (const [id, email] of [
        [one, 'li＠例子.中国'],
        [other, 'wang@b_c.example'],
      ] as const) {
        await client.query(
          `insert into core.member (organisation_id, id, email, display_name, role) values ($1, $1, $2, '李', 'ADMIN')`,
          [id, email],
        );
        await client.query(
          'insert into auth.credential (email, organisation_id, member_id, password_hash) values ($2, $1, $1, $2)',
          [id, email],
        );
      }
    },
    database,
  );
  await migrate(url, SERVER);
  await asSuperuser(
    cluster(),
    async (client) => {
      const { rows } = await client.query<{ name: string }>('select name from core.station order by id');
      expect(rows.map(({ name }) => name)).toEqual(['石井站', '⽯井 站']);
      for (const table of ['core.member', 'auth.credential']) {
        const emails = await client.query<{ email: string }>(`select email from ${table} order by 1`);
        expect(emails.rows.map(({ email }) => email)).toEqual([
          'li@xn--fsqu00a.xn--fiqs8s',
          'wang@b_c.example',
        ]);
      }
      await expect(client.query(...add(crypto.randomUUID(), '石 井站'))).rejects.toThrow(
        'station_name_alike',
      );
      await client.query(`update core.organisation set administered = true`);
      await expect(client.query(`update core.member set email = 'li@例子.中国'`)).rejects.toThrow(
        'email_domain',
      );
    },
    database,
  );
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

test('who does not own the database is told in one line what is needed, and nothing is made', async () => {
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

test('the names of the migrations are in order, and each is named for what it does', () => {
  const names = FILES.map((file) => basename(file));
  expect(names).toEqual([...names].sort());
  for (const name of names) expect(name).toMatch(/^\d{13}-[a-z]+-[a-z-]+\.(ts|js)$/);
});
