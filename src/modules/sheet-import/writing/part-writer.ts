import type { Member, Write } from '../../../access';
import type { Transaction } from '../../../platform/database/tenant-scope';
import type { AgreementRow } from '../../agreement';
import type { FormReading } from '../form.rules';
import type { ImportPart } from '../import.enums';
import type { SheetFault } from '../reading/fault';

/** What is written, or was: one thing, before and after. */
export interface PartChange {
  sheet: string;
  /** Where the file has it: D9. */
  cell: string;
  /** What it is about, in names of the domain: 片区一 · 红棉热线服务次数. */
  subject: string;
  /** Null where there was nothing. */
  was: string | null;
  becomes: string | null;
}

/** Who writes what, into which agreement. */
export interface WritingContext {
  member: Member;
  agreement: AgreementRow;
  importId: string;
  /** The member who has brought the file. */
  uploadedBy: string;
}

/** What became of the lines of a form that were read without a fault. */
export interface PartResult {
  changes: PartChange[];
  /** Lines of the form, which add up to those that the reading has as ready. */
  counts: { ready: number; unchanged: number; faulty: number };
  /** What the rules refuse, each at its cell: ERROR where the line is not written. */
  faults: SheetFault[];
  /** Whether it may be another for another member. */
  isPersonal?: boolean;
  /** What `undo` needs, as JSON: ids and revisions, no words of people. */
  written: unknown;
}

/** What became of an import that is taken back. */
export interface UndoResult {
  undone: number;
  /** As the import left it, and as it is now: changed since, or in a closed month. */
  kept: PartChange[];
}

/**
 * Writes one part of a form. The preview is the same call in a transaction that is rolled back: everything is read and
 * written through the transaction, nothing has an effect outside it, and the result is the same for the same data.
 */
export interface PartWriter<Form extends FormReading['form'] = FormReading['form']> {
  readonly part: ImportPart;
  readonly form: Form;

  /**
   * A text that changes with the data that `write` compares the form with or is judged by, zones and terms excepted:
   * by it a preview is known to be no longer true. Asked whenever a preview is read, so it is cheap.
   */
  basis(transaction: Transaction, agreement: AgreementRow): Promise<string>;

  /** Equal for members for whom a personal result of `write` is the same. */
  viewpoint?(member: Member): string;

  /** Writes what it can: a line that a rule refuses is left out and has a fault; only what nobody can mend is thrown. */
  write(
    transaction: Write,
    context: WritingContext,
    form: Extract<FormReading, { form: Form }>,
  ): Promise<PartResult>;

  /** Takes back what nobody has touched since. */
  undo(transaction: Write, context: WritingContext, written: unknown, reason: string): Promise<UndoResult>;
}
