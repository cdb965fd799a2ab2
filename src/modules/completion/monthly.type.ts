import { Field, ObjectType } from 'type-graphql';
import { Cost, NEGLIGIBLE } from '../../platform/graphql/limits/cost';
import { DateScalar, DecimalScalar, YearMonthScalar } from '../../platform/graphql/scalars';
import { CompletionType } from './completion.type';
import { IndicatorType, MeasureType } from './indicator.type';

@Cost({ weight: NEGLIGIBLE, size: 50 })
@ObjectType('MonthlyCompletionRow', {
  simpleResolvers: true,
  description: '逐月完成情况的一行: an indicator and one of its measures over the months of the table.',
})
class MonthlyCompletionRowType {
  @Field(() => IndicatorType)
  indicator!: IndicatorType;

  @Field(() => MeasureType)
  measure!: MeasureType;

  @Field(() => CompletionType, {
    description: 'completed: the sum of the months; target: that of the whole term.',
  })
  total!: CompletionType;

  @Field(() => [DecimalScalar], { description: '完成量 of each month, in the order of `months`.' })
  byMonth!: string[];
}

@Cost({ weight: 10 })
@ObjectType('MonthlyCompletion', {
  simpleResolvers: true,
  description:
    '逐月完成情况: what was completed in each month of a term. Months that the term cuts count by its days.',
})
export class MonthlyCompletionType {
  @Field(() => DateScalar)
  from!: string;

  @Field(() => DateScalar)
  to!: string;

  @Field(() => DecimalScalar, {
    description: "时间进度: share of the term's days elapsed by `to`, or by today if that is earlier.",
  })
  timeProgressPercent!: string;

  @Field(() => [YearMonthScalar])
  months!: string[];

  @Field(() => [MonthlyCompletionRowType], {
    description:
      'In the order of the catalogue; only measures with a target or with a record in these months.',
  })
  rows!: MonthlyCompletionRowType[];
}
