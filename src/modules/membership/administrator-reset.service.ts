import {
  type Caller,
  isEmail,
  type MailedResets,
  normalEmail,
  type PasswordResetService,
  type Write,
} from '../../access';
import { notFound } from '../../platform/app-error';
import { assertNoFaults, brokenRule } from '../../platform/faults';
import { isId, newId } from '../../platform/ids';
import { InputRules, MAX_REASON } from '../../platform/input-rules';
import * as resets from './administrator-reset.repository';
import type { AdministratorResetRow } from './administrator-reset.repository';

const DAY_MS = 86_400_000;
/** How long it is shown, and how long a link can be taken. */
const SHOWN_DAYS = 90;
const TAKEN_WITHIN_DAYS = 7;

type Step = 'REQUESTED' | 'CONFIRMED' | 'TAKEN';

/** 平台协助管理员重置密码: for the sole administrator of an organisation, whom nobody of its own can help. */
export class AdministratorResetService {
  constructor(
    private readonly mailed: MailedResets,
    private readonly links: PasswordResetService,
  ) {}

  async list(caller: Caller): Promise<AdministratorResetRow[]> {
    const member = caller.assert('administratorReset.read');
    return resets.recentResets(member, new Date(member.now().getTime() - SHOWN_DAYS * DAY_MS));
  }

  /** Where the server sends e-mails, one with a link leaves to the administrator; else another of the platform confirms. */
  async request(caller: Caller, email: string, reason: string): Promise<AdministratorResetRow> {
    const member = caller.assert('administratorReset.help');
    const rules = new InputRules();
    const text = rules.prose(reason, ['reason'], MAX_REASON);
    assertNoFaults(rules.faults);
    const address = normalEmail(email);
    if (!isEmail(address)) throw brokenRule('NOT_SOLE_ADMINISTRATOR', ['email']);
    const { organisationId: platformId, memberId } = member.session;
    return member.write(async (transaction) => {
      const sole = await resets.findSoleAdministrator(transaction, address, platformId);
      if (!sole) throw brokenRule('NOT_SOLE_ADMINISTRATOR', ['email']);
      const [id, at, byMail] = [newId(), member.now(), this.mailed.isOn];
      await resets.insertAdministratorReset(transaction, { ...sole, id, reason: text, byMail }, at, memberId);
      if (byMail) await this.mailed.queueIn(transaction, sole, at);
      return this.logged(transaction, id, 'REQUESTED');
    });
  }

  async confirm(caller: Caller, id: string): Promise<AdministratorResetRow> {
    const member = caller.assert('administratorReset.help');
    return member.write(async (transaction) => {
      const row = await underWay(transaction, id);
      if (row.confirmedAt === null) {
        if (row.askedBy === member.session.memberId) throw brokenRule('ANOTHER_CONFIRMS', ['id']);
        await resets.confirmReset(transaction, row, member.now(), member.session.memberId);
      }
      return this.logged(transaction, row.id, 'CONFIRMED');
    });
  }

  /** The link, a day after it was confirmed; taken again it is another one, and the first that is used voids the others. */
  async take(
    caller: Caller,
    id: string,
  ): Promise<{ reset: AdministratorResetRow; token: string; expiresAt: Date }> {
    const member = caller.assert('administratorReset.help');
    const reset = await member.write(async (transaction) => {
      const row = await underWay(transaction, id);
      const at = member.now();
      if (row.availableFrom === null) throw brokenRule('RESET_NOT_CONFIRMED', ['id']);
      if (at < row.availableFrom) {
        throw brokenRule('RESET_NOT_YET', ['id'], { from: row.availableFrom.toISOString() });
      }
      if (at.getTime() > row.availableFrom.getTime() + TAKEN_WITHIN_DAYS * DAY_MS) {
        throw brokenRule('RESET_TOO_LATE', ['id'], { days: TAKEN_WITHIN_DAYS });
      }
      await resets.takeReset(transaction, row, at);
      return this.logged(transaction, row.id, 'TAKEN');
    });
    const issued = await this.mailed.issueFor(reset);
    if (!issued) throw brokenRule('MEMBER_LEFT', ['id']);
    // Whoever stops it meanwhile voids the links that there are, not the one that is being issued.
    const since = new Date(reset.askedAt.getTime() - 1);
    const now = (await resets.recentResets(member, since)).find((one) => one.id === id);
    if (now?.stoppedAt !== null) throw brokenRule('RESET_STOPPED', ['id']);
    return { reset, token: issued.token, expiresAt: issued.expiresAt };
  }

  /**
   * By an administrator of the organisation: who has not asked for it has not forgotten its password. A link that was taken
   * works no more; where that fails, it is stopped again.
   */
  async stop(caller: Caller, id: string): Promise<AdministratorResetRow> {
    const member = caller.assert('administratorReset.stop');
    const stopped = await member.write(async (transaction) => {
      const before = await found(transaction, id);
      if (before.stoppedAt === null) await resets.stopReset(transaction, before, member.now());
      const after = await found(transaction, id);
      transaction.log({
        action: 'ADMINISTRATOR_RESET_STOPPED',
        thing: 'Member',
        thingId: after.memberId,
        before: { stoppedAt: before.stoppedAt },
        after: { stoppedAt: after.stoppedAt },
      });
      return after;
    });
    await this.links.voidFor(stopped);
    return stopped;
  }

  /** In the log of the platform, by its member, and in that of the organisation, which does not know the member. */
  private async logged(transaction: Write, id: string, step: Step): Promise<AdministratorResetRow> {
    const row = await found(transaction, id);
    const { organisationId, memberId: thingId, reason, byMail } = row;
    const after = { organisationId, reason, byMail };
    transaction.log({ action: `ADMINISTRATOR_RESET_${step}`, thing: 'Member', thingId, after });
    transaction.log({
      action: 'ADMINISTRATOR_RESET_BY_PLATFORM',
      thing: 'Member',
      thingId,
      organisationId,
      after: { step, reason, byMail },
    });
    return row;
  }
}

async function found(transaction: Write, id: string): Promise<AdministratorResetRow> {
  const row = isId(id) ? await resets.lockAdministratorReset(transaction, id) : null;
  if (!row) throw notFound(id);
  return row;
}

async function underWay(transaction: Write, id: string): Promise<AdministratorResetRow> {
  const row = await found(transaction, id);
  if (row.stoppedAt !== null) throw brokenRule('RESET_STOPPED', ['id']);
  if (row.byMail) throw brokenRule('RESET_BY_MAIL', ['id']);
  return row;
}
