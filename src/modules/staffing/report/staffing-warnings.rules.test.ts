import type { Certificate, Pay, Spell, Staff, StaffedAgreement } from '../roster/staff';
import { warningsOf } from './staffing-warnings.rules';
import { CertificateLevel, StaffKind } from '../staffing.enums';

const { ASSISTANT, INTERMEDIATE, SENIOR } = CertificateLevel;
const TODAY = '2024-09-15';

const spell = (from: string, to: string | null = null): Spell => ({ id: from, from, to });
const staff = (changes: Partial<Staff> = {}): Staff => ({
  id: 'a',
  code: '社工01',
  name: '甲',
  position: null,
  kind: StaffKind.SOCIAL_WORKER,
  practisingSince: null,
  zoneIds: [],
  zoneChanges: [],
  spells: [spell('2024-01-01')],
  certificates: [],
  pay: [],
  voidedAt: null,
  voidReason: null,
  ...changes,
});
const holds = (level: CertificateLevel, passedOn: string | null): { certificates: Certificate[] } => ({
  certificates: [{ level, passedOn }],
});
const paid = (month: string, salaryPaid: boolean | null, socialInsurancePaid: boolean | null): Pay => ({
  month,
  salaryPaid,
  socialInsurancePaid,
});

function warnings(members: Staff[], months?: string[]): string[] {
  const agreement: StaffedAgreement = {
    startsOn: '2024-01-01',
    endsOn: '2024-12-31',
    requirements: null,
    zones: [],
    amendedZones: [],
    members,
    parameters: {
      requiredPosts: null,
      requiredCertifiedShare: null,
      halfAfterDay: 15,
      practiceYears: 2,
      certifiedAfterMonths: 1,
    },
  };
  return warningsOf(agreement, members, TODAY, months).map(
    ({ code, name, month }) => `${code} ${name}${month === null ? '' : ` ${month}`}`,
  );
}

test.each<[string, Partial<Staff>, string[]]>([
  [
    'nothing about a valid member',
    { practisingSince: '2020-01-01', ...holds(INTERMEDIATE, '2022-01-01') },
    [],
  ],
  [
    'practice after an intermediate certificate',
    { practisingSince: '2022-01-02', ...holds(INTERMEDIATE, '2022-01-01') },
    ['PRACTICE_AFTER_CERTIFICATE 甲'],
  ],
  [
    'practice after a senior one',
    { practisingSince: '2022-01-02', ...holds(SENIOR, '2022-01-01') },
    ['PRACTICE_AFTER_CERTIFICATE 甲'],
  ],
  [
    'nothing about practice on the day of passing',
    { practisingSince: '2022-01-01', ...holds(INTERMEDIATE, '2022-01-01') },
    [],
  ],
  [
    'nothing about practice after an assistant’s certificate',
    { practisingSince: '2022-01-02', ...holds(ASSISTANT, '2022-01-01') },
    [],
  ],
  [
    'practice from the agreement on, with a certificate passed before it',
    { practisingSince: '2024-01-01', ...holds(INTERMEDIATE, null) },
    ['PRACTICE_AFTER_CERTIFICATE 甲'],
  ],
  ['nothing about the day before', { practisingSince: '2023-12-31', ...holds(INTERMEDIATE, null) }, []],
  [
    'practice that begins after the first day on post',
    { practisingSince: '2024-01-02' },
    ['PRACTICE_AFTER_EMPLOYMENT 甲'],
  ],
  [
    'nothing about practice of another kind of staff',
    { practisingSince: '2024-01-02', kind: StaffKind.ADMINISTRATION },
    [],
  ],
  [
    'practice and passing in the future',
    { practisingSince: '2024-09-16', spells: [spell('2024-10-01')], ...holds(ASSISTANT, '2024-09-16') },
    ['PRACTICE_IN_FUTURE 甲', 'CERTIFICATE_IN_FUTURE 甲'],
  ],
  [
    'spells that share a day',
    { spells: [spell('2024-01-01', '2024-02-01'), spell('2024-02-01')] },
    ['SPELLS_OVERLAP 甲'],
  ],
  ['two open spells', { spells: [spell('2024-01-01'), spell('2024-05-01')] }, ['SPELLS_OVERLAP 甲']],
  ['nothing about adjacent spells', { spells: [spell('2024-01-01', '2024-01-31'), spell('2024-02-01')] }, []],
  [
    'a spell before the agreement and one after it',
    { spells: [spell('2023-01-01', '2023-12-31'), spell('2025-01-01')] },
    ['SPELL_OUTSIDE_AGREEMENT 甲'],
  ],
  [
    'a spell beyond the end of the agreement, whose remainder overlaps nothing',
    { spells: [spell('2024-01-01', '2025-06-30'), spell('2025-01-01')] },
    ['SPELL_OUTSIDE_AGREEMENT 甲', 'SPELL_CUT_AT_AGREEMENT_END 甲'],
  ],
  ['nothing about a spell up to the last day', { spells: [spell('2024-01-01', '2024-12-31')] }, []],
  [
    'a month without salary, and without social insurance',
    { pay: [paid('2024-02', false, true), paid('2024-03', true, false), paid('2024-04', false, false)] },
    [
      'SALARY_UNPAID 甲 2024-02',
      'SOCIAL_INSURANCE_UNPAID 甲 2024-03',
      'SALARY_UNPAID 甲 2024-04',
      'SOCIAL_INSURANCE_UNPAID 甲 2024-04',
    ],
  ],
  [
    'nothing about unknown pay, or pay of a month not on post',
    { spells: [spell('2024-03-20')], pay: [paid('2024-02', false, false), paid('2024-04', null, true)] },
    [],
  ],
  [
    'unpaid salary in the month of a late first day',
    { spells: [spell('2024-03-20')], pay: [paid('2024-03', false, null)] },
    ['SALARY_UNPAID 甲 2024-03'],
  ],
])('a warning names %s', (_, changes, expected) => {
  expect(warnings([staff(changes)])).toEqual(expected);
});

test('a warning about pay is limited to the requested months', () => {
  const pay = [paid('2024-02', false, null), paid('2024-03', false, null)];
  expect(warnings([staff({ pay })], ['2024-03', '2024-04'])).toEqual(['SALARY_UNPAID 甲 2024-03']);
});

test('viewers who see names are warned of two members of one name, without voided ones', () => {
  const twin = staff({ id: 'b', code: '社工02' });
  expect(warnings([staff(), twin])).toEqual(['NAME_TWICE 甲', 'NAME_TWICE 甲']);
  expect(warnings([staff(), { ...twin, voidedAt: '2024-05-01T00:00:00Z' }])).toEqual([]);
  expect(warnings([staff({ name: null }), { ...twin, name: null }])).toEqual([]);
});

test.each(['李 明', '李\u200b明', '\u3000李明', '李明'])(
  '%j equals 李明 after normalisation, and both are warned about',
  (name) => {
    const twin = staff({ id: 'b', code: '社工02', name });
    expect(warnings([staff({ name: '李明' }), twin])).toEqual(['NAME_TWICE 李明', `NAME_TWICE ${name}`]);
    expect(warnings([staff({ name: '李鸣' }), twin])).toEqual([]);
  },
);

test('a warning about a member without a name has its code', () => {
  expect(warnings([staff({ name: null, practisingSince: '2024-02-01' })])).toEqual([
    'PRACTICE_AFTER_EMPLOYMENT 社工01',
  ]);
});
