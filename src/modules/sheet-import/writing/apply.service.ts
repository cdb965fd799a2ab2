import type { Caller, Member, Write } from '../../../access';
import { assertNoFaults, BrokenRules, brokenRule } from '../../../platform/faults';
import { InputRules, MAX_REASON } from '../../../platform/input-rules';
import type { AgreementService } from '../../agreement';
import { assertTakes, type FormSource } from '../form-source';
import { assertBrings } from '../form-parts';
import { ImportPart, SheetForm } from '../import.enums';
import type { ImportKey, SheetImportRow } from '../import.repository';
import { forgotten, isOpen } from '../import-state.rules';
import type { ApplyImportInput } from '../import.input';
import type { ImportService } from '../import.service';
import type { ImportTurns } from '../import-turns';
import { lockImport, markApplied, markUndone, storePreview, writtenOf } from './import-writing.repository';
import type { ImportWriter, Preview } from './import-writer';

/** What may change between a preview and its confirmation, as the database refuses it. */
const OVERTAKEN = new Set(['MONTH_CLOSED', 'STRUCTURE_CHANGED', 'NOT_CONFIRMED']);

/** Writes imports, all or none, and takes them back. */
export class ApplyService {
  constructor(
    private readonly imports: ImportService,
    private readonly agreements: AgreementService,
    private readonly source: FormSource,
    private readonly writer: ImportWriter,
    private readonly turns: ImportTurns,
  ) {}

  /** Writes what the preview of this digest has promised; the same digest again changes nothing. */
  async apply(caller: Caller, input: ApplyImportInput): Promise<void> {
    const member = caller.assert('import.upload');
    const row = await this.imports.get(caller, input.importId);
    assertBrings(caller, row.form);
    this.checkParts(row, input.parts);
    const agreement = await this.agreements.get(caller, row.agreementId);
    const isOpenYet = isOpen(row, member.now());
    if (isOpenYet) assertTakes(agreement, row.form);
    const form = isOpenYet
      ? await this.source.again(caller, row, await this.source.contextOf(caller, agreement), caller.aside)
      : null;
    await this.inTurn(member, row, async (transaction) => {
      const locked = await lockImport(transaction, row);
      if (!this.isApplied(locked, input.digest)) {
        if (form === null || !isOpen(locked, member.now()))
          throw brokenRule('IMPORT_EXPIRED', ['importId'], forgotten(row));
        const context = { member, agreement, importId: row.id, uploadedBy: row.uploadedById };
        const preview = await this.writer.write(transaction, context, form, row.sha256);
        // What was promised is what happens, or nothing.
        if (preview.digest.toString('hex') !== input.digest) throw brokenRule('STALE_PREVIEW', ['digest']);
        this.refuse(preview.counts, input.skipFaultyRows === true);
        await this.keepOwn(transaction, locked, preview);
        const by = { memberId: member.session.memberId, at: member.now() };
        await markApplied(transaction, row, by, input.parts, preview.written);
        log(transaction, 'IMPORT_APPLIED', row, {
          parts: input.parts,
          written: preview.counts.ready,
          skipped: preview.counts.faulty,
        });
      } else log(transaction, 'IMPORT_APPLIED', row, { storedBefore: true });
    }).catch((error: unknown) => {
      const [first] = error instanceof BrokenRules ? error.faults : [];
      throw first && OVERTAKEN.has(first.code) ? brokenRule('STALE_PREVIEW', ['digest']) : error;
    });
  }

  /** Takes back what nobody has touched since; what was taken back already is left at that. */
  async undo(caller: Caller, importId: string, given: string): Promise<void> {
    const member = caller.assert('import.upload');
    const row = await this.imports.get(caller, importId);
    const rules = new InputRules();
    const reason = rules.prose(given, ['reason'], MAX_REASON);
    assertNoFaults(rules.faults);
    assertBrings(caller, row.form);
    const writer = this.writer.writerOf(row.form);
    if (!writer) throw brokenRule('IMPORT_NOT_APPLIED', ['importId']);
    const agreement = await this.agreements.get(caller, row.agreementId);
    await this.inTurn(member, row, async (transaction) => {
      const locked = await lockImport(transaction, row);
      if (locked.appliedAt === null) throw brokenRule('IMPORT_NOT_APPLIED', ['importId']);
      // A worker takes back its own records, a manager any.
      const isOthers = locked.appliedById !== member.session.memberId;
      if (writer.part === ImportPart.SERVICE_RECORDS && isOthers) caller.assert('serviceRecord.correctAny');
      if (locked.undoneAt !== null) {
        log(transaction, 'IMPORT_UNDONE', row, { storedBefore: true });
        return;
      }
      const context = { member, agreement, importId: row.id, uploadedBy: row.uploadedById };
      const written = await writtenOf(transaction, row);
      const { undone, kept } = await this.writer.undo(transaction, context, writer, written, reason);
      const by = { memberId: member.session.memberId, at: member.now() };
      await markUndone(transaction, row, by, reason, kept);
      log(transaction, 'IMPORT_UNDONE', row, { undone, kept: kept.length, reason });
    });
  }

  private async inTurn(
    member: Member,
    { organisationId }: SheetImportRow,
    work: (transaction: Write) => Promise<void>,
  ): Promise<void> {
    await member.rest();
    await this.turns.write(organisationId, async () => member.write(work));
  }

  /** The parts of a form that are written: all but published figures. */
  private checkParts({ form }: SheetImportRow, parts: readonly ImportPart[]): void {
    const rules = new InputRules();
    rules.count(parts.length, ['parts'], 1, Object.keys(ImportPart).length);
    const writer = this.writer.writerOf(form);
    for (const [at, part] of parts.entries()) {
      const isFigures = part === ImportPart.PUBLISHED_FIGURES && form === SheetForm.FUJIAN_1;
      if (isFigures) rules.add('FIGURES_NOT_WRITTEN', ['parts', at]);
      else if (part !== writer?.part) rules.add('PART_NOT_IN_FILE', ['parts', at]);
    }
    assertNoFaults(rules.faults);
  }

  private isApplied({ appliedAt, undoneAt, digest }: SheetImportRow, given: string): boolean {
    if (undoneAt !== null) throw brokenRule('IMPORT_ALREADY_UNDONE', ['importId']);
    if (appliedAt === null) return false;
    if (digest?.toString('hex') !== given) throw brokenRule('STALE_PREVIEW', ['digest']);
    return true;
  }

  /** Keeps what is written where somebody else, for whom it would be another, was the last to look at the preview. */
  private async keepOwn(transaction: Write, locked: SheetImportRow, preview: Preview): Promise<void> {
    const { digest, readingBasis, basis } = locked;
    if (!readingBasis || !basis || digest?.equals(preview.digest) === true) return;
    await storePreview(transaction, locked, preview, { reading: null, readingBasis, basis });
  }

  private refuse({ ready, faulty }: { ready: number; faulty: number }, isSkipping: boolean): void {
    if (faulty > 0 && !isSkipping) throw brokenRule('FAULTY_ROWS', ['skipFaultyRows'], { rows: faulty });
    if (ready === 0) throw brokenRule('NOTHING_TO_WRITE', ['importId']);
  }
}

function log(
  transaction: Write,
  action: 'IMPORT_APPLIED' | 'IMPORT_UNDONE',
  { id, agreementId }: ImportKey & Pick<SheetImportRow, 'agreementId'>,
  after: object,
): void {
  const thing = { thing: 'SheetImport', thingId: id, agreementIds: [agreementId] };
  transaction.log({ action, ...thing, after });
}
