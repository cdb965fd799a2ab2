import fc from 'fast-check';
import { InstalmentCondition } from '../../agreement';
import type { FundingFacts } from './funding.facts';
import { fundingReport } from './funding.rules';

const { FINAL_QUALIFIED, MIDTERM_QUALIFIED, SIGNING } = InstalmentCondition;

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

describe('a report', () => {
  it('of an agreement without a fee has no percentages of it, and nothing is due', () => {
    const report = fundingReport(
      facts({
        annualFee: null,
        instalments: [instalment(SIGNING, '1', { received: '5', releasedOn: '2024-05-01' })],
        lines: [{ category: '人员', amount: '10' }],
        spending: [{ category: '人员', spent: '4', outside: '0' }],
      }),
      LATER,
    );
    expect(report).toMatchObject({
      annualFee: null,
      outstanding: null,
      executionPercent: null,
      received: '5.00',
      balance: '1.00',
      instalments: [{ due: '0.00', received: '5.00' }],
      budgetLines: [{ shareOfFeePercent: null, executionPercent: '40.00' }],
    });
  });

  it('of a fee of zero has no percentages either', () => {
    const report = fundingReport(facts({ annualFee: '0.00' }), LATER);
    expect([report.annualFee, report.outstanding, report.executionPercent]).toEqual(['0.00', '0.00', null]);
  });

  it('may have a negative balance, and more received than the fee', () => {
    const report = fundingReport(
      facts({
        annualFee: '100',
        instalments: [instalment(SIGNING, '1', { received: '130.5' })],
        spending: [{ category: '人员', spent: '200.75', outside: '0' }],
      }),
      LATER,
    );
    expect([report.balance, report.outstanding, report.executionPercent]).toEqual([
      '-70.25',
      '-30.50',
      '200.75',
    ]);
  });

  it('counts an instalment as released from its day on', () => {
    const of = (releasedOn: string | null, asOf: string): boolean | undefined =>
      fundingReport(facts({ instalments: [instalment(SIGNING, '1', { releasedOn })] }), asOf).instalments[0]
        ?.released;
    expect([
      of(null, LATER),
      of('2024-05-01', '2024-04-30'),
      of('2024-05-01', '2024-05-01'),
      of('2024-05-01', LATER),
    ]).toEqual([false, false, true, true]);
  });

  it('has the released amount not received; an excess of one instalment does not offset another', () => {
    const report = fundingReport(
      facts({
        annualFee: '1000',
        instalments: [
          instalment(SIGNING, '0.5', { releasedOn: '2024-05-01', received: '450' }),
          instalment(MIDTERM_QUALIFIED, '0.3', { releasedOn: '2024-12-01', received: '400' }),
          instalment(FINAL_QUALIFIED, '0.2'),
        ],
      }),
      '2025-01-01',
    );
    expect(report.overdue).toBe('50.00');
  });

  it('keeps the order of the budget, followed by expenditure in removed categories without a budget', () => {
    const report = fundingReport(
      facts({
        budgetVersion: 2,
        lines: [
          { category: '人员费用', amount: '1000' },
          { category: '办公费用', amount: '500' },
        ],
        spending: [
          { category: '办公费用', spent: '125.5', outside: '0' },
          { category: '购车', spent: '7', outside: '0' },
          { category: '宣传', spent: '3', outside: '0' },
          { category: '冲销完的', spent: '0', outside: '0' },
        ],
      }),
      LATER,
    );
    expect(report.budgetLines).toEqual([
      {
        category: '人员费用',
        budgeted: '1000.00',
        spent: '0.00',
        shareOfFeePercent: '0.00',
        executionPercent: '0.00',
      },
      {
        category: '办公费用',
        budgeted: '500.00',
        spent: '125.50',
        shareOfFeePercent: '0.01',
        executionPercent: '25.10',
      },
      { category: '宣传', budgeted: null, spent: '3.00', shareOfFeePercent: '0.00', executionPercent: null },
      { category: '购车', budgeted: null, spent: '7.00', shareOfFeePercent: '0.00', executionPercent: null },
    ]);
    expect([report.spent, report.budgeted]).toEqual(['135.50', '1500.00']);
  });

  it.each([
    ['2024-04-30', '0.00'],
    ['2024-05-01', '0.27'],
    ['2024-12-31', '67.12'],
    ['2025-04-30', '100.00'],
    ['2026-01-01', '100.00'],
  ])('on %s: %s %% of the days have elapsed', (asOf, percent) => {
    expect(fundingReport(NOTHING, asOf).timeProgressPercent).toBe(percent);
  });
});

