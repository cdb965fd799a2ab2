export { assessmentById } from './assessment.repository';
export { AgreementAssessmentsResolver, AssessmentResolver } from './assessment.resolver';
export { AssessmentService } from './assessment.service';
export { BasisService } from './basis.service';
export { findingById } from './finding.repository';
export { FindingResolver } from './finding.resolver';
export { FindingService } from './finding.service';
export { TieResolver } from './tie.resolver';
export { TieService } from './tie.service';
