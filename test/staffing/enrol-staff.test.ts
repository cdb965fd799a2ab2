import { MemberRole } from '../../src/access';
import { type Agreement, newStation } from '../api/support/agreements';
import { enrol } from '../api/support/people';
import type { Api, Client } from '../kit/api';
import { sharedApi } from '../kit/shared-api';
import {
  change,
  codesAndPaths,
  enrolStaff,
  type NewStaff,
  person,
  report,
  type StaffMember,
  staffOf,
  stored,
  tryEnrol,
  VOID,
} from './support';

/** 人员登记: all or nothing, with every error of every row. */
let api: Api;
let manager: Client;
let agreement: Agreement;
beforeAll(async () => {
  api = await sharedApi();
  manager = await enrol(api, '逢源人家', MemberRole.MANAGER, 'manager@fengyuan.example');
});
beforeEach(async () => {
  agreement = await newStation(api, { requiredPosts: '2', requiredCertifiedShare: '0.5' });
});

const zone = (at: number): string => agreement.zones[at]!.id;

async function one(changes: NewStaff = {}): Promise<StaffMember> {
  const [member] = await enrolStaff(manager, agreement.id, person('陈美玲', changes));
  return member!;
}

test('a member is stored and returned with all its input', async () => {
  const member = await one({
    position: '站长',
    employedFrom: '2023-05-20',
    employedTo: '2024-11-30',
    practisingSince: '2019-07-01',
    certificates: [{ level: 'INTERMEDIATE', passedOn: '2023-09-30' }, { level: 'ASSISTANT' }],
    zoneIds: [zone(2), zone(0)],
  });
  const zones = [
    { share: '0.5', zone: { name: '东片' } },
    { share: '0.5', zone: { name: '南片' } },
  ];
  expect(member).toEqual({
    id: expect.any(String) as string,
    code: '社工01',
    name: '陈美玲',
    kind: 'SOCIAL_WORKER',
    position: '站长',
    practisingSince: '2019-07-01',
    voidedAt: null,
    voidReason: null,
    spells: [
      {
        id: expect.any(String) as string,
        employedFrom: '2023-05-20',
        employedTo: '2024-11-30',
        employedToAsGiven: '2024-11-30',
      },
    ],
    certificates: [
      { level: 'ASSISTANT', passedOn: null },
      { level: 'INTERMEDIATE', passedOn: '2023-09-30' },
    ],
    zones,
    zoneHistory: [{ since: null, setAt: null, zones }],
    pay: [],
    warnings: [],
  });
  expect(await staffOf(manager, agreement.id)).toEqual([member]);
});

test('a spell beyond the agreement ends with it, with a warning, and an extension reopens it', async () => {
  const member = await one({ employedFrom: '2024-11-20', employedTo: '2025-02-28' });
  const [cut] = member.spells;
  expect(cut).toMatchObject({ employedTo: '2024-12-31', employedToAsGiven: '2025-02-28' });
  expect(member.warnings.map(({ code }) => code)).toEqual(['SPELL_CUT_AT_AGREEMENT_END']);
  // An omitted field keeps the given value, not the derived one.
  const { member: moved } = await change(manager, 'changeStaffSpell', {
    spellId: cut!.id,
    employedFrom: '2024-11-25',
  });
  expect(moved?.spells).toMatchObject([{ employedTo: '2024-12-31', employedToAsGiven: '2025-02-28' }]);

  await api.world.ownerQuery("update core.agreement set ends_on = '2025-01-31' where id = $1", [
    agreement.id,
  ]);
  const [longer] = await staffOf(manager, agreement.id);
  expect(longer!.spells).toMatchObject([{ employedTo: '2025-01-31', employedToAsGiven: '2025-02-28' }]);
  const { members } = await report(manager, agreement, '2024-11', '2025-01');
  expect(members.map(({ months }) => months)).toEqual([['0.5', '1', '1']]);
  await api.world.ownerQuery("update core.agreement set ends_on = '2025-12-31' where id = $1", [
    agreement.id,
  ]);
  const [whole] = await staffOf(manager, agreement.id);
  expect(whole).toMatchObject({ spells: [{ employedTo: '2025-02-28' }], warnings: [] });
});

