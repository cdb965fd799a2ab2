import type { MemberRole, OrganisationKind } from '../../generated/graphql';
import type { StationName } from './station-choice';

/** What an administrator decides about a member. */
export interface Rights {
  readonly role: MemberRole;
  readonly recordsMoney: boolean;
  /** Null: no limit. */
  readonly stations: readonly StationName[] | null;
}

const ALL: readonly MemberRole[] = ['ADMIN', 'MANAGER', 'WORKER', 'VIEWER'];
const SCORING: readonly MemberRole[] = ['ADMIN', 'WORKER', 'VIEWER'];
const OTHERS: readonly MemberRole[] = ['ADMIN', 'VIEWER'];

/** The roles that differ from each other in a kind of organisation; and the present one, whatever it is. */
export function rolesOf(kind: OrganisationKind, present?: MemberRole): readonly MemberRole[] {
  const scores = kind === 'MENTORING_CENTRE' || kind === 'ASSESSOR';
  const roles = kind === 'OPERATOR' ? ALL : scores ? SCORING : OTHERS;
  return ALL.filter((role) => roles.includes(role) || role === present);
}

/** A manager of an operator may be let record money; an administrator always may. */
export function mayRecordMoney(kind: OrganisationKind, role: MemberRole): boolean {
  return kind === 'OPERATOR' && role === 'MANAGER';
}

/** An administrator administers all; a right ends with the role that it was given with. */
export function withRole(rights: Rights, role: MemberRole, kind: OrganisationKind): Rights {
  return {
    role,
    recordsMoney: rights.recordsMoney && mayRecordMoney(kind, role),
    stations: role === 'ADMIN' ? null : rights.stations,
  };
}

export function rightsInput({ role, recordsMoney, stations }: Rights): {
  role: MemberRole;
  recordsMoney: boolean;
  stationIds: string[] | null;
} {
  return { role, recordsMoney, stationIds: stations?.map(({ id }) => id) ?? null };
}
