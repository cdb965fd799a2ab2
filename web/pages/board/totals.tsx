import type { ReactNode } from 'react';
import type { PunctualityFragment } from '../../generated/graphql';
import { texts } from '../../messages';
import { reportingTexts } from '../../messages/reporting';
import { percentText } from '../../ui/decimals';

/** How many months were due, and how they came, over all stations of the board. */
export function Totals({
  total: { expected, onTime, late, missing, onTimePercent },
}: {
  readonly total: PunctualityFragment;
}): ReactNode {
  const { monthly } = reportingTexts();
  const { common } = texts();
  return (
    <dl className="board-totals">
      <Total name={monthly.missing} count={missing} isBad={missing > 0} />
      <Total name={monthly.late} count={late} isBad={late > 0} />
      <Total name={monthly.onTime} count={onTime} />
      <Total name={monthly.expected} count={expected} />
      <div>
        <dt>{monthly.punctual}</dt>
        <dd className="number">{percentText(onTimePercent, common.nothing)}</dd>
      </div>
    </dl>
  );
}

function Total({
  name,
  count,
  isBad = false,
}: {
  readonly name: string;
  readonly count: number;
  readonly isBad?: boolean;
}): ReactNode {
  return (
    <div>
      <dt>{name}</dt>
      <dd className={isBad ? 'number behind' : 'number'}>
        {count} {reportingTexts().monthly.counts}
      </dd>
    </div>
  );
}
