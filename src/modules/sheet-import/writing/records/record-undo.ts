import type { Member, Write } from '../../../../access';
import { message } from '../../../../messages';
import { AppError } from '../../../../platform/app-error';
import { keyOf } from '../../../agreement';
import type { Catalogue } from '../../../completion';
import type {
  BulkRecords,
  RecordVersion,
  ServiceRecordInput,
  ServiceRecordRow,
} from '../../../service-record';
import type { PartChange, UndoResult, WritingContext } from '../part-writer';
import {
  changeRows,
  forgetRowsOf,
  importedRowsOf,
  rowsWrittenBy,
  type WrittenRow,
} from './imported-row.repository';
import { textOfRecord } from './record-texts';
import type { RowHashes } from './row-hash.rules';
import { placesBeside } from './row-matching.rules';

/** What an import has written of a log, beside the rows that it has brought. */
export interface WrittenRecords {
  corrected: {
    recordId: string;
    /** Of the record after the correction. */
    revision: number;
    sheet: string;
    cell: string;
    /** What the row said before, and which import it had that from. */
    before: RowHashes & { lastImportId: string };
  }[];
}

/** What is taken back of a record: all of it, or a correction. */
interface Undoing {
  row: Pick<WrittenRow, 'recordId' | 'sheet' | 'cell'>;
  /** Of the record, as the import left it. */
  revision: number;
  record: ServiceRecordRow;
}

/** Takes back what an import has written of a log and nobody has touched since. */
export class RecordUndo {
  constructor(
    private readonly catalogue: Catalogue,
    private readonly bulk: BulkRecords,
  ) {}

  async undo(
    transaction: Write,
    context: WritingContext,
    { corrected }: WrittenRecords,
    reason: string,
  ): Promise<UndoResult> {
    const { member, agreement, importId } = context;
    const key = keyOf(agreement);
    const correctedIds = corrected.map(({ recordId }) => recordId);
    const rows = await rowsWrittenBy(transaction, key.organisationId, importId, correctedIds);
    const made = rows.filter((row) => row.made);
    const ids = [...made.map(({ recordId }) => recordId), ...correctedIds];
    const records = await this.bulk.lock(member, transaction, ids);
    assertMayCorrect(
      member,
      correctedIds.flatMap((id) => records.get(id) ?? []),
    );
    const closed = await this.bulk.inClosedMonths(transaction, key, [...records.values()]);
    const lasting = new Map(rows.filter(({ isLast }) => isLast).map((row) => [row.recordId, row]));
    const left: Undoing[] = [];
    /** What can be taken back of these; what somebody has voided is gone already. */
    const untouched = <Row extends Undoing['row'] & { revision?: number }>(
      given: readonly Row[],
      revisionOf: (row: Row) => number,
    ): (Undoing & { row: Row })[] =>
      given.flatMap((row) => {
        const record = records.get(row.recordId);
        if (record?.voidedAt !== null) return [];
        const isUntouched = lasting.get(row.recordId)?.revision === record.revision && !closed.has(record);
        const undoing = { row, revision: isUntouched ? record.revision : revisionOf(row), record };
        if (!isUntouched) left.push(undoing);
        return isUntouched ? [undoing] : [];
      });

    const voided = untouched(made, () => 1).map(({ record }) => record.id);
    await this.bulk.void(member, transaction, voided, reason);
    const gone = new Set(voided);
    const remaining = made.flatMap(({ recordId }) => (gone.has(recordId) ? [] : [recordId]));
    await forgetRowsOf(transaction, key.organisationId, importId, remaining);
    const changed = untouched(corrected, ({ revision }) => revision);
    const back = await this.correctBack(transaction, context, changed, reason);
    left.push(...changed.filter((one) => !back.includes(one)));
    return { undone: voided.length + back.length, kept: await this.keptOf(transaction, left) };
  }

  /** Gives records the contents that they had before a correction, those which the rules still take. */
  private async correctBack(
    transaction: Write,
    { member, agreement }: WritingContext,
    changed: readonly (Undoing & { row: WrittenRecords['corrected'][number] })[],
    reason: string,
  ): Promise<Undoing[]> {
    const key = keyOf(agreement);
    const versions = await this.bulk.versions(
      transaction,
      key.organisationId,
      changed.map(({ record }) => ({ id: record.id, revision: record.revision - 1 })),
    );
    const given = changed.map(({ record }) => versionOf(versions, record));
    const { records, faults } = await this.bulk.check(member, transaction, agreement.id, given);
    const wrong = new Set(faults.map(({ path: [at] }) => Number(at)));
    const valid = changed.flatMap((one, at) => {
      const content = records[at];
      return wrong.has(at) || !content ? [] : [{ one, content }];
    });
    await this.bulk.correct(
      member,
      transaction,
      valid.map(({ one: { record }, content }) => ({ record, content, reason })),
    );
    const nextPlace = placesBeside(await importedRowsOf(transaction, key));
    await changeRows(
      transaction,
      key.organisationId,
      valid.map(({ one: { row, record } }) => ({
        recordId: record.id,
        revision: record.revision + 1,
        ...row.before,
        place: nextPlace(row.before),
      })),
    );
    return valid.map(({ one }) => one);
  }

  /** As the import left them, and as they are. */
  private async keptOf(transaction: Write, left: readonly Undoing[]): Promise<PartChange[]> {
    const versions = await this.bulk.versions(
      transaction,
      left[0]?.record.organisationId ?? '',
      left.map(({ record, revision }) => ({ id: record.id, revision })),
    );
    return left.map(({ row: { sheet, cell }, record }) => {
      const indicator = this.catalogue.get(record.indicatorCode);
      const then = versions.get(record.id);
      const becomes = textOfRecord(indicator, record);
      const was = then ? textOfRecord(indicator, then) : becomes;
      return { sheet, cell, subject: `${indicator.nameZh} · ${record.occurredOn}`, was, becomes };
    });
  }
}

/** Whoever has applied it may have been a manager then. */
function assertMayCorrect(member: Member, records: readonly ServiceRecordRow[]): void {
  const action = 'serviceRecord.correctAny';
  const isOwn = records.every(({ recordedById }) => recordedById === member.session.memberId);
  if (!isOwn && !member.may(action))
    throw new AppError('FORBIDDEN', message('ACTION_NOT_PERMITTED'), { trace: { action } });
}

function versionOf(
  versions: ReadonlyMap<string, RecordVersion>,
  { id, projectId, zoneId, pointId, indicatorCode }: ServiceRecordRow,
): ServiceRecordInput {
  const version = versions.get(id);
  if (!version) throw new Error('the version before a correction is gone');
  const { occurredOn, amounts, note } = version;
  const quantities = Object.entries(amounts).map(([measure, value]) => ({ measure, value }));
  return { indicator: indicatorCode, occurredOn, projectId, zoneId, pointId, quantities, note };
}
