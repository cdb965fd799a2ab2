import type Big from 'big.js';
import { exact, twoDecimals } from '../../../platform/decimal';
import type { Text } from '../../../platform/text';
import type { InstalmentCondition } from '../../agreement';
import type { BudgetLine, FundingFacts, Instalment } from './funding.facts';
import { FundingWarningCode } from '../funding.enums';
import { sumOf } from '../money.rules';

/** A warning about accepted data: its code, amount and subject. */
export interface FundingWarning {
  code: FundingWarningCode;
  text: Text;
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
  const warn = (code: FundingWarningCode, amount: Big, where: Where, text: (money: string) => Text): void => {
    const money = twoDecimals(amount.abs());
    if (amount.eq(0)) return;
    found.push({
      code,
      amount: money,
      text: text(money),
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
    warn(FundingWarningCode.PAID_ABOVE_BUDGET, above(paid, amount), { fiscalYear }, (money) => ({
      zh: `${fiscalYear} 年度已拨付金额超出年度预算 ${money} 元。`,
      en: `In ${fiscalYear} ${money} CNY more was paid than the year's budget has.`,
    }));
  }
  return found;
}

type Warn = (code: FundingWarningCode, amount: Big, where: Where, text: (money: string) => Text) => void;

function warnOfReceipts(facts: FundingFacts, instalments: readonly Instalment[], warn: Warn): void {
  const { RECEIVED_ABOVE_DUE, RECEIVED_AFTER_END, RECEIVED_BEFORE_RELEASE } = FundingWarningCode;
  facts.instalments.forEach(({ condition, early, received }, index) => {
    warn(RECEIVED_BEFORE_RELEASE, exact(early), { condition }, (money) => ({
      zh: `本期款项在付款条件达成之前已到账 ${money} 元。`,
      en: `${money} CNY of this instalment came in before it was released.`,
    }));
    warn(RECEIVED_ABOVE_DUE, above(received, instalments[index]?.due ?? '0'), { condition }, (money) => ({
      zh: `本期到账金额超出应付金额 ${money} 元。`,
      en: `${money} CNY more came in for this instalment than is due.`,
    }));
  });
  warn(
    RECEIVED_AFTER_END,
    sumOf(facts.instalments, ({ late }) => late),
    {},
    (money) => ({
      zh: `协议期（至 ${facts.endsOn}）结束后到账 ${money} 元。`,
      en: `${money} CNY came in after the agreement ended (${facts.endsOn}).`,
    }),
  );
}

function warnOfPlans({ annualFee, lines, sources }: FundingFacts, warn: Warn): void {
  if (annualFee === null) return;
  const { BUDGET_ABOVE_FEE, SOURCES_NOT_FEE } = FundingWarningCode;
  const budgeted = sumOf(lines, ({ amount }) => amount);
  warn(BUDGET_ABOVE_FEE, above(budgeted, annualFee), {}, (money) => ({
    zh: `预算合计超出年度服务经费 ${money} 元。`,
    en: `The budget is ${money} CNY above the annual fee.`,
  }));
  const missing = exact(annualFee).minus(sumOf(sources, ({ amount }) => amount));
  warn(SOURCES_NOT_FEE, sources.length === 0 ? exact('0') : missing, {}, (money) => ({
    zh: `资金来源合计与年度服务经费相差 ${money} 元。`,
    en: `The funding sources together differ from the annual fee by ${money} CNY.`,
  }));
}

function warnOfSpending(facts: FundingFacts, budgetLines: readonly BudgetLine[], warn: Warn): void {
  const { SPENT_ABOVE_BUDGET, SPENT_ABOVE_FEE, SPENT_OUTSIDE_AGREEMENT, SPENT_WITHOUT_BUDGET } =
    FundingWarningCode;
  for (const { category, budgeted, spent } of budgetLines) {
    if (budgeted === null) {
      warn(SPENT_WITHOUT_BUDGET, exact(spent), { category }, (money) => ({
        zh: `“${category}”不在现行预算中，已支出 ${money} 元。`,
        en: `${money} CNY was spent on "${category}", which the budget in force does not have.`,
      }));
    } else {
      warn(SPENT_ABOVE_BUDGET, above(spent, budgeted), { category }, (money) => ({
        zh: `“${category}”支出超出预算 ${money} 元。`,
        en: `"${category}" is overspent by ${money} CNY.`,
      }));
    }
  }
  const spent = sumOf(facts.spending, (line) => line.spent);
  warn(
    SPENT_ABOVE_FEE,
    facts.annualFee === null ? exact('0') : above(spent, facts.annualFee),
    {},
    (money) => ({
      zh: `支出合计超出年度服务经费 ${money} 元。`,
      en: `${money} CNY more was spent than the annual fee.`,
    }),
  );
  warn(
    SPENT_OUTSIDE_AGREEMENT,
    sumOf(facts.spending, ({ outside }) => outside),
    {},
    (money) => ({
      zh: `有 ${money} 元支出的日期不在协议期内（${facts.startsOn} 至 ${facts.endsOn}）。`,
      en: `${money} CNY was spent on days outside the agreement (${facts.startsOn} to ${facts.endsOn}).`,
    }),
  );
}

/** The amount by which a sum exceeds its limit, or zero. */
function above(sum: string | Big, limit: string): Big {
  const excess = exact(limit).times(-1).plus(sum);
  return excess.gt(0) ? excess : exact('0');
}
