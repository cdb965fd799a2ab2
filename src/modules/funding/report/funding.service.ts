import type { Caller, Member } from '../../../access';
import { checkAskedDays } from '../../../platform/asked-days';
import type { Day } from '../../../platform/calendar';
import { type Connection, type PageArgs, toConnection, toPage } from '../../../platform/graphql/connection';
import { InputRules } from '../../../platform/input-rules';
import { badInput } from '../../../platform/app-error';
import type { AgreementKey } from '../../agreement';
import {
  type ExpenditureRow,
  expenditures,
  type Ledger,
  type PaymentRow,
  payments,
  type ReceiptRow,
  receipts,
} from '../ledger/entry.repository';
import {
  type FiscalYear,
  type FundingReport,
  fundingReport,
  type Spending,
  spendingOf,
} from './funding.rules';
import { budgetCount, budgetPage, type BudgetVersionRow } from '../plans/plan.repository';
import { checkShare } from '../plans/plan.rules';
import { evaluateRecall, type Recall, type RecallRule } from '../plans/recall.rules';
import { type Executed, fundingFacts, paidBy, spendingBetween, spentBy } from './report.repository';

/** The funding of an agreement, for every viewer of the agreement. */
export class FundingService {
  /** The report as of a day, today by default; batched into one statement for any number of agreements. */
  async report(caller: Caller, agreement: AgreementKey, asOf: Day | null): Promise<FundingReport> {
    const member = caller.assert('funding.read');
    checkAskedDays({ asOf });
    const day = asOf ?? member.today();
    const facts = await member.load(fundingFacts(day), agreement);
    if (!facts) throw new Error('an agreement within the scope has no funding report');
    return fundingReport(facts, day);
  }

  /** What the operator spent from a day to another. */
  async spending(
    caller: Caller,
    agreement: AgreementKey,
    { from, to }: Record<'from' | 'to', Day>,
  ): Promise<Spending> {
    const member = caller.assert('funding.read');
    return spendingOf(await member.load(spendingBetween(from, to), agreement));
  }

  /** Evaluates a hypothetical recall rule for the fee; null without a fee. */
  async recallIf(caller: Caller, report: FundingReport, rule: RecallRule): Promise<Recall | null> {
    const member = caller.assert('funding.read');
    assertValid(rule);
    if (report.annualFee === null) return null;
    const spent = await member.load(spentBy(earlier(rule.by, report.asOf)), report);
    return evaluate(rule, report.asOf, report.annualFee, spent);
  }

  /** Evaluates a hypothetical recall rule for the street's budget of a year; null if none is set or the day is in another year. */
  async yearRecallIf(caller: Caller, year: FiscalYear, rule: RecallRule): Promise<Recall | null> {
    const member = caller.assert('funding.read');
    assertValid(rule);
    if (year.budget === null || Number(rule.by.slice(0, 4)) !== year.fiscalYear) return null;
    const paid = await member.load(paidBy(year.fiscalYear, earlier(rule.by, year.asOf)), year);
    return evaluate(rule, year.asOf, year.budget, paid);
  }

  /** The versions of the budget, the current one first. */
  async budgets(
    caller: Caller,
    agreement: AgreementKey,
    args: PageArgs,
  ): Promise<Connection<BudgetVersionRow>> {
    const member = caller.assert('funding.read');
    const page = toPage(args, ['integer']);
    return toConnection(
      await budgetPage(member, agreement, page),
      page,
      ({ version }) => [String(version)],
      async () => budgetCount(member, agreement),
    );
  }

  async receipts(caller: Caller, key: AgreementKey, args: PageArgs): Promise<Connection<ReceiptRow>> {
    const member = caller.assert('funding.read');
    return entries(member, receipts, key, args, ({ knownBy, id }) => [knownBy, id]);
  }

  async expenditures(caller: Caller, key: AgreementKey, args: PageArgs): Promise<Connection<ExpenditureRow>> {
    const member = caller.assert('funding.read');
    return entries(member, expenditures, key, args, ({ spentOn, id }) => [spentOn, id]);
  }

  async payments(caller: Caller, key: AgreementKey, args: PageArgs): Promise<Connection<PaymentRow>> {
    const member = caller.assert('funding.read');
    return entries(member, payments, key, args, ({ knownBy, id }) => [knownBy, id]);
  }
}

/** The entries of a ledger, latest day first, including reversed entries and reversals. */
async function entries<Row>(
  member: Member,
  ledger: Ledger<Row>,
  key: AgreementKey,
  args: PageArgs,
  sortKeyOf: (row: Row) => string[],
): Promise<Connection<Row>> {
  const page = toPage(args, ['date', 'uuid']);
  return toConnection(await ledger.page(member, key, page), page, sortKeyOf, async () =>
    ledger.count(member, key),
  );
}

function evaluate(rule: RecallRule, asOf: Day, base: string, { executed, undated }: Executed): Recall {
  return evaluateRecall(rule, asOf, base, executed, undated);
}

/** The earlier day: a report as of a day must not include later entries. */
function earlier(a: Day, b: Day): Day {
  return a < b ? a : b;
}

function assertValid({ share, by }: RecallRule): void {
  checkAskedDays({ by });
  const rules = new InputRules();
  checkShare(rules, share, ['share']);
  if (rules.faults.length > 0) throw badInput('SHARE_OUT_OF_RANGE');
}
