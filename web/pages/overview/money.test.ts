import type { OverviewLineFragment } from '../../generated/graphql';
import { moneyPoints, shareOfDays } from './money';

const AGREEMENT = { startsOn: '2024-05-01', endsOn: '2025-04-30' };

function line(name: string, percent: string | null, isInForce = true): OverviewLineFragment {
  const station = { id: name, name };
  return {
    station,
    isInForce,
    execution: { percent },
    agreement: { id: name, ...AGREEMENT },
  } as unknown as OverviewLineFragment;
}

test.each([
  ['2024-05-01', '0.27'],
  ['2024-12-31', '67.12'],
  ['2025-04-30', '100.00'],
  ['2026-01-01', '100.00'],
  ['2024-04-30', '0.00'],
])('on %s %s%% of the agreement have passed', (on, share) => {
  expect(shareOfDays(AGREEMENT, on)).toBe(share);
});

test('who lags most comes first; without a fee, or out of service, nobody is compared', () => {
  const lines = [line('a', '70.00'), line('b', null), line('c', '12.50'), line('d', '1.00', false)];
  expect(
    moneyPoints(lines, '2024-12-31').map(({ line: { station }, difference }) => [station.name, difference]),
  ).toEqual([
    ['c', '-54.62'],
    ['a', '2.88'],
  ]);
});
