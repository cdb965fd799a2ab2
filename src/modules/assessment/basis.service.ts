import type { Caller } from '../../access';
import type { Transaction } from '../../platform/database/tenant-scope';
import { type AgreementRow, type AgreementService, keyOf, timeProgress, type ZoneRow } from '../agreement';
import type { FundingReport, FundingService } from '../funding';
import type { CompletionService, CompletionTable } from '../completion';
import type { StaffingReport, StaffingService } from '../staffing';
import type { AssessmentRow } from './assessment.repository';
import { BasisReport } from './assessment.enums';
import { basisOfAssessment, type BasisPart, insertBasis } from './basis.repository';
import { type Difference, differencesOf } from './basis.rules';

/** A figure that was corrected after closing. */
export interface FigureChange extends Difference {
  report: BasisReport;
}

/** The reports that an assessment is based on: completion tables, staffing and funding of its days. */
export class BasisService {
  constructor(
    private readonly agreements: AgreementService,
    private readonly completion: CompletionService,
    private readonly staffing: StaffingService,
    private readonly funding: FundingService,
  ) {}

  /** The three current reports; staff by code, because those who may not see names read the stored copy. */
  async gather(caller: Caller, assessment: AssessmentRow): Promise<BasisPart[]> {
    const agreement = await this.agreements.get(caller, assessment.agreementId);
    const [tables, staffing, funding] = await Promise.all([
      this.completionOf(caller, agreement, assessment),
      this.staffingOf(caller, agreement, assessment),
      // By the last day assessed: later receipts and expenditures are not corrections.
      this.funding.report(caller, keyOf(agreement), assessment.to),
    ]);
    return [
      ...tables.map((content) => ({ report: BasisReport.COMPLETION, content })),
      { report: BasisReport.STAFFING, content: staffing },
      { report: BasisReport.FUNDING, content: funding },
    ];
  }

  async keep(
    transaction: Transaction,
    assessment: AssessmentRow,
    parts: readonly BasisPart[],
  ): Promise<void> {
    await insertBasis(transaction, assessment, parts);
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
    const member = caller.assert('assessment.read');
    if (assessment.closedAt === null) return [];
    const kept = (await member.load(basisOfAssessment, assessment)).map(byRuleInForce);
    const live = await this.gather(caller, assessment);
    return Object.values(BasisReport).flatMap((report) => {
      const of = (parts: readonly BasisPart[]): unknown => {
        const contents = parts.filter((part) => part.report === report).map(({ content }) => content);
        // One completion table per term, one of each other report.
        return report === BasisReport.COMPLETION ? contents : contents[0];
      };
      return differencesOf(of(kept), of(live)).map((difference) => ({ report, ...difference }));
    });
  }

  private async kept<Report>(
    caller: Caller,
    assessment: AssessmentRow,
    report: BasisReport,
  ): Promise<Report[] | null> {
    const member = caller.assert('assessment.read');
    if (assessment.closedAt === null) return null;
    const parts = await member.load(basisOfAssessment, assessment);
    return parts.filter((part) => part.report === report).map(({ content }) => content as Report);
  }

  /** A completion table for each term that overlaps the days assessed, over the days they share. */
  private async completionOf(
    caller: Caller,
    agreement: AgreementRow,
    { from, to }: AssessmentRow,
  ): Promise<CompletionTable[]> {
    const terms = await this.agreements.terms(caller, keyOf(agreement));
    const touched = terms.filter((term) => term.startsOn <= to && term.endsOn >= from);
    return Promise.all(
      touched.map(async (term) =>
        this.completion.table(caller, agreement.id, {
          termId: term.id,
          from: from > term.startsOn ? from : term.startsOn,
          to: to < term.endsOn ? to : term.endsOn,
        }),
      ),
    );
  }

  /** The staffing report of the months that the days assessed touch. */
  private async staffingOf(
    caller: Caller,
    agreement: AgreementRow,
    { from, to }: AssessmentRow,
  ): Promise<StaffingReport<ZoneRow>> {
    const days = { ...keyOf(agreement), startsOn: agreement.startsOn, endsOn: agreement.endsOn };
    return this.staffing.reportInCodes(caller, days, from.slice(0, 7), to.slice(0, 7));
  }
}

/** Time progress derives from days that are stored too; a change of its formula is not a correction. */
function byRuleInForce({ report, content }: BasisPart): BasisPart {
  if (report !== BasisReport.COMPLETION) return { report, content };
  const table = content as CompletionTable;
  return { report, content: { ...table, timeProgressPercent: timeProgress(table.term, table.to) } };
}
