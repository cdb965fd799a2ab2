import type { MonthLineFragment } from '../generated/graphql';
import { type Day, earlier, lastDayOf } from '../ui/days';

/** The status of a month, as people ask for it: what of it is still to be done, and by whom. */
export type MonthStatus = 'RUNNING' | 'DUE' | 'MISSING' | 'HANDED_IN' | 'ACCEPTED' | 'SENT_BACK';

export const MONTH_STATUSES: readonly MonthStatus[] = [
  'MISSING',
  'SENT_BACK',
  'DUE',
  'HANDED_IN',
  'ACCEPTED',
  'RUNNING',
];

/** One that was never handed in and is late is missing, and is said to be nothing else. */
export function monthStatusOf(
  { month, state, isMissing }: Pick<MonthLineFragment, 'month' | 'state' | 'isMissing'>,
  today: Day,
): MonthStatus {
  if (isMissing) return 'MISSING';
  if (state !== 'OPEN') return state;
  return today <= lastDayOf(month) ? 'RUNNING' : 'DUE';
}

/** The last day that an agreement has in a month: from it on the month can be handed in. */
export function lastDayIn(month: string, endsOn: Day): Day {
  return earlier(lastDayOf(month), endsOn);
}

export type MonthStep = 'HAND_IN' | 'RECALL' | 'ACCEPT' | 'SEND_BACK';

/** What a member may do with a month now. */
export function stepsOf(
  { month, state }: Pick<MonthLineFragment, 'month' | 'state'>,
  { endsOn }: { readonly endsOn: Day },
  may: readonly string[],
  today: Day,
): readonly MonthStep[] {
  const isClosed = state === 'HANDED_IN' || state === 'ACCEPTED';
  const all: readonly (readonly [MonthStep, string, boolean])[] = [
    ['HAND_IN', 'month.handIn', !isClosed && today >= lastDayIn(month, endsOn)],
    ['RECALL', 'month.handIn', state === 'HANDED_IN'],
    ['SEND_BACK', 'month.sendBack', isClosed],
    ['ACCEPT', 'month.accept', state === 'HANDED_IN'],
  ];
  return all.filter(([, action, isPossible]) => isPossible && may.includes(action)).map(([step]) => step);
}

/** The page of a month. */
export function addressOfMonth(agreement: string, month: string): string {
  return `/console/month?${new URLSearchParams({ agreement, month }).toString()}`;
}
