import { AuthScope } from '../platform/database/auth-scope';
import type { Database } from '../platform/database/database';
import { brokenRule } from '../platform/faults';
import {
  endSession,
  findCredential,
  findRights,
  type MemberKey,
  startSession,
  storeCredential,
} from './auth.repository';
import { CredentialService } from './credential.service';
import {
  insertFoundingInvitation,
  insertInvited,
  insertMember,
  insertOrganisation,
  isAdministered,
} from './enrolment.repository';
import { isEmail, normalEmail } from './email';
import { MemberRole, OrganisationKind } from './parties';
import { hashPassword } from './passwords';
import type { Session } from './session';
import { newId } from '../platform/ids';

interface NewCredential {
  email: string;
  organisationId: string;
  memberId: string;
  password: string;
}

/**
 * Sets the e-mail and password of a member; run again, it replaces the password. The caller validates the password
 * (passwordFaults).
 */
export async function createCredential(scope: AuthScope, credential: NewCredential): Promise<void> {
  const { organisationId, memberId, password } = credential;
  const email = normalEmail(credential.email);
  if (!isEmail(email)) {
    throw brokenRule('INVALID_EMAIL', ['email']);
  }
  const passwordHash = await hashPassword(password);
  if (!(await storeCredential(scope, { email, organisationId, memberId, passwordHash }, new Date()))) {
    throw brokenRule('EMAIL_TAKEN', ['email']);
  }
}

export interface NewOrganisation {
  kind: OrganisationKind;
  name: string;
  shortName: string | null;
  districtCode: string | null;
}

/** Runs in a scope of app_enrolment. Adds an organisation to the directory, unless one of this kind and name exists; returns its id. */
export async function enrolOrganisation(scope: AuthScope, organisation: NewOrganisation): Promise<string> {
  return insertOrganisation(scope, newId(), organisation);
}

export interface NewMember {
  email: string;
  organisationId: string;
  displayName: string;
  role: MemberRole;
  password: string;
}

/** Adds a member with a credential, or sets a new password for the member that has this e-mail already. */
export async function enrolMember(scope: AuthScope, member: NewMember): Promise<void> {
  const { organisationId, password } = member;
  const email = normalEmail(member.email);
  const known = await findCredential(scope, email);
  const memberId = known?.memberId ?? newId();
  if (!known) {
    await scope.claim({ memberId });
    await insertMember(scope, { ...member, email, memberId });
  }
  await createCredential(scope, { email, organisationId, memberId, password });
}

/**
 * Opens a session for a member without a password: for a command that fills an empty database and has just enrolled
 * the member itself, never for the server.
 */
export async function openSession(
  database: Database,
  member: MemberKey,
  from: Date,
  until: Date,
): Promise<Session> {
  return AuthScope.run(database, async (scope) => {
    await scope.claim({ memberId: member.memberId });
    const rights = await findRights(scope, member);
    if (!rights) throw new Error('nobody to open a session for');
    const session = { ...member, ...rights, sessionId: newId(), isKey: false };
    await startSession(scope, session, from, until);
    return session;
  });
}

/** Ends a session of openSession. */
export async function closeSession(database: Database, session: Session, at: Date): Promise<void> {
  await AuthScope.run(database, async (scope) => {
    await scope.claim({ memberId: session.memberId });
    await endSession(scope, session, at);
  });
}

/**
 * Invites the first administrator of the platform; returns the token. Null when the platform has one already, who
 * invites the others.
 */
export async function inviteFirstOfPlatform(
  scope: AuthScope,
  member: { email: string; displayName: string },
  at: Date,
): Promise<string | null> {
  const email = normalEmail(member.email);
  if (!isEmail(email)) {
    throw brokenRule('INVALID_EMAIL', ['email']);
  }
  const organisation = {
    kind: OrganisationKind.PLATFORM,
    name: '社工服务站平台',
    shortName: null,
    districtCode: null,
  };
  const organisationId = await insertOrganisation(scope, newId(), organisation);
  if (await isAdministered(scope, organisationId)) return null;
  const memberId = newId();
  await scope.claim({ memberId });
  await insertInvited(scope, { ...member, email, organisationId, memberId, role: MemberRole.ADMIN });
  const { token, hash } = CredentialService.newInvitation();
  await insertFoundingInvitation(
    scope,
    hash,
    { organisationId, memberId },
    at,
    new Date(at.getTime() + 7 * 86_400_000),
  );
  return token;
}
