import { Field, InputType } from 'type-graphql';
import { AssessmentKind, AssessmentState, FindingKind, FindingState } from '../assessment.enums';

@InputType('AssessmentFilter', { description: 'All given conditions must hold.' })
export class AssessmentFilter {
  @Field(() => [AssessmentState], { nullable: true })
  states?: AssessmentState[] | null;

  @Field(() => AssessmentKind, { nullable: true })
  kind?: AssessmentKind | null;

  @Field(() => String, { nullable: true })
  districtCode?: string | null;

  @Field(() => Boolean, {
    nullable: true,
    description:
      '已评, 待评: whether the score of your own party is in; of the assessments that your party scores alone.',
  })
  scored?: boolean | null;
}

@InputType('FindingFilter', { description: 'All given conditions must hold.' })
export class FindingFilter {
  @Field(() => FindingKind, { nullable: true })
  kind?: FindingKind | null;

  @Field(() => [FindingState], {
    nullable: true,
    description:
      'Of concerns: OPEN and SENT_BACK wait for the operator, ANSWERED for the party that raised it.',
  })
  states?: FindingState[] | null;

  @Field(() => String, { nullable: true })
  districtCode?: string | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'True: those that your own party may review; false: all others.',
  })
  own?: boolean | null;
}
