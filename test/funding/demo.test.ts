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
  '%s: fee, schedule, sources and the street’s year are those of the source; receipts and spending only where it names them',
  async (street, { agreement, budget, money }) => {
    const report = await reportOf(street);
    expect(report.annualFee).toBe(agreement.annualFee);
    const silent = { received: '0.00', spent: '0.00', budgetVersion: 0, budgetLines: [] };
    expect(report).toMatchObject(money ? { budgetVersion: 1 } : silent);
    expect(report.instalments.map(({ condition, share }) => [condition, Number(share)])).toEqual(
      (agreement.paymentSchedule ?? []).map(({ when, share }) => [when, Number(share)]),
    );
    expect(report.sources.map(({ level, amount }) => ({ level, amount }))).toEqual(agreement.fundedBy ?? []);
    const years = report.fiscalYears.filter((year) => year.budget !== null || year.paid !== '0.00');
    expect(
      years.map(({ fiscalYear, budget: approved, paid, recall }) => [fiscalYear, approved, paid, recall]),
    ).toEqual([
      ...(budget ? [[budget.fiscalYear, budget.approved, budget.paidToOperator, null]] : []),
      // What the operator received, the street has paid.
      ...(money?.receipts ?? []).map(({ month, amount }) => [Number(month.slice(0, 4)), null, amount, null]),
    ]);
    // The last instalment came without an assessment, after the agreement; of one category more was spent than planned.
    const warnings = ['RECEIVED_BEFORE_RELEASE', 'RECEIVED_AFTER_END', 'SPENT_ABOVE_BUDGET'];
    expect(report.warnings.map(({ code }) => code)).toEqual(money ? warnings : []);
  },
);

test('元岗街: two receipts of 60 % of the fee, and the spending of each category as the report prints it', async () => {
  const report = await reportOf('元岗街');
  expect(report).toMatchObject({ received: '1440000.00', spent: '2047899.82', balance: '-607899.82' });
  expect(report.instalments.map(({ condition, received }) => [condition, received])).toEqual([
    ['SIGNING', '1320000.00'],
    ['MIDTERM_QUALIFIED', '0.00'],
    ['FINAL_QUALIFIED', '120000.00'],
  ]);
  expect(
    report.budgetLines.map((line) => [
      line.category,
      line.spent,
      line.shareOfFeePercent,
      line.executionPercent,
    ]),
  ).toEqual([
    ['人员费用', '1574373.93', '65.60', '100.92'],
    ['服务质量保障费用', '182606.91', '7.61', '38.04'],
    ['运营管理费用', '290918.98', '12.12', '80.81'],
  ]);
  const { id } = await demoAgreement(api, '元岗街');
  const { nodes } = await entries<{ receivedOn: string | null; receivedMonth: string | null }>(
    await api.as(operatorOf('元岗街')),
    id,
    'receipts',
  );
  expect(nodes.map(({ receivedOn, receivedMonth }) => [receivedOn, receivedMonth])).toEqual([
    [null, '2023-04'],
    [null, '2022-04'],
  ]);
});

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
