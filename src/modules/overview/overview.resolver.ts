import { Args, Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import { Asserts, type Context } from '../../access';
import type { Connection } from '../../platform/graphql/connection';
import {
  AgreementOverviewConnection,
  type AgreementOverviewType,
  DistrictOverviewArgs,
  DistrictOverviewType,
  DistrictSummaryType,
  OverviewArgs,
  OverviewPageArgs,
} from './overview.type';
import type { DistrictOverview, OverviewService } from './overview.service';

@Resolver(() => DistrictOverviewType)
export class OverviewResolver {
  constructor(private readonly service: OverviewService) {}

  @Asserts('overview.operator')
  @Query(() => AgreementOverviewConnection, {
    description:
      '承接机构概览: the stations of an operator, by name in pinyin order; those whose last agreement has ended come last.',
  })
  async operatorOverview(
    @Ctx() { caller }: Context,
    @Args() args: OverviewArgs,
  ): Promise<Connection<AgreementOverviewType>> {
    return this.service.ofOperator(caller, args.on ?? null, args);
  }

  @Asserts('overview.purchaser')
  @Query(() => AgreementOverviewConnection, {
    description: '购买方概览: the agreements of a purchaser that have begun, latest first.',
  })
  async purchaserOverview(
    @Ctx() { caller }: Context,
    @Args() args: OverviewArgs,
  ): Promise<Connection<AgreementOverviewType>> {
    return this.service.ofPurchaser(caller, args.on ?? null, args);
  }

  @Asserts('overview.district')
  @Query(() => DistrictOverviewType, {
    description: '监督方概览: what the bureau of a district, or of the city, supervises.',
  })
  async districtOverview(
    @Ctx() { caller }: Context,
    @Args() { on, districtCode, operatorId }: DistrictOverviewArgs,
  ): Promise<DistrictOverviewType> {
    return this.service.ofDistrict(caller, on ?? null, {
      districtCode: districtCode ?? null,
      operatorId: operatorId ?? null,
    });
  }

  @Asserts('overview.district')
  @FieldResolver(() => AgreementOverviewConnection, {
    description:
      '各站情况, by name in pinyin order; those whose last agreement has ended come last. first: at most 1,000',
  })
  async stations(
    @Ctx() { caller }: Context,
    @Root() overview: DistrictOverview,
    @Args() page: OverviewPageArgs,
  ): Promise<Connection<AgreementOverviewType>> {
    return this.service.stations(caller, overview, page);
  }

  @FieldResolver(() => [DistrictSummaryType], {
    description:
      '各区情况, by code: a single district for its bureau, all districts with stations for the bureau of the city.',
  })
  async districts(
    @Ctx() { caller }: Context,
    @Root() overview: DistrictOverview,
  ): Promise<DistrictSummaryType[]> {
    return this.service.districts(caller, overview);
  }
}
