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
    OVERALL: { description: '整体: over all services, of no one method.' },
  },
});

@ObjectType('SatisfactionSurvey', {
  implements: Node,
  simpleResolvers: true,
  description: '服务对象满意度调查: counts only, never who said what.',
})
export class SatisfactionSurveyType implements Node {
  @Field(() => ID)
  id!: string;

  organisationId!: string;
  agreementId!: string;
  replacesId!: string | null;
  replacedById!: string | null;

  @Field(() => SatisfactionMethod)
  method!: SatisfactionMethod;

  @Field(() => DateScalar, { description: '调查日期' })
  surveyedOn!: string;

  @Field(() => Int, { nullable: true, description: '发放份数; null where only a percent is known.' })
  asked!: number | null;

  @Field(() => Int, { nullable: true, description: '回收份数' })
  answered!: number | null;

  @Field(() => Int, { nullable: true, description: '满意份数' })
  satisfied!: number | null;

  @Field(() => DecimalScalar, {
    nullable: true,
    description: '上报满意率, where the source gives no counts.',
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
    description: '作废时间: it stays readable and counts nowhere.',
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

/** Surveys put together. */
@ObjectType({ simpleResolvers: true })
abstract class Together {
  @Field(() => Int, { description: 'How many surveys, those that report only a percent included.' })
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
      '满意率: satisfied / answered. Where nobody counted, the percent reported last; null where there is neither.',
  })
  percent!: string | null;

  @Field({ description: 'The percent was reported, and no counts stand behind it.' })
  isReported!: boolean;
}

@Cost({ weight: NEGLIGIBLE })
@ObjectType('MethodSatisfaction', { simpleResolvers: true, description: '满意率 of one 服务手法.' })
export class MethodSatisfactionType extends Together {
  @Field(() => SatisfactionMethod)
  method!: SatisfactionMethod;

  @Field(() => Boolean, { nullable: true, description: 'On the exact share; null without one.' })
  reachesThreshold!: boolean | null;
}

@ObjectType('SatisfactionReport', {
  simpleResolvers: true,
  description:
    '满意度: of the surveys that are not void. "Every method at least 85 %" and "at least 85 % of the clients" are two different figures.',
})
export class SatisfactionReportType extends Together {
  @Field(() => DecimalScalar, { description: '达标线' })
  threshold!: string;

  @Field(() => [MethodSatisfactionType], {
    description: '个案, 小组, 活动, 整体: each, also where nothing was surveyed.',
  })
  methods!: MethodSatisfactionType[];

  @Field(() => Boolean, {
    nullable: true,
    description:
      '各手法均达标: 个案, 小组 and 活动 each reach the threshold, as far as they were surveyed (see methodsNotSurveyed); null where none was.',
  })
  everyMethodReaches!: boolean | null;

  @Field(() => Boolean, {
    nullable: true,
    description:
      '总体达标: of all clients who answered, the threshold’s share is satisfied; null where none did.',
  })
  clientsReach!: boolean | null;

  @Field(() => [SatisfactionMethod], {
    description: '未调查的手法: of 个案, 小组 and 活动, those without a percent.',
  })
  methodsNotSurveyed!: SatisfactionMethod[];
}

@ObjectType('SatisfactionSurveyPayload', {
  simpleResolvers: true,
  description: 'The survey, or what stood against it.',
})
export class SatisfactionSurveyPayload {
  @Field(() => SatisfactionSurveyType, { nullable: true })
  survey?: SatisfactionSurveyType;

  @Field(() => [UserError])
  userErrors!: UserError[];
}
