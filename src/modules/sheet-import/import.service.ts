import type { Caller } from '../../access';
import { notFound } from '../../platform/app-error';
import { type Connection, type PageArgs, toConnection, toPage } from '../../platform/graphql/connection';
import { isId } from '../../platform/ids';
import type { AgreementKey } from '../agreement';
import { mayBring, PARTS_OF } from './form-parts';
import { ImportPart } from './import.enums';
import { isGone } from './import-state.rules';
import {
  changeCountOf,
  changesOf,
  faultCountOf,
  faultsOf,
  importCountOfAgreement,
  importsOfAgreement,
  keptOf,
  namesOf,
  type Placed,
  sheetImportById,
  type SheetImportRow,
} from './import.repository';
import type { ChangeArgs, FaultArgs, ImportPartSummaryType } from './import.type';
import type { SheetFault } from './reading/fault';
import type { ReadName } from './reading/name-book';
import type { ImportChange } from './writing/import-writer';
import type { ImportPreviews } from './writing/import-previews';

const MAX_PAGE = 100;

/** 表格导入: files that were uploaded, what would be written of them, and what was. */
export class ImportService {
  constructor(private readonly previews: ImportPreviews) {}

  async get(caller: Caller, id: string): Promise<SheetImportRow> {
    const member = caller.assert('import.read');
    const row = isId(id) ? await member.load(sheetImportById, id) : null;
    if (!row) throw notFound(id);
    return row;
  }

  /** An import whose preview is true as of now, where the caller may write it. */
  async current(caller: Caller, id: string): Promise<SheetImportRow> {
    const row = await this.get(caller, id);
    if (!(await this.previews.refresh(caller, row))) return row;
    // What is read from here on has the new preview.
    await caller.assert('import.read').rest();
    return this.get(caller, id);
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
  ): Promise<Connection<Placed<SheetFault>>> {
    const member = caller.assert('import.read');
    return placed(
      args,
      async (after, size) => member.load(faultsOf(severity, after, size), row),
      async () => member.load(faultCountOf(severity), row),
      isGone(row, member.now()),
    );
  }

  /** What would be written, or was. */
  async changes(
    caller: Caller,
    row: SheetImportRow,
    { part = null, ...args }: ChangeArgs,
  ): Promise<Connection<Placed<ImportChange>>> {
    const member = caller.assert('import.read');
    return placed(
      args,
      async (after, size) => member.load(changesOf(part, after, size), row),
      async () => member.load(changeCountOf(part), row),
      isGone(row, member.now()),
    );
  }

  async names(caller: Caller, row: SheetImportRow): Promise<ReadName[]> {
    const member = caller.assert('import.read');
    return isGone(row, member.now()) ? [] : member.load(namesOf, row);
  }

  async parts(caller: Caller, row: SheetImportRow): Promise<ImportPartSummaryType[]> {
    const member = caller.assert('import.read');
    const isAllowed = mayBring(member, row.form);
    const summaries = PARTS_OF[row.form].map(async (part) => ({
      part,
      changes: isGone(row, member.now()) ? 0 : await member.load(changeCountOf(part), row),
      mayApply: isAllowed && part !== ImportPart.PUBLISHED_FIGURES,
    }));
    return Promise.all(summaries);
  }

  /** What could not be taken back. */
  async kept(caller: Caller, row: SheetImportRow): Promise<ImportChange[]> {
    const member = caller.assert('import.read');
    return isGone(row, member.now()) ? [] : member.load(keptOf, row);
  }
}

/** A page of a list that an import keeps by its places; nothing once the file is gone. */
async function placed<Item>(
  args: PageArgs,
  read: (after: number, size: number) => Promise<Placed<Item>[]>,
  count: () => Promise<number>,
  isForgotten: boolean,
): Promise<Connection<Placed<Item>>> {
  const page = toPage(args, ['integer'], MAX_PAGE);
  const rows = isForgotten ? [] : await read(Number(page.after?.[0] ?? 0), page.size + 1);
  return toConnection(
    rows,
    page,
    ({ place }) => [String(place)],
    async () => (isForgotten ? 0 : count()),
  );
}
