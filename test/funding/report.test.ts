import type { Api, Client } from '../kit/api';
import { sharedApi } from '../kit/shared-api';
import { type Agreement, newStation } from '../api/support/agreements';
import { dayAt, dayOf } from '../../src/platform/calendar';
import { newId } from '../../src/platform/ids';
import { mutate, funding, fundedStation, FUNDING, warningsOf } from './support/money';

/** The report of an agreement's money, through the API. */
let api: Api;
let operator: Client;
beforeAll(async () => {
  api = await sharedApi();
  operator = await api.as('admin@fengyuan.example');
});

const receive = async (agreement: Agreement, condition: string, amount: string, receivedOn: string) =>
  mutate(operator, 'recordReceipt', { agreementId: agreement.id, condition, amount, receivedOn });
const spend = async (agreement: Agreement, category: string, amount: string, spentOn: string) =>
  mutate(operator, 'recordExpenditure', { agreementId: agreement.id, category, amount, spentOn });

/** Inserts an assessment as the assessment module closes one. */
async function close(agreement: Agreement, kind: string, grade: string, closedOn: string): Promise<void> {
  await api.world.ownerQuery(
    `insert into core.assessment (organisation_id, agreement_id, station_id, purchaser_id, district_code, id, kind,
            from_day, to_day, assessor_id, opened_at, opened_by, closed_at, closed_by, total, grade,
            sealed, unsealed_at)
     select a.organisation_id, a.id, a.station_id, a.purchaser_id, a.district_code, $2, $3, a.starts_on, a.ends_on,
            o.id, now(), $2, ($4::date + time '00:30') at time zone 'Asia/Shanghai', $2,
            case $5::text when 'QUALIFIED' then 60 else 59.99 end, $5, false, now()
       from core.agreement a cross join core.organisation o where a.id = $1 and o.name = '广州市社会工作协会'`,
    [agreement.id, newId(), kind, closedOn, grade],
  );
}

test('a new agreement: what is due, nothing received, nothing spent', async () => {
  const agreement = await fundedStation(api);
  const report = await funding(operator, agreement.id);
  const day = report.asOf;
  expect(report).toEqual({
    asOf: day,
    annualFee: '2400000.00',
    received: '0.00',
    outstanding: '2400000.00',
    overdue: '1320000.00',
    budgetVersion: 0,
    budgeted: '0.00',
    budgetLines: [],
    spent: '0.00',
    spentWithoutBudget: '0.00',
    executionPercent: '0.00',
    timeProgressPercent: '100.00',
    balance: '0.00',
    sources: [],
    warnings: [],
    instalments: [
      {
        condition: 'SIGNING',
        share: '0.55',
        due: '1320000.00',
        received: '0.00',
        released: true,
        releasedOn: '2024-01-01',
      },
      {
        condition: 'MIDTERM_QUALIFIED',
        share: '0.4',
        due: '960000.00',
        received: '0.00',
        released: false,
        releasedOn: null,
      },
      {
        condition: 'FINAL_QUALIFIED',
        share: '0.05',
        due: '120000.00',
        received: '0.00',
        released: false,
        releasedOn: null,
      },
    ],
    fiscalYears: [
      {
        fiscalYear: 2024,
        received: '0.00',
        spent: '0.00',
        balanceAtEnd: '0.00',
        budget: null,
        paid: '0.00',
        undated: '0.00',
        executionPercent: null,
        recall: null,
      },
    ],
  });
});

test('an agreement without fee and instalments has a report as well', async () => {
  const agreement = await newStation(api);
  expect(await funding(operator, agreement.id)).toMatchObject({
    annualFee: null,
    instalments: [],
    received: '0.00',
    outstanding: null,
    spent: '0.00',
    balance: '0.00',
    executionPercent: null,
    warnings: [],
  });
});

test('an agreement that begins later is released for signing from the day it was registered', async () => {
  const startsOn = dayAt(dayOf(api.clock.now()), 500);
  const agreement = await fundedStation(api, {
    startsOn,
    endsOn: dayAt(startsOn, 364),
    terms: [{ name: '年度', startsOn, endsOn: dayAt(startsOn, 364) }],
  });
  const report = await funding(operator, agreement.id);
  expect(report.instalments[0]).toMatchObject({ released: true, releasedOn: report.asOf });
  expect(report.timeProgressPercent).toBe('0.00');
});

