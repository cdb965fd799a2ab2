import {
  addDecimals,
  compareDecimals,
  moneyText,
  percentText,
  subtractDecimals,
  timesDecimal,
} from './decimals';

test.each([
  ['63.00', '67.12', -1],
  ['100', '67.12', 1],
  ['67.12', '67.120', 0],
  ['-1', '0', -1],
  ['9007199254740993', '9007199254740992', 1],
] as const)('%s is compared with %s by its digits', (a, b, sign) => {
  expect(compareDecimals(a, b)).toBe(sign);
});

test.each([
  ['0.1', '0.2', '0.3', '-0.1'],
  ['100', '37.50', '137.50', '62.50'],
  ['-3', '1', '-2', '-4'],
  ['9007199254740993', '1', '9007199254740994', '9007199254740992'],
])('%s and %s are added and subtracted exactly', (a, b, sum, difference) => {
  expect([addDecimals(a, b), subtractDecimals(a, b)]).toEqual([sum, difference]);
});

test('a decimal is multiplied exactly', () => {
  expect([timesDecimal('0.1', 3), timesDecimal('9007199254740993', 2)]).toEqual(['0.3', '18014398509481986']);
});

test('a percent that there is none of is a slash', () => {
  expect([percentText('63.00'), percentText(null)]).toEqual(['63.00%', '/']);
});

test.each([
  ['2200000.00', '2,200,000.00'],
  ['-123456.7', '-123,456.7'],
  ['999', '999'],
  ['-1000', '-1,000'],
  ['0.05', '0.05'],
])('%s is read in groups of three digits', (amount, text) => {
  expect(moneyText(amount)).toBe(text);
});
