import { agreementWarnings, amendmentWarnings } from './warning.rules';

test.each([
  ['2024-01-01', '2024-12-31', []],
  ['2024-02-29', '2025-02-28', []],
  ['2024-01-01', '2025-01-01', ['LONGER_THAN_A_YEAR']],
])('an agreement from %s to %s: %j', (startsOn, endsOn, expected) => {
  expect(agreementWarnings({ startsOn, endsOn }).map(({ code }) => code)).toEqual(expected);
});

test.each<[string | null, string, string[]]>([
  ['2400000.00', '2640000', []],
  ['2400000.00', '2640000.01', ['FEE_RAISED']],
  ['2400000.00', '100', []],
  ['0.00', '0', []],
  ['0.00', '0.01', ['FEE_RAISED']],
  [null, '1000000', []],
])('a fee of %s that becomes %s: %j', (firstFee, becomes, expected) => {
  expect(amendmentWarnings({ firstFee, becomes }).map(({ code }) => code)).toEqual(expected);
});

test('an amendment that leaves the fee as it is has no warning', () => {
  expect(amendmentWarnings(null)).toEqual([]);
});
