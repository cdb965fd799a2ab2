import { randomBytes } from 'node:crypto';
import { describeDatabase } from '../../../src/platform/database/describe-database';
import { type Moved, moveDatabase } from '../../../src/platform/database/move';
import { asSuperuser, cluster, dropDatabase, urlOf } from '../../kit/templates';
import { createTestDatabase, type TestDatabase } from '../../kit/world';

/** The refusals of a move, and the target after a failed one: within one cluster, between two databases. */
let source: TestDatabase;
/** The state after all migrations. */
let target: TestDatabase;
const made: string[] = [];
beforeAll(async () => {
  [source, target] = [await createTestDatabase('template_demo'), await createTestDatabase('template_empty')];
});
afterAll(async () => {
  await source.close();
  await target.close();
  for (const name of made) await dropDatabase(cluster(), name);
});

const move = async (ownerUrl: string, signal = new AbortController().signal): Promise<Moved> =>
  moveDatabase({
    sourceUrl: urlOf(cluster().superuserUrl, source.name),
    ownerUrl,
    serverLogin: 'stations_server',
    progress: () => undefined,
    signal,
  });

/** The owner's URL of a new database without any table. */
async function newDatabase(options = ''): Promise<string> {
  const name = `test_${randomBytes(6).toString('hex')}`;
  await asSuperuser(cluster(), async (client) =>
    client.query(`create database ${name} owner stations_owner ${options}`),
  );
  made.push(name);
  return urlOf(cluster().ownerUrl, name);
}

/** Counts the rows of all tenant tables as superuser, and their policies and triggers. */
async function stateOf({ ownerQuery }: TestDatabase): Promise<{ rows: number; guards: unknown[] }> {
  const tables = await ownerQuery<{ name: string }>(
    `select distinct c.oid::regclass::text as name from pg_class c
       join pg_attribute a on a.attrelid = c.oid and a.attname = 'organisation_id'
      where c.relkind = 'r' and c.relnamespace in ('core'::regnamespace, 'auth'::regnamespace)`,
  );
  const sum = tables.map(({ name }) => `(select count(*) from ${name})`).join(' + ');
  const [counted] = await ownerQuery<{ rows: number }>(
    `select (${sum} + (select count(*) from core.organisation))::int as rows`,
  );
  const guards = await ownerQuery(
    `select relname, relrowsecurity, relforcerowsecurity,
            (select string_agg(concat(tgname, tgenabled), ' ' order by tgname) from pg_trigger where tgrelid = c.oid and not tgisinternal)
       from pg_class c where relkind = 'r' and relnamespace in ('core'::regnamespace, 'auth'::regnamespace) order by 1`,
  );
  return { rows: counted!.rows, guards };
}

/** As a migration adds a rule to a table that has rows. */
const NEW_RULE = `
  alter table core.organisation drop constraint organisation_name_visible;
  alter table core.organisation add constraint organisation_name_visible check (name_key <> '') not valid`;

/** Names that were there before: one without a visible character, and two that look alike. */
const OLD_ROWS = `
  alter table core.organisation drop constraint organisation_name_visible;
  drop index core.organisation_name_alike;
  alter table core.organisation disable trigger take_organisation_name;
  insert into core.organisation (id, kind, name) values
    ('00000000-0000-4000-8000-000000000001', 'ASSESSOR', U&'\\200B'),
    ('00000000-0000-4000-8000-000000000002', 'ASSESSOR', '市民政局'),
    ('00000000-0000-4000-8000-000000000003', 'ASSESSOR', '市民政 局');
  alter table core.organisation enable trigger take_organisation_name;
  alter table core.organisation add constraint organisation_name_visible check (name_key <> '') not valid;
  create unique index organisation_name_alike on core.organisation (kind, name_key)
    where id is distinct from '00000000-0000-4000-8000-000000000003'`;

