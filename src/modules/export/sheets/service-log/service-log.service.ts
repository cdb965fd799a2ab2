import type { Caller } from '../../../../access';
import type { BulkScope } from '../../../../platform/database/bulk-scope';
import { type RowValues, writeRows } from '../../../../platform/sheets';
import { type AgreementService, keyOf } from '../../../agreement';
import type { Catalogue } from '../../../completion';
import type { ExportAdmission } from '../../admission';
import { whileAllowed } from '../../reader-watch';
import { readSheetRequest } from '../sheet.request';
import { LogColumns } from './log-columns';
import { logQuery } from './service-log.repository';

interface ServiceLogOptions {
  agreements: AgreementService;
  catalogue: Catalogue;
  admission: ExportAdmission;
  timeoutMs: number;
}

/** Rows that are read at a time. */
const BATCH = 1000;

/** 服务记录表 of an agreement, written while it is read. */
export class ServiceLogService {
  private readonly columns: LogColumns;
  private readonly admission: ExportAdmission;

  constructor(private readonly options: ServiceLogOptions) {
    this.columns = new LogColumns(options.catalogue);
    this.admission = options.admission;
  }

  /** Starts the file: authorized, charged, and recorded in the audit log before its first row. The caller must close it. */
  async open(
    caller: Caller,
    file: string,
    search: string,
  ): Promise<{ body: AsyncGenerator<Buffer, void>; ended: AbortSignal; close: () => void }> {
    const { agreements, timeoutMs } = this.options;
    this.admission.chargeRequest(caller);
    const member = caller.assert('serviceRecord.read');
    const request = readSheetRequest(search, ['agreement', 'from', 'to']);
    const leave = this.admission.enter(caller, member);
    let scope: BulkScope | undefined;
    try {
      const agreement = await agreements.get(caller, request.agreement);
      await member.rest();
      scope = await member.openBulk(timeoutMs);
      caller.exporting(file, request);
      const query = logQuery(keyOf(agreement), request.from, request.to);
      return {
        body: writeRows('服务记录', this.columns.all, this.rows(scope, query)),
        ...whileAllowed(member, scope, leave),
      };
    } catch (error) {
      scope?.abandon();
      leave();
      throw error;
    }
  }

  private async *rows(scope: BulkScope, query: string): AsyncGenerator<RowValues[], void> {
    for await (const batch of scope.rows('export.service-log', query, BATCH))
      yield batch.map((row) => this.columns.rowOf(row));
    await scope.finish();
  }
}
