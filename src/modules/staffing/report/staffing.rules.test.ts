import type { StaffingParameters } from '../../agreement';
import type { Certificate, Spell, Staff, StaffedAgreement } from '../roster/staff';
import { type StaffingReport, staffingReport } from './staffing.rules';
import { CertificateLevel, StaffKind } from '../staffing.enums';

const { ASSISTANT, INTERMEDIATE, SENIOR } = CertificateLevel;
const PARAMETERS: StaffingParameters = {
  requiredPosts: '3',
  requiredCertifiedShare: '0.6',
  halfAfterDay: 15,
  practiceYears: 2,
  certifiedAfterMonths: 1,
};
const TODAY = '2025-06-30';

let made = 0;
const staff = (changes: Partial<Staff> = {}, from = '2024-01-01', to: string | null = null): Staff => {
  made += 1;
  const id = String(made);
  return {
    id,
    code: `社工${id}`,
    name: id,
    position: '社工',
    kind: StaffKind.SOCIAL_WORKER,
    practisingSince: null,
    zoneIds: [],
    zoneChanges: [],
    spells: [{ id, from, to }],
    certificates: [],
    pay: [],
    voidedAt: null,
    voidReason: null,
    ...changes,
  };
};
const agreement = (members: Staff[], parameters: Partial<StaffingParameters> = {}): StaffedAgreement => ({
  startsOn: '2024-01-01',
  endsOn: '2024-12-31',
  requirements: null,
  parameters: { ...PARAMETERS, ...parameters },
  zones: [{ id: 'z1' }, { id: 'z2' }, { id: 'z3' }],
  amendedZones: [],
  members,
});
const report = (
  members: Staff[],
  from = '2024-01',
  to = '2024-12',
  parameters: Partial<StaffingParameters> = {},
): StaffingReport => staffingReport(agreement(members, parameters), from, to, TODAY);

const passed = (level: CertificateLevel, passedOn: string | null): { certificates: Certificate[] } => ({
  certificates: [{ level, passedOn }],
});

describe('certified', () => {
  it.each<[string, string | null, number, string]>([
    ['passed before the agreement counts in every month', null, 1, '12'],
    ['passed before the range counts in every month', '2023-12-31', 1, '12'],
    ['passed on the 1st counts from the next month', '2024-03-01', 1, '9'],
    ['passed on the last day counts from the next month', '2024-03-31', 1, '9'],
    ['passed in the last month does not count', '2024-12-01', 1, '0'],
    ['with certifiedAfterMonths 0 the month of passing counts', '2024-03-31', 0, '10'],
    ['with certifiedAfterMonths 3 it counts from the third month after', '2024-03-01', 3, '7'],
  ])('%s', (_, passedOn, certifiedAfterMonths, expected) => {
    const { certified, uncertified, total } = report(
      [staff(passed(ASSISTANT, passedOn))],
      '2024-01',
      '2024-12',
      { certifiedAfterMonths },
    );
    expect([certified, Number(certified) + Number(uncertified), total]).toEqual([expected, 12, '12']);
  });

  it('counts from the first valid certificate', () => {
    const certificates = [
      { level: INTERMEDIATE, passedOn: '2024-10-20' },
      { level: ASSISTANT, passedOn: '2024-04-20' },
    ];
    expect(report([staff({ certificates })]).certified).toBe('8');
  });
});

