import { textOf } from '../../../messages';
import { isDeepStrictEqual } from 'node:util';
import { InstalmentCondition } from '../../agreement';
import {
  type Categories,
  checkExpenditure,
  checkPayment,
  checkReceipt,
  checkReversal,
  contentOf,
  type Schedule,
  type ValidEntry,
} from './entry.rules';
import type { RecordExpenditureInput, RecordPaymentInput, RecordReceiptInput } from '../funding.input';
import type { InputRules } from '../../../platform/input-rules';

const { FINAL_QUALIFIED, MIDTERM_QUALIFIED, SIGNING } = InstalmentCondition;
const TODAY = '2024-11-20';
const SCHEDULE: Schedule = {
  startsOn: '2024-02-29',
  endsOn: '2025-02-28',
  annualFee: '1000.00',
  instalments: [
    { condition: SIGNING, share: '0.6', received: '550.00' },
    { condition: MIDTERM_QUALIFIED, share: '0.4', received: '450.00' },
  ],
};
const faults = ({ rules }: { rules: InputRules }): string[] =>
  rules.faults.map(({ code, path }) => `${code} ${path.join('.')}`);

const receipt = (changes: Partial<RecordReceiptInput> = {}): RecordReceiptInput => ({
  agreementId: 'a',
  condition: SIGNING,
  amount: '50',
  receivedOn: '2024-06-01',
  ...changes,
});

describe('a receipt', () => {
  it.each<[string, Partial<RecordReceiptInput>, string[]]>([
    ['of all that is still due', {}, []],
    ['a fen above what is due', { amount: '50.01' }, ['RECEIPT_ABOVE_DUE amount']],
    ['a fen above what is due, with a note', { amount: '50.01', note: '补拨' }, []],
    ['a fen above what is due, with an empty note', { amount: '50.01', note: ' ' }, ['EMPTY_TEXT note']],
    [
      'of an instalment that is overpaid',
      { condition: MIDTERM_QUALIFIED, amount: '0.01' },
      ['RECEIPT_ABOVE_DUE amount'],
    ],
    [
      'of an instalment that is not in the schedule',
      { condition: FINAL_QUALIFIED },
      ['INSTALMENT_NOT_FOUND condition'],
    ],
    ['of nothing', { amount: '0' }, ['ZERO_AMOUNT amount']],
    ['of less than nothing', { amount: '-1' }, ['NEGATIVE amount']],
    ['of half a fen', { amount: '1.005' }, ['TOO_MANY_DECIMALS amount']],
    ['above the maximum', { amount: '1000000000.01' }, ['TOO_LARGE amount']],
    ['today', { receivedOn: TODAY }, []],
    ['tomorrow', { receivedOn: '2024-11-21' }, ['DAY_IN_FUTURE receivedOn']],
    ['a year before the agreement', { receivedOn: '2023-03-01' }, []],
    ['more than a year before it', { receivedOn: '2023-02-28' }, ['DAY_TOO_EARLY receivedOn']],
    ['paid the year before it was received', { paidOn: '2023-12-31' }, []],
    ['paid after it was received', { paidOn: '2024-06-02' }, ['PAID_AFTER_RECEIVED paidOn']],
    ['paid long before', { paidOn: '2022-01-01' }, ['DAY_TOO_EARLY paidOn']],
    ['with an empty key', { idempotencyKey: '' }, ['EMPTY_TEXT idempotencyKey']],
    [
      'with a key of more than 200 characters',
      { idempotencyKey: 'k'.repeat(201) },
      ['TEXT_TOO_LONG idempotencyKey'],
    ],
    ['with a note of more than 2,000 characters', { note: '长'.repeat(2001) }, ['TEXT_TOO_LONG note']],
    [
      'everything wrong at once',
      { condition: FINAL_QUALIFIED, amount: '-1', receivedOn: '2025-01-01', paidOn: '2025-01-02', note: '' },
      [
        'NEGATIVE amount',
        'DAY_IN_FUTURE receivedOn',
        'PAID_AFTER_RECEIVED paidOn',
        'EMPTY_TEXT note',
        'INSTALMENT_NOT_FOUND condition',
      ],
    ],
  ])('%s', (_, changes, expected) => {
    expect(faults(checkReceipt(SCHEDULE, receipt(changes), TODAY))).toEqual(expected);
  });

  it('of an agreement without a fee needs a note: nothing is due', () => {
    const unknown = { ...SCHEDULE, annualFee: null };
    expect(faults(checkReceipt(unknown, receipt({ amount: '1' }), TODAY))).toEqual([
      'RECEIPT_ABOVE_DUE amount',
    ]);
    expect(faults(checkReceipt(unknown, receipt({ amount: '1', note: '协议未列经费' }), TODAY))).toEqual([]);
  });

  it('is paid on the day it was received by default', () => {
    expect(checkReceipt(SCHEDULE, receipt(), TODAY).content).toEqual({
      condition: SIGNING,
      received_on: '2024-06-01',
      paid_on: '2024-06-01',
      received_by_month: false,
      paid_by_month: false,
    });
  });
});

const expenditure = (changes: Partial<RecordExpenditureInput> = {}): RecordExpenditureInput => ({
  agreementId: 'a',
  category: '人员费用',
  amount: '50',
  spentOn: '2024-06-01',
  ...changes,
});

