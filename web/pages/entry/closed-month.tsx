import type { ReactNode } from 'react';
import { Link } from 'wouter';
import type { MonthState } from '../../generated/graphql';
import { texts } from '../../messages';
import { addressOfMonth } from '../../reporting/month-status';
import { monthText } from '../../ui/months';

/** Why nothing is entered in a month, and what opens it again. */
export function ClosedMonth({
  agreement,
  month,
  state,
}: {
  readonly agreement: string;
  readonly month: string;
  readonly state: MonthState;
}): ReactNode {
  const { entry: messages, pages } = texts();
  return (
    <p className="notice">
      {messages.closedMonth(monthText(month), state === 'ACCEPTED')}{' '}
      <Link href={addressOfMonth(agreement, month)}>{pages.month}</Link>
    </p>
  );
}
