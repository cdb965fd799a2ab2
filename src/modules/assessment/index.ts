export {
  type AssessmentPrefetch as AssessmentAhead,
  prefetchAssessments as assessmentsAhead,
} from './assessment-plan.rules';
export { assessmentById, type AssessmentRow, assessmentsOfAgreement } from './assessment.repository';
export { AgreementAssessmentsResolver, AssessmentResolver } from './assessment.resolver';
export { checkScore, gradeOf } from './assessment.rules';
export { AssessmentType } from './assessment.type';
export { AssessmentService } from './assessment.service';
export { AssessmentKind, AssessmentParty, FindingKind, Grade } from './assessment.enums';
export { BasisService } from './basis.service';
export { findingById } from './finding.repository';
export { FindingResolver } from './finding.resolver';
export { FindingService } from './finding.service';
export { lastAssessmentsOf } from './last-assessment.repository';
export { TieResolver } from './tie.resolver';
export { TieService } from './tie.service';
