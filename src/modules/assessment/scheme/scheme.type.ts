import { Field, Int, ObjectType } from 'type-graphql';
import { Cost, NEGLIGIBLE } from '../../../platform/graphql/limits/cost';
import { DateTimeScalar, DecimalScalar } from '../../../platform/graphql/scalars';
import { UserError } from '../../../platform/graphql/user-error.type';
import { AssessmentParty } from '../assessment.enums';

@Cost({ weight: NEGLIGIBLE, size: 3 })
@ObjectType('SchemeItem', { simpleResolvers: true, description: '评分分项: a sub-score of a party.' })
class SchemeItemType {
  @Field()
  name!: string;

  @Field(() => DecimalScalar, { description: '满分' })
  maximum!: string;
}

@Cost({ weight: NEGLIGIBLE, size: 5 })
@ObjectType('SchemeParty', { simpleResolvers: true, description: '评分方: a party that scores.' })
class SchemePartyType {
  @Field(() => AssessmentParty)
  party!: AssessmentParty;

  @Field(() => String, { nullable: true, description: 'Which one, of OTHER.' })
  name!: string | null;

  @Field(() => DecimalScalar, { description: '满分' })
  maximum!: string;

  @Field(() => [SchemeItemType])
  items!: SchemeItemType[];
}

@Cost({ weight: NEGLIGIBLE })
@ObjectType('GradeBands', { simpleResolvers: true, description: '等级界线: lower bounds of the grades.' })
export class GradeBandsType {
  @Field(() => DecimalScalar, { description: '优秀' })
  excellentFrom!: string;

  @Field(() => DecimalScalar, { description: '良好' })
  goodFrom!: string;

  @Field(() => DecimalScalar, { description: '合格' })
  qualifiedFrom!: string;
}

@ObjectType('AssessmentScheme', {
  simpleResolvers: true,
  description:
    '评估方案: who scores, of how many points, and the grade bands, by district and year. What is in force for the last day is fixed when an assessment is opened.',
})
export class AssessmentSchemeType {
  @Field(() => Int)
  year!: number;

  @Field(() => String, { nullable: true, description: 'Whose it is; null: the whole city’s.' })
  districtCode!: string | null;

  @Field(() => Int, { description: 'Rises with each change; 0: the standard, which no bureau has set.' })
  version!: number;

  @Field(() => [SchemePartyType])
  parties!: SchemePartyType[];

  @Field(() => GradeBandsType)
  bands!: GradeBandsType;

  @Field(() => DateTimeScalar, { nullable: true })
  setAt!: Date | null;
}

@ObjectType('AssessmentSchemePayload', {
  simpleResolvers: true,
  description: 'The scheme, or null and the userErrors.',
})
export class AssessmentSchemePayload {
  @Field(() => AssessmentSchemeType, { nullable: true })
  scheme?: AssessmentSchemeType;

  @Field(() => [UserError])
  userErrors!: UserError[];
}
