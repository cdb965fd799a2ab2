import { Field, ID, InputType } from 'type-graphql';
import { DateScalar } from '../../platform/graphql/scalars';
import { IDEMPOTENCY_KEY } from '../agreement';
import { AssessmentKind, FindingKind, FindingSection } from './assessment.enums';

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

  @Field(() => DateScalar, { nullable: true, description: '现场评估日: not before the first day assessed.' })
  onsiteOn?: string | null;
}

@InputType('MoveAssessmentInput', {
  description: 'Other days of an open assessment; what is left out stays as it is.',
})
export class MoveAssessmentInput {
  @Field(() => ID)
  assessmentId!: string;

  @Field(() => DateScalar, { nullable: true })
  from?: string | null;

  @Field(() => DateScalar, { nullable: true })
  to?: string | null;

  @Field(() => DateScalar, { nullable: true, description: '现场评估日' })
  onsiteOn?: string | null;
}

@InputType('ReplaceAssessorInput', { description: 'Another assessor of an open assessment.' })
export class ReplaceAssessorInput {
  @Field(() => ID)
  assessmentId!: string;

  @Field(() => ID, { description: 'An assessor that has no declared tie to the operator (回避).' })
  assessorId!: string;

  @Field({ description: 'At most 500 characters.' })
  reason!: string;
}

@InputType('RequestAssessorInput', { description: 'What the operator asks the bureau for.' })
export class RequestAssessorInput {
  @Field(() => ID)
  assessmentId!: string;

  @Field({ description: 'At most 500 characters.' })
  reason!: string;

  @Field(() => String, { nullable: true, description: IDEMPOTENCY_KEY })
  idempotencyKey?: string | null;
}

@InputType('AddFindingInput', { description: 'A strength or a concern, recorded for your own party.' })
export class AddFindingInput {
  @Field(() => ID)
  assessmentId!: string;

  @Field(() => FindingKind)
  kind!: FindingKind;

  @Field({ description: 'At most 2,000 characters.' })
  text!: string;

  @Field(() => FindingSection, {
    nullable: true,
    description: 'What it is about: 管理 or 总体; a zone or a point is named by its id instead.',
  })
  section?: FindingSection | null;

  @Field(() => ID, { nullable: true })
  zoneId?: string | null;

  @Field(() => ID, { nullable: true })
  pointId?: string | null;

  @Field(() => DateScalar, { nullable: true, description: '整改期限 of a concern, from today on.' })
  dueOn?: string | null;

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
