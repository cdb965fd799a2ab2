import { STATIONS } from '../../src/demo/stations';
import { demoAgreement } from '../api/support/agreements';
import { operatorOf } from '../api/support/people';
import type { Api } from '../kit/api';
import { demoApi } from '../kit/shared-api';
import { entries, type Funding, funding } from './support/money';

/** The funding of the demo: what the stations' own reports say, and nothing more. */
let api: Api;
beforeAll(async () => {
  api = await demoApi();
});

async function reportOf(street: string): Promise<Funding> {
  const { id } = await demoAgreement(api, street);
  return funding(await api.as(operatorOf(street)), id);
}

test.each(STATIONS.map((facts) => [facts.street, facts] as const))(
  '%s: fee, schedule, sources and the street’s year are those of the source; no receipt, no budget, no expenditure',
  async (street, { agreement, budget }) => {
    const report = await reportOf(street);
    expect(report).toMatchObject({
      ...{
        annualFee: agreement.annualFee,
        received: '0.00',
        spent: '0.00',
        budgetVersion: 0,
        budgetLines: [],
      },
    });
    expect(report.instalments.map(({ condition, share }) => [condition, Number(share)])).toEqual(
      (agreement.paymentSchedule ?? []).map(({ when, share }) => [when, Number(share)]),
    );
    expect(report.sources.map(({ level, amount }) => ({ level, amount }))).toEqual(agreement.fundedBy ?? []);
    const years = report.fiscalYears.filter((year) => year.budget !== null || year.paid !== '0.00');
    expect(
      years.map(({ fiscalYear, budget: approved, paid, recall }) => [fiscalYear, approved, paid, recall]),
    ).toEqual(budget ? [[budget.fiscalYear, budget.approved, budget.paidToOperator, null]] : []);
    expect(report.warnings).toEqual([]);
  },
);

test.each([
  ['中南街', '75.49'],
  ['云城街', '100.00'],
])('the street of %s paid out %s %% of its year’s budget, on unknown days', async (street, percent) => {
  const report = await reportOf(street);
  const year = report.fiscalYears.find(({ budget }) => budget !== null)!;
  expect(year.executionPercent).toBe(percent);
  const { id } = await demoAgreement(api, street);
  const { nodes } = await entries<{ paidOn: string | null; knownBy: string }>(
    await api.as(operatorOf(street)),
    id,
    'payments',
  );
  expect(nodes).toMatchObject([{ party: 'PURCHASER', paidOn: null, knownBy: `${year.fiscalYear}-12-31` }]);
});
