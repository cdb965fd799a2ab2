import { MemberRole } from '../../src/access';
import { type Client, startApi, type TestApi } from '../kit/api';
import { pastTheServices } from '../assessment/support/parties';
import {
  type Agreement,
  confirm,
  newProposal,
  newStation,
  PROJECTS,
  REVISE,
  validRegistration,
  ZONES,
} from './support/agreements';
import { enrol, signInAnew } from './support/people';
import {
  codesAndPaths,
  type NewRecord,
  record,
  RECORD_SERVICES,
  totalOf,
  tryRecord,
} from './support/questions';

/** The agreement structure cache saves reads of the agreement on repeated records; nothing else changes. */
let api: TestApi;
let admin: Client;
let agreement: Agreement;
beforeAll(async () => {
  api = await startApi();
  admin = await api.as('admin@fengyuan.example');
});
beforeEach(async () => {
  agreement = await newStation(api);
});
afterAll(async () => {
  await api.close();
});

const CALL: NewRecord = {
  indicator: 'HOTLINE',
  occurredOn: '2024-03-01',
  quantities: [{ measure: 'CALLS', value: '1' }],
};

/** How often the agreement was read while `work` ran. */
async function readsDuring(work: () => Promise<unknown>): Promise<number> {
  const reads = (): number => api.statements().get('agreement.structure') ?? 0;
  const before = reads();
  await work();
  return reads() - before;
}

const refusalOf = async (client: Client): Promise<unknown> => {
  const { errors } = await client.ask(RECORD_SERVICES, {
    input: { agreementId: agreement.id, records: [CALL] },
  });
  return errors[0]?.extensions?.code;
};

test('the agreement is read for the first record of a member, and again after a minute', async () => {
  const again = async (): Promise<unknown> => record(admin, agreement.id, [CALL, CALL]);
  expect(await readsDuring(again)).toBe(1);
  expect(await readsDuring(again)).toBe(0);
  api.clock.advance(60_000);
  expect(await readsDuring(again)).toBe(1);
  expect(await totalOf(admin, agreement.id, 'HOTLINE.CALLS')).toBe('6');
});

test('the cache refuses nothing: a zone that was added since is accepted', async () => {
  await record(admin, agreement.id, [CALL]);
  const [zone] = await api.world.ownerQuery<{ id: string }>(
    `insert into core.zone (organisation_id, agreement_id, station_id, purchaser_id, district_code, id, position, name)
     select organisation_id, id, station_id, purchaser_id, district_code, gen_random_uuid(), 99, '新片区'
       from core.agreement where id = $1 returning id`,
    [agreement.id],
  );
  const [stored] = await record(admin, agreement.id, [{ ...CALL, zoneId: zone!.id }]);
  expect(stored).toMatchObject({ zone: { id: zone!.id } });
});

test('an error is the same as for a member without a cache entry', async () => {
  const wrong = [CALL, { ...CALL, occurredOn: '2023-12-31', zoneId: agreement.id }];
  const first = await tryRecord(admin, agreement.id, wrong);
  await record(admin, agreement.id, [CALL]);
  expect(await tryRecord(admin, agreement.id, wrong)).toEqual(first);
  expect(codesAndPaths(first.userErrors)).toHaveLength(2);
  expect(await totalOf(admin, agreement.id, 'HOTLINE.CALLS')).toBe('1');
});

test('a change of an agreement by the database owner takes effect within a minute', async () => {
  await record(admin, agreement.id, [CALL]);
  await api.world.ownerQuery(`update core.term set starts_on = '2024-06-01' where agreement_id = $1`, [
    agreement.id,
  ]);
  api.clock.advance(60_000);
  const { userErrors } = await tryRecord(admin, agreement.id, [CALL]);
  expect(userErrors.map(({ code }) => code)).toEqual(['DAY_OUTSIDE_TERMS']);
});

