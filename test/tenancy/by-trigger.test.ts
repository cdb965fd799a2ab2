import { databaseRoleOf, type Session, verifyAccessToken } from '../../src/access';
import { TenantScope } from '../../src/platform/database/tenant-scope';
import { statement } from '../../src/platform/database/statement';
import { startApi, type TestApi } from '../kit/api';
import { TEST_KEYS } from '../kit/settings';
import { writeUnaudited } from '../kit/unaudited-write';

let api: TestApi;
let session: Session;
beforeAll(async () => {
  api = await startApi();
  const { token = '' } = await api.as('admin@fengyuan.example');
  const verified = verifyAccessToken(token, TEST_KEYS, api.clock.now());
  if (!verified) throw new Error('no session');
  session = verified;
});
afterAll(async () => {
  await api.close();
});

/** Runs SQL as the operator of the demo's 逢源街. */
async function asOperator(sql: string): Promise<unknown[]> {
  const scope = new TenantScope(api.server.database, { ...session, role: databaseRoleOf(session) });
  return writeUnaudited(scope, async (transaction) =>
    transaction.query(statement(`test ${sql.slice(0, 50)}`, sql), []),
  );
}

const sums = async (): Promise<unknown> =>
  api.world.ownerQuery('select sum(completed)::text as completed from core.completion_term');

test('an operator cannot write rollups directly, not even its own', async () => {
  const before = await sums();
  for (const table of ['completion_term', 'completion_month', 'completion_total']) {
    expect(await asOperator(`update core.${table} set completed = completed + 1 returning 1`)).toEqual([]);
    await expect(
      asOperator(`insert into core.${table} select * from core.${table} limit 1`),
    ).rejects.toMatchObject({ code: '42501' });
  }
  expect(await sums()).toEqual(before);
});

test('an operator cannot insert an earlier version of a record', async () => {
  await expect(
    asOperator(`insert into core.service_record_version (organisation_id, agreement_id, station_id, purchaser_id,
        district_code, id, revision, term_id, indicator_code, occurred_on, quantities, revised_at, revised_by,
        revised_by_name)
      select organisation_id, agreement_id, station_id, purchaser_id, district_code, id, 9, term_id, indicator_code,
             occurred_on, quantities, revised_at, revised_by, revised_by_name from core.service_record limit 1`),
  ).rejects.toMatchObject({ code: '42501' });
});

test.each([
  [`quantities = '{"FILES": "1"}'`],
  [`occurred_on = occurred_on - 1`],
  [`note = 'no one will know'`],
  ['zone_id = null'],
  ['revision = revision + 2'],
])('a record does not change without a new revision: %s', async (change) => {
  await expect(
    asOperator(`update core.service_record set ${change} where indicator_code = 'CASE_FILE' returning 1`),
  ).rejects.toMatchObject({ code: '23000' });
});
