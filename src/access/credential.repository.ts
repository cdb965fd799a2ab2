import type { AuthScope } from '../platform/database/auth-scope';
import { statement } from '../platform/database/statement';
import type { Credential, MemberKey, SessionKey } from './auth.repository';
import type { MemberRole, OrganisationKind } from './parties';
import type { Session } from './session';

export interface Invitation extends MemberKey {
  expiresAt: Date;
  usedAt: Date | null;
  /** From outside the organisation: for a first administrator, while it has none, or for one that the platform names. */
  founding: boolean;
}

/** A member who is about to set a password. */
export interface Invited {
  email: string;
  displayName: string;
  organisationName: string;
  leftAt: Date | null;
  joinedAt: Date | null;
  /** Named by the platform for an organisation that has administrators. */
  isNamed: boolean;
}

const INVITATION = statement<Invitation>(
  'auth.invitation',
  `select organisation_id as "organisationId", member_id as "memberId", expires_at as "expiresAt",
          used_at as "usedAt", founding from auth.invitation where hash = $1 for update`,
);
const USE_INVITATION = statement(
  'auth.invitation.use',
  'update auth.invitation set used_at = $2 where hash = $1',
);
const INVITED = statement<Invited>(
  'auth.invited',
  `select m.email, m.display_name as "displayName", o.name as "organisationName", m.left_at as "leftAt",
          m.joined_at as "joinedAt", m.named_because is not null as "isNamed"
     from core.member m join core.organisation o on o.id = m.organisation_id
    where m.organisation_id = $1 and m.id = $2 and m.kind = 'PERSON'`,
);
// Of concurrent calls only one joins, and only one is the first: the others wait for the row lock, then find the rows changed.
const JOIN = statement<{ founder: boolean }>(
  'auth.join',
  `with joined as (
     update core.member set joined_at = $3
      where organisation_id = $1 and id = $2 and joined_at is null and left_at is null
     returning organisation_id, role
   ), founded as (
     update core.organisation o set administered = true from joined j
      where o.id = j.organisation_id and j.role = 'ADMIN' and not o.administered
     returning o.id
   )
   select exists (select from founded) as founder from joined`,
);
const TAKE_OVER = statement(
  'auth.credential.take_over',
  `update auth.credential set organisation_id = $2, member_id = $3, password_hash = $4, changed_at = $5
    where email = $1 and organisation_id = $6 and member_id = $7
   returning 1`,
);
const LASTS = statement(
  'auth.session.lasts',
  `select 1 from core.session s
     join core.member m on m.organisation_id = s.organisation_id and m.id = s.member_id
    where s.organisation_id = $1 and s.id = $2 and s.member_id = $3 and s.ended_at is null
      and s.expires_at > pg_catalog.now() and m.left_at is null and m.access_version = $4`,
);
const CHANGE_PASSWORD = statement(
  'auth.credential.change',
  `update auth.credential set password_hash = $4, changed_at = $5
    where email = $1 and organisation_id = $2 and member_id = $3`,
);
const END_OTHERS = statement(
  'auth.session.end_others',
  `update core.session set ended_at = $4
    where organisation_id = $1 and member_id = $2 and id <> $3 and ended_at is null`,
);

/** The invitation of a token, row-locked until the transaction ends: it works once. */
export async function lockInvitation(scope: AuthScope, hash: string): Promise<Invitation | null> {
  await scope.claim({ hash });
  const [row] = await scope.query(INVITATION, [hash]);
  return row ?? null;
}

export async function useInvitation(scope: AuthScope, hash: string, at: Date): Promise<void> {
  await scope.query(USE_INVITATION, [hash, at]);
}

/** The member of the current claim. */
export async function findInvited(scope: AuthScope, key: MemberKey): Promise<Invited | null> {
  const [row] = await scope.query(INVITED, [key.organisationId, key.memberId]);
  return row ?? null;
}

/**
 * The member of the claim joins; its organisation is administered once its first administrator has joined. Null for
 * one who has joined already, or has left.
 */
export async function join(scope: AuthScope, key: MemberKey, at: Date): Promise<{ founder: boolean } | null> {
  const [row] = await scope.query(JOIN, [key.organisationId, key.memberId, at]);
  return row ?? null;
}

const LEAVE = statement<{ left: boolean }>(
  'auth.member.leave',
  `with present as (
     select organisation_id, id, role from core.member
      where organisation_id = $1 and id = $2 and left_at is null for update
   ), gone as (
     update core.member m set left_at = $3, access_version = m.access_version + 1 from present p
      where m.organisation_id = p.organisation_id and m.id = p.id and p.role <> 'ADMIN'
     returning m.id
   )
   select exists (select from gone) as left from present`,
);

/** The member of the claim leaves its organisation, unless it administers it, or has left before. */
export async function leave(
  scope: AuthScope,
  key: MemberKey,
  at: Date,
): Promise<'LEFT' | 'ADMINISTRATOR' | 'GONE'> {
  const [row] = await scope.query(LEAVE, [key.organisationId, key.memberId, at]);
  if (!row) return 'GONE';
  return row.left ? 'LEFT' : 'ADMINISTRATOR';
}

/** Transfers an e-mail from a member who has left; false when it was transferred already. */
export async function takeOverCredential(
  scope: AuthScope,
  credential: Credential,
  from: MemberKey,
  at: Date,
): Promise<boolean> {
  const { email, organisationId, memberId, passwordHash } = credential;
  await scope.claim({ email, memberId });
  const values = [email, organisationId, memberId, passwordHash, at, from.organisationId, from.memberId];
  return (await scope.query(TAKE_OVER, values)).length > 0;
}

/** Whether the session of the claim has neither ended nor lost its rights: what scope.enter checks for every other request. */
export async function sessionLasts(scope: AuthScope, session: Session): Promise<boolean> {
  const { organisationId, sessionId, memberId, accessVersion } = session;
  return (await scope.query(LASTS, [organisationId, sessionId, memberId, accessVersion])).length > 0;
}

export async function changePassword(scope: AuthScope, credential: Credential, at: Date): Promise<void> {
  const { email, organisationId, memberId, passwordHash } = credential;
  await scope.query(CHANGE_PASSWORD, [email, organisationId, memberId, passwordHash, at]);
}

/** Ends every session of a member but the current one. */
export async function endOtherSessions(scope: AuthScope, key: SessionKey, at: Date): Promise<void> {
  await scope.query(END_OTHERS, [key.organisationId, key.memberId, key.sessionId, at]);
}

const KEY = statement<SessionKey>(
  'auth.key',
  `select organisation_id as "organisationId", member_id as "memberId", session_id as "sessionId"
     from auth.api_key where hash = $1`,
);
const KEY_RIGHTS = statement<KeyRights>(
  'auth.key.rights',
  `select o.kind, m.role, o.district_code as "districtCode", m.access_version as "accessVersion"
     from core.member m join core.organisation o on o.id = m.organisation_id
    where m.organisation_id = $1 and m.id = $2 and m.kind = 'KEY'`,
);

interface KeyRights {
  kind: OrganisationKind;
  role: MemberRole;
  districtCode: string | null;
  accessVersion: number;
}

/** The session of an API key, valid or not: every transaction checks that again. */
export async function findKeySession(scope: AuthScope, hash: string): Promise<Session | null> {
  await scope.claim({ hash });
  const [key] = await scope.query(KEY, [hash]);
  if (!key) return null;
  await scope.claim({ memberId: key.memberId });
  const [rights] = await scope.query(KEY_RIGHTS, [key.organisationId, key.memberId]);
  return rights ? { ...key, ...rights, recordsMoney: false, isKey: true } : null;
}
