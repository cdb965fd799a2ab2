import type { BudgetLineInput, FundingSourceInput, SetFiscalBudgetInput } from '../funding.input';
import { FundingLevel } from '../funding.enums';
import { checkBudget, checkFiscalBudget, checkSources } from './plan.rules';
import type { InputRules } from '../../../platform/input-rules';

const faults = (rules: InputRules): string[] =>
  rules.faults.map(({ code, path }) => `${code} ${path.join('.')}`);
const line = (category: string, amount = '10'): BudgetLineInput => ({ category, amount });

describe('a budget', () => {
  it.each<[string, BudgetLineInput[], string[]]>([
    ['of two categories', [line('人员费用'), line('办公费用', '0.01')], []],
    ['of nothing', [], ['TOO_FEW lines']],
    ['of a hundred and one', Array.from({ length: 101 }, (_, at) => line(`第${at}项`)), ['TOO_MANY lines']],
    [
      'with one twice, apart from spaces',
      [line('人员'), line(' 人员 ')],
      ['CATEGORY_TWICE lines.1.category'],
    ],
    [
      'everything wrong at once',
      [
        line(' ', '0'),
        line('长'.repeat(101), '-1'),
        line('甲', '0.001'),
        line('甲', '1000000001'),
        line(' '),
      ],
      [
        'EMPTY_TEXT lines.0.category',
        'ZERO_AMOUNT lines.0.amount',
        'TEXT_TOO_LONG lines.1.category',
        'NEGATIVE lines.1.amount',
        'TOO_MANY_DECIMALS lines.2.amount',
        'CATEGORY_TWICE lines.3.category',
        'TOO_LARGE lines.3.amount',
        'EMPTY_TEXT lines.4.category',
      ],
    ],
  ])('%s', (_, lines, expected) => {
    expect(faults(checkBudget(lines).rules)).toEqual(expected);
  });

  it('trims categories', () => {
    expect(checkBudget([line(' 人员费用\n')]).lines).toEqual([{ category: '人员费用', amount: '10' }]);
  });
});

describe('a category', () => {
  it.each([
    ['a full-width bracket', '办公费（含水电）', '办公费(含水电)'],
    ['a blank', '人员费用', '人员 费用'],
    ['a radical', '石料费', '⽯料费'],
  ])('equals the one of the agreement apart from %s', (_, known, typed) => {
    expect(checkBudget([line(typed)], ['其他', known]).lines).toEqual([{ category: known, amount: '10' }]);
    expect(faults(checkBudget([line(known), line(typed)]).rules)).toEqual([
      'CATEGORY_TWICE lines.1.category',
    ]);
  });
});

describe('funding sources', () => {
  const { CITY, DISTRICT } = FundingLevel;
  it.each<[string, FundingSourceInput[], string[]]>([
    [
      'of both levels',
      [
        { level: CITY, amount: '1' },
        { level: DISTRICT, amount: '2' },
      ],
      [],
    ],
    ['none', [], ['TOO_FEW sources']],
    [
      'of one level twice',
      [
        { level: CITY, amount: '1' },
        { level: CITY, amount: '0' },
      ],
      ['SOURCE_TWICE sources.1.level', 'ZERO_AMOUNT sources.1.amount'],
    ],
  ])('%s', (_, sources, expected) => {
    expect(faults(checkSources(sources))).toEqual(expected);
  });
});

describe("the street's budget of a year", () => {
  const SPAN = { startsOn: '2024-05-01', endsOn: '2025-04-30' };
  const budget = (changes: Partial<SetFiscalBudgetInput> = {}): SetFiscalBudgetInput => ({
    agreementId: 'a',
    fiscalYear: 2024,
    amount: '100',
    ...changes,
  });
  it.each<[string, Partial<SetFiscalBudgetInput>, string[]]>([
    ['without a rule', {}, []],
    ['with 80 % by 31 August', { recall: { share: '0.8', by: '2024-08-31' } }, []],
    ['all of it by the last day', { recall: { share: '1', by: '2024-12-31' } }, []],
    ['a share above 1', { recall: { share: '1.01', by: '2024-08-31' } }, ['TOO_LARGE recall.share']],
    ['no share', { recall: { share: '0', by: '2024-08-31' } }, ['ZERO_SHARE recall.share']],
    [
      'a day of next year',
      { recall: { share: '0.8', by: '2025-01-01' } },
      ['DAY_OUTSIDE_FISCAL_YEAR recall.by'],
    ],
    ['of the year before the agreement', { fiscalYear: 2023 }, []],
    ['of the year before that', { fiscalYear: 2022 }, ['YEAR_OUT_OF_RANGE fiscalYear']],
    ['three years after its end', { fiscalYear: 2028 }, []],
    ['four years after it', { fiscalYear: 2029 }, ['YEAR_OUT_OF_RANGE fiscalYear']],
    [
      'everything wrong at once',
      { fiscalYear: 1, amount: '-1', recall: { share: '-0.1', by: '2024-01-01' } },
      [
        'NEGATIVE amount',
        'YEAR_OUT_OF_RANGE fiscalYear',
        'NEGATIVE recall.share',
        'DAY_OUTSIDE_FISCAL_YEAR recall.by',
      ],
    ],
  ])('%s', (_, changes, expected) => {
    expect(faults(checkFiscalBudget(SPAN, budget(changes)))).toEqual(expected);
  });
});
