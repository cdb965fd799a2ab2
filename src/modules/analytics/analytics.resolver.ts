import { Arg, Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import { Cost } from '../../platform/graphql/limits/cost';
import { Asserts, type Context } from '../../access';
import { type AgreementService, ProjectType, ZoneType } from '../agreement';
import {
  type DistrictDirectory,
  DistrictType,
  type OrganisationService,
  OrganisationType,
} from '../directory';
import type { AnalyticsRow, AnalyticsService } from './analytics.service';
import { AnalyticsInput, AnalyticsResult, AnalyticsRowType } from './analytics.type';

@Resolver(() => AnalyticsRowType)
export class AnalyticsResolver {
  constructor(
    private readonly service: AnalyticsService,
    private readonly districts: DistrictDirectory,
    private readonly organisations: OrganisationService,
    private readonly agreements: AgreementService,
  ) {}

  @Asserts('analytics.read')
  @Cost({ weight: 100, sizedBy: 'input.first' })
  @Query(() => AnalyticsResult, {
    description: '分析: sums of targets and completion, grouped by any dimensions, within your scope.',
  })
  async analytics(
    @Ctx() { caller }: Context,
    @Arg('input', () => AnalyticsInput) input: AnalyticsInput,
  ): Promise<AnalyticsResult> {
    return await this.service.page(caller, input);
  }

  @FieldResolver(() => DistrictType, { nullable: true })
  district(@Root() { districtCode }: AnalyticsRow): DistrictType | null {
    return this.districts.find(districtCode ?? null);
  }

  @FieldResolver(() => OrganisationType, { nullable: true })
  async operator(
    @Ctx() { caller }: Context,
    @Root() { operatorId }: AnalyticsRow,
  ): Promise<OrganisationType | null> {
    return operatorId == null ? null : this.organisations.get(caller, operatorId);
  }

  @FieldResolver(() => ZoneType, { nullable: true })
  async zone(@Ctx() { caller }: Context, @Root() { zoneId }: AnalyticsRow): Promise<ZoneType | null> {
    return zoneId == null ? null : this.agreements.zone(caller, zoneId);
  }

  @FieldResolver(() => ProjectType, { nullable: true })
  async project(
    @Ctx() { caller }: Context,
    @Root() { projectId }: AnalyticsRow,
  ): Promise<ProjectType | null> {
    return projectId == null ? null : this.agreements.project(caller, projectId);
  }
}
