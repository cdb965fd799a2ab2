import { readable } from '../../platform/database/shape';
import { SCOPE } from '../agreement';
import { PAPER_DAYS } from './scoring/score.rules';

// xmin: incremental exports find changes by it.
export const assessments = readable(
  'core.assessment',
  `${SCOPE}, id, kind, from_day, to_day, assessor_id, opened_at, closed_at, total, onsite_on, cancelled_at, sealed,
    excellent_from, good_from, qualified_from, xmin`,
);
/** By whom an agreement is assessed, cancelled assessments included: all that the sender of notices may read. */
export const assessors = readable('core.assessment', 'organisation_id, agreement_id, assessor_id');
export const assessmentScores = readable(
  'core.assessment_score',
  'organisation_id, assessment_id, part, party, score, xmin',
);
export const assessmentParts = readable(
  'core.assessment_part',
  `${SCOPE}, assessment_id, part, party, assessor_id, ended_at, scored_at, xmin`,
);
export const findings = readable(
  'core.assessment_finding',
  `${SCOPE}, id, assessment_id, party, kind, text, state, due_on, withdrawn_at`,
);

/** Pairs that must not meet; an assessor sees its own. */
export const declaredTies = readable('core.declared_tie', 'organisation_id, assessor_id');

/**
 * SQL of the two assessments that the agreement `a` is to have, with the day on which each is expected: the same rule as
 * `upcomingAssessments`.
 */
export const expectedAssessments = (alias: string, a: string): string => `lateral (values
  ('MIDTERM', ${a}.starts_on + (${a}.ends_on - ${a}.starts_on + 2) / 2 - 1), ('FINAL', ${a}.ends_on)) ${alias}(kind, expected_on)`;

/** SQL of the last day on which a party of the assessment `alias` scores by itself, before its bureau may from paper. */
export const scoredBy = (alias: string): string => `${alias}.to_day + ${PAPER_DAYS}`;
