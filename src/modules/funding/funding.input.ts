import { ArgsType, Field, ID, InputType, Int } from 'type-graphql';
import { DateScalar, DecimalScalar } from '../../platform/graphql/scalars';
import { IDEMPOTENCY_KEY, InstalmentCondition } from '../agreement';
import { FundingLevel } from './funding.enums';

@InputType('BudgetLineInput', { description: '预算科目: more than 0 CNY, two decimals at most.' })
export class BudgetLineInput {
  @Field({ description: 'At most 100 characters, once in a budget.' })
  category!: string;

  @Field(() => DecimalScalar)
  amount!: string;
}

@InputType('SetBudgetInput', {
  description: 'The whole plan, 1 to 100 categories: it replaces the one in force, which stays readable.',
})
export class SetBudgetInput {
  @Field(() => ID)
  agreementId!: string;

  @Field(() => [BudgetLineInput])
  lines!: BudgetLineInput[];

  @Field(() => Int, {
    nullable: true,
    description: 'The budgetVersion that you saw, 0 for none. Refused when another is in force by now.',
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
  description: 'All sources of the fee: they replace those set before.',
})
export class SetFundingSourcesInput {
  @Field(() => ID)
  agreementId!: string;

  @Field(() => [FundingSourceInput])
  sources!: FundingSourceInput[];
}

@InputType('RecallRuleInput', {
  description: 'e.g. share 0.8 by 31 August, or the treasury takes back the rest.',
})
export class RecallRuleInput {
  @Field(() => DecimalScalar, { description: 'Above 0, at most 1, six decimals at most.' })
  share!: string;

  @Field(() => DateScalar, { description: 'A day of the fiscal year.' })
  by!: string;
}

@InputType('SetFiscalBudgetInput', {
  description: "The street's own budget of a year; it replaces the one set before. recall left out: no rule.",
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

/** What every entry may carry. */
@InputType()
abstract class EntryInput {
  @Field(() => ID)
  agreementId!: string;

  @Field(() => DecimalScalar, { description: 'More than 0, at most 1,000,000,000, two decimals at most.' })
  amount!: string;

  @Field(() => String, { nullable: true, description: 'At most 2,000 characters.' })
  note?: string | null;

  @Field(() => String, { nullable: true, description: IDEMPOTENCY_KEY })
  idempotencyKey?: string | null;
}

@InputType('RecordReceiptInput', {
  description: 'note: needed when more comes in for the instalment than is due of it.',
})
export class RecordReceiptInput extends EntryInput {
  @Field(() => InstalmentCondition)
  condition!: InstalmentCondition;

  @Field(() => DateScalar, { description: 'Not in the future.' })
  receivedOn!: string;

  @Field(() => DateScalar, {
    nullable: true,
    description: 'The day the street paid, receivedOn by default: it decides the fiscal year.',
  })
  paidOn?: string | null;
}

@InputType('RecordExpenditureInput', { description: 'In a category of the budget in force.' })
export class RecordExpenditureInput extends EntryInput {
  @Field()
  category!: string;

  @Field(() => DateScalar, { description: 'Not in the future.' })
  spentOn!: string;
}

@InputType('RecordPaymentInput', {
  description: 'What the street paid and no receipt stands for: it would count twice beside one.',
})
export class RecordPaymentInput extends EntryInput {
  @Field(() => Int, { description: 'Out of the budget of which calendar year.' })
  fiscalYear!: number;

  @Field(() => DateScalar, { nullable: true, description: 'Null: some day of the year, nobody knows which.' })
  paidOn?: string | null;
}

@InputType('ReverseEntryInput', {
  description: 'Adds an entry of the opposite amount, of the same day. An entry is reversed once.',
})
export class ReverseEntryInput {
  @Field(() => ID, { description: 'The entry, recorded by your own organisation.' })
  id!: string;

  @Field({ description: '冲销原因' })
  reason!: string;

  @Field(() => String, { nullable: true, description: IDEMPOTENCY_KEY })
  idempotencyKey?: string | null;
}

@ArgsType()
export class RecallArgs {
  @Field(() => DecimalScalar, { description: 'Above 0, at most 1: 0.8.' })
  share!: string;

  @Field(() => DateScalar)
  by!: string;
}
