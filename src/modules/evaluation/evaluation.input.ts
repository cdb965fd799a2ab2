import { Field, ID, InputType, Int } from 'type-graphql';
import { DecimalScalar } from '../../platform/graphql/scalars';
import { IDEMPOTENCY_KEY } from '../agreement';

@InputType('EvaluationItemInput', { description: '指标 of a group, to be scored.' })
export class EvaluationItemInput {
  @Field({ description: 'At most 200 characters, once in its group.' })
  name!: string;

  @Field(() => DecimalScalar, { description: '权重: more than 0, two decimals at most.' })
  weight!: string;
}

@InputType('EvaluationGroupInput', {
  description: '一级指标: with the items that make up its weight, or without any: then it is scored itself.',
})
export class EvaluationGroupInput {
  @Field({ description: 'At most 200 characters, once in the evaluation.' })
  name!: string;

  @Field(() => DecimalScalar, { description: '权重: more than 0, two decimals at most.' })
  weight!: string;

  @Field(() => [EvaluationItemInput], {
    nullable: true,
    description: 'At most 30; their weights add up to that of the group.',
  })
  items?: EvaluationItemInput[] | null;
}

@InputType('CreateEvaluationInput', {
  description: 'The whole tree at once. It is not changed later: a wrong one is voided and made anew.',
})
export class CreateEvaluationInput {
  @Field(() => ID)
  agreementId!: string;

  @Field({ description: 'At most 200 characters; no two of your own for an agreement have the same.' })
  name!: string;

  @Field(() => Int, {
    nullable: true,
    description: '预算年度: a calendar year of the agreement, where the evaluation is about one.',
  })
  fiscalYear?: number | null;

  @Field(() => [EvaluationGroupInput], { description: '1 to 20; their weights add up to 100.' })
  groups!: EvaluationGroupInput[];

  @Field(() => String, { nullable: true, description: IDEMPOTENCY_KEY })
  idempotencyKey?: string | null;
}

@InputType('EvaluationScoreInput', { description: '得分 of one leaf, with what it rests on.' })
export class EvaluationScoreInput {
  @Field(() => ID, { description: 'An item, or a group without items.' })
  itemId!: string;

  @Field(() => DecimalScalar, { description: 'From 0 to the weight, two decimals at most.' })
  score!: string;

  @Field(() => String, { nullable: true, description: '评分依据: at most 4,000 characters.' })
  evidence?: string | null;

  @Field(() => Int, {
    nullable: true,
    description:
      'The revision that you saw, 0 for none. Refused when somebody has scored the leaf in between.',
  })
  expectedRevision?: number | null;
}

@InputType('ScoreEvaluationItemsInput', { description: 'All or nothing, at most 200 leaves at once.' })
export class ScoreEvaluationItemsInput {
  @Field(() => ID)
  evaluationId!: string;

  @Field(() => [EvaluationScoreInput])
  scores!: EvaluationScoreInput[];

  @Field(() => String, { nullable: true, description: IDEMPOTENCY_KEY })
  idempotencyKey?: string | null;
}
