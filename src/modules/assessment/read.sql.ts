import { readable } from '../../platform/database/shape';
import { SCOPE } from '../agreement';

// xmin: incremental exports find changes by it.
export const assessments = readable(
  'core.assessment',
  `${SCOPE}, id, kind, from_day, to_day, assessor_id, opened_at, closed_at, total, onsite_on, cancelled_at, sealed,
    excellent_from, good_from, qualified_from, xmin`,
);
export const assessmentScores = readable(
  'core.assessment_score',
  'organisation_id, assessment_id, part, party, score, xmin',
);
export const assessmentParts = readable(
  'core.assessment_part',
  'organisation_id, assessment_id, part, ended_at, xmin',
);
export const findings = readable('core.assessment_finding', 'id');
/** By whom an agreement is assessed, cancelled assessments included. */
export const assessors = readable('core.assessment', 'organisation_id, agreement_id, assessor_id');
