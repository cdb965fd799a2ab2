import { type Statement, statement } from '../../platform/database/statement';
import type { TenantScope } from '../../platform/database/tenant-scope';
import type { Page } from '../../platform/graphql/connection';
import { type Batch, matched } from '../../platform/graphql/loaders';
import { type AgreementKey, countOfAgreement, pageOfAgreement } from '../agreement';
import type { ImportPart, SheetForm } from './import.enums';
import type { SheetFault } from './reading/fault';
import type { ReadName } from './reading/name-book';
import type { ImportChange } from './writing/import-writer';

export interface SheetImportRow extends AgreementKey {
  id: string;
  form: SheetForm;
  fileName: string;
  sha256: Buffer;
  ready: number;
  unchanged: number;
  ignored: number;
  faulty: number;
  uploadedAt: Date;
  uploadedBy: string;
  uploadedById: string;
  expiresAt: Date;
  /** Of what the reading and the preview are; null before there is one. */
  readingBasis: Buffer | null;
  basis: Buffer | null;
  digest: Buffer | null;
  appliedAt: Date | null;
  appliedBy: string | null;
  appliedById: string | null;
  appliedParts: ImportPart[] | null;
  skipped: number | null;
  undoneAt: Date | null;
  undoneBy: string | null;
  undoReason: string | null;
}

export const COLUMNS = `s.id, s.organisation_id as "organisationId", s.agreement_id as "agreementId", s.form,
  s.file_name as "fileName", s.sha256, s.ready, s.unchanged, s.ignored, s.faulty, s.uploaded_at as "uploadedAt",
  s.uploaded_by_name as "uploadedBy", s.uploaded_by as "uploadedById", s.expires_at as "expiresAt", s.reading_basis as "readingBasis", s.basis, s.digest,
  s.applied_at as "appliedAt", s.applied_by_name as "appliedBy", s.applied_by as "appliedById",
  s.applied_parts as "appliedParts", s.skipped, s.undone_at as "undoneAt", s.undone_by_name as "undoneBy",
  s.undo_reason as "undoReason"`;

const BY_IDS = statement<SheetImportRow>(
  'sheetImport.byIds',
  `select ${COLUMNS} from core.sheet_import s where s.id = any ($1::uuid[])`,
);

/** One import within the scope, or null. */
export const sheetImportById: Batch<TenantScope, string, SheetImportRow | null> = {
  name: BY_IDS.name,
  keyOf: (id) => id,
  fetch: async (scope, ids) => matched(ids, await scope.read(BY_IDS, [ids]), (row) => row.id),
};

/** A page of the imports of each agreement, latest first. */
export const importsOfAgreement = (page: Page): Batch<TenantScope, AgreementKey, SheetImportRow[]> =>
  pageOfAgreement(
    {
      name: 'sheetImport.ofAgreement',
      table: 'core.sheet_import',
      columns: COLUMNS,
      sort: [
        ['s.uploaded_at', 'timestamptz'],
        ['s.id', 'uuid'],
      ],
    },
    page,
  );

export const importCountOfAgreement = countOfAgreement('sheetImport.countOfAgreement', 'core.sheet_import');

/** One of a list that is kept as JSON, with its place in it. */
export type Placed<Item> = Item & { place: number };

interface PlacedRow<Item> {
  place: number;
  item: Item;
}

export type ImportKey = Pick<SheetImportRow, 'organisationId' | 'id'>;

/** A list that an import keeps as JSON, and the property by which it is chosen from. */
interface KeptList {
  column: 'faults' | 'changes';
  property: string;
}

const FAULTS: KeptList = { column: 'faults', property: 'severity' };
const CHANGES: KeptList = { column: 'changes', property: 'part' };

const itemsOf = ({ column, property }: KeptList): string =>
  `core.sheet_import s cross join lateral jsonb_array_elements(s.${column}) with ordinality f(item, place)
    where s.organisation_id = $1 and s.id = $2 and ($3::text is null or f.item->>'${property}' = $3)`;

const FAULT_PAGE = statement<PlacedRow<SheetFault>>(
  'sheetImport.faults',
  `select f.place::int as place, f.item from ${itemsOf(FAULTS)} and f.place > $4 order by f.place limit $5`,
);
const CHANGE_PAGE = statement<PlacedRow<ImportChange>>(
  'sheetImport.changes',
  `select f.place::int as place, f.item from ${itemsOf(CHANGES)} and f.place > $4 order by f.place limit $5`,
);
const FAULT_COUNT = statement<{ count: number }>(
  'sheetImport.faultCount',
  `select count(*)::int as count from ${itemsOf(FAULTS)}`,
);
const CHANGE_COUNT = statement<{ count: number }>(
  'sheetImport.changeCount',
  `select count(*)::int as count from ${itemsOf(CHANGES)}`,
);

/** A page of a list of each import; nothing of a file that is gone. */
function pageOf<Item>(
  page: Statement<PlacedRow<Item>>,
  chosen: string | null,
  after: number,
  size: number,
): Batch<TenantScope, ImportKey, Placed<Item>[]> {
  return eachOf(`${page.name} ${chosen} ${after} ${size}`, async (scope, { organisationId, id }) => {
    const rows = await scope.read(page, [organisationId, id, chosen, after, size]);
    return rows.map(({ place, item }) => ({ place, ...item }));
  });
}

function countOf(
  count: Statement<{ count: number }>,
  chosen: string | null,
): Batch<TenantScope, ImportKey, number> {
  return eachOf(`${count.name} ${chosen}`, async (scope, { organisationId, id }) => {
    const [row] = await scope.read(count, [organisationId, id, chosen]);
    return row?.count ?? 0;
  });
}

/** Of each import by itself: a request names one. */
function eachOf<Value>(
  name: string,
  read: (scope: TenantScope, key: ImportKey) => Promise<Value>,
): Batch<TenantScope, ImportKey, Value> {
  return {
    name,
    keyOf: ({ id }) => id,
    fetch: async (scope, keys) => {
      const values: Value[] = [];
      for (const key of keys) values.push(await read(scope, key));
      return values;
    },
  };
}

export const faultsOf = (severity: string | null, after: number, size: number) =>
  pageOf(FAULT_PAGE, severity, after, size);
export const faultCountOf = (severity: string | null) => countOf(FAULT_COUNT, severity);
export const changesOf = (part: string | null, after: number, size: number) =>
  pageOf(CHANGE_PAGE, part, after, size);
export const changeCountOf = (part: string | null) => countOf(CHANGE_COUNT, part);

const NAMES = statement<{ names: ReadName[] | null }>(
  'sheetImport.names',
  `select s.names from core.sheet_import s where s.organisation_id = $1 and s.id = $2`,
);
const KEPT = statement<{ kept: ImportChange[] | null }>(
  'sheetImport.kept',
  `select s.kept from core.sheet_import s where s.organisation_id = $1 and s.id = $2`,
);

/** The names in each file, and what they were taken for. */
export const namesOf: Batch<TenantScope, ImportKey, ReadName[]> = eachOf(
  NAMES.name,
  async (scope, { organisationId, id }) => {
    const [row] = await scope.read(NAMES, [organisationId, id]);
    return row?.names ?? [];
  },
);

/** What could not be taken back of each. */
export const keptOf: Batch<TenantScope, ImportKey, ImportChange[]> = eachOf(
  KEPT.name,
  async (scope, { organisationId, id }) => {
    const [row] = await scope.read(KEPT, [organisationId, id]);
    return row?.kept ?? [];
  },
);
