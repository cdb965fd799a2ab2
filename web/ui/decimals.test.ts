import {
  addDecimals,
  compareDecimals,
  meanOfSum,
  moneyText,
  percentText,
  quantityText,
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
  ['0', '0'],
  ['999.99', '999.99'],
  ['1000', '1,000'],
  ['0.05', '0.05'],
  ['-1000', '-1,000'],
  ['-123456.7', '-123,456.7'],
  ['-1234567.50', '-1,234,567.50'],
  ['9007199254740993.1000', '9,007,199,254,740,993.1000'],
])('%s of money is read as %s', (amount, text) => {
  expect(moneyText(amount)).toBe(text);
});

test('of quantities, those in yuan are money, and those that there are none of a slash', () => {
  expect([quantityText('315816.00', '元'), quantityText('12345', '人次')]).toEqual(['315,816.00', '12345']);
  expect([moneyText(null), quantityText(null, '个')]).toEqual(['/', '/']);
});

test.each([
  ['10', 4, '2.5'],
  ['10', 3, '3.3'],
  ['0.5', 2, '0.3'],
  ['12', 3, '4'],
  ['0', 3, '0'],
])('the mean of %s over %i is %s, half up to one decimal', (sum, count, mean) => {
  expect(meanOfSum(sum, count)).toBe(mean);
});
