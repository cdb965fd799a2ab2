import { textOf } from '../../../messages';
import { InstalmentCondition } from '../../agreement';
import type { FundingFacts } from './funding.facts';
import { fundingReport } from './funding.rules';
import { FundingLevel } from '../funding.enums';

const { SIGNING } = InstalmentCondition;

const instalment = (
  condition: InstalmentCondition,
  share: string,
  changes: Partial<FundingFacts['instalments'][number]> = {},
): FundingFacts['instalments'][number] => ({
  condition,
  share,
  releasedOn: null,
  received: '0',
  early: '0',
  late: '0',
  ...changes,
});
const NOTHING: FundingFacts = {
  organisationId: 'o',
  agreementId: 'a',
  startsOn: '2024-05-01',
  endsOn: '2025-04-30',
  annualFee: '2400000.00',
  budgetVersion: 0,
  instalments: [],
  lines: [],
  spending: [],
  sources: [],
  years: [],
  fiscalBudgets: [],
};
const facts = (changes: Partial<FundingFacts>): FundingFacts => ({ ...NOTHING, ...changes });
const year = (
  fiscalYear: number,
  changes: Partial<FundingFacts['years'][number]> = {},
): FundingFacts['years'][number] => ({
  fiscalYear,
  received: '0',
  spent: '0',
  paid: '0',
  undated: '0',
  ...changes,
});
const fiscalBudget = (
  fiscalYear: number,
  amount: string,
  changes: Partial<FundingFacts['fiscalBudgets'][number]> = {},
): FundingFacts['fiscalBudgets'][number] => ({
  fiscalYear,
  amount,
  recallShare: null,
  recallBy: null,
  executed: '0',
  undated: '0',
  ...changes,
});
const LATER = '2026-01-01';

describe('warnings', () => {
  const warned = (changes: Partial<FundingFacts>): string[] =>
    fundingReport(facts(changes), LATER).warnings.map((warning) => {
      const { code, amount, condition, category, fiscalYear } = warning;
      expect(textOf(warning, 'zh')).toContain(amount);
      expect(textOf(warning, 'en')).toContain(amount);
      return [code, amount, condition, category, fiscalYear].filter(Boolean).join(' ');
    });
  const signing = (changes: Partial<FundingFacts['instalments'][number]>): Partial<FundingFacts> => ({
    annualFee: '100',
    instalments: [instalment(SIGNING, '1', { releasedOn: '2024-05-01', ...changes })],
  });

  it.each<[string, Partial<FundingFacts>, string[]]>([
    ['none for consistent data', signing({ received: '100' }), []],
    [
      'money before its instalment was released',
      signing({ received: '60', early: '40' }),
      ['RECEIVED_BEFORE_RELEASE 40.00 SIGNING'],
    ],
    ['more than is due', signing({ received: '100.01' }), ['RECEIVED_ABOVE_DUE 0.01 SIGNING']],
    ['money after the end', signing({ received: '50', late: '20.5' }), ['RECEIVED_AFTER_END 20.50']],
    [
      'a budget above the fee',
      { annualFee: '100', lines: [{ category: '甲', amount: '100.5' }] },
      ['BUDGET_ABOVE_FEE 0.50'],
    ],
    ['a budget of the fee', { annualFee: '100', lines: [{ category: '甲', amount: '100' }] }, []],
    [
      'sources below the fee',
      { annualFee: '100', sources: [{ level: FundingLevel.CITY, amount: '60' }] },
      ['SOURCES_NOT_FEE 40.00'],
    ],
    [
      'sources above the fee',
      { annualFee: '100', sources: [{ level: FundingLevel.DISTRICT, amount: '101' }] },
      ['SOURCES_NOT_FEE 1.00'],
    ],
    ['no sources at all', { annualFee: '100' }, []],
    [
      'a category overspent',
      {
        lines: [{ category: '甲', amount: '10' }],
        spending: [{ category: '甲', spent: '10.01', outside: '0' }],
      },
      ['SPENT_ABOVE_BUDGET 0.01 甲'],
    ],
    [
      'a category that was removed',
      { spending: [{ category: '甲', spent: '5', outside: '0' }] },
      ['SPENT_WITHOUT_BUDGET 5.00 甲'],
    ],
    [
      'more spent than the fee, part of it outside the agreement',
      {
        annualFee: '10',
        lines: [{ category: '甲', amount: '10' }],
        spending: [{ category: '甲', spent: '12', outside: '3' }],
      },
      ['SPENT_ABOVE_BUDGET 2.00 甲', 'SPENT_ABOVE_FEE 2.00', 'SPENT_OUTSIDE_AGREEMENT 3.00'],
    ],
    [
      'a street that paid more than its budget',
      { years: [year(2024, { paid: '11' })], fiscalBudgets: [fiscalBudget(2024, '10')] },
      ['PAID_ABOVE_BUDGET 1.00 2024'],
    ],
    ['an unknown fee', { annualFee: null, sources: [{ level: FundingLevel.CITY, amount: '1' }] }, []],
  ])('%s', (_, changes, expected) => {
    expect(warned(changes)).toEqual(expected);
  });
});
