import type { GraphQLSchema } from 'graphql';
import type { CredentialService, MailedResets, PasswordResetService, SignInService } from './access';
import { createAgreements } from './modules/agreement';
import { createAnalytics } from './modules/analytics';
import { createAssessments } from './modules/assessment';
import { createAuditLog } from './modules/audit';
import { Catalogue, createCompletion, TargetService } from './modules/completion';
import { createDirectory, DistrictDirectory } from './modules/directory';
import { createEvaluations } from './modules/evaluation';
import { createFunding, refuseDuesBelowReceived } from './modules/funding';
import { createMembership } from './modules/membership';
import { createNotices, type WebhookSettings } from './modules/notice';
import { createNode } from './modules/node';
import { createOverview } from './modules/overview';
import { createReporting } from './modules/reporting';
import { createRemarks } from './modules/remark';
import { createReportAudits } from './modules/report-audit';
import { createSatisfaction } from './modules/satisfaction';
import { createServiceRecords } from './modules/service-record';
import { createSheetImports } from './modules/sheet-import';
import { createSnapshots } from './modules/snapshot';
import { copyRoster, createStaffing } from './modules/staffing';
import { createTasks } from './modules/task';
import type { Database } from './platform/database/database';
import { buildApiSchema } from './platform/graphql/schema';
import type { WorkingDays } from './platform/working-days';

/** What anyone who is not signed in may use. Every other root field declares an action of the table (src/access). */
const OPEN_FIELDS = [
  'Mutation.signIn',
  'Mutation.refreshSession',
  'Mutation.acceptInvitation',
  'Mutation.requestPasswordReset',
  'Mutation.resetPassword',
] as const;

interface ModuleDependencies {
  districts: DistrictDirectory;
  catalogue: Catalogue;
  signIn: SignInService;
  credentials: CredentialService;
  resets: PasswordResetService;
  mailedResets: MailedResets;
  mails: { isOn: boolean };
  workingDays: WorkingDays;
  webhooks: WebhookSettings;
}

/** The modules, each with what it needs of those before it. */
function createModules(deps: ModuleDependencies) {
  const directory = createDirectory(deps);
  const targets = new TargetService(deps.catalogue);
  const agreement = createAgreements({
    ...deps,
    ...directory.services,
    targets,
    copyRoster,
    amendmentChecks: [refuseDuesBelowReceived],
    // Agreements come before completion, of which they know only that some of it can be prefetched.
    prefetch: (caller, agreementId, info) => {
      completion.prefetch(caller, agreementId, info);
    },
  });
  const shared = { ...deps, ...directory.services, ...agreement.services, targets };
  const completion = createCompletion(shared);
  const serviceRecord = createServiceRecords(shared);
  const staffing = createStaffing(shared);
  const funding = createFunding();
  const satisfaction = createSatisfaction(shared);
  const reports = { ...shared, ...completion.services, ...staffing.services, ...funding.services };
  const snapshot = createSnapshots({ ...reports, ...satisfaction.services });
  const figures = { ...reports, ...snapshot.services };
  const assessment = createAssessments(figures);
  const evaluation = createEvaluations(shared);
  const reporting = createReporting(figures);
  const sheetImport = createSheetImports({ ...shared, ...staffing.services, ...serviceRecord.services });
  const task = createTasks(shared);
  const modules = [
    directory,
    agreement,
    completion,
    serviceRecord,
    createRemarks(shared),
    staffing,
    funding,
    assessment,
    evaluation,
    satisfaction,
    reporting,
    sheetImport,
    createReportAudits({ ...figures, ...sheetImport.services }),
    createAnalytics(shared),
    createOverview(figures),
    task,
    createMembership(shared),
    createNotices(deps),
    createAuditLog(),
    createNode(),
  ];
  return {
    resolvers: modules.flatMap(({ resolvers }): object[] => resolvers),
    services: {
      ...figures,
      ...serviceRecord.services,
      ...assessment.services,
      ...evaluation.services,
      ...satisfaction.services,
      ...reporting.services,
      ...sheetImport.services,
      ...task.services,
    },
  };
}

/** The services that something besides the API uses: the demo. */
export type Services = ReturnType<typeof createModules>['services'];

/** The schema with all modules behind it. */
export async function createApi(
  database: Database,
  given: Omit<ModuleDependencies, 'districts' | 'catalogue'>,
): Promise<{ schema: GraphQLSchema; services: Services }> {
  const [districts, catalogue] = await Promise.all([
    DistrictDirectory.load(database),
    Catalogue.load(database),
  ]);
  const { resolvers, services } = createModules({ districts, catalogue, ...given });
  return { schema: buildApiSchema(resolvers, OPEN_FIELDS), services };
}

/** The schema alone, to be printed: nothing behind it can be called. */
export function describeApi(): GraphQLSchema {
  return buildApiSchema(createModules({} as ModuleDependencies).resolvers, OPEN_FIELDS);
}
