import { type Client, startApi, type TestApi } from '../kit/api';
import { type Agreement, newStation } from '../api/support/agreements';
import { codesAndPaths } from '../api/support/questions';
import { newId } from '../../src/platform/ids';
import {
  type Deed,
  doIt,
  entries,
  type Entry,
  funding,
  fundedStation,
  refusedTo,
  rowsOf,
  tryTo,
  warningsOf,
} from './support/money';

/** Receipts, expenditures and payments: added, reversed, never changed; a retry counts once. */
let api: TestApi;
let operator: Client;
let street: Client;
let agreement: Agreement;
beforeAll(async () => {
  api = await startApi();
  operator = await api.as('admin@fengyuan.example');
  street = await api.as('admin@fengyuan-street.example');
});
beforeEach(async () => {
  agreement = await fundedStation(api);
  await doIt(operator, 'setBudget', {
    agreementId: agreement.id,
    lines: [
      { category: '人员费用', amount: '1000' },
      { category: '办公费用', amount: '500' },
    ],
  });
});
afterAll(async () => {
  await api.close();
});

type Input = Record<string, unknown>;
const receipt = (changes: Input = {}): Input => ({
  ...{ agreementId: agreement.id, condition: 'SIGNING', amount: '100.00', receivedOn: '2024-02-01' },
  ...changes,
});
const expenditure = (changes: Input = {}): Input => ({
  ...{ agreementId: agreement.id, category: '人员费用', amount: '10.50', spentOn: '2024-02-01' },
  ...changes,
});
const payment = (changes: Input = {}): Input => ({
  ...{ agreementId: agreement.id, fiscalYear: 2024, amount: '70' },
  ...changes,
});
const reversal = (id: string, changes: Input = {}): Input => ({ id, reason: '录入有误', ...changes });
const received = async (): Promise<string> => (await funding(operator, agreement.id)).received;

