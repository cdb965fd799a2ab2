import { createHash } from 'node:crypto';
import { type Action, type Caller, type Member } from '../../access';
import { message } from '../../messages';
import { AppError, notFound } from '../../platform/app-error';
import { type Connection, type PageArgs, toConnection, toPage } from '../../platform/graphql/connection';
import { isId, newId } from '../../platform/ids';
import { FileRefusal, readWorkbook } from '../../platform/sheets';
import { storedText } from '../../platform/text-forms';
import {
  type AgreementKey,
  type AgreementRow,
  type AgreementService,
  AgreementState,
  keyOf,
} from '../agreement';
import type { Catalogue } from '../completion';
import { type FormReading, readForm } from './form.rules';
import { SheetForm } from './import.enums';
import {
  faultCountOf,
  type FaultRow,
  faultsOf,
  importCountOfAgreement,
  importsOfAgreement,
  insertImport,
  lockedSameFile,
  sheetImportById,
  type SheetImportRow,
} from './import.repository';
import type { FaultArgs } from './import.type';

const DAYS_KEPT = 30;
const MS_A_DAY = 86_400_000;
const MAX_FILE_NAME = 200;
const MAX_PAGE = 100;

/** What a file changes in the end, and so who may bring it. */
const ACTION_OF: Record<SheetForm, Action> = {
  FUJIAN_1: 'target.set',
  FUJIAN_2: 'staff.manage',
  SERVICE_LOG: 'serviceRecord.record',
};

export interface UploadedFile {
  agreementId: string;
  name: string;
  bytes: Buffer;
}

/** 表格导入: files as they were uploaded, read and kept for a while; nothing of them is recorded. */
export class ImportService {
  constructor(
    private readonly catalogue: Catalogue,
    private readonly agreements: AgreementService,
  ) {}

  /** Reads a file and keeps it; the same bytes again are the same import. */
  async upload(caller: Caller, { agreementId, name, bytes }: UploadedFile): Promise<string> {
    const member = caller.assert('import.upload');
    const agreement = await this.agreements.get(caller, agreementId);
    const form = await this.read(caller, agreement, bytes);
    const kind = SheetForm[form.form];
    caller.assert(ACTION_OF[kind]);
    const at = member.now();
    const sha256 = createHash('sha256').update(bytes).digest();
    return member.write(async (transaction) => {
      const key = keyOf(agreement);
      const same = await lockedSameFile(transaction, key, sha256, at);
      const id = same ?? newId();
      const fileName = nameOf(name);
      if (same === null) {
        await insertImport(transaction, key, {
          ...{ id, form: kind, fileName, sha256, content: bytes, faults: form.faults, counts: form.counts },
          ...{ uploadedAt: at, expiresAt: new Date(at.getTime() + DAYS_KEPT * MS_A_DAY) },
          uploadedBy: member.session.memberId,
        });
      }
      transaction.log({
        ...{ action: 'IMPORT_UPLOADED', thing: 'SheetImport', thingId: id },
        agreementIds: [agreement.id],
        after: { form: kind, sha256: sha256.toString('hex'), isNew: same === null },
      });
      return id;
    });
  }

  private async read(caller: Caller, agreement: AgreementRow, bytes: Buffer): Promise<FormReading> {
    if (agreement.state !== AgreementState.CONFIRMED)
      throw new AppError('BAD_REQUEST', message('NOT_CONFIRMED'));
    const key = keyOf(agreement);
    const parts = await this.agreements.zonesAndPoints(caller, key);
    // Zones and points that were loaded together refer to each other.
    const zones = parts.zones.map(({ id, name }) => ({ id, name }));
    const points = parts.points.map(({ id, name, zoneId }) => ({ id, name, zoneId }));
    const projects = await this.agreements.projects(caller, key);
    const terms = await this.agreements.terms(caller, key);
    const { indicators } = this.catalogue;
    // Without a database connection meanwhile: this takes seconds.
    const workbook = await caller.aside(async () => readWorkbook(bytes)).catch(refused);
    const form = readForm(workbook, { indicators, zones, points, projects, terms });
    if ('unclear' in form) throw refusal('BAD_REQUEST', form.unclear);
    return form;
  }

  async get(caller: Caller, id: string): Promise<SheetImportRow> {
    const member = caller.assert('import.read');
    const row = isId(id) ? await member.load(sheetImportById, id) : null;
    if (!row) throw notFound(id);
    return row;
  }

  /** What was uploaded for an agreement, latest first. */
  async listOf(caller: Caller, agreement: AgreementKey, args: PageArgs): Promise<Connection<SheetImportRow>> {
    const member = caller.assert('import.read');
    const page = toPage(args, ['timestamptz', 'uuid']);
    return toConnection(
      await member.load(importsOfAgreement(page), agreement),
      page,
      (row) => [row.uploadedAt.toISOString(), row.id],
      async () => member.load(importCountOfAgreement, agreement),
    );
  }

  /** The faults of an import, in the order of its cells. */
  async faults(
    caller: Caller,
    row: SheetImportRow,
    { severity = null, ...args }: FaultArgs,
  ): Promise<Connection<FaultRow>> {
    const member = caller.assert('import.read');
    const page = toPage(args, ['integer'], MAX_PAGE);
    const after = Number(page.after?.[0] ?? 0);
    const rows = this.isExpired(member, row)
      ? []
      : await member.load(faultsOf(severity, after, page.size + 1), row);
    return toConnection(
      rows,
      page,
      ({ place }) => [String(place)],
      async () => (this.isExpired(member, row) ? 0 : member.load(faultCountOf(severity), row)),
    );
  }

  isExpired(member: Pick<Member, 'now'>, { expiresAt }: SheetImportRow): boolean {
    return member.now() >= expiresAt;
  }
}

function nameOf(given: string): string {
  return Array.from(storedText(given)).slice(0, MAX_FILE_NAME).join('').trim() || '未命名';
}

function refused(error: unknown): never {
  if (!(error instanceof FileRefusal)) throw error;
  const { reason } = error;
  if (reason.code === 'FILE_TOO_LARGE') throw refusal('PAYLOAD_TOO_LARGE', reason);
  const isOther = reason.code === 'FILE_KIND_UNKNOWN' || reason.code === 'FILE_IS_WEB_PAGE';
  throw refusal(isOther ? 'UNSUPPORTED_MEDIA_TYPE' : 'BAD_REQUEST', reason);
}

/** A refusal that names its reason: several have the same code. */
function refusal(
  code: 'BAD_REQUEST' | 'PAYLOAD_TOO_LARGE' | 'UNSUPPORTED_MEDIA_TYPE',
  reason: FileRefusal['reason'],
): AppError {
  return new AppError(code, reason, { details: { reason: reason.code } });
}
