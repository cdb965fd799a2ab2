import type { Action, Caller, Member } from '../../access';
import type { BulkScope } from '../../platform/database/bulk-scope';
import type { Table } from '../../platform/export/columns';
import type { ExportSlots } from '../../platform/export/slots';
import { parquetOf, parquetQuery } from '../../platform/export/parquet';
import { csvHeader, csvOf, ndjsonOf } from '../../platform/export/text-formats';
import { budgetSpent, type CostBudget, type Principal } from '../../platform/graphql/limits';
import { assessmentTable } from './assessments.repository';
import { completionTable } from './completion.repository';
import type { ExportCursors, Load } from './export.cursor';
import { Where } from './export.filter';
import { readRequest } from './export.request';
import { fundingTable } from './funding.repository';
import { watchReader } from './reader-watch';
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
export interface ExportFile {
  body: AsyncGenerator<Buffer, void>;
  /** The cursor of the next incremental export. */
  nextUpdatedSince: string;
  /** Aborted, with the reason, when the reader's access is revoked; the body ends then. */
  ended: AbortSignal;
  /** Aborts the query at once; releases the connection and the export slot. */
  close: () => void;
}

export interface ExportServiceOptions {
  places: ExportSlots;
  budget: CostBudget;
  /** The principal whose cost budget is charged. */
  principalOf: (caller: Caller) => Principal;
  /** Cost of an export: that of the most expensive operation. */
  cost: number;
  timeoutMs: number;
  cursors: ExportCursors;
}

/** Exports whole tables of what the viewer sees, as files for BI tools. */
export class ExportService {
  constructor(private readonly options: ExportServiceOptions) {}

  /** Starts an export: authorized, charged, and recorded in the audit log before its first row. */
  async open(caller: Caller, name: ExportName, format: ExportFormat, search: string): Promise<ExportFile> {
    const { cursors, places, timeoutMs, cost } = this.options;
    // Refused requests cost work too.
    this.spend(caller, Math.ceil(cost / 1000));
    const member = caller.assert(EXPORTS[name].action);
    const { filter, updatedSince, bom } = readRequest(search, format === 'csv');
    this.spend(caller, cost);
    const releaseSlot = places.enter(member.session.organisationId);
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

  private spend(caller: Caller, cost: number): void {
    const { waitSeconds } = this.options.budget.charge(this.options.principalOf(caller), cost);
    if (waitSeconds > 0) throw budgetSpent(waitSeconds);
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

/** Aborts the transfer when the reader's access is revoked. Closing is idempotent. */
function whileAllowed(
  member: Member,
  scope: BulkScope,
  releaseSlot: () => void,
): Pick<ExportFile, 'ended' | 'close'> {
  const ending = new AbortController();
  const unwatch = watchReader(
    async () => member.confirmAnew(),
    (reason) => {
      ending.abort(reason);
      scope.abandon(reason);
    },
  );
  let open = true;
  const close = (): void => {
    if (!open) return;
    open = false;
    unwatch();
    scope.abandon();
    releaseSlot();
  };
  return { ended: ending.signal, close };
}
