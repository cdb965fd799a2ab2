import fc from 'fast-check';
import type { StaffMemberInput, StaffPayInput } from './staff.input';
import { checkMembers, checkParameters, checkPay } from './staff-input.rules';
import { CertificateLevel, StaffKind } from '../staffing.enums';

const ZONES = ['z1', 'z2', 'z3'];
const { ASSISTANT, INTERMEDIATE } = CertificateLevel;

const given = (changes: Partial<StaffMemberInput> = {}): StaffMemberInput => ({
  name: '陈美玲',
  employedFrom: '2024-01-01',
  ...changes,
});
const codes = (faults: readonly { code: string; path: readonly (string | number)[] }[]): string[] =>
  faults.map(({ code, path }) => `${code} ${path.join('.')}`);
const faults = (...members: StaffMemberInput[]): string[] => codes(checkMembers(ZONES, members).rules.faults);

describe('a member', () => {
  it.each<[string, Partial<StaffMemberInput>, string[]]>([
    ['valid', {}, []],
    [
      'valid, with all optional fields',
      {
        kind: StaffKind.ADMINISTRATION,
        position: '主任',
        employedTo: '2024-01-01',
        zoneIds: ['z3', 'z1'],
        practisingSince: '1999-09-09',
        certificates: [{ level: ASSISTANT }, { level: INTERMEDIATE, passedOn: '2024-06-16' }],
      },
      [],
    ],
    ['with nulls', { kind: null, position: null, employedTo: null, certificates: null, zoneIds: null }, []],
    ['without a name', { name: '　' }, ['EMPTY_TEXT members.0.name']],
    ['with a name of 100 characters', { name: '名'.repeat(100) }, []],
    ['with a longer one', { name: '名'.repeat(101) }, ['TEXT_TOO_LONG members.0.name']],
    ['with a blank position', { position: ' ' }, ['EMPTY_TEXT members.0.position']],
    [
      'with a position that cannot be shown',
      { position: 'a\u0007b' },
      ['UNPRINTABLE_TEXT members.0.position'],
    ],
    [
      'who left before the first day',
      { employedTo: '2023-12-31' },
      ['ENDS_BEFORE_START members.0.employedTo'],
    ],
    ['in an unknown zone', { zoneIds: ['z1', 'z9'] }, ['ZONE_NOT_FOUND members.0.zoneIds.1']],
    ['twice in one zone', { zoneIds: ['z1', 'z1'] }, ['ZONE_TWICE members.0.zoneIds.1']],
    ['in three zones', { zoneIds: ['z1', 'z2', 'z3'] }, ['ZONE_SHARES_ABOVE_ONE members.0.zoneIds']],
    [
      'with two certificates of a level',
      { certificates: [{ level: ASSISTANT }, { level: ASSISTANT, passedOn: '2024-01-01' }] },
      ['CERTIFICATE_TWICE members.0.certificates.1.level'],
    ],
    [
      'with mistyped days',
      {
        employedFrom: '1999-12-31',
        employedTo: '9999-12-31',
        practisingSince: '1969-12-31',
        certificates: [
          { level: ASSISTANT, passedOn: '1901-01-01' },
          { level: INTERMEDIATE, passedOn: '2101-01-01' },
        ],
      },
      [
        ...['employedFrom', 'employedTo', 'practisingSince'].map(
          (name) => `DAY_OUT_OF_RANGE members.0.${name}`,
        ),
        'DAY_OUT_OF_RANGE members.0.certificates.0.passedOn',
        'DAY_OUT_OF_RANGE members.0.certificates.1.passedOn',
      ],
    ],
    [
      'with a career from 1970 on',
      { practisingSince: '1970-01-01', certificates: [{ level: ASSISTANT, passedOn: '1970-01-01' }] },
      [],
    ],
    ['whose practice begins late, which is a warning', { practisingSince: '2030-01-01' }, []],
  ])('%s', (_, changes, expected) => {
    expect(faults(given(changes))).toEqual(expected);
  });

  it('is a social worker by default, and its name is trimmed', () => {
    expect(
      checkMembers(ZONES, [given({ name: ' 陈美玲 ', kind: null, position: ' 主任 ' })]).members,
    ).toEqual([
      {
        name: '陈美玲',
        kind: StaffKind.SOCIAL_WORKER,
        position: '主任',
        employedFrom: '2024-01-01',
        employedTo: null,
        practisingSince: null,
        certificates: [],
        zoneIds: [],
      },
    ]);
  });
});

