import type { AuthScope } from '../platform/database/auth-scope';
import { statement } from '../platform/database/statement';
import type { MemberKey } from './auth.repository';
import type { MemberRole, OrganisationKind } from './parties';

const ADD_ORGANISATION = statement(
  'auth.organisation.add',
  `insert into core.organisation (id, kind, name, short_name, district_code) values ($1, $2, $3, $4, $5)
   on conflict do nothing`,
);
const ORGANISATION = statement<{ id: string }>(
  'auth.organisation',
  'select id from core.organisation where kind = $1 and name_key = core.name_key($2) order by id limit 1',
);

/** Adds an organisation unless one of its kind and name exists; returns the id. */
export async function insertOrganisation(
  scope: AuthScope,
  id: string,
  organisation: {
    kind: OrganisationKind;
    name: string;
    shortName: string | null;
    districtCode: string | null;
  },
): Promise<string> {
  const { kind, name, shortName, districtCode } = organisation;
  await scope.query(ADD_ORGANISATION, [id, kind, name, shortName, districtCode]);
  const [row] = await scope.query(ORGANISATION, [kind, name]);
  if (!row) throw new Error('an organisation was neither added nor found');
  return row.id;
}

const ADD_MEMBER = statement(
  'auth.member.add',
  `with administered as (
     update core.organisation set administered = true where id = $1 and $5 = 'ADMIN' and $6
   )
   insert into core.member (organisation_id, id, email, display_name, role, joined_at)
   values ($1, $2, $3, $4, $5, case when $6 then pg_catalog.now() end)`,
);

type NewMember = MemberKey & { email: string; displayName: string; role: MemberRole };

/** A member who has joined already. */
export async function insertMember(scope: AuthScope, member: NewMember): Promise<void> {
  await insert(scope, member, true);
}

/** A member who is yet to join. */
export async function insertInvited(scope: AuthScope, member: NewMember): Promise<void> {
  await insert(scope, member, false);
}

async function insert(scope: AuthScope, member: NewMember, joined: boolean): Promise<void> {
  const { organisationId, memberId, email, displayName, role } = member;
  await scope.query(ADD_MEMBER, [organisationId, memberId, email, displayName, role, joined]);
}

const ADMINISTERED = statement<{ administered: boolean }>(
  'auth.organisation.administered',
  'select administered from core.organisation where id = $1',
);

export async function isAdministered(scope: AuthScope, organisationId: string): Promise<boolean> {
  const [row] = await scope.query(ADMINISTERED, [organisationId]);
  return row?.administered ?? false;
}

const INVITE = statement(
  'auth.invitation.add',
  `insert into auth.invitation (hash, organisation_id, member_id, issued_at, expires_at, founding)
   values ($1, $2, $3, $4, $5, true)`,
);

/** An invitation that works until the organisation has an administrator. */
export async function insertFoundingInvitation(
  scope: AuthScope,
  hash: string,
  { organisationId, memberId }: MemberKey,
  at: Date,
  until: Date,
): Promise<void> {
  await scope.query(INVITE, [hash, organisationId, memberId, at, until]);
}
