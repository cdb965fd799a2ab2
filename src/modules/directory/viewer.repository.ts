import { type Member, type MemberRole, members, stationIdsOf } from '../../access';
import { statement } from '../../platform/database/statement';

export interface ViewerRow {
  id: string;
  displayName: string;
  /** Null for API keys. */
  email: string | null;
  role: MemberRole;
  organisationId: string;
  stationIds: string[] | null;
}

const VIEWER = statement<ViewerRow>(
  'viewer.read',
  `select m.id, m.display_name as "displayName", m.email, m.role, m.organisation_id as "organisationId",
          ${stationIdsOf('m')} as "stationIds"
     from ${members('m')} where m.organisation_id = $1 and m.id = $2`,
);

export async function readViewer(member: Member): Promise<ViewerRow> {
  const { organisationId, memberId } = member.session;
  const [row] = await member.read(VIEWER, [organisationId, memberId]);
  if (!row) throw new Error('the signed-in member has no row');
  return row;
}
