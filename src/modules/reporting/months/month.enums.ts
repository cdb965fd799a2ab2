/** 月报状态. */
export enum MonthState {
  OPEN = 'OPEN',
  HANDED_IN = 'HANDED_IN',
  ACCEPTED = 'ACCEPTED',
  SENT_BACK = 'SENT_BACK',
}
