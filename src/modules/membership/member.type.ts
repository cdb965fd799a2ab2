import { Field, ID, InputType, ObjectType } from 'type-graphql';
import { MemberRole, OrganisationKind } from '../../access';
import { connectionOf } from '../../platform/graphql/connection';
import { DateTimeScalar } from '../../platform/graphql/scalars';
import { UserError } from '../../platform/graphql/user-error.type';
import { OrganisationType } from '../directory';

@ObjectType('Member', {
  simpleResolvers: true,
  description: '成员: a person of your organisation who may sign in.',
})
export class MemberType {
  @Field(() => ID)
  id!: string;

  @Field()
  displayName!: string;

  @Field()
  email!: string;

  @Field(() => MemberRole)
  role!: MemberRole;

  /** Ids of `stations`; null where there is no limit. */
  stationIds!: string[] | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'Null while the invitation is open.' })
  joinedAt!: Date | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'A member who left may not sign in any more.' })
  leftAt!: Date | null;
}

export const MemberConnection = connectionOf('Member', () => MemberType).Connection;

@InputType('InviteMemberInput', { description: 'Whom to invite into your own organisation.' })
export class InviteMemberInput {
  @Field()
  email!: string;

  @Field()
  displayName!: string;

  @Field(() => MemberRole)
  role!: MemberRole;

  @Field(() => [ID], {
    nullable: true,
    description: 'The stations that a manager, worker or viewer is limited to; null: no limit.',
  })
  stationIds?: string[] | null;
}

@InputType('ChangeMemberInput', {
  description: 'What is left out stays as it is. stationIds null takes the limit away.',
})
export class ChangeMemberInput {
  @Field(() => ID)
  memberId!: string;

  @Field(() => String, { nullable: true })
  displayName?: string | null;

  @Field(() => MemberRole, { nullable: true })
  role?: MemberRole | null;

  @Field(() => [ID], { nullable: true })
  stationIds?: string[] | null;
}

@InputType('AcceptInvitationInput', { description: 'The token of an invitation, and the password to be.' })
export class AcceptInvitationInput {
  @Field()
  token!: string;

  @Field({ description: 'At least 12 characters, and not a common one.' })
  password!: string;
}

@InputType('ChangePasswordInput', { description: 'Every other session of yours ends.' })
export class ChangePasswordInput {
  @Field()
  oldPassword!: string;

  @Field({ description: 'At least 12 characters, and not a common one.' })
  newPassword!: string;
}

@InputType('AddOrganisationInput', {
  description:
    'An organisation and its first administrator. A purchaser needs a district; a bureau of the city has none.',
})
export class AddOrganisationInput {
  @Field(() => OrganisationKind)
  kind!: OrganisationKind;

  @Field()
  name!: string;

  @Field(() => String, { nullable: true })
  shortName?: string | null;

  @Field(() => String, { nullable: true })
  districtCode?: string | null;

  @Field()
  administratorEmail!: string;

  @Field()
  administratorName!: string;
}

@ObjectType('MemberPayload', { simpleResolvers: true, description: 'The member, or what stood against it.' })
export class MemberPayload {
  @Field(() => MemberType, { nullable: true })
  member?: MemberType;

  @Field(() => [UserError])
  userErrors!: UserError[];
}

@ObjectType('InvitationPayload', {
  simpleResolvers: true,
  description: 'The member and the token to hand to it. The token is shown once, works once, and expires.',
})
export class InvitationPayload {
  @Field(() => MemberType, { nullable: true })
  member?: MemberType;

  @Field(() => String, { nullable: true })
  invitationToken?: string;

  @Field(() => DateTimeScalar, { nullable: true })
  expiresAt?: Date;

  @Field(() => [UserError])
  userErrors!: UserError[];
}

@ObjectType('OrganisationPayload', {
  simpleResolvers: true,
  description: 'The organisation and the invitation of its first administrator.',
})
export class OrganisationPayload {
  @Field(() => OrganisationType, { nullable: true })
  organisation?: OrganisationType;

  @Field(() => String, { nullable: true })
  invitationToken?: string;

  @Field(() => DateTimeScalar, { nullable: true })
  expiresAt?: Date;

  @Field(() => [UserError])
  userErrors!: UserError[];
}

@ObjectType('ChangePasswordPayload', {
  simpleResolvers: true,
  description: 'Whether the password was changed.',
})
export class ChangePasswordPayload {
  @Field(() => Boolean, { nullable: true })
  changed?: boolean;

  @Field(() => [UserError])
  userErrors!: UserError[];
}
