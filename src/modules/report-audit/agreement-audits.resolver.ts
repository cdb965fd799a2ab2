import { Args, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { Asserts, type Context } from '../../access';
import { type Connection, PageArgs } from '../../platform/graphql/connection';
import { type AgreementRow, AgreementType, keyOf } from '../agreement';
import type { ReportAuditRow } from './report-audit.repository';
import type { ReportAuditService } from './report-audit.service';
import { ReportAuditConnection } from './report-audit.type';

/** The audits of an agreement, as a field of Agreement. */
@Resolver(() => AgreementType)
export class AgreementAuditsResolver {
  constructor(private readonly service: ReportAuditService) {}

  @Asserts('reportAudit.read')
  @FieldResolver(() => ReportAuditConnection, { description: '报告核对, the latest first.' })
  async reportAudits(
    @Ctx() { caller }: Context,
    @Root() agreement: AgreementRow,
    @Args() page: PageArgs,
  ): Promise<Connection<ReportAuditRow>> {
    return this.service.listOf(caller, keyOf(agreement), page);
  }
}
