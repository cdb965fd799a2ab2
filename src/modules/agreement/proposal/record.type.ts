import { Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import { DateTimeScalar } from '../../../platform/graphql/scalars';
import { AgreementStep } from '../agreement.enums';
import type { AgreementEvent } from './record.repository';

registerEnumType(AgreementStep, {
  name: 'AgreementStep',
  description:
    '协议步骤. PARTY_CONFIRMED: one of the two parties confirmed what a bureau proposed. AMENDMENT_PROPOSED of a bureau is in force at once; AMENDMENT_ACKNOWLEDGED and AMENDMENT_OBJECTED: what a party says to it.',
});

@ObjectType('AgreementEvent', {
  simpleResolvers: true,
  description: '协议经过: one step in the life of an agreement.',
})
export class AgreementEventType implements Omit<AgreementEvent, 'agreementId' | 'actingId'> {
  @Field(() => AgreementStep)
  step!: AgreementStep;

  @Field(() => Int)
  revision!: number;

  @Field(() => String, { nullable: true })
  reason!: string | null;

  @Field(() => DateTimeScalar)
  at!: Date;

  @Field(() => ID, { nullable: true, description: '协议变更: the amendment that the step is about.' })
  amendmentId!: string | null;
}
