import { Field, ID, InputType, Int } from 'type-graphql';
import { DecimalScalar } from '../../platform/graphql/scalars';
import { IDEMPOTENCY_KEY } from '../agreement';

@InputType('EvaluationItemInput', { description: '指标 of a group, scored individually.' })
export class EvaluationItemInput {
  @Field({ description: 'At most 200 characters, unique within its group.' })
  name!: string;

  @Field(() => DecimalScalar, { description: '权重: greater than 0, at most two decimals.' })
  weight!: string;
}

@InputType('EvaluationGroupInput', {
  description:
    '一级指标: with items that sum to its weight, or without items, in which case it is scored itself.',
})
export class EvaluationGroupInput {
  @Field({ description: 'At most 200 characters, unique within the evaluation.' })
  name!: string;

  @Field(() => DecimalScalar, { description: '权重: greater than 0, at most two decimals.' })
  weight!: string;

  @Field(() => [EvaluationItemInput], {
    nullable: true,
    description: 'At most 30; their weights sum to that of the group.',
  })
  items?: EvaluationItemInput[] | null;
}

@InputType('CreateEvaluationInput', {
  description:
    'The evaluation with its whole tree. The tree cannot be changed later: void a wrong evaluation and create another.',
})
export class CreateEvaluationInput {
  @Field(() => ID)
  agreementId!: string;

  @Field({
    description:
      'At most 200 characters, unique among the evaluations of your organisation for the agreement.',
  })
  name!: string;

  @Field(() => Int, {
    nullable: true,
    description: '预算年度: a calendar year of the agreement, if the evaluation covers one.',
  })
  fiscalYear?: number | null;

  @Field(() => [EvaluationGroupInput], { description: '1 to 20; their weights sum to 100.' })
  groups!: EvaluationGroupInput[];

  @Field(() => String, { nullable: true, description: IDEMPOTENCY_KEY })
  idempotencyKey?: string | null;
}

@InputType('EvaluationScoreInput', { description: '得分 of one leaf, with its evidence.' })
export class EvaluationScoreInput {
  @Field(() => ID, { description: 'An item, or a group without items.' })
  itemId!: string;

  @Field(() => DecimalScalar, { description: 'From 0 to the weight, at most two decimals.' })
  score!: string;

  @Field(() => String, { nullable: true, description: '评分依据: at most 4,000 characters.' })
  evidence?: string | null;

  @Field(() => Int, {
    nullable: true,
    description: 'The revision that you read, 0 for none. Refused if the leaf has been scored since.',
  })
  expectedRevision?: number | null;
}

@InputType('ScoreEvaluationItemsInput', {
  description: 'Scores of at most 200 leaves; all are stored or none.',
})
export class ScoreEvaluationItemsInput {
  @Field(() => ID)
  evaluationId!: string;

  @Field(() => [EvaluationScoreInput])
  scores!: EvaluationScoreInput[];

  @Field(() => String, { nullable: true, description: IDEMPOTENCY_KEY })
  idempotencyKey?: string | null;
}
