export { executionOfGroups, type ExecutionSums } from './execution.repository';
export type { RecordPaymentInput, SetFiscalBudgetInput, SetFundingSourcesInput } from './funding.input';
export {
  AgreementFundingResolver,
  FiscalYearResolver,
  FundingReportResolver,
  FundingWarningResolver,
} from './funding.resolver';
export type { FiscalYear, FundingReport } from './funding.rules';
export { FundingService } from './funding.service';
export { FiscalYearType, FundingReportType } from './funding.type';
export { FundingLevel } from './funding.enums';
export { LedgerService } from './ledger.service';
export { MoneyResolver } from './money.resolver';
export { PlanService } from './plan.service';
export { RELEASED_ON } from './report.repository';
