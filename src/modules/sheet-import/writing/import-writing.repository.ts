import type { Member } from '../../../access';
import { members } from '../../../access';
import { statement } from '../../../platform/database/statement';
import type { Transaction } from '../../../platform/database/tenant-scope';
import { COLUMNS, type SheetImportRow } from '../import.repository';
import type { Preview } from './import-writer';

const CONTENT = statement<{ content: Buffer | null }>(
  'sheetImport.content',
  `select s.content from core.sheet_import s where s.organisation_id = $1 and s.id = $2`,
);
const READING = statement<{ reading: Buffer | null }>(
  'sheetImport.reading',
  `select s.reading from core.sheet_import s where s.organisation_id = $1 and s.id = $2`,
);

/** The bytes of a file; null once they are forgotten. */
export async function contentOf(member: Member, organisationId: string, id: string): Promise<Buffer | null> {
  const [row] = await member.read(CONTENT, [organisationId, id]);
  return row?.content ?? null;
}

/** What was read of a file, packed. */
export async function readingOf(member: Member, organisationId: string, id: string): Promise<Buffer | null> {
  const [row] = await member.read(READING, [organisationId, id]);
  return row?.reading ?? null;
}

const LOCK = statement<SheetImportRow>(
  'sheetImport.lock',
  `select ${COLUMNS} from core.sheet_import s where s.organisation_id = $1 and s.id = $2 for update`,
);

/** Row-locks an import until the transaction ends. */
export async function lockImport(
  transaction: Transaction,
  { organisationId, id }: Pick<SheetImportRow, 'organisationId' | 'id'>,
): Promise<SheetImportRow> {
  const [row] = await transaction.query(LOCK, [organisationId, id]);
  if (!row) throw new Error('an import is gone');
  return row;
}

const STORE = statement(
  'sheetImport.storePreview',
  `update core.sheet_import s
      set reading = coalesce($3, s.reading), reading_basis = $4, basis = $5, names = $6::jsonb, faults = $7::jsonb,
          changes = $8::jsonb, ready = $9, unchanged = $10, ignored = $11, faulty = $12, digest = $13
    where s.organisation_id = $1 and s.id = $2`,
);

/** Of what data a preview is. */
interface PreviewBasis {
  /** The reading, packed; null where that is kept already. */
  reading: Buffer | null;
  readingBasis: Buffer;
  basis: Buffer;
}

export async function storePreview(
  transaction: Transaction,
  { organisationId, id }: Pick<SheetImportRow, 'organisationId' | 'id'>,
  { names, faults, changes, counts, digest }: Preview,
  { reading, readingBasis, basis }: PreviewBasis,
): Promise<void> {
  await transaction.query(STORE, [
    organisationId,
    id,
    reading,
    readingBasis,
    basis,
    JSON.stringify(names),
    JSON.stringify(faults),
    JSON.stringify(changes),
    counts.ready,
    counts.unchanged,
    counts.ignored,
    counts.faulty,
    digest,
  ]);
}

const APPLY = statement(
  'sheetImport.apply',
  `update core.sheet_import s
      set applied_at = $3, applied_by = m.id, applied_by_name = m.display_name, applied_parts = $5, skipped = s.faulty,
          written = $6::jsonb
     from ${members('m')}
    where s.organisation_id = $1 and s.id = $2 and m.organisation_id = $1 and m.id = $4`,
);

/** Who did something, and when. */
export interface By {
  memberId: string;
  at: Date;
}

export async function markApplied(
  transaction: Transaction,
  { organisationId, id }: Pick<SheetImportRow, 'organisationId' | 'id'>,
  { memberId, at }: By,
  parts: readonly string[],
  written: unknown,
): Promise<void> {
  await transaction.query(APPLY, [organisationId, id, at, memberId, parts, JSON.stringify(written)]);
}

const WRITTEN = statement<{ written: unknown }>(
  'sheetImport.written',
  `select s.written from core.sheet_import s where s.organisation_id = $1 and s.id = $2`,
);

/** What an applied import keeps for its undoing. */
export async function writtenOf(
  transaction: Transaction,
  { organisationId, id }: Pick<SheetImportRow, 'organisationId' | 'id'>,
): Promise<unknown> {
  const [row] = await transaction.query(WRITTEN, [organisationId, id]);
  return row?.written;
}

// What is kept names people, and is forgotten with the file; where that is gone, it is not answered.
const UNDO = statement(
  'sheetImport.undo',
  `update core.sheet_import s
      set undone_at = $3, undone_by = m.id, undone_by_name = m.display_name, undo_reason = $5,
          kept = case when s.content is null then null else $6::jsonb end
     from ${members('m')}
    where s.organisation_id = $1 and s.id = $2 and m.organisation_id = $1 and m.id = $4`,
);

export async function markUndone(
  transaction: Transaction,
  { organisationId, id }: Pick<SheetImportRow, 'organisationId' | 'id'>,
  { memberId, at }: By,
  reason: string,
  kept: unknown,
): Promise<void> {
  await transaction.query(UNDO, [organisationId, id, at, memberId, reason, JSON.stringify(kept)]);
}
