import { Field, ID, InputType } from 'type-graphql';
import { DateScalar, DecimalScalar } from '../../platform/graphql/scalars';
import { IDEMPOTENCY_KEY } from '../agreement';
import { AssessmentKind, FindingKind } from './assessment.enums';

@InputType('OpenAssessmentInput', {
  description: 'The assessment to open; its days must lie within the agreement.',
})
export class OpenAssessmentInput {
  @Field(() => ID)
  agreementId!: string;

  @Field(() => AssessmentKind)
  kind!: AssessmentKind;

  @Field(() => DateScalar)
  from!: string;

  @Field(() => DateScalar)
  to!: string;

  @Field(() => ID, { description: 'An assessor that has no declared tie to the operator (回避).' })
  assessorId!: string;
}

@InputType('ScoreAssessmentInput', {
  description: 'Score of your own party; it can be changed until the assessment is closed.',
})
export class ScoreAssessmentInput {
  @Field(() => ID)
  assessmentId!: string;

  @Field(() => DecimalScalar)
  score!: string;
}

@InputType('AddFindingInput', { description: 'A strength or a concern, recorded for your own party.' })
export class AddFindingInput {
  @Field(() => ID)
  assessmentId!: string;

  @Field(() => FindingKind)
  kind!: FindingKind;

  @Field({ description: 'At most 2,000 characters.' })
  text!: string;

  @Field(() => String, { nullable: true, description: IDEMPOTENCY_KEY })
  idempotencyKey?: string | null;
}

@InputType('ReviewResponseInput', {
  description: 'Review of a response, by the party that raised the concern.',
})
export class ReviewResponseInput {
  @Field(() => ID)
  findingId!: string;

  @Field({ description: 'True accepts the response; false sends it back.' })
  accepted!: boolean;

  @Field(() => String, {
    nullable: true,
    description: 'What is missing; required when the response is sent back.',
  })
  review?: string | null;

  @Field(() => String, { nullable: true, description: IDEMPOTENCY_KEY })
  idempotencyKey?: string | null;
}
