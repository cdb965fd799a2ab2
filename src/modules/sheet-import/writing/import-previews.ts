import type { Caller, Write } from '../../../access';
import { type AgreementRow, type AgreementService, AgreementState } from '../../agreement';
import type { FormSource, ReadingContext } from '../form-source';
import type { FormReading } from '../form.rules';
import { mayBring } from '../form-parts';
import { sheetImportById, type SheetImportRow } from '../import.repository';
import { isOpen } from '../import-state.rules';
import type { ImportTurns } from '../import-turns';
import { lockImport, storePreview } from './import-writing.repository';
import type { ImportWriter, Preview } from './import-writer';
import { packed } from './packed-reading';
import type { WritingContext } from './part-writer';

/** A preview, and with it what was read and compared: by that it is known to be no longer true. */
interface MadePreview {
  preview: Preview;
  kept: { reading: Buffer; readingBasis: Buffer; basis: Buffer };
}

/** Makes previews: rehearses imports, and keeps what comes of it beside the file. */
export class ImportPreviews {
  constructor(
    private readonly agreements: AgreementService,
    private readonly source: FormSource,
    private readonly writer: ImportWriter,
    private readonly turns: ImportTurns,
  ) {}

  /** Rehearses an import in its turn; what `prepare` writes first is rolled back too. */
  async make(
    context: WritingContext,
    form: FormReading,
    basis: { sha256: Buffer; readingBasis: Buffer },
    prepare?: (transaction: Write) => Promise<void>,
  ): Promise<MadePreview> {
    await context.member.rest();
    return this.turns.write(context.agreement.organisationId, async () =>
      this.rehearse(context, form, basis, prepare),
    );
  }

  private async rehearse(
    context: WritingContext,
    form: FormReading,
    { sha256, readingBasis }: { sha256: Buffer; readingBasis: Buffer },
    prepare: (transaction: Write) => Promise<void> = async () => Promise.resolve(),
  ): Promise<MadePreview> {
    const reading = await packed(form);
    return context.member.rehearse(async (transaction) => {
      await prepare(transaction);
      const bases = await this.writer.bases(transaction, context, form.form, readingBasis);
      const preview = await this.writer.write(transaction, context, form, sha256);
      const basis = preview.isPersonal ? bases.personal : bases.common;
      return { preview, kept: { reading, readingBasis, basis } };
    });
  }

  /** Keeps the preview of an import that is locked or new. */
  async keep(
    transaction: Write,
    { agreement: { organisationId }, importId: id }: WritingContext,
    { preview, kept }: MadePreview,
  ): Promise<void> {
    await storePreview(transaction, { organisationId, id }, preview, kept);
  }

  /**
   * Whether the preview of an import is of data that have changed since, or of a member for whom it was another. Only who may apply it can rehearse it: others see
   * it as it was last made.
   */
  async isStale(
    caller: Caller,
    row: SheetImportRow,
    agreement: AgreementRow,
    { basis: readingBasis }: ReadingContext,
  ): Promise<boolean> {
    const member = caller.assert('import.read');
    const reader = { query: member.read.bind(member) };
    const { common, personal } = await this.writer.bases(
      reader,
      { member, agreement },
      row.form,
      readingBasis,
    );
    return ![common, personal].some((basis) => row.basis?.equals(basis));
  }

  /**
   * Brings the preview of an import up to date, where it is not applied and the caller may. Of those who look at it at once
   * the first one does, the others find it done.
   */
  async refresh(caller: Caller, row: SheetImportRow): Promise<boolean> {
    if (!(await this.outdated(caller, row))) return false;
    // Not with two connections at once: requests that hold one and wait for another would wait for one another.
    await caller.assert('import.read').rest();
    await this.turns.write(row.organisationId, async () => this.renew(caller, row.id));
    return true;
  }

  /** With what a preview is to be made anew; null where it is true, or is left as it is. */
  private async outdated(
    caller: Caller,
    row: SheetImportRow,
  ): Promise<{ agreement: AgreementRow; reading: ReadingContext } | null> {
    const member = caller.assert('import.read');
    if (!isOpen(row, member.now()) || !mayBring(member, row.form)) return null;
    const agreement = await this.agreements.get(caller, row.agreementId);
    if (![AgreementState.CONFIRMED, AgreementState.PROPOSED].includes(agreement.state)) return null;
    const reading = await this.source.contextOf(caller, agreement);
    return (await this.isStale(caller, row, agreement, reading)) ? { agreement, reading } : null;
  }

  private async renew(caller: Caller, id: string): Promise<void> {
    const member = caller.assert('import.read');
    const row = await member.load(sheetImportById, id);
    const found = row && (await this.outdated(caller, row));
    if (!found) return;
    const { agreement, reading } = found;
    const form = await this.source.again(caller, row, reading);
    await member.rest();
    await member.apart(async (own) => {
      const context = { member: own, agreement, importId: row.id, uploadedBy: row.uploadedById };
      const made = await this.rehearse(context, form, { sha256: row.sha256, readingBasis: reading.basis });
      await own.write(async (transaction) => {
        const locked = await lockImport(transaction, row);
        if (isOpen(locked, own.now())) await this.keep(transaction, context, made);
        transaction.log({
          action: 'IMPORT_PREVIEWED',
          thing: 'SheetImport',
          thingId: row.id,
          agreementIds: [row.agreementId],
          after: { form: row.form },
        });
      });
    });
  }
}