describe('experienced', () => {
  it.each<[string, string | null, number, string]>([
    ['unknown first day of practice: never', null, 2, '0'],
    ['two years complete on the 1st of a month count in it', '2022-05-01', 2, '8'],
    ['two years complete on the 2nd count from the next', '2022-05-02', 2, '7'],
    ['two years complete on the last day count from the next', '2022-05-31', 2, '7'],
    ['two years complete on the last of February count from March', '2022-02-28', 2, '10'],
    ['of years begun on a 29th of February, two later', '2020-02-29', 2, '12'],
    ['of years begun on a 29th of February, four later', '2020-02-29', 4, '10'],
    ['long since', '1999-01-01', 2, '12'],
    ['with three years required', '2021-05-01', 3, '8'],
    ['with no years required', '2024-05-01', 0, '8'],
  ])('%s', (_, practisingSince, practiceYears, expected) => {
    const answer = report([staff({ practisingSince })], '2024-01', '2024-12', { practiceYears });
    expect(answer.experienced).toBe(expected);
  });

  it('sums presence, a half month as half, and is a share of the total', () => {
    const members = [
      staff({ practisingSince: '2010-01-01' }, '2024-06-16'),
      staff({}, '2024-01-01', '2024-01-31'),
    ];
    expect(report(members)).toMatchObject({ experienced: '6.5', total: '7.5', experiencedPercent: '86.67' });
  });

  it('has no percentage if no member was on post', () => {
    expect(report([])).toMatchObject({ total: '0', experienced: '0', experiencedPercent: null });
  });
});

describe('required', () => {
  it('is posts × months, the certified part its share, surpluses their differences', () => {
    const members = [staff(passed(ASSISTANT, null)), staff({}, '2024-03-20')];
    expect(report(members, '2024-01', '2024-06')).toMatchObject({
      certified: '6',
      uncertified: '3.5',
      total: '9.5',
      required: '18',
      requiredCertified: '10.8',
      surplus: '-8.5',
      certifiedSurplus: '-4.8',
    });
  });

  it('is not capped by month: a surplus in one month offsets a deficit in another', () => {
    const many = Array.from({ length: 6 }, () => staff({}, '2024-01-01', '2024-01-31'));
    const { surplus, months } = report(many, '2024-01', '2024-02');
    expect(surplus).toBe('0');
    expect(months.map(({ postsSurplus }) => postsSurplus)).toEqual(['3', '-3']);
  });

  it('is exact for odd posts and shares', () => {
    const odd = { requiredPosts: '2.35', requiredCertifiedShare: '0.333333' };
    expect(report([], '2024-01', '2024-07', odd)).toMatchObject({
      required: '16.45',
      requiredCertified: '5.48332785',
      surplus: '-16.45',
      certifiedSurplus: '-5.48332785',
    });
  });

  it('is null if no posts are agreed', () => {
    const nothing = { required: null, requiredCertified: null, surplus: null, certifiedSurplus: null };
    expect(report([staff()], '2024-01', '2024-01', { requiredPosts: null })).toMatchObject({
      ...nothing,
      stabilityPercent: null,
    });
    expect(report([staff()], '2024-01', '2024-01', { requiredCertifiedShare: null })).toMatchObject({
      ...nothing,
      required: '3',
      surplus: '-2',
      stabilityPercent: '33.33',
    });
    expect(report([staff()], '2024-01', '2024-01', { requiredPosts: '0' })).toMatchObject({
      required: '0',
      requiredCertified: '0',
      surplus: '1',
      stabilityPercent: null,
    });
  });
});

test('stability counts members on post in every month, including half months', () => {
  const members = [
    staff({}, '2023-01-01'),
    staff({}, '2024-01-31'),
    staff({}, '2024-02-01'),
    staff({}, '2024-01-01', '2024-11-30'),
    staff({ spells: [spellOf('2024-01-01', '2024-06-01'), spellOf('2024-07-31', null)] }),
    staff({ spells: [spellOf('2024-01-01', '2024-05-31'), spellOf('2024-07-01', null)] }),
  ];
  expect(report(members).stabilityPercent).toBe('100.00');
  expect(report(members, '2024-12', '2024-12').stabilityPercent).toBe('166.67');
});

function spellOf(from: string, to: string | null): Spell {
  return { id: from, from, to };
}

