import { Field, InputType, Int } from 'type-graphql';
import { DecimalScalar } from '../../../platform/graphql/scalars';
import { AssessmentParty } from '../assessment.enums';

@InputType('SchemeItemInput', { description: 'A sub-score of a party.' })
class SchemeItemInput {
  @Field()
  name!: string;

  @Field(() => DecimalScalar)
  maximum!: string;
}

@InputType('SchemePartyInput', { description: 'A party that scores, and of how many points.' })
export class SchemePartyInput {
  @Field(() => AssessmentParty)
  party!: AssessmentParty;

  @Field(() => String, {
    nullable: true,
    description: 'Of OTHER alone, at most 100 characters: 村（居）委会. Its score is entered from paper.',
  })
  name?: string | null;

  @Field(() => DecimalScalar)
  maximum!: string;

  @Field(() => [SchemeItemInput], {
    nullable: true,
    description: 'Sub-scores, whose maxima add up to that of the party; at most 50.',
  })
  items?: SchemeItemInput[] | null;
}

@InputType('GradeBandsInput', { description: 'Lower bounds of the grades, each below the one before.' })
export class GradeBandsInput {
  @Field(() => DecimalScalar)
  excellentFrom!: string;

  @Field(() => DecimalScalar)
  goodFrom!: string;

  @Field(() => DecimalScalar)
  qualifiedFrom!: string;
}

@InputType('SetAssessmentSchemeInput', {
  description: 'The scheme of the assessments whose last day is in a year; the maxima add up to 100.',
})
export class SetAssessmentSchemeInput {
  @Field(() => Int)
  year!: number;

  @Field(() => [SchemePartyInput])
  parties!: SchemePartyInput[];

  @Field(() => GradeBandsInput)
  bands!: GradeBandsInput;

  @Field(() => Int, {
    nullable: true,
    description: 'The version that you saw; refused when there is another by now.',
  })
  expectedVersion?: number | null;
}
