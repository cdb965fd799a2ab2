import type { DatabaseRole } from '../platform/database/roles';
import { MemberRole, OrganisationKind } from './parties';

/** A signed-in member, as its access token describes it; the database checks it again in every transaction. */
export interface Session {
  sessionId: string;
  memberId: string;
  organisationId: string;
  kind: OrganisationKind;
  role: MemberRole;
  /** A manager whom the administrator lets record money. */
  recordsMoney: boolean;
  /** Null for a city-wide organisation. */
  districtCode: string | null;
  /** Incremented by every change of the member's rights: a token issued before is refused. */
  accessVersion: number;
  /** A service account, signed in by an API key. */
  isKey: boolean;
}

/** The database role of a session. */
export function databaseRoleOf({ kind, districtCode }: Session): DatabaseRole {
  switch (kind) {
    case OrganisationKind.OPERATOR:
      return 'app_operator';
    case OrganisationKind.PURCHASER:
      return 'app_purchaser';
    case OrganisationKind.SUPERVISOR:
      return districtCode === null ? 'app_city' : 'app_supervisor';
    case OrganisationKind.MENTORING_CENTRE:
      return 'app_mentoring';
    case OrganisationKind.ASSESSOR:
      return 'app_assessor';
    case OrganisationKind.PLATFORM:
      return 'app_platform';
  }
}
