import { Field, ID, InputType } from 'type-graphql';
import { DecimalScalar } from '../../../platform/graphql/scalars';

@InputType('TargetInput', {
  description:
    '协议量. value null removes the target. Within one term, indicator and measure either every target names a zone or none does; likewise projects.',
})
export class TargetInput {
  @Field(() => ID)
  termId!: string;

  @Field(() => ID, { nullable: true })
  zoneId?: string | null;

  @Field(() => ID, { nullable: true })
  projectId?: string | null;

  @Field()
  indicator!: string;

  @Field()
  measure!: string;

  @Field(() => DecimalScalar, { nullable: true })
  value?: string | null;
}

@InputType('SetTargetsInput', {
  description: 'At most 1,000 targets per call. Targets that are not listed remain unchanged.',
})
export class SetTargetsInput {
  @Field(() => ID)
  agreementId!: string;

  @Field(() => [TargetInput])
  targets!: TargetInput[];
}
