import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { listBiLogins } from '../../src/bi';
import { readConfig } from '../../src/config';
import { Database } from '../../src/platform/database/database';
import { migrate } from '../../src/platform/database/migrations';
import { StartError } from '../../src/platform/start-error';
import { OTHER_HOST, LOCALHOST, type Identity, startTlsProxy, type TlsProxy } from '../kit/tls-proxy';
import { cluster } from '../kit/templates';
import { startWorld, type World } from '../kit/world';

/** Addresses, logins and TLS that lead nowhere: what `npm run migrate`, `npm run bi` and the start say of them. */
let world: World;
let folder: string;
const proxies: TlsProxy[] = [];
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'stations-tls-'));
  world = await startWorld();
});
afterAll(async () => {
  await Promise.all(proxies.map(async (proxy) => proxy.close()));
  await world.close();
  rmSync(folder, { recursive: true });
});

const SERVER = 'stations_server';

async function lineOf(work: Promise<unknown>): Promise<string> {
  const error: unknown = await work.then(
    () => 'no error',
    (reason: unknown) => reason,
  );
  expect(error).toBeInstanceOf(StartError);
  const { message } = error as StartError;
  expect(message).not.toContain('\n');
  return message;
}

/** What each of them says of an address, which must be the same but for the variable. */
async function linesOf(ownerUrl: string, serverUrl: string): Promise<string[]> {
  const said = await Promise.all([
    lineOf(migrate(ownerUrl, SERVER)),
    lineOf(listBiLogins(ownerUrl)),
    lineOf(start(serverUrl)),
  ]);
  return said.map((line) => line.replace(/^DATABASE_(OWNER_)?URL: cannot connect /, ''));
}

async function start(url: string): Promise<void> {
  const database = new Database({
    url,
    poolSize: 1,
    poolWaitMs: 5000,
    statementTimeoutMs: 5000,
    lockTimeoutMs: 5000,
  });
  try {
    await database.start();
  } finally {
    await database.close();
  }
}

function changed(url: string, change: (url: URL) => void): string {
  const other = new URL(url);
  change(other);
  return other.toString();
}

test.each([
  ['nobody_here', /^DATABASE_URL: the login "nobody_here" does not exist: create it first \(create role/],
  ['stations_owner', /^DATABASE_URL: the login "stations_owner" is, or may become, the owner/],
  ['postgres', /^DATABASE_URL: the login "postgres" is, or may become, the owner or a superuser/],
])('migrate refuses %s as login of the server, before it changes anything', async (login, line) => {
  const rights = async () =>
    world.ownerQuery(
      `select count(*)::int as count from pg_auth_members m join pg_roles r on r.oid = m.member where r.rolname = $1`,
      [login],
    );
  const before = await rights();
  expect(await lineOf(migrate(world.ownerUrl, login))).toMatch(line);
  expect(await rights()).toEqual(before);
});

const WRONG: [string, (url: URL) => void, RegExp][] = [
  [
    'a login that does not exist',
    (url) => (url.username = 'nobody_here'),
    /28P01 .*check the login and its password/,
  ],
  ['a wrong password', (url) => (url.password = 'wrong'), /28P01 .*check the login and its password/],
  ['a database that does not exist', (url) => (url.pathname = '/nothing'), /3D000 .*create the database/],
  ['an address without a listener', (url) => (url.port = '1'), /ECONNREFUSED .*check host and port/],
];

test.each(WRONG)('%s is reported in one line that says what to change', async (_, change, line) => {
  for (const said of await linesOf(changed(world.ownerUrl, change), changed(world.serverUrl, change))) {
    expect(said).toMatch(line);
  }
});

async function through(identity: Identity | null, parameters: string): Promise<[string, string]> {
  const both = await Promise.all(
    [world.ownerUrl, world.serverUrl].map(async (url) => startTlsProxy(url, identity)),
  );
  proxies.push(...both);
  const [ownerUrl = '', serverUrl = ''] = both.map(({ url }) => `${url}?${parameters}`);
  return [ownerUrl, serverUrl];
}

function authority({ cert }: Identity): string {
  const file = join(folder, 'ca.pem');
  writeFileSync(file, cert);
  return `sslmode=verify-full&sslrootcert=${encodeURIComponent(file)}`;
}

test('a server that offers no TLS where it is asked for is reported in one line', async () => {
  for (const said of await linesOf(...(await through(null, 'sslmode=verify-full')))) {
    expect(said).toMatch(/does not support SSL connections\): .*sslmode=disable/);
  }
});

test('a self-signed certificate, or one of another host, is refused in one line', async () => {
  for (const said of await linesOf(...(await through(LOCALHOST, 'sslmode=verify-full')))) {
    expect(said).toMatch(/SELF_SIGNED.*: add sslmode=verify-full&sslrootcert=/);
  }
  for (const said of await linesOf(...(await through(OTHER_HOST, authority(OTHER_HOST))))) {
    expect(said).toMatch(/ALTNAME_INVALID .*use the name that is in it/);
  }
});

test('all of them work over TLS with a certificate that is trusted', async () => {
  const [ownerUrl, serverUrl] = await through(LOCALHOST, authority(LOCALHOST));
  expect(await migrate(ownerUrl, SERVER)).toEqual([]);
  expect(await listBiLogins(ownerUrl)).toEqual([]);
  await start(serverUrl);
});

test('a server that demands TLS, or rejects this host, is reported in one line', async () => {
  const port = await refusing(
    '28000',
    'no pg_hba.conf entry for host "::1", user "u", database "d", no encryption',
  );
  const url = changed(world.ownerUrl, (one) => (one.port = port));
  for (const said of await linesOf(url, url))
    expect(said).toMatch(/28000 .*add sslmode=verify-full to the URL/);
});

/** The port of a PostgreSQL that answers whatever comes with one error. */
async function refusing(code: string, message: string): Promise<string> {
  const server = createServer((socket) => {
    const fields = Buffer.from(`SFATAL\0C${code}\0M${message}\0\0`);
    const head = Buffer.from([0x45, 0, 0, 0, 0]);
    head.writeInt32BE(fields.length + 4, 1);
    socket.on('error', () => undefined).once('data', () => socket.end(Buffer.concat([head, fields])));
  }).unref();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return String((server.address() as AddressInfo).port);
}

test('a file of certificates that is not there is reported with its variable', () => {
  const url = `${cluster().ownerUrl}?sslrootcert=/nowhere/ca.pem`;
  expect(() => readConfig({ DATABASE_OWNER_URL: url })).toThrow(
    /^DATABASE_OWNER_URL names a file in sslrootcert that cannot be read/,
  );
});

test('a client that asks for TLS gets a certificate that is checked', () => {
  for (const mode of ['prefer', 'require', 'verify-ca', 'verify-full']) {
    const { databaseUrl } = readConfig({ DATABASE_URL: `postgres://a:b@c/d?sslmode=${mode}&x=1` });
    expect(databaseUrl).toBe('postgres://a:b@c/d?sslmode=verify-full&x=1');
  }
  for (const query of [
    '?sslmode=disable',
    '?sslmode=no-verify',
    '?uselibpqcompat=true&sslmode=require',
    '',
  ]) {
    const url = `postgres://a:b@c/d${query}`;
    expect(readConfig({ DATABASE_URL: url }).databaseUrl).toBe(url);
  }
});
