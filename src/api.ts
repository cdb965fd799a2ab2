import type { GraphQLSchema } from 'graphql';
import type { CredentialService, SignInService } from './access';
import {
  AgreementResolver,
  AgreementService,
  PointResolver,
  RegistrationService,
  StationAgreementsResolver,
  ZoneResolver,
} from './modules/agreement';
import { AnalyticsResolver, AnalyticsService, RankingResolver, RankingService } from './modules/analytics';
import {
  AgreementAssessmentsResolver,
  AssessmentResolver,
  AssessmentService,
  BasisService,
  FindingResolver,
  FindingService,
  TieResolver,
  TieService,
} from './modules/assessment';
import { AuditLogResolver, AuditLogService } from './modules/audit';
import {
  DistrictDirectory,
  OrganisationResolver,
  OrganisationService,
  SessionResolver,
  StationResolver,
  StationService,
  ViewerResolver,
  ViewerService,
} from './modules/directory';
import {
  AgreementEvaluationsResolver,
  EvaluationGroupResolver,
  EvaluationItemResolver,
  EvaluationResolver,
  EvaluationService,
} from './modules/evaluation';
import {
  AgreementFundingResolver,
  FiscalYearResolver,
  FundingReportResolver,
  FundingService,
  FundingWarningResolver,
  LedgerService,
  MoneyResolver,
  PlanService,
} from './modules/funding';
import {
  Catalogue,
  CompletionResolver,
  CompletionService,
  IndicatorResolver,
  prefetchCompletion,
  TargetService,
  TermCompletionResolver,
} from './modules/completion';
import {
  AgreementRecordsResolver,
  ExplanationResolver,
  ExplanationService,
  RecordingResolver,
  RecordingService,
  ServiceRecordResolver,
  ServiceRecordService,
  ServiceRecordVersionResolver,
} from './modules/service-record';
import {
  ApiKeyResolver,
  ApiKeyService,
  CredentialResolver,
  FoundingResolver,
  FoundingService,
  MemberResolver,
  MembershipService,
} from './modules/membership';
import { NodeResolver, NodeService } from './modules/node';
import {
  AgreementFiguresResolver,
  DistrictFiguresResolver,
  FigureService,
  OverviewResolver,
  OverviewService,
} from './modules/overview';
import {
  AgreementSatisfactionResolver,
  SatisfactionService,
  SatisfactionSurveyResolver,
} from './modules/satisfaction';
import {
  StaffChangeService,
  StaffEnrolmentService,
  StaffingResolver,
  StaffingService,
  StaffResolver,
  StaffWarningResolver,
} from './modules/staffing';
import type { Database } from './platform/database/database';
import { buildApiSchema, type ResolverClass } from './platform/graphql/schema';

const RESOLVERS = [
  AgreementAssessmentsResolver,
  AgreementEvaluationsResolver,
  AgreementFundingResolver,
  AgreementRecordsResolver,
  AgreementResolver,
  AgreementSatisfactionResolver,
  AnalyticsResolver,
  RankingResolver,
  ApiKeyResolver,
  AssessmentResolver,
  FindingResolver,
  TieResolver,
  AuditLogResolver,
  CompletionResolver,
  CredentialResolver,
  EvaluationGroupResolver,
  EvaluationItemResolver,
  EvaluationResolver,
  ExplanationResolver,
  FiscalYearResolver,
  FoundingResolver,
  FundingReportResolver,
  FundingWarningResolver,
  IndicatorResolver,
  MemberResolver,
  MoneyResolver,
  NodeResolver,
  OrganisationResolver,
  AgreementFiguresResolver,
  DistrictFiguresResolver,
  OverviewResolver,
  PointResolver,
  RecordingResolver,
  SatisfactionSurveyResolver,
  ServiceRecordResolver,
  ServiceRecordVersionResolver,
  SessionResolver,
  StaffingResolver,
  StaffResolver,
  StaffWarningResolver,
  StationAgreementsResolver,
  StationResolver,
  TermCompletionResolver,
  ViewerResolver,
  ZoneResolver,
] as const;

/** What whoever is not signed in may use. Every other root field declares an action of the table (src/access). */
const OPEN_FIELDS = ['Mutation.signIn', 'Mutation.refreshSession', 'Mutation.acceptInvitation'] as const;

/** The services that something besides the API uses: the demo. */
export interface Services {
  stations: StationService;
  agreements: AgreementService;
  registration: RegistrationService;
  targets: TargetService;
  recording: RecordingService;
  plans: PlanService;
  ledgers: LedgerService;
  staffing: StaffingService;
  staffEnrolment: StaffEnrolmentService;
  organisations: OrganisationService;
  assessments: AssessmentService;
  evaluations: EvaluationService;
  satisfaction: SatisfactionService;
}

