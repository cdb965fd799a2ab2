import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { Context } from '../../../access';
import { Cost } from '../../../platform/graphql/limits/cost';
import type { Catalogue } from '../../completion';
import { MonthSpendingType } from '../../funding';
import { FigureChangeType } from '../../snapshot';
import { StaffingReportType } from '../../staffing';
import type { MonthSum } from './month-report.rules';
import type { MonthReportService } from './month-report.service';
import { MonthFigureType } from './month-report.type';
import type { MonthRow } from './month.sql';
import { ReportMonthType } from './month.type';

/** What a month says, as fields of it. */
@Resolver(() => ReportMonthType)
export class MonthReportResolver {
  constructor(
    private readonly reports: MonthReportService,
    private readonly catalogue: Catalogue,
  ) {}

  @Cost({ weight: 0.05, size: 40 })
  @FieldResolver(() => [MonthFigureType], {
    nullable: true,
    description:
      "月报数据: the month's figures as handed in last; null before. Later corrections do not change them.",
  })
  async figures(@Ctx() { caller }: Context, @Root() month: MonthRow): Promise<MonthFigureType[] | null> {
    const sums = await this.reports.sums(caller, month);
    return sums?.map((sum) => this.figureOf(sum)) ?? null;
  }

  private figureOf({ indicator: code, measure: measureCode, zone, completed }: MonthSum): MonthFigureType {
    const indicator = this.catalogue.get(code);
    const measure = indicator.measures.find((one) => one.code === measureCode);
    if (!measure) throw new Error('a month has a measure that the catalogue does not have');
    return { indicator, measure, zone, completed };
  }

  @Cost({ weight: 2 })
  @FieldResolver(() => StaffingReportType, {
    nullable: true,
    description:
      '当月到岗: staffing of the month as handed in last, with codes instead of names; null before.',
  })
  async staffing(@Ctx() { caller }: Context, @Root() month: MonthRow): Promise<StaffingReportType | null> {
    return this.reports.staffing(caller, month);
  }

  @FieldResolver(() => MonthSpendingType, {
    nullable: true,
    description: '当月支出 as handed in last; null before.',
  })
  async spending(@Ctx() { caller }: Context, @Root() month: MonthRow): Promise<MonthSpendingType | null> {
    return this.reports.spending(caller, month);
  }

  // Recalculates every report of the month.
  @Cost({ weight: 5, size: 10 })
  @FieldResolver(() => [FigureChangeType], {
    description: '报送后变动: what is different now from what was handed in last.',
  })
  async changesSince(@Ctx() { caller }: Context, @Root() month: MonthRow): Promise<FigureChangeType[]> {
    return this.reports.changes(caller, month);
  }
}
