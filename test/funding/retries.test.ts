import type { Api, Client } from '../kit/api';
import { sharedApi } from '../kit/shared-api';
import type { Agreement } from '../api/support/agreements';
import { codesAndPaths } from '../api/support/questions';
import { type Mutation, mutate, entries, funding, fundedStation, errorsOf, tryMutate } from './support/money';
import { BUDGET_LINES, entryInputs, reversal } from './support/entry-inputs';

/** Retries and concurrency: a retry is one entry, and concurrent writes are validated one after the other. */
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

type Input = Record<string, unknown>;
const { receipt, expenditure } = entryInputs(() => agreement);
const received = async (): Promise<string> => (await funding(operator, agreement.id)).received;

describe('concurrently', () => {
  it.each([1, 2, 3])('of two reversals of one entry one succeeds (%i)', async () => {
    const { entryId } = await mutate(operator, 'recordReceipt', receipt());
    const answers = await Promise.all(
      Array.from({ length: 4 }, async () => tryMutate(operator, 'reverseReceipt', reversal(entryId))),
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
        mutate(operator, 'recordExpenditure', expenditure({ idempotencyKey: 'feb' })),
      ),
    );
    expect(new Set(answers.map(({ entryId }) => entryId)).size).toBe(1);
    expect((await entries(operator, agreement.id, 'expenditures')).totalCount).toBe(1);
  });

  it('of two receipts that together are above what is due one needs a note', async () => {
    const half = { amount: '700000' };
    const answers = await Promise.all([
      tryMutate(operator, 'recordReceipt', receipt(half)),
      tryMutate(street, 'recordReceipt', receipt(half)),
    ]);
    expect(answers.flatMap(({ userErrors }) => codesAndPaths(userErrors))).toEqual([
      'RECEIPT_ABOVE_DUE amount',
    ]);
    expect(await received()).toBe('700000.00');
  });

  it('an expenditure and a budget that drops its category: the expenditure is stored or refused', async () => {
    const [spent] = await Promise.all([
      tryMutate(operator, 'recordExpenditure', expenditure()),
      mutate(operator, 'setBudget', {
        agreementId: agreement.id,
        lines: [{ category: '其他', amount: '1' }],
      }),
    ]);
    const { totalCount } = await entries(operator, agreement.id, 'expenditures');
    expect(totalCount).toBe(spent.userErrors.length === 0 ? 1 : 0);
  });

  it('many entries are all counted', async () => {
    await Promise.all([
      ...Array.from({ length: 10 }, async (_, at) =>
        mutate(operator, 'recordExpenditure', expenditure({ amount: `0.${String(at + 10)}` })),
      ),
      ...Array.from({ length: 10 }, async () => mutate(street, 'recordReceipt', receipt({ amount: '0.07' }))),
    ]);
    const report = await funding(operator, agreement.id);
    expect([report.spent, report.received]).toEqual(['1.45', '0.70']);
  });
});

