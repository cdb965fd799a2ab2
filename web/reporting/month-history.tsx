import type { ReactNode } from 'react';
import type { MonthStepFragment } from '../generated/graphql';
import { reportingTexts } from '../messages/reporting';
import { momentText } from '../ui/moments';

/** Every step of a month: who took it, when, and what was said. */
export function MonthHistory({ steps }: { readonly steps: readonly MonthStepFragment[] }): ReactNode {
  const { monthly } = reportingTexts();
  return (
    <ol className="month-history">
      {steps.map(({ state, at, by, note, closesAfter }) => (
        <li key={`${at} ${state}`}>
          <b>{monthly.steps[state]}</b>{' '}
          <span className="soft">
            {by.shortName ?? by.name} · {momentText(at)}
          </span>
          {closesAfter !== null && <span> {monthly.until(closesAfter)}</span>}
          {note !== null && <p>{note}</p>}
        </li>
      ))}
    </ol>
  );
}
