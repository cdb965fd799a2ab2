import { MemberRole } from '../../src/access';
import { type Agreement, newStation } from '../api/support/agreements';
import { enrol } from '../api/support/people';
import type { Api, Client } from '../kit/api';
import { sharedApi } from '../kit/shared-api';
import {
  change,
  codesAndPaths,
  type NewStaff,
  enrolStaff,
  person,
  recordPay,
  REMOVE_SPELL,
  report,
  type StaffMember,
  staffOf,
  stored,
  type UserError,
  VOID,
} from './support';

/** Later changes, each by a mutation of its own, each audited. */
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

describe('a member is changed', () => {
  it('in its details; omitted fields stay, null clears', async () => {
    const { id } = await one({ position: '社工', practisingSince: '2020-01-01' });
    const changed = await change(manager, 'changeStaffMember', {
      memberId: id,
      name: ' 陈美琳 ',
      kind: 'ADMINISTRATION',
    });
    expect(changed.member).toMatchObject({
      name: '陈美琳',
      kind: 'ADMINISTRATION',
      position: '社工',
      practisingSince: '2020-01-01',
      code: '社工01',
    });
    const emptied = await change(manager, 'changeStaffMember', {
      memberId: id,
      position: null,
      practisingSince: null,
    });
    expect(emptied.member).toMatchObject({ name: '陈美琳', position: null, practisingSince: null });
    const refused = await change(manager, 'changeStaffMember', { memberId: id, name: '', position: ' ' });
    expect(refused.member).toBeNull();
    expect(codesAndPaths(refused.userErrors)).toEqual(['EMPTY_TEXT name', 'EMPTY_TEXT position']);
  });

  it('when it leaves and comes back', async () => {
    const { id, spells } = await one();
    const spellId = spells[0]!.id;
    await change(manager, 'changeStaffSpell', { spellId, employedTo: '2024-03-05' });
    const { member } = await change(manager, 'addStaffSpell', { memberId: id, employedFrom: '2024-06-20' });
    expect(member!.spells.map(({ employedFrom, employedTo }) => [employedFrom, employedTo])).toEqual([
      ['2024-01-01', '2024-03-05'],
      ['2024-06-20', null],
    ]);
    const answer = await report(manager, agreement, '2024-02', '2024-07');
    expect(answer.members[0]!.months).toEqual(['1', '1', '0', '0', '0.5', '1']);
    expect(answer.joined).toEqual([{ memberId: id, name: '陈美玲', on: '2024-06-20' }]);
    expect(answer.left).toEqual([{ memberId: id, name: '陈美玲', on: '2024-03-05' }]);

    const opened = await change(manager, 'changeStaffSpell', { spellId, employedTo: null });
    expect(opened.member!.spells[0]!.employedTo).toBeNull();
    for (const [days, path] of [
      [{ employedTo: '2023-12-31' }, 'employedTo'],
      [{ employedFrom: '2024-06-01', employedTo: '2024-05-31' }, 'employedTo'],
    ] as const) {
      const refused = await change(manager, 'changeStaffSpell', { spellId, ...days });
      expect(codesAndPaths(refused.userErrors)).toEqual([`ENDS_BEFORE_START ${path}`]);
    }
    const added = await change(manager, 'addStaffSpell', {
      memberId: id,
      employedFrom: '2024-06-01',
      employedTo: '2024-05-31',
    });
    expect(codesAndPaths(added.userErrors)).toEqual(['ENDS_BEFORE_START employedTo']);
    expect(await stored(api, agreement.id)).toMatchObject({ spell: 2 });
  });

  it('by removing a mistaken spell, but not the only one', async () => {
    const { id, spells } = await one();
    const { member } = await change(manager, 'addStaffSpell', { memberId: id, employedFrom: '2024-02-01' });
    const remove = async (spellId: string): Promise<{ member: StaffMember | null; codes: string[] }> => {
      const { removeStaffSpell } = await manager.get<{
        removeStaffSpell: {
          member: StaffMember | null;
          userErrors: UserError[];
        };
      }>(REMOVE_SPELL, { id: spellId });
      return { member: removeStaffSpell.member, codes: codesAndPaths(removeStaffSpell.userErrors) };
    };
    expect((await remove(spells[0]!.id)).member!.spells).toEqual([member!.spells[1]]);
    expect(await remove(member!.spells[1]!.id)).toEqual({ member: null, codes: ['LAST_SPELL spellId'] });
    const { errors } = await manager.ask(REMOVE_SPELL, { id: spells[0]!.id });
    expect(errors.map(({ extensions }) => extensions?.code)).toEqual(['NOT_FOUND']);
  });

  it('in its certificates, all at once', async () => {
    const { id } = await one({ certificates: [{ level: 'ASSISTANT' }] });
    const certificates = [
      { level: 'ASSISTANT', passedOn: '2024-04-10' },
      { level: 'INTERMEDIATE', passedOn: '2024-09-01' },
    ];
    const { member } = await change(manager, 'setStaffCertificates', { memberId: id, certificates });
    expect(member!.certificates).toEqual(certificates);
    const answer = await report(manager, agreement);
    expect(answer).toMatchObject({ certified: '8', uncertified: '4' });
    expect(answer.certifiedAtEnd.map(({ headCount }) => headCount)).toEqual([0, 1, 0]);
    const twice = [{ level: 'SENIOR' }, { level: 'SENIOR' }];
    const refused = await change(manager, 'setStaffCertificates', { memberId: id, certificates: twice });
    expect(codesAndPaths(refused.userErrors)).toEqual(['CERTIFICATE_TWICE certificates.1.level']);
    const none = await change(manager, 'setStaffCertificates', { memberId: id, certificates: [] });
    expect(none.member!.certificates).toEqual([]);
  });

  it('in its zones: none, one, or two at half each', async () => {
    const { id } = await one();
    const set = async (...zoneIds: string[]): Promise<string[]> => {
      const from = agreement.startsOn;
      const { member, userErrors } = await change(manager, 'setStaffZones', { memberId: id, zoneIds, from });
      return member
        ? member.zones.map(({ share, zone: { name } }) => `${name} ${share}`)
        : codesAndPaths(userErrors);
    };
    expect(await set(zone(1))).toEqual(['西片 1']);
    expect(await set(zone(1), zone(0))).toEqual(['东片 0.5', '西片 0.5']);
    expect((await report(manager, agreement)).staffByZone).toMatchObject([
      { zone: { name: '东片' }, atEnd: '0.5', personMonths: '6' },
      { zone: { name: '西片' }, atEnd: '0.5', personMonths: '6' },
      { zone: { name: '南片' }, atEnd: '0', personMonths: '0' },
    ]);
    expect(await set(zone(0), zone(0))).toEqual(['ZONE_TWICE zoneIds.1']);
    expect(await set(zone(0), zone(1), zone(2))).toEqual(['ZONE_SHARES_ABOVE_ONE zoneIds']);
    const elsewhere = await newStation(api);
    expect(await set(elsewhere.zones[0]!.id)).toEqual(['ZONE_NOT_FOUND zoneIds.0']);
    expect(await set()).toEqual([]);
  });

  it('out of every figure when its enrolment is voided, for good and with a reason', async () => {
    const { id, spells } = await one();
    const blank = await manager.get<{
      voidStaffMember: { userErrors: UserError[] };
    }>(VOID, { id, reason: ' ' });
    expect(codesAndPaths(blank.voidStaffMember.userErrors)).toEqual(['EMPTY_TEXT reason']);
    await manager.get(VOID, { id, reason: '重复登记' });
    expect(await staffOf(manager, agreement.id)).toMatchObject([
      { id, voidReason: '重复登记', voidedAt: expect.stringMatching(/Z$/) as string },
    ]);
    expect(await report(manager, agreement)).toMatchObject({ total: '0', members: [], warnings: [] });
    const refusals = [
      await change(manager, 'changeStaffMember', { memberId: id, name: '乙' }),
      await change(manager, 'changeStaffSpell', { spellId: spells[0]!.id, employedTo: '2024-05-05' }),
      await recordPay(manager, agreement.id, [{ memberId: id, month: '2024-01', salaryPaid: true }]),
    ];
    expect(refusals.flatMap(({ userErrors }) => codesAndPaths(userErrors))).toEqual([
      'STAFF_VOIDED memberId',
      'STAFF_VOIDED spellId',
      'STAFF_VOIDED entries.0.memberId',
    ]);
  });
});

