import { Field, ObjectType } from 'type-graphql';
import { UserError } from '../../../platform/graphql/user-error.type';

@ObjectType('MailChoice', {
  simpleResolvers: true,
  description: '邮件提醒: which e-mails a member wants; none until it chooses some.',
})
export class MailChoiceType {
  @Field({ description: '即时提醒: at once when something is sent back to the member, or waits for it.' })
  atOnce!: boolean;

  @Field({ description: '每日汇总: on working days in the morning, what waits, where anything does.' })
  digest!: boolean;
}

@ObjectType('MailChoicePayload', {
  simpleResolvers: true,
  description: 'The choice, or null and the userErrors.',
})
export class MailChoicePayload {
  @Field(() => MailChoiceType, { nullable: true })
  choice?: MailChoiceType;

  @Field(() => [UserError])
  userErrors!: UserError[];
}
