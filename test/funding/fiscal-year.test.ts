import type { Api, Client } from '../kit/api';
import { sharedApi } from '../kit/shared-api';
import type { Agreement } from '../api/support/agreements';
import { mutate, type Funding, funding, fundedStation, errorsOf, warningsOf } from './support/money';

/** The street's own budget of a fiscal year, what it paid out of it, and its recall rule. */
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

describe("the street's fiscal year", () => {
  const fiscal = (changes: Record<string, unknown> = {}): Record<string, unknown> => ({
    agreementId: agreement.id,
    fiscalYear: 2024,
    amount: '1000',
    ...changes,
  });
  const pay = async (amount: string, paidOn: string | null): Promise<Funding> =>
    (await mutate(street, 'recordPayment', { agreementId: agreement.id, fiscalYear: 2024, amount, paidOn }))
      .funding;
  const yearOf = ({ fiscalYears }: Funding, year = 2024): Funding['fiscalYears'][number] =>
    fiscalYears.find(({ fiscalYear }) => fiscalYear === year)!;

  it('is separate from the operator’s: paid of the budget, spent of the fee', async () => {
    await mutate(street, 'setFiscalBudget', fiscal({ amount: '2448000' }));
    const report = await pay('1848000', null);
    expect(yearOf(report)).toMatchObject({
      budget: '2448000.00',
      paid: '1848000.00',
      undated: '0.00',
      executionPercent: '75.49',
      recall: null,
      received: '0.00',
      spent: '0.00',
    });
    expect([report.received, report.executionPercent]).toEqual(['0.00', '0.00']);
  });

  it('counts receipts and other payments once each', async () => {
    await mutate(street, 'setFiscalBudget', fiscal());
    await mutate(operator, 'recordReceipt', {
      agreementId: agreement.id,
      condition: 'SIGNING',
      amount: '300',
      receivedOn: '2024-03-01',
    });
    expect(yearOf(await pay('200.55', '2024-04-01'))).toMatchObject({
      paid: '500.55',
      executionPercent: '50.06',
    });
  });

  it('is evaluated by its recall rule: the share due by the day, and the rest at risk', async () => {
    const rule = { recall: { share: '0.8', by: '2024-08-31' } };
    await mutate(street, 'setFiscalBudget', fiscal(rule));
    await pay('799.99', '2024-08-31');
    const { recall } = yearOf(await pay('100', '2024-09-01'));
    expect(recall).toEqual({
      share: '0.8',
      by: '2024-08-31',
      base: '1000.00',
      required: '800.00',
      executed: '799.99',
      undated: '0.00',
      short: '0.01',
      atRisk: '200.01',
      state: 'MISSED',
    });
    expect(yearOf(await pay('0.01', '2024-08-31')).recall).toMatchObject({ state: 'MET', atRisk: '0.00' });
    const inJune = await funding(operator, agreement.id, '2024-06-30');
    expect(yearOf(inJune).recall).toMatchObject({ state: 'OPEN', executed: '0.00', atRisk: '1000.00' });
  });

  it('has no day for a payment of which only the year is known', async () => {
    await mutate(street, 'setFiscalBudget', fiscal({ recall: { share: '0.8', by: '2024-08-31' } }));
    const report = await pay('900', null);
    expect(yearOf(report)).toMatchObject({ paid: '900.00', executionPercent: '90.00' });
    expect(yearOf(report).recall).toMatchObject({
      executed: '0.00',
      undated: '900.00',
      atRisk: null,
      state: 'UNKNOWN',
    });
    const before = yearOf(await funding(street, agreement.id, '2024-12-30'));
    expect([before.paid, before.undated]).toEqual(['0.00', '900.00']);
    const atTheEnd = yearOf(await funding(street, agreement.id, '2024-12-31'));
    expect([atTheEnd.paid, atTheEnd.undated]).toEqual(['900.00', '0.00']);
  });

  it('computes what would be at risk by any other rule', async () => {
    await mutate(street, 'setFiscalBudget', fiscal());
    await pay('600', '2024-06-30');
    const { agreement: found } = await street.get<{
      agreement: {
        funding: {
          fiscalYears: { fiscalYear: number; recallIf: { state: string; atRisk: string } | null }[];
        };
      };
    }>(
      `query($id: ID!) { agreement(id: $id) { funding { fiscalYears { fiscalYear
         recallIf(share: "0.6", by: "2024-06-29") { state atRisk } } } } }`,
      { id: agreement.id },
    );
    expect(found.funding.fiscalYears).toEqual([
      { fiscalYear: 2024, recallIf: { state: 'MISSED', atRisk: '1000.00' } },
    ]);
  });

  it('is replaced with its rule, stored, and unchanged when set again', async () => {
    const rule = { recall: { share: '0.8', by: '2024-08-31' } };
    await mutate(street, 'setFiscalBudget', fiscal(rule));
    await mutate(
      street,
      'setFiscalBudget',
      fiscal({ amount: '1000.00', recall: { share: '0.80', by: '2024-08-31' } }),
    );
    const { funding: report } = await mutate(street, 'setFiscalBudget', fiscal({ amount: '5' }));
    expect(yearOf(report)).toMatchObject({ budget: '5.00', recall: null });
    const kept = await api.world.ownerQuery<{ amount: string }>(
      'select version, amount from core.fiscal_budget where agreement_id = $1 order by 1',
      [agreement.id],
    );
    expect(kept.map(({ amount }) => amount)).toEqual(['1000.00', '5.00']);
  });

  it('that overspent its budget has a warning', async () => {
    await mutate(street, 'setFiscalBudget', fiscal());
    expect(warningsOf(await pay('1000.01', null))).toEqual(['PAID_ABOVE_BUDGET 2024']);
  });

  it('with errors is refused with all of them, and nothing is stored', async () => {
    const faults = await errorsOf(
      street,
      'setFiscalBudget',
      fiscal({ fiscalYear: 1999, amount: '-1', recall: { share: '1.5', by: '2024-08-31' } }),
    );
    expect(faults).toEqual([
      'NEGATIVE amount',
      'YEAR_OUT_OF_RANGE fiscalYear',
      'TOO_LARGE recall.share',
      'DAY_OUTSIDE_FISCAL_YEAR recall.by',
    ]);
    expect(yearOf(await funding(street, agreement.id)).budget).toBeNull();
  });
});
