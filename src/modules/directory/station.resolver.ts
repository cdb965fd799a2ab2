import { Arg, Args, Ctx, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';
import { Asserts, type Context } from '../../access';
import { type Connection, PageArgs } from '../../platform/graphql/connection';
import type { DistrictDirectory } from './district.directory';
import { DistrictType } from './district.type';
import type { StationRow } from './read.sql';
import type { StationService } from './station.service';
import { StationConnection, StationFilter, StationType } from './station.type';

@Resolver(() => StationType)
export class StationResolver {
  constructor(
    private readonly service: StationService,
    private readonly districtDirectory: DistrictDirectory,
  ) {}

  @Asserts('station.read')
  @Query(() => StationConnection, {
    description: '社工服务站: the stations visible to the viewer, sorted by name in pinyin order.',
  })
  async stations(
    @Ctx() { caller }: Context,
    @Arg('filter', () => StationFilter, { nullable: true }) filter: StationFilter | null,
    @Args() page: PageArgs,
  ): Promise<Connection<StationType>> {
    return this.service.list(caller, filter ?? null, page);
  }

  @Asserts('station.read')
  @Query(() => StationType, {
    nullable: true,
    description: '社工服务站 by id. Fails with NOT_FOUND outside the scope of the viewer.',
  })
  async station(@Ctx() { caller }: Context, @Arg('id', () => ID) id: string): Promise<StationType> {
    return this.service.get(caller, id);
  }

  @FieldResolver(() => DistrictType)
  district(@Root() { districtCode }: StationRow): DistrictType {
    return this.districtDirectory.get(districtCode);
  }
}