describe('an expenditure', () => {
  const CATEGORIES: Categories = { budgeted: ['人员费用', '办公费用'], used: ['购车'] };
  const NONE: Categories = { budgeted: [], used: ['交通（公务）'] };
  it.each<[string, Partial<RecordExpenditureInput>, string[]]>([
    ['in a category of the budget', {}, []],
    ['with space around the category', { category: ' 办公费用\n' }, []],
    ['in a category equal after normalisation', { category: '办公\u200b费 用' }, []],
    ['in an unknown category', { category: '购车' }, ['UNKNOWN_CATEGORY category']],
    ['in no category', { category: '' }, ['UNKNOWN_CATEGORY category']],
    ['of nothing', { amount: '0' }, ['ZERO_AMOUNT amount']],
    ['after the agreement', { spentOn: '2024-11-20' }, []],
    ['in the future', { spentOn: '2024-11-21' }, ['DAY_IN_FUTURE spentOn']],
    ['long before the agreement', { spentOn: '2020-01-01' }, ['DAY_TOO_EARLY spentOn']],
    [
      'everything wrong at once',
      { category: '购车', amount: '0.001', spentOn: '2999-01-01', note: '\n', idempotencyKey: ' ' },
      [
        'UNKNOWN_CATEGORY category',
        'TOO_MANY_DECIMALS amount',
        'DAY_IN_FUTURE spentOn',
        'EMPTY_TEXT note',
        'EMPTY_TEXT idempotencyKey',
      ],
    ],
  ])('%s', (_, changes, expected) => {
    expect(faults(checkExpenditure(SCHEDULE, CATEGORIES, expenditure(changes), TODAY))).toEqual(expected);
  });

  it('with an unknown category is answered with the known ones, and the one for what is in no budget', () => {
    const { rules } = checkExpenditure(SCHEDULE, CATEGORIES, expenditure({ category: '购车' }), TODAY);
    expect(textOf(rules.faults[0]!, 'zh')).toContain('人员费用、办公费用、未列预算');
  });

  it.each<[string, Categories, string, string]>([
    ['in no budget line is booked to 未列预算', CATEGORIES, ' 未列\u200b预算', '未列预算'],
    ['without a budget keeps its category', NONE, '购车', '购车'],
    ['without a budget takes the spelling used before', NONE, '交通(公务)', '交通（公务）'],
    ['without a budget may be booked to 未列预算', NONE, '未列预算', '未列预算'],
  ])('%s', (_, categories, category, stored) => {
    const { rules, content } = checkExpenditure(SCHEDULE, categories, expenditure({ category }), TODAY);
    expect([faults({ rules }), content.category]).toEqual([[], stored]);
  });

  it.each([
    ['', 'EMPTY_TEXT category'],
    ['科'.repeat(101), 'TEXT_TOO_LONG category'],
  ])('without a budget needs a readable category: %s', (category, fault) => {
    expect(faults(checkExpenditure(SCHEDULE, NONE, expenditure({ category }), TODAY))).toEqual([fault]);
  });
});

const payment = (changes: Partial<RecordPaymentInput> = {}): RecordPaymentInput => ({
  agreementId: 'a',
  fiscalYear: 2024,
  amount: '50',
  ...changes,
});

describe('a payment of the street', () => {
  it.each<[string, Partial<RecordPaymentInput>, string[]]>([
    ['of which only the year is known', {}, []],
    ['on a day of the year', { paidOn: '2024-01-01' }, []],
    ['on a day of another year', { paidOn: '2023-12-31' }, ['DAY_OUTSIDE_FISCAL_YEAR paidOn']],
    ['tomorrow', { paidOn: '2024-11-21' }, ['DAY_IN_FUTURE paidOn']],
    ['of the year before the agreement', { fiscalYear: 2023 }, []],
    ['of the year before that', { fiscalYear: 2022 }, ['YEAR_OUT_OF_RANGE fiscalYear']],
    ['of next year', { fiscalYear: 2025 }, ['YEAR_IN_FUTURE fiscalYear']],
    ['of no year', { fiscalYear: -1, amount: '0' }, ['ZERO_AMOUNT amount', 'YEAR_OUT_OF_RANGE fiscalYear']],
  ])('%s', (_, changes, expected) => {
    expect(faults(checkPayment(SCHEDULE, payment(changes), TODAY))).toEqual(expected);
  });

  it.each([
    [{ fiscalYear: 2024 }, TODAY],
    [{ fiscalYear: 2023 }, '2023-12-31'],
    [{ fiscalYear: 2024, paidOn: '2024-03-01' }, '2024-03-01'],
  ])('%j is known by %s', (changes, day) => {
    expect(checkPayment(SCHEDULE, payment(changes), TODAY).content.known_by).toBe(day);
  });
});

test('a reversal requires a reason', () => {
  expect(faults(checkReversal({ id: 'e', reason: ' ' }))).toEqual(['EMPTY_TEXT reason']);
  expect(faults(checkReversal({ id: 'e', reason: '长'.repeat(501) }))).toEqual(['TEXT_TOO_LONG reason']);
  expect(faults(checkReversal({ id: 'e', reason: '重复登记', idempotencyKey: '' }))).toEqual([
    'EMPTY_TEXT idempotencyKey',
  ]);
});

describe('a retry has the same content', () => {
  const entry: ValidEntry = {
    amount: '5.10',
    note: null,
    idempotencyKey: 'k',
    content: { fiscal_year: 2024, paid_on: null, known_by: '2024-06-01' },
  };
  it.each<[string, Partial<ValidEntry>, boolean]>([
    ['identical', {}, true],
    ['with the amount in another notation', { amount: '5.1' }, true],
    ['a fen more', { amount: '5.11' }, false],
    ['with another note', { note: '补' }, false],
    ['of another year', { content: { ...entry.content, fiscal_year: 2023 } }, false],
    [
      'with another day from which it is known',
      { content: { ...entry.content, known_by: '2024-06-02' } },
      true,
    ],
  ])('%s: %s', (_, changes, expected) => {
    const same = isDeepStrictEqual(contentOf(entry), contentOf({ ...entry, ...changes }));
    expect(same).toBe(expected);
  });
});
