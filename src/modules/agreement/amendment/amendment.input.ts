import { Field, ID, InputType } from 'type-graphql';
import { DateScalar, DecimalScalar } from '../../../platform/graphql/scalars';
import { ProjectKind, ServiceDomain } from '../agreement.enums';
import { IDEMPOTENCY_KEY } from '../idempotency';
import { InstalmentInput } from '../registration/agreement.input';
import { TargetInput } from '../registration/target.input';

@InputType('AmendTermInput', { description: '项目期. id null: a new term; what is left out stays.' })
class AmendTermInput {
  @Field(() => ID, { nullable: true })
  id?: string | null;

  @Field(() => String, { nullable: true })
  name?: string | null;

  @Field(() => DateScalar, { nullable: true })
  startsOn?: string | null;

  @Field(() => DateScalar, { nullable: true })
  endsOn?: string | null;
}

@InputType('AmendPartInput', {
  description:
    '片区, 社工点 or 项目. id null: a new part. close: from the day of the amendment on. zoneId, for points: the zone it belongs to from then on. kind and domain, for new projects.',
})
class AmendPartInput {
  @Field(() => ID, { nullable: true })
  id?: string | null;

  @Field(() => String, { nullable: true })
  name?: string | null;

  @Field(() => Boolean, { nullable: true })
  close?: boolean | null;

  @Field(() => ID, { nullable: true })
  zoneId?: string | null;

  @Field(() => ProjectKind, { nullable: true })
  kind?: ProjectKind | null;

  @Field(() => ServiceDomain, { nullable: true })
  domain?: ServiceDomain | null;
}

@InputType('ProposeAmendmentInput', {
  description: `协议变更. Only what is named changes; null is as left out, but for a target's value, which takes it away from that day on.
effectiveOn: any day of the agreement, past ones too. endsOn before its end ends it early and cuts its terms (effectiveOn: the day after, or earlier): refused while records or assessments lie after it. A zone, point or project is closed from a day, never deleted; its past stays.`,
})
export class ProposeAmendmentInput {
  @Field(() => ID)
  agreementId!: string;

  @Field(() => DateScalar)
  effectiveOn!: string;

  @Field()
  reason!: string;

  @Field(() => String, { nullable: true, description: '文号. A bureau names one.' })
  documentNumber?: string | null;

  @Field(() => DecimalScalar, { nullable: true })
  annualFee?: string | null;

  @Field(() => DateScalar, { nullable: true })
  endsOn?: string | null;

  @Field(() => DecimalScalar, { nullable: true })
  requiredPosts?: string | null;

  @Field(() => DecimalScalar, { nullable: true })
  requiredCertifiedShare?: string | null;

  @Field(() => [AmendTermInput], { nullable: true })
  terms?: AmendTermInput[] | null;

  @Field(() => Boolean, {
    nullable: true,
    defaultValue: false,
    description: 'Terms need not cover every day of the agreement.',
  })
  allowGaps?: boolean | null;

  @Field(() => [AmendPartInput], { nullable: true })
  zones?: AmendPartInput[] | null;

  @Field(() => [AmendPartInput], { nullable: true })
  points?: AmendPartInput[] | null;

  @Field(() => [AmendPartInput], { nullable: true })
  projects?: AmendPartInput[] | null;

  @Field(() => [TargetInput], { nullable: true })
  targets?: TargetInput[] | null;

  @Field(() => [InstalmentInput], {
    nullable: true,
    description: 'All instalments from that day on; the shares sum to 1.',
  })
  instalments?: InstalmentInput[] | null;

  @Field(() => String, { nullable: true, description: IDEMPOTENCY_KEY })
  idempotencyKey?: string | null;
}
