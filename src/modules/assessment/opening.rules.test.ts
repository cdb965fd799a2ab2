import { openingFaults } from './opening.rules';

const AGREEMENT = { startsOn: '2015-01-01', endsOn: '2030-12-31' };

test.each([
  ['2015-01-01', '2024-12-31', []],
  ['2015-01-31', '2025-01-01', ['TOO_LONG to']],
  ['2015-01-02', '2015-01-01', ['ENDS_BEFORE_START to']],
  ['2014-12-31', '2031-01-01', ['TOO_LONG to', 'OUTSIDE_AGREEMENT from', 'OUTSIDE_AGREEMENT to']],
])(
  'an assessment of %s to %s spans at most the 120 months that a staffing report allows',
  (from, to, expected) => {
    const faults = openingFaults({ from, to }, AGREEMENT);
    expect(faults.map(({ code, path }) => [code, ...path].join(' '))).toEqual(expected);
  },
);