test('only social workers with an enrolment that is not voided count', () => {
  const members = [
    staff({ kind: StaffKind.ADMINISTRATION }),
    staff({ kind: StaffKind.PRACTICE_SUPERVISOR }),
    staff({ voidedAt: '2024-05-01T00:00:00Z' }),
    staff(),
  ];
  const answer = report(members);
  expect(answer.members.map(({ memberId }) => memberId)).toEqual([members[3]!.id]);
  expect(answer).toMatchObject({ total: '12', headCountAtEnd: 1, stabilityPercent: '33.33' });
});

test('a member is listed with its presence per month, even if never on post', () => {
  const members = [
    staff({ name: null, position: null }, '2024-02-20', '2024-03-02'),
    staff({}, '2025-01-01'),
  ];
  expect(report(members, '2024-01', '2024-04').members).toEqual([
    expect.objectContaining({
      name: members[0]!.code,
      position: null,
      months: ['0', '0.5', '1', '0'],
      total: '1.5',
      certified: '0',
      uncertified: '1.5',
      experienced: '0',
    }),
    expect.objectContaining({ name: members[1]!.name, months: ['0', '0', '0', '0'], total: '0' }),
  ]);
});

test('head counts differ from person-months, and include those with recorded pay', () => {
  const pay = { month: '2024-01', salaryPaid: true, socialInsurancePaid: false };
  const members = [
    staff({ pay: [pay] }, '2024-01-20'),
    staff({ pay: [{ ...pay, socialInsurancePaid: true }] }),
    staff({ pay: [pay] }, '2024-02-01'),
  ];
  expect(report(members, '2024-01', '2024-02').months).toEqual([
    expect.objectContaining({
      month: '2024-01',
      total: '1.5',
      headCount: 2,
      postsSurplus: '-1',
      salaryPaid: 2,
      socialInsurancePaid: 1,
    }),
    expect.objectContaining({ month: '2024-02', total: '3', headCount: 3, postsSurplus: '0', salaryPaid: 0 }),
  ]);
});

describe('at the end of the range', () => {
  it('counts members on post on its last day, by their highest valid certificate', () => {
    const both = [
      { level: ASSISTANT, passedOn: null },
      { level: INTERMEDIATE, passedOn: '2024-05-31' },
    ];
    const members = [
      staff({ certificates: both }),
      staff(passed(SENIOR, null), '2024-01-01', '2024-06-29'),
      staff(passed(ASSISTANT, '2024-06-01')),
      staff(passed(ASSISTANT, null), '2024-06-30'),
      staff(),
    ];
    const { headCountAtEnd, certifiedAtEnd } = report(members, '2024-01', '2024-06');
    expect(headCountAtEnd).toBe(4);
    expect(certifiedAtEnd).toEqual([
      { level: ASSISTANT, headCount: 1 },
      { level: INTERMEDIATE, headCount: 1 },
      { level: SENIOR, headCount: 0 },
    ]);
  });

  it('is the last day of the agreement if that is earlier', () => {
    const short = { ...agreement([staff({}, '2024-01-01', '2024-12-10')]), endsOn: '2024-12-10' };
    expect(staffingReport(short, '2024-01', '2024-12', TODAY).headCountAtEnd).toBe(1);
  });
});

test('a member of two zones counts half in each; members without a zone come last', () => {
  const members = [
    staff({ zoneIds: ['z1'] }),
    staff({ zoneIds: ['z1', 'z3'] }, '2024-01-16'),
    staff({}, '2024-12-31'),
  ];
  expect(report(members).staffByZone).toEqual([
    { zone: { id: 'z1' }, atEnd: '1.5', personMonths: '17.75' },
    { zone: { id: 'z2' }, atEnd: '0', personMonths: '0' },
    { zone: { id: 'z3' }, atEnd: '0.5', personMonths: '5.75' },
    { zone: null, atEnd: '1', personMonths: '0.5' },
  ]);
  expect(report(members.slice(0, 1)).staffByZone.map(({ zone }) => zone?.id)).toEqual(['z1', 'z2', 'z3']);
});
