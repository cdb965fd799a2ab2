import { MonthState } from './month.enums';
import type { MonthEventRow } from './month.repository';
import type { MonthRow } from './month.sql';

/**
 * The steps of a month with the one that nobody takes: sent back until a day, which is over, it was handed in again as
 * it was. The next step writes it down.
 */
export function withLapse(
  events: readonly MonthEventRow[],
  { agreementId, organisationId, month, state, handedInAt }: MonthRow,
): MonthEventRow[] {
  const isLapsed =
    state === MonthState.HANDED_IN && events.at(-1)?.state === MonthState.SENT_BACK && handedInAt !== null;
  if (!isLapsed) return [...events];
  const again = { state, at: handedInAt, byId: organisationId, note: null, closesAfter: null };
  return [...events, { agreementId, month, ...again }];
}
