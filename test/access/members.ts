import { pino } from 'pino';
import { AuditTrail, type Origin } from '../../src/access';
import { createCredential } from '../../src/access/enrolment';
import { MemberRole, OrganisationKind } from '../../src/access/parties';
import { AuthScope } from '../../src/platform/database/auth-scope';
import { newId } from '../../src/platform/ids';
import type { World } from '../kit/world';

/** The source of the requests of these tests. */
export const ORIGIN: Origin = { requestId: 'test', remoteAddress: '192.0.2.1' };

/** An audit trail that writes into the test's database. */
export function trailOf(world: World): AuditTrail {
  return new AuditTrail(world.database, pino({ level: 'silent' }));
}

/** A member who can sign in. */
export interface TestMember {
  organisationId: string;
  memberId: string;
  email: string;
  password: string;
}

/** Adds an organisation and a member of it who can sign in. */
export async function addMember(
  world: World,
  kind = OrganisationKind.OPERATOR,
  districtCode: string | null = '440103',
): Promise<TestMember> {
  const organisationId = newId();
  const memberId = newId();
  const email = `${memberId}@sign-in.example`;
  const password = 'maple teapot window';
  await world.ownerQuery(
    'insert into core.organisation (id, kind, name, district_code) values ($1, $2, $3, $4)',
    [organisationId, kind, `机构 ${organisationId}`, districtCode],
  );
  await world.ownerQuery(
    'insert into core.member (organisation_id, id, email, display_name, role) values ($1, $2, $3, $4, $5)',
    [organisationId, memberId, email, '陈美玲', MemberRole.MANAGER],
  );
  const member = { organisationId, memberId, email, password };
  await AuthScope.run(world.database, async (scope) => createCredential(scope, member));
  return member;
}
