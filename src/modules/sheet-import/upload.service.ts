import { createHash } from 'node:crypto';
import type { Caller } from '../../access';
import { newId } from '../../platform/ids';
import { storedText } from '../../platform/text-forms';
import { type AgreementService, keyOf } from '../agreement';
import { assertTakes, type FormSource } from './form-source';
import { assertBrings } from './form-parts';
import { SheetForm } from './import.enums';
import type { ImportPreviews } from './writing/import-previews';
import { insertImport, lockedSameFile, type NewImport } from './upload.repository';

const DAYS_KEPT = 30;
const MS_A_DAY = 86_400_000;
const MAX_FILE_NAME = 200;

interface UploadedFile {
  agreementId: string;
  name: string;
  bytes: Buffer;
}

/** Takes files: each is read, compared with what is there, and kept for a while; nothing of it is recorded. */
export class UploadService {
  constructor(
    private readonly agreements: AgreementService,
    private readonly source: FormSource,
    private readonly previews: ImportPreviews,
  ) {}

  /** Reads a file and keeps it; the same bytes again are the same import, unless that was undone. */
  async upload(caller: Caller, { agreementId, name, bytes }: UploadedFile): Promise<string> {
    const member = caller.assert('import.upload');
    const agreement = await this.agreements.get(caller, agreementId);
    assertTakes(agreement, 'FUJIAN_1');
    const reading = await this.source.contextOf(caller, agreement);
    const form = await this.source.read(bytes, reading, caller.aside);
    const kind = SheetForm[form.form];
    assertBrings(caller, kind);
    assertTakes(agreement, form.form);
    const at = member.now();
    const sha256 = createHash('sha256').update(bytes).digest();
    const key = keyOf(agreement);
    const own = newId();
    const file: NewImport = {
      id: own,
      form: kind,
      fileName: nameOf(name),
      sha256,
      content: bytes,
      uploadedAt: at,
      expiresAt: new Date(at.getTime() + DAYS_KEPT * MS_A_DAY),
      uploadedBy: member.session.memberId,
    };
    const context = { member, agreement, importId: own, uploadedBy: member.session.memberId };
    const basis = { sha256, readingBasis: reading.basis };
    const made = await this.previews.make(context, form, basis, async (transaction) =>
      insertImport(transaction, key, file),
    );
    return member.write(async (transaction) => {
      const same = await lockedSameFile(transaction, key, sha256, at);
      const id = same ?? own;
      if (same === null) {
        await insertImport(transaction, key, file);
        await this.previews.keep(transaction, context, made);
      }
      transaction.log({
        action: 'IMPORT_UPLOADED',
        thing: 'SheetImport',
        thingId: id,
        agreementIds: [agreement.id],
        after: { form: kind, sha256: sha256.toString('hex'), isNew: same === null },
      });
      return id;
    });
  }
}

function nameOf(given: string): string {
  const printable = storedText(given).replace(/\p{Cc}/gu, '');
  return Array.from(printable).slice(0, MAX_FILE_NAME).join('').trim() || '未命名';
}
