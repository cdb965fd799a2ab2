import { amountOf } from './amount';

test.each([
  ['12', '个', '12'],
  ['１，３００', '人次', '1300'],
  ['1,300', '人次', '1300'],
  ['1,234,567', '人次', '1234567'],
  [' 1 300 ', '人次', '1300'],
  ['007', '个', '7'],
  ['3.00', '个', '3'],
  ['+5', '个', '5'],
  ['0', '个', '0'],
  ['12.50', '元', '12.5'],
  ['0.75', '小时', '0.75'],
])('"%s" %s is %s', (text, unit, value) => {
  expect(amountOf(text, unit)).toEqual({ kind: 'VALUE', value });
});

test.each(['', ' ', '/', '—', '-', '／'])('"%s" is nothing', (text) => {
  expect(amountOf(text, '个')).toEqual({ kind: 'NOTHING' });
});

test.each([
  ['abc', '个', 'NO_NUMBER'],
  ['1,30', '个', 'NO_NUMBER'],
  ['1e3', '个', 'NO_NUMBER'],
  ['4.5', '个', 'WHOLE_NUMBER'],
  ['4.555', '元', 'DECIMALS'],
  ['-4', '个', 'NEGATIVE'],
])('"%s" %s is a mistake: %s', (text, unit, why) => {
  expect(amountOf(text, unit)).toEqual({ kind: 'MISTAKE', why });
});
