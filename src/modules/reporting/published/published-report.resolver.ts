import { Arg, Ctx, FieldResolver, ID, Mutation, Resolver, Root } from 'type-graphql';
import { Asserts, type Context } from '../../../access';
import { Cost } from '../../../platform/graphql/limits/cost';
import { payload } from '../../../platform/graphql/user-error.type';
import { type AgreementService, AgreementType, type ZoneRow } from '../../agreement';
import { type CompletionTable, CompletionTableType } from '../../completion';
import { type OrganisationService, OrganisationType } from '../../directory';
import { type FundingReport, FundingReportType } from '../../funding';
import { type SatisfactionReport, SatisfactionReportType } from '../../satisfaction';
import { BasisReport, FigureChangeType } from '../../snapshot';
import { type StaffingReport, StaffingReportType } from '../../staffing';
import { PublishReportInput } from './published-report.input';
import type { PublishedReportRow } from './published-report.repository';
import type { PublishedReportService } from './published-report.service';
import { PublishedReportPayload, PublishedReportType } from './published-report.type';

@Resolver(() => PublishedReportType)
export class PublishedReportResolver {
  constructor(
    private readonly service: PublishedReportService,
    private readonly agreements: AgreementService,
    private readonly organisations: OrganisationService,
  ) {}

  @Asserts('report.publish')
  @Cost({ weight: 100 })
  @Mutation(() => PublishedReportPayload, {
    description:
      '发布定稿报告: keeps completion, staffing, funding and satisfaction of some days as they are at this moment, under the next number of the agreement; for managers of the operator, the purchaser or a bureau.',
  })
  async publishReport(
    @Ctx() { caller }: Context,
    @Arg('input', () => PublishReportInput) input: PublishReportInput,
  ): Promise<PublishedReportPayload> {
    return payload(caller.language, async () => {
      const id = await this.service.publish(caller, input);
      return { report: await this.service.get(caller, id) };
    });
  }

  @FieldResolver(() => AgreementType)
  async agreement(
    @Ctx() { caller }: Context,
    @Root() { agreementId }: PublishedReportRow,
  ): Promise<AgreementType> {
    return this.agreements.get(caller, agreementId);
  }

  @FieldResolver(() => OrganisationType)
  async publishedBy(
    @Ctx() { caller }: Context,
    @Root() { publishedById }: PublishedReportRow,
  ): Promise<OrganisationType> {
    return this.organisations.get(caller, publishedById);
  }

  @FieldResolver(() => PublishedReportType, {
    nullable: true,
    description: '替代: the one that it supersedes.',
  })
  async supersedes(
    @Ctx() { caller }: Context,
    @Root() { supersedesId }: PublishedReportRow,
  ): Promise<PublishedReportType | null> {
    return supersedesId === null ? null : this.service.get(caller, supersedesId);
  }

  @FieldResolver(() => PublishedReportType, {
    nullable: true,
    description: '被替代: the later one that replaces it.',
  })
  async supersededBy(
    @Ctx() { caller }: Context,
    @Root() { supersededById }: PublishedReportRow,
  ): Promise<PublishedReportType | null> {
    return supersededById === null ? null : this.service.get(caller, supersededById);
  }

  @Cost({ weight: 2, size: 2 })
  @FieldResolver(() => [CompletionTableType], { description: 'One for each term that the days touch.' })
  async completion(
    @Ctx() { caller }: Context,
    @Root() report: PublishedReportRow,
  ): Promise<CompletionTableType[]> {
    return this.service.kept<CompletionTable>(caller, report, BasisReport.COMPLETION);
  }

  @Cost({ weight: 2 })
  @FieldResolver(() => StaffingReportType, { description: 'With codes (代号) instead of names.' })
  async staffing(
    @Ctx() { caller }: Context,
    @Root() report: PublishedReportRow,
  ): Promise<StaffingReportType> {
    return sole(await this.service.kept<StaffingReport<ZoneRow>>(caller, report, BasisReport.STAFFING));
  }

  @Cost({ weight: 2 })
  @FieldResolver(() => FundingReportType, {
    description: 'By the last day. The entries that its lists link to are the current ones.',
  })
  async funding(@Ctx() { caller }: Context, @Root() report: PublishedReportRow): Promise<FundingReportType> {
    return sole(await this.service.kept<FundingReport>(caller, report, BasisReport.FUNDING));
  }

  @Cost({ weight: 2 })
  @FieldResolver(() => SatisfactionReportType, {
    nullable: true,
    description: 'Of the surveys of these days; null for those who are no party and no bureau.',
  })
  async satisfaction(
    @Ctx() { caller }: Context,
    @Root() report: PublishedReportRow,
  ): Promise<SatisfactionReportType | null> {
    const [kept = null] = await this.service.kept<SatisfactionReport>(
      caller,
      report,
      BasisReport.SATISFACTION,
    );
    return kept;
  }

  @Asserts('report.read')
  @Cost({ weight: 4, size: 50 })
  @FieldResolver(() => [FigureChangeType], {
    description:
      '定稿报告比较: the figures in which another report differs from this one: was is of this one.',
  })
  async comparedWith(
    @Ctx() { caller }: Context,
    @Root() report: PublishedReportRow,
    @Arg('otherId', () => ID) otherId: string,
  ): Promise<FigureChangeType[]> {
    return this.service.compare(caller, report, otherId);
  }

  // Recalculates every report.
  @Cost({ weight: 5, size: 50 })
  @FieldResolver(() => [FigureChangeType], {
    description: '定稿后变动: what is different now from what was published.',
  })
  async changesSince(
    @Ctx() { caller }: Context,
    @Root() report: PublishedReportRow,
  ): Promise<FigureChangeType[]> {
    return this.service.changes(caller, report);
  }
}

function sole<Report>([report]: readonly Report[]): Report {
  if (report === undefined) throw new Error('a published report lacks a part');
  return report;
}
