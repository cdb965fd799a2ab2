import type { OverviewLineFragment } from '../../generated/graphql';
import type { OverviewPage } from '../../overviews/use-overview';
import { gradeRows } from './grades';

const line = (grade: 'EXCELLENT' | null): OverviewLineFragment =>
  ({ lastAssessment: grade && { id: 'a', grade } }) as unknown as OverviewLineFragment;

const district = (name: string, stations: number, good: number): OverviewPage['districts'][number] => ({
  district: { code: name, name },
  stations,
  inForce: stations,
  staffing: { percent: null },
  execution: { percent: null },
  indicators: { measures: 0, onTime: 0, onTimePercent: null },
  grades: [{ grade: 'GOOD', stations: good }],
});

test('of an operator or a street the stations shown are counted, those without a grade too', () => {
  expect(gradeRows([], [line('EXCELLENT'), line(null), line(null)], '合计')).toEqual([
    { name: '合计', counts: { EXCELLENT: 1, GOOD: 0, QUALIFIED: 0, UNQUALIFIED: 0, NONE: 2 } },
  ]);
});

test('of a city each district is a row, and their sum the last', () => {
  const rows = gradeRows([district('荔湾区', 3, 2), district('天河区', 1, 1)], [], '合计');
  expect(rows.map(({ name, counts }) => [name, counts.GOOD, counts.NONE])).toEqual([
    ['荔湾区', 2, 1],
    ['天河区', 1, 0],
    ['合计', 3, 1],
  ]);
});

test('a single district has no sum of its own', () => {
  expect(gradeRows([district('荔湾区', 3, 2)], [], '合计')).toHaveLength(1);
});
