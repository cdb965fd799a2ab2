import { Field, ID, ObjectType, registerEnumType } from 'type-graphql';
import { Node } from '../../../platform/graphql/node.type';
import { DateScalar, DateTimeScalar } from '../../../platform/graphql/scalars';
import { UserError } from '../../../platform/graphql/user-error.type';
import { AmendmentAnswer, AmendmentKind, AmendmentState } from '../agreement.enums';
import type { AmendmentRow, AnswerRow, ChangeRow } from './amendment.repository';

registerEnumType(AmendmentState, { name: 'AmendmentState', description: '变更状态' });
registerEnumType(AmendmentKind, {
  name: 'AmendmentKind',
  description: '变更类别. EARLY_END: 提前终止, the last day is earlier than before.',
});
registerEnumType(AmendmentAnswer, {
  name: 'AmendmentAnswerKind',
  description: '对民政部门变更的答复: 知悉 or 异议.',
});

@ObjectType('Amendment', {
  implements: Node,
  simpleResolvers: true,
  description:
    '协议变更: in force from a day, once the other party or the bureau of the district or the city has confirmed it; proposed by a bureau it is confirmed at once.',
})
export class AmendmentType
  implements
    Node,
    Omit<AmendmentRow, 'organisationId' | 'agreementId' | 'proposedBy' | 'confirmedBy' | 'endedBy'>
{
  @Field(() => ID)
  id!: string;

  @Field(() => AmendmentKind)
  kind!: AmendmentKind;

  @Field(() => AmendmentState)
  state!: AmendmentState;

  @Field(() => DateScalar, { description: '生效日期: may be past (追溯).' })
  effectiveOn!: string;

  @Field()
  reason!: string;

  @Field(() => String, { nullable: true, description: '文号' })
  documentNumber!: string | null;

  @Field(() => DateTimeScalar)
  proposedAt!: Date;

  @Field(() => DateTimeScalar, { nullable: true })
  confirmedAt!: Date | null;

  @Field(() => String, { nullable: true, description: 'Why it was declined or withdrawn.' })
  stateReason!: string | null;
}

@ObjectType('AmendmentChange', {
  simpleResolvers: true,
  description:
    '变更内容. field: annualFee, endsOn, requiredPosts, requiredCertifiedShare, target, term, zone, point, project, instalment; aspect: value, name, days, zone, state; subject: which one, in words.',
})
export class AmendmentChangeType implements Omit<ChangeRow, 'amendmentId'> {
  @Field(() => String)
  field!: ChangeRow['field'];

  @Field(() => String)
  aspect!: ChangeRow['aspect'];

  @Field(() => String, { nullable: true })
  subject!: string | null;

  @Field(() => String, { nullable: true })
  was!: string | null;

  @Field(() => String, { nullable: true })
  becomes!: string | null;
}

@ObjectType('AmendmentAnswer', {
  simpleResolvers: true,
  description: '答复: what a party says to an amendment that a bureau has made.',
})
export class AmendmentAnswerType implements Omit<AnswerRow, 'amendmentId' | 'actingId'> {
  @Field(() => AmendmentAnswer)
  answer!: AmendmentAnswer;

  @Field(() => String, { nullable: true })
  reason!: string | null;

  @Field(() => DateTimeScalar)
  at!: Date;
}

@ObjectType('AmendmentPayload', {
  simpleResolvers: true,
  description: 'The amendment, or null and the userErrors.',
})
export class AmendmentPayload {
  @Field(() => AmendmentType, { nullable: true })
  amendment?: AmendmentType;

  @Field(() => [UserError])
  userErrors!: UserError[];
}
