import { DATABASE_ROLES } from '../../src/platform/database/roles';
import {
  addsNothingForeign,
  attempt,
  codeOf,
  CHANGES,
  changesNothingForeign,
  isRefusal,
  messageOf,
  type Snapshot,
  snapshot,
} from './checks/rows';
import { REFUSED, outcomesOf } from './checks/statement-outcomes';
import { VIEWERS, type ViewerName } from './kit/parties';
import type { DatabaseViewer } from './kit/run-as';
import { claimantsOf, databaseViewerOf } from './kit/database-viewers';
import { insertCopy } from './kit/insert';
import { as, type Fixture, startFixture } from './kit/fixture';

/** What each of the server's roles may add, change, remove, move and copy, with SQL that names no tenant. */
let fixture: Fixture;
let tables: Snapshot;
let everyone: DatabaseViewer[];
beforeAll(async () => {
  fixture = await startFixture();
  tables = await snapshot(fixture);
  everyone = [...fixture.viewers.map((viewer) => databaseViewerOf(fixture, viewer)), ...claimantsOf(fixture)];
});
afterAll(async () => {
  await fixture.close();
});

const ofEachRole = (viewers: DatabaseViewer[]): DatabaseViewer[] => [
  ...new Map(viewers.map((one) => [one.role, one])).values(),
];

test.each(Object.keys(VIEWERS) as ViewerName[])('%s adds only its own rows', async (name) => {
  expect(
    await addsNothingForeign(fixture.runAs, databaseViewerOf(fixture, fixture.viewer(name)), tables),
  ).toEqual([]);
});

test.each(Object.keys(VIEWERS) as ViewerName[])('%s changes and removes only its own rows', async (name) => {
  expect(
    await changesNothingForeign(fixture.runAs, databaseViewerOf(fixture, fixture.viewer(name)), tables),
  ).toEqual([]);
});

test('sign-in adds and changes nothing of another member', async () => {
  for (const claimant of claimantsOf(fixture)) {
    expect(await addsNothingForeign(fixture.runAs, claimant, tables)).toEqual([]);
    expect(await changesNothingForeign(fixture.runAs, claimant, tables)).toEqual([]);
  }
});

test('every table that some role may change is tested', async () => {
  const changeable = await fixture.behind(async (client) =>
    client.query<{ name: string }>(
      `select t as name from unnest($1::text[]) t where exists (
         select from unnest($2::text[]) r
          where has_any_column_privilege(r, t, 'update') or has_table_privilege(r, t, 'delete')) order by 1`,
      [[...tables.keys()], [...DATABASE_ROLES]],
    ),
  );
  expect(changeable.rows.map(({ name }) => name)).toEqual(Object.keys(CHANGES).sort());
});

test('each tested change is permitted to some role', async () => {
  const statements = Object.values(CHANGES).flat();
  const made = new Set<string>();
  for (const one of everyone) {
    const outcomes = await fixture.runAs(one, async (client) =>
      outcomesOf(
        client,
        statements.map((sql) => ({ sql })),
      ),
    );
    for (const [at, { count }] of outcomes.entries()) if (count > 0) made.add(statements[at]!);
  }
  expect(statements.filter((sql) => !made.has(sql))).toEqual([]);
});

test('an operator moves no row to another organisation, purchaser, district, station or agreement', async () => {
  const other = fixture.agreements['B at S3'];
  const moves = Object.entries(other.scope).map(
    ([column, value]) => [column, `update core.target set ${column} = '${value}'`] as const,
  );
  expect(moves.map(([column]) => column).sort()).toEqual(
    ['agreement_id', 'district_code', 'organisation_id', 'purchaser_id', 'station_id'].sort(),
  );
  await as(fixture, fixture.viewer('operator A'), async (client) => {
    expect(await attempt(client, 'update core.target set value = 5')).toMatchObject({ rowCount: 2 });
    for (const [, sql] of moves) {
      expect(await attempt(client, sql)).toMatchObject({ code: '42501' });
    }
    const whole = Object.entries(other.scope).map(([column, value]) => `${column} = '${value}'`);
    expect(await attempt(client, `update core.target set ${whole.join(', ')}`)).toMatchObject({
      code: '42501',
    });
  });
});

