import { Field, ID, InputType, ObjectType } from 'type-graphql';
import { DateScalar, DateTimeScalar } from '../../platform/graphql/scalars';
import { UserError } from '../../platform/graphql/user-error.type';

@ObjectType('ApiKey', {
  simpleResolvers: true,
  description: 'API 密钥: a service account that reads, for BI tools and scripts.',
})
export class ApiKeyType {
  @Field(() => ID)
  id!: string;

  @Field()
  name!: string;

  /** Ids of `stations`; null where there is no limit. */
  stationIds!: string[] | null;

  @Field(() => DateTimeScalar)
  createdAt!: Date;

  @Field(() => DateScalar, {
    nullable: true,
    description: 'Last day on which it works; null: until revoked.',
  })
  expiresOn!: string | null;

  @Field(() => DateTimeScalar, { nullable: true })
  lastUsedAt!: Date | null;

  @Field(() => DateTimeScalar, { nullable: true })
  revokedAt!: Date | null;
}

@InputType('CreateApiKeyInput', { description: 'A key reads what its organisation may read, or less.' })
export class CreateApiKeyInput {
  @Field({ description: 'What it is for: 市民政局 BI 夜间同步.' })
  name!: string;

  @Field(() => [ID], { nullable: true, description: 'The stations it is limited to; null: no limit.' })
  stationIds?: string[] | null;

  @Field(() => DateScalar, {
    nullable: true,
    description: 'Last day on which it works; null: until revoked.',
  })
  expiresOn?: string | null;
}

@ObjectType('ApiKeyPayload', { simpleResolvers: true, description: 'The key, or what stood against it.' })
export class ApiKeyPayload {
  @Field(() => ApiKeyType, { nullable: true })
  apiKey?: ApiKeyType;

  @Field(() => String, {
    nullable: true,
    description: 'Shown once, when it is made. Send it as `Authorization: Bearer …`.',
  })
  secret?: string;

  @Field(() => [UserError])
  userErrors!: UserError[];
}
