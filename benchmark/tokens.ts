import { randomUUID } from 'node:crypto';
import type pg from 'pg';
import { MemberRole, OrganisationKind, SigningKeys } from '../src/access';
import { issueAccessToken } from '../src/access/access-token';

/** An administrator of an organisation, with a session opened for the benchmark alone. */
export async function tokenOf(superuser: pg.Client, organisationId: string, secret: string): Promise<string> {
  const keys = new SigningKeys([{ kid: 'benchmark', secret }], 'the benchmark');
  const { rows } = await superuser.query<{
    memberId: string;
    kind: OrganisationKind;
    districtCode: string | null;
    accessVersion: number;
  }>(
    `select m.id as "memberId", o.kind, o.district_code as "districtCode", m.access_version as "accessVersion"
       from core.member m join core.organisation o on o.id = m.organisation_id
      where o.id = $1 and m.role = $2 and m.left_at is null order by m.id limit 1`,
    [organisationId, MemberRole.ADMIN],
  );
  const [member] = rows;
  if (!member) throw new Error(`organisation ${organisationId} has no administrator`);
  const sessionId = randomUUID();
  await superuser.query(
    `insert into core.session (organisation_id, id, member_id, expires_at) values ($1, $2, $3, now() + interval '1 day')`,
    [organisationId, sessionId, member.memberId],
  );
  const rights = { role: MemberRole.ADMIN, recordsMoney: false, isKey: false };
  const session = { ...member, organisationId, sessionId, ...rights };
  return issueAccessToken(session, keys, new Date());
}
