import fc from 'fast-check';
import { MemberRole, OrganisationKind, type Session } from '../../access';
import { InputRules } from '../../platform/input-rules';
import { checkScore, gradeOf, partyOf, totalOf } from './assessment.rules';
import { Grade } from './assessment.enums';

const cents = (value: number): string => (value / 100).toFixed(2);

describe('a grade', () => {
  it.each([
    ['0', 'UNQUALIFIED'],
    ['59.99', 'UNQUALIFIED'],
    ['59.999999', 'UNQUALIFIED'],
    ['60', 'QUALIFIED'],
    ['60.00', 'QUALIFIED'],
    ['79.99', 'QUALIFIED'],
    ['80', 'GOOD'],
    ['89.99', 'GOOD'],
    ['89.995', 'GOOD'],
    ['90', 'EXCELLENT'],
    ['92.28', 'EXCELLENT'],
    ['100', 'EXCELLENT'],
  ])('of %s is %s', (total, grade) => {
    expect(gradeOf(total)).toBe(grade);
  });

  it.each([
    ['84.99', 'GOOD'],
    ['85', 'EXCELLENT'],
    ['69.99', 'QUALIFIED'],
    ['49.99', 'UNQUALIFIED'],
  ])('of %s by other bands is %s', (total, grade) => {
    expect(gradeOf(total, { excellentFrom: '85', goodFrom: '70', qualifiedFrom: '50' })).toBe(grade);
  });

  it('never falls as the total rises', () => {
    const order = [Grade.UNQUALIFIED, Grade.QUALIFIED, Grade.GOOD, Grade.EXCELLENT];
    fc.assert(
      fc.property(fc.nat(10_000), fc.nat(10_000), (a, b) => {
        const [low, high] = [Math.min(a, b), Math.max(a, b)].map((total) =>
          order.indexOf(gradeOf(cents(total))),
        );
        expect(low).toBeLessThanOrEqual(high!);
      }),
    );
  });
});

describe('the total', () => {
  it.each([[[]], [['20', '10', '15', null]]])('of %j is null', (scores) => {
    expect(totalOf(scores.map((score) => ({ score })))).toBeNull();
  });

  it('is the exact sum of the four, in hundredths', () => {
    fc.assert(
      fc.property(fc.tuple(fc.nat(2000), fc.nat(1000), fc.nat(1500), fc.nat(5500)), (scores) => {
        const sum = scores.reduce((total, score) => total + score, 0);
        expect(totalOf(scores.map((score) => ({ score: cents(score) })))).toBe(String(Number(cents(sum))));
      }),
    );
  });
});

describe('a score', () => {
  const codes = (score: string, maximum: string): string[] => {
    const rules = new InputRules();
    checkScore(rules, score, maximum);
    return rules.faults.map(({ code }) => code);
  };

  it.each([
    ['20', '20', []],
    ['19.99', '20', []],
    ['0', '0.5', []],
    ['20.01', '20', ['SCORE_ABOVE_MAXIMUM']],
    ['20.001', '20', ['SCORE_ABOVE_MAXIMUM', 'TOO_MANY_DECIMALS']],
    ['19.999', '20', ['TOO_MANY_DECIMALS']],
    ['0.75', '0.5', ['SCORE_ABOVE_MAXIMUM']],
    ['1000000.5', '20', ['SCORE_ABOVE_MAXIMUM']],
    ['-1', '20', ['NEGATIVE']],
  ])('of %s, at most %s: %j', (score, maximum, expected) => {
    expect(codes(score, maximum)).toEqual(expected);
  });

  it('of whole hundredths is refused exactly when it is above its maximum', () => {
    fc.assert(
      fc.property(fc.nat(12_000), fc.integer({ min: 1, max: 100 }), (score, maximum) => {
        const isAbove = score > maximum * 100;
        expect(codes(cents(score), String(maximum))).toEqual(isAbove ? ['SCORE_ABOVE_MAXIMUM'] : []);
      }),
    );
  });
});

describe('a member scores', () => {
  const party = (kind: OrganisationKind, districtCode: string | null = null): string | null => {
    const session: Session = {
      sessionId: 's',
      memberId: 'm',
      organisationId: 'own',
      recordsMoney: false,
      accessVersion: 1,
      isKey: false,
      kind,
      role: MemberRole.ADMIN,
      districtCode,
    };
    return partyOf(session, { assessorId: 'own' });
  };

  it.each([
    ['PURCHASER', '440103', 'PURCHASER'],
    ['SUPERVISOR', '440103', 'SUPERVISOR'],
    ['SUPERVISOR', null, null],
    ['MENTORING_CENTRE', null, 'MENTORING_CENTRE'],
    ['ASSESSOR', null, 'THIRD_PARTY'],
    ['OPERATOR', '440103', null],
    ['PLATFORM', null, null],
  ] as const)('of a %s of %s for %s', (kind, districtCode, expected) => {
    expect(party(OrganisationKind[kind], districtCode)).toBe(expected);
  });

  it('for the third party only if the assessment names its own organisation', () => {
    const session = { kind: OrganisationKind.ASSESSOR, organisationId: 'own', districtCode: null } as Session;
    expect(partyOf(session, { assessorId: 'another' })).toBeNull();
  });
});
