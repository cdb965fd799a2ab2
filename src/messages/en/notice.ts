import type { notice as zh } from '../zh/notice';
import type { Translation } from '../translation';

export const notice: Translation<typeof zh> = {
  NOT_A_WEBHOOK_URL: () =>
    'The address of a webhook is a complete https:// URL without user and password. Please check it.',
  PRIVATE_ADDRESS: () =>
    'A webhook cannot lead to a private or local address. Please enter one that the public internet reaches.',
  WEBHOOK_SECRET_LOST: () =>
    'The secret of this webhook has been lost, so it cannot be switched on. Please remove it, and register it anew.',
  NO_MAILS_HERE: () =>
    'This system sends no e-mails. Please ask an administrator of your organisation to reset the password.',
  TOO_MANY_RESETS: ({ seconds }) =>
    `Resets have been asked for too often. Please wait ${seconds} seconds, or ask an administrator of your organisation.`,
  MAIL_RESET_SUBJECT: () => 'Reset your password.',
  MAIL_RESET_TEXT: ({ hours }) =>
    `Somebody has asked to reset the password of the account with this e-mail. To set another, please open the link below within ${hours} hours; it works once. If it was not you, please ignore this e-mail: the password stays as it is.`,
  MAIL_WAITING_SUBJECT: () => 'Something waits for you.',
  MAIL_SENT_BACK_SUBJECT: () => 'Something was sent back to you.',
  MAIL_DIGEST_SUBJECT: ({ count }) => `You have ${count} tasks.`,
  MAIL_TASK_DUE: ({ day }) => `Due on ${day}.`,
  MAIL_CHOICE: () => 'To change or stop these e-mails, please see your account page (API: chooseMails).',
  MAIL_MONTH_HANDED_IN: ({ station, month }) =>
    `"${station}" has handed in the month ${month}. Please read it, and accept it or send it back.`,
  MAIL_MONTH_SENT_BACK: ({ station, month }) =>
    `The month ${month} of "${station}" was sent back. Please see why, correct it, and hand it in again.`,
  MAIL_AGREEMENT_PROPOSED: ({ station }) =>
    `An agreement of "${station}" waits for you to confirm or decline it.`,
  MAIL_AGREEMENT_DECLINED: ({ station }) =>
    `The other side has declined the agreement of "${station}". Please see why.`,
  MAIL_AMENDMENT_PROPOSED: ({ station }) =>
    `A change of the agreement of "${station}" waits for you to confirm, decline or acknowledge it.`,
  MAIL_AMENDMENT_DECLINED: ({ station }) =>
    `The other side has declined the change of the agreement of "${station}". Please see why.`,
  MAIL_ASSESSMENT_OPENED: ({ station }) =>
    `An assessment of "${station}" has been opened. Please score in time.`,
  MAIL_CONCERN_RAISED: ({ station }) =>
    `The assessment of "${station}" has raised a concern. Please answer it in time.`,
  MAIL_CONCERN_ANSWERED: ({ station }) => `"${station}" has answered your concern. Please review the answer.`,
  MAIL_RESPONSE_SENT_BACK: ({ station }) =>
    `The answer of "${station}" to a concern was sent back. Please complete it, and answer again.`,
  NOT_SOLE_ADMINISTRATOR: () =>
    'No sole administrator of an organisation has this e-mail. Where there is another administrator, please ask it for a link; where all have left, please name one (API: nameAdministrator).',
  ANOTHER_CONFIRMS: () => 'Another administrator of the platform has to confirm this.',
  RESET_NOT_CONFIRMED: () => 'Another administrator of the platform has not confirmed this yet.',
  RESET_NOT_YET: ({ from }) =>
    `The link can be taken a day after the confirmation. Please take it after ${from}.`,
  RESET_TOO_LATE: ({ days }) => `The link had to be taken within ${days} days. Please ask for another reset.`,
  RESET_STOPPED: () => 'An administrator of the organisation has stopped this reset. Please contact it.',
  RESET_BY_MAIL: () =>
    'The link was sent to the e-mail of the administrator: there is nothing to confirm or to take.',
  MAIL_TASK_CONFIRM_AGREEMENT: () => 'Please confirm or decline the agreement.',
  MAIL_TASK_CONFIRM_AMENDMENT: () => 'Please confirm, decline or acknowledge the change of the agreement.',
  MAIL_TASK_HAND_IN_MONTH: ({ month }) => `Please hand in the month ${month}.`,
  MAIL_TASK_ACCEPT_MONTH: ({ month }) => `Please read the month ${month}, and accept it or send it back.`,
  MAIL_TASK_MONTH_SENT_BACK: ({ month }) =>
    `The month ${month} was sent back. Please correct it, and hand it in again.`,
  MAIL_TASK_OPEN_ASSESSMENT: () => 'Please open the assessment.',
  MAIL_TASK_SCORE_ASSESSMENT: () => 'Please score the assessment.',
  MAIL_TASK_ANSWER_FINDING: () => 'Please answer the concern.',
  MAIL_TASK_REVIEW_RESPONSE: () => 'Please review the answer to your concern.',
  MAIL_TASK_PAY_INSTALMENT: () => 'Please pay the instalment.',
};
