import type { Translation } from '../translation';
import type { webhooks as zh } from '../zh/webhooks';

export const webhooks: Translation<typeof zh> = {
  title: 'Webhooks',
  none: 'None yet. Register an address for a system of yours that is to be told of months, agreements and assessments.',
  register: 'Register a webhook',
  url: 'Address',
  urlHint: 'A public address with https:. Every message is signed by Standard Webhooks.',
  events: 'Events',
  event: {
    AGREEMENT_CONFIRMED: 'agreement confirmed',
    ASSESSMENT_CLOSED: 'assessment closed',
    MONTH_ACCEPTED: 'month accepted',
    MONTH_HANDED_IN: 'month handed in',
    MONTH_SENT_BACK: 'month sent back',
  },
  good: 'on',
  failing: (since) => `failing since ${since}`,
  stopped: {
    FAILING: 'off: nothing arrived for days',
    GONE: 'off: the receiver has answered 410',
    MEMBER: 'off',
    SECRET_LOST: 'off: its secret is lost, please register it anew',
  },
  step: { DELIVERIES: 'Deliveries', CHANGE: 'Change', ON: 'Switch on', OFF: 'Switch off', REMOVE: 'Remove' },
  stepOf: {
    DELIVERIES: (url) => `Deliveries to ${url}`,
    CHANGE: (url) => `Change ${url}`,
    ON: (url) => `Switch on ${url}`,
    OFF: (url) => `Switch off ${url}`,
    REMOVE: (url) => `Remove ${url}`,
  },
  changeHint: 'The signing secret stays. What waits is sent to the new address.',
  onHint: 'What has waited meanwhile is sent at once.',
  offHint: 'New messages wait until it is on again.',
  removeHint:
    'The address is told nothing any more, and its deliveries are no longer shown; this is for good.',
  secret: 'Signing secret',
  secretOf: (url) => `Signing secret of ${url}`,
  secretHint:
    'It is shown only now: keep it in the program that receives. Without it the webhook is registered anew.',
  deliveriesHint: 'Of the last 30 days, newest first.',
  at: 'Time',
  again: 'Send again',
  delivery: { DELIVERED: 'delivered', GIVEN_UP: 'given up', WAITING: 'waiting' },
  failure: {
    ADDRESS_NOT_ALLOWED: 'address not allowed',
    BAD_CERTIFICATE: 'certificate not trusted',
    NO_CONNECTION: 'no connection',
    REFUSED: 'not accepted',
    TIMEOUT: 'timed out',
  },
  failed: (state, attempts, failure, status) =>
    `${state}: tried ${attempts} times, ${failure}${status === null ? '' : ` (${status})`}`,
};
