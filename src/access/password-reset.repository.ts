import type { AuthScope } from '../platform/database/auth-scope';
import { statement } from '../platform/database/statement';
import type { Credential, MemberKey } from './auth.repository';
import type { SecretToken } from './secret-token';

interface PasswordReset extends MemberKey {
  issuedAt: Date;
  /** The administrator who has issued it; null of one that was sent by e-mail or issued on the server. */
  issuedBy: string | null;
  expiresAt: Date;
  usedAt: Date | null;
}

const RESET = statement<PasswordReset>(
  'auth.reset',
  `select organisation_id as "organisationId", member_id as "memberId", issued_at as "issuedAt",
          issued_by as "issuedBy", expires_at as "expiresAt", used_at as "usedAt"
     from auth.password_reset where hash = $1 for update`,
);
const USE = statement('auth.reset.use', 'update auth.password_reset set used_at = $2 where hash = $1');
const ADD = statement(
  'auth.reset.add',
  `insert into auth.password_reset (hash, organisation_id, member_id, issued_at, expires_at)
   values ($1, $2, $3, $4, $5)`,
);
// A password that was set after the link was issued makes it void, and so do other links that were used.
const REPLACE = statement(
  'auth.credential.replace',
  `update auth.credential set password_hash = $4, changed_at = $5
    where email = $1 and organisation_id = $2 and member_id = $3 and changed_at < $6
   returning 1`,
);
const VOID_LINKS = statement(
  'auth.reset.void',
  `update auth.credential set changed_at = $4
    where email = $1 and organisation_id = $2 and member_id = $3 and changed_at < $4`,
);
const END_ALL = statement(
  'auth.session.endAll',
  'update core.session set ended_at = $3 where organisation_id = $1 and member_id = $2 and ended_at is null',
);

/** The reset of a token, row-locked until the transaction ends: it works once. */
export async function lockReset(scope: AuthScope, hash: string): Promise<PasswordReset | null> {
  await scope.claim({ hash });
  const [row] = await scope.query(RESET, [hash]);
  return row ?? null;
}

/** Sets the password that a reset is for; false where it has been set since the reset was issued. */
export async function replacePassword(
  scope: AuthScope,
  { email, organisationId, memberId, passwordHash }: Credential,
  { hash, issuedAt }: { hash: string; issuedAt: Date },
  at: Date,
): Promise<boolean> {
  await scope.claim({ email, hash, memberId });
  const values = [email, organisationId, memberId, passwordHash, at, issuedAt];
  if ((await scope.query(REPLACE, values)).length === 0) return false;
  await scope.query(USE, [hash, at]);
  return true;
}

/** Voids the links of a member that were issued until now: its password counts as set again. */
export async function voidResets(
  scope: AuthScope,
  { email, organisationId, memberId }: MemberKey & { email: string },
  at: Date,
): Promise<void> {
  await scope.claim({ email, memberId });
  await scope.query(VOID_LINKS, [email, organisationId, memberId, at]);
}

export async function endSessions(scope: AuthScope, key: MemberKey, at: Date): Promise<void> {
  await scope.query(END_ALL, [key.organisationId, key.memberId, at]);
}

/** Stores a reset for the member of the claim, on the server. */
export async function insertReset(
  scope: AuthScope,
  { hash }: Pick<SecretToken, 'hash'>,
  { organisationId, memberId }: MemberKey,
  at: Date,
  until: Date,
): Promise<void> {
  await scope.claim({ hash, memberId });
  await scope.query(ADD, [hash, organisationId, memberId, at, until]);
}
