import { AuthScope } from '../platform/database/auth-scope';
import type { Database } from '../platform/database/database';
import { SessionEnded } from '../platform/database/errors';
import { BrokenRules, assertNoFaults, type Fault, fault, type Path } from '../platform/faults';
import { type StepAside, stayInPlace } from '../platform/step-aside';
import type { AttemptLimits } from './attempt-limits';
import { type AuditAction, auditStatement, type Origin } from './audit';
import type { AuditTrail } from './audit-trail';
import {
  confirmCredential,
  type Credential,
  findCredential,
  type MemberKey,
  storeCredential,
} from './auth.repository';
import * as credentials from './credential.repository';
import { endSessions } from './password-reset.repository';
import { memberEntry } from './member-entry';
import { passwordFaults } from './password.rules';
import { hashPassword, verifyPassword } from './passwords';
import { isSecretToken, newSecretToken, type SecretToken, secretHash } from './secret-token';
import type { Session } from './session';

const INVITATION_PREFIX = 'swi_';

interface CredentialDependencies {
  database: Database;
  clock: () => Date;
  trail: AuditTrail;
  /** Shared with sign-in: guessing a password here gives no further attempts. */
  attempts: AttemptLimits;
}

export interface Acceptance {
  token: string;
  password: string;
  /** Of the account that the member has elsewhere. */
  currentPassword?: string | null;
}

/** An invitation, as the person who holds its token sees it. */
type InvitationShown = Pick<
  credentials.Invited & credentials.Invitation,
  'email' | 'displayName' | 'organisationName' | 'expiresAt'
>;

/** Sets and changes passwords of members. */
export class CredentialService {
  constructor(private readonly deps: CredentialDependencies) {}

  static newInvitation(): SecretToken {
    return newSecretToken(INVITATION_PREFIX);
  }

  /** For whom an invitation is that can still be used. */
  async read(token: string, origin: Origin): Promise<InvitationShown> {
    if (!isSecretToken(token, INVITATION_PREFIX)) throw this.refusal(INVITATION_INVALID, null, origin);
    return this.inTransaction(async (scope) => {
      const { email, displayName, organisationName, expiresAt } = await this.invited(
        scope,
        secretHash(token),
        origin,
      );
      return { email, displayName, organisationName, expiresAt };
    });
  }

  /**
   * Sets the password of an invited member; returns the e-mail to sign in with. The invitation works once. Who is a member
   * elsewhere under this e-mail, and proves it by the password there, ends that membership.
   */
  async accept(
    { token, password, currentPassword }: Acceptance,
    origin: Origin,
    aside: StepAside = stayInPlace,
  ): Promise<string> {
    if (!isSecretToken(token, INVITATION_PREFIX)) throw this.refusal(INVITATION_INVALID, null, origin);
    const hash = secretHash(token);
    // Validated and hashed before any row is locked: hashing is slow.
    const { email, displayName } = await this.inTransaction(async (scope) =>
      this.invited(scope, hash, origin),
    );
    assertNoFaults(passwordFaults(password, { email, displayName }, ['password']));
    const former = currentPassword == null ? null : await this.former(email, currentPassword, origin, aside);
    const passwordHash = await aside(async (signal) => hashPassword(password, signal));
    return this.inTransaction(async (scope) => {
      const at = this.deps.clock();
      if (former) await this.leave(scope, former, origin, at);
      const { key, founding, ...invited } = await this.invited(scope, hash, origin);
      const joined = await credentials.join(scope, key, at);
      // Another token of the same member, or another founder, may have been accepted concurrently.
      if (!joined || (founding && !joined.founder && !invited.isNamed))
        throw this.refusal(INVITATION_INVALID, key, origin);
      await credentials.useInvitation(scope, hash, at);
      if (!(await this.giveEmail(scope, { ...key, email: invited.email, passwordHash }, at))) {
        throw this.refusal(fault('EMAIL_TAKEN', ['token']), key, origin);
      }
      await this.log(scope, key, origin, 'INVITATION_ACCEPTED', { email: invited.email, joinedAt: at });
      return invited.email;
    });
  }

  /** Needs the old password, within the attempt limits of sign-in; ends every other session of the member. */
  async change(
    session: Session,
    { oldPassword, newPassword }: { oldPassword: string; newPassword: string },
    origin: Origin,
    aside: StepAside,
  ): Promise<void> {
    const known = await this.inTransaction(async (scope) => {
      await scope.claim({ memberId: session.memberId });
      const member = await credentials.findInvited(scope, session);
      if (!member || !(await credentials.sessionLasts(scope, session))) throw new SessionEnded();
      const credential = await findCredential(scope, member.email);
      if (credential?.memberId !== session.memberId) throw new SessionEnded();
      return { ...credential, displayName: member.displayName };
    });
    await this.checkOldPassword(known, oldPassword, origin, aside);
    assertNoFaults(passwordFaults(newPassword, known, ['newPassword']));
    const passwordHash = await aside(async (signal) => hashPassword(newPassword, signal));
    await this.inTransaction(async (scope) => {
      const at = this.deps.clock();
      await scope.claim({ email: known.email, memberId: session.memberId });
      if (!(await credentials.sessionLasts(scope, session))) throw new SessionEnded();
      await credentials.changePassword(scope, { ...known, passwordHash }, at);
      await credentials.endOtherSessions(scope, session, at);
      await this.log(scope, session, origin, 'PASSWORD_CHANGED');
    });
  }

