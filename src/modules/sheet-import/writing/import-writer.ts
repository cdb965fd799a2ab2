import { createHash } from 'node:crypto';
import type { Write } from '../../../access';
import { lockRow } from '../../../platform/database/row-lock';
import type { Transaction } from '../../../platform/database/tenant-scope';
import type { FormReading } from '../form.rules';
import type { ImportPart } from '../import.enums';
import type { SheetFault } from '../reading/fault';
import type { ReadName } from '../reading/name-book';
import type { PartChange, PartWriter, WritingContext } from './part-writer';

/** Imports of one agreement wait for one another: each is compared with what the others have brought. */
const LOCK = 'written sheet import';

/** A change, and the part of the form that it is of. */
export interface ImportChange extends PartChange {
  part: ImportPart;
}

/** What of a form is written, or would be. */
export interface Preview {
  names: ReadName[];
  faults: SheetFault[];
  changes: ImportChange[];
  counts: { ready: number; unchanged: number; ignored: number; faulty: number };
  /** Of the file and all of this. */
  digest: Buffer;
  /** Whether it may be another for another member. */
  isPersonal: boolean;
  /** What undoing needs. */
  written: unknown;
}

/** By what a preview is known to be no longer true. */
interface PreviewBases {
  common: Buffer;
  personal: Buffer;
}

/** Writes forms, each by its writer. A preview is the same write, rolled back. */
export class ImportWriter {
  constructor(private readonly writers: readonly PartWriter[]) {}

  /** What writes of a form all that is ever written of it. */
  writerOf(form: FormReading['form']): PartWriter | undefined {
    return this.writers.find((writer) => writer.form === form);
  }

  /** Hashes that change with whatever a preview depends on, but for the file: of one that is the same for all members, and else. */
  async bases(
    transaction: Transaction,
    { member, agreement }: Pick<WritingContext, 'member' | 'agreement'>,
    form: FormReading['form'],
    readingBasis: Buffer,
  ): Promise<PreviewBases> {
    const writer = this.writerOf(form);
    const data = await writer?.basis(transaction, agreement);
    const common = [readingBasis.toString('hex'), member.today(), agreement.state, data];
    return { common: sha256(common), personal: sha256([...common, writer?.viewpoint?.(member)]) };
  }

  async write(
    transaction: Write,
    context: WritingContext,
    form: FormReading,
    file: Buffer,
  ): Promise<Preview> {
    await lockRow(transaction, LOCK, context.agreement.id);
    const writer = this.writerOf(form.form);
    const result = writer && (await writer.write(transaction, context, form));
    const { ready, ignored, faulty } = form.counts;
    const counts = {
      ready: result?.counts.ready ?? ready,
      unchanged: result?.counts.unchanged ?? 0,
      ignored,
      faulty: faulty + (result?.counts.faulty ?? 0),
    };
    const { names } = form;
    const faults = [...form.faults, ...(result?.faults ?? [])];
    const changes = writer ? (result?.changes ?? []).map((change) => ({ part: writer.part, ...change })) : [];
    const digest = sha256([file.toString('hex'), names, faults, changes, counts]);
    const { written = null, isPersonal = false } = result ?? {};
    return { names, faults, changes, counts, digest, written, isPersonal };
  }

  async undo(
    transaction: Write,
    context: WritingContext,
    writer: PartWriter,
    written: unknown,
    reason: string,
  ): Promise<{ undone: number; kept: ImportChange[] }> {
    await lockRow(transaction, LOCK, context.agreement.id);
    const { undone, kept } = await writer.undo(transaction, context, written, reason);
    return { undone, kept: kept.map((change) => ({ part: writer.part, ...change })) };
  }
}

function sha256(content: unknown): Buffer {
  return createHash('sha256').update(JSON.stringify(content)).digest();
}
