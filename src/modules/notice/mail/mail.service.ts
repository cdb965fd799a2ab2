import type { Caller } from '../../../access';
import { type MailChoice, readChoice, storeChoice } from './mail.repository';

/** 邮件提醒: which e-mails a member wants. */
export class MailService {
  /** `isOn`: the server has a way to send e-mails. */
  constructor(private readonly settings: { isOn: boolean }) {}

  /** Null where none are sent: to an API key, to the platform, or by this server at all. */
  async choice(caller: Caller): Promise<MailChoice | null> {
    const member = caller.assert('viewer.read');
    return this.settings.isOn && member.may('mail.choose') ? readChoice(member) : null;
  }

  async choose(caller: Caller, choice: MailChoice): Promise<MailChoice> {
    const member = caller.assert('mail.choose');
    return member.write(async (transaction) => {
      const before = await readChoice(member);
      await storeChoice(transaction, member.session, choice);
      const { memberId: thingId } = member.session;
      transaction.log({ action: 'MAILS_CHOSEN', thing: 'Member', thingId, before, after: choice });
      return choice;
    });
  }
}
