import type { Caller, Write } from '../../../access';
import { newId } from '../../../platform/ids';
import { type AgreementRow, type AgreementService, keyOf, type ZoneRow } from '../../agreement';
import type { CompletionTable } from '../../completion';
import type { Spending } from '../../funding';
import {
  BasisReport,
  changesBetween,
  type FigureChange,
  type Range,
  type SnapshotPart,
  SnapshotPurpose,
  type SnapshotService,
} from '../../snapshot';
import type { StaffingReport } from '../../staffing';
import { lastDayIn } from './month.rules';
import { monthSums, type MonthSum, type MonthTable, monthTable } from './month-report.rules';
import type { MonthRow } from './month.sql';

const REPORTS = [BasisReport.COMPLETION, BasisReport.STAFFING, BasisReport.SPENDING];

/** What months say: completion, staffing and spending as they were when they were handed in. */
export class MonthReportService {
  constructor(
    private readonly agreements: AgreementService,
    private readonly snapshots: SnapshotService,
  ) {}

  /** Keeps what a month says; returns the id of the copy. */
  async keep(
    caller: Caller,
    transaction: Write,
    agreement: AgreementRow,
    month: string,
    { id, at }: { id: string; at: Date } = { id: newId(), at: caller.assert('month.read').now() },
  ): Promise<string> {
    const parts = await this.gather(caller, agreement, month);
    const snapshot = { id, purpose: SnapshotPurpose.MONTH, ...rangeOf(agreement, month), at };
    await this.snapshots.keep(transaction, keyOf(agreement), snapshot, parts);
    return snapshot.id;
  }

  /** What was done, by measure and zone; null before the first hand-in. */
  async sums(caller: Caller, month: MonthRow): Promise<MonthSum[] | null> {
    caller.assert('month.read');
    const tables = await this.of<MonthTable>(caller, month, BasisReport.COMPLETION);
    return tables && monthSums(tables);
  }

  async staffing(caller: Caller, month: MonthRow): Promise<StaffingReport<ZoneRow> | null> {
    caller.assert('month.read');
    return (await this.of<StaffingReport<ZoneRow>>(caller, month, BasisReport.STAFFING))?.[0] ?? null;
  }

  async spending(caller: Caller, month: MonthRow): Promise<Spending | null> {
    caller.assert('month.read');
    return (await this.of<Spending>(caller, month, BasisReport.SPENDING))?.[0] ?? null;
  }

  /** The figures that are no longer what they were at the last hand-in. */
  async changes(caller: Caller, month: MonthRow): Promise<FigureChange[]> {
    caller.assert('month.read');
    const { organisationId, snapshotId } = month;
    if (snapshotId === null) return [];
    const kept = await this.snapshots.parts(caller, { organisationId, id: snapshotId });
    return changesBetween(kept, await this.live(caller, month));
  }

  private async of<Report>(caller: Caller, month: MonthRow, report: BasisReport): Promise<Report[] | null> {
    const parts = await this.parts(caller, month);
    return parts?.filter((part) => part.report === report).map(({ content }) => content as Report) ?? null;
  }

  /** One that was handed in again because a day is over says what is stored: nothing has been written in it since. */
  private async parts(caller: Caller, month: MonthRow): Promise<SnapshotPart[] | null> {
    const { organisationId, snapshotId, handedInAt } = month;
    if (handedInAt === null) return null;
    if (snapshotId === null) return this.live(caller, month);
    return this.snapshots.parts(caller, { organisationId, id: snapshotId });
  }

  private async live(caller: Caller, { agreementId, month }: MonthRow): Promise<SnapshotPart[]> {
    return this.gather(caller, await this.agreements.get(caller, agreementId), month);
  }

  private async gather(caller: Caller, agreement: AgreementRow, month: string): Promise<SnapshotPart[]> {
    const parts = await this.snapshots.gather(caller, agreement, rangeOf(agreement, month), REPORTS);
    return parts.map((part) =>
      part.report === BasisReport.COMPLETION
        ? { ...part, content: monthTable(part.content as CompletionTable) }
        : part,
    );
  }
}

/** The days of a month that its agreement has. */
function rangeOf(agreement: AgreementRow, month: string): Range {
  const first = `${month}-01`;
  const from = agreement.startsOn > first ? agreement.startsOn : first;
  return { from, to: lastDayIn(month, agreement) };
}