/** Wires services and resolvers by hand: who needs what is plain to see here. */
export async function createApi(
  database: Database,
  signIn: SignInService,
  credentials: CredentialService,
): Promise<{ schema: GraphQLSchema; services: Services }> {
  const [districts, catalogue] = await Promise.all([
    DistrictDirectory.load(database),
    Catalogue.load(database),
  ]);
  const organisations = new OrganisationService();
  const stations = new StationService();
  const viewers = new ViewerService();
  const agreements = new AgreementService();
  const registration = new RegistrationService(districts);
  const targets = new TargetService(catalogue);
  const recording = new RecordingService(catalogue);
  const records = new ServiceRecordService(catalogue);
  const completion = new CompletionService(catalogue);
  const funding = new FundingService();
  const plans = new PlanService();
  const ledgers = new LedgerService();
  const staffing = new StaffingService();
  const staffEnrolment = new StaffEnrolmentService();
  const basis = new BasisService(agreements, completion, staffing, funding);
  const assessments = new AssessmentService(basis);
  const findings = new FindingService();
  const evaluations = new EvaluationService();
  const satisfaction = new SatisfactionService();
  const figures = new FigureService(catalogue, funding);
  const instances = [
    new AgreementAssessmentsResolver(assessments),
    new AssessmentResolver(assessments, findings, basis, agreements, organisations),
    new FindingResolver(findings, assessments),
    new AgreementEvaluationsResolver(evaluations),
    new EvaluationGroupResolver(evaluations),
    new EvaluationItemResolver(evaluations),
    new EvaluationResolver(evaluations, agreements),
    new AgreementSatisfactionResolver(satisfaction),
    new SatisfactionSurveyResolver(satisfaction, agreements),
    new TieResolver(new TieService(), organisations),
    new AgreementFundingResolver(funding),
    new FiscalYearResolver(funding),
    new FundingReportResolver(funding),
    new FundingWarningResolver(),
    new MoneyResolver(funding, plans, ledgers),
    new AgreementRecordsResolver(records, agreements),
    new AgreementResolver(agreements, registration, stations, organisations, prefetchCompletion(completion)),
    new AnalyticsResolver(new AnalyticsService(catalogue, districts), districts, organisations, agreements),
    new RankingResolver(new RankingService(catalogue, districts)),
    new ApiKeyResolver(new ApiKeyService(), viewers),
    new AuditLogResolver(new AuditLogService()),
    new CredentialResolver(credentials, signIn),
    new FoundingResolver(new FoundingService(districts), organisations),
    new MemberResolver(new MembershipService(), viewers),
    new CompletionResolver(completion, targets, agreements),
    new ExplanationResolver(new ExplanationService(catalogue)),
    new IndicatorResolver(catalogue),
    new NodeResolver(new NodeService()),
    new OrganisationResolver(organisations, stations, districts),
    new AgreementFiguresResolver(figures),
    new DistrictFiguresResolver(figures),
    new OverviewResolver(new OverviewService(districts)),
    new PointResolver(agreements),
    new RecordingResolver(recording),
    new ServiceRecordResolver(records, agreements, catalogue),
    new ServiceRecordVersionResolver(records),
    new SessionResolver(signIn, viewers),
    new StaffingResolver(staffing, staffEnrolment, agreements),
    new StaffResolver(staffEnrolment, new StaffChangeService(), staffing),
    new StaffWarningResolver(),
    new StationAgreementsResolver(agreements),
    new StationResolver(stations, districts),
    new TermCompletionResolver(completion),
    new ViewerResolver(viewers, organisations),
    new ZoneResolver(agreements),
  ];
  const byClass = new Map<ResolverClass, object>(
    instances.map((instance) => [instance.constructor, instance]),
  );
  const schema = buildApiSchema([...RESOLVERS], (resolver) => byClass.get(resolver), OPEN_FIELDS);
  return {
    schema,
    services: {
      stations,
      agreements,
      registration,
      targets,
      recording,
      plans,
      ledgers,
      staffing,
      staffEnrolment,
      organisations,
      assessments,
      evaluations,
      satisfaction,
    },
  };
}

/** The schema alone, to be printed: nothing behind it can be called. */
export function describeApi(): GraphQLSchema {
  return buildApiSchema([...RESOLVERS], () => undefined, OPEN_FIELDS);
}
