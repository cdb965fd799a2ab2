import { sees, type Snapshot, snapshot } from './checks/rows';
import { VIEWERS, type ViewerName } from './kit/parties';
import { claimantsOf, databaseViewerOf } from './kit/database-viewers';
import { type Fixture, startFixture } from './kit/fixture';

/** Who sees which rows of which table: through the server's pools, with SQL that names no tenant. */
let fixture: Fixture;
let tables: Snapshot;
beforeAll(async () => {
  fixture = await startFixture();
  tables = await snapshot(fixture);
});
afterAll(async () => {
  await fixture.close();
});

test('every tenant table has rows of at least two organisations, so that the tests can fail', () => {
  for (const [table, rows] of tables) {
    const organisations = new Set(rows.map((row) => row.organisation_id)).size;
    expect(`${table}: ${organisations > 1 ? 'rows of several' : 'add rows to test/tenancy/kit'}`).toBe(
      `${table}: rows of several`,
    );
  }
});

test.each(Object.keys(VIEWERS) as ViewerName[])(
  '%s sees exactly the rows that it may see, of every table',
  async (name) => {
    expect(await sees(fixture.runAs, databaseViewerOf(fixture, fixture.viewer(name)), tables)).toEqual([]);
  },
);

test("a station's next operator sees nothing of the last one's, and the purchaser and the bureau see both", () => {
  const of = (name: ViewerName): string[] =>
    fixture.viewer(name).sees.filter((agreement) => agreement.endsWith('at S1'));
  expect(of('operator A')).toEqual(['A at S1']);
  expect(of('operator B')).toEqual(['B at S1']);
  expect(of('purchaser P1')).toEqual(['A at S1', 'B at S1']);
  expect(of('district bureau D1')).toEqual(['A at S1', 'B at S1']);
});

test('sign-in sees only the row of its e-mail, token, key or membership', async () => {
  for (const claimant of claimantsOf(fixture))
    expect(await sees(fixture.runAs, claimant, tables)).toEqual([]);
});

test('the platform has no privilege at all on a table of agreements', async () => {
  const granted = await fixture.behind(async (client) =>
    client.query(
      `select c.oid::regclass from pg_class c join pg_attribute a on a.attrelid = c.oid
        where c.relnamespace = 'core'::regnamespace and a.attname in ('agreement_id', 'station_id') and c.relkind = 'r'
          and c.relname <> 'member_station'
          and (has_table_privilege('app_platform', c.oid, 'select, insert, update, delete')
               or has_any_column_privilege('app_platform', c.oid, 'select, insert, update'))`,
    ),
  );
  expect(granted.rows).toEqual([]);
});

test("a table's owner sees none of its rows", async () => {
  const owner = new URL(fixture.world.ownerUrl).username;
  await fixture.behind(async (client) => {
    await client.query(`set role ${owner}`);
    for (const table of tables.keys()) {
      expect((await client.query(`select from ${table}`)).rowCount).toBe(0);
    }
  });
});
