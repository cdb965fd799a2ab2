import { LedgerService } from './ledger/ledger.service';
import { MoneyResolver } from './money.resolver';
import { PlanService } from './plans/plan.service';
import {
  AgreementFundingResolver,
  FiscalYearResolver,
  FundingReportResolver,
  FundingWarningResolver,
} from './report/funding.resolver';
import { FundingService } from './report/funding.service';

export { refuseDuesBelowReceived } from './ledger/dues.service';
export { executionOfGroups } from './report/execution.repository';
export type { FiscalYear, FundingReport, Spending } from './report/funding.rules';
export { FundingService } from './report/funding.service';
export { FiscalYearType, FundingReportType } from './report/funding.type';
export { MonthSpendingType } from './report/spending.type';
export { FundingLevel } from './funding.enums';
export { RELEASED_ON } from './report/report.repository';
export {
  budgetLines,
  budgets,
  expenditureEntries,
  paymentEntries,
  receiptEntries,
  unpaidInstalments,
} from './read.sql';

export function createFunding() {
  const funding = new FundingService();
  const ledgers = new LedgerService();
  const plans = new PlanService();
  const resolvers = [
    new AgreementFundingResolver(funding),
    new FiscalYearResolver(funding),
    new FundingReportResolver(funding),
    new FundingWarningResolver(),
    new MoneyResolver(funding, plans, ledgers),
  ];
  return { resolvers, services: { funding, ledgers, plans } };
}
