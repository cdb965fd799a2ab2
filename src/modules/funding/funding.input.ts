import { ArgsType, Field, ID, InputType, Int } from 'type-graphql';
import { DateScalar, DecimalScalar, YearMonthScalar } from '../../platform/graphql/scalars';
import { IDEMPOTENCY_KEY, InstalmentCondition } from '../agreement';
import { FundingLevel } from './funding.enums';

@InputType('BudgetLineInput', { description: '预算科目. amount: above 0, at most two decimals, CNY.' })
export class BudgetLineInput {
  @Field({ description: 'At most 100 characters, unique within the budget; not 未列预算.' })
  category!: string;

  @Field(() => DecimalScalar)
  amount!: string;
}

@InputType('SetBudgetInput', {
  description:
    '预算: the complete plan, 1 to 100 categories. Supersedes the current version, which remains readable.',
})
export class SetBudgetInput {
  @Field(() => ID)
  agreementId!: string;

  @Field(() => [BudgetLineInput])
  lines!: BudgetLineInput[];

  @Field(() => Int, {
    nullable: true,
    description:
      'The budgetVersion last read, 0 for none, for optimistic locking: fails if it is not the current one.',
  })
  expectedVersion?: number | null;
}

@InputType('FundingSourceInput', { description: '资金来源' })
export class FundingSourceInput {
  @Field(() => FundingLevel)
  level!: FundingLevel;

  @Field(() => DecimalScalar)
  amount!: string;
}

@InputType('SetFundingSourcesInput', {
  description: '资金来源: replaces all sources of the fee.',
})
export class SetFundingSourcesInput {
  @Field(() => ID)
  agreementId!: string;

  @Field(() => [FundingSourceInput])
  sources!: FundingSourceInput[];
}

@InputType('RecallRuleInput', {
  description: '资金收回 rule, e.g. share 0.8 by 31 August: otherwise the treasury recalls the rest.',
})
class RecallRuleInput {
  @Field(() => DecimalScalar, { description: 'Above 0, at most 1, at most six decimals.' })
  share!: string;

  @Field(() => DateScalar, { description: 'A day of the fiscal year.' })
  by!: string;
}

@InputType('SetFiscalBudgetInput', {
  description: '街道年度预算: replaces the budget of the year. recall omitted: no rule.',
})
export class SetFiscalBudgetInput {
  @Field(() => ID)
  agreementId!: string;

  @Field(() => Int, { description: 'A calendar year.' })
  fiscalYear!: number;

  @Field(() => DecimalScalar)
  amount!: string;

  @Field(() => RecallRuleInput, { nullable: true })
  recall?: RecallRuleInput | null;
}

/** The common fields of entries. */
@InputType()
abstract class EntryInput {
  @Field(() => ID)
  agreementId!: string;

  @Field(() => DecimalScalar, { description: 'Above 0, at most 1,000,000,000, at most two decimals.' })
  amount!: string;

  @Field(() => String, { nullable: true, description: 'At most 2,000 characters.' })
  note?: string | null;

  @Field(() => String, { nullable: true, description: IDEMPOTENCY_KEY })
  idempotencyKey?: string | null;
}

@InputType('RecordReceiptInput', {
  description:
    '到账记录, on a day or, where only that is known, in a month. note: required if the receipts of the instalment exceed the amount due.',
})
export class RecordReceiptInput extends EntryInput {
  @Field(() => InstalmentCondition)
  condition!: InstalmentCondition;

  @Field(() => DateScalar, {
    nullable: true,
    description:
      'Not in the future. Either this or receivedMonth. Without a note the amount is at most what is due of the instalment and not yet received, by the fee and the shares in force on this day or on a later one, whichever is more.',
  })
  receivedOn?: string | null;

  @Field(() => YearMonthScalar, {
    nullable: true,
    description:
      '到账月份, where the day is not known; not in the future. It counts from the last day of the month.',
  })
  receivedMonth?: string | null;

  @Field(() => DateScalar, {
    nullable: true,
    description:
      'The day the street paid; determines the fiscal year. Default: the day, or the month, of the receipt.',
  })
  paidOn?: string | null;
}

@InputType('RecordExpenditureInput', {
  description:
    '支出记录, in a category of the current budget, or 未列预算 for spending that is in no budget line. Without any budget every category is accepted.',
})
export class RecordExpenditureInput extends EntryInput {
  @Field({ description: 'At most 100 characters.' })
  category!: string;

  @Field(() => DateScalar, { description: 'Not in the future.' })
  spentOn!: string;
}

@InputType('RecordPaymentInput', {
  description:
    '拨付记录: a payment by the street without a receipt. Must not duplicate a receipt: both would be counted.',
})
export class RecordPaymentInput extends EntryInput {
  @Field(() => Int, { description: 'The calendar year whose budget was used.' })
  fiscalYear!: number;

  @Field(() => DateScalar, { nullable: true, description: 'null: the exact day within the year is unknown.' })
  paidOn?: string | null;
}

@InputType('ReverseEntryInput', {
  description:
    '冲销: adds an entry of the opposite amount on the same day (or in the same month). An entry can be reversed once.',
})
export class ReverseEntryInput {
  @Field(() => ID, { description: 'An entry recorded by the organisation of the caller.' })
  id!: string;

  @Field({ description: '冲销原因' })
  reason!: string;

  @Field(() => String, { nullable: true, description: IDEMPOTENCY_KEY })
  idempotencyKey?: string | null;
}

@ArgsType()
export class RecallArgs {
  @Field(() => DecimalScalar, { description: 'Above 0, at most 1, e.g. 0.8.' })
  share!: string;

  @Field(() => DateScalar)
  by!: string;
}
