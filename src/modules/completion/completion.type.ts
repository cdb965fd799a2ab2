import { Field, ObjectType } from 'type-graphql';
import { Cost, NEGLIGIBLE } from '../../platform/graphql/limits/cost';
import { DateScalar, DecimalScalar } from '../../platform/graphql/scalars';
import { ProjectType, TermType, ZoneType } from '../agreement';
import { IndicatorType, MeasureType } from './indicator.type';

@Cost({ weight: NEGLIGIBLE })
@ObjectType('Completion', {
  simpleResolvers: true,
  description: `target: sum of the targets; null where none is set ('/' on the official form).
completed: sum of the recorded quantities, with or without a target.
percent: completed / target × 100, rounded half up to 2 decimals; null where target is null or zero.
A total's percent is the ratio of the sums, never a mean of percentages.`,
})
export class CompletionType {
  @Field(() => DecimalScalar, { nullable: true })
  target!: string | null;

  @Field(() => DecimalScalar)
  completed!: string;

  @Field(() => DecimalScalar, { nullable: true })
  percent!: string | null;
}

@Cost({ weight: NEGLIGIBLE, size: 6 })
@ObjectType('ZoneCompletion', { simpleResolvers: true, description: 'Completion of one 片区.' })
class ZoneCompletionType extends CompletionType {
  @Cost({ weight: NEGLIGIBLE })
  @Field(() => ZoneType)
  zone!: ZoneType;
}

@Cost({ weight: NEGLIGIBLE, size: 8 })
@ObjectType('ProjectCompletion', { simpleResolvers: true, description: 'Completion of one 项目.' })
class ProjectCompletionType extends CompletionType {
  @Cost({ weight: NEGLIGIBLE })
  @Field(() => ProjectType)
  project!: ProjectType;
}

@Cost({ weight: NEGLIGIBLE, size: 50 })
@ObjectType('CompletionRow', {
  simpleResolvers: true,
  description: 'One row of 附件1: an indicator and one of its measures.',
})
class CompletionRowType {
  @Field(() => IndicatorType)
  indicator!: IndicatorType;

  @Field(() => MeasureType)
  measure!: MeasureType;

  @Field(() => CompletionType)
  total!: CompletionType;

  @Field(() => [ZoneCompletionType], {
    description:
      'One entry per zone of the agreement, in its order, including zones without target and records.',
  })
  byZone!: ZoneCompletionType[];

  @Field(() => [ProjectCompletionType], { description: 'One entry per project of the agreement, likewise.' })
  byProject!: ProjectCompletionType[];
}

@Cost({ weight: 10 })
@ObjectType('CompletionTable', {
  simpleResolvers: true,
  description: '附件1 指标完成情况表, computed from the records.',
})
export class CompletionTableType {
  @Cost({ weight: NEGLIGIBLE })
  @Field(() => TermType)
  term!: TermType;

  @Field(() => DateScalar)
  from!: string;

  @Field(() => DateScalar)
  to!: string;

  @Field(() => DecimalScalar, {
    description:
      "时间进度: share of the term's days elapsed by `to`, or by today if `to` is not given; percent, 2 decimals.",
  })
  timeProgressPercent!: string;

  @Cost({ weight: NEGLIGIBLE })
  @Field(() => [ZoneType])
  zones!: ZoneType[];

  @Field(() => [CompletionRowType])
  rows!: CompletionRowType[];
}
