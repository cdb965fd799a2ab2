import { InstalmentCondition } from '../../modules/agreement';
import { at, dayIn, lastDayIn, type Year } from './days';
import type { Command, Step } from './commands';
import { drawnFor } from './plan-records';

const { FINAL_QUALIFIED, MIDTERM_QUALIFIED, SIGNING } = InstalmentCondition;
/** What the street pays, and the month and the day of a year on which it plans to. */
export const INSTALMENTS = [
  { condition: SIGNING, share: '0.55', amount: 1_320_000, month: 0, day: 20 },
  { condition: MIDTERM_QUALIFIED, share: '0.40', amount: 960_000, month: 7, day: 10 },
  { condition: FINAL_QUALIFIED, share: '0.05', amount: 120_000, month: 13, day: 25 },
];
const BUDGET = [
  { category: '人员费用', amount: 1_560_000 },
  { category: '服务质量保障费用', amount: 480_000 },
  { category: '运营管理费用', amount: 360_000 },
];

/** The months in which spending is entered: quarterly in the year before, every month in the year in force. */
const SPENT_IN = { earlier: [2, 5, 8, 11], current: Array.from({ length: 12 }, (_, month) => month) };

/** The plans of a year's money, what was received of it, and what was spent in each month. */
export function moneySteps(year: Year): Step[] {
  const on = (month: number, day: number, by: Step['by'], command: Command): Step => ({
    at: at(dayIn(year, month, day), 10),
    by,
    year,
    command,
  });
  const lines = BUDGET.map(({ category, amount }) => ({ category, amount: String(amount) }));
  // The midterm of the year in force has not been assessed yet.
  const paid = year.name === 'earlier' ? INSTALMENTS : INSTALMENTS.slice(0, 1);
  return [
    on(0, 3, 'operator', { kind: 'sources', city: '960000', district: '1440000' }),
    on(0, 3, 'operator', { kind: 'budget', lines }),
    ...fiscalBudgets(year).map((command) => on(0, 5, 'street', command)),
    ...paid.map(({ condition, amount, month, day }) =>
      on(month, day, 'operator', {
        kind: 'receipt',
        condition,
        amount: String(amount),
        receivedOn: dayIn(year, month, day),
      }),
    ),
    ...SPENT_IN[year.name].flatMap((month) =>
      spendingIn(year, month).map((command) => on(month + 1, 2, 'operator', command)),
    ),
  ];
}

/** The street plans for each calendar year what it is to pay in it. */
function fiscalBudgets(year: Year): Command[] {
  const planned = new Map<number, number>();
  for (const { amount, month, day } of INSTALMENTS) {
    const fiscalYear = Number(dayIn(year, month, day).slice(0, 4));
    planned.set(fiscalYear, (planned.get(fiscalYear) ?? 0) + amount);
  }
  return [...planned].map(([fiscalYear, amount]) => ({
    kind: 'fiscalBudget',
    fiscalYear,
    amount: String(amount),
  }));
}

/** About as much of each line of the budget as falls on the time, to the fen. */
function spendingIn(year: Year, month: number): Command[] {
  const spentOn = lastDayIn(year, month);
  const random = drawnFor(`spending ${spentOn}`);
  return BUDGET.map(({ category, amount }) => {
    const fen = Math.round((amount * 100) / SPENT_IN[year.name].length);
    const spent = random.whole(Math.round(fen * 0.9), Math.round(fen * 1.02));
    return { kind: 'expenditure', category, amount: (spent / 100).toFixed(2), spentOn };
  });
}