test('the money of a year, to the fen: every figure, and every warning', async () => {
  const agreement = await fundedStation(api);
  const { id } = agreement;
  await mutate(operator, 'setBudget', {
    agreementId: id,
    lines: [
      { category: '人员费用', amount: '1600000' },
      { category: '服务活动', amount: '333333.33' },
      { category: '办公费用', amount: '100000.00' },
    ],
  });
  await receive(agreement, 'SIGNING', '1320000', '2024-01-10');
  await receive(agreement, 'MIDTERM_QUALIFIED', '959999.99', '2025-01-02');
  await spend(agreement, '人员费用', '1533333.34', '2024-06-30');
  await spend(agreement, '办公费用', '100000.01', '2024-12-31');
  const { funding: report } = await spend(agreement, '服务活动', '0.01', '2025-01-15');
  expect(report).toMatchObject({
    received: '2279999.99',
    outstanding: '120000.01',
    overdue: '0.00',
    balance: '646666.63',
    budgeted: '2033333.33',
    spent: '1633333.36',
    executionPercent: '68.06',
    budgetLines: [
      {
        category: '人员费用',
        budgeted: '1600000.00',
        spent: '1533333.34',
        shareOfFeePercent: '63.89',
        executionPercent: '95.83',
      },
      {
        category: '服务活动',
        budgeted: '333333.33',
        spent: '0.01',
        shareOfFeePercent: '0.00',
        executionPercent: '0.00',
      },
      {
        category: '办公费用',
        budgeted: '100000.00',
        spent: '100000.01',
        shareOfFeePercent: '4.17',
        executionPercent: '100.00',
      },
    ],
    fiscalYears: [
      {
        fiscalYear: 2024,
        received: '1320000.00',
        spent: '1633333.35',
        balanceAtEnd: '-313333.35',
        paid: '1320000.00',
      },
      {
        fiscalYear: 2025,
        received: '959999.99',
        spent: '0.01',
        balanceAtEnd: '646666.63',
        paid: '959999.99',
      },
    ],
  });
  expect(warningsOf(report)).toEqual([
    'RECEIVED_BEFORE_RELEASE MIDTERM_QUALIFIED',
    'RECEIVED_AFTER_END',
    'SPENT_ABOVE_BUDGET 办公费用',
    'SPENT_OUTSIDE_AGREEMENT',
  ]);
  expect(report.warnings.map(({ amount }) => amount)).toEqual(['959999.99', '959999.99', '0.01', '0.01']);
  expect(report.warnings[0]!.message).toMatch(/^959999.99 CNY .* before/);
  expect(await funding(operator, id)).toEqual(report);
});

test('an instalment is released on the day an assessment of its kind was closed as 合格 or better', async () => {
  const agreement = await fundedStation(api);
  await close(agreement, 'MIDTERM', 'QUALIFIED', '2024-08-01');
  await close(agreement, 'FINAL', 'UNQUALIFIED', '2025-02-01');
  await receive(agreement, 'MIDTERM_QUALIFIED', '1', '2024-07-31');
  const { funding: report } = await receive(agreement, 'MIDTERM_QUALIFIED', '2', '2024-08-01');
  expect(report.instalments.map(({ released, releasedOn }) => [released, releasedOn])).toEqual([
    [true, '2024-01-01'],
    [true, '2024-08-01'],
    [false, null],
  ]);
  expect([report.warnings[0]!.code, report.warnings[0]!.amount]).toEqual(['RECEIVED_BEFORE_RELEASE', '1.00']);
  const before = await funding(operator, agreement.id, '2024-07-31');
  expect(before.instalments.map(({ released }) => released)).toEqual([true, false, false]);
});

test('an assessor sees the same figures as the operator, including instalments released by another’s assessment', async () => {
  const agreement = await fundedStation(api);
  await close(agreement, 'FINAL', 'QUALIFIED', '2025-02-01');
  await close(agreement, 'MIDTERM', 'QUALIFIED', '2024-08-01');
  const other = newId();
  await api.world.ownerQuery(
    `insert into core.organisation (id, kind, name) values ($1, 'ASSESSOR', '另一评估机构')`,
    [other],
  );
  await api.world.ownerQuery(
    `update core.assessment set assessor_id = $1 where agreement_id = $2 and kind = 'MIDTERM'`,
    [other, agreement.id],
  );
  const report = await funding(await api.as('admin@assessor.example'), agreement.id);
  expect(report.instalments.map(({ released }) => released)).toEqual([true, true, true]);
  expect(report).toEqual(await funding(operator, agreement.id));
});

test('as of a day, later entries do not count', async () => {
  const agreement = await fundedStation(api);
  await mutate(operator, 'setBudget', {
    agreementId: agreement.id,
    lines: [{ category: '人员', amount: '100' }],
  });
  await receive(agreement, 'SIGNING', '10', '2024-03-01');
  await receive(agreement, 'SIGNING', '20', '2024-03-02');
  await spend(agreement, '人员', '4', '2024-03-02');
  await spend(agreement, '人员', '8', '2024-03-03');
  const sums = async (asOf: string): Promise<string[]> => {
    const report = await funding(operator, agreement.id, asOf);
    return [report.received, report.spent, report.balance, report.timeProgressPercent];
  };
  expect(await sums('2023-12-31')).toEqual(['0.00', '0.00', '0.00', '0.00']);
  expect(await sums('2024-03-01')).toEqual(['10.00', '0.00', '10.00', '16.67']);
  expect(await sums('2024-03-02')).toEqual(['30.00', '4.00', '26.00', '16.94']);
  expect(await sums('2024-03-03')).toEqual(['30.00', '12.00', '18.00', '17.21']);
  expect(await sums('2100-12-31')).toEqual(['30.00', '12.00', '18.00', '100.00']);
});

test('the contract’s own query is answered', async () => {
  const agreement = await fundedStation(api);
  const answer = await operator.ask(FUNDING, { id: agreement.id });
  expect(answer.errors).toEqual([]);
});
