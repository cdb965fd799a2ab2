import type { AgreementPlaceFragment, CompletionSheetFragment } from '../../generated/graphql';
import { compared, placeOn, yearBefore } from './comparison';

test('a year before is the same day, of a leap day the last of February', () => {
  expect([yearBefore('2024-12-31'), yearBefore('2024-02-29'), yearBefore('2025-02-28')]).toEqual([
    '2023-12-31',
    '2023-02-28',
    '2024-02-28',
  ]);
});

function agreement(id: string, state: 'CONFIRMED' | 'VOID', year: string): AgreementPlaceFragment {
  const days = { startsOn: `${year}-01-01`, endsOn: `${year}-12-31` };
  const terms = [
    { id: `${id}-1`, name: '上', startsOn: `${year}-01-01`, endsOn: `${year}-06-30`, hasRecords: true },
    { id: `${id}-2`, name: '下', startsOn: `${year}-07-01`, endsOn: `${year}-11-30`, hasRecords: true },
  ];
  return { id, state, ...days, operator: { id: 'o', name: '甲', shortName: null }, terms };
}

const known = [
  agreement('void', 'VOID', '2023'),
  agreement('old', 'CONFIRMED', '2023'),
  agreement('new', 'CONFIRMED', '2024'),
];

test.each([
  ['2023-06-30', { agreement: 'old', term: 'old-1' }],
  ['2023-07-01', { agreement: 'old', term: 'old-2' }],
  ['2024-01-01', { agreement: 'new', term: 'new-1' }],
  // Of the agreement, but of none of its terms.
  ['2023-12-01', undefined],
  ['2022-12-31', undefined],
])('on %s a station is compared by %j', (day, place) => {
  expect(placeOn(known, day)).toEqual(place);
});

type Row = CompletionSheetFragment['rows'][number];

function row(code: string, completed: string): Row {
  const total = { target: null, completed, percent: null };
  return {
    indicator: { code, name: code },
    measure: { code: 'M', name: 'M', unit: '个' },
    byZone: [],
    byProject: [],
    total,
  };
}

test('lines of either year are in the order of the catalogue, with what has changed', () => {
  const catalogue = ['A', 'B', 'C', 'D'].map((code) => ({ code, measures: [{ code: 'M' }] }));
  const lines = compared(catalogue, [row('A', '10'), row('C', '2.5')], [row('B', '3'), row('C', '4')]);
  expect(lines.map(({ indicator, now, before, change }) => [indicator.code, now, before, change])).toEqual([
    ['A', row('A', '10').total, undefined, null],
    ['B', undefined, row('B', '3').total, null],
    ['C', row('C', '2.5').total, row('C', '4').total, '-1.5'],
  ]);
});