test('implausible days are refused with their path, and by the database', async () => {
  const { userErrors } = await tryEnrol(manager, agreement.id, [
    person('甲', { employedTo: '9999-12-31', practisingSince: '1969-12-31' }),
    person('乙', { employedFrom: '1999-12-31', certificates: [{ level: 'SENIOR', passedOn: '2101-01-01' }] }),
  ]);
  expect(codesAndPaths(userErrors)).toEqual([
    'DAY_OUT_OF_RANGE members.0.employedTo',
    'DAY_OUT_OF_RANGE members.0.practisingSince',
    'DAY_OUT_OF_RANGE members.1.employedFrom',
    'DAY_OUT_OF_RANGE members.1.certificates.0.passedOn',
  ]);
});

test('ids are in the order of the input, codes are numbered per kind and never reused', async () => {
  const first = await tryEnrol(manager, agreement.id, [
    person('甲', { kind: 'ADMINISTRATION' }),
    person('乙'),
    person('丙', { kind: 'PRACTICE_SUPERVISOR' }),
    person('丁'),
  ]);
  expect(first.members!.map(({ id }) => id)).toEqual(first.memberIds);
  const codes = async (): Promise<string[]> =>
    (await staffOf(manager, agreement.id)).map(({ code, name }) => `${code} ${name}`);
  expect(await codes()).toEqual(['行政01 甲', '社工01 乙', '督导01 丙', '社工02 丁']);

  await manager.get(VOID, { id: first.memberIds![3], reason: '重复登记' });
  await change(manager, 'changeStaffMember', { memberId: first.memberIds![0], kind: 'SOCIAL_WORKER' });
  await enrolStaff(manager, agreement.id, person('戊'), person('己', { kind: 'ADMINISTRATION' }));
  expect(await codes()).toEqual([
    '行政01 甲',
    '社工01 乙',
    '督导01 丙',
    '社工02 丁',
    '社工03 戊',
    '行政02 己',
  ]);
});

test('a hundred are enrolled in one call, also by two concurrently, and a hundred and one are refused', async () => {
  const many = (count: number): NewStaff[] => Array.from({ length: count }, (_, at) => person(`人${at}`));
  const [one, other] = await Promise.all([
    tryEnrol(manager, agreement.id, many(100)),
    tryEnrol(manager, agreement.id, many(100)),
  ]);
  expect([...one.userErrors, ...other.userErrors]).toEqual([]);
  const codes = (await staffOf(manager, agreement.id)).map(({ code }) => code);
  expect(new Set(codes).size).toBe(200);
  expect(codes).toContain('社工200');
  const { memberIds, userErrors } = await tryEnrol(manager, agreement.id, many(101));
  expect(memberIds).toBeNull();
  expect(codesAndPaths(userErrors)).toEqual(['TOO_MANY members']);
});

test('an agreement has at most a thousand members', async () => {
  await enrolStaff(manager, agreement.id, person('甲'));
  await api.world.ownerQuery(
    `insert into core.staff_member (organisation_id, agreement_id, station_id, purchaser_id, district_code, id, ordinal,
            code, kind, enrolled_at, enrolled_by)
     select organisation_id, agreement_id, station_id, purchaser_id, district_code, gen_random_uuid(), g,
            '社工' || g, kind, enrolled_at, enrolled_by
       from core.staff_member, generate_series(2, 999) g where agreement_id = $1`,
    [agreement.id],
  );
  const { userErrors } = await tryEnrol(manager, agreement.id, [person('乙'), person('丙')]);
  expect(codesAndPaths(userErrors)).toEqual(['TOO_MANY members']);
  expect((await tryEnrol(manager, agreement.id, [person('乙')])).userErrors).toEqual([]);
});

