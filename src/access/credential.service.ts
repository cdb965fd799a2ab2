import { AuthScope } from '../platform/database/auth-scope';
import type { Database } from '../platform/database/database';
import { BrokenRules, type Fault, refuseFaults } from '../platform/faults';
import { auditStatement, type Change, type Origin } from './audit';
import { findCredential, type MemberKey, storeCredential } from './auth.repository';
import * as credentials from './credential.repository';
import { passwordFaults } from './password.rules';
import { hashPassword, verifyPassword } from './passwords';
import { isSecretToken, newSecretToken, type SecretToken, secretHash } from './secret-token';
import type { Session } from './session';

const INVITATION_PREFIX = 'swi_';

export interface CredentialDependencies {
  database: Database;
  clock: () => Date;
}

/** Passwords: how a member comes to have one, and changes it. */
export class CredentialService {
  constructor(private readonly deps: CredentialDependencies) {}

  static newInvitation(): SecretToken {
    return newSecretToken(INVITATION_PREFIX);
  }

  /** Sets the password of an invited member; returns the e-mail to sign in with. The invitation works once. */
  async accept(token: string, password: string, origin: Origin): Promise<string> {
    if (!isSecretToken(token, INVITATION_PREFIX)) throw new BrokenRules([INVITATION_INVALID]);
    const hash = secretHash(token);
    // Judged and hashed before any row is held: hashing takes its time.
    const { email, displayName } = await this.inTransaction(async (scope) => this.invited(scope, hash));
    refuseFaults(passwordFaults(password, { email, displayName }, ['password']));
    const passwordHash = await hashPassword(password);
    return this.inTransaction(async (scope) => {
      const at = this.deps.clock();
      const invited = await this.invited(scope, hash);
      const credential = { ...invited.key, email: invited.email, passwordHash };
      await this.giveEmail(scope, credential, at);
      await scope.claim({ hash, memberId: invited.key.memberId });
      await credentials.useInvitation(scope, hash, at);
      await credentials.join(scope, invited.key, at);
      await this.log(scope, invited.key, origin, 'INVITATION_ACCEPTED', at);
      return invited.email;
    });
  }

  /** Needs the old password; ends every other session of the member. */
  async change(session: Session, oldPassword: string, newPassword: string, origin: Origin): Promise<void> {
    const known = await this.inTransaction(async (scope) => {
      await scope.claim({ memberId: session.memberId });
      const member = await credentials.findInvited(scope, session);
      if (!member) return null;
      const credential = await findCredential(scope, member.email);
      return credential && { ...credential, displayName: member.displayName };
    });
    const right = await verifyPassword(known?.passwordHash ?? null, oldPassword);
    if (!known || !right) throw new BrokenRules([OLD_PASSWORD_WRONG]);
    refuseFaults(passwordFaults(newPassword, known, ['newPassword']));
    const passwordHash = await hashPassword(newPassword);
    await this.inTransaction(async (scope) => {
      const at = this.deps.clock();
      await scope.claim({ email: known.email, memberId: session.memberId });
      await credentials.changePassword(scope, { ...known, passwordHash }, at);
      await credentials.endOtherSessions(scope, session, at);
      await this.log(scope, session, origin, 'PASSWORD_CHANGED', at);
    });
  }

  /** The member of an invitation that can still be used. */
  private async invited(scope: AuthScope, hash: string): Promise<credentials.Invited & { key: MemberKey }> {
    const invitation = await credentials.holdInvitation(scope, hash);
    if (invitation?.usedAt !== null || invitation.expiresAt <= this.deps.clock()) {
      throw new BrokenRules([INVITATION_INVALID]);
    }
    const { organisationId, memberId } = invitation;
    await scope.claim({ hash, memberId });
    const member = await credentials.findInvited(scope, invitation);
    if (member?.leftAt !== null || member.joinedAt !== null) throw new BrokenRules([INVITATION_INVALID]);
    return { ...member, key: { organisationId, memberId } };
  }

  /** One e-mail, one member: it is free, or it was of a member who has left. */
  private async giveEmail(
    scope: AuthScope,
    credential: MemberKey & { email: string; passwordHash: string },
    at: Date,
  ): Promise<void> {
    const holder = await findCredential(scope, credential.email);
    if (!holder) {
      if (await storeCredential(scope, credential)) return;
      throw new BrokenRules([EMAIL_TAKEN]);
    }
    await scope.claim({ memberId: holder.memberId });
    const left = (await credentials.findInvited(scope, holder))?.leftAt ?? null;
    if (left === null) throw new BrokenRules([EMAIL_TAKEN]);
    await credentials.takeOverCredential(scope, credential, at);
  }

  private async inTransaction<T>(work: (scope: AuthScope) => Promise<T>): Promise<T> {
    return AuthScope.run(this.deps.database, work);
  }

  private async log(
    scope: AuthScope,
    { organisationId, memberId }: MemberKey,
    origin: Origin,
    action: Change['action'],
    at: Date,
  ): Promise<void> {
    await scope.claim({ memberId });
    const { requestId, remoteAddress } = origin;
    const entry = {
      organisationId,
      memberId,
      requestId,
      remoteAddress,
      at,
      action,
      thing: 'Member',
      thingId: memberId,
    };
    await scope.query(...auditStatement([entry]));
  }
}

const INVITATION_INVALID: Fault = {
  code: 'INVITATION_INVALID',
  path: ['token'],
  text: {
    zh: '邀请链接无效、已使用或已过期。请联系邀请您的管理员重新发送。',
    en: 'The invitation is unknown, used or expired. Please ask whoever invited you for a new one.',
  },
};
const EMAIL_TAKEN: Fault = {
  code: 'EMAIL_TAKEN',
  path: ['token'],
  text: {
    zh: '此邮箱已属于另一位在职成员。请让管理员换一个邮箱邀请您。',
    en: 'This e-mail belongs to another member. Please ask to be invited with a different one.',
  },
};
const OLD_PASSWORD_WRONG: Fault = {
  code: 'WRONG_PASSWORD',
  path: ['oldPassword'],
  text: { zh: '原密码不正确，请重新输入。', en: 'The old password is wrong. Please type it again.' },
};
