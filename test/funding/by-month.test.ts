import type { Api, Client } from '../kit/api';
import { sharedApi } from '../kit/shared-api';
import type { Agreement } from '../api/support/agreements';
import { download, newKey, parseCsv } from '../export/support';
import { entries, errorsOf, fundedStation, funding, mutate, warningsOf } from './support/money';

/** Receipts of which only the month is known. */
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
});

type Input = Record<string, unknown>;
const receipt = (changes: Input = {}): Input => ({
  agreementId: agreement.id,
  condition: 'SIGNING',
  amount: '100.00',
  receivedMonth: '2024-02',
  ...changes,
});
interface Dates {
  receivedOn: string | null;
  receivedMonth: string;
  knownBy: string;
  paidOn: string | null;
}

test('a receipt by month shows its month and no day, and counts from the last day of the month', async () => {
  const { entryId } = await mutate(operator, 'recordReceipt', receipt());
  const { nodes } = await entries<Dates>(operator, agreement.id, 'receipts');
  expect(nodes).toMatchObject([
    { id: entryId, receivedOn: null, receivedMonth: '2024-02', knownBy: '2024-02-29', paidOn: null },
  ]);
  expect((await funding(operator, agreement.id, '2024-02-28')).received).toBe('0.00');
  expect((await funding(operator, agreement.id, '2024-02-29')).received).toBe('100.00');
});

test('a receipt of a day has its month too', async () => {
  await mutate(operator, 'recordReceipt', receipt({ receivedMonth: null, receivedOn: '2024-02-29' }));
  expect((await entries<Dates>(operator, agreement.id, 'receipts')).nodes).toMatchObject([
    { receivedOn: '2024-02-29', receivedMonth: '2024-02', knownBy: '2024-02-29', paidOn: '2024-02-29' },
  ]);
});

test('the day that the street paid may be known where the day of the receipt is not', async () => {
  const { funding: report } = await mutate(
    street,
    'recordReceipt',
    receipt({ receivedMonth: '2025-01', paidOn: '2024-12-31' }),
  );
  expect(report.fiscalYears.map(({ fiscalYear, paid, received: got }) => [fiscalYear, paid, got])).toEqual([
    [2024, '100.00', '0.00'],
    [2025, '0.00', '100.00'],
  ]);
  expect((await entries<Dates>(operator, agreement.id, 'receipts')).nodes).toMatchObject([
    { receivedOn: null, receivedMonth: '2025-01', paidOn: '2024-12-31' },
  ]);
});

test('its reversal is of the same month', async () => {
  const { entryId: id } = await mutate(operator, 'recordReceipt', receipt());
  await mutate(operator, 'reverseReceipt', { id, reason: '录入有误' });
  expect((await entries<Dates>(operator, agreement.id, 'receipts')).nodes).toMatchObject([
    { amount: '-100.00', receivedOn: null, receivedMonth: '2024-02', paidOn: null },
    { amount: '100.00', receivedOn: null, receivedMonth: '2024-02', paidOn: null },
  ]);
  expect((await funding(operator, agreement.id)).received).toBe('0.00');
});

test('it is late only where the whole month is after the agreement', async () => {
  const short = await fundedStation(api, {
    endsOn: '2024-06-14',
    terms: [{ name: '项目期', startsOn: '2024-01-01', endsOn: '2024-06-14' }],
  });
  const of = (receivedMonth: string): Input => receipt({ agreementId: short.id, receivedMonth });
  const inside = await mutate(operator, 'recordReceipt', of('2024-06'));
  expect(warningsOf(inside.funding)).not.toContain('RECEIVED_AFTER_END');
  const after = await mutate(operator, 'recordReceipt', of('2024-07'));
  expect(after.funding.warnings).toContainEqual(
    expect.objectContaining({ code: 'RECEIVED_AFTER_END', amount: '100.00' }),
  );
});

test('a rule of the treasury within the month cannot be decided by it', async () => {
  const budget = { agreementId: agreement.id, fiscalYear: 2024, amount: '100' };
  const by = async (day: string): Promise<[string, string]> => {
    const recall = { share: '0.8', by: day };
    const { funding: report } = await mutate(street, 'setFiscalBudget', { ...budget, recall });
    const { state, undated } = report.fiscalYears[0]!.recall!;
    return [state, undated];
  };
  await mutate(street, 'recordReceipt', receipt());
  expect(await by('2024-01-31')).toEqual(['MISSED', '0.00']);
  expect(await by('2024-02-15')).toEqual(['UNKNOWN', '100.00']);
  expect(await by('2024-02-29')).toEqual(['MET', '0.00']);
});

test('a retry is recognised, a month instead of a day is another call', async () => {
  const keyed = receipt({ idempotencyKey: '二月' });
  const { entryId } = await mutate(operator, 'recordReceipt', keyed);
  expect((await mutate(operator, 'recordReceipt', keyed)).entryId).toBe(entryId);
  const byDay = { ...keyed, receivedMonth: null, receivedOn: '2024-02-29' };
  expect(await errorsOf(operator, 'recordReceipt', byDay)).toEqual(['IDEMPOTENCY_KEY_REUSED idempotencyKey']);
});

test('the database keeps no receipt by month under another day than the last', async () => {
  await mutate(operator, 'recordReceipt', receipt());
  await expect(
    api.world.ownerQuery('update core.receipt set received_on = received_on - 1 where agreement_id = $1', [
      agreement.id,
    ]),
  ).rejects.toMatchObject({ code: '23514', constraint: 'receipt_by_month' });
});

test('an export gives its month, and no day but the one from which it counts', async () => {
  const { entryId: id } = await mutate(operator, 'recordReceipt', receipt());
  const { token } = await newKey(api, 'admin@fengyuan.example');
  const { text } = await download(api, 'funding.csv?from=2024-02-01&to=2024-02-29', { token });
  expect(parseCsv(text).find(({ entry_key }) => entry_key === id)).toMatchObject({
    kind: 'RECEIPT',
    entered_on: null,
    paid_on: null,
    received_month: '2024-02-01',
    known_by: '2024-02-29',
  });
});
