import { Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import { connectionOf } from '../../platform/graphql/connection';
import { Cost, NEGLIGIBLE } from '../../platform/graphql/limits/cost';
import { Node } from '../../platform/graphql/node.type';
import { DateScalar, DateTimeScalar, DecimalScalar } from '../../platform/graphql/scalars';
import { UserError } from '../../platform/graphql/user-error.type';
import { SatisfactionMethod } from './satisfaction.enums';

registerEnumType(SatisfactionMethod, {
  name: 'SatisfactionMethod',
  description: '服务手法: 个案, 小组, 活动, or a survey over all of them (整体).',
  valuesConfig: {
    CASEWORK: { description: '个案' },
    GROUPWORK: { description: '小组' },
    EVENT: { description: '活动' },
    OVERALL: { description: '整体: over all services, not of a single method.' },
  },
});

@ObjectType('SatisfactionSurvey', {
  implements: Node,
  simpleResolvers: true,
  description: '服务对象满意度调查: counts only, no individual answers.',
})
export class SatisfactionSurveyType implements Node {
  @Field(() => ID)
  id!: string;

  @Field(() => SatisfactionMethod)
  method!: SatisfactionMethod;

  @Field(() => DateScalar, { description: '调查日期' })
  surveyedOn!: string;

  @Field(() => Int, { nullable: true, description: '发放份数; null if only a percent is known.' })
  asked!: number | null;

  @Field(() => Int, { nullable: true, description: '回收份数' })
  answered!: number | null;

  @Field(() => Int, { nullable: true, description: '满意份数' })
  satisfied!: number | null;

  @Field(() => DecimalScalar, {
    nullable: true,
    description: '上报满意率, if the source gives no counts.',
  })
  reportedPercent!: string | null;

  @Field(() => String, { nullable: true })
  note!: string | null;

  @Field(() => DateTimeScalar)
  recordedAt!: Date;

  @Field()
  recordedBy!: string;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: '作废时间: the survey remains readable but counts in no figure.',
  })
  voidedAt!: Date | null;

  @Field(() => String, { nullable: true })
  voidedBy!: string | null;

  @Field(() => String, { nullable: true, description: '作废或更正原因' })
  voidReason!: string | null;
}

export const SatisfactionSurveyConnection = connectionOf(
  'SatisfactionSurvey',
  () => SatisfactionSurveyType,
).Connection;

/** Sums over surveys. */
@ObjectType({ simpleResolvers: true })
abstract class SurveySums {
  @Field(() => Int, { description: 'Number of surveys, including those that report only a percent.' })
  surveys!: number;

  @Field(() => Int, { description: '发放份数' })
  asked!: number;

  @Field(() => Int, { description: '回收份数' })
  answered!: number;

  @Field(() => Int, { description: '满意份数' })
  satisfied!: number;

  @Field(() => DecimalScalar, {
    nullable: true,
    description:
      '满意率: satisfied / answered. Without counts, the latest reported percent; null without either.',
  })
  percent!: string | null;

  @Field({ description: 'True if the percent was reported and not calculated from counts.' })
  isReported!: boolean;
}

@Cost({ weight: NEGLIGIBLE })
@ObjectType('MethodSatisfaction', { simpleResolvers: true, description: '满意率 of one 服务手法.' })
class MethodSatisfactionType extends SurveySums {
  @Field(() => SatisfactionMethod)
  method!: SatisfactionMethod;

  @Field(() => Boolean, { nullable: true, description: 'Compared on the exact share; null without one.' })
  reachesThreshold!: boolean | null;
}

@ObjectType('SatisfactionReport', {
  simpleResolvers: true,
  description:
    '满意度: over the surveys that are not void. "Every method at least 85 %" and "at least 85 % of the clients" are two different figures.',
})
export class SatisfactionReportType extends SurveySums {
  @Field(() => DecimalScalar, { description: '达标线' })
  threshold!: string;

  @Field(() => [MethodSatisfactionType], {
    description: '个案, 小组, 活动, 整体; also those that were not surveyed.',
  })
  methods!: MethodSatisfactionType[];

  @Field(() => Boolean, {
    nullable: true,
    description:
      '各手法均达标: each of 个案, 小组 and 活动 that was surveyed reaches the threshold (see methodsNotSurveyed); null if none was.',
  })
  everyMethodReaches!: boolean | null;

  @Field(() => Boolean, {
    nullable: true,
    description:
      '总体达标: the satisfied share of all clients who answered reaches the threshold; null if no one answered.',
  })
  clientsReach!: boolean | null;

  @Field(() => [SatisfactionMethod], {
    description: '未调查的手法: those of 个案, 小组 and 活动 without a percent.',
  })
  methodsNotSurveyed!: SatisfactionMethod[];
}

@ObjectType('SatisfactionSurveyPayload', {
  simpleResolvers: true,
  description: 'The survey, or null and the userErrors.',
})
export class SatisfactionSurveyPayload {
  @Field(() => SatisfactionSurveyType, { nullable: true })
  survey?: SatisfactionSurveyType;

  @Field(() => [UserError])
  userErrors!: UserError[];
}
