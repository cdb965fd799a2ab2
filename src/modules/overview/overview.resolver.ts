import { Args, Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import { Asserts, type Context } from '../../access';
import type { Connection } from '../../platform/graphql/connection';
import {
  AgreementOverviewConnection,
  DistrictOverviewArgs,
  DistrictOverviewType,
  DistrictSummaryType,
  OverviewArgs,
  OverviewPageArgs,
} from './overview.type';
import type {
  AgreementOverview,
  DistrictOverview,
  DistrictSummary,
  OverviewService,
} from './overview.service';

@Resolver(() => DistrictOverviewType)
export class OverviewResolver {
  constructor(private readonly service: OverviewService) {}

  @Asserts('overview.operator')
  @Query(() => AgreementOverviewConnection, {
    description:
      '承接机构概览: an operator’s stations side by side, by name in the order of pinyin; those whose last agreement has ended stand last.',
  })
  async operatorOverview(
    @Ctx() { caller }: Context,
    @Args() args: OverviewArgs,
  ): Promise<Connection<AgreementOverview>> {
    return this.service.ofOperator(caller, args.on ?? null, args);
  }

  @Asserts('overview.purchaser')
  @Query(() => AgreementOverviewConnection, {
    description: '购买方概览: a purchaser’s agreements that have begun, the latest first.',
  })
  async purchaserOverview(
    @Ctx() { caller }: Context,
    @Args() args: OverviewArgs,
  ): Promise<Connection<AgreementOverview>> {
    return this.service.ofPurchaser(caller, args.on ?? null, args);
  }

  @Asserts('overview.district')
  @Query(() => DistrictOverviewType, {
    description: '监督方概览: what the bureau of a district, or of the city, watches.',
  })
  async districtOverview(
    @Ctx() { caller }: Context,
    @Args() { on, districtCode }: DistrictOverviewArgs,
  ): Promise<DistrictOverview> {
    return this.service.ofDistrict(caller, on ?? null, districtCode ?? null);
  }

  @Asserts('overview.district')
  @FieldResolver(() => AgreementOverviewConnection, {
    description:
      '各站情况, by name in the order of pinyin; those whose last agreement has ended stand last. first: at most 1,000',
  })
  async stations(
    @Ctx() { caller }: Context,
    @Root() overview: DistrictOverview,
    @Args() page: OverviewPageArgs,
  ): Promise<Connection<AgreementOverview>> {
    return this.service.stations(caller, overview, page);
  }

  @FieldResolver(() => [DistrictSummaryType], {
    description:
      '各区情况: one for the bureau of a district; for the city’s one a district that has stations, by code.',
  })
  async districts(
    @Ctx() { caller }: Context,
    @Root() overview: DistrictOverview,
  ): Promise<DistrictSummary[]> {
    return this.service.districts(caller, overview);
  }
}
