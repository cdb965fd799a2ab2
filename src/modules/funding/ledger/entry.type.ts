import { Field, ID, Int, ObjectType } from 'type-graphql';
import { OrganisationKind } from '../../../access';
import { connectionOf } from '../../../platform/graphql/connection';
import {
  DateScalar,
  DateTimeScalar,
  DecimalScalar,
  YearMonthScalar,
} from '../../../platform/graphql/scalars';
import { InstalmentCondition } from '../../agreement';

/** The common fields of ledger entries. */
@ObjectType({ simpleResolvers: true })
abstract class EntryType {
  @Field(() => ID)
  id!: string;

  @Field(() => OrganisationKind, {
    description: 'Kind of the recording organisation: OPERATOR or PURCHASER.',
  })
  party!: OrganisationKind;

  @Field(() => DecimalScalar, { description: 'CNY; negative for a reversal.' })
  amount!: string;

  @Field(() => String, { nullable: true, description: '备注; for a reversal, its reason (冲销原因).' })
  note!: string | null;

  @Field(() => DateTimeScalar)
  recordedAt!: Date;

  @Field(() => ID, { nullable: true, description: '冲销: the entry that this one reverses.' })
  reverses!: string | null;

  @Field(() => ID, { nullable: true, description: 'The entry that reverses this one.' })
  reversedBy!: string | null;
}

@ObjectType('Receipt', {
  simpleResolvers: true,
  description: '到账记录: money of an instalment that the street paid and the operator received.',
})
export class ReceiptType extends EntryType {
  @Field(() => InstalmentCondition)
  condition!: InstalmentCondition;

  @Field(() => DateScalar, {
    nullable: true,
    description: 'null: the exact day within receivedMonth is unknown.',
  })
  receivedOn!: string | null;

  @Field(() => YearMonthScalar, { description: '到账月份' })
  receivedMonth!: string;

  @Field(() => DateScalar, {
    description: 'The day from which it counts as received: receivedOn, or the last day of receivedMonth.',
  })
  knownBy!: string;

  @Field(() => DateScalar, {
    nullable: true,
    description:
      'The day the street paid; determines the fiscal year. null: the exact day within receivedMonth is unknown.',
  })
  paidOn!: string | null;
}

@ObjectType('Expenditure', {
  simpleResolvers: true,
  description: '支出记录: what the operator spent in a category of its budget, or beside it.',
})
export class ExpenditureType extends EntryType {
  @Field({ description: '预算科目; 未列预算 for what is in no budget line.' })
  category!: string;

  @Field(() => DateScalar)
  spentOn!: string;
}

@ObjectType('Payment', {
  simpleResolvers: true,
  description: '拨付记录: what the street paid the operator out of a year’s budget, beside the receipts.',
})
export class PaymentType extends EntryType {
  @Field(() => Int)
  fiscalYear!: number;

  @Field(() => DateScalar, { nullable: true, description: 'null: the exact day within the year is unknown.' })
  paidOn!: string | null;

  @Field(() => DateScalar, {
    description: 'The day from which it counts as paid: paidOn, or the last day of the year if unknown.',
  })
  knownBy!: string;
}

@ObjectType('PlannedLine', { simpleResolvers: true, description: '预算科目 and its amount, CNY.' })
class PlannedLineType {
  @Field()
  category!: string;

  @Field(() => DecimalScalar)
  amount!: string;
}

@ObjectType('BudgetVersion', {
  simpleResolvers: true,
  description: '预算版本: a version of the budget. Later versions supersede it without overwriting it.',
})
export class BudgetVersionType {
  @Field(() => Int, { description: 'Starts at 1.' })
  version!: number;

  @Field(() => DateTimeScalar)
  setAt!: Date;

  @Field(() => DecimalScalar)
  total!: string;

  @Field(() => [PlannedLineType])
  lines!: PlannedLineType[];
}

export const ReceiptConnection = connectionOf('Receipt', () => ReceiptType).Connection;
export const ExpenditureConnection = connectionOf('Expenditure', () => ExpenditureType).Connection;
export const PaymentConnection = connectionOf('Payment', () => PaymentType).Connection;
export const BudgetVersionConnection = connectionOf('BudgetVersion', () => BudgetVersionType).Connection;
