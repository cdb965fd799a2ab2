import { OrganisationKind, type Session } from '../../access';
import { exact, trimmed } from '../../platform/decimal';
import type { Path } from '../../platform/faults';
import type { InputRules } from '../../platform/input-rules';
import { AssessmentParty, Grade } from './assessment.enums';

/** Maximum score of each party; together 100. */
export const MAXIMUM: Record<AssessmentParty, string> = {
  PURCHASER: '20',
  SUPERVISOR: '10',
  MENTORING_CENTRE: '15',
  THIRD_PARTY: '55',
};

/** Parties in their order in a report. */
export const PARTIES = Object.values(AssessmentParty);

/** Lower bounds of the grades, best first: 优秀 from 90, 良好 from 80, 合格 from 60. */
const BANDS: readonly [from: number, grade: Grade][] = [
  [90, Grade.EXCELLENT],
  [80, Grade.GOOD],
  [60, Grade.QUALIFIED],
];

/** The grade of an exact total; the total is not rounded first. */
export function gradeOf(total: string): Grade {
  return BANDS.find(([from]) => exact(total).gte(from))?.[1] ?? Grade.UNQUALIFIED;
}

/** The sum of the four scores; null until all are given. */
export function totalOf(scores: readonly { score: string | null }[]): string | null {
  if (scores.length < PARTIES.length) return null;
  let sum = exact('0');
  for (const { score } of scores) {
    if (score === null) return null;
    sum = sum.plus(score);
  }
  return trimmed(sum);
}

/**
 * The party that a member's organisation represents in an assessment: the district bureau is the supervisor, the
 * assessor that the assessment names is the third party.
 */
export function partyOf(
  { kind, districtCode, organisationId }: Session,
  { assessorId }: { assessorId: string },
): AssessmentParty | null {
  switch (kind) {
    case OrganisationKind.PURCHASER:
      return AssessmentParty.PURCHASER;
    case OrganisationKind.SUPERVISOR:
      return districtCode === null ? null : AssessmentParty.SUPERVISOR;
    case OrganisationKind.MENTORING_CENTRE:
      return AssessmentParty.MENTORING_CENTRE;
    case OrganisationKind.ASSESSOR:
      return assessorId === organisationId ? AssessmentParty.THIRD_PARTY : null;
    case OrganisationKind.OPERATOR:
    case OrganisationKind.PLATFORM:
      return null;
  }
}

/** Validates a score: zero to a maximum, at most two decimals. Reports both faults if there are two. */
export function checkScore(rules: InputRules, score: string, maximum: string, path: Path = ['score']): void {
  const value = exact(score);
  if (value.gt(maximum)) {
    rules.add('SCORE_ABOVE_MAXIMUM', path, { maximum });
  }
  // A score above the maximum is still checked for its decimals.
  const decimals = value.minus(value.round(0, 0));
  rules.amount(value.gt(maximum) ? decimals.toFixed() : score, path, '100', 2);
}
