import { Arg, Ctx, FieldResolver, Mutation, Resolver, Root } from 'type-graphql';
import { Asserts, type Context } from '../../../access';
import { payload } from '../../../platform/graphql/user-error.type';
import type { OrganisationRow } from '../organisation.repository';
import { OrganisationType } from '../organisation.type';
import type { StationRow } from '../read.sql';
import type { StationService } from '../station.service';
import { StationType } from '../station.type';
import type { NameService } from './name.service';
import { FormerNameType, RenameStationInput, StationPayload } from './name.type';

@Resolver(() => StationType)
export class StationNameResolver {
  constructor(
    private readonly names: NameService,
    private readonly stations: StationService,
  ) {}

  @Asserts('station.read')
  @FieldResolver(() => [FormerNameType], { description: '曾用名, the earliest first; name is today’s.' })
  async formerNames(@Ctx() { caller }: Context, @Root() { id }: StationRow): Promise<FormerNameType[]> {
    return this.names.formerNamesOfStation(caller, id);
  }

  @Asserts('station.rename')
  @Mutation(() => StationPayload, {
    description: '社工站更名 from a day on, by the bureau of the district or the city.',
  })
  async renameStation(
    @Ctx() { caller }: Context,
    @Arg('input', () => RenameStationInput) input: RenameStationInput,
  ): Promise<StationPayload> {
    return payload(caller.language, async () => {
      const id = await this.names.renameStation(caller, input);
      return { station: await this.stations.get(caller, id) };
    });
  }
}

@Resolver(() => OrganisationType)
export class OrganisationNameResolver {
  constructor(private readonly names: NameService) {}

  @Asserts('directory.read')
  @FieldResolver(() => [FormerNameType], { description: '曾用名, the earliest first; name is today’s.' })
  async formerNames(@Ctx() { caller }: Context, @Root() { id }: OrganisationRow): Promise<FormerNameType[]> {
    return this.names.formerNamesOfOrganisation(caller, id);
  }
}
