/** The parties of a service agreement, and the platform itself. */
export enum OrganisationKind {
  OPERATOR = 'OPERATOR',
  PURCHASER = 'PURCHASER',
  SUPERVISOR = 'SUPERVISOR',
  MENTORING_CENTRE = 'MENTORING_CENTRE',
  ASSESSOR = 'ASSESSOR',
  PLATFORM = 'PLATFORM',
}

/** The rights of a member in its organisation; each role includes those after it. */
export enum MemberRole {
  ADMIN = 'ADMIN',
  MANAGER = 'MANAGER',
  WORKER = 'WORKER',
  VIEWER = 'VIEWER',
}

const RANK: Record<MemberRole, number> = { ADMIN: 3, MANAGER: 2, WORKER: 1, VIEWER: 0 };

/** True when `role` may do at least what `least` may. */
export function atLeast(role: MemberRole, least: MemberRole): boolean {
  return RANK[role] >= RANK[least];
}
