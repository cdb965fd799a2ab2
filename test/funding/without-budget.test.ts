import type { Api, Client } from '../kit/api';
import { sharedApi } from '../kit/shared-api';
import { type Agreement, newStation } from '../api/support/agreements';
import { entries, errorsOf, mutate, warningsOf } from './support/money';

/** 未列预算: expenditures that are in no budget line. */
let api: Api;
let operator: Client;
let agreement: Agreement;
beforeAll(async () => {
  api = await sharedApi();
  operator = await api.as('admin@fengyuan.example');
});
beforeEach(async () => {
  agreement = await newStation(api);
});

const spend = async (category: string, amount = '10') =>
  mutate(operator, 'recordExpenditure', {
    agreementId: agreement.id,
    category,
    amount,
    spentOn: '2024-02-01',
  });
const setBudget = async (...categories: string[]) =>
  mutate(operator, 'setBudget', {
    agreementId: agreement.id,
    lines: categories.map((category) => ({ category, amount: '100' })),
  });

test('what is in no budget line is booked to 未列预算 and pointed out', async () => {
  await setBudget('人员');
  await spend('人员', '5');
  const { funding: report } = await spend('未列预算', '7.50');
  expect([report.spent, report.spentWithoutBudget]).toEqual(['12.50', '7.50']);
  expect(report.budgetLines).toMatchObject([
    { category: '人员', budgeted: '100.00', spent: '5.00' },
    { category: '未列预算', budgeted: null, spent: '7.50', executionPercent: null },
  ]);
  expect(warningsOf(report)).toEqual(['SPENT_WITHOUT_BUDGET 未列预算']);
});

test('another category that no budget line has is refused', async () => {
  await setBudget('人员');
  const input = { agreementId: agreement.id, category: '购车', amount: '1', spentOn: '2024-02-01' };
  expect(await errorsOf(operator, 'recordExpenditure', input)).toEqual(['UNKNOWN_CATEGORY category']);
});

test('without any budget every category is accepted and pointed out; a later budget with it takes it up', async () => {
  const first = await spend('办公（水电）');
  expect([first.funding.spentWithoutBudget, warningsOf(first.funding)]).toEqual([
    '10.00',
    ['SPENT_WITHOUT_BUDGET 办公（水电）'],
  ]);
  await spend('办公(水电)');
  const { funding: report } = await setBudget('办公(水电)');
  expect(report.budgetLines).toMatchObject([
    { category: '办公（水电）', budgeted: '100.00', spent: '20.00' },
  ]);
  expect(report.spentWithoutBudget).toBe('0.00');
});

test('an entry of 未列预算 is reversed like any other', async () => {
  await setBudget('人员');
  const { entryId: id } = await spend('未列预算');
  const { funding: report } = await mutate(operator, 'reverseExpenditure', { id, reason: '录入有误' });
  expect([report.spentWithoutBudget, warningsOf(report)]).toEqual(['0.00', []]);
  expect((await entries<{ category: string }>(operator, agreement.id, 'expenditures')).nodes).toMatchObject([
    { category: '未列预算', amount: '-10.00' },
    { category: '未列预算', amount: '10.00' },
  ]);
});
