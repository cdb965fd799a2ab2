import { Field, ID, ObjectType } from 'type-graphql';
import { DateTimeScalar } from '../../platform/graphql/scalars';
import { UserError } from '../../platform/graphql/user-error.type';

@ObjectType('AdministratorReset', {
  simpleResolvers: true,
  description:
    '平台协助管理员重置密码: help for the sole administrator of an organisation who has forgotten its password. Every member of the organisation sees it.',
})
export class AdministratorResetType {
  @Field(() => ID)
  id!: string;

  /** Id of `organisation`. */
  organisationId!: string;

  @Field({ description: '管理员姓名.' })
  administrator!: string;

  @Field()
  reason!: string;

  @Field({
    description:
      '通过邮件: a link was sent to the administrator; else two administrators of the platform help.',
  })
  byMail!: boolean;

  @Field(() => DateTimeScalar)
  askedAt!: Date;

  @Field(() => DateTimeScalar, { nullable: true })
  confirmedAt!: Date | null;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'From when on the platform can take the link: a day after the confirmation, and for a week.',
  })
  availableFrom!: Date | null;

  @Field(() => DateTimeScalar, { nullable: true })
  takenAt!: Date | null;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: '已中止: by an administrator of the organisation.',
  })
  stoppedAt!: Date | null;
}

@ObjectType('AdministratorResetPayload', {
  simpleResolvers: true,
  description: 'The help as it is, or null and the userErrors.',
})
export class AdministratorResetPayload {
  @Field(() => AdministratorResetType, { nullable: true })
  reset?: AdministratorResetType;

  @Field(() => String, {
    nullable: true,
    description: 'Of the link, only where it is taken: for the administrator alone.',
  })
  token?: string;

  @Field(() => DateTimeScalar, { nullable: true })
  expiresAt?: Date;

  @Field(() => [UserError])
  userErrors!: UserError[];
}
