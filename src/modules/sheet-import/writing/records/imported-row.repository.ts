import { statement } from '../../../../platform/database/statement';
import type { Transaction } from '../../../../platform/database/tenant-scope';
import { type AgreementKey, agreements, SCOPE } from '../../../agreement';
import { authoredServiceRecords } from '../../../service-record';
import type { RecordWords } from './record-texts';

/** A row that was imported, and what its record is known by. */
export interface ImportedRow {
  content: string;
  service: string;
  place: number;
  logId: string;
  lastImportId: string;
  recordId: string;
  revision: number;
}

// Whole agreements, each in one pass: statements are planned once per connection, perhaps while their tables are empty,
// and a join of thousands of rows with thousands would then compare each with each.
const ROWS = statement<ImportedRow>(
  'importedRow.ofAgreement',
  `select encode(i.content, 'hex') as content, encode(i.service, 'hex') as service, i.place, i.log_id as "logId",
          i.last_import_id as "lastImportId", i.record_id as "recordId", i.revision
     from core.imported_row i where i.organisation_id = $1 and i.agreement_id = $2`,
);

export async function importedRowsOf(
  transaction: Transaction,
  { organisationId, agreementId }: AgreementKey,
): Promise<ImportedRow[]> {
  return transaction.query(ROWS, [organisationId, agreementId]);
}

const STATE = statement<{ state: string }>(
  'importedRow.state',
  `select concat_ws(' ', count(*), sum(i.revision)) as state
     from core.imported_row i where i.organisation_id = $1 and i.agreement_id = $2`,
);

/** A text that changes with the rows that are remembered: undoing may forget some and touch no record. */
export async function importedRowsState(
  transaction: Transaction,
  { organisationId, agreementId }: AgreementKey,
): Promise<string> {
  const [row] = await transaction.query(STATE, [organisationId, agreementId]);
  return row?.state ?? '';
}

/** A record as rows are compared with it. */
export interface RecordedService extends RecordWords {
  id: string;
  revision: number;
  isVoided: boolean;
  /** Who recorded it. */
  byId: string;
  by: string;
  occurredOn: string;
  indicator: string;
  projectId: string | null;
  zoneId: string | null;
  pointId: string | null;
}

const RECORDS = statement<RecordedService>(
  'importedRow.recordsOfAgreement',
  `select r.id, r.revision, r.voided_at is not null as "isVoided", r.recorded_by as "byId", r.recorded_by_name as by,
          r.occurred_on as "occurredOn", r.indicator_code as indicator, r.project_id as "projectId", r.zone_id as "zoneId",
          r.point_id as "pointId", r.quantities as amounts, r.note
     from ${authoredServiceRecords('r')} where r.organisation_id = $1 and r.agreement_id = $2`,
);

/** All records of an agreement, in their order. */
export async function recordedServicesOf(
  transaction: Transaction,
  { organisationId, agreementId }: AgreementKey,
): Promise<RecordedService[]> {
  const records = await transaction.query(RECORDS, [organisationId, agreementId]);
  return records.sort((a, b) => (a.id < b.id ? -1 : 1));
}

const BATCH = 5000;

/** A row as it is remembered. */
export interface NewImportedRow {
  content: string;
  service: string;
  place: number;
  recordId: string;
  revision: number;
  /** Whether the import has made the record, or found it. */
  made: boolean;
  sheet: string;
  cell: string;
}

const INSERT = statement(
  'importedRow.insert',
  `insert into core.imported_row (${SCOPE}, content, service, place, log_id, import_id, last_import_id, record_id, revision, made, sheet, cell)
   select a.organisation_id, a.id, a.station_id, a.purchaser_id, a.district_code, decode(g.content, 'hex'),
          decode(g.service, 'hex'), g.place, $4, $5, $5, g."recordId", g.revision, g.made, g.sheet, g.cell
     from json_to_recordset($3::json) as g(content text, service text, place int, "recordId" uuid, revision int,
            made boolean, sheet text, cell text)
     join ${agreements('a')} on a.organisation_id = $1 and a.id = $2`,
);

export async function rememberRows(
  transaction: Transaction,
  { organisationId, agreementId }: AgreementKey,
  { logId, importId }: { logId: string; importId: string },
  rows: readonly NewImportedRow[],
): Promise<void> {
  for (let at = 0; at < rows.length; at += BATCH) {
    const batch = JSON.stringify(rows.slice(at, at + BATCH));
    await transaction.query(INSERT, [organisationId, agreementId, batch, logId, importId]);
  }
}

/** What the row of a record says from now on, and by which import. */
interface ChangedRow {
  recordId: string;
  content: string;
  service: string;
  place: number;
  revision: number;
  lastImportId: string;
}

const CHANGE = statement(
  'importedRow.change',
  `update core.imported_row i
      set content = decode(g.content, 'hex'), service = decode(g.service, 'hex'), revision = g.revision,
          last_import_id = g."lastImportId", place = g.place
     from json_to_recordset($2::json) as g("recordId" uuid, content text, service text, place int, revision int,
            "lastImportId" uuid)
    where i.organisation_id = $1 and i.record_id = g."recordId"`,
);

export async function changeRows(
  transaction: Transaction,
  organisationId: string,
  rows: readonly ChangedRow[],
): Promise<void> {
  if (rows.length > 0) await transaction.query(CHANGE, [organisationId, JSON.stringify(rows)]);
}

/** A row that an import has brought or changed. */
export interface WrittenRow {
  recordId: string;
  /** Of the record, as the last import left it. */
  revision: number;
  /** Whether the import has made the record. */
  made: boolean;
  /** Whether no later import has changed it. */
  isLast: boolean;
  sheet: string;
  cell: string;
}

const WRITTEN = statement<WrittenRow>(
  'importedRow.writtenBy',
  `select i.record_id as "recordId", i.revision, i.made and i.import_id = $2 as made, i.last_import_id = $2 as "isLast",
          i.sheet, i.cell
     from core.imported_row i where i.organisation_id = $1 and (i.import_id = $2 or i.record_id = any ($3::uuid[]))
    order by i.record_id`,
);

/** The rows that an import has brought, and those of records that it has corrected. */
export async function rowsWrittenBy(
  transaction: Transaction,
  organisationId: string,
  importId: string,
  corrected: readonly string[],
): Promise<WrittenRow[]> {
  return transaction.query(WRITTEN, [organisationId, importId, corrected]);
}

const FORGET = statement(
  'importedRow.forget',
  `delete from core.imported_row i
    where i.organisation_id = $1 and i.import_id = $2 and not (i.record_id = any ($3::uuid[]))`,
);

/** Forgets the rows that an import has brought, but for those of some records: the next file brings them anew. */
export async function forgetRowsOf(
  transaction: Transaction,
  organisationId: string,
  importId: string,
  kept: readonly string[],
): Promise<void> {
  await transaction.query(FORGET, [organisationId, importId, kept]);
}
