import type { AuditAction, AuditEntry, Origin } from './audit';
import type { MemberKey } from './auth.repository';

/** An entry of the audit log about a member that is not signed in, or about no known one. */
export function memberEntry(
  who: MemberKey | null,
  origin: Origin,
  at: Date,
  action: AuditAction,
  after?: unknown,
): AuditEntry {
  const { requestId, remoteAddress } = origin;
  const { organisationId = null, memberId = null } = who ?? {};
  const thing = memberId === null ? {} : { thing: 'Member', thingId: memberId };
  return { organisationId, memberId, requestId, remoteAddress, at, action, ...thing, after };
}
