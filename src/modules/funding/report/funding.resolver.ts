import { Arg, Args, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { Asserts, type Context } from '../../../access';
import { textOf } from '../../../messages';
import { lastDayOfMonth } from '../../../platform/calendar';
import { type Connection, PageArgs } from '../../../platform/graphql/connection';
import { DateScalar, DecimalScalar, YearMonthScalar } from '../../../platform/graphql/scalars';
import { type AgreementRow, AgreementType, keyOf } from '../../agreement';
import {
  BudgetVersionConnection,
  type BudgetVersionType,
  ExpenditureConnection,
  type ExpenditureType,
  PaymentConnection,
  type PaymentType,
  ReceiptConnection,
  type ReceiptType,
} from '../ledger/entry.type';
import { RecallArgs } from '../funding.input';
import { type FiscalYear, type FundingReport, spentWithoutBudget } from './funding.rules';
import type { FundingService } from './funding.service';
import { FiscalYearType, FundingReportType, FundingWarningType, RecallType } from './funding.type';
import { MonthSpendingType } from './spending.type';
import type { FundingWarning } from './warning.rules';

/** The field Agreement.funding. */
@Resolver(() => AgreementType)
export class AgreementFundingResolver {
  constructor(private readonly service: FundingService) {}

  @Asserts('funding.read')
  @FieldResolver(() => FundingReportType, {
    description:
      '经费情况, as of today by default: sums by the day, and the fee and instalments in force on it.',
  })
  async funding(
    @Ctx() { caller }: Context,
    @Root() agreement: AgreementRow,
    @Arg('asOf', () => DateScalar, { nullable: true }) asOf: string | null,
  ): Promise<FundingReportType> {
    return this.service.report(caller, keyOf(agreement), asOf ?? null);
  }

  @Asserts('funding.read')
  @FieldResolver(() => MonthSpendingType, {
    description: '当月支出 as it is now; what a month said when it was handed in is ReportMonth.spending.',
  })
  async monthSpending(
    @Ctx() { caller }: Context,
    @Root() agreement: AgreementRow,
    @Arg('month', () => YearMonthScalar) month: string,
  ): Promise<MonthSpendingType> {
    const days = { from: `${month}-01`, to: lastDayOfMonth(month) };
    return this.service.spending(caller, keyOf(agreement), days);
  }
}

/** The entries and versions behind the sums of a report. */
@Resolver(() => FundingReportType)
export class FundingReportResolver {
  constructor(private readonly service: FundingService) {}

  @FieldResolver(() => DecimalScalar, {
    description:
      '未列预算的支出: spent in 未列预算 and in other categories that the current budget does not have.',
  })
  spentWithoutBudget(@Root() report: FundingReport): string {
    return spentWithoutBudget(report);
  }

  @Asserts('funding.read')
  @FieldResolver(() => RecallType, {
    nullable: true,
    description:
      '资金收回 of the fee for a hypothetical rule: share to be spent by the given day; null without a fee.',
  })
  async recallIf(
    @Ctx() { caller }: Context,
    @Root() report: FundingReport,
    @Args() rule: RecallArgs,
  ): Promise<RecallType | null> {
    return this.service.recallIf(caller, report, rule);
  }

  @Asserts('funding.read')
  @FieldResolver(() => BudgetVersionConnection, { description: '预算版本, the current one first.' })
  async budgetVersions(
    @Ctx() { caller }: Context,
    @Root() report: FundingReport,
    @Args() page: PageArgs,
  ): Promise<Connection<BudgetVersionType>> {
    return this.service.budgets(caller, report, page);
  }

  @Asserts('funding.read')
  @FieldResolver(() => ReceiptConnection, { description: '到账记录 of all days, latest first.' })
  async receipts(
    @Ctx() { caller }: Context,
    @Root() report: FundingReport,
    @Args() page: PageArgs,
  ): Promise<Connection<ReceiptType>> {
    return this.service.receipts(caller, report, page);
  }

  @Asserts('funding.read')
  @FieldResolver(() => ExpenditureConnection, { description: '支出记录 of all days, latest first.' })
  async expenditures(
    @Ctx() { caller }: Context,
    @Root() report: FundingReport,
    @Args() page: PageArgs,
  ): Promise<Connection<ExpenditureType>> {
    return this.service.expenditures(caller, report, page);
  }

  @Asserts('funding.read')
  @FieldResolver(() => PaymentConnection, { description: '拨付记录 of all years, latest first.' })
  async payments(
    @Ctx() { caller }: Context,
    @Root() report: FundingReport,
    @Args() page: PageArgs,
  ): Promise<Connection<PaymentType>> {
    return this.service.payments(caller, report, page);
  }
}

@Resolver(() => FiscalYearType)
export class FiscalYearResolver {
  constructor(private readonly service: FundingService) {}

  @Asserts('funding.read')
  @FieldResolver(() => RecallType, {
    nullable: true,
    description:
      '资金收回 of the budget for a hypothetical rule: share to be paid by the given day; null without a budget or if the day is in another year.',
  })
  async recallIf(
    @Ctx() { caller }: Context,
    @Root() year: FiscalYear,
    @Args() rule: RecallArgs,
  ): Promise<RecallType | null> {
    return this.service.yearRecallIf(caller, year, rule);
  }
}

@Resolver(() => FundingWarningType)
export class FundingWarningResolver {
  @FieldResolver(() => String, { description: 'Human-readable text, localised by Accept-Language.' })
  message(@Ctx() { caller }: Context, @Root() warning: FundingWarning): string {
    return textOf(warning, caller.language);
  }
}
