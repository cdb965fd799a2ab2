import { MemberRole } from '../../src/access';
import { type Agreement, confirm, newProposal, newStation } from '../api/support/agreements';
import { enrol } from '../api/support/people';
import type { Api, Client } from '../kit/api';
import { sharedApi } from '../kit/shared-api';
import {
  codesAndPaths,
  enrolStaff,
  type NewStaff,
  person,
  recordPay,
  report,
  SET_PARAMETERS,
  type StaffMember,
  staffOf,
  stored,
  type UserError,
} from './support';

/** Pay per month, and the staffing parameters of an agreement. */
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

async function one(changes: NewStaff = {}): Promise<StaffMember> {
  const [member] = await enrolStaff(manager, agreement.id, person('陈美玲', changes));
  return member!;
}

describe('pay', () => {
  it('is recorded month by month, changed, and removed', async () => {
    const [first, second] = await enrolStaff(manager, agreement.id, person('甲'), person('乙'));
    const entries = [
      { memberId: second!.id, month: '2024-02', salaryPaid: false, socialInsurancePaid: true },
      { memberId: first!.id, month: '2024-01', salaryPaid: true },
      { memberId: first!.id, month: '2024-02', salaryPaid: true, socialInsurancePaid: true },
    ];
    const { members } = await recordPay(manager, agreement.id, entries);
    expect(members!.map(({ name, pay }) => [name, pay.length])).toEqual([
      ['乙', 1],
      ['甲', 2],
    ]);
    const answer = await report(manager, agreement, '2024-01', '2024-02');
    expect(answer.months.map(({ headCount, salaryPaid }) => [headCount, salaryPaid])).toEqual([
      [2, 1],
      [2, 1],
    ]);
    expect(answer.warnings.map(({ code, name, month }) => [code, name, month])).toEqual([
      ['SALARY_UNPAID', '乙', '2024-02'],
    ]);
    expect((await report(manager, agreement, '2024-03', '2024-12')).warnings).toEqual([]);

    await recordPay(manager, agreement.id, [
      { memberId: second!.id, month: '2024-02', salaryPaid: true },
      { memberId: first!.id, month: '2024-01' },
    ]);
    const staff = await staffOf(manager, agreement.id);
    expect(staff.map(({ pay }) => pay)).toEqual([
      [{ month: '2024-02', salaryPaid: true, socialInsurancePaid: true }],
      [{ month: '2024-02', salaryPaid: true, socialInsurancePaid: null }],
    ]);
  });

  it('of other months, members or agreements is refused, with nothing of the call stored', async () => {
    const { id } = await one();
    const [other] = await enrolStaff(manager, (await newStation(api)).id, person('乙'));
    const { members, userErrors } = await recordPay(manager, agreement.id, [
      { memberId: id, month: '2024-01', salaryPaid: true },
      { memberId: id, month: '2023-12', salaryPaid: true },
      { memberId: other!.id, month: '2025-01', salaryPaid: true },
      { memberId: 'x', month: '2024-01', salaryPaid: true },
      { memberId: id, month: '2024-01', salaryPaid: false },
    ]);
    expect(members).toBeNull();
    expect(codesAndPaths(userErrors)).toEqual([
      'MONTH_OUTSIDE_AGREEMENT entries.1.month',
      'STAFF_NOT_FOUND entries.2.memberId',
      'MONTH_OUTSIDE_AGREEMENT entries.2.month',
      'STAFF_NOT_FOUND entries.3.memberId',
      'MONTH_TWICE entries.4',
    ]);
    expect(await stored(api, agreement.id)).toMatchObject({ pay: 0 });
  });
});

describe('the rules of the year', () => {
  const DEFAULTS = { halfAfterDay: 15, practiceYears: 2, certifiedAfterMonths: 1 };

  interface Answer {
    setStaffingParameters: {
      agreement: { requiredPosts: string; staffingParameters: Record<string, unknown> } | null;
      userErrors: UserError[];
    };
  }
  const set = async (input: Record<string, unknown>): Promise<Answer['setStaffingParameters']> => {
    const admin = await api.as('admin@fengyuan.example');
    const variables = { input: { agreementId: agreement.id, ...input } };
    return (await admin.get<Answer>(SET_PARAMETERS, variables)).setStaffingParameters;
  };

  beforeEach(async () => {
    agreement = await newProposal(api, { requiredPosts: '2', requiredCertifiedShare: '0.5' });
  });

  it('are part of a proposal, change its figures, and are data', async () => {
    await one({
      employedFrom: '2024-01-10',
      practisingSince: '2021-06-01',
      certificates: [{ level: 'ASSISTANT', passedOn: '2024-02-01' }],
    });
    const before = await report(manager, agreement);
    expect(before).toMatchObject({
      parameters: { requiredPosts: '2', requiredCertifiedShare: '0.5', ...DEFAULTS },
      total: '12',
      certified: '10',
      experienced: '12',
      required: '24',
      requiredCertified: '12',
    });
    const { agreement: changed } = await set({
      requiredPosts: '1.5',
      halfAfterDay: 5,
      practiceYears: 3,
      certifiedAfterMonths: 0,
    });
    const parameters = {
      requiredPosts: '1.5',
      requiredCertifiedShare: '0.5',
      halfAfterDay: 5,
      practiceYears: 3,
      certifiedAfterMonths: 0,
    };
    expect(changed).toEqual({ requiredPosts: '1.5', staffingParameters: parameters });
    expect(await report(manager, agreement)).toMatchObject({
      parameters,
      total: '11.5',
      certified: '11',
      experienced: '7',
      required: '18',
      requiredCertified: '9',
      surplus: '-6.5',
    });
    await confirm(api, agreement);
    expect(await report(manager, agreement)).toMatchObject({
      parameters,
      total: '11.5',
      certified: '11',
      experienced: '7',
      required: '18',
      requiredCertified: '9',
      surplus: '-6.5',
    });
  });

  it('may leave the required posts open, and are no longer set once the agreement is confirmed', async () => {
    await one();
    await set({ requiredPosts: null });
    expect(await report(manager, agreement)).toMatchObject({ required: null, surplus: null });
    await confirm(api, agreement);
    const { agreement: changed, userErrors } = await set({ requiredPosts: '2' });
    expect([changed, ...codesAndPaths(userErrors)]).toEqual([null, 'AGREEMENT_CONFIRMED agreementId']);
    expect(await report(manager, agreement)).toMatchObject({ required: null, surplus: null });
  });

  it('are refused outside their limits, and for anyone below an administrator', async () => {
    const { agreement: changed, userErrors } = await set({ halfAfterDay: 40, requiredPosts: '-1' });
    expect(changed).toBeNull();
    expect(codesAndPaths(userErrors)).toEqual(['NEGATIVE requiredPosts', 'TOO_LARGE halfAfterDay']);
    const { errors } = await manager.ask(SET_PARAMETERS, {
      input: { agreementId: agreement.id, practiceYears: 1 },
    });
    expect(errors.map(({ extensions }) => extensions?.code)).toEqual(['FORBIDDEN']);
    expect((await report(manager, agreement)).parameters).toMatchObject(DEFAULTS);
  });
});