describe('the fiscal years', () => {
  it('are all of the agreement, and those with entries or a budget, in order', () => {
    const report = fundingReport(
      facts({ endsOn: '2026-02-01', years: [year(2028)], fiscalBudgets: [fiscalBudget(2023, '5')] }),
      LATER,
    );
    expect(report.fiscalYears.map(({ fiscalYear }) => fiscalYear)).toEqual([2023, 2024, 2025, 2026, 2028]);
  });

  it('of an agreement of a thousand years are not all listed', () => {
    expect(fundingReport(facts({ endsOn: '3024-01-01' }), LATER).fiscalYears).toHaveLength(20);
  });

  it('end on 31 December while the balance continues', () => {
    const { fiscalYears } = fundingReport(
      facts({
        years: [
          year(2024, { received: '100', spent: '130', paid: '100' }),
          year(2025, { received: '80', spent: '20', paid: '60', undated: '9' }),
        ],
        fiscalBudgets: [fiscalBudget(2025, '90')],
      }),
      LATER,
    );
    expect(fiscalYears).toMatchObject([
      { balanceAtEnd: '-30.00', budget: null, paid: '100.00', executionPercent: null, recall: null },
      { balanceAtEnd: '30.00', budget: '90.00', paid: '60.00', undated: '9.00', executionPercent: '66.67' },
    ]);
  });

  it('evaluate the recall rule of the budget', () => {
    const { fiscalYears } = fundingReport(
      facts({
        fiscalBudgets: [
          fiscalBudget(2024, '1000', { recallShare: '0.8', recallBy: '2024-08-31', executed: '799.99' }),
        ],
      }),
      LATER,
    );
    expect(fiscalYears[0]?.recall).toMatchObject({ state: 'MISSED', short: '0.01', atRisk: '200.01' });
  });
});

/** Formats signed fen with two decimals. */
const yuan = (value: bigint): string => {
  const size = value < 0n ? -value : value;
  const text = `${(size / 100n).toString()}.${(size % 100n).toString().padStart(2, '0')}`;
  return value < 0n ? `-${text}` : text;
};
const percent = (part: bigint, whole: bigint): string | null =>
  whole === 0n ? null : yuan((2n * part * 10_000n + whole) / (2n * whole));

test('any sums: each figure equals a calculation in whole fen', () => {
  const money = fc.bigInt({ min: 0n, max: 10n ** 11n });
  const category = fc.constantFrom('甲', '乙', '丙', '丁');
  const given = fc.record({
    fee: money,
    received: fc.array(money, { minLength: 3, maxLength: 3 }),
    lines: fc.uniqueArray(fc.tuple(category, money), { selector: ([name]) => name }),
    spending: fc.uniqueArray(fc.tuple(category, money), { selector: ([name]) => name }),
    years: fc.uniqueArray(fc.tuple(fc.integer({ min: 2023, max: 2027 }), money, money, money, money), {
      selector: ([of]) => of,
    }),
  });
  fc.assert(
    fc.property(given, ({ fee, received, lines, spending, years }) => {
      const report = fundingReport(
        facts({
          annualFee: yuan(fee),
          instalments: [SIGNING, MIDTERM_QUALIFIED, FINAL_QUALIFIED].map((condition, at) =>
            instalment(condition, ['0.55', '0.4', '0.05'][at]!, { received: yuan(received[at]!) }),
          ),
          lines: lines.map(([name, amount]) => ({ category: name, amount: yuan(amount) })),
          spending: spending.map(([name, amount]) => ({ category: name, spent: yuan(amount), outside: '0' })),
          years: years.map(([of, ...sums]) => {
            const [got, out, paid, budget] = sums.map(yuan);
            return year(of, { received: got!, spent: out!, paid: paid!, undated: budget! });
          }),
          fiscalBudgets: years.map(([of, , , , budget]) => fiscalBudget(of, yuan(budget))),
        }),
        LATER,
      );
      const total = (values: bigint[]): bigint => values.reduce((sum, value) => sum + value, 0n);
      const came = total(received);
      const went = total(spending.map(([, amount]) => amount));
      expect(report.received).toBe(yuan(came));
      expect(report.outstanding).toBe(yuan(fee - came));
      expect(report.spent).toBe(yuan(went));
      expect(report.balance).toBe(yuan(came - went));
      expect(report.executionPercent).toBe(percent(went, fee));
      expect(total(report.instalments.map(({ due }) => BigInt(due.replace('.', ''))))).toBe(fee);
      expect(total(report.budgetLines.map((line) => BigInt(line.spent.replace('.', ''))))).toBe(went);
      for (const line of report.budgetLines) {
        const own = total(spending.filter(([name]) => name === line.category).map(([, amount]) => amount));
        const planned = lines.find(([name]) => name === line.category)?.[1] ?? null;
        expect(line).toEqual({
          category: line.category,
          budgeted: planned === null ? null : yuan(planned),
          spent: yuan(own),
          shareOfFeePercent: percent(own, fee),
          executionPercent: planned === null ? null : percent(own, planned),
        });
      }
      for (const row of report.fiscalYears) {
        const known = years.find(([of]) => of === row.fiscalYear);
        const upTo = years.filter(([of]) => of <= row.fiscalYear);
        expect(row.balanceAtEnd).toBe(yuan(total(upTo.map(([, got, out]) => got - out))));
        expect(row.executionPercent).toBe(known ? percent(known[3], known[4]) : null);
      }
    }),
    { numRuns: 150 },
  );
});
