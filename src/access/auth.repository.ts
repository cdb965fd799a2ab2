import type { AuthScope } from '../platform/database/auth-scope';
import { statement } from '../platform/database/statement';
import type { MemberRole, OrganisationKind } from './parties';
import type { RefreshToken, TokenFamily } from './refresh-token';

/** Whose session it is. */
export interface MemberKey {
  organisationId: string;
  memberId: string;
}

export interface SessionKey extends MemberKey {
  sessionId: string;
}

export interface Credential extends MemberKey {
  email: string;
  passwordHash: string;
}

/** The rights of a member that a session carries. */
export interface Rights {
  kind: OrganisationKind;
  role: MemberRole;
  recordsMoney: boolean;
  districtCode: string | null;
  accessVersion: number;
}

interface IssuedToken extends SessionKey {
  hash: string;
  /** The hash of the token that it was exchanged for; null of a session's first. */
  predecessor: string | null;
  generation: number;
  issuedAt: Date;
  expiresAt: Date;
}

const CREDENTIAL = statement<Credential>(
  'auth.credential',
  `select email, organisation_id as "organisationId", member_id as "memberId", password_hash as "passwordHash"
     from auth.credential where email = $1`,
);

/** Row lock until the session is inserted: a concurrent change of the password waits, then finds the session and ends it. */
const CONFIRM = statement(
  'auth.credential.confirm',
  `select 1 from auth.credential
    where email = $1 and organisation_id = $2 and member_id = $3 and password_hash = $4 for share`,
);

const STORE = statement(
  'auth.credential.store',
  `insert into auth.credential as c (email, organisation_id, member_id, password_hash, changed_at)
   values ($1, $2, $3, $4, $5)
   on conflict (email) do update set password_hash = excluded.password_hash, changed_at = excluded.changed_at
     where c.organisation_id = excluded.organisation_id and c.member_id = excluded.member_id
   returning 1`,
);

const RIGHTS = statement<Rights>(
  'auth.rights',
  `select o.kind, m.role, m.records_money as "recordsMoney", o.district_code as "districtCode",
          m.access_version as "accessVersion"
     from core.member m join core.organisation o on o.id = m.organisation_id
    where m.organisation_id = $1 and m.id = $2 and m.left_at is null`,
);

const START_SESSION = statement(
  'auth.session.start',
  `with session as (
     insert into core.session (organisation_id, id, member_id, started_at, expires_at) values ($1, $2, $3, $4, $5)
   )
   insert into auth.token_family (organisation_id, session_id, member_id, rotated_at) values ($1, $2, $3, $4)`,
);

const END_SESSION = statement(
  'auth.session.end',
  `update core.session set ended_at = $4
    where organisation_id = $1 and id = $2 and member_id = $3 and ended_at is null`,
);

const ADD_TOKEN = statement(
  'auth.token.add',
  `insert into auth.refresh_token
     (hash, organisation_id, session_id, member_id, generation, issued_at, expires_at, predecessor)
   values ($1, $2, $3, $4, $5, $6, $7, $8)`,
);

const TOKEN = statement<SessionKey & RefreshToken>(
  'auth.token',
  `select organisation_id as "organisationId", session_id as "sessionId", member_id as "memberId",
          generation, expires_at as "expiresAt"
     from auth.refresh_token where hash = $1`,
);

// Compared by both clocks: tokens that have not expired by the database's own clock are kept, and their session with them.
// Rows that a concurrent sign-in of the member is deleting are skipped.
const CLEAR = statement(
  'auth.session.clear',
  `with tokens as (
     delete from auth.refresh_token where member_id = $1 and expires_at < $2
   ), families as (
     delete from auth.token_family
      where (organisation_id, session_id) in (
              select f.organisation_id, f.session_id from auth.token_family f
               where f.member_id = $1 and f.rotated_at < least($3, pg_catalog.now() - interval '8 days')
               order by f.rotated_at limit 100 for update skip locked)
     returning organisation_id, session_id
   )
   delete from core.session s using families f
    where s.organisation_id = f.organisation_id and s.id = f.session_id and s.member_id = $1`,
);

