import type { ReactNode } from 'react';
import type { MonthLineFragment } from '../generated/graphql';
import { reportingTexts } from '../messages/reporting';
import { today } from '../ui/days';
import { type Standing, standingOf } from './standing';
import './reporting.css';

/** Beside the words, so that they survive grey and are found at a look. */
const MARKS: Readonly<Record<Standing, string>> = {
  MISSING: '!',
  SENT_BACK: '↩',
  DUE: '○',
  HANDED_IN: '●',
  ACCEPTED: '✓',
  RUNNING: '·',
};

export function StandingMark({
  standing,
  isLate = false,
}: {
  readonly standing: Standing;
  readonly isLate?: boolean;
}): ReactNode {
  const { monthly } = reportingTexts();
  return (
    <span className={`month-standing ${standing.toLowerCase().replace('_', '-')}`}>
      <span aria-hidden="true">{MARKS[standing]}</span> {monthly.standings[standing]}
      {isLate && <span className="late-mark">{monthly.lateMark}</span>}
    </span>
  );
}

/** How a month stands, and whether it came late. */
export function MonthBadge({ month }: { readonly month: MonthLineFragment }): ReactNode {
  return <StandingMark standing={standingOf(month, today())} isLate={month.isLate && !month.isMissing} />;
}
