import { AgreementService, AmendmentService } from '../modules/agreement';
import { type AssessmentService, createAssessments } from '../modules/assessment';
import { OrganisationService } from '../modules/directory';
import { FundingService } from '../modules/funding';
import { Catalogue, CompletionService, TargetService } from '../modules/completion';
import { MonthReportService } from '../modules/reporting';
import { SatisfactionService } from '../modules/satisfaction';
import { SnapshotService } from '../modules/snapshot';
import { StaffingService } from '../modules/staffing';
import type { Database } from '../platform/database/database';
import type { Keeping } from './fill-months';

/** Amendments are applied as by the API. Money is received for the fee of the beginning, which none of them lowers. */
export async function amendmentServiceOn(database: Database): Promise<AmendmentService> {
  return new AmendmentService(new TargetService(await Catalogue.load(database)), []);
}

/** The services that compute the reports which are kept. */
async function snapshotsOn(
  database: Database,
): Promise<{ agreements: AgreementService; snapshots: SnapshotService }> {
  const agreements = new AgreementService();
  const snapshots = new SnapshotService({
    agreements,
    completion: new CompletionService(await Catalogue.load(database)),
    funding: new FundingService(),
    satisfaction: new SatisfactionService(),
    staffing: new StaffingService(),
  });
  return { agreements, snapshots };
}

/** Closing an assessment stores the reports that it is based on. */
export async function assessmentServiceOn(database: Database): Promise<AssessmentService> {
  const organisations = new OrganisationService();
  return createAssessments({ ...(await snapshotsOn(database)), organisations }).services.assessments;
}

/** Handing in a month stores what it says. */
export async function keepingOn(database: Database): Promise<Keeping> {
  const { agreements, snapshots } = await snapshotsOn(database);
  return { agreements, reports: new MonthReportService(agreements, snapshots) };
}