test('every error of every row is reported with its path, and nothing of the call is stored', async () => {
  const { memberIds, members, userErrors } = await tryEnrol(manager, agreement.id, [
    person('甲'),
    person(' ', { position: '', employedTo: '2023-12-31' }),
    person('丙', { zoneIds: [zone(0), zone(1), zone(2)] }),
    person('丁', {
      zoneIds: [agreement.points[0]!.id, 'x'],
      certificates: [{ level: 'SENIOR' }, { level: 'SENIOR' }],
    }),
  ]);
  expect([memberIds, members]).toEqual([null, null]);
  expect(codesAndPaths(userErrors)).toEqual([
    'EMPTY_TEXT members.1.name',
    'EMPTY_TEXT members.1.position',
    'ENDS_BEFORE_START members.1.employedTo',
    'ZONE_SHARES_ABOVE_ONE members.2.zoneIds',
    'CERTIFICATE_TWICE members.3.certificates.1.level',
    'ZONE_NOT_FOUND members.3.zoneIds.0',
    'ZONE_NOT_FOUND members.3.zoneIds.1',
  ]);
  expect(await stored(api, agreement.id)).toEqual({
    member: 0,
    identity: 0,
    spell: 0,
    certificate: 0,
    pay: 0,
  });
  const chinese = await manager.ask<{ enrolStaff: { userErrors: { message: string }[] } }>(
    'mutation($input: EnrolStaffInput!) { enrolStaff(input: $input) { userErrors { message } } }',
    { input: { agreementId: agreement.id, members: [person('甲', { employedTo: '2023-12-31' })] } },
    { 'accept-language': 'zh-CN' },
  );
  expect(chinese.data!.enrolStaff.userErrors).toEqual([{ message: '结束日期不能早于开始日期。' }]);
});

test.each([
  ['a day that no calendar has', { employedFrom: '2023-02-29' }],
  ['an unknown kind', { kind: 'VOLUNTEER' }],
  ['an unknown level', { certificates: [{ level: 'EXPERT' }] }],
  ['no first day', { employedFrom: null }],
])('%s is refused as malformed input', async (_, changes) => {
  const { errors } = await manager.ask(
    'mutation($input: EnrolStaffInput!) { enrolStaff(input: $input) { memberIds } }',
    {
      input: { agreementId: agreement.id, members: [person('甲', changes)] },
    },
  );
  expect(errors.map(({ extensions }) => extensions?.code)).toEqual(['BAD_USER_INPUT']);
});

test('suspicious values are stored, counted and returned as warnings', async () => {
  const member = await one({
    practisingSince: '2024-02-01',
    certificates: [{ level: 'INTERMEDIATE', passedOn: '2024-01-15' }],
  });
  const { member: changed } = await change(manager, 'addStaffSpell', {
    memberId: member.id,
    employedFrom: '2024-03-01',
    employedTo: '2024-03-31',
  });
  const codes = ['SPELLS_OVERLAP', 'PRACTICE_AFTER_CERTIFICATE', 'PRACTICE_AFTER_EMPLOYMENT'];
  expect(changed!.warnings.map(({ code }) => code)).toEqual(codes);
  expect(changed!.warnings[0]).toMatchObject({ memberId: member.id, name: '陈美玲', month: null });
  expect(changed!.warnings[0]!.message).toContain('overlap');
  const answer = await report(manager, agreement);
  expect(answer.warnings.map(({ code }) => code)).toEqual(codes);
  expect(answer.total).toBe('12');
});

test('a retry of an enrolment with its key, also a concurrent one, returns the same members', async () => {
  const members = [person('陈美玲'), person('李明')];
  const answers = await Promise.all(
    [1, 2, 3].map(async () => tryEnrol(manager, agreement.id, members, { idempotencyKey: 'k' })),
  );
  const [{ members: first }] = answers as [(typeof answers)[0]];
  expect(answers.map(({ members: enrolled }) => enrolled)).toEqual([first, first, first]);
  expect(await staffOf(manager, agreement.id)).toHaveLength(2);
  await change(manager, 'changeStaffMember', { memberId: first![0]!.id, name: '陈美琳' });
  const again = await tryEnrol(manager, agreement.id, members, { idempotencyKey: ' k ' });
  expect(again.members!.map(({ name }) => name)).toEqual(['陈美琳', '李明']);
  const other = await tryEnrol(manager, agreement.id, [...members].reverse(), { idempotencyKey: 'k' });
  expect([other.members, codesAndPaths(other.userErrors)]).toEqual([
    null,
    ['IDEMPOTENCY_KEY_REUSED idempotencyKey'],
  ]);
});

test('a refused enrolment keeps no key', async () => {
  const key = { idempotencyKey: 'k' };
  expect(codesAndPaths((await tryEnrol(manager, agreement.id, [], key)).userErrors)).toEqual([
    'TOO_FEW members',
  ]);
  const unkept = await tryEnrol(manager, agreement.id, [person('陈\0美玲')], key);
  expect(codesAndPaths(unkept.userErrors)).toEqual(['UNPRINTABLE_TEXT members.0.name']);
  expect((await tryEnrol(manager, agreement.id, [person('陈美玲')], key)).members).toHaveLength(1);
});
