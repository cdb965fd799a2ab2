import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { MemberRole } from '../../access';
import { UserError } from '../../platform/graphql/user-error.type';

@ObjectType('Viewer', {
  simpleResolvers: true,
  description: '当前登录者: the member or API key that sends the request.',
})
export class ViewerType {
  @Field(() => ID)
  id!: string;

  @Field()
  displayName!: string;

  @Field(() => String, { nullable: true, description: '登录邮箱; null for an API key.' })
  email!: string | null;

  @Field(() => MemberRole)
  role!: MemberRole;

  /** Id of `organisation`. */
  organisationId!: string;

  /** Ids of `stations`; null where there is no limit. */
  stationIds!: string[] | null;
}

@InputType('SignInInput', { description: 'E-mail and password of a member.' })
export class SignInInput {
  @Field()
  email!: string;

  @Field()
  password!: string;
}

@ObjectType('SessionPayload', {
  simpleResolvers: true,
  description:
    'A session. Send accessToken as `Authorization: Bearer …`, and renew it with refreshSession before it expires.',
})
export class SessionPayload {
  @Field(() => String, { nullable: true })
  accessToken?: string;

  @Field(() => String, { nullable: true, description: 'Single use: refreshSession returns the next one.' })
  refreshToken?: string;

  @Field(() => Int, { nullable: true, description: 'Lifetime of the access token.' })
  expiresInSeconds?: number;

  @Field(() => [UserError])
  userErrors!: UserError[];
}
