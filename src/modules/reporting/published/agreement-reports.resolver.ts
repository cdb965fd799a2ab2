import { Args, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { Asserts, type Context } from '../../../access';
import { type Connection, PageArgs } from '../../../platform/graphql/connection';
import { type AgreementRow, AgreementType, keyOf } from '../../agreement';
import type { PublishedReportService } from './published-report.service';
import { PublishedReportConnection, type PublishedReportType } from './published-report.type';

/** The published reports of an agreement, as a field of Agreement. */
@Resolver(() => AgreementType)
export class AgreementReportsResolver {
  constructor(private readonly service: PublishedReportService) {}

  @Asserts('report.read')
  @FieldResolver(() => PublishedReportConnection, { description: '定稿报告, the latest first.' })
  async publishedReports(
    @Ctx() { caller }: Context,
    @Root() agreement: AgreementRow,
    @Args() page: PageArgs,
  ): Promise<Connection<PublishedReportType>> {
    return this.service.listOf(caller, keyOf(agreement), page);
  }
}
