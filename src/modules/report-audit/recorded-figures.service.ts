import type { Caller } from '../../access';
import { dayOf } from '../../platform/calendar';
import type { Transaction } from '../../platform/database/tenant-scope';
import { type AgreementRow, type AgreementService, keyOf } from '../agreement';
import { type Catalogue, type CompletionTable, shown } from '../completion';
import { BasisReport, type Range, type SnapshotService } from '../snapshot';
import type { RecordedFigure } from './against.rules';
import { recordedFigures, withCompleted } from './recorded.rules';
import { completedAsOf } from './report-audit.repository';

/** What targets and records say of some days, and the zones of these days. */
export interface RecordedFigures {
  figures: RecordedFigure[];
  zoneIds: string[];
}

/** The figures that a report is compared with. */
export class RecordedFiguresService {
  constructor(
    private readonly agreements: AgreementService,
    private readonly snapshots: SnapshotService,
    private readonly catalogue: Catalogue,
  ) {}

  /** As they are: of all terms that the days touch, added up. */
  async of(caller: Caller, agreement: AgreementRow, range: Range): Promise<RecordedFigures> {
    const parts = await this.snapshots.gather(caller, agreement, range, [BasisReport.COMPLETION]);
    const tables = parts.map(({ content }) => content as CompletionTable);
    return {
      figures: this.shown(recordedFigures(tables)),
      zoneIds: [...new Set(tables.flatMap(({ zones }) => zones.map(({ id }) => id)))],
    };
  }

  /** With what was completed as the records said it at a moment. */
  async asOf(
    transaction: Transaction,
    agreement: AgreementRow,
    { figures }: RecordedFigures,
    moment: Range & { asOf: Date },
  ): Promise<RecordedFigure[]> {
    return this.shown(withCompleted(figures, await completedAsOf(transaction, keyOf(agreement), moment)));
  }

  /** Of the term that a form uploaded then is about: the one of that day, or the last that had begun; up to today. */
  async ofTermOn(
    caller: Caller,
    agreement: AgreementRow,
    { uploadedAt }: { uploadedAt: Date },
  ): Promise<RecordedFigures> {
    const today = caller.assert('completion.read').today();
    const terms = await this.agreements.terms(caller, keyOf(agreement));
    const day = dayOf(uploadedAt);
    const term = terms.findLast(({ startsOn }) => startsOn <= day) ?? terms[0];
    if (!term) return { figures: [], zoneIds: [] };
    const isRunning = today >= term.startsOn && today < term.endsOn;
    return this.of(caller, agreement, { from: term.startsOn, to: isRunning ? today : term.endsOn });
  }

  /** As all reports show quantities: money with two decimals. */
  private shown(figures: readonly RecordedFigure[]): RecordedFigure[] {
    return figures.map(({ target, completed, ...subject }) => {
      const measure = this.catalogue.measure(subject.indicator, subject.measure);
      return { ...subject, target: target && shown(target, measure), completed: shown(completed, measure) };
    });
  }
}
