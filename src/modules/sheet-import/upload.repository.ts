import { members } from '../../access';
import { lockRow } from '../../platform/database/row-lock';
import { statement } from '../../platform/database/statement';
import type { Transaction } from '../../platform/database/tenant-scope';
import { type AgreementKey, agreements, SCOPE } from '../agreement';
import type { SheetForm } from './import.enums';

const SAME = statement<{ id: string }>(
  'sheetImport.same',
  `select s.id from core.sheet_import s
    where s.organisation_id = $1 and s.agreement_id = $2 and s.sha256 = $3 and s.expires_at > $4
      and s.undone_at is null
    order by s.id limit 1`,
);

/** The import of the same bytes that is still kept, and not undone; who brings them at the same time waits. */
export async function lockedSameFile(
  transaction: Transaction,
  { organisationId, agreementId }: AgreementKey,
  sha256: Buffer,
  at: Date,
): Promise<string | null> {
  await lockRow(transaction, 'sheet import', agreementId, sha256.toString('hex'));
  const [row] = await transaction.query(SAME, [organisationId, agreementId, sha256, at]);
  return row?.id ?? null;
}

/** What is kept of a file. */
export interface NewImport {
  id: string;
  form: SheetForm;
  fileName: string;
  sha256: Buffer;
  content: Buffer;
  uploadedAt: Date;
  expiresAt: Date;
  /** Of the member. */
  uploadedBy: string;
}

const INSERT = statement<{ id: string }>(
  'sheetImport.insert',
  `insert into core.sheet_import (${SCOPE}, id, form, file_name, sha256, content, faults, ready, ignored, faulty, uploaded_at,
          expires_at, uploaded_by, uploaded_by_name)
   select a.organisation_id, a.id, a.station_id, a.purchaser_id, a.district_code, $3, $4, $5, $6, $7, '[]', 0, 0, 0,
          $8, $9, m.id, m.display_name
     from ${agreements('a')} join ${members('m')} on m.organisation_id = a.organisation_id and m.id = $10
    where a.organisation_id = $1 and a.id = $2
   returning id`,
);

/** Keeps a file, of which nothing is read yet. */
export async function insertImport(
  transaction: Transaction,
  { organisationId, agreementId }: AgreementKey,
  file: NewImport,
): Promise<void> {
  const rows = await transaction.query(INSERT, [
    organisationId,
    agreementId,
    file.id,
    file.form,
    file.fileName,
    file.sha256,
    file.content,
    file.uploadedAt,
    file.expiresAt,
    file.uploadedBy,
  ]);
  if (rows.length === 0) throw new Error('the agreement of an upload is gone');
}

const EXPIRE = statement(
  'sheetImport.expire',
  `update core.sheet_import s set faults = null where s.expires_at <= $1`,
);

/**
 * Forgets the files whose time is up, of all operators: with its faults the database forgets a file, and all that was read
 * of it. As the sender, whose policy passes over what is forgotten.
 */
export async function expireFiles(transaction: Transaction, at: Date): Promise<void> {
  await transaction.query(EXPIRE, [at]);
}
