import type { AgreementService } from '../agreement';
import type { OrganisationService } from '../directory';
import type { SnapshotService } from '../snapshot';
import { AgreementAssessmentsResolver } from './agreement-assessments.resolver';
import { AssessorRequestResolver, ChangeResolver, ReplacedAssessorResolver } from './change.resolver';
import { ChangeService } from './change.service';
import { AssessmentResolver } from './assessment.resolver';
import { AssessmentService } from './assessment.service';
import { BasisService } from './basis.service';
import { FindingResolver } from './finding.resolver';
import { FindingService } from './finding.service';
import { SchemeResolver } from './scheme/scheme.resolver';
import { SchemeService } from './scheme/scheme.service';
import { ScoreResolver } from './scoring/score.resolver';
import { ScoreService } from './scoring/score.service';
import { WorklistResolver } from './worklist/worklist.resolver';
import { WorklistService } from './worklist/worklist.service';
import { TieResolver } from './tie.resolver';
import { TieService } from './tie.service';

export { type UpcomingAssessment, upcomingAssessments } from './assessment-plan.rules';
export { assessmentById, type AssessmentRow, assessmentsOfAgreement } from './assessment.repository';
export { checkScore, gradeOf, partyOfOrganisation } from './assessment.rules';
export type { AssessmentService } from './assessment.service';
export { AssessmentType } from './assessment.type';
export {
  AssessmentKind,
  AssessmentParty,
  FindingKind,
  FindingSection,
  Grade,
  PARTIES,
  type ScoringParty,
} from './assessment.enums';
export { findingById } from './finding.repository';
export { lastAssessmentsOf } from './last-assessment.repository';
export {
  assessmentParts,
  assessmentScores,
  assessments,
  assessors,
  declaredTies,
  expectedAssessments,
  findings,
  scoredBy,
} from './read.sql';

interface AssessmentDependencies {
  agreements: AgreementService;
  organisations: OrganisationService;
  snapshots: SnapshotService;
}

export function createAssessments({ agreements, organisations, snapshots }: AssessmentDependencies) {
  const basis = new BasisService(agreements, snapshots);
  const assessments = new AssessmentService(basis);
  const findings = new FindingService();
  const scores = new ScoreService();
  const resolvers = [
    new AgreementAssessmentsResolver(assessments),
    new AssessmentResolver(assessments, findings, basis, agreements, organisations),
    new FindingResolver(findings, assessments),
    new ScoreResolver(scores, assessments),
    new ChangeResolver(new ChangeService(), assessments, scores),
    new AssessorRequestResolver(organisations),
    new ReplacedAssessorResolver(organisations),
    new SchemeResolver(new SchemeService()),
    new WorklistResolver(new WorklistService(), assessments),
    new TieResolver(new TieService(), organisations),
  ];
  return { resolvers, services: { assessments, findings, scores } };
}
