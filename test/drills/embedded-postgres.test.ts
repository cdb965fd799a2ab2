import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { StartError } from '../../src/platform/start-error';
import { linkLibraries } from '../../src/embedded-postgres/library-links';
import { ask, Bench, IS_ROOT, kill, postmasterPid, fallbackFolderOf, untilGone } from './embedded-bench';

const bench = new Bench();
const { home, temp } = bench;

async function refusal(attempt: Promise<unknown>): Promise<string> {
  const error: unknown = await attempt.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  expect(error).toBeInstanceOf(StartError);
  return (error as StartError).message;
}

beforeAll(async () => {
  const { ownerUrl } = await bench.start();
  await ask(ownerUrl, `create table kept as select '留存' as word`);
  await bench.clear();
});

afterEach(async () => bench.clear());
afterAll(() => bench.remove());

it('the second start finds the data of the first, in a folder with spaces, Chinese characters and what a shell would expand', async () => {
  const { ownerUrl } = await bench.start();
  expect(await ask(ownerUrl, 'select word from kept')).toEqual([{ word: '留存' }]);
});

it('the run-time login and the owner have the rights they need and no more', async () => {
  const { superuserUrl, ownerUrl, serverUrl } = await bench.start();
  const roles = await ask(
    superuserUrl,
    `select rolname, rolcanlogin, rolsuper, rolbypassrls, rolinherit, rolcreaterole, rolcreatedb, rolreplication
     from pg_roles where rolname like 'stations%' order by rolname`,
  );
  const common = {
    rolcanlogin: true,
    rolsuper: false,
    rolbypassrls: false,
    rolcreatedb: false,
    rolreplication: false,
  };
  expect(roles).toEqual([
    { ...common, rolname: 'stations_owner', rolinherit: true, rolcreaterole: true },
    { ...common, rolname: 'stations_server', rolinherit: false, rolcreaterole: false },
  ]);
  expect(
    await ask(
      superuserUrl,
      `select from pg_shdepend where refobjid = 'stations_server'::regrole and deptype = 'o'`,
    ),
  ).toHaveLength(0);
  const where = 'select session_user as login, current_database() as database';
  expect(await ask(ownerUrl, where)).toEqual([{ login: 'stations_owner', database: 'stations' }]);
  expect(await ask(serverUrl, where)).toEqual([{ login: 'stations_server', database: 'stations' }]);
  await expect(ask(serverUrl, 'select word from kept')).rejects.toThrow('permission denied');
  // PostgreSQL lets every login do these, until it is configured not to.
  for (const sql of [
    'create temporary table mine (id int)',
    'select lo_create(0)',
    `select lo_from_bytea(0, 'mine')`,
    'select pg_advisory_lock(1)',
    'select pg_try_advisory_xact_lock(1)',
  ]) {
    await expect(ask(serverUrl, sql)).rejects.toThrow('permission denied');
  }
  const elsewhere = new URL(serverUrl);
  elsewhere.pathname = '/postgres';
  await expect(ask(elsewhere.toString(), 'select')).rejects.toThrow('permission denied for database');
  await expect(ask(serverUrl, 'create table public.own ()')).rejects.toThrow('permission denied');
});

it('roles that were changed are put right by the next start', async () => {
  const first = await bench.start();
  await ask(first.superuserUrl, `alter role stations_server superuser bypassrls inherit password 'changed'`);
  await first.stop();
  const { serverUrl } = await bench.start();
  expect(
    await ask(
      serverUrl,
      'select rolsuper or rolbypassrls or rolinherit as more from pg_roles where rolname = session_user',
    ),
  ).toEqual([{ more: false }]);
});

it('text is UTF-8 and knows Chinese letters, whatever the locale of the machine', async () => {
  const { serverUrl } = await bench.start();
  expect(
    await ask(
      serverUrl,
      `select pg_encoding_to_char(encoding) as encoding, '社工站' ~ '^\\w+$' as letters, lower('É') as lower,
         (select array_agg(s order by s collate "zh-x-icu") from unnest(array['乙', '甲', '白']) s) as by_sound
       from pg_database where datname = current_database()`,
    ),
  ).toEqual([{ encoding: 'UTF8', letters: true, lower: 'é', by_sound: ['白', '甲', '乙'] }]);
});

it('PostgreSQL listens on 127.0.0.1 only and opens to no wrong password', async () => {
  const { superuserUrl } = await bench.start();
  const [listening] = await ask(
    superuserUrl,
    `select current_setting('listen_addresses') as tcp, current_setting('unix_socket_directories') as unix`,
  );
  expect(listening).toEqual({ tcp: '127.0.0.1', unix: '' });
  const wrong = new URL(superuserUrl);
  wrong.password = 'guessed';
  await expect(ask(wrong.href, 'select 1')).rejects.toThrow('password authentication failed');
});

it('passwords are kept where only their owner reads and appear in no log', async () => {
  const { superuserUrl, ownerUrl, serverUrl } = await bench.start();
  expect(statSync(path.join(home, 'secrets.json')).mode & 0o777).toBe(0o600);
  const log = readFileSync(path.join(home, 'postgres.log'), 'utf8') + bench.logged.join('\n');
  for (const url of [superuserUrl, ownerUrl, serverUrl]) expect(log).not.toContain(new URL(url).password);
});

