import { Field, ID, InputType } from 'type-graphql';
import { DecimalScalar } from '../../../platform/graphql/scalars';
import { AssessmentParty } from '../assessment.enums';

@InputType('SubScoreInput', { description: 'A sub-score, by the name that the scheme gives it.' })
export class SubScoreInput {
  @Field()
  name!: string;

  @Field(() => DecimalScalar)
  score!: string;
}

const ITEMS = 'Where the scheme lists sub-scores: all of them, which add up to the score.';

@InputType('ScoreAssessmentInput', {
  description: 'Score of your own party; it can be changed until the assessment is closed.',
})
export class ScoreAssessmentInput {
  @Field(() => ID)
  assessmentId!: string;

  @Field(() => DecimalScalar)
  score!: string;

  @Field(() => [SubScoreInput], { nullable: true, description: ITEMS })
  items?: SubScoreInput[] | null;

  @Field(() => String, {
    nullable: true,
    description: 'Why the score changes; required once others have seen it. At most 500 characters.',
  })
  reason?: string | null;
}

@InputType('EnterPaperScoreInput', {
  description:
    'A score that a party gave on paper: of a party without an account at any time, of another one that is missing from 30 days after the last day on.',
})
export class EnterPaperScoreInput {
  @Field(() => ID)
  assessmentId!: string;

  @Field(() => AssessmentParty)
  party!: AssessmentParty;

  @Field(() => String, { nullable: true, description: 'Of OTHER: which one, by its name in the scheme.' })
  name?: string | null;

  @Field(() => DecimalScalar)
  score!: string;

  @Field(() => [SubScoreInput], { nullable: true, description: ITEMS })
  items?: SubScoreInput[] | null;

  @Field({ description: 'Which paper, and why it is entered by the bureau. At most 500 characters.' })
  reason!: string;
}
