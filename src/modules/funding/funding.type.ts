import { Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import { Cost, NEGLIGIBLE } from '../../platform/graphql/limits/cost';
import { DateScalar, DecimalScalar } from '../../platform/graphql/scalars';
import { UserError } from '../../platform/graphql/user-error.type';
import { InstalmentCondition } from '../agreement';
import { FundingLevel, FundingWarningCode, RecallState } from './funding.enums';

registerEnumType(FundingLevel, { name: 'FundingLevel', description: '资金来源: 市级 or 区级财政.' });
registerEnumType(RecallState, {
  name: 'RecallState',
  description: '执行进度: how a share that must be executed by a day stands.',
  valuesConfig: {
    MET: { description: 'The share is executed.' },
    OPEN: { description: 'It is not, and the day is not over.' },
    MISSED: { description: 'It was not when the day was over: the rest is taken back.' },
    UNKNOWN: { description: 'Payments whose day nobody knows decide.' },
  },
});
registerEnumType(FundingWarningCode, {
  name: 'FundingWarningCode',
  description: '提示: accepted, and worth a look.',
});

@Cost({ weight: NEGLIGIBLE })
@ObjectType('Instalment', {
  simpleResolvers: true,
  description: '分期款项: a share of the annual fee, released by its condition.',
})
export class InstalmentType {
  @Field(() => InstalmentCondition)
  condition!: InstalmentCondition;

  @Field(() => DecimalScalar)
  share!: string;

  @Field(() => DecimalScalar, {
    description:
      'Fee × share, half up to the fen; the last one takes the rest, so that together they are the fee.',
  })
  due!: string;

  @Field(() => DecimalScalar)
  received!: string;

  @Field({ description: 'The condition is met.' })
  released!: boolean;

  @Field(() => DateScalar, {
    nullable: true,
    description:
      'SIGNING: the day the agreement begins or is registered, whichever is first; else the day the assessment was closed.',
  })
  releasedOn!: string | null;
}

@Cost({ weight: NEGLIGIBLE })
@ObjectType('BudgetLine', {
  simpleResolvers: true,
  description: '预算科目. shareOfFeePercent: spent / annualFee; executionPercent: spent / budgeted.',
})
export class BudgetLineType {
  @Field()
  category!: string;

  @Field(() => DecimalScalar, {
    nullable: true,
    description: 'Null where money was spent in a category that the budget in force does not have.',
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
  description: '资金来源: out of whose purse the fee is.',
})
export class FundingSourceType {
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
  description: '资金收回: what is taken back when less than a share is executed by a day.',
})
export class RecallType {
  @Field(() => DecimalScalar)
  share!: string;

  @Field(() => DateScalar)
  by!: string;

  @Field(() => DecimalScalar, { description: 'What the share is of.' })
  base!: string;

  @Field(() => DecimalScalar, { description: 'base × share, up to the fen.' })
  required!: string;

  @Field(() => DecimalScalar, { description: 'Executed by the day, as far as the view reaches.' })
  executed!: string;

  @Field(() => DecimalScalar, { description: 'Executed some time in the year, perhaps only after the day.' })
  undated!: string;

  @Field(() => DecimalScalar, { description: 'What is missing for the share.' })
  short!: string;

  @Field(() => DecimalScalar, {
    nullable: true,
    description: 'base - executed while the share is not reached; 0 once it is; null where nobody knows.',
  })
  atRisk!: string | null;

  @Field(() => RecallState)
  state!: RecallState;
}

@Cost({ weight: NEGLIGIBLE })
@ObjectType('FiscalYearReport', {
  simpleResolvers: true,
  description:
    '财政年度: a calendar year of an agreement. The street’s budget is cut on 31 December, the agreement is not.',
})
export class FiscalYearType {
  organisationId!: string;
  agreementId!: string;
  asOf!: string;

  @Field(() => Int)
  fiscalYear!: number;

  @Field(() => DecimalScalar, { description: 'By the operator, in the year.' })
  received!: string;

  @Field(() => DecimalScalar, { description: 'By the operator, in the year.' })
  spent!: string;

  @Field(() => DecimalScalar, {
    description: 'Received - spent, from the first entry to the end of the year.',
  })
  balanceAtEnd!: string;

  @Field(() => DecimalScalar, { nullable: true, description: '街道年度预算; null where none is set.' })
  budget!: string | null;

  @Field(() => DecimalScalar, {
    description: '街道已拨付: receipts by the day they were paid, and payments beside them.',
  })
  paid!: string;

  @Field(() => DecimalScalar, {
    description: 'Paid some time in the year, perhaps only after asOf: not in paid.',
  })
  undated!: string;

  @Field(() => DecimalScalar, { nullable: true, description: '预算执行率: paid / budget' })
  executionPercent!: string | null;

  @Field(() => RecallType, { nullable: true, description: 'By the rule set with the budget.' })
  recall!: RecallType | null;
}

@Cost({ weight: NEGLIGIBLE })
@ObjectType('FundingWarning', {
  simpleResolvers: true,
  description: '提示: one an instalment, category or year. Nothing was refused.',
})
export class FundingWarningType {
  @Field(() => FundingWarningCode)
  code!: FundingWarningCode;

  @Field(() => DecimalScalar, { description: 'CNY that it is about.' })
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
    '经费情况: of an agreement as of a day. Entries count by their own day; the fee and the plans are those in force now.',
})
export class FundingReportType {
  organisationId!: string;
  agreementId!: string;

  @Field(() => DateScalar)
  asOf!: string;

  @Field(() => DecimalScalar, { nullable: true })
  annualFee!: string | null;

  @Field(() => [InstalmentType])
  instalments!: InstalmentType[];

  @Field(() => DecimalScalar)
  received!: string;

  @Field(() => DecimalScalar, { nullable: true, description: 'annualFee - received' })
  outstanding!: string | null;

  @Field(() => DecimalScalar, { description: '应到未到: released, and not received.' })
  overdue!: string;

  @Field(() => Int, { description: 'Of the budget in force; 0: none is set.' })
  budgetVersion!: number;

  @Field(() => DecimalScalar, { description: 'Sum of the budget in force.' })
  budgeted!: string;

  @Field(() => [BudgetLineType])
  budgetLines!: BudgetLineType[];

  @Field(() => DecimalScalar)
  spent!: string;

  @Field(() => DecimalScalar, { nullable: true, description: 'spent / annualFee' })
  executionPercent!: string | null;

  @Field(() => DecimalScalar, {
    description: 'Share of the agreement’s days that are over: beside executionPercent.',
  })
  timeProgressPercent!: string;

  @Field(() => DecimalScalar, { description: 'received - spent; negative: the operator has paid ahead' })
  balance!: string;

  @Field(() => [FundingSourceType])
  sources!: FundingSourceType[];

  @Field(() => [FiscalYearType], {
    description: 'Every calendar year of the agreement, and others with money in them.',
  })
  fiscalYears!: FiscalYearType[];

  @Field(() => [FundingWarningType])
  warnings!: FundingWarningType[];
}

@ObjectType('FundingPayload', {
  simpleResolvers: true,
  description: 'The report as it stands now, or what stood against it.',
})
export class FundingPayload {
  @Field(() => FundingReportType, { nullable: true })
  funding?: FundingReportType;

  @Field(() => ID, {
    nullable: true,
    description: 'Of the entry that was recorded, or that reverses another.',
  })
  entryId?: string | null;

  @Field(() => [UserError])
  userErrors!: UserError[];
}