describe('a retry', () => {
  it('returns the stored entry, also when it would be above what is due by now, or was reversed since', async () => {
    const call = receipt({ amount: '1320000', idempotencyKey: 'first' });
    const { entryId } = await mutate(operator, 'recordReceipt', call);
    expect((await mutate(operator, 'recordReceipt', call)).entryId).toBe(entryId);
    await mutate(operator, 'reverseReceipt', reversal(entryId));
    expect((await mutate(operator, 'recordReceipt', call)).entryId).toBe(entryId);
    expect(await received()).toBe('0.00');
  });

  it('with other content under the same key is refused', async () => {
    await mutate(operator, 'recordReceipt', receipt({ idempotencyKey: 'k' }));
    for (const changes of [
      { amount: '100.01' },
      { receivedOn: '2024-02-02' },
      { condition: 'MIDTERM_QUALIFIED' },
      { note: '另一笔' },
    ]) {
      expect(await errorsOf(operator, 'recordReceipt', receipt({ idempotencyKey: 'k', ...changes }))).toEqual(
        ['IDEMPOTENCY_KEY_REUSED idempotencyKey'],
      );
    }
    expect(await received()).toBe('100.00');
  });

  it('in any ledger is refused with other content under the same key', async () => {
    const key = { idempotencyKey: 'k' };
    const payment = { agreementId: agreement.id, fiscalYear: 2024, amount: '70' };
    const calls: [Client, Mutation, Input, Input][] = [
      [street, 'recordReceipt', receipt(key), { paidOn: '2024-01-31' }],
      [operator, 'recordExpenditure', expenditure(key), { category: '办公费用' }],
      [street, 'recordPayment', { ...payment, ...key }, { paidOn: '2024-03-01' }],
    ];
    for (const [client, mutation, input, changes] of calls) {
      const { entryId } = await mutate(client, mutation, input);
      expect((await mutate(client, mutation, input)).entryId).toBe(entryId);
      expect(await errorsOf(client, mutation, { ...input, ...changes })).toEqual([
        'IDEMPOTENCY_KEY_REUSED idempotencyKey',
      ]);
    }
  });

  it('of a reversal returns the reversal; its key cannot be used for another', async () => {
    const { entryId } = await mutate(operator, 'recordReceipt', receipt({ idempotencyKey: 'in' }));
    const { entryId: other } = await mutate(operator, 'recordReceipt', receipt());
    const undo = reversal(entryId, { idempotencyKey: 'out' });
    const { entryId: opposite } = await mutate(operator, 'reverseReceipt', undo);
    expect((await mutate(operator, 'reverseReceipt', undo)).entryId).toBe(opposite);
    expect(await errorsOf(operator, 'reverseReceipt', reversal(other, { idempotencyKey: 'out' }))).toEqual([
      'IDEMPOTENCY_KEY_REUSED idempotencyKey',
    ]);
    expect(await errorsOf(operator, 'reverseReceipt', reversal(other, { idempotencyKey: 'in' }))).toEqual([
      'IDEMPOTENCY_KEY_REUSED idempotencyKey',
    ]);
  });

  it('of a reversal must have the same reason', async () => {
    const { entryId } = await mutate(operator, 'recordReceipt', receipt());
    await mutate(operator, 'reverseReceipt', reversal(entryId, { idempotencyKey: 'out' }));
    expect(
      await errorsOf(
        operator,
        'reverseReceipt',
        reversal(entryId, { idempotencyKey: 'out', reason: '别的' }),
      ),
    ).toEqual(['IDEMPOTENCY_KEY_REUSED idempotencyKey']);
  });

  it('is matched by key per party: neither conflicts with the other’s', async () => {
    const call = receipt({ idempotencyKey: 'k' });
    const { entryId } = await mutate(operator, 'recordReceipt', call);
    const { entryId: streets } = await mutate(street, 'recordReceipt', { ...call, amount: '7' });
    expect(streets).not.toBe(entryId);
    expect((await mutate(operator, 'recordReceipt', call)).entryId).toBe(entryId);
    expect((await mutate(street, 'recordReceipt', { ...call, amount: '7' })).entryId).toBe(streets);
    // Keys are per party: the other party's entry with this key is not a retry.
    expect(await errorsOf(street, 'recordReceipt', call)).toEqual(['IDEMPOTENCY_KEY_REUSED idempotencyKey']);
    const undo = { idempotencyKey: 'undo' };
    const { entryId: mine } = await mutate(operator, 'reverseReceipt', reversal(entryId, undo));
    const { entryId: theirs } = await mutate(street, 'reverseReceipt', reversal(streets, undo));
    expect(mine).not.toBe(theirs);
    expect(await received()).toBe('0.00');
  });

  it('after a refusal counts as the first call: a refused call keeps no key', async () => {
    await errorsOf(operator, 'recordExpenditure', expenditure({ category: '购车', idempotencyKey: 'k' }));
    const { funding: report } = await mutate(
      operator,
      'recordExpenditure',
      expenditure({ idempotencyKey: 'k' }),
    );
    expect(report.spent).toBe('10.50');
  });

  it('is matched by key per agreement and ledger', async () => {
    const other = await fundedStation(api);
    const key = { idempotencyKey: 'k' };
    await mutate(operator, 'recordReceipt', receipt(key));
    await mutate(operator, 'recordReceipt', receipt({ ...key, agreementId: other.id, amount: '5' }));
    const { funding: report } = await mutate(operator, 'recordExpenditure', expenditure(key));
    expect([report.received, report.spent, (await funding(operator, other.id)).received]).toEqual([
      '100.00',
      '10.50',
      '5.00',
    ]);
  });

  it('without a key is a new entry', async () => {
    await mutate(operator, 'recordReceipt', receipt());
    await mutate(operator, 'recordReceipt', receipt());
    expect(await received()).toBe('200.00');
  });
});
