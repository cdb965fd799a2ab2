import type { Api, Client } from '../kit/api';
import { sharedApi } from '../kit/shared-api';
import type { Agreement } from '../api/support/agreements';
import { newId } from '../../src/platform/ids';
import {
  mutate,
  entries,
  type Entry,
  funding,
  fundedStation,
  errorsOf,
  rowsOf,
  warningsOf,
} from './support/money';
import { BUDGET_LINES, entryInputs, reversal } from './support/entry-inputs';

/** Receipts, expenditures and payments: added and reversed, never changed. */
let api: Api;
let operator: Client;
let street: Client;
let agreement: Agreement;
beforeAll(async () => {
  api = await sharedApi();
  operator = await api.as('admin@fengyuan.example');
  street = await api.as('admin@fengyuan-street.example');
});
beforeEach(async () => {
  agreement = await fundedStation(api);
  await mutate(operator, 'setBudget', {
    agreementId: agreement.id,
    lines: BUDGET_LINES,
  });
});

const { receipt, expenditure, payment } = entryInputs(() => agreement);

test('a receipt above what is due is accepted with a note, and a warning', async () => {
  await mutate(operator, 'recordReceipt', receipt({ amount: '1320000' }));
  const { funding: report } = await mutate(
    operator,
    'recordReceipt',
    receipt({ amount: '0.01', note: '补拨' }),
  );
  expect(warningsOf(report)).toEqual(['RECEIVED_ABOVE_DUE SIGNING']);
  expect(report.received).toBe('1320000.01');
});

test('a receipt may be recorded by the paying street too, and names its party', async () => {
  await mutate(operator, 'recordReceipt', receipt());
  await mutate(
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

test('money paid on 31 December and received on 2 January belongs to the old year of the street', async () => {
  const { funding: report } = await mutate(
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
  it('adds an entry of the opposite amount and the same day that references the original; nothing is overwritten', async () => {
    const { entryId } = await mutate(operator, 'recordReceipt', receipt({ note: '首期' }));
    const [first] = (await entries(operator, agreement.id, 'receipts')).nodes;
    const done = await mutate(operator, 'reverseReceipt', reversal(entryId));
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

  it('corrects every report: as of an earlier day, and of the fiscal year', async () => {
    const { entryId } = await mutate(operator, 'recordExpenditure', expenditure());
    await mutate(operator, 'reverseExpenditure', reversal(entryId));
    const report = await funding(operator, agreement.id, '2024-02-01');
    expect([report.spent, report.fiscalYears[0]!.spent, report.budgetLines[0]!.spent]).toEqual([
      '0.00',
      '0.00',
      '0.00',
    ]);
  });

  it('makes the instalment due again', async () => {
    const { entryId } = await mutate(operator, 'recordReceipt', receipt({ amount: '1320000' }));
    expect(await errorsOf(operator, 'recordReceipt', receipt())).toEqual(['RECEIPT_ABOVE_DUE amount']);
    await mutate(operator, 'reverseReceipt', reversal(entryId));
    await mutate(operator, 'recordReceipt', receipt({ amount: '1320000' }));
  });

  it('is possible once, cannot be reversed itself, needs a reason, and is only of the own party’s entry', async () => {
    const { entryId } = await mutate(operator, 'recordReceipt', receipt());
    expect(await errorsOf(operator, 'reverseReceipt', reversal(entryId, { reason: ' ' }))).toEqual([
      'EMPTY_TEXT reason',
    ]);
    expect(await errorsOf(street, 'reverseReceipt', reversal(entryId))).toEqual([
      'RECORDED_BY_OTHER_PARTY id',
    ]);
    const { entryId: opposite } = await mutate(operator, 'reverseReceipt', reversal(entryId));
    const before = await rowsOf(api, agreement.id);
    expect(await errorsOf(operator, 'reverseReceipt', reversal(entryId))).toEqual(['ALREADY_REVERSED id']);
    expect(await errorsOf(operator, 'reverseReceipt', reversal(opposite))).toEqual(['IS_A_REVERSAL id']);
    expect(await errorsOf(street, 'reverseReceipt', reversal(opposite))).toEqual([
      'RECORDED_BY_OTHER_PARTY id',
      'IS_A_REVERSAL id',
    ]);
    expect(await rowsOf(api, agreement.id)).toBe(before);
  });

  it('in one ledger finds no entry of another', async () => {
    const { entryId } = await mutate(operator, 'recordReceipt', receipt());
    const { errors } = await operator.ask(
      'mutation($input: ReverseEntryInput!) { reverseExpenditure(input: $input) { entryId } }',
      { input: reversal(entryId) },
    );
    expect(errors.map(({ extensions }) => extensions?.code)).toEqual(['NOT_FOUND']);
  });

  it('of a payment removes it from the year', async () => {
    const { entryId, funding: paid } = await mutate(street, 'recordPayment', payment());
    expect(paid.fiscalYears[0]!.paid).toBe('70.00');
    const { funding: report } = await mutate(street, 'reversePayment', reversal(entryId));
    expect(report.fiscalYears[0]!.paid).toBe('0.00');
  });
});

describe('pages', () => {
  it('are sorted by day and id, the latest first, each entry once', async () => {
    const days = ['2024-03-01', '2024-01-05', '2024-03-01', '2024-02-29', '2024-01-05'];
    for (const spentOn of days) await mutate(operator, 'recordExpenditure', expenditure({ spentOn }));
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
    'of %s refuse a malformed size or cursor',
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

test('every mutation is in the audit log of its organisation, with its values', async () => {
  const { entryId } = await mutate(street, 'recordReceipt', receipt({ note: '首期' }));
  await mutate(street, 'reverseReceipt', reversal(entryId));
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

test('an unknown entry is NOT_FOUND, before any other error', async () => {
  for (const id of [newId(), 'x', agreement.id]) {
    const { errors } = await operator.ask(
      'mutation($input: ReverseEntryInput!) { reverseReceipt(input: $input) { entryId } }',
      { input: { id, reason: ' ' } },
    );
    expect(errors.map(({ extensions }) => extensions?.code)).toEqual(['NOT_FOUND']);
  }
});
