import type { Caller, Write } from '../../../access';
import { type AgreementRow, type AgreementService, AgreementState } from '../../agreement';
import type { FormSource, ReadingContext } from '../form-source';
import type { FormReading } from '../form.rules';
import { ACTION_OF } from '../form-parts';
import type { SheetImportRow } from '../import.repository';
import { isOpen } from '../import-state.rules';
import { lockImport, storePreview } from './import-writing.repository';
import type { ImportWriter } from './import-writer';
import { packed } from './packed-reading';
import type { WritingContext } from './part-writer';

/** Makes previews: rehearses imports, and keeps what comes of it beside the file. */
export class ImportPreviews {
  constructor(
    private readonly agreements: AgreementService,
    private readonly source: FormSource,
    private readonly writer: ImportWriter,
  ) {}

  /** Rehearses an import that is locked or new, and keeps the preview. */
  async store(
    transaction: Write,
    context: WritingContext,
    form: FormReading,
    { sha256, readingBasis }: { sha256: Buffer; readingBasis: Buffer },
  ): Promise<void> {
    const { agreement, importId: id, member } = context;
    const today = member.today();
    const basis = await this.writer.basis(transaction, agreement, form.form, { readingBasis, today });
    const preview = await this.writer.rehearse(transaction, context, form, sha256);
    const key = { organisationId: agreement.organisationId, id };
    await storePreview(transaction, key, preview, { reading: await packed(form), readingBasis, basis });
  }

  /**
   * Whether the preview of an import is of data that have changed since. Only who may apply it can rehearse it: others see
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
    const today = member.today();
    const basis = await this.writer.basis(reader, agreement, row.form, { readingBasis, today });
    return row.basis?.equals(basis) !== true;
  }

  /** Brings the preview of an import up to date, where it is not applied and the caller may. */
  async refresh(caller: Caller, row: SheetImportRow): Promise<boolean> {
    const member = caller.assert('import.read');
    if (!isOpen(row, member.now()) || !member.may('import.upload') || !member.may(ACTION_OF[row.form]))
      return false;
    const agreement = await this.agreements.get(caller, row.agreementId);
    if (![AgreementState.CONFIRMED, AgreementState.PROPOSED].includes(agreement.state)) return false;
    const reading = await this.source.contextOf(caller, agreement);
    if (!(await this.isStale(caller, row, agreement, reading))) return false;
    const form = await this.source.again(caller, row, reading);
    await member.apart(async (own) =>
      own.write(async (transaction) => {
        const locked = await lockImport(transaction, row);
        const context = { member: own, agreement, importId: row.id };
        if (isOpen(locked, own.now()))
          await this.store(transaction, context, form, { sha256: row.sha256, readingBasis: reading.basis });
        transaction.log({
          ...{ action: 'IMPORT_PREVIEWED', thing: 'SheetImport', thingId: row.id },
          agreementIds: [row.agreementId],
          after: { form: row.form },
        });
      }),
    );
    return true;
  }
}
