import type { Api, Client } from '../kit/api';
import { sharedApi } from '../kit/shared-api';
import { type Agreement, newStation } from '../api/support/agreements';
import { type Mutation, mutate, fundedStation, errorsOf, rowsOf } from './support/money';
import { entryInputs } from './support/entry-inputs';

/** All errors of an entry are returned at once, with code and path, and nothing of it is stored. */
let api: Api;
let operator: Client;
let street: Client;
let agreement: Agreement;
beforeAll(async () => {
  api = await sharedApi();
  operator = await api.as('admin@fengyuan.example');
  street = await api.as('admin@fengyuan-street.example');
  agreement = await fundedStation(api);
  const lines = [{ category: '人员费用', amount: '1000' }];
  await mutate(operator, 'setBudget', { agreementId: agreement.id, lines });
});

type Input = Record<string, unknown>;
const { receipt, expenditure, payment } = entryInputs(() => agreement);

describe('refused, with nothing stored:', () => {
  it.each<[string, Mutation, Input, string[]]>([
    ['a receipt above what is due', 'recordReceipt', { amount: '1320000.01' }, ['RECEIPT_ABOVE_DUE amount']],
    ['a receipt of nothing', 'recordReceipt', { amount: 0 }, ['ZERO_AMOUNT amount']],
    ['a negative receipt', 'recordReceipt', { amount: '-5' }, ['NEGATIVE amount']],
    ['half a fen', 'recordReceipt', { amount: '0.005' }, ['TOO_MANY_DECIMALS amount']],
    ['more than 10^9', 'recordReceipt', { amount: '1000000000.01', note: '?' }, ['TOO_LARGE amount']],
    ['a receipt of next year', 'recordReceipt', { receivedOn: '2999-01-01' }, ['DAY_IN_FUTURE receivedOn']],
    ['a receipt of long ago', 'recordReceipt', { receivedOn: '2020-01-01' }, ['DAY_TOO_EARLY receivedOn']],
    ['a receipt without a day or month', 'recordReceipt', { receivedOn: null }, ['RECEIVED_WHEN receivedOn']],
    [
      'a receipt with a day and a month',
      'recordReceipt',
      { receivedMonth: '2024-02' },
      ['DAY_AND_MONTH receivedMonth'],
    ],
    [
      'a receipt of a month to come',
      'recordReceipt',
      { receivedOn: null, receivedMonth: '2999-01' },
      ['MONTH_IN_FUTURE receivedMonth'],
    ],
    [
      'a receipt of a month long ago',
      'recordReceipt',
      { receivedOn: null, receivedMonth: '2022-12' },
      ['DAY_TOO_EARLY receivedMonth'],
    ],
    [
      'paid after the month it came in',
      'recordReceipt',
      { receivedOn: null, receivedMonth: '2024-02', paidOn: '2024-03-01' },
      ['PAID_AFTER_RECEIVED paidOn'],
    ],
    ['paid after it came in', 'recordReceipt', { paidOn: '2024-02-02' }, ['PAID_AFTER_RECEIVED paidOn']],
    ['an unknown category', 'recordExpenditure', { category: '购车' }, ['UNKNOWN_CATEGORY category']],
    ['spending of nothing', 'recordExpenditure', { amount: '0.00' }, ['ZERO_AMOUNT amount']],
    ['negative spending', 'recordExpenditure', { amount: '-0.01' }, ['NEGATIVE amount']],
    ['spending of tomorrow', 'recordExpenditure', { spentOn: '2999-01-01' }, ['DAY_IN_FUTURE spentOn']],
    [
      'several faults of one expenditure',
      'recordExpenditure',
      { category: '', amount: '0.001', spentOn: '2000-02-29', note: ' ', idempotencyKey: '' },
      [
        'UNKNOWN_CATEGORY category',
        'TOO_MANY_DECIMALS amount',
        'DAY_TOO_EARLY spentOn',
        'EMPTY_TEXT note',
        'EMPTY_TEXT idempotencyKey',
      ],
    ],
    [
      'a key that cannot be kept',
      'recordReceipt',
      { idempotencyKey: 'a\0' },
      ['UNPRINTABLE_TEXT idempotencyKey'],
    ],
    ...(['recordReceipt', 'recordExpenditure', 'recordPayment'] as const).map(
      (mutation): [string, Mutation, Input, string[]] => [
        `a mobile number in the note of ${mutation}`,
        mutation,
        { note: '收款人 138-0013-8000' },
        ['POSSIBLE_PERSONAL_DATA note'],
      ],
    ),
    ['a payment of a year to come', 'recordPayment', { fiscalYear: 2027 }, ['YEAR_IN_FUTURE fiscalYear']],
    ['a payment of a far year', 'recordPayment', { fiscalYear: 2000 }, ['YEAR_OUT_OF_RANGE fiscalYear']],
    [
      'a payment on a day of another year',
      'recordPayment',
      { paidOn: '2023-12-31' },
      ['DAY_OUTSIDE_FISCAL_YEAR paidOn'],
    ],
  ])('%s', async (_, mutation, changes, expected) => {
    const input = { recordReceipt: receipt, recordExpenditure: expenditure, recordPayment: payment }[
      mutation as 'recordReceipt'
    ](changes);
    const before = await rowsOf(api, agreement.id);
    expect(await errorsOf(mutation === 'recordPayment' ? street : operator, mutation, input)).toEqual(
      expected,
    );
    expect(await rowsOf(api, agreement.id)).toBe(before);
  });

  it('a budget of two categories that look alike; expenditure is booked to the one of the budget', async () => {
    const { id: agreementId } = await newStation(api);
    const budget = (...names: string[]): Input => ({
      agreementId,
      lines: names.map((category) => ({ category, amount: '10' })),
    });
    expect(await errorsOf(operator, 'setBudget', budget('办公（水电）', '办公 (水电)'))).toEqual([
      'CATEGORY_TWICE lines.1.category',
    ]);
    await mutate(operator, 'setBudget', budget('办公（水电）', '其他'));
    await mutate(operator, 'recordExpenditure', expenditure({ agreementId, category: '办公(水\u200b电)' }));
    await mutate(operator, 'setBudget', budget('其他', '办公(水电)'));
    const stored = await api.world.ownerQuery(
      `select category from core.expenditure where agreement_id = $1
       union select category from core.budget_line where agreement_id = $1 order by 1`,
      [agreementId],
    );
    expect(stored).toEqual([{ category: '其他' }, { category: '办公（水电）' }]);
  });

  it('a receipt of an agreement without instalments', async () => {
    const bare = await newStation(api);
    expect(await errorsOf(operator, 'recordReceipt', receipt({ agreementId: bare.id }))).toEqual([
      'INSTALMENT_NOT_FOUND condition',
    ]);
  });

  it('a budget line named like the category of what is in no budget, by the database too', async () => {
    const { id: agreementId } = await newStation(api);
    const lines = [{ category: '未列 预算', amount: '10' }];
    expect(await errorsOf(operator, 'setBudget', { agreementId, lines })).toEqual([
      'RESERVED_CATEGORY lines.0.category',
    ]);
    expect(JSON.parse(await rowsOf(api, agreementId))).toEqual([]);
    await mutate(operator, 'setBudget', { agreementId, lines: [{ category: '其他', amount: '10' }] });
    await expect(
      api.world.ownerQuery(
        `insert into core.budget_line (organisation_id, agreement_id, station_id, purchaser_id, district_code,
                                       version, position, category, amount)
         select organisation_id, agreement_id, station_id, purchaser_id, district_code, version, 1, '未列预算', 1
           from core.budget_line where agreement_id = $1`,
        [agreementId],
      ),
    ).rejects.toMatchObject({ code: '23514' });
  });

  it('the message names what is still due, in both languages', async () => {
    await mutate(operator, 'recordReceipt', receipt({ amount: '1319999.99' }));
    const query = `mutation($input: RecordReceiptInput!) { recordReceipt(input: $input) { userErrors { message } } }`;
    for (const [language, words] of [
      ['zh', /尚应到账 0\.01 元/],
      ['en', /0\.01 CNY is still due/],
    ] as const) {
      const { text } = await operator.ask(query, { input: receipt() }, { 'accept-language': language });
      expect(text).toMatch(words);
    }
  });
});
