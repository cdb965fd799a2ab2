import { Arg, Ctx, FieldResolver, ID, Mutation, Query, Resolver, Root } from 'type-graphql';
import { Asserts, type Context } from '../../access';
import { payload } from '../../platform/graphql/user-error.type';
import { type OrganisationService, OrganisationType } from '../directory';
import type { AdministratorResetRow } from './administrator-reset.repository';
import type { AdministratorResetService } from './administrator-reset.service';
import { AdministratorResetPayload, AdministratorResetType } from './administrator-reset.type';

@Resolver(() => AdministratorResetType)
export class AdministratorResetResolver {
  constructor(
    private readonly service: AdministratorResetService,
    private readonly organisations: OrganisationService,
  ) {}

  @Asserts('administratorReset.read')
  @Query(() => [AdministratorResetType], {
    description:
      '平台协助管理员重置密码的记录, of the last 90 days, newest first: of your organisation for all its members; of all for administrators of the platform.',
  })
  async administratorResets(@Ctx() { caller }: Context): Promise<AdministratorResetType[]> {
    return this.service.list(caller);
  }

  @FieldResolver(() => OrganisationType)
  async organisation(
    @Ctx() { caller }: Context,
    @Root() { organisationId }: AdministratorResetRow,
  ): Promise<OrganisationType> {
    return this.organisations.get(caller, organisationId);
  }

  @Asserts('administratorReset.help')
  @Mutation(() => AdministratorResetPayload, {
    description:
      '申请为管理员重置密码: by the platform, for the sole administrator of an organisation. It is sent a link where this server sends e-mails; else another administrator of the platform confirms.',
  })
  async requestAdministratorReset(
    @Ctx() { caller }: Context,
    @Arg('email', () => String) email: string,
    @Arg('reason', () => String, { description: 'At most 500 characters; the organisation reads it.' })
    reason: string,
  ): Promise<AdministratorResetPayload> {
    return payload(caller.language, async () => ({
      reset: await this.service.request(caller, email, reason),
    }));
  }

  @Asserts('administratorReset.help')
  @Mutation(() => AdministratorResetPayload, {
    description: '确认为管理员重置密码: by another administrator of the platform than the one who asked.',
  })
  async confirmAdministratorReset(
    @Ctx() { caller }: Context,
    @Arg('id', () => ID) id: string,
  ): Promise<AdministratorResetPayload> {
    return payload(caller.language, async () => ({ reset: await this.service.confirm(caller, id) }));
  }

  @Asserts('administratorReset.help')
  @Mutation(() => AdministratorResetPayload, {
    description:
      '领取重置链接: by the platform, a day after the confirmation, to be given to the administrator.',
  })
  async takeAdministratorReset(
    @Ctx() { caller }: Context,
    @Arg('id', () => ID) id: string,
  ): Promise<AdministratorResetPayload> {
    return payload(caller.language, async () => this.service.take(caller, id));
  }

  @Asserts('administratorReset.stop')
  @Mutation(() => AdministratorResetPayload, {
    description: '中止: by an administrator of the organisation, who has not asked for it.',
  })
  async stopAdministratorReset(
    @Ctx() { caller }: Context,
    @Arg('id', () => ID) id: string,
  ): Promise<AdministratorResetPayload> {
    return payload(caller.language, async () => ({ reset: await this.service.stop(caller, id) }));
  }
}
