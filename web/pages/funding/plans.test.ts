import { budgetOf, fiscalBudgetOf, sourcesOf, withoutEmpty } from './plans';

test('a budget is all of its lines, with the version that was read', () => {
  const lines = withoutEmpty([
    { category: '人员费用', amount: '1,200,000' },
    { category: '', amount: ' ' },
    { category: '活动费用', amount: '' },
  ]);
  const { input, mistakes } = budgetOf('agreement', 3, lines);
  expect(input).toEqual({
    agreementId: 'agreement',
    expectedVersion: 3,
    lines: [
      { category: '人员费用', amount: '1200000' },
      { category: '活动费用', amount: '' },
    ],
  });
  expect(mistakes.map(({ path }) => path.join('.'))).toEqual(['lines.1.amount']);
});

test('of the sources those with an amount are sent', () => {
  expect(sourcesOf('agreement', { CITY: '', DISTRICT: '800000' })).toEqual({
    mistakes: [],
    input: { agreementId: 'agreement', sources: [{ level: 'DISTRICT', amount: '800000' }] },
  });
});

test('a rule of recall has a share and a day, or there is none', () => {
  const budget = { fiscalYear: '2024', amount: '1600000', share: '', by: '' };
  expect(fiscalBudgetOf('agreement', budget).input.recall).toBeNull();
  expect(fiscalBudgetOf('agreement', { ...budget, share: '0.8', by: '2024年8月31日' })).toEqual({
    mistakes: [],
    input: {
      agreementId: 'agreement',
      fiscalYear: 2024,
      amount: '1600000',
      recall: { share: '0.8', by: '2024-08-31' },
    },
  });
  const { mistakes } = fiscalBudgetOf('agreement', { ...budget, share: '0.8' });
  expect(mistakes.map(({ path }) => path.join('.'))).toEqual(['recall.by']);
});
