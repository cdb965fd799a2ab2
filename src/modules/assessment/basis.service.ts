import type { Caller } from '../../access';
import type { Transaction } from '../../platform/database/tenant-scope';
import type { AgreementKey, AgreementService } from '../agreement';
import type { CompletionService, CompletionTable } from '../indicator';
import type { AssessmentRow } from './assessment.repository';
import type { FigureChangeType } from './assessment.type';
import { BasisReport } from './assessment.words';
import { type BasisPart, insertBasis, readBasis } from './basis.repository';
import { differencesOf } from './basis.rules';

/** What an assessment is based on: the completion tables, staffing and funding of its days. */
export class BasisService {
  constructor(
    private readonly agreements: AgreementService,
    private readonly completion: CompletionService,
  ) {}

  /** The three reports as they stand now. */
  async gather(caller: Caller, assessment: AssessmentRow): Promise<BasisPart[]> {
    const key = { organisationId: assessment.organisationId, agreementId: assessment.agreementId };
    return this.completionOf(caller, key, assessment);
  }

  async keep(
    transaction: Transaction,
    assessment: AssessmentRow,
    parts: readonly BasisPart[],
  ): Promise<void> {
    await insertBasis(transaction, assessment, parts);
  }

  /** The completion tables as they were kept; null while the assessment is open. */
  async keptCompletion(caller: Caller, assessment: AssessmentRow): Promise<CompletionTable[] | null> {
    if (assessment.closedAt === null) return null;
    const parts = await readBasis(caller.assert('assessment.read'), assessment);
    return parts
      .filter(({ report }) => report === BasisReport.COMPLETION)
      .map(({ content }) => content as CompletionTable);
  }

  /** What has been corrected since the assessment was closed, figure by figure. */
  async changes(caller: Caller, assessment: AssessmentRow): Promise<FigureChangeType[]> {
    if (assessment.closedAt === null) return [];
    const kept = await readBasis(caller.assert('assessment.read'), assessment);
    const live = await this.gather(caller, assessment);
    return Object.values(BasisReport).flatMap((report) => {
      const of = (parts: readonly BasisPart[]): unknown[] =>
        parts.filter((part) => part.report === report).map(({ content }) => content);
      return differencesOf(of(kept), of(live)).map((difference) => ({ report, ...difference }));
    });
  }

  /** A table for each term that the assessment's days touch, over the days they share. */
  private async completionOf(
    caller: Caller,
    key: AgreementKey,
    { from, to }: AssessmentRow,
  ): Promise<BasisPart[]> {
    const terms = await this.agreements.terms(caller, key);
    const touched = terms.filter((term) => term.startsOn <= to && term.endsOn >= from);
    const tables = await Promise.all(
      touched.map(async (term) =>
        this.completion.table(caller, key, {
          termId: term.id,
          from: from > term.startsOn ? from : term.startsOn,
          to: to < term.endsOn ? to : term.endsOn,
        }),
      ),
    );
    return tables.map((content) => ({ report: BasisReport.COMPLETION, content }));
  }
}