  private async checkOldPassword(
    known: Credential,
    password: string,
    origin: Origin,
    aside: StepAside,
    path: Path = ['oldPassword'],
  ): Promise<void> {
    const { attempts } = this.deps;
    attempts.assertOpen(known.email, origin.remoteAddress);
    const right = await aside(async (signal) => verifyPassword(known.passwordHash, password, signal));
    // Checked again, or concurrent guesses would get more attempts than sequential ones.
    attempts.assertOpen(known.email, origin.remoteAddress);
    if (right) return;
    attempts.failed(known.email, origin.remoteAddress);
    throw this.refusal(fault('WRONG_PASSWORD', path), known, origin, 'PASSWORD_REFUSED');
  }

  /** The member of an invitation that can still be used. */
  private async invited(
    scope: AuthScope,
    hash: string,
    origin: Origin,
  ): Promise<credentials.Invited & { key: MemberKey; founding: boolean; expiresAt: Date }> {
    const invitation = await credentials.lockInvitation(scope, hash);
    if (invitation?.usedAt !== null || invitation.expiresAt <= this.deps.clock()) {
      throw this.refusal(INVITATION_INVALID, invitation, origin);
    }
    const { organisationId, memberId, founding, expiresAt } = invitation;
    await scope.claim({ hash, memberId });
    const member = await credentials.findInvited(scope, invitation);
    if (member?.leftAt !== null || member.joinedAt !== null) {
      throw this.refusal(INVITATION_INVALID, invitation, origin);
    }
    return { ...member, key: { organisationId, memberId }, founding, expiresAt };
  }

  /** The member that has the e-mail until now, by its password; null where nobody has. */
  private async former(
    email: string,
    password: string,
    origin: Origin,
    aside: StepAside,
  ): Promise<Credential | null> {
    const known = await this.inTransaction(async (scope) => findCredential(scope, email));
    if (known) await this.checkOldPassword(known, password, origin, aside, ['currentPassword']);
    return known;
  }

  /** Ends the membership of somebody who joins another organisation; an administrator is let go by another one. */
  private async leave(scope: AuthScope, former: Credential, origin: Origin, at: Date): Promise<void> {
    await scope.claim({ email: former.email, memberId: former.memberId });
    if (!(await confirmCredential(scope, former)))
      throw new BrokenRules([fault('WRONG_PASSWORD', ['currentPassword'])]);
    const left = await credentials.leave(scope, former, at);
    if (left === 'ADMINISTRATOR') throw new BrokenRules([fault('ADMIN_STAYS', ['currentPassword'])]);
    if (left === 'GONE') return;
    await endSessions(scope, former, at);
    await this.log(scope, former, origin, 'MEMBERSHIP_ENDED', { leftAt: at });
  }

  /** Assigns an e-mail that is free or belonged to a member who has left. False when it belongs to another member. */
  private async giveEmail(scope: AuthScope, credential: Credential, at: Date): Promise<boolean> {
    const holder = await findCredential(scope, credential.email);
    if (!holder) return storeCredential(scope, credential, at);
    await scope.claim({ memberId: holder.memberId });
    const left = (await credentials.findInvited(scope, holder))?.leftAt ?? null;
    return left !== null && (await credentials.takeOverCredential(scope, credential, holder, at));
  }

  private async inTransaction<T>(work: (scope: AuthScope) => Promise<T>): Promise<T> {
    return AuthScope.run(this.deps.database, work);
  }

  private async log(
    scope: AuthScope,
    who: MemberKey,
    origin: Origin,
    action: AuditAction,
    after?: unknown,
  ): Promise<void> {
    await scope.claim({ memberId: who.memberId });
    await scope.query(...auditStatement([memberEntry(who, origin, this.deps.clock(), action, after)]));
  }

  /** Returns a refusal, and audits it outside the transaction, so that a rollback keeps the entry. */
  private refusal(
    broken: Fault,
    who: MemberKey | null,
    origin: Origin,
    action: AuditAction = 'INVITATION_REFUSED',
  ): BrokenRules {
    this.deps.trail.add(memberEntry(who, origin, this.deps.clock(), action, { code: broken.code }));
    return new BrokenRules([broken]);
  }
}
const INVITATION_INVALID = fault('INVITATION_INVALID', ['token']);
