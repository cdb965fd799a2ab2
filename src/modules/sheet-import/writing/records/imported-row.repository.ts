import { statement } from '../../../../platform/database/statement';
import type { Transaction } from '../../../../platform/database/tenant-scope';
import { type AgreementKey, agreements, SCOPE } from '../../../agreement';
import { authoredServiceRecords, notedServiceRecords } from '../../../service-record';
import type { KnownRow, LogTotal } from './row-matching.rules';

const KNOWN = `encode(i.content, 'hex') as content, encode(i.service, 'hex') as service, i.place, i.log_id as "logId",
  i.last_import_id as "lastImportId", i.record_id as "recordId", i.revision, r.revision as "revisionNow", r.voided_at is not null as "isVoided",
  r.recorded_by as "byId", r.recorded_by_name as by`;
const WITH_RECORD = `join ${authoredServiceRecords('r')} on r.organisation_id = i.organisation_id and r.id = i.record_id`;
const OF_AGREEMENT = 'i.organisation_id = $1 and i.agreement_id = $2';

// One by one through the index: the plan is made before the table has statistics, and would compare each row with all hashes.
const eachOf = (column: 'content' | 'service'): string => `unnest($3::bytea[]) g(hash)
    cross join lateral (select i.* from core.imported_row i where ${OF_AGREEMENT} and i.${column} = g.hash
                         order by i.${column} offset 0) i`;

const BY_CONTENT = statement<KnownRow>(
  'importedRow.byContent',
  `select ${KNOWN} from ${eachOf('content')} ${WITH_RECORD}`,
);
const BY_SERVICE = statement<KnownRow>(
  'importedRow.byService',
  `select ${KNOWN} from ${eachOf('service')} ${WITH_RECORD}`,
);
const TOTALS = statement<LogTotal>(
  'importedRow.totals',
  `select i.log_id as "logId", count(*)::int as rows, (count(*) filter (where r.voided_at is null))::int as live
     from core.imported_row i ${WITH_RECORD}
    where ${OF_AGREEMENT} and i.log_id = any ($3::uuid[]) group by i.log_id`,
);

const bytesOf = (hashes: readonly string[]): Buffer[] => hashes.map((hash) => Buffer.from(hash, 'hex'));

/** The imported rows that say the same as any of these. */
export async function rowsByContent(
  transaction: Transaction,
  { organisationId, agreementId }: AgreementKey,
  contents: readonly string[],
): Promise<KnownRow[]> {
  return transaction.query(BY_CONTENT, [organisationId, agreementId, bytesOf(contents)]);
}

/** The imported rows of the same day, place and indicator as any of these. */
export async function rowsByService(
  transaction: Transaction,
  { organisationId, agreementId }: AgreementKey,
  services: readonly string[],
): Promise<KnownRow[]> {
  return transaction.query(BY_SERVICE, [organisationId, agreementId, bytesOf(services)]);
}

export async function totalsOfLogs(
  transaction: Transaction,
  { organisationId, agreementId }: AgreementKey,
  logIds: readonly string[],
): Promise<LogTotal[]> {
  return transaction.query(TOTALS, [organisationId, agreementId, logIds]);
}

/** What a row would be recorded as, by the hash of its content. */
export interface SoughtContent {
  content: string;
  occurredOn: string;
  indicator: string;
  projectId: string | null;
  zoneId: string | null;
  pointId: string | null;
  quantities: Record<string, string>;
  note: string | null;
}

/** A record that counts and says what a row says, and the row that it was imported with, if any. */
export interface RecordAlike {
  content: string;
  recordId: string;
  revision: number;
  by: string;
  /** Null for one that was entered by hand. */
  logId: string | null;
}

const ALIKE = statement<RecordAlike>(
  'importedRow.recordsAlike',
  `select g.content, r.id as "recordId", a.revision, a.recorded_by_name as by, i.log_id as "logId"
     from json_to_recordset($3::json) as g(content text, "occurredOn" date, indicator text, "projectId" uuid, "zoneId" uuid,
            "pointId" uuid, quantities jsonb, note text)
     join ${notedServiceRecords('r')} on r.organisation_id = $1 and r.agreement_id = $2 and r.occurred_on = g."occurredOn"
      and r.indicator_code = g.indicator and r.voided_at is null and r.quantities = g.quantities
      and r.project_id is not distinct from g."projectId" and r.zone_id is not distinct from g."zoneId"
      and r.point_id is not distinct from g."pointId" and r.note is not distinct from g.note
     join ${authoredServiceRecords('a')} on a.organisation_id = r.organisation_id and a.id = r.id
     left join core.imported_row i on i.organisation_id = r.organisation_id and i.record_id = r.id
    order by r.id`,
);

const BATCH = 5000;

/** The records that say what these rows say. */
export async function recordsAlike(
  transaction: Transaction,
  { organisationId, agreementId }: AgreementKey,
  sought: readonly SoughtContent[],
): Promise<RecordAlike[]> {
  const found: RecordAlike[] = [];
  for (let at = 0; at < sought.length; at += BATCH) {
    const batch = JSON.stringify(sought.slice(at, at + BATCH));
    found.push(...(await transaction.query(ALIKE, [organisationId, agreementId, batch])));
  }
  return found;
}

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
export interface ChangedRow {
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
  `delete from core.imported_row i where i.organisation_id = $1 and i.record_id = any ($2::uuid[])`,
);

/** Forgets rows whose records no longer count: the next file brings them anew. */
export async function forgetRows(
  transaction: Transaction,
  organisationId: string,
  recordIds: readonly string[],
): Promise<void> {
  if (recordIds.length > 0) await transaction.query(FORGET, [organisationId, recordIds]);
}

const FORGET_FOUND = statement(
  'importedRow.forgetFound',
  `delete from core.imported_row i where i.organisation_id = $1 and i.import_id = $2 and not i.made`,
);

/** Forgets the rows whose records an import has found. */
export async function forgetFoundRows(
  transaction: Transaction,
  organisationId: string,
  importId: string,
): Promise<void> {
  await transaction.query(FORGET_FOUND, [organisationId, importId]);
}
