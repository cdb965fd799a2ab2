import { Arg, Args, Ctx, FieldResolver, ID, Mutation, Query, Resolver, Root } from 'type-graphql';
import { Asserts, type Context } from '../../../access';
import { type Connection, PageArgs } from '../../../platform/graphql/connection';
import { payload } from '../../../platform/graphql/user-error.type';
import type { DeliveryRow, WebhookRow } from './webhook.repository';
import type { WebhookService } from './webhook.service';
import {
  ChangeWebhookInput,
  RegisterWebhookInput,
  WebhookDeliveryConnection,
  WebhookDeliveryPayload,
  WebhookPayload,
  WebhookType,
} from './webhook.type';

@Resolver(() => WebhookType)
export class WebhookResolver {
  constructor(private readonly service: WebhookService) {}

  @Asserts('webhook.read')
  @Query(() => [WebhookType], {
    description: '本单位的事件推送地址, newest first. For administrators.',
  })
  async webhooks(@Ctx() { caller }: Context): Promise<WebhookType[]> {
    return this.service.list(caller);
  }

  @Asserts('webhook.read')
  @Query(() => WebhookType, { nullable: true, description: '一个事件推送地址 of your own organisation.' })
  async webhook(@Ctx() { caller }: Context, @Arg('id', () => ID) id: string): Promise<WebhookType> {
    return this.service.get(caller, id);
  }

  @Asserts('webhook.read')
  @FieldResolver(() => WebhookDeliveryConnection, {
    description: '推送记录 of the last 30 days, newest first.',
  })
  async deliveries(
    @Ctx() { caller }: Context,
    @Root() { id }: WebhookRow,
    @Args() page: PageArgs,
  ): Promise<Connection<DeliveryRow>> {
    return this.service.deliveries(caller, id, page);
  }

  @Asserts('webhook.manage')
  @Mutation(() => WebhookPayload, {
    description: '登记事件推送地址: registers an address; the secret is returned only by this call.',
  })
  async registerWebhook(
    @Ctx() { caller }: Context,
    @Arg('input', () => RegisterWebhookInput) input: RegisterWebhookInput,
  ): Promise<WebhookPayload> {
    return payload(caller.language, async () => this.service.register(caller, input));
  }

  @Asserts('webhook.manage')
  @Mutation(() => WebhookPayload, {
    description: '更改、启用或停用事件推送: changes address and events, and switches it on or off.',
  })
  async changeWebhook(
    @Ctx() { caller }: Context,
    @Arg('input', () => ChangeWebhookInput) input: ChangeWebhookInput,
  ): Promise<WebhookPayload> {
    return payload(caller.language, async () => ({ webhook: await this.service.change(caller, input) }));
  }

  @Asserts('webhook.manage')
  @Mutation(() => WebhookPayload, {
    description: '删除事件推送地址: nothing more is sent to it, and what waits is dropped.',
  })
  async removeWebhook(@Ctx() { caller }: Context, @Arg('id', () => ID) id: string): Promise<WebhookPayload> {
    return payload(caller.language, async () => ({ webhook: await this.service.remove(caller, id) }));
  }

  @Asserts('webhook.manage')
  @Mutation(() => WebhookDeliveryPayload, {
    description: '重新推送: sends an event again at once, under the same id, whether it has arrived or not.',
  })
  async redeliverWebhook(
    @Ctx() { caller }: Context,
    @Arg('deliveryId', () => ID) deliveryId: string,
  ): Promise<WebhookDeliveryPayload> {
    return payload(caller.language, async () => ({
      delivery: await this.service.redeliver(caller, deliveryId),
    }));
  }
}
