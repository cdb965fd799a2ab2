export type { RecordPaymentInput, SetFiscalBudgetInput, SetFundingSourcesInput } from './funding.input';
export {
  AgreementFundingResolver,
  FiscalYearResolver,
  FundingReportResolver,
  FundingWarningResolver,
} from './funding.resolver';
export type { FundingReport } from './funding.rules';
export { FundingService } from './funding.service';
export { FundingReportType } from './funding.type';
export { FundingLevel } from './funding.words';
export { LedgerService } from './ledger.service';
export { MoneyResolver } from './money.resolver';
export { PlanService } from './plan.service';
