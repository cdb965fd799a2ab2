import type { ReactNode } from 'react';
import type { MonthStepFragment } from '../../generated/graphql';
import { reportingTexts } from '../../messages/reporting';
import { momentText } from '../../ui/moments';
import type { ReportMonth } from './chosen';

/** What was said with the last step, before the figures: why a month was sent back, or what the operator adds to it. */
export function LastWord({
  month,
  steps,
}: {
  readonly month: ReportMonth;
  readonly steps: readonly MonthStepFragment[];
}): ReactNode {
  const { monthly } = reportingTexts();
  const last = steps[steps.length - 1];
  if (!last || last.note === null || last.state !== month.state) return null;
  const { state, by, at, note } = last;
  const said = `${by.shortName ?? by.name} · ${momentText(at)}`;
  if (state === 'SENT_BACK') {
    return (
      <div className="notice last-word">
        <b>{monthly.reasonOf}</b> <span className="soft">{said}</span>
        <p>{note}</p>
      </div>
    );
  }
  if (state !== 'HANDED_IN') return null;
  return (
    <div className="last-word said">
      <b>{monthly.noteOf}</b> <span className="soft">{said}</span>
      <p>{note}</p>
    </div>
  );
}
