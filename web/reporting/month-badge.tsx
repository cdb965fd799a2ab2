import type { ReactNode } from 'react';
import type { MonthLineFragment } from '../generated/graphql';
import { reportingTexts } from '../messages/reporting';
import { today } from '../ui/days';
import { type MonthStatus, monthStatusOf } from './month-status';
import './reporting.css';

/** Beside the words, so that they survive grey and are found at a look. */
const MARKS: Readonly<Record<MonthStatus, string>> = {
  MISSING: '!',
  SENT_BACK: '↩',
  DUE: '○',
  HANDED_IN: '●',
  ACCEPTED: '✓',
  RUNNING: '·',
};

export function StatusMark({
  status,
  isLate = false,
}: {
  readonly status: MonthStatus;
  readonly isLate?: boolean;
}): ReactNode {
  const { monthly } = reportingTexts();
  return (
    <span className={`month-status ${status.toLowerCase().replace('_', '-')}`}>
      <span aria-hidden="true">{MARKS[status]}</span> {monthly.statuses[status]}
      {isLate && <span className="late-mark">{monthly.lateMark}</span>}
    </span>
  );
}

/** The status of a month, and whether it came late. */
export function MonthBadge({ month }: { readonly month: MonthLineFragment }): ReactNode {
  return <StatusMark status={monthStatusOf(month, today())} isLate={month.isLate && !month.isMissing} />;
}
