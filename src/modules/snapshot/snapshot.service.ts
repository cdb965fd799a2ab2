import type { Caller } from '../../access';
import type { Day } from '../../platform/calendar';
import type { Transaction } from '../../platform/database/tenant-scope';
import {
  type AgreementKey,
  type AgreementRow,
  type AgreementService,
  keyOf,
  timeProgress,
} from '../agreement';
import type { CompletionService, CompletionTable } from '../completion';
import type { FundingService } from '../funding';
import type { SatisfactionService } from '../satisfaction';
import type { StaffingService } from '../staffing';
import type { SnapshotPart } from './figure-rows.rules';
import { type Difference, differencesOf } from './figures.rules';
import { BasisReport } from './snapshot.enums';
import { insertSnapshot, type NewSnapshot, partsOfSnapshot, type SnapshotKey } from './snapshot.repository';

/** A figure of a report that is no longer what it was. */
export interface FigureChange extends Difference {
  report: BasisReport;
}

/** The days of which reports are gathered. */
export interface Range {
  from: Day;
  to: Day;
}

export interface SnapshotDependencies {
  agreements: AgreementService;
  completion: CompletionService;
  staffing: StaffingService;
  funding: FundingService;
  satisfaction: SatisfactionService;
}

/**
 * Reports of an agreement as they were: of its months when they are handed in, of the days that an assessment is based
 * on when it is closed, and as they are published.
 */
export class SnapshotService {
  constructor(private readonly services: SnapshotDependencies) {}

  /** These reports as they are; staff by code, because those who may not see names read the kept copy. */
  async gather(
    caller: Caller,
    agreement: AgreementRow,
    range: Range,
    reports: readonly BasisReport[],
  ): Promise<SnapshotPart[]> {
    caller.assert('agreement.read');
    const gathered = await Promise.all(
      reports.map(async (report) => {
        const contents = await this.contentsOf(caller, agreement, range, report);
        return contents.map((content) => ({ report, content }));
      }),
    );
    return gathered.flat();
  }

  async keep(
    transaction: Transaction,
    agreement: AgreementKey,
    snapshot: NewSnapshot,
    parts: readonly SnapshotPart[],
  ): Promise<void> {
    await insertSnapshot(transaction, agreement, snapshot, parts);
  }

  /** The kept copies of a report: one, or of completion one for each term. The caller has asserted that it may. */
  async kept<Report>(caller: Caller, snapshot: SnapshotKey, report: BasisReport): Promise<Report[]> {
    const parts = await this.parts(caller, snapshot);
    return parts.filter((part) => part.report === report).map(({ content }) => content as Report);
  }

  async parts(caller: Caller, snapshot: SnapshotKey): Promise<SnapshotPart[]> {
    return caller.assert('agreement.read').load(partsOfSnapshot, snapshot);
  }

  private async contentsOf(
    caller: Caller,
    agreement: AgreementRow,
    range: Range,
    report: BasisReport,
  ): Promise<unknown[]> {
    const { staffing, funding, satisfaction } = this.services;
    const { from, to } = range;
    const key = keyOf(agreement);
    switch (report) {
      case BasisReport.COMPLETION:
        return this.completionOf(caller, agreement, range);
      case BasisReport.STAFFING: {
        const days = { ...key, startsOn: agreement.startsOn, endsOn: agreement.endsOn };
        return [await staffing.reportInCodes(caller, days, from.slice(0, 7), to.slice(0, 7))];
      }
      case BasisReport.FUNDING:
        // By the last day: later receipts and expenditures are not corrections.
        return [await funding.report(caller, key, to)];
      case BasisReport.SPENDING:
        return [await funding.spending(caller, key, range)];
      case BasisReport.SATISFACTION:
        return [await satisfaction.report(caller, key, range)];
    }
  }

  /** A completion table for each term that overlaps the days, over the days they share. */
  private async completionOf(
    caller: Caller,
    agreement: AgreementRow,
    { from, to }: Range,
  ): Promise<CompletionTable[]> {
    const terms = await this.services.agreements.terms(caller, keyOf(agreement));
    const touched = terms.filter((term) => term.startsOn <= to && term.endsOn >= from);
    return Promise.all(
      touched.map(async (term) =>
        this.services.completion.table(caller, agreement.id, {
          termId: term.id,
          from: from > term.startsOn ? from : term.startsOn,
          to: to < term.endsOn ? to : term.endsOn,
        }),
      ),
    );
  }
}

/** The figures that differ between two gatherings, report by report. */
export function changesBetween(
  before: readonly SnapshotPart[],
  after: readonly SnapshotPart[],
): FigureChange[] {
  const [was, is] = [before.map(byRuleInForce), after.map(byRuleInForce)];
  return Object.values(BasisReport).flatMap((report) => {
    const of = (parts: readonly SnapshotPart[]): unknown => {
      const contents = parts.filter((part) => part.report === report).map(({ content }) => content);
      // One completion table per term, one of each other report.
      return report === BasisReport.COMPLETION ? contents : contents[0];
    };
    return differencesOf(of(was), of(is))
      .filter((difference) => report !== BasisReport.STAFFING || !isOfNobody(difference))
      .map((difference) => ({ report, ...difference }));
  });
}

/** Anyone who was enrolled later, and was on no post in these days, is listed with zeros: that changes nothing. */
function isOfNobody({ path: [list], was, is }: Difference): boolean {
  return list === 'members' && [was, is].every((value) => value === null || value === '0');
}

/** Time progress derives from days that are stored too; a change of its formula is not a correction. */
function byRuleInForce({ report, content }: SnapshotPart): SnapshotPart {
  if (report !== BasisReport.COMPLETION) return { report, content };
  const table = content as CompletionTable;
  return { report, content: { ...table, timeProgressPercent: timeProgress(table.term, table.to) } };
}
