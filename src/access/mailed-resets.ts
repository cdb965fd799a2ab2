import type { Logger } from 'pino';
import { message } from '../messages';
import { AuthScope } from '../platform/database/auth-scope';
import type { Database } from '../platform/database/database';
import { statement } from '../platform/database/statement';
import type { Transaction } from '../platform/database/tenant-scope';
import { brokenRule } from '../platform/faults';
import { newId } from '../platform/ids';
import { AttemptLimits } from './attempt-limits';
import type { Origin } from './audit';
import type { AuditTrail } from './audit-trail';
import { findCredential, type MemberKey } from './auth.repository';
import { findInvited } from './credential.repository';
import { isEmail, normalEmail } from './email';
import { memberEntry } from './member-entry';
import { insertReset } from './password-reset.repository';
import { type IssuedReset, PasswordResetService, RESET_HOURS } from './password-reset.service';

interface MailedResetDependencies {
  database: Database;
  clock: () => Date;
  trail: AuditTrail;
  logger: Logger;
  /** A monotonic clock in milliseconds, for the limits. */
  elapsed?: () => number;
  /** The server has a way to send e-mails. */
  isOn: boolean;
}

/** More than somebody needs who looks for an e-mail that does not come. */
const LIMITS = {
  account: { failures: 3, secondsEach: 1200 },
  // An office has one address for all its members.
  address: { failures: 300, secondsEach: 12 },
};

const QUEUE = statement(
  'auth.reset.mail',
  `insert into core.mail (organisation_id, member_id, kind, about, created_at, next_attempt_at)
   values ($1, $2, 'PASSWORD_RESET', $3, $4, $4)`,
);

/** 通过邮件重置密码: a member asks for a link itself, which its e-mail brings. */
export class MailedResets {
  readonly hours = RESET_HOURS;
  private readonly limits: AttemptLimits;
  private readonly underWay = new Set<Promise<void>>();

  constructor(private readonly deps: MailedResetDependencies) {
    this.limits = new AttemptLimits(LIMITS, deps.elapsed, (seconds) =>
      message('TOO_MANY_RESETS', { seconds }),
    );
  }

  get isOn(): boolean {
    return this.deps.isOn;
  }

  /** Queues the e-mail of a link in a transaction of the one who helps the member. */
  async queueIn(transaction: Transaction, { organisationId, memberId }: MemberKey, at: Date): Promise<void> {
    await transaction.query(QUEUE, [organisationId, memberId, newId(), at]);
  }

  /**
   * Answers before it is looked up whose the e-mail is: so the answer and its time are the same for every e-mail, whether
   * somebody has it or not.
   */
  request(typed: string, origin: Origin): void {
    if (!this.deps.isOn) throw brokenRule('NO_MAILS_HERE', ['email']);
    const email = normalEmail(typed);
    this.limits.assertOpen(email, origin.remoteAddress);
    this.limits.failed(email, origin.remoteAddress);
    const queueing = this.queue(email, origin)
      .catch((err: unknown) => {
        this.deps.logger.error({ err, requestId: origin.requestId }, 'a reset could not be queued');
      })
      .finally(() => this.underWay.delete(queueing));
    this.underWay.add(queueing);
  }

  /** Resolves when everything that was asked for is queued. */
  async settled(): Promise<void> {
    await Promise.all(this.underWay);
  }

  /** A new link for a member, as its e-mail leaves; null where it has left. */
  async issueFor({ organisationId, memberId }: MemberKey): Promise<IssuedReset | null> {
    return AuthScope.run(this.deps.database, async (scope) => {
      await scope.claim({ memberId });
      if ((await findInvited(scope, { organisationId, memberId }))?.leftAt !== null) return null;
      const at = this.deps.clock();
      const issued = PasswordResetService.newReset(at);
      await insertReset(scope, issued, { organisationId, memberId }, at, issued.expiresAt);
      return issued;
    });
  }

  private async queue(email: string, origin: Origin): Promise<void> {
    const { database, clock, trail } = this.deps;
    const at = clock();
    const who = isEmail(email)
      ? await AuthScope.run(database, async (scope) => {
          const credential = await findCredential(scope, email);
          if (!credential) return null;
          const { organisationId, memberId } = credential;
          await scope.claim({ memberId });
          if ((await findInvited(scope, credential))?.leftAt !== null) return null;
          await scope.query(QUEUE, [organisationId, memberId, newId(), at]);
          return { organisationId, memberId };
        })
      : null;
    const after = !who && isEmail(email) ? { email } : undefined;
    trail.add(memberEntry(who, origin, at, 'PASSWORD_RESET_REQUESTED', after));
  }
}
