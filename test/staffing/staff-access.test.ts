import { MemberRole } from '../../src/access';
import { newId } from '../../src/platform/ids';
import {
  type Agreement,
  newProposal,
  newStation,
  registerConfirmed,
  validRegistration,
  withdraw,
} from '../api/support/agreements';
import { enrol, organisationId, signInAnew } from '../api/support/people';
import type { Api, Client } from '../kit/api';
import { sharedApi } from '../kit/shared-api';
import {
  CHANGES,
  enrolStaff,
  ENROL,
  PAY,
  person,
  REMOVE_SPELL,
  REPORT,
  report,
  SET_PARAMETERS,
  STAFF,
  type StaffMember,
  staffOf,
  VOID,
} from './support';

/** The staff of an agreement is invisible outside its scope, at every entry point. */
let api: Api;
let agreement: Agreement;
let member: StaffMember;
beforeAll(async () => {
  api = await sharedApi();
  agreement = await newStation(api);
  const admin = await api.as('admin@fengyuan.example');
  [member] = (await enrolStaff(admin, agreement.id, person('欧阳甲'))) as [StaffMember];
});

type EntryPoint = [query: string, variables: (id: string) => Record<string, unknown>, own: () => string];
const ofAgreement = (): string => agreement.id;
const ofMember = (): string => member.id;
const ofSpell = (): string => member.spells[0]!.id;

const READS: Record<string, EntryPoint> = {
  staffing: [REPORT, (id) => ({ id, from: '2024-01', to: '2024-12' }), ofAgreement],
  staff: [STAFF, (id) => ({ id }), ofAgreement],
};
const WRITES: Record<string, EntryPoint> = {
  enrolStaff: [ENROL, (id) => ({ input: { agreementId: id, members: [person('乙')] } }), ofAgreement],
  recordStaffPay: [
    PAY,
    (id) => ({ input: { agreementId: id, entries: [{ memberId: newId(), month: '2024-01' }] } }),
    ofAgreement,
  ],
  setStaffingParameters: [
    SET_PARAMETERS,
    (id) => ({ input: { agreementId: id, practiceYears: 9 } }),
    ofAgreement,
  ],
  changeStaffMember: [CHANGES.changeStaffMember, (id) => ({ input: { memberId: id, name: '乙' } }), ofMember],
  addStaffSpell: [
    CHANGES.addStaffSpell,
    (id) => ({ input: { memberId: id, employedFrom: '2024-05-01' } }),
    ofMember,
  ],
  setStaffCertificates: [
    CHANGES.setStaffCertificates,
    (id) => ({ input: { memberId: id, certificates: [] } }),
    ofMember,
  ],
  setStaffZones: [CHANGES.setStaffZones, (id) => ({ input: { memberId: id, zoneIds: [] } }), ofMember],
  voidStaffMember: [VOID, (id) => ({ id, reason: '作废' }), ofMember],
  changeStaffSpell: [
    CHANGES.changeStaffSpell,
    (id) => ({ input: { spellId: id, employedTo: '2024-05-01' } }),
    ofSpell,
  ],
  removeStaffSpell: [REMOVE_SPELL, (id) => ({ id }), ofSpell],
};

async function answer(client: Client, [query, variables]: EntryPoint, id: string): Promise<string> {
  const { status, text } = await client.ask(query, variables(id));
  return `${status} ${text.replaceAll(id, '<id>')}`;
}

/** A foreign id is answered like an unknown and a malformed one, byte for byte apart from the id. */
async function expectNothing(
  client: Client,
  entryPoints: Record<string, EntryPoint>,
  code = 'NOT_FOUND',
): Promise<void> {
  for (const [name, entryPoint] of Object.entries(entryPoints)) {
    const unknown = await answer(client, entryPoint, newId());
    expect([name, unknown]).toEqual([name, expect.stringContaining(`"code":"${code}"`)]);
    // A refusal of the action precedes the parsing of ids: a malformed one is not needed here.
    const ids = code === 'NOT_FOUND' ? [entryPoint[2](), 'staff-1'] : [entryPoint[2]()];
    for (const id of ids) expect([name, await answer(client, entryPoint, id)]).toEqual([name, unknown]);
  }
}

test('another operator of the district finds nothing to read and nothing to change', async () => {
  await expectNothing(await api.as('admin@datong.example'), { ...READS, ...WRITES });
});

test.each(['admin@zhongnan-street.example', 'admin@baiyun-bureau.example', 'admin@assessor.example'])(
  '%s, which is no party, finds nothing',
  async (account) => {
    const { staffing, staff } = READS;
    const client = await api.as(account);
    await expectNothing(client, { staffing: staffing! });
    const { setStaffingParameters, ...others } = WRITES;
    if (account.includes('assessor')) {
      await expectNothing(client, WRITES, 'FORBIDDEN');
    } else {
      await expectNothing(client, { staff: staff!, setStaffingParameters: setStaffingParameters! });
      await expectNothing(client, others, 'FORBIDDEN');
    }
  },
);

