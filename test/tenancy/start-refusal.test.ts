import { randomBytes } from 'node:crypto';
import { mendCollations } from '../../src/platform/database/collations';
import { Database } from '../../src/platform/database/database';
import { migrate } from '../../src/platform/database/migrations';
import { DATABASE_ROLES } from '../../src/platform/database/roles';
import { StartError } from '../../src/platform/start-error';
import { createServer } from '../../src/server';
import { testDependencies } from '../kit/settings';
import { cluster, urlOf as databaseUrlOf } from '../kit/templates';
import { startWorld, type World } from '../kit/world';

/** The logins with which the server starts, and its error messages for others. */
let world: World;
const made: string[] = [];
beforeAll(async () => {
  world = await startWorld();
});
afterAll(async () => {
  for (const login of made) {
    await world.ownerQuery(`reassign owned by ${login} to stations_owner`);
    await world.ownerQuery(`drop owned by ${login}`);
    await world.ownerQuery(`drop role ${login}`);
  }
  await world.close();
});

/** A login with a unique name, because roles belong to the cluster. */
async function login(attributes = '', roles: readonly string[] = DATABASE_ROLES): Promise<string> {
  const name = `test_login_${randomBytes(6).toString('hex')}`;
  await world.ownerQuery(`create role ${name} login noinherit password 'only-for-the-tests' ${attributes}`);
  made.push(name);
  for (const role of roles) await world.ownerQuery(`grant ${role} to ${name}`);
  return name;
}

function urlOf(name: string, password = 'only-for-the-tests'): string {
  const url = new URL(world.serverUrl);
  url.username = name;
  url.password = password;
  return url.toString();
}

/** The error message of the start; undefined when it starts. */
async function starting(url: string): Promise<unknown> {
  const database = new Database({
    url,
    poolSize: 1,
    poolWaitMs: 5000,
    statementTimeoutMs: 5000,
    lockTimeoutMs: 5000,
  });
  try {
    await database.start();
    return undefined;
  } catch (error) {
    return error;
  } finally {
    await database.close();
  }
}

async function expectRefused(url: string, ...words: (string | RegExp)[]): Promise<void> {
  const error = await starting(url);
  expect(error).toBeInstanceOf(StartError);
  const { message } = error as StartError;
  expect(message).toMatch(/^DATABASE_URL: /);
  expect(message).not.toContain('\n');
  for (const word of words) expect(message).toMatch(word);
}

test('it starts as a login that may take the roles and nothing else', async () => {
  expect(await starting(urlOf(await login()))).toBeUndefined();
});

test.each(['everyone', 'the login', 'one of its roles'])(
  'it does not start where %s may create temporary tables, until the owner migrates',
  async (who) => {
    const name = await login();
    const grantee = { everyone: 'public', 'the login': name }[who] ?? 'app_operator';
    await world.ownerQuery(`grant temporary on database ${world.name} to ${grantee}`);
    await expectRefused(
      urlOf(name),
      `revoke temporary on database ${world.name} from ${grantee}`,
      'npm run migrate',
    );
    await migrate(world.ownerUrl, name);
    expect(await starting(urlOf(name))).toBeUndefined();
  },
);

test('it does not start as superuser', async () => {
  await expectRefused(urlOf(await login('superuser')), /superuser|passes by row-level security/);
});

test('it does not start as a login that bypasses row-level security', async () => {
  await expectRefused(urlOf(await login('bypassrls')), 'passes by row-level security');
});

test.each(['pg_read_all_data', 'pg_write_all_data', 'pg_execute_server_program', 'pg_read_server_files'])(
  'it does not start as a member of %s',
  async (role) => {
    await expectRefused(
      urlOf(await login('', [...DATABASE_ROLES, role])),
      role,
      'passes by row-level security',
    );
  },
);

test('it does not start as a login that is a member of pg_read_all_data through one of its roles', async () => {
  const between = await login('', ['pg_read_all_data']);
  await expectRefused(urlOf(await login('', [...DATABASE_ROLES, between])), 'pg_read_all_data');
});

test('it does not start as the owner of the tables', async () => {
  await expectRefused(world.ownerUrl);
});

test('it does not start as a login that may become the owner, with or without the roles', async () => {
  await expectRefused(urlOf(await login('', [...DATABASE_ROLES, 'stations_owner'])), 'stations_owner');
});

test.each([
  ['a table', 'create table core.mine (id int)', 'alter table core.mine owner to'],
  [
    'a function of the scope',
    'create function scope.mine() returns int language sql as $$ select 1 $$',
    'alter function scope.mine() owner to',
  ],
  ['a schema', 'create schema if not exists core', 'alter schema core owner to'],
])('it does not start as the owner of %s', async (_, make, give) => {
  const name = await login();
  await world.ownerQuery(make);
  await world.ownerQuery(`${give} ${name}`);
  await expectRefused(urlOf(name), 'owns', 'DATABASE_OWNER_URL');
  await world.ownerQuery(`reassign owned by ${name} to stations_owner`);
  expect(await starting(urlOf(name))).toBeUndefined();
});

test.each(['createrole', 'replication'])('it does not start as a login with %s', async (attribute) => {
  await expectRefused(urlOf(await login(attribute)), attribute.toUpperCase());
});

test.each(DATABASE_ROLES)('it does not start as a login that may not take the role %s', async (missing) => {
  const others = DATABASE_ROLES.filter((role) => role !== missing);
  await expectRefused(urlOf(await login('', others)), missing);
});

test('it does not start when the URL itself names a role', async () => {
  const url = new URL(urlOf(await login()));
  url.searchParams.set('options', '-c role=app_city');
  await expectRefused(url.toString(), 'options');
});

test('it does not start on a database with indexes of another collation version, until they are rebuilt', async () => {
  const url = urlOf(await login());
  await world.ownerQuery(`update pg_collation set collversion = '1' where collname = 'zh-x-icu'`);
  const error = await starting(url);
  expect(error).toBeInstanceOf(StartError);
  const { message } = error as StartError;
  expect(message).toMatch(/^[^\n]+超级用户[^\n]+$/);
  const commands = /(?<=run in it: ).*(?= \/ )/.exec(message)![0].split('; ');
  expect(commands).toEqual([
    `reindex database ${world.name}`,
    'alter collation pg_catalog."zh-x-icu" refresh version',
  ]);
  for (const command of commands) await world.ownerQuery(command);
  expect(await starting(url)).toBeUndefined();

  await world.ownerQuery(`update pg_collation set collversion = '1' where collname = 'und-x-icu'`);
  expect(await starting(url)).toBeInstanceOf(StartError);
  await mendCollations(databaseUrlOf(cluster().superuserUrl, world.name));
  expect(await starting(url)).toBeUndefined();
});

test('a wrong password, an unknown database and an unreachable address are named', async () => {
  await expectRefused(urlOf(await login(), 'wrong'));
  const unknown = new URL(world.serverUrl);
  unknown.pathname = '/nothing_here';
  await expectRefused(unknown.toString());
  const nobody = new URL(world.serverUrl);
  nobody.port = '1';
  await expectRefused(nobody.toString());
});

test('the whole server refuses alike, and leaves no connection behind', async () => {
  const name = await login('bypassrls');
  const start = createServer(testDependencies(urlOf(name)));
  await expect(start).rejects.toThrow(StartError);
  const left = await world.ownerQuery('select from pg_stat_activity where usename = $1', [name]);
  expect(left).toEqual([]);
});
