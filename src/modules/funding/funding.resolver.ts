import { Arg, Args, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { Asserts, type Context } from '../../access';
import { type Connection, PageArgs } from '../../platform/graphql/connection';
import { DateScalar } from '../../platform/graphql/scalars';
import { type AgreementRow, AgreementType, keyOf } from '../agreement';
import {
  BudgetVersionConnection,
  ExpenditureConnection,
  type ExpenditureType,
  PaymentConnection,
  type PaymentType,
  ReceiptConnection,
  type ReceiptType,
} from './entry.type';
import { RecallArgs } from './funding.input';
import type { FiscalYear, FundingReport } from './funding.rules';
import type { FundingService } from './funding.service';
import { FiscalYearType, FundingReportType, FundingWarningType, RecallType } from './funding.type';
import type { BudgetVersionRow } from './plan.repository';
import type { Recall } from './recall.rules';
import type { FundingWarning } from './warning.rules';

/** The money of an agreement, seen from the agreement. */
@Resolver(() => AgreementType)
export class AgreementFundingResolver {
  constructor(private readonly service: FundingService) {}

  @Asserts('funding.read')
  @FieldResolver(() => FundingReportType, { description: '经费情况, as of today by default.' })
  async funding(
    @Ctx() { caller }: Context,
    @Root() agreement: AgreementRow,
    @Arg('asOf', () => DateScalar, { nullable: true }) asOf: string | null,
  ): Promise<FundingReport> {
    return this.service.report(caller, keyOf(agreement), asOf ?? null);
  }
}

/** What a report leads to: the entries and versions behind its sums. */
@Resolver(() => FundingReportType)
export class FundingReportResolver {
  constructor(private readonly service: FundingService) {}

  @Asserts('funding.read')
  @FieldResolver(() => RecallType, {
    nullable: true,
    description:
      'What is at risk of the fee, were this share of it to be spent by this day; null without a fee.',
  })
  async recallIf(
    @Ctx() { caller }: Context,
    @Root() report: FundingReport,
    @Args() rule: RecallArgs,
  ): Promise<Recall | null> {
    return this.service.recallIf(caller, report, rule);
  }

  @Asserts('funding.read')
  @FieldResolver(() => BudgetVersionConnection, { description: '预算版本, the one in force first.' })
  async budgetVersions(
    @Ctx() { caller }: Context,
    @Root() report: FundingReport,
    @Args() page: PageArgs,
  ): Promise<Connection<BudgetVersionRow>> {
    return this.service.budgets(caller, report, page);
  }

  @Asserts('funding.read')
  @FieldResolver(() => ReceiptConnection, { description: '到账记录, all days, the latest first.' })
  async receipts(
    @Ctx() { caller }: Context,
    @Root() report: FundingReport,
    @Args() page: PageArgs,
  ): Promise<Connection<ReceiptType>> {
    return this.service.receipts(caller, report, page);
  }

  @Asserts('funding.read')
  @FieldResolver(() => ExpenditureConnection, { description: '支出记录, all days, the latest first.' })
  async expenditures(
    @Ctx() { caller }: Context,
    @Root() report: FundingReport,
    @Args() page: PageArgs,
  ): Promise<Connection<ExpenditureType>> {
    return this.service.expenditures(caller, report, page);
  }

  @Asserts('funding.read')
  @FieldResolver(() => PaymentConnection, { description: '拨付记录, all years, the latest first.' })
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
      'What is at risk of the budget, were this share of it to be paid by this day of the year; else null, as without a budget.',
  })
  async recallIf(
    @Ctx() { caller }: Context,
    @Root() year: FiscalYear,
    @Args() rule: RecallArgs,
  ): Promise<Recall | null> {
    return this.service.yearRecallIf(caller, year, rule);
  }
}

@Resolver(() => FundingWarningType)
export class FundingWarningResolver {
  @FieldResolver(() => String, { description: 'For people, in the language of Accept-Language.' })
  message(@Ctx() { caller }: Context, @Root() { text }: FundingWarning): string {
    return text[caller.language];
  }
}
