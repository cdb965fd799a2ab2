import { EMPTY_ENTRY, expenditureOf, parseMonth, paymentOf, receiptOf } from './entries';

const KEPT = { ...EMPTY_ENTRY, agreementId: 'agreement', requestKey: 'key', amount: '１，０００.50' };
const SENT = { agreementId: 'agreement', idempotencyKey: 'key', amount: '1000.50', note: null };
const paths = ({ mistakes }: { mistakes: readonly { path: readonly string[] }[] }): string[] =>
  mistakes.map(({ path }) => path.join('.'));

test('a receipt is of a day, or of a month where only that is known', () => {
  const receipt = { ...SENT, condition: 'SIGNING', paidOn: null };
  expect(receiptOf({ ...KEPT, condition: 'SIGNING', on: '2024年5月6日' })).toEqual({
    mistakes: [],
    input: { ...receipt, receivedOn: '2024-05-06', receivedMonth: null },
  });
  expect(receiptOf({ ...KEPT, condition: 'SIGNING', on: '2024.5' }).input).toEqual({
    ...receipt,
    receivedOn: null,
    receivedMonth: '2024-05',
  });
});

test('an expenditure is of a category and a day; a payment of a year, its day may be unknown', () => {
  expect(expenditureOf({ ...KEPT, category: '人员费用', on: '20240506', note: ' 五月 ' })).toEqual({
    mistakes: [],
    input: { ...SENT, note: '五月', category: '人员费用', spentOn: '2024-05-06' },
  });
  expect(paymentOf({ ...KEPT, fiscalYear: '2024' })).toEqual({
    mistakes: [],
    input: { ...SENT, fiscalYear: 2024, paidOn: null },
  });
});

test('what is missing or cannot be read is named at its field', () => {
  const broken = { ...KEPT, amount: '一千', on: '年底' };
  expect(paths(receiptOf(broken))).toEqual(['condition', 'receivedOn', 'amount']);
  expect(paths(expenditureOf(broken))).toEqual(['category', 'spentOn', 'amount']);
  expect(paths(paymentOf({ ...broken, fiscalYear: '2024.5' }))).toEqual(['fiscalYear', 'paidOn', 'amount']);
});

test.each([
  ['2024-05', '2024-05'],
  ['2024/5', '2024-05'],
  ['２０２４年５月', '2024-05'],
  ['2024-13', undefined],
  ['2024-05-01', undefined],
  ['', undefined],
])('%s as a month', (text, month) => {
  expect(parseMonth(text)).toBe(month);
});
