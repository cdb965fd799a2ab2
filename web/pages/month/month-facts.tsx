import type { ReactNode } from 'react';
import { reportingTexts } from '../../messages/reporting';
import { type Day, today } from '../../ui/days';
import { momentText } from '../../ui/moments';
import type { ReportMonth } from './chosen';

/** When a month is due, when it was handed in, and until when it may be corrected. */
export function MonthFacts({
  month: { state, dueOn, handedInAt, closesAfter },
  lastDay,
  children,
}: {
  readonly month: ReportMonth;
  readonly lastDay: Day;
  /** Beside the due day. */
  readonly children: ReactNode;
}): ReactNode {
  const { monthly } = reportingTexts();
  return (
    <dl className="facts month-facts">
      <dt>{monthly.dueOn}</dt>
      <dd>
        {dueOn} {children}
        {state === 'OPEN' && today() < lastDay && <span className="soft"> {monthly.tooEarly(lastDay)}</span>}
      </dd>
      <dt>{monthly.handedInAt}</dt>
      <dd>{handedInAt === null ? monthly.notYet : momentText(handedInAt)}</dd>
      {closesAfter !== null && state === 'SENT_BACK' && (
        <>
          <dt>{monthly.closesAfter}</dt>
          <dd>{monthly.closesHint(closesAfter)}</dd>
        </>
      )}
    </dl>
  );
}
