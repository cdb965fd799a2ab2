import { Field, ID, InputType, ObjectType } from 'type-graphql';
import { MemberRole, OrganisationKind } from '../../access';
import { connectionOf } from '../../platform/graphql/connection';
import { DateTimeScalar } from '../../platform/graphql/scalars';
import { UserError } from '../../platform/graphql/user-error.type';
import { OrganisationType, RenamingInput } from '../directory';

@ObjectType('Member', {
  simpleResolvers: true,
  description: '成员: a person of your organisation who can sign in.',
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

  @Field({
    description: '可登记经费: a MANAGER whom the administrator lets record receipts and expenditures.',
  })
  recordsMoney!: boolean;

  @Field(() => String, {
    nullable: true,
    description: '平台指定的原因: why the platform named this administrator; null for all others.',
  })
  namedBecause!: string | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'Null until the invitation is accepted.' })
  joinedAt!: Date | null;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'When the member left; it can no longer sign in.',
  })
  leftAt!: Date | null;
}

export const MemberConnection = connectionOf('Member', () => MemberType).Connection;

@InputType('InviteMemberInput', { description: 'The person to invite into your own organisation.' })
export class InviteMemberInput {
  @Field()
  email!: string;

  @Field()
  displayName!: string;

  @Field(() => MemberRole)
  role!: MemberRole;

  @Field(() => [ID], {
    nullable: true,
    description: 'Stations that a manager, worker or viewer is limited to; null: no limit.',
  })
  stationIds?: string[] | null;

  @Field(() => Boolean, {
    nullable: true,
    description: '可登记经费: lets a MANAGER of an operator record and reverse receipts and expenditures.',
  })
  recordsMoney?: boolean | null;
}

@InputType('ChangeMemberInput', {
  description: 'Omitted fields are unchanged. stationIds: null removes the limit.',
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

  @Field(() => Boolean, {
    nullable: true,
    description:
      '可登记经费: lets a MANAGER of an operator record and reverse receipts and expenditures, or no longer. It ends with the role.',
  })
  recordsMoney?: boolean | null;
}

@InputType('AcceptInvitationInput', { description: 'The token of an invitation, and the new password.' })
export class AcceptInvitationInput {
  @Field()
  token!: string;

  @Field({ description: 'At least 12 characters, and not a common password.' })
  password!: string;

  @Field(() => String, {
    nullable: true,
    description:
      'Where you are a member of another organisation under the same e-mail: your password there. That membership ends; what you have done there stays.',
  })
  currentPassword?: string | null;
}

@InputType('ChangePasswordInput', { description: 'Changing the password ends all your other sessions.' })
export class ChangePasswordInput {
  @Field()
  oldPassword!: string;

  @Field({ description: 'At least 12 characters, and not a common password.' })
  newPassword!: string;
}

@InputType('AddOrganisationInput', {
  description:
    'An organisation and its first administrator. A purchaser requires a district; the bureau of the city has none.',
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

@InputType('NameAdministratorInput', {
  description: 'The person to invite as another administrator of an organisation, and why.',
})
export class NameAdministratorInput {
  @Field(() => ID)
  organisationId!: string;

  @Field()
  email!: string;

  @Field()
  displayName!: string;

  @Field({ description: 'At most 500 characters; the organisation reads it.' })
  reason!: string;
}

@InputType('RenameOrganisationInput', {
  description: '机构更名: reports of earlier days keep the former name.',
})
export class RenameOrganisationInput extends RenamingInput {
  @Field(() => ID)
  organisationId!: string;

  @Field(() => String, { nullable: true, description: 'Omitted: unchanged; null: none. Without history.' })
  shortName?: string | null;
}

@ObjectType('MemberPayload', {
  simpleResolvers: true,
  description: 'The member, or null and the userErrors.',
})
export class MemberPayload {
  @Field(() => MemberType, { nullable: true })
  member?: MemberType;

  @Field(() => [UserError])
  userErrors!: UserError[];
}

@ObjectType('InvitationPayload', {
  simpleResolvers: true,
  description:
    'The member and its invitation token. The token is returned only here, can be used once, and expires.',
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

@ObjectType('PasswordResetPayload', {
  simpleResolvers: true,
  description: 'The token of a link that works once; it is returned only here.',
})
export class PasswordResetPayload {
  @Field(() => String, { nullable: true })
  token?: string;

  @Field(() => DateTimeScalar, { nullable: true })
  expiresAt?: Date;

  @Field(() => [UserError])
  userErrors!: UserError[];
}

@ObjectType('PasswordResetRequestPayload', {
  simpleResolvers: true,
  description: 'True for every e-mail, whether somebody has it or not.',
})
export class PasswordResetRequestPayload {
  @Field(() => Boolean, { nullable: true })
  requested?: boolean;

  @Field(() => [UserError])
  userErrors!: UserError[];
}

@ObjectType('OrganisationPayload', {
  simpleResolvers: true,
  description: 'The organisation, and the invitation of its administrator where one was made.',
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
  description: 'True if the password was changed.',
})
export class ChangePasswordPayload {
  @Field(() => Boolean, { nullable: true })
  changed?: boolean;

  @Field(() => [UserError])
  userErrors!: UserError[];
}
