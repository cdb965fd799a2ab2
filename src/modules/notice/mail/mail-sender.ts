import { createTransport, type Transporter } from 'nodemailer';
import { type MailedResets, type Member, onBehalfOf } from '../../../access';
import { type Day, dayOf } from '../../../platform/calendar';
import type { Database } from '../../../platform/database/database';
import { inOutbox } from '../../../platform/database/outbox-scope';
import type { WorkingDays } from '../../../platform/working-days';
import { backoffMs } from '../outbox/backoff.rules';
import type { Channel, Sending } from '../outbox/outbox';
import * as mails from './mail.repository';
import type { ClaimedMail } from './mail.repository';
import { begunText, type DigestTask, digestText, type MailText, noticeText, resetText } from './texts';
import { morningAt } from './morning.rules';

/** What waits for a member, most urgent first; with a day, only what has begun to wait since, because a day has come. */
export type TasksOf = (member: Member, begunAfter?: Day) => Promise<readonly DigestTask[]>;

interface MailSettings {
  /** smtp: or smtps:, with login and password. */
  smtpUrl: string;
  /** The sender of all e-mails. */
  from: string;
  /** Where members reach the console. */
  publicUrl: string;
}

export interface MailSenderSettings extends MailSettings {
  database: Database;
  clock: () => Date;
  resets: MailedResets;
  tasksOf: TasksOf;
  workingDays: WorkingDays;
}

const LEASE_MS = 120_000;
const TIMEOUT_MS = 20_000;
const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
/** A notice is old news after three days; of a reset its member has asked again by then. */
const GIVEN_UP_MS: Readonly<Record<mails.MailKind, number>> = {
  NOTICE: 3 * DAY_MS,
  MORNING: DAY_MS,
  DIGEST: DAY_MS,
  PASSWORD_RESET: HOUR_MS,
};
const KEPT_MS = 30 * DAY_MS;

/** Sends e-mails by SMTP. */
export class MailSender implements Channel {
  private readonly transport: Transporter;
  private readonly domain: string;
  /** The day whose e-mails this server has queued, or found queued by another. */
  private planned: string | null = null;

  constructor(private readonly settings: MailSenderSettings) {
    this.domain = new URL(settings.publicUrl).hostname;
    this.transport = createTransport({
      url: settings.smtpUrl,
      connectionTimeout: TIMEOUT_MS,
      greetingTimeout: TIMEOUT_MS,
      socketTimeout: TIMEOUT_MS,
      disableFileAccess: true,
      disableUrlAccess: true,
    });
  }

  async claim(most: number): Promise<Sending[]> {
    const { database, clock, workingDays } = this.settings;
    const at = clock();
    const day = morningAt(at, workingDays);
    const claimed = await inOutbox(database, async (transaction) => {
      if (day !== null && day !== this.planned) await mails.planMorning(transaction, day, at);
      return mails.claimMails(transaction, at, new Date(at.getTime() + LEASE_MS), most);
    });
    this.planned = day;
    return claimed.map((mail) => async () => this.send(mail));
  }

  async tidy(): Promise<void> {
    const { database, clock } = this.settings;
    await inOutbox(database, async (transaction) =>
      mails.forgetMails(transaction, new Date(clock().getTime() - KEPT_MS)),
    );
  }

  private async send(mail: ClaimedMail): Promise<void> {
    const { database, clock } = this.settings;
    try {
      const text = mail.email === null ? null : await this.textOf(mail);
      if (text !== null && mail.email !== null) {
        await this.transport.sendMail({
          from: this.settings.from,
          // As one address, whatever it contains: a text would be read as a list of them.
          to: { name: '', address: mail.email },
          ...text,
          messageId: `<${mail.id}@${this.domain}>`,
          headers: { 'Auto-Submitted': 'auto-generated' },
        });
      }
      await inOutbox(database, async (transaction) => mails.noteSent(transaction, mail, clock()));
    } catch (error) {
      const at = clock();
      const next = new Date(at.getTime() + backoffMs(mail.attempts, Math.random()));
      const isOld = at.getTime() - mail.createdAt.getTime() >= GIVEN_UP_MS[mail.kind];
      const givenUpAt = isOld || isRejected(error) ? at : null;
      await inOutbox(database, async (transaction) => mails.noteNotSent(transaction, mail, next, givenUpAt));
      throw error;
    }
  }

  /** Null where there is nothing to say: no task waits, the day of the digest is over, the member has left. */
  private async textOf(mail: ClaimedMail): Promise<MailText | null> {
    const { publicUrl, resets, workingDays } = this.settings;
    const link = (path: string): string => new URL(path, publicUrl).href;
    switch (mail.kind) {
      case 'PASSWORD_RESET': {
        const issued = await resets.issueFor(mail);
        return issued && resetText(link(`/console/reset#token=${issued.token}`), resets.hours);
      }
      case 'NOTICE':
        return noticeText(mail.facts, link('/console'));
      case 'MORNING':
        return this.tasksText(mail, begunText, workingDays.before(mail.about));
      case 'DIGEST':
        return this.tasksText(mail, digestText);
    }
  }

  /** One that is a day late would be sent beside that of today. */
  private async tasksText(
    mail: ClaimedMail,
    textOf: typeof digestText,
    begunAfter?: Day,
  ): Promise<MailText | null> {
    const { clock, database, publicUrl, tasksOf } = this.settings;
    if (dayOf(clock()) !== mail.about) return null;
    const tasks =
      (await onBehalfOf(database, clock, mail, async (member) => tasksOf(member, begunAfter))) ?? [];
    return tasks.length === 0 ? null : textOf(tasks, new URL('/console', publicUrl).href);
  }
}

/** True where the server will never take this e-mail: its address does not exist there. */
function isRejected(error: unknown): boolean {
  const { code, responseCode } = error as { code?: string; responseCode?: number };
  return code === 'EENVELOPE' && responseCode !== undefined && responseCode >= 500;
}