test('every change is audited, with old and new values', async () => {
  const { id, spells } = await one();
  await change(manager, 'changeStaffMember', { memberId: id, name: '陈美琳' });
  await change(manager, 'changeStaffSpell', { spellId: spells[0]!.id, employedTo: '2024-05-05' });
  await recordPay(manager, agreement.id, [{ memberId: id, month: '2024-01', salaryPaid: true }]);
  await recordPay(manager, agreement.id, [{ memberId: id, month: '2024-01', salaryPaid: false }]);
  const entries = await api.world.ownerQuery<{
    action: string;
    thing_id: string;
    before: Record<string, unknown> | null;
    after: Record<string, unknown>;
  }>(
    `select action, thing_id, before, after from core.audit_entry
      where $1 = any (agreement_ids) and action like 'STAFF%' order by id`,
    [agreement.id],
  );
  expect(entries.map(({ action }) => action)).toEqual([
    'STAFF_ENROLLED',
    'STAFF_CHANGED',
    'STAFF_SPELL_CHANGED',
    'STAFF_PAY_RECORDED',
    'STAFF_PAY_RECORDED',
  ]);
  expect(entries[1]).toMatchObject({ thing_id: id, before: { name: '陈美玲' }, after: { name: '陈美琳' } });
  expect(entries[2]).toMatchObject({
    before: { spells: [{ from: '2024-01-01', to: null }] },
    after: { spells: [{ to: '2024-05-05' }] },
  });
  expect(entries[4]).toMatchObject({ before: [{ salaryPaid: true }], after: [{ salaryPaid: false }] });
});

