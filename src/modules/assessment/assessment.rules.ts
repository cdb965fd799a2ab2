import { OrganisationKind, type Session } from '../../access';
import { exact, trimmed } from '../../platform/decimal';
import type { Path } from '../../platform/faults';
import type { InputRules } from '../../platform/input-rules';
import { AssessmentParty, Grade, type ScoringParty } from './assessment.enums';

/** Lower bounds of the grades. */
export interface Bands {
  excellentFrom: string;
  goodFrom: string;
  qualifiedFrom: string;
}

/** 优秀 from 90, 良好 from 80, 合格 from 60: where no bureau has set others. */
const STANDARD_BANDS: Bands = { excellentFrom: '90', goodFrom: '80', qualifiedFrom: '60' };

/** The grade of an exact total; the total is not rounded first. */
export function gradeOf(total: string, bands = STANDARD_BANDS): Grade {
  const value = exact(total);
  if (value.gte(bands.excellentFrom)) return Grade.EXCELLENT;
  if (value.gte(bands.goodFrom)) return Grade.GOOD;
  return value.gte(bands.qualifiedFrom) ? Grade.QUALIFIED : Grade.UNQUALIFIED;
}

/** The sum of the scores of all parties; null until each of them is known. */
export function totalOf(scores: readonly { score: string | null }[]): string | null {
  let sum = exact('0');
  for (const { score } of scores) {
    if (score === null) return null;
    sum = sum.plus(score);
  }
  return scores.length === 0 ? null : trimmed(sum);
}

/** The party that an organisation scores as; the third party only where an assessment names it as its assessor. */
export function partyOfOrganisation({
  kind,
  districtCode,
}: Pick<Session, 'kind' | 'districtCode'>): ScoringParty | null {
  switch (kind) {
    case OrganisationKind.PURCHASER:
      return AssessmentParty.PURCHASER;
    case OrganisationKind.SUPERVISOR:
      return districtCode === null ? null : AssessmentParty.SUPERVISOR;
    case OrganisationKind.MENTORING_CENTRE:
      return AssessmentParty.MENTORING_CENTRE;
    case OrganisationKind.ASSESSOR:
      return AssessmentParty.THIRD_PARTY;
    case OrganisationKind.OPERATOR:
    case OrganisationKind.PLATFORM:
      return null;
  }
}

/**
 * The party that a member's organisation represents in an assessment: the district bureau is the supervisor, the
 * assessor that the assessment names is the third party.
 */
export function partyOf(session: Session, { assessorId }: { assessorId: string }): ScoringParty | null {
  const party = partyOfOrganisation(session);
  const isAnother = party === AssessmentParty.THIRD_PARTY && assessorId !== session.organisationId;
  return isAnother ? null : party;
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
