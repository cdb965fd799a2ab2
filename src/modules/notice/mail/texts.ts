import { type Language, message, type Message, textOf } from '../../../messages';
import type { Day } from '../../../platform/calendar';
import type { NoticeFacts } from './mail.repository';

/** What waits for a member, as the digest lists it. */
export interface DigestTask {
  text: Message;
  /** The station or agreement that it is about. */
  place: string;
  dueOn: Day | null;
}

/** An e-mail before it is addressed: no names of persons, and no secret in its subject. */
export interface MailText {
  subject: string;
  text: string;
}

const LANGUAGES: readonly Language[] = ['zh', 'en'];

/** The text of an event, and whether it was sent back: it says so in the subject. */
const EVENTS: Readonly<Record<string, (of: { station: string; month: string }) => Message>> = {
  MONTH_HANDED_IN: (of) => message('MAIL_MONTH_HANDED_IN', of),
  MONTH_SENT_BACK: (of) => message('MAIL_MONTH_SENT_BACK', of),
  AGREEMENT_PROPOSED: ({ station }) => message('MAIL_AGREEMENT_PROPOSED', { station }),
  AGREEMENT_DECLINED: ({ station }) => message('MAIL_AGREEMENT_DECLINED', { station }),
  AMENDMENT_PROPOSED: ({ station }) => message('MAIL_AMENDMENT_PROPOSED', { station }),
  AMENDMENT_DECLINED: ({ station }) => message('MAIL_AMENDMENT_DECLINED', { station }),
  ASSESSMENT_OPENED: ({ station }) => message('MAIL_ASSESSMENT_OPENED', { station }),
  CONCERN_RAISED: ({ station }) => message('MAIL_CONCERN_RAISED', { station }),
  CONCERN_ANSWERED: ({ station }) => message('MAIL_CONCERN_ANSWERED', { station }),
  RESPONSE_SENT_BACK: ({ station }) => message('MAIL_RESPONSE_SENT_BACK', { station }),
};
const SENT_BACK = ['MONTH_SENT_BACK', 'AGREEMENT_DECLINED', 'AMENDMENT_DECLINED', 'RESPONSE_SENT_BACK'];

/** The same in Chinese and in English, one below the other. */
function inBoth(subject: Message, paragraphs: (language: Language) => readonly string[]): MailText {
  return {
    subject: LANGUAGES.map((language) => textOf(subject, language).replace(/[。.]$/, '')).join(' / '),
    text: LANGUAGES.map((language) => paragraphs(language).join('\n\n')).join('\n\n--\n\n'),
  };
}

export function resetText(link: string, hours: number): MailText {
  return inBoth(message('MAIL_RESET_SUBJECT'), (language) => [
    textOf(message('MAIL_RESET_TEXT', { hours }), language),
    link,
  ]);
}

/** Null for an event of which no e-mail is sent. */
export function noticeText({ type = '', station = '', month }: NoticeFacts, link: string): MailText | null {
  const about = EVENTS[type]?.({ station, month: month ?? '' });
  if (!about) return null;
  const subject = message(SENT_BACK.includes(type) ? 'MAIL_SENT_BACK_SUBJECT' : 'MAIL_WAITING_SUBJECT');
  return inBoth(subject, (language) => [
    textOf(about, language),
    link,
    textOf(message('MAIL_CHOICE'), language),
  ]);
}

/** All that waits. */
export function digestText(tasks: readonly DigestTask[], link: string): MailText {
  return tasksText(message('MAIL_DIGEST_SUBJECT', { count: tasks.length }), tasks, link);
}

/** What waits since this morning. */
export function begunText(tasks: readonly DigestTask[], link: string): MailText {
  return tasksText(message('MAIL_WAITING_SUBJECT'), tasks, link);
}

function tasksText(subject: Message, tasks: readonly DigestTask[], link: string): MailText {
  const line = ({ text, place, dueOn }: DigestTask, language: Language): string => {
    const due = dueOn === null ? '' : ` ${textOf(message('MAIL_TASK_DUE', { day: dueOn }), language)}`;
    return `· ${place}: ${textOf(text, language)}${due}`;
  };
  return inBoth(subject, (language) => [
    tasks.map((task) => line(task, language)).join('\n'),
    link,
    textOf(message('MAIL_CHOICE'), language),
  ]);
}