describe('a change is retried with its key', () => {
  const keyed = { idempotencyKey: 'k' };

  it('and done once: another spell, also concurrently', async () => {
    const { id } = await one({ employedTo: '2024-03-05' });
    const call = { memberId: id, employedFrom: '2024-06-20', ...keyed };
    const answers = await Promise.all([1, 2, 3].map(async () => change(manager, 'addStaffSpell', call)));
    expect(answers.map(({ member }) => member?.spells.length)).toEqual([2, 2, 2]);
    expect(await stored(api, agreement.id)).toMatchObject({ spell: 2 });
  });

  it('and returned as it is now, changed or voided since', async () => {
    const { id, spells } = await one();
    const leaving = { spellId: spells[0]!.id, employedTo: '2024-03-05', ...keyed };
    await change(manager, 'changeStaffSpell', leaving);
    await change(manager, 'changeStaffSpell', { spellId: spells[0]!.id, employedTo: null });
    expect((await change(manager, 'changeStaffSpell', leaving)).member!.spells[0]!.employedTo).toBeNull();
    const undo = { id, reason: '误录', idempotencyKey: 'void' };
    const first = await manager.get(VOID, undo);
    expect(await manager.get(VOID, undo)).toEqual(first);
    expect((await change(manager, 'changeStaffSpell', leaving)).member).toMatchObject({ voidReason: '误录' });
  });

  it('also when it removed the row that it names', async () => {
    const { id, spells } = await one();
    const { member } = await change(manager, 'addStaffSpell', { memberId: id, employedFrom: '2024-06-20' });
    const taken = { id: member!.spells[1]!.id, ...keyed };
    const first = await manager.get<{ removeStaffSpell: { member: StaffMember } }>(REMOVE_SPELL, taken);
    expect(first.removeStaffSpell.member.spells).toEqual(spells);
    expect(await manager.get(REMOVE_SPELL, taken)).toEqual(first);
    for (const other of [{ id: taken.id }, { id: taken.id, idempotencyKey: 'other' }]) {
      const { errors } = await manager.ask(REMOVE_SPELL, other);
      expect(errors.map(({ extensions }) => extensions?.code)).toEqual(['NOT_FOUND']);
    }
  });

  it('and refused with other content, of another member and for another change', async () => {
    const { id } = await one();
    const other = await one();
    const call = { memberId: id, position: '站长', ...keyed };
    await change(manager, 'changeStaffMember', call);
    const reused = ['IDEMPOTENCY_KEY_REUSED idempotencyKey'];
    for (const input of [
      { ...call, position: '社工' },
      { ...call, memberId: other.id },
    ]) {
      expect(codesAndPaths((await change(manager, 'changeStaffMember', input)).userErrors)).toEqual(reused);
    }
    const set = { memberId: id, certificates: [], ...keyed };
    expect(codesAndPaths((await change(manager, 'setStaffCertificates', set)).userErrors)).toEqual(reused);
    const zones = { memberId: id, zoneIds: [zone(0)], ...keyed };
    expect(codesAndPaths((await change(manager, 'setStaffZones', zones)).userErrors)).toEqual(reused);
  });
});