test.each([
  [
    'older than the program',
    'delete from public.schema_migration where timestamp = (select max(timestamp) from public.schema_migration)',
    'The embedded database is older than this program',
  ],
  [
    'newer than the program',
    `insert into public.schema_migration (timestamp, name) values (9999999999999, 'FromTheFuture')`,
    'The embedded database is newer than this program',
  ],
  [
    'from before the baseline',
    `insert into public.schema_migration (timestamp, name) values (1700000027000, 'NameNoOwner1700000027000')`,
    'The database is of a development version from before the first release',
  ],
])('a source that is %s is refused, and the target stays without tables', async (_, change, message) => {
  const url = await newDatabase();
  const before = await source.ownerQuery<{ timestamp: string; name: string }>(
    'select * from public.schema_migration',
  );
  await source.ownerQuery(change);
  try {
    await expect(move(url)).rejects.toThrow(message);
  } finally {
    await source.ownerQuery('delete from public.schema_migration');
    await source.ownerQuery(
      'insert into public.schema_migration select * from json_populate_recordset(null::public.schema_migration, $1)',
      [JSON.stringify(before)],
    );
  }
  const tables = await asSuperuser(
    cluster(),
    async (client) => client.query(`select from pg_class where relname = 'schema_migration'`),
    new URL(url).pathname.slice(1),
  );
  expect(tables.rowCount).toBe(0);
});

test('a target that is newer, of another encoding, or not empty is refused before it is changed', async () => {
  const [newer, foreign, ascii] = [
    await newDatabase('template template0'),
    await newDatabase('template template0'),
    await newDatabase(`template template0 encoding 'SQL_ASCII' locale_provider libc locale 'C'`),
  ];
  const run = async (url: string, sql: string): Promise<unknown> =>
    asSuperuser(cluster(), async (client) => client.query(sql), new URL(url).pathname.slice(1));
  await run(newer, 'create table public.schema_migration (id serial, timestamp bigint, name text)');
  await run(
    newer,
    `insert into public.schema_migration (timestamp) values (9999999999999); grant select on public.schema_migration to public`,
  );
  await run(foreign, 'create table public.invoice ()');
  await expect(move(newer)).rejects.toThrow('The database of DATABASE_OWNER_URL is newer than this program');
  await expect(move(foreign)).rejects.toThrow('DATABASE_OWNER_URL is not empty (public.invoice)');
  await expect(move(ascii)).rejects.toThrow('has the encoding SQL_ASCII');
  await expect(move(source.ownerUrl)).rejects.toThrow('DATABASE_OWNER_URL is not empty (core.organisation)');
  await expect(move('postgres://nobody:x@127.0.0.1:1/x')).rejects.toThrow(
    'DATABASE_OWNER_URL: cannot connect',
  );
});

test('a move that fails or is stopped leaves no row, and every policy and trigger', async () => {
  const before = await stateOf(target);
  expect(before.rows).toBe(0);
  // Rounds without an error: only the checksum detects it.
  await target.ownerQuery('alter table core.audit_entry alter column at type timestamptz(0)');
  await expect(move(target.ownerUrl)).rejects.toThrow(
    /^core\.audit_entry \(\d+ rows\) is not the same in the target; nothing was moved/,
  );
  expect(await stateOf(target)).toEqual(before);
  await target.ownerQuery('alter table core.audit_entry alter column at type timestamptz');

  await target.ownerQuery(
    'alter table core.service_record add constraint never check (quantities is null) not valid',
  );
  await expect(move(target.ownerUrl)).rejects.toThrow(
    /^Nothing was moved \(new row .* violates check constraint "never"\)/,
  );
  expect(await stateOf(target)).toEqual(before);
  await target.ownerQuery('alter table core.service_record drop constraint never');

  const stop = new AbortController();
  stop.abort();
  await expect(move(target.ownerUrl, stop.signal)).rejects.toThrow('Stopped: nothing was moved');
  expect(await stateOf(target)).toEqual(before);

  await target.ownerQuery('create policy wider on core.service_record to app_city using (true)');
  await expect(move(target.ownerUrl)).rejects.toThrow(
    'The target is not as the migrations make it (core.service_record: policy wider)',
  );
  await target.ownerQuery('drop policy wider on core.service_record');
  expect(await stateOf(target)).toEqual(before);
});

test('a repeated move fills the same target; rows older than a rule are moved unchanged, and it applies to new ones', async () => {
  await source.ownerQuery(OLD_ROWS);
  await target.ownerQuery(NEW_RULE);
  const { rows } = await move(target.ownerUrl);
  const [there, here] = [await stateOf(source), await stateOf(target)];
  expect(here).toEqual(there);
  expect(rows).toBeGreaterThanOrEqual(here.rows);
  expect(await describeDatabase(target.ownerUrl)).toBe(await describeDatabase(source.ownerUrl));
  for (const name of ['\u200b', '市民 政局']) {
    const added = target.ownerQuery(
      `insert into core.organisation (id, kind, name) values (gen_random_uuid(), 'ASSESSOR', $1)`,
      [name],
    );
    await expect(added).rejects.toThrow(/organisation_name_(visible|alike)/);
  }
});
