import type { Action, Caller, Member } from '../../access';
import type { BulkScope } from '../../platform/database/bulk-scope';
import type { Table } from '../../platform/export/columns';
import type { ExportSlots } from '../../platform/export/slots';
import { parquetOf, parquetQuery } from '../../platform/export/parquet';
import { csvHeader, csvOf, ndjsonOf } from '../../platform/export/text-formats';
import { budgetSpent, type CostBudget, type Principal } from '../../platform/graphql/limits';
import { assessments } from './assessments.repository';
import { completion } from './completion.repository';
import type { ExportCursors, Load } from './export.cursor';
import { Where } from './export.filter';
import { readRequest } from './export.request';
import { funding } from './funding.repository';
import { watchReader } from './reader-watch';
import { serviceRecords } from './service-records.repository';
import { staffing } from './staffing.repository';

/** What can be exported, and the action of the API that shows the same. */
export const EXPORTS = {
  completion: { action: 'completion.read', table: completion },
  'service-records': { action: 'serviceRecord.read', table: serviceRecords },
  staffing: { action: 'staffing.read', table: staffing },
  funding: { action: 'funding.read', table: funding },
  assessments: { action: 'assessment.read', table: assessments },
} as const satisfies Record<string, { action: Action; table: (where: Where) => Table }>;

export type ExportName = keyof typeof EXPORTS;

/** Exports whose rows have got other keys: a cursor of before would leave the old rows in a copy, so it is refused. */
const KEYED: Partial<Record<ExportName, string>> = { funding: 'funding by version and line' };

export const FORMATS = ['csv', 'ndjson', 'parquet'] as const;
export type ExportFormat = (typeof FORMATS)[number];

/** A file that is being written. Whoever has one must close it, whatever became of it. */
export interface ExportFile {
  body: AsyncGenerator<Buffer, void>;
  /** The cursor of the next load. */
  nextUpdatedSince: string;
  /** Fires when whoever reads may no longer read, with the reason; the body ends then. */
  ended: AbortSignal;
  /** Ends whatever still runs, at once; gives back connection and place. */
  close: () => void;
}

export interface ExportServiceOptions {
  places: ExportSlots;
  budget: CostBudget;
  /** Whose budget is charged. */
  principalOf: (caller: Caller) => Principal;
  /** What an export is charged: as much as the dearest operation. */
  cost: number;
  timeoutMs: number;
  cursors: ExportCursors;
}

/** What BI tools load by night: whole tables of what the viewer sees, as files. */
export class ExportService {
  constructor(private readonly options: ExportServiceOptions) {}

  /** Begins an export: checked, charged, and written into the audit log before its first row. */
  async open(caller: Caller, name: ExportName, format: ExportFormat, search: string): Promise<ExportFile> {
    const { cursors, places, timeoutMs, cost } = this.options;
    // What is refused was work too.
    this.spend(caller, Math.ceil(cost / 1000));
    const member = caller.assert(EXPORTS[name].action);
    const { filter, updatedSince, bom } = readRequest(search, format === 'csv');
    this.spend(caller, cost);
    const leave = places.enter(member.session.organisationId);
    let scope: BulkScope | undefined;
    try {
      scope = await member.openBulk(timeoutMs);
      const load: Load = [KEYED[name] ?? name, member.session, filter];
      const since = updatedSince === null ? null : cursors.read(updatedSince, load, scope.watermark);
      const today = member.today();
      const table = EXPORTS[name].table(new Where({ ...filter, since, today }));
      caller.exporting(`export/${name}.${format}`, { ...filter, changesOnly: since !== null });
      return {
        body: bytesOf(scope, `export.${name}`, table, format, bom),
        nextUpdatedSince: cursors.write(load, scope.watermark, today),
        ...whileAllowed(member, scope, leave),
      };
    } catch (error) {
      scope?.abandon();
      leave();
      throw error;
    }
  }

  private spend(caller: Caller, cost: number): void {
    const { waitSeconds } = this.options.budget.charge(this.options.principalOf(caller), cost);
    if (waitSeconds > 0) throw budgetSpent(waitSeconds);
  }
}

/** Of Parquet: enough for columns to be packed well, few enough to be held in memory. */
const ROWS_A_GROUP = 10_000;
const BOM = '\uFEFF';

/** The file. It ends only where all of it is there: whatever goes wrong before is thrown. */
async function* bytesOf(
  scope: BulkScope,
  name: string,
  table: Table,
  format: ExportFormat,
  bom: boolean,
): AsyncGenerator<Buffer, void> {
  if (format === 'parquet') {
    const rows = scope.rows(name, parquetQuery(table), ROWS_A_GROUP);
    yield* parquetOf(table, rows);
    await scope.finish();
    return;
  }
  const isCsv = format === 'csv';
  const head = isCsv ? (bom ? BOM : '') + csvHeader(table) : '';
  const { query, format: lines, lineEnd } = isCsv ? csvOf(table) : ndjsonOf(table);
  let pending: Buffer | null = Buffer.from(head);
  for await (const chunk of scope.copy(name, query, lines, lineEnd) as AsyncIterable<Buffer>) {
    // With the first rows: what fails before them can still be answered as an error.
    yield pending === null ? chunk : Buffer.concat([pending, chunk]);
    pending = null;
  }
  await scope.finish();
  if (pending !== null) yield pending;
}

/** Breaks a file off when its reader may no longer read. Closing twice does no more than once. */
function whileAllowed(
  member: Member,
  scope: BulkScope,
  leave: () => void,
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
    leave();
  };
  return { ended: ending.signal, close };
}
