import type { OverviewLineFragment } from '../../generated/graphql';
import { lateThings } from './late';

const line = (name: string, onTimePercent: string | null, expected?: string): OverviewLineFragment =>
  ({
    isInForce: true,
    station: { name },
    indicators: { onTimePercent },
    assessmentsAhead: expected ? [{ kind: 'MIDTERM', expectedOn: expected, isLate: true }] : [],
  }) as unknown as OverviewLineFragment;

const named = (lines: OverviewLineFragment[]): unknown =>
  lateThings(lines).map((it) => [it.line.station.name, it.assessment?.expectedOn]);

test('assessments come first, the longest expected one before the others', () => {
  expect(named([line('甲', '80', '2024-07-01'), line('乙', '10', '2024-06-01')])).toEqual([
    ['乙', '2024-06-01'],
    ['甲', '2024-07-01'],
    ['乙', undefined],
  ]);
});

test('a station is behind where less than half of its figures are on time; one without targets is not', () => {
  expect(named([line('甲', '49.9'), line('乙', '50'), line('丙', null), line('丁', '0')])).toEqual([
    ['丁', undefined],
    ['甲', undefined],
  ]);
});

test('an agreement that has ended is no longer behind', () => {
  expect(lateThings([{ ...line('甲', '0'), isInForce: false }])).toEqual([]);
});
