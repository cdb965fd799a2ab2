/** What a webhook tells of. */
export enum WebhookEvent {
  AGREEMENT_CONFIRMED = 'AGREEMENT_CONFIRMED',
  MONTH_HANDED_IN = 'MONTH_HANDED_IN',
  MONTH_ACCEPTED = 'MONTH_ACCEPTED',
  MONTH_SENT_BACK = 'MONTH_SENT_BACK',
  ASSESSMENT_CLOSED = 'ASSESSMENT_CLOSED',
}

/** Why nothing is sent to a webhook. */
export enum WebhookStop {
  FAILING = 'FAILING',
  GONE = 'GONE',
  MEMBER = 'MEMBER',
  SECRET_LOST = 'SECRET_LOST',
}

export enum DeliveryState {
  WAITING = 'WAITING',
  DELIVERED = 'DELIVERED',
  GIVEN_UP = 'GIVEN_UP',
}

/** Why an attempt has failed: no more than that, so that nobody explores a network by it. */
export enum DeliveryFailure {
  TIMEOUT = 'TIMEOUT',
  NO_CONNECTION = 'NO_CONNECTION',
  BAD_CERTIFICATE = 'BAD_CERTIFICATE',
  ADDRESS_NOT_ALLOWED = 'ADDRESS_NOT_ALLOWED',
  REFUSED = 'REFUSED',
}
