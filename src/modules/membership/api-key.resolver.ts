import { Arg, Ctx, FieldResolver, ID, Mutation, Query, Resolver, Root } from 'type-graphql';
import { Asserts, type Context } from '../../access';
import { payload } from '../../platform/graphql/user-error.type';
import { StationType, type ViewerService } from '../directory';
import type { ApiKeyRow } from './api-key.repository';
import type { ApiKeyService } from './api-key.service';
import { ApiKeyPayload, ApiKeyType, CreateApiKeyInput } from './api-key.type';

@Resolver(() => ApiKeyType)
export class ApiKeyResolver {
  constructor(
    private readonly service: ApiKeyService,
    private readonly viewers: ViewerService,
  ) {}

  @Asserts('key.read')
  @Query(() => [ApiKeyType], { description: '本单位的 API 密钥, newest first. For administrators.' })
  async apiKeys(@Ctx() { caller }: Context): Promise<ApiKeyType[]> {
    return this.service.list(caller);
  }

  @Asserts('key.manage')
  @Mutation(() => ApiKeyPayload, {
    description: '新建 API 密钥: creates a key; the secret is returned only by this call.',
  })
  async createApiKey(
    @Ctx() { caller }: Context,
    @Arg('input', () => CreateApiKeyInput) input: CreateApiKeyInput,
  ): Promise<ApiKeyPayload> {
    return payload(caller.language, async () => this.service.create(caller, input));
  }

  @Asserts('key.manage')
  @Mutation(() => ApiKeyPayload, { description: '撤销 API 密钥: revokes a key with immediate effect.' })
  async revokeApiKey(@Ctx() { caller }: Context, @Arg('id', () => ID) id: string): Promise<ApiKeyPayload> {
    return payload(caller.language, async () => ({ apiKey: await this.service.revoke(caller, id) }));
  }

  @FieldResolver(() => [StationType], {
    nullable: true,
    description: 'Stations the key is limited to; null: no limit.',
  })
  async stations(@Ctx() { caller }: Context, @Root() key: ApiKeyRow): Promise<StationType[] | null> {
    return this.viewers.stations(caller, key);
  }
}
