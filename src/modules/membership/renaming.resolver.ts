import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { Asserts, type Context } from '../../access';
import { payload } from '../../platform/graphql/user-error.type';
import type { OrganisationService } from '../directory';
import { OrganisationPayload, RenameOrganisationInput } from './member.type';
import type { RenamingService } from './renaming.service';

@Resolver()
export class RenamingResolver {
  constructor(
    private readonly service: RenamingService,
    private readonly organisations: OrganisationService,
  ) {}

  @Asserts('organisation.rename')
  @Mutation(() => OrganisationPayload, { description: '机构更名 from a day on, by the platform.' })
  async renameOrganisation(
    @Ctx() { caller }: Context,
    @Arg('input', () => RenameOrganisationInput) input: RenameOrganisationInput,
  ): Promise<OrganisationPayload> {
    return payload(caller.language, async () => {
      const id = await this.service.rename(caller, input);
      return { organisation: await this.organisations.get(caller, id) };
    });
  }
}
