import { ArgsType, Field, ID, InputType, Int } from 'type-graphql';
import { DateScalar, DecimalScalar } from '../../platform/graphql/scalars';
import { IDEMPOTENCY_KEY } from '../agreement';
import { SatisfactionMethod } from './satisfaction.enums';

/** Content of a survey: three counts, or only a percent if the source has no counts. */
@InputType()
abstract class SurveyContentInput {
  @Field(() => SatisfactionMethod)
  method!: SatisfactionMethod;

  @Field(() => DateScalar, { description: '调查日期: not before the agreement and not in the future.' })
  surveyedOn!: string;

  @Field(() => Int, { nullable: true, description: '发放份数: number of clients asked, at most 1,000,000.' })
  asked?: number | null;

  @Field(() => Int, { nullable: true, description: '回收份数: how many of them answered.' })
  answered?: number | null;

  @Field(() => Int, {
    nullable: true,
    description: '满意份数: how many of those who answered were satisfied.',
  })
  satisfied?: number | null;

  @Field(() => DecimalScalar, {
    nullable: true,
    description: '上报满意率: instead of the three counts, if the source gives only a percent.',
  })
  reportedPercent?: string | null;

  @Field(() => String, { nullable: true, description: 'At most 2,000 characters.' })
  note?: string | null;

  @Field(() => String, { nullable: true, description: IDEMPOTENCY_KEY })
  idempotencyKey?: string | null;
}

@InputType('RecordSatisfactionInput', {
  description: 'Either asked, answered and satisfied, or reportedPercent.',
})
export class RecordSatisfactionInput extends SurveyContentInput {
  @Field(() => ID)
  agreementId!: string;
}

@InputType('CorrectSatisfactionInput', {
  description: 'The complete corrected survey; it replaces the given one, which becomes void.',
})
export class CorrectSatisfactionInput extends SurveyContentInput {
  @Field(() => ID)
  id!: string;

  @Field({ description: '更正原因: at most 500 characters.' })
  reason!: string;
}

@ArgsType()
export class SatisfactionArgs {
  @Field(() => DecimalScalar, {
    nullable: true,
    defaultValue: '85',
    description: '达标线: a percent from 0 to 100.',
  })
  threshold?: string | null;

  @Field(() => DateScalar, { nullable: true, description: 'First survey day, inclusive.' })
  from?: string | null;

  @Field(() => DateScalar, { nullable: true, description: 'Last survey day, inclusive.' })
  to?: string | null;
}