test('the platform is FORBIDDEN', async () => {
  await expectNothing(await api.as('admin@platform.example'), { ...READS, ...WRITES }, 'FORBIDDEN');
});

test('a client that is not signed in gets UNAUTHENTICATED', async () => {
  await expectNothing(api.anonymous, { ...READS, ...WRITES }, 'UNAUTHENTICATED');
});

test.each(['worker@fengyuan.example', 'admin@mentoring-centre.example'])(
  '%s may read, and may change nothing',
  async (account) => {
    const client = await api.as(account);
    await expectNothing(client, WRITES, 'FORBIDDEN');
    expect((await report(client, agreement)).members).toHaveLength(1);
  },
);

test.each(['admin@fengyuan-street.example', 'admin@liwan-bureau.example', 'admin@guangzhou-bureau.example'])(
  '%s may read, may set parameters of its own proposals only, and may change no staff',
  async (account) => {
    const client = await api.as(account);
    const { setStaffingParameters, ...others } = WRITES;
    await expectNothing(client, others, 'FORBIDDEN');
    const { members, parameters } = await report(client, agreement);
    expect(members).toHaveLength(1);
    expect(await answer(client, setStaffingParameters!, newId())).toContain('"code":"NOT_FOUND"');
    expect(await answer(client, setStaffingParameters!, agreement.id)).toContain(
      '"code":"AGREEMENT_CONFIRMED"',
    );
    const proposal = await newProposal(api);
    expect(await answer(client, setStaffingParameters!, proposal.id)).toContain('"code":"NOT_YOUR_PROPOSAL"');
    await withdraw(api, proposal);
    expect((await report(client, agreement)).parameters).toEqual(parameters);
  },
);

test('the next operator of the station sees its own staff, the purchaser and the bureau see both', async () => {
  const purchaser = await api.as('admin@fengyuan-street.example');
  const days = { startsOn: '2025-01-01', endsOn: '2025-12-31' };
  const next = await registerConfirmed(
    api,
    purchaser,
    await validRegistration(api, {
      newStation: null,
      stationId: agreement.station.id,
      ...days,
      terms: [{ name: '期', ...days }],
      operatorId: await organisationId(api, '大同'),
    }),
  );
  const successor = await api.as('admin@datong.example');
  await enrolStaff(successor, next.id, person('司徒乙', { employedFrom: '2025-01-01' }));
  await expectNothing(successor, { ...READS, ...WRITES });
  const both = `query($id: ID!) { station(id: $id) { agreements { nodes { staff { name } } } } }`;
  const namesOf = async (client: Client): Promise<string[]> => {
    const { station } = await client.get<{
      station: { agreements: { nodes: { staff: { name: string }[] }[] } };
    }>(both, { id: agreement.station.id });
    return station.agreements.nodes.flatMap(({ staff }) => staff.map(({ name }) => name));
  };
  expect(await namesOf(successor)).toEqual(['司徒乙']);
  expect(await namesOf(await api.as('admin@fengyuan.example'))).toEqual(['欧阳甲']);
  expect(await namesOf(purchaser)).toEqual(['欧阳甲', '司徒乙']);
  expect(await namesOf(await api.as('admin@liwan-bureau.example'))).toEqual(['欧阳甲', '司徒乙']);
});

test('a manager who is limited to another station finds nothing', async () => {
  const elsewhere = await newStation(api);
  const email = 'limited@fengyuan.example';
  await enrol(api, '逢源人家', MemberRole.MANAGER, email);
  await api.world.ownerQuery(
    `with limited as (update core.member set station_limited = true, access_version = access_version + 1
       where email = $1 returning organisation_id, id)
     insert into core.member_station (organisation_id, member_id, station_id) select organisation_id, id, $2 from limited`,
    [email, elsewhere.station.id],
  );
  const limited = await signInAnew(api, email);
  const { setStaffingParameters, ...entryPoints } = { ...READS, ...WRITES };
  await expectNothing(limited, entryPoints);
  await expectNothing(limited, { setStaffingParameters: setStaffingParameters! }, 'FORBIDDEN');
  expect(await enrolStaff(limited, elsewhere.id, person('丙'))).toHaveLength(1);
});

test('a zone of another agreement is no zone, a member of another no member', async () => {
  const admin = await api.as('admin@fengyuan.example');
  const other = await newStation(api);
  const refusal = async (zoneId: string): Promise<string> => {
    const { text } = await admin.ask(ENROL, {
      input: { agreementId: agreement.id, members: [person('丁', { zoneIds: [zoneId] })] },
    });
    return text;
  };
  expect(await refusal(other.zones[0]!.id)).toBe(await refusal(newId()));
  expect(await refusal(other.zones[0]!.id)).toContain('ZONE_NOT_FOUND');
});

test('none of these refusals wrote anything', async () => {
  const admin = await api.as('admin@fengyuan.example');
  expect(await staffOf(admin, agreement.id)).toEqual([member]);
  expect((await report(admin, agreement)).parameters).toMatchObject({ practiceYears: 2 });
});
