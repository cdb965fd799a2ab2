import type { DatabaseRole } from '../platform/database/roles';
import { MemberRole, OrganisationKind } from './parties';

/** A signed-in member, as its access token says; the database checks it again in every transaction. */
export interface Session {
  sessionId: string;
  memberId: string;
  organisationId: string;
  kind: OrganisationKind;
  role: MemberRole;
  /** Null for a body of the whole city. */
  districtCode: string | null;
  /** Rises with every change of the member's rights: a token made before is refused. */
  accessVersion: number;
  /** A service account, signed in by an API key. */
  isKey: boolean;
}

/** The database role through which a session looks. */
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
