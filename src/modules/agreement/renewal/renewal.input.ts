import { Field, ID, InputType } from 'type-graphql';
import { DateScalar, DecimalScalar } from '../../../platform/graphql/scalars';
import { REGISTRATION_KEY } from '../idempotency';

@InputType('RenewAgreementInput', {
  description:
    '续签: what is left out is taken from the earlier agreement, as in force on its last day. Its terms move by whole months; the first begins and the last ends with the renewal.',
})
export class RenewAgreementInput {
  @Field(() => ID, { description: 'The earlier agreement, confirmed.' })
  agreementId!: string;

  @Field(() => DateScalar, { description: 'After the last day of the earlier agreement.' })
  startsOn!: string;

  @Field(() => DateScalar)
  endsOn!: string;

  @Field(() => ID, { nullable: true, description: 'Another operator: for the purchaser or a bureau.' })
  operatorId?: string | null;

  @Field(() => ID, { nullable: true, description: 'Another purchaser, e.g. where streets merge.' })
  purchaserId?: string | null;

  @Field(() => DecimalScalar, { nullable: true })
  annualFee?: string | null;

  @Field(() => Boolean, { nullable: true, defaultValue: true })
  withTargets?: boolean | null;

  @Field(() => Boolean, {
    nullable: true,
    description:
      'Whether those still on post on the last day go with it: for the operator and the bureaus. Left out, only where the operator stays; a bureau may hand them to another operator (a takeover).',
  })
  withRoster?: boolean | null;

  @Field(() => Boolean, {
    nullable: true,
    defaultValue: false,
    description: 'A bureau may register a proposal, which both parties confirm.',
  })
  asProposal?: boolean | null;

  @Field(() => String, { nullable: true, description: REGISTRATION_KEY })
  idempotencyKey?: string | null;
}
