import { statement } from '../../src/platform/database/statement';
import { TenantScope } from '../../src/platform/database/tenant-scope';
import { attempt } from './checks/rows';
import type { ViewerName } from './kit/parties';
import { as, type Fixture, startFixture } from './kit/fixture';

/** Mentoring centre and assessors see the figures of a completion table, and nothing of a single service record. */
let fixture: Fixture;
beforeAll(async () => {
  fixture = await startFixture();
});
afterAll(async () => {
  await fixture.close();
});

const ROLES = ['app_mentoring', 'app_assessor'] as const;
const VIEWERS: ViewerName[] = ["the city's mentoring centre", 'assessor of A at S2'];

/** The columns that completion sums and groups by, and that the policies read. */
const FIGURES = [
  'organisation_id',
  'agreement_id',
  'station_id',
  'purchaser_id',
  'district_code',
  'term_id',
  'zone_id',
  'project_id',
  'indicator_code',
  'occurred_on',
  'quantities',
  'voided_at',
].sort();

async function columns(role: string, table: string): Promise<{ readable: string[]; all: string[] }> {
  const rows = await fixture.world.ownerQuery<{ name: string; readable: boolean }>(
    `select attname as name, has_column_privilege($1, attrelid, attnum, 'select') as readable
       from pg_attribute where attrelid = $2::regclass and attnum > 0 and not attisdropped order by 1`,
    [role, table],
  );
  return {
    readable: rows.filter(({ readable }) => readable).map(({ name }) => name),
    all: rows.map(({ name }) => name),
  };
}

test.each(ROLES)('%s reads only the columns of service records that completion needs', async (role) => {
  const { readable } = await columns(role, 'core.service_record');
  expect(readable).toEqual(FIGURES);
});

test.each(ROLES)('%s reads no earlier version of a service record', async (role) => {
  expect((await columns(role, 'core.service_record_version')).readable).toEqual([]);
});

test.each(VIEWERS)('%s is refused every other column, anywhere in a statement', async (name) => {
  const { all } = await columns('app_mentoring', 'core.service_record');
  const hidden = all.filter((column) => !FIGURES.includes(column));
  expect(hidden).toEqual(
    expect.arrayContaining(['id', 'note', 'recorded_by', 'recorded_by_name', 'point_id']),
  );
  await as(fixture, fixture.viewer(name), async (client) => {
    const statements = hidden.flatMap((column) => [
      `select ${column} from core.service_record`,
      `select 1 from core.service_record where ${column} is not null`,
      `select 1 from core.service_record order by ${column}`,
      `select count(${column}) from core.service_record`,
      `select 1 from core.service_record group by ${column}`,
    ]);
    statements.push(
      'select * from core.service_record',
      'select r from core.service_record r',
      'select to_json(r) from core.service_record r',
      'select r::text from core.service_record r',
      'select r.ctid from core.service_record r',
      'select r.cmin from core.service_record r',
      'select p.id from core.point p join core.service_record r on r.point_id = p.id',
      'table core.service_record_version',
    );
    for (const sql of statements) expect(await attempt(client, sql)).toMatchObject({ code: '42501' });
  });
});

test.each(VIEWERS)('%s gets the sums, from the records and from the rollups alike', async (name) => {
  await as(fixture, fixture.viewer(name), async (client) => {
    const one = fixture.agreements['A at S2'].agreementId;
    const sums = await client.query<{ sum: string }>(
      `select sum(q.value::numeric)::text as sum from core.service_record r
        cross join lateral jsonb_each_text(r.quantities) q
        where r.agreement_id = $1 and r.occurred_on between '2024-01-01' and '2024-12-31' and r.voided_at is null
       union all select completed::text from core.completion_term where agreement_id = $1
       union all select completed::text from core.completion_month where agreement_id = $1`,
      [one],
    );
    expect(sums.rows.map(({ sum }) => sum)).toEqual(['9', '9', '9']);
  });
});

test('both read them through the scope that requests use', async () => {
  const sum = statement('test.sum', 'select sum(completed)::text as sum from core.completion_term');
  const scope = new TenantScope(
    fixture.world.database,
    fixture.viewer("the city's mentoring centre").principal,
  );
  expect(await scope.read(sum, [])).toEqual([{ sum: '36' }]);
  await scope.close();
});
