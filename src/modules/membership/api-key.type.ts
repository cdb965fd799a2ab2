import { Field, ID, InputType, ObjectType } from 'type-graphql';
import { DateScalar, DateTimeScalar } from '../../platform/graphql/scalars';
import { UserError } from '../../platform/graphql/user-error.type';

@ObjectType('ApiKey', {
  simpleResolvers: true,
  description: 'API 密钥: a read-only service account for BI tools and scripts.',
})
export class ApiKeyType {
  @Field(() => ID)
  id!: string;

  @Field()
  name!: string;

  @Field(() => DateTimeScalar)
  createdAt!: Date;

  @Field(() => DateScalar, {
    nullable: true,
    description: 'Last day on which the key works; null: until revoked.',
  })
  expiresOn!: string | null;

  @Field(() => DateTimeScalar, { nullable: true })
  lastUsedAt!: Date | null;

  @Field(() => DateTimeScalar, { nullable: true })
  revokedAt!: Date | null;
}

@InputType('CreateApiKeyInput', {
  description: 'A key can read what its organisation may read, or a part of it.',
})
export class CreateApiKeyInput {
  @Field({ description: 'Purpose of the key, e.g. 市民政局 BI 夜间同步.' })
  name!: string;

  @Field(() => [ID], { nullable: true, description: 'Stations the key is limited to; null: no limit.' })
  stationIds?: string[] | null;

  @Field(() => DateScalar, {
    nullable: true,
    description: 'Last day on which the key works; null: until revoked.',
  })
  expiresOn?: string | null;
}

@ObjectType('ApiKeyPayload', { simpleResolvers: true, description: 'The key, or null and the userErrors.' })
export class ApiKeyPayload {
  @Field(() => ApiKeyType, { nullable: true })
  apiKey?: ApiKeyType;

  @Field(() => String, {
    nullable: true,
    description: 'The secret, returned only on creation. Send it as `Authorization: Bearer …`.',
  })
  secret?: string;

  @Field(() => [UserError])
  userErrors!: UserError[];
}