it('stop ends the postmaster, gives DATA_DIR free and may be called twice', async () => {
  const postgres = await bench.start();
  const pid = postmasterPid(home);
  await Promise.all([postgres.stop(), postgres.stop()]);
  await postgres.stop();
  await untilGone(pid);
  expect(readdirSync(home).sort()).toEqual(['pgdata', 'postgres.log', 'secrets.json']);
});

it('a second start on the same DATA_DIR is refused and names the process that has it', async () => {
  await bench.start();
  const expected = `DATA_DIR ${home} is in use by a running server (process ${process.pid})`;
  const { line } = await bench.startInChild();
  expect(line).toContain(`StartError: ${expected}`);
  expect(await refusal(bench.start())).toContain(expected);
});

it('of two starts at once on a new DATA_DIR one wins and the other is refused', async () => {
  const dataDir = path.join(temp, 'two');
  const lines = await Promise.all([bench.startInChild(dataDir), bench.startInChild(dataDir)]);
  const winner = lines.find(({ line }) => line === 'ready')!;
  const loser = lines.find(({ line }) => line !== 'ready')!;
  expect(loser.line).toContain(`in use by a running server (process ${winner.child.pid})`);
  await kill(winner.child);
  await bench.start(dataDir);
});

it('a database whose passwords are lost is refused, not opened another way', async () => {
  const file = path.join(home, 'secrets.json');
  const secrets = readFileSync(file);
  rmSync(file);
  expect(await refusal(bench.start())).toContain('secrets.json is missing or damaged');
  writeFileSync(file, '{"superuser":"a","owner":"b","server":"c"}', { mode: 0o600 });
  expect(await refusal(bench.start())).toContain('do not open the database');
  writeFileSync(file, secrets, { mode: 0o600 });
  await bench.start();
});

it('a database of another PostgreSQL version is refused', async () => {
  const file = path.join(home, 'pgdata', 'PG_VERSION');
  const version = readFileSync(file);
  writeFileSync(file, '17\n');
  expect(await refusal(bench.start())).toContain('was made by PostgreSQL 17');
  writeFileSync(file, version);
});

it('a setting that PostgreSQL does not know is refused with its own words', async () => {
  const attempt = bench.start(home, { nonsense: '1' });
  expect(await refusal(attempt)).toContain('unrecognized configuration parameter "nonsense"');
});

it('a DATA_DIR that cannot be written is refused in one line that names it', async () => {
  const dataDir = path.join(temp, 'closed');
  mkdirSync(dataDir);
  chmodSync(dataDir, 0o555);
  // mode bits do not bind root, so the child becomes someone else
  const { line } = await bench.startInChild(dataDir, true);
  expect(line).toMatch(/^StartError: DATA_DIR .*closed cannot be written by .*: .*\n?$/);
});

it('a DATA_DIR that is a file is refused', async () => {
  const file = path.join(temp, 'file');
  writeFileSync(file, '');
  expect(await refusal(bench.start(file))).toContain('is not a folder');
  expect(await refusal(bench.start(path.join(file, 'below')))).toContain('is not a folder');
});

if (IS_ROOT) {
  it('as root, PostgreSQL runs as a user without privileges', async () => {
    const { superuserUrl } = await bench.start();
    const setting = `select current_setting('data_directory') as folder`;
    const [cluster] = await ask<{ folder: string }>(superuserUrl, setting);
    const { uid, mode } = statSync(cluster!.folder);
    expect(uid).not.toBe(0);
    expect(mode & 0o777).toBe(0o700);
  });

  it('as root, a database below a folder that its user cannot enter is kept elsewhere, and the log says where', async () => {
    const locked = mkdtempSync(path.join(temp, 'locked-'));
    const dataDir = path.join(locked, 'data');
    const { ownerUrl } = await bench.start(dataDir);
    const fallback = fallbackFolderOf(dataDir)!;
    await ask(ownerUrl, 'create table kept ()');
    expect(bench.logged.join('\n')).toContain(`the database is kept in ${fallback}`);
    expect(statSync(fallback).uid).toBe(0);
    expect(statSync(fallback).mode & 0o022).toBe(0);
    await bench.clear();
    const second = await bench.start(dataDir);
    expect(await ask(second.ownerUrl, 'select from kept')).toEqual([]);
  });

  it('as root, a DATA_DIR that is closed to others is used where it is', async () => {
    // wherever temporary folders are, the parent must be one that its user can enter
    const dataDir = mkdtempSync(path.join(fallbackFolderOf(home) ?? temp, 'closed-'));
    await bench.start(dataDir);
    expect(statSync(dataDir).mode & 0o777).toBe(0o711);
    expect(statSync(path.join(dataDir, 'pgdata')).isDirectory()).toBe(true);
  });
}

it('links between libraries that npm did not carry are made', () => {
  const native = path.join(temp, 'native');
  mkdirSync(path.join(native, 'lib'), { recursive: true });
  writeFileSync(path.join(native, 'lib', 'libx.so.1.2'), '');
  writeFileSync(
    path.join(native, 'pg-symlinks.json'),
    JSON.stringify([{ source: 'native/lib/libx.so.1.2', target: 'native/lib/libx.so' }]),
  );
  expect(linkLibraries(native)).toBe(true);
  expect(linkLibraries(native)).toBe(true);
  expect(readlinkSync(path.join(native, 'lib', 'libx.so'))).toBe('libx.so.1.2');
});
