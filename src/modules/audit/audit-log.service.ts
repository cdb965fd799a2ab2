import type { Caller } from '../../access';
import { checkAskedDays } from '../../platform/asked-days';
import { type Connection, type PageArgs, toConnection, toPage } from '../../platform/graphql/connection';
import { uuidOrNil } from '../../platform/ids';
import { auditCount, type AuditEntryRow, auditPage } from './audit-entry.repository';
import type { AuditFilter } from './audit-entry.type';
import { actionsWith } from './audit-outcomes';

/** 操作日志: the audit log of an organisation, for its administrators. */
export class AuditLogService {
  async list(caller: Caller, filter: AuditFilter | null, args: PageArgs): Promise<Connection<AuditEntryRow>> {
    const member = caller.assert('audit.read');
    const page = toPage(args, ['timestamptz', 'uuid']);
    checkAskedDays({ from: filter?.from, to: filter?.to });
    const conditions = {
      memberId: uuidOrNil(filter?.memberId),
      action: actionOrUnknown(filter?.action),
      outcome: filter?.outcome ? actionsWith(filter.outcome) : null,
      thingId: uuidOrNil(filter?.thingId),
      from: filter?.from ?? null,
      to: filter?.to ?? null,
    };
    return toConnection(
      await auditPage(member, conditions, page),
      page,
      (row) => [row.at.toISOString(), row.id],
      async () => auditCount(member, conditions),
    );
  }
}

/** An action to filter by; an invalid one matches nothing. */
function actionOrUnknown(action: string | null | undefined): string | null {
  if (action === null || action === undefined) return null;
  return /^[A-Z_]+$/.test(action) ? action : '';
}
