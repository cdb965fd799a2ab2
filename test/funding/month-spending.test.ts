import type { Client } from '../kit/api';
import { sharedApi } from '../kit/shared-api';
import { fundedStation, mutate } from './support/money';

/** 当月支出: what was spent in a month, as it is. */
test('what is spent in a month is exact, however much was spent after it; what was reversed is not spent', async () => {
  const api = await sharedApi();
  const operator = await api.as('admin@fengyuan.example');
  const { id: agreementId } = await fundedStation(api);
  const spend = async (spentOn: string, amount: string, category = '人员经费') =>
    mutate(operator, 'recordExpenditure', { agreementId, category, amount, spentOn });
  await spend('2024-03-31', '100.10');
  await spend('2024-03-01', '0.90');
  await spend('2024-03-15', '7', '办公费');
  const mistaken = await spend('2024-02-29', '50');
  await mutate(operator, 'reverseExpenditure', { id: mistaken.entryId, reason: '误记' });
  for (let n = 1; n <= 101; n += 1) await spend(`2024-04-${String((n % 30) + 1).padStart(2, '0')}`, '1');
  const street = await api.as('admin@fengyuan-street.example');
  for (const client of [operator, street]) {
    expect(await spentIn(client, agreementId, '2024-03')).toEqual({
      spent: '108.00',
      categories: [
        { category: '人员经费', spent: '101.00' },
        { category: '办公费', spent: '7.00' },
      ],
    });
    expect(await spentIn(client, agreementId, '2024-02')).toEqual({ spent: '0.00', categories: [] });
    expect(await spentIn(client, agreementId, '2024-04')).toMatchObject({ spent: '101.00' });
  }
}, 60_000);

async function spentIn(client: Client, id: string, month: string): Promise<unknown> {
  const { agreement } = await client.get<{ agreement: { monthSpending: unknown } }>(
    `query($id: ID!, $month: YearMonth!) {
       agreement(id: $id) { monthSpending(month: $month) { spent categories { category spent } } } }`,
    { id, month },
  );
  return agreement.monthSpending;
}