describe('a call', () => {
  it('has at least one member and at most 100', () => {
    const many = (length: number): StaffMemberInput[] => Array.from({ length }, () => given());
    expect(faults()).toEqual(['TOO_FEW members']);
    expect(faults(...many(100))).toEqual([]);
    expect(faults(...many(101))).toEqual(['TOO_MANY members']);
  });

  it('any mixture of valid and invalid rows: each invalid row has its own faults, a valid row none', () => {
    const spoilt: [Partial<StaffMemberInput>, string][] = [
      [{ name: '' }, 'EMPTY_TEXT name'],
      [{ position: '' }, 'EMPTY_TEXT position'],
      [{ employedTo: '2020-01-01' }, 'ENDS_BEFORE_START employedTo'],
      [{ zoneIds: ['x'] }, 'ZONE_NOT_FOUND zoneIds.0'],
      [
        { certificates: [{ level: ASSISTANT }, { level: ASSISTANT }] },
        'CERTIFICATE_TWICE certificates.1.level',
      ],
    ];
    fc.assert(
      fc.property(
        fc.array(fc.option(fc.constantFrom(...spoilt)), { minLength: 1, maxLength: 30 }),
        (rows) => {
          const expected = rows.flatMap((row, at) => {
            if (row === null) return [];
            const [code, field] = row[1].split(' ');
            return [`${code!} members.${at}.${field!}`];
          });
          expect(faults(...rows.map((row) => given(row?.[0])))).toEqual(expected);
        },
      ),
    );
  });
});

describe('pay', () => {
  const AGREEMENT = { startsOn: '2023-11-20', endsOn: '2024-10-10' };
  const STAFF = [
    { id: 'a', voidedAt: null },
    { id: 'v', voidedAt: '2024-01-01T00:00:00Z' },
  ];
  const entry = (changes: Partial<StaffPayInput> = {}): StaffPayInput => ({
    memberId: 'a',
    month: '2024-01',
    salaryPaid: true,
    ...changes,
  });
  const payFaults = (...entries: StaffPayInput[]): string[] =>
    codes(checkPay(AGREEMENT, STAFF, entries, '2024-08-01').rules.faults);

  it.each<[string, StaffPayInput[], string[]]>([
    ['valid', [entry()], []],
    ['in the first and the present month', [entry({ month: '2023-11' }), entry({ month: '2024-08' })], []],
    ['deleted', [entry({ salaryPaid: null })], []],
    ['of an unknown member', [entry({ memberId: 'x' })], ['STAFF_NOT_FOUND entries.0.memberId']],
    ['of a voided one', [entry({ memberId: 'v' })], ['STAFF_VOIDED entries.0.memberId']],
    ['before the agreement', [entry({ month: '2023-10' })], ['MONTH_OUTSIDE_AGREEMENT entries.0.month']],
    ['after it', [entry({ month: '2024-11' })], ['MONTH_OUTSIDE_AGREEMENT entries.0.month']],
    ['of next month', [entry({ month: '2024-09' })], ['MONTH_IN_FUTURE entries.0.month']],
    ['twice', [entry(), entry({ salaryPaid: false })], ['MONTH_TWICE entries.1']],
    ['none', [], ['TOO_FEW entries']],
    ['too many', Array.from({ length: 1001 }, () => entry()), ['TOO_MANY entries']],
  ])('%s', (_, entries, expected) => {
    expect(payFaults(...entries)).toEqual(expected);
  });
});

describe('parameters', () => {
  const BEFORE = {
    requiredPosts: '20',
    requiredCertifiedShare: '0.6',
    halfAfterDay: 15,
    practiceYears: 2,
    certifiedAfterMonths: 1,
  };

  it('remain unchanged if omitted, and null removes an agreed value', () => {
    expect(checkParameters(BEFORE, {}).parameters).toEqual(BEFORE);
    expect(
      checkParameters(BEFORE, { requiredPosts: null, halfAfterDay: null, practiceYears: 3 }).parameters,
    ).toEqual({
      ...BEFORE,
      requiredPosts: null,
      practiceYears: 3,
    });
  });

  it('are rejected outside the range of a day, share or number of years', () => {
    const { rules } = checkParameters(BEFORE, {
      requiredPosts: '-1',
      requiredCertifiedShare: '1.1',
      halfAfterDay: 32,
      practiceYears: 61,
      certifiedAfterMonths: 13,
    });
    expect(codes(rules.faults)).toEqual([
      'NEGATIVE requiredPosts',
      'TOO_LARGE requiredCertifiedShare',
      'TOO_LARGE halfAfterDay',
      'TOO_LARGE practiceYears',
      'TOO_LARGE certifiedAfterMonths',
    ]);
    expect(codes(checkParameters(BEFORE, { halfAfterDay: -1, requiredPosts: '1.005' }).rules.faults)).toEqual(
      ['TOO_MANY_DECIMALS requiredPosts', 'NEGATIVE halfAfterDay'],
    );
  });
});
