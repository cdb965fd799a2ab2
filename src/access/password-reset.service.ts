import { AuthScope } from '../platform/database/auth-scope';
import type { Database } from '../platform/database/database';
import { BrokenRules, assertNoFaults, type Fault, fault } from '../platform/faults';
import { type StepAside, stayInPlace } from '../platform/step-aside';
import { auditStatement, type Origin } from './audit';
import type { AuditTrail } from './audit-trail';
import { findCredential, findRights, type MemberKey } from './auth.repository';
import { findInvited } from './credential.repository';
import { normalEmail } from './email';
import { memberEntry } from './member-entry';
import { MemberRole } from './parties';
import { passwordFaults } from './password.rules';
import { hashPassword } from './passwords';
import {
  endSessions,
  insertReset,
  lockReset,
  replacePassword,
  voidResets,
} from './password-reset.repository';
import { isSecretToken, newSecretToken, type SecretToken, secretHash } from './secret-token';

const PREFIX = 'swr_';
export const RESET_HOURS = 24;
const INVALID = fault('RESET_INVALID', ['token']);

interface ResetDependencies {
  database: Database;
  clock: () => Date;
  trail: AuditTrail;
}

/** A link to be given to a member: its token, and until when it works. */
export interface IssuedReset extends SecretToken {
  expiresAt: Date;
}

/** Who a reset is for, and what it was issued with. */
interface Target extends MemberKey {
  email: string;
  displayName: string;
  issuedAt: Date;
}

/** 重置密码: a member who has forgotten its password sets another by a link that works once. It stays the same member. */
export class PasswordResetService {
  constructor(private readonly deps: ResetDependencies) {}

  /** A new link, to be stored where it is issued. */
  static newReset(at: Date): IssuedReset {
    return { ...newSecretToken(PREFIX), expiresAt: new Date(at.getTime() + RESET_HOURS * 3_600_000) };
  }

  /** Sets the password, ends every session and voids every other link of the member; returns the e-mail to sign in with. */
  async reset(
    token: string,
    password: string,
    origin: Origin,
    aside: StepAside = stayInPlace,
  ): Promise<string> {
    if (!isSecretToken(token, PREFIX)) throw this.refusal(INVALID, null, origin);
    const hash = secretHash(token);
    // Validated and hashed before any row is locked: hashing is slow.
    const target = await this.inTransaction(async (scope) => this.target(scope, hash, origin));
    assertNoFaults(passwordFaults(password, target, ['password']));
    const passwordHash = await aside(async (signal) => hashPassword(password, signal));
    return this.inTransaction(async (scope) => {
      const at = this.deps.clock();
      const { email, issuedAt, ...key } = await this.target(scope, hash, origin);
      if (!(await replacePassword(scope, { ...key, email, passwordHash }, { hash, issuedAt }, at))) {
        throw this.refusal(INVALID, key, origin);
      }
      await endSessions(scope, key, at);
      await scope.query(...auditStatement([memberEntry(key, origin, at, 'PASSWORD_RESET')]));
      return email;
    });
  }

  /** Voids every link that a member has been issued. */
  async voidFor(key: MemberKey): Promise<void> {
    await this.inTransaction(async (scope) => {
      await scope.claim({ memberId: key.memberId });
      const member = await findInvited(scope, key);
      if (member) await voidResets(scope, { ...key, email: member.email }, this.deps.clock());
    });
  }

  /** Issues a link for the account of an e-mail, at a terminal of the server; null where no present member has it. */
  async issueOnServer(email: string, origin: Origin): Promise<IssuedReset | null> {
    return this.inTransaction(async (scope) => {
      const credential = await findCredential(scope, normalEmail(email));
      if (!credential) return null;
      await scope.claim({ memberId: credential.memberId });
      if ((await findInvited(scope, credential))?.leftAt !== null) return null;
      const at = this.deps.clock();
      const issued = PasswordResetService.newReset(at);
      await insertReset(scope, issued, credential, at, issued.expiresAt);
      const after = { expiresAt: issued.expiresAt, onServer: true };
      const entry = memberEntry(credential, origin, at, 'PASSWORD_RESET_ISSUED', after);
      // Nobody who is known has done it.
      this.deps.trail.add({ ...entry, memberId: null });
      return issued;
    });
  }

  /** The present member that a link which can still be used is for. */
  private async target(scope: AuthScope, hash: string, origin: Origin): Promise<Target> {
    const reset = await lockReset(scope, hash);
    if (reset?.usedAt !== null || reset.expiresAt <= this.deps.clock()) {
      throw this.refusal(INVALID, reset, origin);
    }
    const { organisationId, memberId, issuedAt, issuedBy } = reset;
    if (issuedBy !== null) {
      await scope.claim({ hash, memberId: issuedBy });
      const issuer = await findRights(scope, { organisationId, memberId: issuedBy });
      if (issuer?.role !== MemberRole.ADMIN) throw this.refusal(INVALID, reset, origin);
    }
    await scope.claim({ hash, memberId });
    const member = await findInvited(scope, reset);
    if (member?.leftAt !== null) throw this.refusal(INVALID, reset, origin);
    const { email, displayName } = member;
    return { organisationId, memberId, issuedAt, email, displayName };
  }

  private async inTransaction<T>(work: (scope: AuthScope) => Promise<T>): Promise<T> {
    return AuthScope.run(this.deps.database, work);
  }

  /** Returns a refusal, and audits it outside the transaction, so that a rollback keeps the entry. */
  private refusal(broken: Fault, who: MemberKey | null, origin: Origin): BrokenRules {
    const at = this.deps.clock();
    this.deps.trail.add(memberEntry(who, origin, at, 'PASSWORD_RESET_REFUSED', { code: broken.code }));
    return new BrokenRules([broken]);
  }
}
