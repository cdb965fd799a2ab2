export { AuditLogResolver } from './audit-log.resolver';
export { AuditLogService } from './audit-log.service';
