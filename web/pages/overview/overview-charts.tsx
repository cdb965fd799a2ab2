import type { ReactNode } from 'react';
import type { OverviewLineFragment } from '../../generated/graphql';
import { texts } from '../../messages';
import type { OverviewPage } from '../../overviews/use-overview';
import type { Day } from '../../ui/days';
import { GradeChart } from './grade-chart';
import { gradeRows } from './grades';
import { moneyPoints } from './money';
import { MoneyChart } from './money-chart';
import { TileMap } from './tile-map';
import './overview.css';

/** What people would rather look at than read; the map only where there is more than one district. */
export function Charts({
  districts,
  lines,
  on,
}: {
  readonly districts: OverviewPage['districts'];
  readonly lines: readonly OverviewLineFragment[];
  readonly on: Day;
}): ReactNode {
  const { all } = texts().overview.grades;
  const hasMap = districts.length > 1;
  const points = moneyPoints(lines, on);
  return (
    <div className={hasMap ? 'overview-charts has-map' : 'overview-charts'}>
      {hasMap && <TileMap districts={districts} on={on} />}
      <GradeChart rows={gradeRows(districts, lines, all)} on={on} />
      {points.length > 0 && <MoneyChart points={points} on={on} />}
    </div>
  );
}
