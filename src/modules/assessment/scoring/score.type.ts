import { Field, ObjectType } from 'type-graphql';
import { Cost, NEGLIGIBLE } from '../../../platform/graphql/limits/cost';
import { DateTimeScalar, DecimalScalar } from '../../../platform/graphql/scalars';
import { AssessmentParty } from '../assessment.enums';

@Cost({ weight: NEGLIGIBLE, size: 3 })
@ObjectType('SubScore', { simpleResolvers: true, description: '分项得分: an item of a score.' })
export class SubScoreType {
  @Field()
  name!: string;

  @Field(() => DecimalScalar, { description: '满分' })
  maximum!: string;

  @Field(() => DecimalScalar, { nullable: true, description: 'Null until it is given, or sealed.' })
  score!: string | null;
}

@Cost({ weight: NEGLIGIBLE, size: 2 })
@ObjectType('EarlierScore', {
  simpleResolvers: true,
  description: '原评分: a score that was changed after others had seen it.',
})
class EarlierScoreType {
  @Field(() => DecimalScalar)
  score!: string;

  @Field(() => [SubScoreType])
  items!: SubScoreType[];

  @Field(() => DateTimeScalar)
  scoredAt!: Date;

  @Field({ description: 'Entered from paper by the bureau.' })
  onPaper!: boolean;

  @Field(() => String, { nullable: true })
  reason!: string | null;
}

@Cost({ weight: 0.1, size: 4 })
@ObjectType('AssessmentScore', {
  simpleResolvers: true,
  description:
    "评分: each party's score is already weighted. Sealed until all are in or the bureau opens them: each party then sees its own alone.",
})
export class AssessmentScoreType {
  @Field(() => AssessmentParty)
  party!: AssessmentParty;

  @Field(() => String, { nullable: true, description: 'Which one, of OTHER: 村（居）委会.' })
  name!: string | null;

  @Field(() => DecimalScalar, { description: '满分' })
  maximum!: string;

  @Field(() => DecimalScalar, {
    nullable: true,
    description: 'At most two decimals; null until it is given, or while it is sealed.',
  })
  score!: string | null;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'When it was given, also while it is sealed; null: missing.',
  })
  scoredAt!: Date | null;

  @Field({ description: '纸质录入: entered from paper by the bureau.' })
  onPaper!: boolean;

  @Field(() => String, { nullable: true, description: 'Why it was entered from paper, or changed.' })
  reason!: string | null;

  @Field(() => [SubScoreType], { description: '分项, where the scheme lists them.' })
  items!: SubScoreType[];

  @Field(() => [EarlierScoreType], { description: 'What it was before it was changed, the latest first.' })
  earlier!: EarlierScoreType[];
}
