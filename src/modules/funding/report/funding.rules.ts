import type { Day } from '../../../platform/calendar';
import { exact, percentOf, twoDecimals } from '../../../platform/decimal';
import { type AgreementKey, timeProgress } from '../../agreement';
import type { BudgetLine, FundingFacts, Instalment } from './funding.facts';
import type { FundingLevel } from '../funding.enums';
import { duesOf, sumOf } from '../money.rules';
import { evaluateRecall, type Recall } from '../plans/recall.rules';
import { type FundingWarning, fundingWarnings } from './warning.rules';

export interface FiscalYear extends AgreementKey {
  asOf: Day;
  fiscalYear: number;
  received: string;
  spent: string;
  balanceAtEnd: string;
  budget: string | null;
  paid: string;
  undated: string;
  executionPercent: string | null;
  recall: Recall | null;
}

export interface FundingReport extends AgreementKey {
  asOf: Day;
  annualFee: string | null;
  instalments: Instalment[];
  received: string;
  outstanding: string | null;
  overdue: string;
  budgetVersion: number;
  budgeted: string;
  budgetLines: BudgetLine[];
  spent: string;
  executionPercent: string | null;
  timeProgressPercent: string;
  balance: string;
  sources: { level: FundingLevel; amount: string; shareOfFeePercent: string | null }[];
  fiscalYears: FiscalYear[];
  warnings: FundingWarning[];
}

const ZERO = exact('0');
/** Maximum number of years listed; a longer agreement is a typing error. */
const MAX_YEARS = 20;

/** The funding report of an agreement as of a day. */
export function fundingReport(facts: FundingFacts, asOf: Day): FundingReport {
  const { annualFee, budgetVersion, sources } = facts;
  const instalments = instalmentsOf(facts, asOf);
  const budgetLines = budgetLinesOf(facts);
  const received = sumOf(facts.instalments, (instalment) => instalment.received);
  const spent = sumOf(facts.spending, (line) => line.spent);
  return {
    ...keyOf(facts),
    asOf,
    annualFee: annualFee && twoDecimals(annualFee),
    instalments,
    received: twoDecimals(received),
    outstanding: annualFee === null ? null : twoDecimals(exact(annualFee).minus(received)),
    overdue: twoDecimals(sumOf(instalments, overdue)),
    budgetVersion,
    budgeted: twoDecimals(sumOf(facts.lines, (line) => line.amount)),
    budgetLines,
    spent: twoDecimals(spent),
    executionPercent: percentOf(spent, annualFee),
    timeProgressPercent: timeProgress(facts, asOf),
    balance: twoDecimals(received.minus(spent)),
    sources: sources.map(({ level, amount }) => ({
      level,
      amount: twoDecimals(amount),
      shareOfFeePercent: percentOf(amount, annualFee),
    })),
    fiscalYears: fiscalYearsOf(facts, asOf),
    warnings: fundingWarnings(facts, instalments, budgetLines),
  };
}

function instalmentsOf({ annualFee, instalments }: FundingFacts, asOf: Day): Instalment[] {
  const shares = instalments.map(({ share }) => share);
  const dues = duesOf(annualFee, shares);
  return instalments.map(({ condition, share, received, releasedOn }, index) => ({
    condition,
    share,
    due: dues[index] ?? twoDecimals('0'),
    received: twoDecimals(received),
    released: releasedOn !== null && releasedOn <= asOf,
    releasedOn,
  }));
}

function overdue({ due, received, released }: Instalment): string {
  return released && exact(due).gt(received) ? exact(due).minus(received).toFixed() : '0';
}

/** The categories of the current budget in its order, then those with expenditure that it no longer has. */
function budgetLinesOf({ annualFee, lines, spending }: FundingFacts): BudgetLine[] {
  const spentIn = new Map(spending.map(({ category, spent }) => [category, spent]));
  const line = (category: string, budgeted: string | null): BudgetLine => {
    const spent = spentIn.get(category) ?? '0';
    return {
      category,
      budgeted: budgeted && twoDecimals(budgeted),
      spent: twoDecimals(spent),
      shareOfFeePercent: percentOf(spent, annualFee),
      executionPercent: percentOf(spent, budgeted),
    };
  };
  const inForce = new Set(lines.map(({ category }) => category));
  const dropped = spending
    .filter(({ category, spent }) => !inForce.has(category) && !exact(spent).eq(0))
    .map(({ category }) => category)
    .sort();
  return [
    ...lines.map(({ category, amount }) => line(category, amount)),
    ...dropped.map((category) => line(category, null)),
  ];
}

/** What was spent over some days, by category. */
export interface Spending {
  spent: string;
  categories: { category: string; spent: string }[];
}

/** Categories of which everything was reversed are left out. */
export function spendingOf(categories: Spending['categories']): Spending {
  return {
    spent: twoDecimals(sumOf(categories, ({ spent }) => spent)),
    categories: categories
      .filter(({ spent }) => !exact(spent).eq(0))
      .map(({ category, spent }) => ({ category, spent: twoDecimals(spent) })),
  };
}

/** Spent in categories that the current budget does not have. */
export function spentWithoutBudget({ budgetLines }: Pick<FundingReport, 'budgetLines'>): string {
  return twoDecimals(sumOf(budgetLines, ({ budgeted, spent }) => (budgeted === null ? spent : '0')));
}

/** All calendar years of the agreement, and others with receipts, expenditures, payments or a budget. */
function fiscalYearsOf(facts: FundingFacts, asOf: Day): FiscalYear[] {
  const first = Number(facts.startsOn.slice(0, 4));
  const last = Math.min(Number(facts.endsOn.slice(0, 4)), first + MAX_YEARS - 1);
  const years = new Set([...facts.years, ...facts.fiscalBudgets].map(({ fiscalYear }) => fiscalYear));
  for (let year = first; year <= last; year += 1) years.add(year);

  let balance = ZERO;
  return [...years]
    .sort((a, b) => a - b)
    .map((fiscalYear) => {
      const sums = facts.years.find((row) => row.fiscalYear === fiscalYear) ?? NOTHING;
      const budget = facts.fiscalBudgets.find((row) => row.fiscalYear === fiscalYear);
      balance = balance.plus(sums.received).minus(sums.spent);
      return {
        ...keyOf(facts),
        asOf,
        fiscalYear,
        received: twoDecimals(sums.received),
        spent: twoDecimals(sums.spent),
        balanceAtEnd: twoDecimals(balance),
        budget: budget ? twoDecimals(budget.amount) : null,
        paid: twoDecimals(sums.paid),
        undated: twoDecimals(sums.undated),
        executionPercent: percentOf(sums.paid, budget?.amount ?? null),
        recall: budget ? storedRecall(budget, asOf) : null,
      };
    });
}

const NOTHING = { received: '0', spent: '0', paid: '0', undated: '0' };

function storedRecall(
  { recallShare, recallBy, amount, executed, undated }: FundingFacts['fiscalBudgets'][number],
  asOf: Day,
): Recall | null {
  if (recallShare === null || recallBy === null) return null;
  return evaluateRecall({ share: recallShare, by: recallBy }, asOf, amount, executed, undated);
}

function keyOf({ organisationId, agreementId }: AgreementKey): AgreementKey {
  return { organisationId, agreementId };
}
