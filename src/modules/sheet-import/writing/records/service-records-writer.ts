import type { Member, Write } from '../../../../access';
import type { Transaction } from '../../../../platform/database/tenant-scope';
import { type AgreementRow, keyOf } from '../../../agreement';
import type { Catalogue } from '../../../completion';
import type { BulkRecords } from '../../../service-record';
import type { FormReading } from '../../form.rules';
import { ImportPart } from '../../import.enums';
import type { LogRecord } from '../../service-log/record';
import type { PartChange, PartResult, PartWriter, UndoResult, WritingContext } from '../part-writer';
import { changeRows, importedRowsState, type NewImportedRow, rememberRows } from './imported-row.repository';
import { planRecords, type RecordPlan } from './record-plan';
import { subjectOf, textOfRecord, wordsOfRow } from './record-texts';
import { RecordUndo, type WrittenRecords } from './record-undo';
import { type FileRow, placesBeside } from './row-matching.rules';

/** Why a record was corrected, in its history. */
const REASON = '按导入的服务记录表更正';

/** 服务记录: the rows of a log become records, and changed rows corrections of theirs. */
export class ServiceRecordsWriter implements PartWriter<'SERVICE_LOG'> {
  readonly part = ImportPart.SERVICE_RECORDS;
  readonly form = 'SERVICE_LOG';
  private readonly undoing: RecordUndo;

  constructor(
    private readonly catalogue: Catalogue,
    private readonly bulk: BulkRecords,
  ) {
    this.undoing = new RecordUndo(catalogue, bulk);
  }

  async basis(transaction: Transaction, agreement: AgreementRow): Promise<string> {
    const key = keyOf(agreement);
    return `${await this.bulk.basis(transaction, key)} ${await importedRowsState(transaction, key)}`;
  }

  viewpoint(member: Member): string {
    return member.may('serviceRecord.correctAny') ? 'any' : member.session.memberId;
  }

  async write(
    transaction: Write,
    context: WritingContext,
    { reading }: Extract<FormReading, { form: 'SERVICE_LOG' }>,
  ): Promise<PartResult> {
    const plan = await planRecords(this.bulk, transaction, context, reading);
    const written = await this.carryOut(transaction, context, plan);
    const { created, corrected, unchanged, faulty, faults, isPersonal } = plan;
    const changes = [
      ...created.map(({ row }) => this.changeOf(row.record, null)),
      ...corrected.map(({ row, record }) => this.changeOf(row.record, record)),
    ];
    return {
      changes,
      faults,
      isPersonal,
      counts: { ready: created.length + corrected.length, unchanged, faulty },
      written,
    };
  }

  async undo(
    transaction: Write,
    context: WritingContext,
    written: unknown,
    reason: string,
  ): Promise<UndoResult> {
    return this.undoing.undo(transaction, context, written as WrittenRecords, reason);
  }

  private async carryOut(
    transaction: Write,
    { member, agreement, importId }: WritingContext,
    { structure, logId, created, corrected, found, caughtUp, known }: RecordPlan,
  ): Promise<WrittenRecords> {
    const key = keyOf(agreement);
    const nextPlace = placesBeside(known);
    const ids = await this.bulk.insert(
      member,
      transaction,
      structure,
      created.map(({ content }) => content),
    );
    const rows = [
      ...created.map(({ row }, index) => remembered(row, nextPlace(row), ids[index] ?? '', 1, true)),
      ...found.map(({ row, recordId, revision }) =>
        remembered(row, nextPlace(row), recordId, revision, false),
      ),
    ];
    await rememberRows(transaction, key, { logId: logId ?? importId, importId }, rows);
    await this.bulk.correct(
      member,
      transaction,
      corrected.map(({ record, content }) => ({ record, content, reason: REASON })),
    );
    const changed = [
      ...corrected.map(({ row, record: { id: recordId, revision } }) => ({
        recordId,
        revision: revision + 1,
        row,
      })),
      ...caughtUp,
    ];
    await changeRows(
      transaction,
      key.organisationId,
      changed.map(({ row, recordId, revision }) => ({
        recordId,
        revision,
        content: row.content,
        service: row.service,
        place: nextPlace(row),
        lastImportId: importId,
      })),
    );
    return {
      corrected: corrected.map(({ row, before, record: { id: recordId, revision } }) => ({
        recordId,
        revision: revision + 1,
        sheet: row.record.sheet,
        cell: cellOf(row.record),
        before: { content: before.content, service: before.service, lastImportId: before.lastImportId },
      })),
    };
  }

  private changeOf(row: LogRecord, before: Parameters<typeof textOfRecord>[1] | null): PartChange {
    const indicator = this.catalogue.get(row.indicator);
    return {
      sheet: row.sheet,
      cell: cellOf(row),
      subject: subjectOf(this.catalogue, row),
      was: before && textOfRecord(indicator, before),
      becomes: textOfRecord(indicator, wordsOfRow(row)),
    };
  }
}

function cellOf({ columns, row }: LogRecord): string {
  return `${columns.DAY ?? 'A'}${row}`;
}

function remembered(
  { content, service, record }: FileRow,
  place: number,
  recordId: string,
  revision: number,
  made: boolean,
): NewImportedRow {
  return { content, service, place, recordId, revision, made, sheet: record.sheet, cell: cellOf(record) };
}
