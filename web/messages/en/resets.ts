import type { Translation } from '../translation';
import type { resets as zh } from '../zh/resets';

export const resets: Translation<typeof zh> = {
  title: 'Help of the platform for an administrator',
  about:
    'Where the only administrator of an organisation has forgotten its password, the platform helps. Every member of the organisation sees each step.',
  platformHint:
    'For the only administrator of an organisation: where this system sends e-mails, a link leaves to its address; where it does not, another administrator of the platform confirms, and the link can be taken a day later.',
  none: 'None within 90 days.',
  request: 'Ask for help',
  requestHint:
    'Please make sure that the administrator itself has asked, by a letter of its organisation for example. All its members read the reason.',
  email: 'E-mail of the administrator',
  administrator: 'Administrator',
  organisation: 'Organisation',
  reason: 'Reason',
  askedAt: 'Asked',
  state: 'State',
  states: {
    STOPPED: (moment) => `stopped ${moment}`,
    MAILED: () => 'a link was sent to its e-mail',
    TAKEN: (moment) => `the link was taken ${moment}`,
    UNCONFIRMED: () => 'to be confirmed by another administrator of the platform',
    WAITING: (moment) => `confirmed; the link can be taken from ${moment}`,
    READY: () => 'confirmed; the link can be taken',
    EXPIRED: () => 'not taken within a week, and void',
  },
  steps: { REQUESTED: 'asked for', CONFIRMED: 'confirmed', TAKEN: 'link taken' },
  step: { CONFIRM: 'Confirm', TAKE: 'Take the link', STOP: 'Stop' },
  stepOf: {
    CONFIRM: (name) => `Confirm the help for ${name}`,
    TAKE: (name) => `Take the link for ${name}`,
    STOP: (name) => `Stop the help for ${name}`,
  },
  confirmHint:
    'The link can be taken a day later; until then an administrator of the organisation may stop it. Please make sure that the administrator itself has asked.',
  takeHint:
    'The link is shown only once: please give it to the administrator alone. Both audit logs say that it was taken.',
  stopHint:
    'Please stop it where no administrator of yours has asked for it. It can then neither be confirmed nor its link be taken; the platform may ask anew.',
  notice: (administrator, state, reason) =>
    `The platform helps your administrator “${administrator}” to reset its password: ${state}. Reason: ${reason}`,
  noticeTell:
    'Where it has not asked for this itself, please tell it at once, so that it signs in and stops it.',
  noticeStep: 'Look at it, and stop it where nobody of yours has asked',
};
