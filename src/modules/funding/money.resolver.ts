import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { Asserts, type Caller, type Context } from '../../access';
import { payload } from '../../platform/graphql/user-error.type';
import {
  RecordExpenditureInput,
  RecordPaymentInput,
  RecordReceiptInput,
  ReverseEntryInput,
  SetBudgetInput,
  SetFiscalBudgetInput,
  SetFundingSourcesInput,
} from './funding.input';
import type { FundingService } from './report/funding.service';
import { FundingPayload } from './report/funding.type';
import type { LedgerService, Recorded } from './ledger/ledger.service';
import type { PlanService } from './plans/plan.service';

/** Mutations of plans and ledgers; each returns the updated report. */
@Resolver()
export class MoneyResolver {
  constructor(
    private readonly reports: FundingService,
    private readonly plans: PlanService,
    private readonly ledgers: LedgerService,
  ) {}

  @Asserts('budget.set')
  @Mutation(() => FundingPayload, {
    description:
      '设定预算, by the operator. Stores the complete plan as a new version; idempotent for an identical plan.',
  })
  async setBudget(
    @Ctx() { caller }: Context,
    @Arg('input', () => SetBudgetInput) input: SetBudgetInput,
  ): Promise<FundingPayload> {
    return this.answer(caller, async () => ({ key: await this.plans.setBudget(caller, input) }));
  }

  @Asserts('fundingSource.set')
  @Mutation(() => FundingPayload, { description: '设定资金来源, by the operator or the purchaser.' })
  async setFundingSources(
    @Ctx() { caller }: Context,
    @Arg('input', () => SetFundingSourcesInput) input: SetFundingSourcesInput,
  ): Promise<FundingPayload> {
    return this.answer(caller, async () => ({ key: await this.plans.setSources(caller, input) }));
  }

  @Asserts('fiscalBudget.set')
  @Mutation(() => FundingPayload, { description: '设定街道年度预算 and its recall rule, by the purchaser.' })
  async setFiscalBudget(
    @Ctx() { caller }: Context,
    @Arg('input', () => SetFiscalBudgetInput) input: SetFiscalBudgetInput,
  ): Promise<FundingPayload> {
    return this.answer(caller, async () => ({ key: await this.plans.setFiscalBudget(caller, input) }));
  }

  @Asserts('receipt.record')
  @Mutation(() => FundingPayload, {
    description:
      '登记到账, by the operator or the purchaser. Early or late receipts are accepted with a warning.',
  })
  async recordReceipt(
    @Ctx() { caller }: Context,
    @Arg('input', () => RecordReceiptInput) input: RecordReceiptInput,
  ): Promise<FundingPayload> {
    return this.answer(caller, async () => this.ledgers.recordReceipt(caller, input));
  }

  @Asserts('expenditure.record')
  @Mutation(() => FundingPayload, {
    description: '登记支出, by the operator. Amounts above the budget are accepted with a warning.',
  })
  async recordExpenditure(
    @Ctx() { caller }: Context,
    @Arg('input', () => RecordExpenditureInput) input: RecordExpenditureInput,
  ): Promise<FundingPayload> {
    return this.answer(caller, async () => this.ledgers.recordExpenditure(caller, input));
  }

  @Asserts('payment.record')
  @Mutation(() => FundingPayload, { description: '登记拨付: a payment without a receipt, by the purchaser.' })
  async recordPayment(
    @Ctx() { caller }: Context,
    @Arg('input', () => RecordPaymentInput) input: RecordPaymentInput,
  ): Promise<FundingPayload> {
    return this.answer(caller, async () => this.ledgers.recordPayment(caller, input));
  }

  @Asserts('receipt.reverse')
  @Mutation(() => FundingPayload, { description: '冲销到账, by the organisation that recorded it.' })
  async reverseReceipt(
    @Ctx() { caller }: Context,
    @Arg('input', () => ReverseEntryInput) input: ReverseEntryInput,
  ): Promise<FundingPayload> {
    return this.answer(caller, async () => this.ledgers.reverseReceipt(caller, input));
  }

  @Asserts('expenditure.reverse')
  @Mutation(() => FundingPayload, { description: '冲销支出, by the operator.' })
  async reverseExpenditure(
    @Ctx() { caller }: Context,
    @Arg('input', () => ReverseEntryInput) input: ReverseEntryInput,
  ): Promise<FundingPayload> {
    return this.answer(caller, async () => this.ledgers.reverseExpenditure(caller, input));
  }

  @Asserts('payment.reverse')
  @Mutation(() => FundingPayload, { description: '冲销拨付, by the purchaser.' })
  async reversePayment(
    @Ctx() { caller }: Context,
    @Arg('input', () => ReverseEntryInput) input: ReverseEntryInput,
  ): Promise<FundingPayload> {
    return this.answer(caller, async () => this.ledgers.reversePayment(caller, input));
  }

  private async answer(
    caller: Caller,
    work: () => Promise<Pick<Recorded, 'key'> & Partial<Recorded>>,
  ): Promise<FundingPayload> {
    return payload(caller.language, async () => {
      const { id: entryId = null, key } = await work();
      return { funding: await this.reports.report(caller, key, null), entryId };
    });
  }
}
