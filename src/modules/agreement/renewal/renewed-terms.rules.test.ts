import { renewedTerms } from './renewed-terms.rules';

const terms = (...days: [string, string][]): { startsOn: string; endsOn: string }[] =>
  days.map(([startsOn, endsOn]) => ({ startsOn, endsOn }));
const moved = (given: [string, string][], startsOn: string, endsOn: string): string[] =>
  renewedTerms(terms(...given), { startsOn: given[0]![0] }, { startsOn, endsOn }).map((term) =>
    [term.startsOn, term.endsOn].join('/'),
  );

test.each<[string, [string, string][], [string, string], string[]]>([
  [
    'a year is a year',
    [['2024-05-01', '2025-04-30']],
    ['2025-05-01', '2026-04-30'],
    ['2025-05-01/2026-04-30'],
  ],
  [
    'a term that ends with a month still does, in February and after it',
    [
      ['2023-09-01', '2024-02-29'],
      ['2024-03-01', '2024-08-31'],
    ],
    ['2024-09-01', '2025-08-31'],
    ['2024-09-01/2025-02-28', '2025-03-01/2025-08-31'],
  ],
  [
    'a day that the month does not have is its last one',
    [
      ['2024-01-01', '2024-01-30'],
      ['2024-01-31', '2024-06-30'],
    ],
    ['2024-02-01', '2024-07-31'],
    ['2024-02-01/2024-02-28', '2024-02-29/2024-07-31'],
  ],
  [
    'a gap stays',
    [
      ['2024-01-01', '2024-03-31'],
      ['2024-10-01', '2024-12-31'],
    ],
    ['2025-01-01', '2025-12-31'],
    ['2025-01-01/2025-03-31', '2025-10-01/2025-12-31'],
  ],
  [
    'a term after the last day is left out',
    [
      ['2024-01-01', '2024-06-30'],
      ['2024-07-01', '2024-12-31'],
    ],
    ['2025-01-01', '2025-06-30'],
    ['2025-01-01/2025-06-30'],
  ],
  [
    'one remains where all would lie outside',
    [['2024-06-01', '2024-12-31']],
    ['2025-06-15', '2025-06-20'],
    ['2025-06-15/2025-06-20'],
  ],
])('%s', (_, given, [startsOn, endsOn], expected) => {
  expect(moved(given, startsOn, endsOn)).toEqual(expected);
});
