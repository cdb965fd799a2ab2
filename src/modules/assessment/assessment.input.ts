import { Field, ID, InputType } from 'type-graphql';
import { DateScalar, DecimalScalar } from '../../platform/graphql/scalars';
import { IDEMPOTENCY_KEY } from '../agreement';
import { AssessmentKind, FindingKind } from './assessment.enums';

@InputType('OpenAssessmentInput', { description: 'The days must lie within the agreement.' })
export class OpenAssessmentInput {
  @Field(() => ID)
  agreementId!: string;

  @Field(() => AssessmentKind)
  kind!: AssessmentKind;

  @Field(() => DateScalar)
  from!: string;

  @Field(() => DateScalar)
  to!: string;

  @Field(() => ID, { description: 'An assessor without a declared tie to the operator (回避).' })
  assessorId!: string;
}

@InputType('ScoreAssessmentInput', {
  description: 'Your own score; it may change until the assessment is closed.',
})
export class ScoreAssessmentInput {
  @Field(() => ID)
  assessmentId!: string;

  @Field(() => DecimalScalar)
  score!: string;
}

@InputType('AddFindingInput', { description: 'A strength or a concern, in your own name.' })
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

@InputType('ReviewResponseInput', { description: 'By the party that raised the concern.' })
export class ReviewResponseInput {
  @Field(() => ID)
  findingId!: string;

  @Field({ description: 'False sends the response back.' })
  accepted!: boolean;

  @Field(() => String, { nullable: true, description: 'Needed when it is sent back: what is missing.' })
  review?: string | null;

  @Field(() => String, { nullable: true, description: IDEMPOTENCY_KEY })
  idempotencyKey?: string | null;
}
