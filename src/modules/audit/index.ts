import { AuditLogResolver } from './audit-log.resolver';
import { AuditLogService } from './audit-log.service';

export function createAuditLog() {
  return { resolvers: [new AuditLogResolver(new AuditLogService())] };
}
