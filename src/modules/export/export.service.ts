import type { Action, Caller } from '../../access';
import type { BulkScope } from '../../platform/database/bulk-scope';
import type { Table } from '../../platform/export/columns';
import { parquetOf, parquetQuery } from '../../platform/export/parquet';
import { csvHeader, csvOf, ndjsonOf } from '../../platform/export/text-formats';
import type { ExportAdmission } from './admission';
import { assessmentTable } from './assessments.repository';
import { completionTable } from './completion.repository';
import type { ExportCursors, Load } from './export.cursor';
import { Where } from './export.filter';
import { readRequest } from './export.request';
import { fundingTable } from './funding.repository';
import { whileAllowed } from './reader-watch';
import { serviceRecordTable } from './service-records.repository';
import { staffingTable } from './staffing.repository';

/** The tables that can be exported, and the action that reading each requires. */
export const EXPORTS = {
  completion: { action: 'completion.read', table: completionTable },
  'service-records': { action: 'serviceRecord.read', table: serviceRecordTable },
  staffing: { action: 'staffing.read', table: staffingTable },
  funding: { action: 'funding.read', table: fundingTable },
  assessments: { action: 'assessment.read', table: assessmentTable },
} as const satisfies Record<string, { action: Action; table: (where: Where) => Table }>;

export type ExportName = keyof typeof EXPORTS;

/** Exports whose row keys have changed: older cursors are refused, since they would leave the old rows in a copy. */
const KEY_VERSIONS: Partial<Record<ExportName, string>> = { funding: 'funding by version and line' };

export const FORMATS = ['csv', 'ndjson', 'parquet'] as const;
export type ExportFormat = (typeof FORMATS)[number];

/** A file that is being written. The caller must close it, also after an error. */
interface ExportFile {
  body: AsyncGenerator<Buffer, void>;
  /** The cursor of the next incremental export. */
  nextUpdatedSince: string;
  /** Aborted, with the reason, when the reader's access is revoked; the body ends then. */
  ended: AbortSignal;
  /** Aborts the query at once; releases the connection and the export slot. */
  close: () => void;
}

interface ExportServiceOptions {
  admission: ExportAdmission;
  timeoutMs: number;
  cursors: ExportCursors;
}

/** Exports whole tables of what the viewer sees, as files for BI tools. */
export class ExportService {
  private readonly admission: ExportAdmission;

  constructor(private readonly options: ExportServiceOptions) {
    this.admission = options.admission;
  }

  /** Starts an export: authorized, charged, and recorded in the audit log before its first row. */
  async open(caller: Caller, name: ExportName, format: ExportFormat, search: string): Promise<ExportFile> {
    const { cursors, timeoutMs } = this.options;
    this.admission.chargeRequest(caller);
    const member = caller.assert(EXPORTS[name].action);
    const { filter, updatedSince, bom } = readRequest(search, format === 'csv');
    const releaseSlot = this.admission.enter(caller, member);
    let scope: BulkScope | undefined;
    try {
      scope = await member.openBulk(timeoutMs);
      const load: Load = [KEY_VERSIONS[name] ?? name, member.session, filter];
      const since = updatedSince === null ? null : cursors.read(updatedSince, load, scope.watermark);
      const today = member.today();
      const table = EXPORTS[name].table(new Where({ ...filter, since, today }));
      caller.exporting(`export/${name}.${format}`, { ...filter, changesOnly: since !== null });
      return {
        body: bytesOf(scope, `export.${name}`, table, format, bom),
        nextUpdatedSince: cursors.write(load, scope.watermark, today),
        ...whileAllowed(member, scope, releaseSlot),
      };
    } catch (error) {
      scope?.abandon();
      releaseSlot();
      throw error;
    }
  }
}

/** Row group size of Parquet: large enough to compress columns well, small enough to buffer in memory. */
const ROWS_PER_GROUP = 10_000;
const BOM = '\uFEFF';

/** The bytes of the file. Any failure throws, so that a truncated file is never mistaken for a complete one. */
async function* bytesOf(
  scope: BulkScope,
  name: string,
  table: Table,
  format: ExportFormat,
  bom: boolean,
): AsyncGenerator<Buffer, void> {
  if (format === 'parquet') {
    const rows = scope.rows(name, parquetQuery(table), ROWS_PER_GROUP);
    yield* parquetOf(table, rows);
    await scope.finish();
    return;
  }
  const isCsv = format === 'csv';
  const head = isCsv ? (bom ? BOM : '') + csvHeader(table) : '';
  const { query, format: lines, lineEnd } = isCsv ? csvOf(table) : ndjsonOf(table);
  let pending: Buffer | null = Buffer.from(head);
  for await (const chunk of scope.copy(name, query, lines, lineEnd) as AsyncIterable<Buffer>) {
    // Sent with the first rows, so that an earlier failure can still be answered as an error.
    yield pending === null ? chunk : Buffer.concat([pending, chunk]);
    pending = null;
  }
  await scope.finish();
  if (pending !== null) yield pending;
}
