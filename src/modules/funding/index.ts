export { executionOfGroups, type ExecutionSums } from './report/execution.repository';
export type { RecordPaymentInput, SetFiscalBudgetInput, SetFundingSourcesInput } from './funding.input';
export {
  AgreementFundingResolver,
  FiscalYearResolver,
  FundingReportResolver,
  FundingWarningResolver,
} from './report/funding.resolver';
export type { FiscalYear, FundingReport } from './report/funding.rules';
export { FundingService } from './report/funding.service';
export { FiscalYearType, FundingReportType } from './report/funding.type';
export { FundingLevel } from './funding.enums';
export { LedgerService } from './ledger/ledger.service';
export { MoneyResolver } from './money.resolver';
export { PlanService } from './plans/plan.service';
export { RELEASED_ON } from './report/report.repository';
export { budgetLines, budgets, expenditureEntries, paymentEntries, receiptEntries } from './read.sql';