describe('refused, with nothing stored:', () => {
  it.each<[string, Deed, Input, string[]]>([
    ['a receipt above what is due', 'recordReceipt', { amount: '1320000.01' }, ['RECEIPT_ABOVE_DUE amount']],
    ['a receipt of nothing', 'recordReceipt', { amount: 0 }, ['ZERO_AMOUNT amount']],
    ['a negative receipt', 'recordReceipt', { amount: '-5' }, ['NEGATIVE amount']],
    ['half a fen', 'recordReceipt', { amount: '0.005' }, ['TOO_MANY_DECIMALS amount']],
    ['more than 10^9', 'recordReceipt', { amount: '1000000000.01', note: '?' }, ['TOO_LARGE amount']],
    ['a receipt of next year', 'recordReceipt', { receivedOn: '2999-01-01' }, ['DAY_IN_FUTURE receivedOn']],
    ['a receipt of long ago', 'recordReceipt', { receivedOn: '2020-01-01' }, ['DAY_TOO_EARLY receivedOn']],
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
    ['a payment of a year to come', 'recordPayment', { fiscalYear: 2027 }, ['YEAR_IN_FUTURE fiscalYear']],
    ['a payment of a far year', 'recordPayment', { fiscalYear: 2000 }, ['YEAR_OUT_OF_RANGE fiscalYear']],
    [
      'a payment on a day of another year',
      'recordPayment',
      { paidOn: '2023-12-31' },
      ['DAY_OUTSIDE_FISCAL_YEAR paidOn'],
    ],
  ])('%s', async (_, deed, changes, expected) => {
    const input = { recordReceipt: receipt, recordExpenditure: expenditure, recordPayment: payment }[
      deed as 'recordReceipt'
    ](changes);
    const before = await rowsOf(api, agreement.id);
    expect(await refusedTo(deed === 'recordPayment' ? street : operator, deed, input)).toEqual(expected);
    expect(await rowsOf(api, agreement.id)).toBe(before);
  });

  it('a receipt of an agreement without instalments, an expenditure of one without a budget', async () => {
    const bare = await newStation(api);
    expect(await refusedTo(operator, 'recordReceipt', receipt({ agreementId: bare.id }))).toEqual([
      'INSTALMENT_NOT_FOUND condition',
    ]);
    expect(await refusedTo(operator, 'recordExpenditure', expenditure({ agreementId: bare.id }))).toEqual([
      'UNKNOWN_CATEGORY category',
    ]);
  });

  it('says what is still due, in both languages', async () => {
    await doIt(operator, 'recordReceipt', receipt({ amount: '1319999.99' }));
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

test('a receipt above what is due is accepted with a note, and pointed out', async () => {
  await doIt(operator, 'recordReceipt', receipt({ amount: '1320000' }));
  const { funding: report } = await doIt(
    operator,
    'recordReceipt',
    receipt({ amount: '0.01', note: '补拨' }),
  );
  expect(warningsOf(report)).toEqual(['RECEIVED_ABOVE_DUE SIGNING']);
  expect(report.received).toBe('1320000.01');
});

test('a receipt is recorded by the street that paid it as well, and says whose it is', async () => {
  await doIt(operator, 'recordReceipt', receipt());
  await doIt(
    street,
    'recordReceipt',
    receipt({ amount: '7', receivedOn: '2024-02-02', paidOn: '2024-01-31' }),
  );
  const { nodes } = await entries<{ paidOn: string }>(operator, agreement.id, 'receipts');
  expect(nodes.map(({ party, amount, paidOn }) => [party, amount, paidOn])).toEqual([
    ['PURCHASER', '7.00', '2024-01-31'],
    ['OPERATOR', '100.00', '2024-02-01'],
  ]);
});

test('money paid on 31 December that comes in on 2 January is of the old year for the street', async () => {
  const { funding: report } = await doIt(
    street,
    'recordReceipt',
    receipt({ receivedOn: '2025-01-02', paidOn: '2024-12-31' }),
  );
  expect(report.fiscalYears.map(({ fiscalYear, paid, received: got }) => [fiscalYear, paid, got])).toEqual([
    [2024, '100.00', '0.00'],
    [2025, '0.00', '100.00'],
  ]);
});

describe('a reversal', () => {
  it('adds an entry of the opposite amount and the same day that points to the other; nothing is overwritten', async () => {
    const { entryId } = await doIt(operator, 'recordReceipt', receipt({ note: '首期' }));
    const [first] = (await entries(operator, agreement.id, 'receipts')).nodes;
    const done = await doIt(operator, 'reverseReceipt', reversal(entryId));
    expect(done.funding.received).toBe('0.00');
    const { nodes } = await entries<{ receivedOn: string }>(operator, agreement.id, 'receipts');
    expect(nodes).toMatchObject([
      {
        id: done.entryId,
        amount: '-100.00',
        note: '录入有误',
        reverses: entryId,
        reversedBy: null,
        receivedOn: '2024-02-01',
      },
      { ...first, reversedBy: done.entryId },
    ]);
  });

  it('mends every view by day: as of a day before it was made, and the fiscal year', async () => {
    const { entryId } = await doIt(operator, 'recordExpenditure', expenditure());
    await doIt(operator, 'reverseExpenditure', reversal(entryId));
    const report = await funding(operator, agreement.id, '2024-02-01');
    expect([report.spent, report.fiscalYears[0]!.spent, report.budgetLines[0]!.spent]).toEqual([
      '0.00',
      '0.00',
      '0.00',
    ]);
  });

  it('frees what was due of the instalment', async () => {
    const { entryId } = await doIt(operator, 'recordReceipt', receipt({ amount: '1320000' }));
    expect(await refusedTo(operator, 'recordReceipt', receipt())).toEqual(['RECEIPT_ABOVE_DUE amount']);
    await doIt(operator, 'reverseReceipt', reversal(entryId));
    await doIt(operator, 'recordReceipt', receipt({ amount: '1320000' }));
  });

  it('is made once, is not reversed itself, says why, and is of the own party', async () => {
    const { entryId } = await doIt(operator, 'recordReceipt', receipt());
    expect(await refusedTo(operator, 'reverseReceipt', reversal(entryId, { reason: ' ' }))).toEqual([
      'EMPTY_TEXT reason',
    ]);
    expect(await refusedTo(street, 'reverseReceipt', reversal(entryId))).toEqual([
      'RECORDED_BY_OTHER_PARTY id',
    ]);
    const { entryId: opposite } = await doIt(operator, 'reverseReceipt', reversal(entryId));
    const before = await rowsOf(api, agreement.id);
    expect(await refusedTo(operator, 'reverseReceipt', reversal(entryId))).toEqual(['ALREADY_REVERSED id']);
    expect(await refusedTo(operator, 'reverseReceipt', reversal(opposite))).toEqual(['IS_A_REVERSAL id']);
    expect(await refusedTo(street, 'reverseReceipt', reversal(opposite))).toEqual([
      'RECORDED_BY_OTHER_PARTY id',
      'IS_A_REVERSAL id',
    ]);
    expect(await rowsOf(api, agreement.id)).toBe(before);
  });

  it('of one book finds nothing in another', async () => {
    const { entryId } = await doIt(operator, 'recordReceipt', receipt());
    const { errors } = await operator.ask(
      'mutation($input: ReverseEntryInput!) { reverseExpenditure(input: $input) { entryId } }',
      { input: reversal(entryId) },
    );
    expect(errors.map(({ extensions }) => extensions?.code)).toEqual(['NOT_FOUND']);
  });

  it('of a payment takes it out of the year', async () => {
    const { entryId, funding: paid } = await doIt(street, 'recordPayment', payment());
    expect(paid.fiscalYears[0]!.paid).toBe('70.00');
    const { funding: report } = await doIt(street, 'reversePayment', reversal(entryId));
    expect(report.fiscalYears[0]!.paid).toBe('0.00');
  });
});

describe('at the same moment', () => {
  it.each([1, 2, 3])('two reversals of one entry: one wins (%i)', async () => {
    const { entryId } = await doIt(operator, 'recordReceipt', receipt());
    const answers = await Promise.all(
      Array.from({ length: 4 }, async () => tryTo(operator, 'reverseReceipt', reversal(entryId))),
    );
    expect(answers.map(({ userErrors }) => codesAndPaths(userErrors).join()).sort()).toEqual([
      '',
      'ALREADY_REVERSED id',
      'ALREADY_REVERSED id',
      'ALREADY_REVERSED id',
    ]);
    expect((await entries(operator, agreement.id, 'receipts')).totalCount).toBe(2);
    expect(await received()).toBe('0.00');
  });

  it.each([1, 2, 3])('retries with one key are one entry (%i)', async () => {
    const answers = await Promise.all(
      Array.from({ length: 6 }, async () =>
        doIt(operator, 'recordExpenditure', expenditure({ idempotencyKey: 'feb' })),
      ),
    );
    expect(new Set(answers.map(({ entryId }) => entryId)).size).toBe(1);
    expect((await entries(operator, agreement.id, 'expenditures')).totalCount).toBe(1);
  });

  it('two receipts that together are above what is due: one needs a note', async () => {
    const half = { amount: '700000' };
    const answers = await Promise.all([
      tryTo(operator, 'recordReceipt', receipt(half)),
      tryTo(street, 'recordReceipt', receipt(half)),
    ]);
    expect(answers.flatMap(({ userErrors }) => codesAndPaths(userErrors))).toEqual([
      'RECEIPT_ABOVE_DUE amount',
    ]);
    expect(await received()).toBe('700000.00');
  });

  it('an expenditure and a budget that drops its category: it is in or it is refused, never half', async () => {
    const [spent] = await Promise.all([
      tryTo(operator, 'recordExpenditure', expenditure()),
      doIt(operator, 'setBudget', { agreementId: agreement.id, lines: [{ category: '其他', amount: '1' }] }),
    ]);
    const { totalCount } = await entries(operator, agreement.id, 'expenditures');
    expect(totalCount).toBe(spent.userErrors.length === 0 ? 1 : 0);
  });

  it('many entries are all counted', async () => {
    await Promise.all([
      ...Array.from({ length: 10 }, async (_, at) =>
        doIt(operator, 'recordExpenditure', expenditure({ amount: `0.${String(at + 10)}` })),
      ),
      ...Array.from({ length: 10 }, async () => doIt(street, 'recordReceipt', receipt({ amount: '0.07' }))),
    ]);
    const report = await funding(operator, agreement.id);
    expect([report.spent, report.received]).toEqual(['1.45', '0.70']);
  });
});

describe('a retry', () => {
  it('returns the entry that stands, also when it would be above what is due by now, or was reversed since', async () => {
    const call = receipt({ amount: '1320000', idempotencyKey: 'first' });
    const { entryId } = await doIt(operator, 'recordReceipt', call);
    expect((await doIt(operator, 'recordReceipt', call)).entryId).toBe(entryId);
    await doIt(operator, 'reverseReceipt', reversal(entryId));
    expect((await doIt(operator, 'recordReceipt', call)).entryId).toBe(entryId);
    expect(await received()).toBe('0.00');
  });

  it('that says something else under the same key is refused', async () => {
    await doIt(operator, 'recordReceipt', receipt({ idempotencyKey: 'k' }));
    for (const changes of [
      { amount: '100.01' },
      { receivedOn: '2024-02-02' },
      { condition: 'MIDTERM_QUALIFIED' },
      { note: '另一笔' },
    ]) {
      expect(
        await refusedTo(operator, 'recordReceipt', receipt({ idempotencyKey: 'k', ...changes })),
      ).toEqual(['KEY_OF_OTHER_ENTRY idempotencyKey']);
    }
    expect(await received()).toBe('100.00');
  });

  it('of a reversal is the reversal; its key is no other’s', async () => {
    const { entryId } = await doIt(operator, 'recordReceipt', receipt({ idempotencyKey: 'in' }));
    const { entryId: other } = await doIt(operator, 'recordReceipt', receipt());
    const undo = reversal(entryId, { idempotencyKey: 'out' });
    const { entryId: opposite } = await doIt(operator, 'reverseReceipt', undo);
    expect((await doIt(operator, 'reverseReceipt', undo)).entryId).toBe(opposite);
    expect(await refusedTo(operator, 'reverseReceipt', reversal(other, { idempotencyKey: 'out' }))).toEqual([
      'KEY_OF_OTHER_ENTRY idempotencyKey',
    ]);
    expect(await refusedTo(operator, 'reverseReceipt', reversal(other, { idempotencyKey: 'in' }))).toEqual([
      'KEY_OF_OTHER_ENTRY idempotencyKey',
    ]);
  });

  it('after a refusal is the first: a refused call keeps no key', async () => {
    await refusedTo(operator, 'recordExpenditure', expenditure({ category: '购车', idempotencyKey: 'k' }));
    await doIt(operator, 'recordExpenditure', expenditure({ idempotencyKey: 'k' }));
  });

  it('has a key of its own in each agreement and each book', async () => {
    const other = await fundedStation(api);
    const key = { idempotencyKey: 'k' };
    await doIt(operator, 'recordReceipt', receipt(key));
    await doIt(operator, 'recordReceipt', receipt({ ...key, agreementId: other.id, amount: '5' }));
    await doIt(operator, 'recordExpenditure', expenditure(key));
  });

  it('without a key is another entry', async () => {
    await doIt(operator, 'recordReceipt', receipt());
    await doIt(operator, 'recordReceipt', receipt());
    expect(await received()).toBe('200.00');
  });
});

describe('pages', () => {
  it('go by day and id, the latest first, each entry once', async () => {
    const days = ['2024-03-01', '2024-01-05', '2024-03-01', '2024-02-29', '2024-01-05'];
    for (const spentOn of days) await doIt(operator, 'recordExpenditure', expenditure({ spentOn }));
    const seen: (Entry & { spentOn: string })[] = [];
    let after: string | null = null;
    do {
      const page: Awaited<ReturnType<typeof entries<{ spentOn: string }>>> = await entries(
        operator,
        agreement.id,
        'expenditures',
        { first: 2, after },
      );
      expect(page.totalCount).toBe(5);
      seen.push(...page.nodes);
      after = page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null;
    } while (after !== null);
    expect(seen.map(({ spentOn }) => spentOn)).toEqual([...days].sort().reverse());
    expect(new Set(seen.map(({ id }) => id)).size).toBe(5);
    const places = seen.map(({ spentOn, id }) => `${spentOn} ${id}`);
    expect([...places].sort().reverse()).toEqual(places);
  });

  it.each(['receipts', 'expenditures', 'payments', 'budgetVersions'])(
    'of %s refuse a size or a cursor that is none',
    async (book) => {
      for (const args of [
        'first: 0',
        'first: 101',
        'after: "x"',
        'after: "WyJhIiwiYiJd"',
        'after: "WyJhIl0"',
      ]) {
        const { errors } = await operator.ask(
          `{ agreement(id: "${agreement.id}") { funding { ${book}(${args}) { totalCount } } } }`,
        );
        expect(errors.map(({ extensions }) => extensions?.code)).toEqual(['BAD_USER_INPUT']);
      }
    },
  );
});

test('every deed is in the audit log of whoever did it, with its values', async () => {
  const { entryId } = await doIt(street, 'recordReceipt', receipt({ note: '首期' }));
  await doIt(street, 'reverseReceipt', reversal(entryId));
  const { auditLog } = await street.get<{
    auditLog: { nodes: { action: string; thing: string; agreementIds: string[]; after: string }[] };
  }>(`{ auditLog(first: 2) { nodes { action thing agreementIds after } } }`);
  expect(auditLog.nodes.map(({ action, thing }) => `${action} ${thing}`)).toEqual([
    'RECEIPT_REVERSED Receipt',
    'RECEIPT_RECORDED Receipt',
  ]);
  expect(auditLog.nodes.map(({ agreementIds }) => agreementIds)).toEqual([[agreement.id], [agreement.id]]);
  expect(auditLog.nodes[1]!.after).toContain('首期');
});

test('an unknown entry is not found, whatever else is wrong', async () => {
  for (const id of [newId(), 'x', agreement.id]) {
    const { errors } = await operator.ask(
      'mutation($input: ReverseEntryInput!) { reverseReceipt(input: $input) { entryId } }',
      { input: { id, reason: ' ' } },
    );
    expect(errors.map(({ extensions }) => extensions?.code)).toEqual(['NOT_FOUND']);
  }
});
