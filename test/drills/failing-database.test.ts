import { migrate } from '../../src/platform/database/migrations';
import { StartError } from '../../src/platform/start-error';
import { createServer } from '../../src/server';
import { download } from '../export/support';
import { type Answer, type Client, startApi, type TestApi } from '../kit/api';
import { TEST_PASSWORD, testDependencies } from '../kit/settings';

/** A database that answers but cannot execute: full, read-only, a standby, of another version. */
let api: TestApi;
let client: Client;
beforeAll(async () => {
  api = await startApi({ STATEMENT_TIMEOUT_MS: '4000' });
  client = await api.as('admin@fengyuan.example');
  await api.world.ownerQuery(FAULTS);
});
afterAll(async () => {
  await api.close();
});

const EMAIL = 'admin@fengyuan.example';
const READ = '{ stations { nodes { agreements { nodes { serviceRecords(first: 1) { nodes { id } } } } } } }';
const WRITE = 'mutation { createApiKey(input: { name: "nightly" }) { userErrors { code } } }';
const SIGN_IN = 'mutation($input: SignInInput!) { signIn(input: $input) { userErrors { code } } }';
const signIn = async (): Promise<Answer<unknown>> =>
  api.anonymous.ask(SIGN_IN, { input: { email: EMAIL, password: TEST_PASSWORD } });

/** Raises an error of any code at a chosen point: reading a record, writing, committing, opening a session. */
const FAULTS = `
  create table public.fault (place text, code text);
  create function public.fault(place text) returns boolean language plpgsql security definer as $$
    declare code text := (select f.code from public.fault f where f.place = $1);
    begin
      if code is not null then raise exception 'a fault' using errcode = code; end if;
      return true;
    end $$;
  create function public.fault_of_write() returns trigger language plpgsql as $$
    begin perform public.fault(tg_argv[0]); return new; end $$;
  create policy fault on core.service_record as restrictive for select to app_operator using (public.fault('read'));
  create trigger fault_of_write before insert on core.audit_entry
    for each row execute function public.fault_of_write('write');
  create constraint trigger fault_of_commit after insert on core.audit_entry deferrable initially deferred
    for each row execute function public.fault_of_write('commit');
  create trigger fault_of_sign_in before insert on auth.token_family
    for each row execute function public.fault_of_write('sign in');`;

function expectOutage({ status, headers, errors }: Answer<unknown>): void {
  expect([status, headers.get('retry-after'), errors.map(({ extensions }) => extensions?.code)]).toEqual([
    503,
    expect.stringMatching(/^\d+$/),
    ['SERVICE_UNAVAILABLE'],
  ]);
}

test.each([
  ['53100', 'disk'],
  ['53200', 'memory'],
  ['53400', 'temporary files'],
  ['58030', 'a disk that reads and writes'],
])('a database without (%s) %s is answered 503 on every path', async (code) => {
  const during = async <T>(place: string, work: () => Promise<T>): Promise<T> => {
    await api.world.ownerQuery('insert into public.fault values ($1, $2)', [place, code]);
    try {
      return await work();
    } finally {
      await api.world.ownerQuery('delete from public.fault');
    }
  };
  expectOutage(await during('read', async () => client.ask(READ)));
  expectOutage(await during('write', async () => client.ask(WRITE)));
  expectOutage(await during('commit', async () => client.ask(WRITE)));
  expectOutage(await during('sign in', signIn));
  for (const format of ['csv', 'parquet']) {
    const file = await during('read', async () => download(api, `service-records.${format}`, client));
    expect([file.status, file.code, file.headers['retry-after']]).toEqual([
      503,
      'SERVICE_UNAVAILABLE',
      expect.stringMatching(/^\d+$/),
    ]);
  }
  expect((await client.ask(READ)).errors).toEqual([]);
});

/** Database settings apply to new connections. */
async function alter(setting: string): Promise<void> {
  const { name, ownerQuery } = api.world;
  await ownerQuery(`alter database ${name} ${setting}`);
  await ownerQuery(
    `select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and usename = 'stations_server'`,
  );
}

async function ready(wanted: number): Promise<number> {
  for (const end = Date.now() + 10_000; Date.now() < end;) {
    const { status } = await fetch(`${api.url}/readyz`);
    if (status === wanted) return status;
  }
  return 0;
}

/** The output of a server that starts on this database. */
async function starting(): Promise<string> {
  const error: unknown = await createServer(testDependencies(api.world.serverUrl)).then(
    async (server) => server.stop(),
    (reason: unknown) => reason,
  );
  expect(error).toBeInstanceOf(StartError);
  expect((error as StartError).message).not.toContain('\n');
  return (error as StartError).message;
}

test('a read-only database is not ready, refuses a start, and every write is answered 503', async () => {
  await alter('set default_transaction_read_only = on');
  try {
    expect(await ready(503)).toBe(503);
    expectOutage(await client.ask(WRITE));
    expectOutage(await signIn());
    expect(await starting()).toMatch(/^DATABASE_URL: the database is read-only; set default_transaction/);
  } finally {
    await alter('reset default_transaction_read_only');
  }
  expect(await ready(200)).toBe(200);
});

test('a database without free connections is not ready, and is answered 503', async () => {
  await alter('connection limit 0');
  try {
    expectOutage(await client.ask(READ));
    expect(await ready(503)).toBe(503);
    expect(await starting()).toMatch(/^DATABASE_URL: cannot connect \(53300 .*: too many connections/);
  } finally {
    await alter('connection limit -1');
  }
  expect(await ready(200)).toBe(200);
});

test('a server on a newer database schema refuses to start, and is not ready', async () => {
  const { ownerQuery, ownerUrl } = api.world;
  await ownerQuery(
    `insert into public.schema_migration (timestamp, name) values (9999999999999, 'AddWhatIsToCome')`,
  );
  try {
    expect(await ready(503)).toBe(503);
    const line = /^The database is newer than this version of the program \(migration 9999999999999 /;
    expect(await starting()).toMatch(line);
    await expect(migrate(ownerUrl, 'stations_server')).rejects.toThrow(line);
  } finally {
    await ownerQuery('delete from public.schema_migration where timestamp = 9999999999999');
  }
  expect(await ready(200)).toBe(200);
});
