import { Field, ID, InputType, Int, ObjectType, registerEnumType } from 'type-graphql';
import { connectionOf } from '../../../platform/graphql/connection';
import { DateTimeScalar } from '../../../platform/graphql/scalars';
import { UserError } from '../../../platform/graphql/user-error.type';
import { DeliveryFailure, DeliveryState, WebhookEvent, WebhookStop } from './webhook.enums';

registerEnumType(WebhookEvent, {
  name: 'WebhookEvent',
  description: '推送事件: what a webhook tells of.',
  valuesConfig: {
    AGREEMENT_CONFIRMED: { description: '协议已确认: `agreement.confirmed` in the message.' },
    MONTH_HANDED_IN: { description: '月报已报送: `month.handed_in`.' },
    MONTH_ACCEPTED: { description: '月报已接受: `month.accepted`.' },
    MONTH_SENT_BACK: { description: '月报已退回: `month.sent_back`.' },
    ASSESSMENT_CLOSED: { description: '评估已定稿: `assessment.closed`.' },
  },
});
registerEnumType(WebhookStop, {
  name: 'WebhookStop',
  description: '停用原因: why nothing is sent to a webhook.',
  valuesConfig: {
    FAILING: { description: '连续多日推送失败: every delivery of the last five days has failed.' },
    GONE: { description: '接收方答复 410: the receiver has answered 410 Gone.' },
    MEMBER: { description: '由管理员停用: an administrator has switched it off.' },
    SECRET_LOST: {
      description:
        '签名密钥已失效: the key that its secret was kept under has been removed from the server. Register it anew.',
    },
  },
});
registerEnumType(DeliveryState, {
  name: 'DeliveryState',
  description: '推送状态: whether a delivery has arrived.',
  valuesConfig: {
    WAITING: { description: '待推送: it is, or will again be, tried.' },
    DELIVERED: { description: '已送达: the receiver has answered with a status of 2xx.' },
    GIVEN_UP: {
      description: '已放弃: it has failed for five days while others arrived. Send it again by hand.',
    },
  },
});
registerEnumType(DeliveryFailure, {
  name: 'DeliveryFailure',
  description: '失败原因: why the last attempt has failed.',
  valuesConfig: {
    TIMEOUT: { description: '超时: no answer within ten seconds.' },
    NO_CONNECTION: { description: '无法连接: its name is unknown, or nothing listens there.' },
    BAD_CERTIFICATE: { description: '证书不受信任: the certificate is not valid for its name.' },
    ADDRESS_NOT_ALLOWED: { description: '地址不允许: its name leads to a private address.' },
    REFUSED: { description: '接收方未接受: the answer had another status than 2xx.' },
  },
});

@ObjectType('Webhook', {
  simpleResolvers: true,
  description:
    '事件推送地址: an address of your organisation that is notified of what happens in the agreements that it reads, signed by Standard Webhooks 1.0.',
})
export class WebhookType {
  @Field(() => ID)
  id!: string;

  @Field()
  url!: string;

  @Field(() => [WebhookEvent])
  events!: WebhookEvent[];

  @Field(() => DateTimeScalar)
  createdAt!: Date;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'Since when every delivery has failed; null where the last one arrived.',
  })
  failingSince!: Date | null;

  @Field(() => DateTimeScalar, { nullable: true, description: '停用时间; null: it is on.' })
  disabledAt!: Date | null;

  @Field(() => WebhookStop, { nullable: true })
  disabledBecause!: WebhookStop | null;
}

@ObjectType('WebhookDelivery', {
  simpleResolvers: true,
  description:
    '推送记录: an event as it is sent to a webhook, at least once, in any order. Kept for 30 days from the event.',
})
class WebhookDeliveryType {
  @Field(() => ID)
  id!: string;

  @Field(() => ID, { description: 'The webhook-id of every attempt: receivers drop what they have had.' })
  eventId!: string;

  @Field(() => WebhookEvent)
  event!: WebhookEvent;

  @Field({ description: 'The message, to the byte.' })
  body!: string;

  @Field(() => DeliveryState)
  state!: DeliveryState;

  @Field(() => DateTimeScalar)
  createdAt!: Date;

  @Field(() => Int)
  attempts!: number;

  @Field(() => DateTimeScalar, { nullable: true })
  lastAttemptAt!: Date | null;

  @Field(() => Int, { nullable: true, description: 'HTTP status of the last answer.' })
  lastStatus!: number | null;

  @Field(() => DeliveryFailure, { nullable: true })
  lastFailure!: DeliveryFailure | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'Of what waits, while its webhook is on.' })
  nextAttemptAt!: Date | null;

  @Field(() => DateTimeScalar, { nullable: true })
  deliveredAt!: Date | null;
}

export const WebhookDeliveryConnection = connectionOf(
  'WebhookDelivery',
  () => WebhookDeliveryType,
).Connection;

@InputType('RegisterWebhookInput', { description: 'Where to send which events.' })
export class RegisterWebhookInput {
  @Field({
    description: 'https:, of a public address, without user and password. Redirects are not followed.',
  })
  url!: string;

  @Field(() => [WebhookEvent])
  events!: WebhookEvent[];
}

@InputType('ChangeWebhookInput', { description: 'Omitted fields are unchanged.' })
export class ChangeWebhookInput {
  @Field(() => ID)
  id!: string;

  @Field(() => String, { nullable: true })
  url?: string | null;

  @Field(() => [WebhookEvent], { nullable: true })
  events?: WebhookEvent[] | null;

  @Field(() => Boolean, {
    nullable: true,
    description: '启用或停用: what waits is sent once it is on again.',
  })
  isOn?: boolean | null;
}

@ObjectType('WebhookPayload', {
  simpleResolvers: true,
  description: 'The webhook, or null and the userErrors.',
})
export class WebhookPayload {
  @Field(() => WebhookType, { nullable: true })
  webhook?: WebhookType;

  @Field(() => String, {
    nullable: true,
    description: '签名密钥, whsec_…: the secret that signs, returned only by registerWebhook.',
  })
  secret?: string;

  @Field(() => [UserError])
  userErrors!: UserError[];
}

@ObjectType('WebhookDeliveryPayload', {
  simpleResolvers: true,
  description: 'The delivery, or null and the userErrors.',
})
export class WebhookDeliveryPayload {
  @Field(() => WebhookDeliveryType, { nullable: true })
  delivery?: WebhookDeliveryType;

  @Field(() => [UserError])
  userErrors!: UserError[];
}
