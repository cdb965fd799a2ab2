import { Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import { Cost } from '../../platform/graphql/limits/cost';
import { Node } from '../../platform/graphql/node.type';
import { DateTimeScalar, DecimalScalar } from '../../platform/graphql/scalars';
import { UserError } from '../../platform/graphql/user-error.type';
import { EvaluationParty } from './evaluation.enums';

registerEnumType(EvaluationParty, {
  name: 'EvaluationParty',
  description: '自评主体: 承接机构 or 购买方, each evaluating itself.',
});

@Cost({ size: 2 })
@ObjectType('Evaluation', {
  implements: Node,
  simpleResolvers: true,
  description: '绩效自评: a weighted tree of indicators that scores how the money of an agreement was used.',
})
export class EvaluationType implements Node {
  @Field(() => ID)
  id!: string;

  @Field(() => EvaluationParty, {
    description: 'The party that created the evaluation; only it may score it.',
  })
  party!: EvaluationParty;

  @Field()
  name!: string;

  @Field(() => Int, { nullable: true, description: '预算年度, if the evaluation covers one.' })
  fiscalYear!: number | null;

  @Field(() => DateTimeScalar)
  createdAt!: Date;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: '定稿时间: scores cannot be changed afterwards.',
  })
  closedAt!: Date | null;

  @Field(() => DateTimeScalar, { nullable: true, description: '作废时间: the evaluation remains readable.' })
  voidedAt!: Date | null;

  @Field(() => String, { nullable: true, description: '作废原因' })
  voidReason!: string | null;
}

/** Fields of everything that has a weight and a score. */
@ObjectType({ simpleResolvers: true })
abstract class Weighted {
  @Field(() => ID)
  id!: string;

  @Field()
  name!: string;

  @Field(() => DecimalScalar, { description: '权重' })
  weight!: string;

  @Field(() => String, { nullable: true, description: '评分依据 of the current score.' })
  evidence!: string | null;

  @Field(() => Int, {
    description: 'Number of times it was scored, 0 if not yet. Earlier scores are kept.',
  })
  revision!: number;
}

@Cost({ weight: 0.1, size: 4 })
@ObjectType('EvaluationItem', { simpleResolvers: true, description: '二级指标: a leaf of the tree.' })
export class EvaluationItemType extends Weighted {
  @Field(() => DecimalScalar, { nullable: true, description: '得分; null until it is scored.' })
  score!: string | null;
}

@Cost({ weight: 0.1, size: 5 })
@ObjectType('EvaluationGroup', {
  simpleResolvers: true,
  description: '一级指标: has items, or is scored itself.',
})
export class EvaluationGroupType extends Weighted {
  @Field(() => DecimalScalar, {
    nullable: true,
    description: '得分: sum of its items, or its own score if it has none; null until all are given.',
  })
  score!: string | null;

  @Field(() => [EvaluationItemType], { description: 'Empty if the group is scored itself.' })
  items!: EvaluationItemType[];
}

@Cost({ weight: 0.2, size: 3 })
@ObjectType('EvaluationScore', {
  simpleResolvers: true,
  description: '评分记录: a score of a leaf, current or earlier.',
})
export class EvaluationScoreType {
  @Field(() => Int)
  revision!: number;

  @Field(() => DecimalScalar)
  score!: string;

  @Field(() => String, { nullable: true })
  evidence!: string | null;

  @Field(() => DateTimeScalar)
  scoredAt!: Date;

  @Field()
  scoredBy!: string;
}

@ObjectType('EvaluationPayload', {
  simpleResolvers: true,
  description: 'The evaluation, or null and the userErrors.',
})
export class EvaluationPayload {
  @Field(() => EvaluationType, { nullable: true })
  evaluation?: EvaluationType;

  @Field(() => [UserError])
  userErrors!: UserError[];
}
