import { Arg, Ctx, ID, Mutation, Resolver } from 'type-graphql';
import { Asserts, type Context } from '../../access';
import { payload } from '../../platform/graphql/user-error.type';
import type { OrganisationService } from '../directory';
import type { FoundingService } from './founding.service';
import { AddOrganisationInput, NameAdministratorInput, OrganisationPayload } from './member.type';

@Resolver()
export class FoundingResolver {
  constructor(
    private readonly service: FoundingService,
    private readonly organisations: OrganisationService,
  ) {}

  @Asserts('organisation.add')
  @Mutation(() => OrganisationPayload, {
    description: '新增机构: creates an organisation and invites its first administrator; by the platform.',
  })
  async addOrganisation(
    @Ctx() { caller }: Context,
    @Arg('input', () => AddOrganisationInput) input: AddOrganisationInput,
  ): Promise<OrganisationPayload> {
    return payload(caller.language, async () => {
      const { organisationId, ...invitation } = await this.service.add(caller, input);
      return { ...invitation, organisation: await this.organisations.get(caller, organisationId) };
    });
  }

  @Asserts('organisation.add')
  @Mutation(() => OrganisationPayload, {
    description: '重新邀请首位管理员: by the platform, while the organisation has no administrator.',
  })
  async inviteFirstAdministrator(
    @Ctx() { caller }: Context,
    @Arg('organisationId', () => ID) organisationId: string,
    @Arg('email', () => String) email: string,
    @Arg('displayName', () => String) displayName: string,
  ): Promise<OrganisationPayload> {
    return payload(caller.language, async () => {
      const { organisationId: id, ...invitation } = await this.service.reinvite(
        caller,
        organisationId,
        email,
        displayName,
      );
      return { ...invitation, organisation: await this.organisations.get(caller, id) };
    });
  }

  @Asserts('administrator.name')
  @Mutation(() => OrganisationPayload, {
    description:
      '指定管理员: by the platform, another administrator of an organisation whose administrators are gone or which asks for one. It is in its own audit log and list of members.',
  })
  async nameAdministrator(
    @Ctx() { caller }: Context,
    @Arg('input', () => NameAdministratorInput) input: NameAdministratorInput,
  ): Promise<OrganisationPayload> {
    return payload(caller.language, async () => {
      const { organisationId: id, ...invitation } = await this.service.name(caller, input);
      return { ...invitation, organisation: await this.organisations.get(caller, id) };
    });
  }
}
