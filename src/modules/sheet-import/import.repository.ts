import { members } from '../../access';
import { lockRow } from '../../platform/database/row-lock';
import { statement } from '../../platform/database/statement';
import type { TenantScope, Transaction } from '../../platform/database/tenant-scope';
import type { Page } from '../../platform/graphql/connection';
import { type Batch, matched } from '../../platform/graphql/loaders';
import { type AgreementKey, agreements, countOfAgreement, pageOfAgreement, SCOPE } from '../agreement';
import type { SheetForm } from './import.enums';
import type { SheetFault } from './reading/fault';

export interface SheetImportRow extends AgreementKey {
  id: string;
  form: SheetForm;
  fileName: string;
  ready: number;
  ignored: number;
  faulty: number;
  uploadedAt: Date;
  uploadedBy: string;
  expiresAt: Date;
}

const COLUMNS = `s.id, s.organisation_id as "organisationId", s.agreement_id as "agreementId", s.form, s.file_name as "fileName",
  s.ready, s.ignored, s.faulty, s.uploaded_at as "uploadedAt", s.uploaded_by_name as "uploadedBy", s.expires_at as "expiresAt"`;

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

const SAME = statement<{ id: string }>(
  'sheetImport.same',
  `select s.id from core.sheet_import s
    where s.organisation_id = $1 and s.agreement_id = $2 and s.sha256 = $3 and s.expires_at > $4
    order by s.id limit 1`,
);

/** The import of the same bytes that is still kept; whoever brings them at the same time waits. */
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
  faults: readonly SheetFault[];
  counts: { ready: number; ignored: number; faulty: number };
  uploadedAt: Date;
  expiresAt: Date;
  /** Of the member. */
  uploadedBy: string;
}

const INSERT = statement<{ id: string }>(
  'sheetImport.insert',
  `insert into core.sheet_import (${SCOPE}, id, form, file_name, sha256, content, faults, ready, ignored, faulty, uploaded_at,
          expires_at, uploaded_by, uploaded_by_name)
   select a.organisation_id, a.id, a.station_id, a.purchaser_id, a.district_code, $3, $4, $5, $6, $7, $8::jsonb, $9, $10, $11,
          $12, $13, m.id, m.display_name
     from ${agreements('a')} join ${members('m')} on m.organisation_id = a.organisation_id and m.id = $14
    where a.organisation_id = $1 and a.id = $2
   returning id`,
);

export async function insertImport(
  transaction: Transaction,
  { organisationId, agreementId }: AgreementKey,
  { counts, ...file }: NewImport,
): Promise<void> {
  const rows = await transaction.query(INSERT, [
    ...[organisationId, agreementId, file.id, file.form, file.fileName, file.sha256, file.content],
    ...[JSON.stringify(file.faults), counts.ready, counts.ignored, counts.faulty],
    ...[file.uploadedAt, file.expiresAt, file.uploadedBy],
  ]);
  if (rows.length === 0) throw new Error('the agreement of an upload is gone');
}

const EXPIRE = statement(
  'sheetImport.expire',
  `update core.sheet_import s set content = null, faults = null
    where s.expires_at <= $1`,
);

/** Forgets the files whose time is up, of all operators: as the sender, whose policy passes over what is forgotten. */
export async function expireFiles(transaction: Transaction, at: Date): Promise<void> {
  await transaction.query(EXPIRE, [at]);
}

/** A fault, and its place in the list of all. */
export interface FaultRow {
  place: number;
  fault: SheetFault;
}

const FAULTS = statement<FaultRow>(
  'sheetImport.faults',
  `select f.place::int as place, f.fault
     from core.sheet_import s cross join lateral jsonb_array_elements(s.faults) with ordinality f(fault, place)
    where s.organisation_id = $1 and s.id = $2 and ($3::text is null or f.fault->>'severity' = $3) and f.place > $4
    order by f.place limit $5`,
);

type Faults = Pick<SheetImportRow, 'organisationId' | 'id'>;

/** A page of the faults of each import; none of a file that is gone. */
export function faultsOf(
  severity: string | null,
  after: number,
  size: number,
): Batch<TenantScope, Faults, FaultRow[]> {
  return {
    name: `${FAULTS.name} ${severity} ${after} ${size}`,
    keyOf: ({ id }) => id,
    fetch: async (scope, keys) => {
      const pages: FaultRow[][] = [];
      // One at a time: a request names one import.
      for (const { organisationId, id } of keys)
        pages.push(await scope.read(FAULTS, [organisationId, id, severity, after, size]));
      return pages;
    },
  };
}

const COUNT = statement<{ count: number }>(
  'sheetImport.faultCount',
  `select count(*)::int as count
     from core.sheet_import s cross join lateral jsonb_array_elements(s.faults) f(fault)
    where s.organisation_id = $1 and s.id = $2 and ($3::text is null or f.fault->>'severity' = $3)`,
);

export function faultCountOf(severity: string | null): Batch<TenantScope, Faults, number> {
  return {
    name: `${COUNT.name} ${severity}`,
    keyOf: ({ id }) => id,
    fetch: async (scope, keys) => {
      const counts: number[] = [];
      for (const { organisationId, id } of keys) {
        const [row] = await scope.read(COUNT, [organisationId, id, severity]);
        counts.push(row?.count ?? 0);
      }
      return counts;
    },
  };
}
