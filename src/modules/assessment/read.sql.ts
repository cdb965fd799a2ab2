import { readable } from '../../platform/database/shape';
import { SCOPE } from '../agreement';

// xmin: incremental exports find changes by it.
export const assessments = readable(
  'core.assessment',
  `${SCOPE}, id, kind, from_day, to_day, assessor_id, opened_at, closed_at, total, xmin`,
);
export const assessmentScores = readable(
  'core.assessment_score',
  'organisation_id, assessment_id, party, score, xmin',
);
export const findings = readable('core.assessment_finding', 'id');
