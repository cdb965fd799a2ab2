import { Arg, Ctx, FieldResolver, Mutation, Resolver } from 'type-graphql';
import { Asserts, type Context } from '../../../access';
import { payload } from '../../../platform/graphql/user-error.type';
import { ViewerType } from '../../directory';
import type { MailService } from './mail.service';
import { MailChoicePayload, MailChoiceType } from './mail.type';

@Resolver(() => ViewerType)
export class MailResolver {
  constructor(private readonly service: MailService) {}

  @Asserts('viewer.read')
  @FieldResolver(() => MailChoiceType, {
    nullable: true,
    description: '邮件提醒: null for an API key, for the platform, and where this server sends no e-mails.',
  })
  async mails(@Ctx() { caller }: Context): Promise<MailChoiceType | null> {
    return this.service.choice(caller);
  }

  @Asserts('mail.choose')
  @Mutation(() => MailChoicePayload, { description: '设置邮件提醒: chooses which e-mails one wants.' })
  async chooseMails(
    @Ctx() { caller }: Context,
    @Arg('atOnce', () => Boolean) atOnce: boolean,
    @Arg('digest', () => Boolean) digest: boolean,
  ): Promise<MailChoicePayload> {
    return payload(caller.language, async () => ({
      choice: await this.service.choose(caller, { atOnce, digest }),
    }));
  }
}