test('no scope column of any other table can be changed at all', async () => {
  const movable = await fixture.behind(async (client) =>
    client.query<{ name: string }>(
      `select distinct c.oid::regclass || '.' || a.attname as name
         from pg_class c join pg_attribute a on a.attrelid = c.oid cross join unnest($1::text[]) r
        where c.oid::regclass::text = any ($2) and a.attname = any ($3)
          and has_column_privilege(r, c.oid, a.attname, 'update') order by 1`,
      [
        [...DATABASE_ROLES],
        [...tables.keys()],
        [
          'organisation_id',
          'agreement_id',
          'station_id',
          'purchaser_id',
          'district_code',
          'member_id',
          'session_id',
        ],
      ],
    ),
  );
  expect(movable.rows.map(({ name }) => name)).toEqual([
    // The e-mail of someone who left may become another member's; its policy wants the claim to be that member.
    'auth.credential.member_id',
    'auth.credential.organisation_id',
  ]);
});

test('an own row that references a part of a foreign agreement is refused', async () => {
  const { termId, zoneId, projectId, pointId } = fixture.agreements['B at S1'];
  const foreign = { term_id: termId, zone_id: zoneId, project_id: projectId, point_id: pointId };
  const record = tables
    .get('core.service_record')!
    .find((row) => row.agreement_id === fixture.agreements['A at S1'].agreementId)!;
  const fresh = { id: '00000000-0000-7000-8000-000000000001', idempotency_key: null };
  await as(fixture, fixture.viewer('operator A'), async (client) => {
    expect(await attempt(client, async () => insertCopy(client, 'core.service_record', record, fresh))).toBe(
      undefined,
    );
    for (const [column, id] of Object.entries(foreign)) {
      const outcome = await attempt(client, async () =>
        insertCopy(client, 'core.service_record', record, { ...fresh, [column]: id }),
      );
      expect(outcome).toMatchObject({ code: '23503' });
    }
  });
});

test('COPY from a table returns the rows of SELECT, and COPY into one is refused', async () => {
  const wrong: string[] = [];
  for (const one of ofEachRole(everyone)) {
    await fixture.runAs(one, async (client) => {
      for (const [table, rows] of tables) {
        const out = await attempt(client, `copy ${table} to stdout`);
        const may = rows.filter((row) => one.mayRead(table, row)).length;
        if (!isRefusal(out) && (out instanceof Error || out.rowCount !== may)) {
          wrong.push(`${one.name} copies ${messageOf(out)} out of ${table}, and may read ${may}`);
        }
        const into = await attempt(client, `copy ${table} from stdin`);
        if (!['42501', '0A000'].includes(codeOf(into))) {
          wrong.push(`${one.name} copies into ${table}: ${messageOf(into)}`);
        }
      }
    });
  }
  expect(wrong).toEqual([]);
});

test('no one copies to a file or a program', async () => {
  for (const one of everyone) {
    await fixture.runAs(one, async (client) => {
      for (const target of [`'/tmp/wall'`, `program 'cat'`]) {
        expect(await attempt(client, `copy (select 1) to ${target}`)).toMatchObject({ code: '42501' });
      }
    });
  }
});

test('no one truncates, alters or drops a table, or drops its policies', async () => {
  const statements = [...tables.keys()].flatMap((table) => [
    { sql: `truncate ${table} cascade` },
    { sql: `alter table ${table} no force row level security` },
    { sql: `create policy mine on ${table} using (true)` },
    { sql: `drop table ${table} cascade` },
  ]);
  for (const one of everyone) {
    const outcomes = await fixture.runAs(one, async (client) => outcomesOf(client, statements));
    const done = statements.filter((_, at) => outcomes[at]!.code !== REFUSED);
    expect({ name: one.name, done }).toEqual({ name: one.name, done: [] });
  }
});
