import type Big from 'big.js';
import { type Message, message } from '../../../messages';
import { exact, twoDecimals } from '../../../platform/decimal';
import type { InstalmentCondition } from '../../agreement';
import type { BudgetLine, FundingFacts, Instalment } from './funding.facts';
import type { FundingWarningCode } from '../funding.enums';
import { sumOf } from '../money.rules';

type WarningMessage = Message<`${FundingWarningCode}`>;

/** A warning about accepted data: its code, amount and subject. */
export interface FundingWarning extends WarningMessage {
  amount: string;
  condition: InstalmentCondition | null;
  category: string | null;
  fiscalYear: number | null;
}

type Where = Partial<Pick<FundingWarning, 'condition' | 'category' | 'fiscalYear'>>;

/** One warning per instalment, category or year, not per entry, to keep the list short. */
export function fundingWarnings(
  facts: FundingFacts,
  instalments: readonly Instalment[],
  budgetLines: readonly BudgetLine[],
): FundingWarning[] {
  const found: FundingWarning[] = [];
  const warn: Warn = (amount, where, messageOf) => {
    if (amount.eq(0)) return;
    const money = twoDecimals(amount.abs());
    found.push({
      ...messageOf(money),
      amount: money,
      condition: null,
      category: null,
      fiscalYear: null,
      ...where,
    });
  };
  warnOfReceipts(facts, instalments, warn);
  warnOfPlans(facts, warn);
  warnOfSpending(facts, budgetLines, warn);
  for (const { fiscalYear, amount } of facts.fiscalBudgets) {
    const paid = facts.years.find((row) => row.fiscalYear === fiscalYear)?.paid ?? '0';
    warn(above(paid, amount), { fiscalYear }, (money) => message('PAID_ABOVE_BUDGET', { money, fiscalYear }));
  }
  return found;
}

/** `messageOf` is called with the amount as it is shown. */
type Warn = (amount: Big, where: Where, messageOf: (money: string) => WarningMessage) => void;

function warnOfReceipts(facts: FundingFacts, instalments: readonly Instalment[], warn: Warn): void {
  facts.instalments.forEach(({ condition, early, received }, index) => {
    warn(exact(early), { condition }, (money) => message('RECEIVED_BEFORE_RELEASE', { money }));
    warn(above(received, instalments[index]?.due ?? '0'), { condition }, (money) =>
      message('RECEIVED_ABOVE_DUE', { money }),
    );
  });
  warn(
    sumOf(facts.instalments, ({ late }) => late),
    {},
    (money) => message('RECEIVED_AFTER_END', { money, endsOn: facts.endsOn }),
  );
}

function warnOfPlans({ annualFee, lines, sources }: FundingFacts, warn: Warn): void {
  if (annualFee === null) return;
  const budgeted = sumOf(lines, ({ amount }) => amount);
  warn(above(budgeted, annualFee), {}, (money) => message('BUDGET_ABOVE_FEE', { money }));
  const missing = exact(annualFee).minus(sumOf(sources, ({ amount }) => amount));
  warn(sources.length === 0 ? exact('0') : missing, {}, (money) => message('SOURCES_NOT_FEE', { money }));
}

function warnOfSpending(facts: FundingFacts, budgetLines: readonly BudgetLine[], warn: Warn): void {
  for (const { category, budgeted, spent } of budgetLines) {
    if (budgeted === null) {
      warn(exact(spent), { category }, (money) => message('SPENT_WITHOUT_BUDGET', { money, category }));
    } else {
      warn(above(spent, budgeted), { category }, (money) =>
        message('SPENT_ABOVE_BUDGET', { money, category }),
      );
    }
  }
  const spent = sumOf(facts.spending, (line) => line.spent);
  warn(facts.annualFee === null ? exact('0') : above(spent, facts.annualFee), {}, (money) =>
    message('SPENT_ABOVE_FEE', { money }),
  );
  warn(
    sumOf(facts.spending, ({ outside }) => outside),
    {},
    (money) => message('SPENT_OUTSIDE_AGREEMENT', { money, startsOn: facts.startsOn, endsOn: facts.endsOn }),
  );
}

/** The amount by which a sum exceeds its limit, or zero. */
function above(sum: string | Big, limit: string): Big {
  const excess = exact(limit).times(-1).plus(sum);
  return excess.gt(0) ? excess : exact('0');
}
