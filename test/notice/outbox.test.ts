import { databaseRoleOf, type Session, verifyAccessToken } from '../../src/access';
import { statement } from '../../src/platform/database/statement';
import { TenantScope } from '../../src/platform/database/tenant-scope';
import { type Agreement, newStation } from '../api/support/agreements';
import { startApi, type TestApi } from '../kit/api';
import { TEST_KEYS } from '../kit/settings';
import { writeUnaudited } from '../kit/unaudited-write';

/** Events are in the outbox with the step that they are of, or not at all; nobody but the database notes them. */
let api: TestApi;
let session: Session;
let agreement: Agreement;
beforeAll(async () => {
  api = await startApi();
  const { token = '' } = await api.as('admin@fengyuan.example');
  session = verifyAccessToken(token, TEST_KEYS, api.clock.now())!;
  agreement = await newStation(api);
  await api.server.outbox.drive();
});
afterAll(async () => {
  await api.close();
});

/** Runs SQL as the operator of the station, and fails afterwards if it is to. */
async function asOperator(sql: string, fails = false): Promise<void> {
  const scope = new TenantScope(api.server.database, { ...session, role: databaseRoleOf(session) });
  await writeUnaudited(scope, async (transaction) => {
    await transaction.query(statement('test', sql, [sql]), []);
    if (fails) throw new Error('no more');
  });
}

const SCOPE = 'organisation_id, agreement_id, station_id, purchaser_id, district_code';
const OF_AGREEMENT = 'a.organisation_id, a.id, a.station_id, a.purchaser_id, a.district_code';
const waiting = async (): Promise<string[]> =>
  (
    await api.world.ownerQuery<{ event: string }>(
      `select type || ' ' || (facts ->> 'month') as event from core.outbox_event order by 1`,
    )
  ).map(({ event }) => event);
const handIn = (month: string): string =>
  `insert into core.report_month (${SCOPE}, month, state, due_on, first_handed_in_at, handed_in_at, step_at, step_by)
   select ${OF_AGREEMENT}, '${month}-01', 'HANDED_IN', '2024-12-05', now(), now(), now(), a.organisation_id
     from core.agreement a where a.id = '${agreement.id}'`;

test('an event is noted where its step is committed, no matter who takes it, and not where it is rolled back', async () => {
  await expect(asOperator(handIn('2024-01'), true)).rejects.toThrow('no more');
  expect(await waiting()).toEqual([]);
  await asOperator(handIn('2024-02'));
  expect(await waiting()).toEqual(['MONTH_HANDED_IN 2024-02']);
  await api.server.outbox.drive();
  expect(await waiting()).toEqual([]);
});

test.each([
  [
    'note an event',
    `insert into core.outbox_event (${SCOPE}, type, at, facts)
     select ${OF_AGREEMENT}, 'MONTH_ACCEPTED', now(), '{}' from core.agreement a limit 1`,
  ],
  ['read what waits', 'select from core.outbox_event'],
  ['take an event away', 'delete from core.outbox_event'],
  ['queue a delivery', `insert into core.webhook_delivery default values`],
  ['read e-mails', 'select from core.mail'],
  ['enter as the sender', `select scope.enter_outbox(), (select count(*) from core.outbox_event)`],
])('a member cannot %s', async (_, sql) => {
  await expect(asOperator(sql)).rejects.toMatchObject({ code: '42501' });
});
