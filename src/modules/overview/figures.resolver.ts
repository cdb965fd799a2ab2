import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { Context } from '../../access';
import { AssessmentType } from '../assessment';
import { FiscalYearType, FundingReportType } from '../funding';
import type { FigureService, Group } from './figures.service';
import type { AgreementOverview, DistrictSummary } from './overview.service';
import {
  AgreementOverviewType,
  AssessmentAheadType,
  DistrictSummaryType,
  ExecutionType,
  GradeCountType,
  IndicatorProgressType,
  MeasureProgressType,
  StaffingLevelType,
} from './overview.type';

/** A single agreement. */
function groupOfAgreement({ agreement, term, on }: AgreementOverview): Group {
  const { organisationId, stationId, id } = agreement;
  const own = { organisationId, stationId, agreementId: id, termId: term?.id ?? null };
  return { id, agreements: [own], on };
}

/** All current agreements of a district. */
function groupOfDistrict({ district, agreements, on }: DistrictSummary): Group {
  return { id: district.code, agreements, on };
}

@Resolver(() => AgreementOverviewType)
export class AgreementFiguresResolver {
  constructor(private readonly figures: FigureService) {}

  @FieldResolver(() => IndicatorProgressType)
  async indicators(
    @Ctx() { caller }: Context,
    @Root() overview: AgreementOverview,
  ): Promise<IndicatorProgressType> {
    return this.figures.indicators(caller, groupOfAgreement(overview));
  }

  @FieldResolver(() => [MeasureProgressType], {
    description: '各指标进度: every measure with a target above zero, in the order of the catalogue.',
  })
  async measures(
    @Ctx() { caller }: Context,
    @Root() overview: AgreementOverview,
  ): Promise<MeasureProgressType[]> {
    return this.figures.measures(caller, groupOfAgreement(overview));
  }

  @FieldResolver(() => StaffingLevelType)
  async staffing(
    @Ctx() { caller }: Context,
    @Root() overview: AgreementOverview,
  ): Promise<StaffingLevelType> {
    return this.figures.staffing(caller, groupOfAgreement(overview));
  }

  @FieldResolver(() => ExecutionType)
  async execution(@Ctx() { caller }: Context, @Root() overview: AgreementOverview): Promise<ExecutionType> {
    return this.figures.execution(caller, groupOfAgreement(overview));
  }

  @FieldResolver(() => FundingReportType, {
    description: '经费情况 as of the day. overdue: due but not received (应到未到).',
  })
  async funding(@Ctx() { caller }: Context, @Root() overview: AgreementOverview): Promise<FundingReportType> {
    return this.figures.funding(caller, overview);
  }

  @FieldResolver(() => FiscalYearType, {
    nullable: true,
    description:
      '街道预算执行 in the calendar year of the day, and what may be recalled; null if the year has neither days of the agreement nor money.',
  })
  async fiscalYear(
    @Ctx() { caller }: Context,
    @Root() overview: AgreementOverview,
  ): Promise<FiscalYearType | null> {
    return this.figures.fiscalYear(caller, overview);
  }

  @FieldResolver(() => AssessmentType, {
    nullable: true,
    description:
      '最近一次评估: the assessment of the station, within your scope, that was closed last by the day, with its grade.',
  })
  async lastAssessment(
    @Ctx() { caller }: Context,
    @Root() overview: AgreementOverview,
  ): Promise<AssessmentType | null> {
    const [last] = await this.figures.lastAssessments(caller, groupOfAgreement(overview));
    return last ?? null;
  }

  @FieldResolver(() => [AssessmentAheadType], { description: '待完成评估, the midterm before the final.' })
  async assessmentsAhead(
    @Ctx() { caller }: Context,
    @Root() overview: AgreementOverview,
  ): Promise<AssessmentAheadType[]> {
    return this.figures.upcomingAssessments(caller, overview);
  }
}

@Resolver(() => DistrictSummaryType)
export class DistrictFiguresResolver {
  constructor(private readonly figures: FigureService) {}

  @FieldResolver(() => IndicatorProgressType)
  async indicators(
    @Ctx() { caller }: Context,
    @Root() summary: DistrictSummary,
  ): Promise<IndicatorProgressType> {
    return this.figures.indicators(caller, groupOfDistrict(summary));
  }

  @FieldResolver(() => StaffingLevelType)
  async staffing(@Ctx() { caller }: Context, @Root() summary: DistrictSummary): Promise<StaffingLevelType> {
    return this.figures.staffing(caller, groupOfDistrict(summary));
  }

  @FieldResolver(() => ExecutionType)
  async execution(@Ctx() { caller }: Context, @Root() summary: DistrictSummary): Promise<ExecutionType> {
    return this.figures.execution(caller, groupOfDistrict(summary));
  }

  @FieldResolver(() => [GradeCountType], {
    description: '等级分布: number of stations by grade of the assessment that was closed last by the day.',
  })
  async grades(@Ctx() { caller }: Context, @Root() summary: DistrictSummary): Promise<GradeCountType[]> {
    return this.figures.grades(caller, groupOfDistrict(summary));
  }
}