/** Locks both rows: a refresh that waited reads the session as it is then, not as it was before the wait. */
const LOCK_FAMILY = statement<TokenFamily>(
  'auth.family.lock',
  `select f.generation, f.rotated_at as "rotatedAt", s.expires_at as "sessionExpiresAt", s.ended_at as "endedAt"
     from auth.token_family f
     join core.session s on s.organisation_id = f.organisation_id and s.id = f.session_id
    where f.organisation_id = $1 and f.session_id = $2 and f.member_id = $3
      for update of f, s`,
);

const MOVE_ON = statement(
  'auth.family.move_on',
  `update auth.token_family set generation = generation + 1, rotated_at = $4
    where organisation_id = $1 and session_id = $2 and member_id = $3`,
);

export async function findCredential(scope: AuthScope, email: string): Promise<Credential | null> {
  await scope.claim({ email });
  const [row] = await scope.query(CREDENTIAL, [email]);
  return row ?? null;
}

/** Whether the credential is still the one that was checked. */
export async function confirmCredential(scope: AuthScope, credential: Credential): Promise<boolean> {
  const { email, organisationId, memberId, passwordHash } = credential;
  const rows = await scope.query(CONFIRM, [email, organisationId, memberId, passwordHash]);
  return rows.length > 0;
}

/** False when the e-mail belongs to another member. */
export async function storeCredential(scope: AuthScope, credential: Credential, at: Date): Promise<boolean> {
  const { email, organisationId, memberId, passwordHash } = credential;
  await scope.claim({ email, memberId });
  const rows = await scope.query(STORE, [email, organisationId, memberId, passwordHash, at]);
  return rows.length > 0;
}

/** Null for a member who has left. */
export async function findRights(scope: AuthScope, key: MemberKey): Promise<Rights | null> {
  const [row] = await scope.query(RIGHTS, [key.organisationId, key.memberId]);
  return row ?? null;
}

export async function startSession(
  scope: AuthScope,
  key: SessionKey,
  from: Date,
  until: Date,
): Promise<void> {
  await scope.query(START_SESSION, [key.organisationId, key.sessionId, key.memberId, from, until]);
}

/** Ends a session; one that has ended already is left unchanged. */
export async function endSession(scope: AuthScope, key: SessionKey, at: Date): Promise<void> {
  await scope.query(END_SESSION, [key.organisationId, key.sessionId, key.memberId, at]);
}

export async function addToken(scope: AuthScope, token: IssuedToken): Promise<void> {
  const { hash, organisationId, sessionId, memberId, generation, issuedAt, expiresAt, predecessor } = token;
  await scope.claim({ hash, memberId });
  const key = [hash, organisationId, sessionId, memberId];
  await scope.query(ADD_TOKEN, [...key, generation, issuedAt, expiresAt, predecessor]);
}

export async function findToken(scope: AuthScope, hash: string): Promise<(SessionKey & RefreshToken) | null> {
  await scope.claim({ hash });
  const [row] = await scope.query(TOKEN, [hash]);
  return row ?? null;
}

/** Deletes a member's expired tokens, and sessions that were not refreshed since `notSince`, a bounded number per call. */
export async function deleteExpiredTokens(
  scope: AuthScope,
  memberId: string,
  now: Date,
  notSince: Date,
): Promise<void> {
  await scope.query(CLEAR, [memberId, now, notSince]);
}

/** Row-locks the session until the transaction ends, so that its refreshes run one after the other. */
export async function lockFamily(scope: AuthScope, key: SessionKey): Promise<TokenFamily | null> {
  await scope.claim({ memberId: key.memberId });
  const [row] = await scope.query(LOCK_FAMILY, [key.organisationId, key.sessionId, key.memberId]);
  return row ?? null;
}

export async function rotateToken(scope: AuthScope, key: SessionKey, now: Date): Promise<void> {
  await scope.query(MOVE_ON, [key.organisationId, key.sessionId, key.memberId, now]);
}
