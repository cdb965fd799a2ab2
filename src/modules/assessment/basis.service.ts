import type { Caller } from '../../access';
import type { Transaction } from '../../platform/database/tenant-scope';
import type { AgreementService, ZoneRow } from '../agreement';
import type { FundingReport } from '../funding';
import type { CompletionTable } from '../completion';
import {
  BasisReport,
  changesBetween,
  type FigureChange,
  type SnapshotPart,
  SnapshotPurpose,
  type SnapshotService,
} from '../snapshot';
import type { StaffingReport } from '../staffing';
import type { AssessmentRow } from './assessment.repository';

const REPORTS = [BasisReport.COMPLETION, BasisReport.STAFFING, BasisReport.FUNDING];

/** The reports that an assessment is based on: completion tables, staffing and funding of its days. */
export class BasisService {
  constructor(
    private readonly agreements: AgreementService,
    private readonly snapshots: SnapshotService,
  ) {}

  /** The three current reports. */
  async gather(caller: Caller, assessment: AssessmentRow): Promise<SnapshotPart[]> {
    const agreement = await this.agreements.get(caller, assessment.agreementId);
    return this.snapshots.gather(caller, agreement, assessment, REPORTS);
  }

  /** Keeps them under the id of the assessment. */
  async keep(
    transaction: Transaction,
    { organisationId, agreementId, id, from, to }: AssessmentRow,
    parts: readonly SnapshotPart[],
    at: Date,
  ): Promise<void> {
    const snapshot = { id, purpose: SnapshotPurpose.ASSESSMENT, from, to, at };
    await this.snapshots.keep(transaction, { organisationId, agreementId }, snapshot, parts);
  }

  /** The stored completion tables; null while the assessment is open. */
  async keptCompletion(caller: Caller, assessment: AssessmentRow): Promise<CompletionTable[] | null> {
    return this.kept<CompletionTable>(caller, assessment, BasisReport.COMPLETION);
  }

  async keptStaffing(caller: Caller, assessment: AssessmentRow): Promise<StaffingReport<ZoneRow> | null> {
    return (await this.kept<StaffingReport<ZoneRow>>(caller, assessment, BasisReport.STAFFING))?.[0] ?? null;
  }

  async keptFunding(caller: Caller, assessment: AssessmentRow): Promise<FundingReport | null> {
    return (await this.kept<FundingReport>(caller, assessment, BasisReport.FUNDING))?.[0] ?? null;
  }

  /** The figures that were corrected after the assessment was closed. */
  async changes(caller: Caller, assessment: AssessmentRow): Promise<FigureChange[]> {
    caller.assert('assessment.read');
    if (assessment.closedAt === null) return [];
    return changesBetween(
      await this.snapshots.parts(caller, assessment),
      await this.gather(caller, assessment),
    );
  }

  private async kept<Report>(
    caller: Caller,
    assessment: AssessmentRow,
    report: BasisReport,
  ): Promise<Report[] | null> {
    caller.assert('assessment.read');
    if (assessment.closedAt === null) return null;
    return this.snapshots.kept<Report>(caller, assessment, report);
  }
}