test('a member who is limited to another station since, or has left, is refused', async () => {
  const other = await newStation(api);
  const email = 'known@fengyuan-known.example';
  const worker = await enrol(api, '逢源人家', MemberRole.WORKER, email);
  await record(worker, agreement.id, [CALL]);
  const { viewer } = await worker.get<{ viewer: { id: string } }>('{ viewer { id } }');
  const change = `mutation($input: ChangeMemberInput!) { changeMember(input: $input) { userErrors { code } } }`;
  await admin.get(change, { input: { memberId: viewer.id, stationIds: [other.station.id] } });

  expect(await refusalOf(worker)).toBe('UNAUTHENTICATED');
  const limited = await signInAnew(api, email);
  await record(limited, other.id, [CALL]);
  expect(await refusalOf(limited)).toBe('NOT_FOUND');

  const leave = `mutation($id: ID!) { removeMember(memberId: $id) { userErrors { code } } }`;
  await admin.get(leave, { id: viewer.id });
  const { errors } = await limited.ask(RECORD_SERVICES, {
    input: { agreementId: other.id, records: [CALL] },
  });
  expect(errors[0]?.extensions?.code).toBe('UNAUTHENTICATED');
  expect(await totalOf(admin, other.id, 'HOTLINE.CALLS')).toBe('1');
  expect(await totalOf(admin, agreement.id, 'HOTLINE.CALLS')).toBe('1');
});

test('the cache stays true: nobody changes or deletes the parts of a confirmed agreement, or moves it', async () => {
  const accounts = ['fengyuan', 'fengyuan-street', 'liwan-bureau', 'guangzhou-bureau'];
  for (const account of accounts) {
    const client = await api.as(`admin@${account}.example`);
    for (const table of ['term', 'zone', 'point', 'project']) {
      // Of a zone that has points a foreign key refuses the deletion first.
      const deletion = table === 'zone' ? [] : [`delete from core.${table}`];
      for (const change of [`update core.${table} set name = name || '改'`, ...deletion]) {
        const attempt = pastTheServices(api, client, `${change} where agreement_id = '${agreement.id}'`);
        await expect(attempt).rejects.toThrow('the parts of a confirmed agreement change by an amendment');
      }
    }
  }
  const privileges = await api.world.ownerQuery(
    `select grantee, table_name, privilege_type from information_schema.table_privileges
      where table_schema = 'core' and table_name in ('term', 'zone', 'point', 'project', 'agreement')
        and grantee <> 'stations_owner' and privilege_type = 'TRUNCATE'
     union all
     select grantee, table_name, privilege_type from information_schema.table_privileges
      where table_schema = 'core' and table_name = 'agreement'
        and grantee <> 'stations_owner' and privilege_type = 'DELETE'
     union all
     select grantee, table_name, privilege_type from information_schema.column_privileges
      where table_schema = 'core' and table_name in ('term', 'zone', 'point', 'project')
        and grantee not in ('stations_owner', 'app_operator', 'app_purchaser', 'app_supervisor', 'app_city')
        and privilege_type = 'UPDATE'
     union all
     select grantee, column_name, privilege_type from information_schema.column_privileges
      where table_schema = 'core' and table_name = 'agreement' and grantee <> 'stations_owner'
        and privilege_type = 'UPDATE'
        and column_name in ('organisation_id', 'id', 'station_id', 'purchaser_id', 'district_code')`,
  );
  expect(privileges).toEqual([]);
});

test('parts of a proposal are not kept: it is revised before it is confirmed', async () => {
  const proposal = await newProposal(api);
  const [zone] = proposal.zones;
  const there = { ...CALL, zoneId: zone!.id };
  const { userErrors: early } = await tryRecord(admin, proposal.id, [there]);
  expect(codesAndPaths(early)).toEqual(['NOT_CONFIRMED agreementId']);
  const input = await validRegistration(api, {
    newStation: null,
    stationId: null,
    zones: ZONES.slice(1),
    projects: PROJECTS,
  });
  const { reviseProposal } = await admin.get<{ reviseProposal: { userErrors: unknown[] } }>(REVISE, {
    id: proposal.id,
    input: { ...input, stationId: proposal.station.id },
  });
  expect(reviseProposal.userErrors).toEqual([]);
  const { zones } = await confirm(api, proposal);
  const { userErrors } = await tryRecord(admin, proposal.id, [there]);
  expect(codesAndPaths(userErrors)).toEqual(['ZONE_NOT_FOUND records.0.zoneId']);
  const [stored] = await record(admin, proposal.id, [{ ...CALL, zoneId: zones[0]!.id }]);
  expect(stored).toMatchObject({ zone: { id: zones[0]!.id } });
});
