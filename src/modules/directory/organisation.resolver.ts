import { Arg, Args, Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import { Asserts, type Context, OrganisationKind } from '../../access';
import { type Connection, PageArgs } from '../../platform/graphql/connection';
import type { DistrictDirectory } from './district.directory';
import { DistrictType } from './district.type';
import type { OrganisationRow } from './organisation.repository';
import type { OrganisationService } from './organisation.service';
import { OrganisationConnection, OrganisationType } from './organisation.type';
import type { StationService } from './station.service';
import { StationConnection, type StationType } from './station.type';

@Resolver(() => OrganisationType)
export class OrganisationResolver {
  constructor(
    private readonly organisations: OrganisationService,
    private readonly stations: StationService,
    private readonly districtDirectory: DistrictDirectory,
  ) {}

  @Asserts('directory.read')
  @Query(() => [DistrictType], { description: '全市各区, sorted by code.' })
  async districts(@Ctx() { caller }: Context): Promise<readonly DistrictType[]> {
    await caller.assert('directory.read').confirm();
    return this.districtDirectory.all;
  }

  @Asserts('directory.read')
  @Query(() => OrganisationConnection, {
    name: 'organisations',
    description: '机构名录, sorted by name in pinyin order.',
  })
  async list(
    @Ctx() { caller }: Context,
    @Arg('kind', () => OrganisationKind, { nullable: true }) kind: OrganisationKind | null,
    @Args() page: PageArgs,
  ): Promise<Connection<OrganisationType>> {
    return this.organisations.list(caller, kind ?? null, page);
  }

  @FieldResolver(() => DistrictType, { nullable: true })
  district(@Root() { districtCode }: OrganisationRow): DistrictType | null {
    return this.districtDirectory.find(districtCode);
  }

  @FieldResolver(() => Boolean, {
    nullable: true,
    description:
      '是否已有管理员: whether a first administrator has joined, for the platform, which invites that one; null for all others.',
  })
  isAdministered(@Ctx() { caller }: Context, @Root() organisation: OrganisationRow): boolean | null {
    return this.organisations.isAdministered(caller, organisation);
  }

  @Asserts('station.read')
  @FieldResolver(() => StationConnection, {
    name: 'stations',
    description:
      'The stations visible to the viewer that the organisation runs (operator), buys (purchaser) or supervises (bureau).',
  })
  async stationsOf(
    @Ctx() { caller }: Context,
    @Root() organisation: OrganisationRow,
    @Args() page: PageArgs,
  ): Promise<Connection<StationType>> {
    return this.stations.listOf(caller, organisation, page);
  }
}
