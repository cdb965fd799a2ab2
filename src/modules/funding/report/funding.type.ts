import { Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import { Cost, NEGLIGIBLE } from '../../../platform/graphql/limits/cost';
import { DateScalar, DecimalScalar } from '../../../platform/graphql/scalars';
import { UserError } from '../../../platform/graphql/user-error.type';
import { InstalmentCondition } from '../../agreement';
import { FundingLevel, FundingWarningCode, RecallState } from '../funding.enums';

registerEnumType(FundingLevel, { name: 'FundingLevel', description: '资金来源: 市级 or 区级财政.' });
registerEnumType(RecallState, {
  name: 'RecallState',
  description: '执行进度: status of a share that must be executed by a day.',
  valuesConfig: {
    MET: { description: 'The share has been executed.' },
    OPEN: { description: 'The share has not been executed yet; the day is not over.' },
    MISSED: { description: 'The share was not executed by the end of the day; the rest is recalled.' },
    UNKNOWN: { description: 'Depends on payments whose exact day is unknown.' },
  },
});
registerEnumType(FundingWarningCode, {
  name: 'FundingWarningCode',
  description: '提示: accepted, but should be reviewed.',
});

@Cost({ weight: NEGLIGIBLE })
@ObjectType('Instalment', {
  simpleResolvers: true,
  description: '分期款项: a share of the annual fee, released by its condition.',
})
class InstalmentType {
  @Field(() => InstalmentCondition)
  condition!: InstalmentCondition;

  @Field(() => DecimalScalar)
  share!: string;

  @Field(() => DecimalScalar, {
    description:
      'annualFee × share, rounded half up to 0.01; the last instalment of a share takes the rounding difference, so that the sum is the fee.',
  })
  due!: string;

  @Field(() => DecimalScalar)
  received!: string;

  @Field({ description: 'Whether the condition is met.' })
  released!: boolean;

  @Field(() => DateScalar, {
    nullable: true,
    description:
      'SIGNING: the first day of the agreement or the day of its registration, whichever is earlier; otherwise the day the assessment was closed.',
  })
  releasedOn!: string | null;
}

@Cost({ weight: NEGLIGIBLE })
@ObjectType('BudgetLine', {
  simpleResolvers: true,
  description: '预算科目. shareOfFeePercent: spent / annualFee; executionPercent: spent / budgeted.',
})
class BudgetLineType {
  @Field()
  category!: string;

  @Field(() => DecimalScalar, {
    nullable: true,
    description: 'null: the current budget does not have this category.',
  })
  budgeted!: string | null;

  @Field(() => DecimalScalar)
  spent!: string;

  @Field(() => DecimalScalar, { nullable: true })
  shareOfFeePercent!: string | null;

  @Field(() => DecimalScalar, { nullable: true })
  executionPercent!: string | null;
}

@Cost({ weight: NEGLIGIBLE })
@ObjectType('FundingSource', {
  simpleResolvers: true,
  description: '资金来源: the part of the fee paid by a level of government.',
})
class FundingSourceType {
  @Field(() => FundingLevel)
  level!: FundingLevel;

  @Field(() => DecimalScalar)
  amount!: string;

  @Field(() => DecimalScalar, { nullable: true })
  shareOfFeePercent!: string | null;
}

@Cost({ weight: NEGLIGIBLE })
@ObjectType('Recall', {
  simpleResolvers: true,
  description: '资金收回: the amount recalled if less than a share is executed by a day.',
})
export class RecallType {
  @Field(() => DecimalScalar)
  share!: string;

  @Field(() => DateScalar)
  by!: string;

  @Field(() => DecimalScalar, { description: 'The amount that the share refers to.' })
  base!: string;

  @Field(() => DecimalScalar, { description: 'base × share, rounded up to 0.01.' })
  required!: string;

  @Field(() => DecimalScalar, { description: 'Amount executed by the day of the rule, known as of asOf.' })
  executed!: string;

  @Field(() => DecimalScalar, {
    description: 'Amount executed on unknown days of the year, possibly after the day of the rule.',
  })
  undated!: string;

  @Field(() => DecimalScalar, { description: 'Amount missing to reach the share.' })
  short!: string;

  @Field(() => DecimalScalar, {
    nullable: true,
    description: 'base - executed until the share is reached, then 0; null if unknown.',
  })
  atRisk!: string | null;

  @Field(() => RecallState)
  state!: RecallState;
}

@Cost({ weight: NEGLIGIBLE })
@ObjectType('FiscalYearReport', {
  simpleResolvers: true,
  description:
    '财政年度: a calendar year of an agreement. The street’s budget ends on 31 December; the agreement may continue.',
})
export class FiscalYearType {
  @Field(() => Int)
  fiscalYear!: number;

  @Field(() => DecimalScalar, { description: 'By the operator, in the year.' })
  received!: string;

  @Field(() => DecimalScalar, { description: 'By the operator, in the year.' })
  spent!: string;

  @Field(() => DecimalScalar, {
    description: 'received - spent, from the first entry to the end of the year.',
  })
  balanceAtEnd!: string;

  @Field(() => DecimalScalar, { nullable: true, description: '街道年度预算; null: not set.' })
  budget!: string | null;

  @Field(() => DecimalScalar, {
    description: '街道已拨付: receipts, by the day they were paid, and payments.',
  })
  paid!: string;

  @Field(() => DecimalScalar, {
    description: 'Amount paid on unknown days of the year, possibly after asOf; not included in paid.',
  })
  undated!: string;

  @Field(() => DecimalScalar, { nullable: true, description: '预算执行率: paid / budget' })
  executionPercent!: string | null;

  @Field(() => RecallType, {
    nullable: true,
    description: '资金收回, by the recall rule of the budget; null: no rule.',
  })
  recall!: RecallType | null;
}

@Cost({ weight: NEGLIGIBLE })
@ObjectType('FundingWarning', {
  simpleResolvers: true,
  description: '提示: one per instalment, category or year. The data was accepted.',
})
export class FundingWarningType {
  @Field(() => FundingWarningCode)
  code!: `${FundingWarningCode}`;

  @Field(() => DecimalScalar, { description: 'The amount concerned, CNY.' })
  amount!: string;

  @Field(() => InstalmentCondition, { nullable: true })
  condition!: InstalmentCondition | null;

  @Field(() => String, { nullable: true })
  category!: string | null;

  @Field(() => Int, { nullable: true })
  fiscalYear!: number | null;
}

@Cost({ weight: 10 })
@ObjectType('FundingReport', {
  simpleResolvers: true,
  description:
    '经费情况 of an agreement as of a day. Entries are included by their own day; the fee and the plans are the current ones.',
})
export class FundingReportType {
  @Field(() => DateScalar)
  asOf!: string;

  @Field(() => DecimalScalar, { nullable: true, description: '年度经费 in force on the day.' })
  annualFee!: string | null;

  @Field(() => [InstalmentType], {
    description:
      '分期款项 in force on the day; one that is no longer agreed appears while money has been received for it.',
  })
  instalments!: InstalmentType[];

  @Field(() => DecimalScalar)
  received!: string;

  @Field(() => DecimalScalar, { nullable: true, description: 'annualFee - received' })
  outstanding!: string | null;

  @Field(() => DecimalScalar, { description: '应到未到: due of released instalments, and not received.' })
  overdue!: string;

  @Field(() => Int, { description: 'Version of the current budget; 0: not set.' })
  budgetVersion!: number;

  @Field(() => DecimalScalar, { description: 'Total of the current budget.' })
  budgeted!: string;

  @Field(() => [BudgetLineType])
  budgetLines!: BudgetLineType[];

  @Field(() => DecimalScalar)
  spent!: string;

  @Field(() => DecimalScalar, { nullable: true, description: 'spent / annualFee' })
  executionPercent!: string | null;

  @Field(() => DecimalScalar, {
    description:
      '时间进度: share of the agreement’s days that have elapsed, to compare with executionPercent.',
  })
  timeProgressPercent!: string;

  @Field(() => DecimalScalar, { description: 'received - spent; negative: the operator has advanced money' })
  balance!: string;

  @Field(() => [FundingSourceType])
  sources!: FundingSourceType[];

  @Field(() => [FiscalYearType], {
    description: 'All calendar years of the agreement, and others with entries or a budget.',
  })
  fiscalYears!: FiscalYearType[];

  @Field(() => [FundingWarningType])
  warnings!: FundingWarningType[];
}

@ObjectType('FundingPayload', {
  simpleResolvers: true,
  description: 'The updated report, or the errors that prevented the change.',
})
export class FundingPayload {
  @Field(() => FundingReportType, { nullable: true })
  funding?: FundingReportType;

  @Field(() => ID, {
    nullable: true,
    description: 'Id of the recorded entry, or of the reversal.',
  })
  entryId?: string | null;

  @Field(() => [UserError])
  userErrors!: UserError[];
}
