import { databaseRoleOf, type Session, verifyAccessToken } from '../../src/access';
import { newId } from '../../src/platform/ids';
import { statement } from '../../src/platform/database/statement';
import { TenantScope } from '../../src/platform/database/tenant-scope';
import { newStation } from '../api/support/agreements';
import { renew } from '../api/support/renewals';
import type { Api } from '../kit/api';
import { TEST_KEYS } from '../kit/settings';
import { sharedApi } from '../kit/shared-api';
import { writeUnaudited } from '../kit/unaudited-write';

let api: Api;
beforeAll(async () => {
  api = await sharedApi();
});

/** Runs SQL as a member, in one transaction. */
async function runAs(account: string, sql: string, values: unknown[]): Promise<unknown[]> {
  const { token = '' } = await api.as(account);
  const session: Session | null = verifyAccessToken(token, TEST_KEYS, api.clock.now());
  if (!session) throw new Error('no session');
  const scope = new TenantScope(api.world.database, { ...session, role: databaseRoleOf(session) });
  return writeUnaudited(scope, async (transaction) =>
    transaction.query(statement(`test ${sql}`, sql), values),
  );
}

const ENROL = `insert into core.staff_member (organisation_id, agreement_id, station_id, purchaser_id, district_code, id,
    ordinal, code, kind, enrolled_at, enrolled_by)
  select organisation_id, id, station_id, purchaser_id, district_code, $2, 1, '社工01', 'SOCIAL_WORKER', now(), $2
    from core.agreement where id = $1`;
const REGISTER = `insert into core.agreement (organisation_id, id, station_id, purchaser_id, district_code, service_model,
    starts_on, ends_on, registered_by, state, proposed_by, renews)
  select organisation_id, $2, station_id, purchaser_id, district_code, service_model, $3, $3, scope.member_id(),
         'PROPOSED', scope.organisation_id(), id from core.agreement where id = $1`;

test.each(['admin@liwan-bureau.example', 'admin@guangzhou-bureau.example'])(
  '%s enrols no staff, in an agreement that it renewed before neither',
  async (account) => {
    const earlier = await newStation(api);
    const days = { startsOn: '2025-01-01', endsOn: '2025-12-31' };
    const renewed = await renew(await api.as(account), { agreementId: earlier.id, ...days });
    for (const { id } of [earlier, renewed]) {
      await expect(runAs(account, ENROL, [id, newId()])).rejects.toMatchObject({ code: '42501' });
    }
  },
);

test('a renewal names an earlier agreement that is confirmed, of its station, before its first day', async () => {
  const { id } = await newStation(api);
  const account = 'admin@fengyuan.example';
  await expect(runAs(account, REGISTER, [id, newId(), '2024-12-31'])).rejects.toMatchObject({
    code: '23514',
  });
  await runAs(account, REGISTER, [id, newId(), '2025-01-01']);
  await expect(
    runAs(account, REGISTER.replace(', id from', ', $4 from'), [id, newId(), '2025-01-01', newId()]),
  ).rejects.toMatchObject({ code: '23514' });
});
