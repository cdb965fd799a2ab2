import {
  Arg,
  Args,
  ArgsType,
  Ctx,
  Field,
  FieldResolver,
  ID,
  Mutation,
  Query,
  Resolver,
  Root,
} from 'type-graphql';
import { Asserts, type Context } from '../../access';
import { type Connection, PageArgs } from '../../platform/graphql/connection';
import { Cost } from '../../platform/graphql/limits/cost';
import { payload } from '../../platform/graphql/user-error.type';
import { type AgreementService, AgreementType } from '../agreement';
import { type OrganisationService, OrganisationType } from '../directory';
import { type ImportService, SheetImportType } from '../sheet-import';
import type { AuditChange } from './comparison.rules';
import { AuditReportInput } from './report-audit.input';
import type { AuditedFigureRow, ReportAuditRow } from './report-audit.repository';
import type { ReportAuditService } from './report-audit.service';
import {
  AuditChangeType,
  AuditedFigureConnection,
  ReportAuditPayload,
  ReportAuditType,
} from './report-audit.type';

@ArgsType()
class AuditedFigureArgs extends PageArgs {
  @Field(() => Boolean, {
    nullable: true,
    description: 'Only those that are worth a look, or only the others.',
  })
  findings?: boolean | null;
}

@Resolver(() => ReportAuditType)
export class ReportAuditResolver {
  constructor(
    private readonly service: ReportAuditService,
    private readonly agreements: AgreementService,
    private readonly organisations: OrganisationService,
    private readonly imports: ImportService,
  ) {}

  @Asserts('reportAudit.read')
  @Query(() => ReportAuditType, { description: '报告核对: one that is kept.' })
  async reportAudit(@Ctx() { caller }: Context, @Arg('id', () => ID) id: string): Promise<ReportAuditType> {
    return this.service.get(caller, id);
  }

  @Asserts('publishedReport.audit')
  @Cost({ weight: 100 })
  @Mutation(() => ReportAuditPayload, {
    description:
      '核对报告: holds the figures of a published report against one another and against the records, and keeps what was found. The same again is another audit, beside the first.',
  })
  async auditReport(
    @Ctx() { caller }: Context,
    @Arg('input', () => AuditReportInput) input: AuditReportInput,
  ): Promise<ReportAuditPayload> {
    return payload(caller.language, async () => {
      const id = await this.service.audit(caller, input);
      return { audit: await this.service.get(caller, id) };
    });
  }

  @FieldResolver(() => AgreementType)
  async agreement(
    @Ctx() { caller }: Context,
    @Root() { agreementId }: ReportAuditRow,
  ): Promise<AgreementType> {
    return this.agreements.get(caller, agreementId);
  }

  @FieldResolver(() => OrganisationType)
  async auditedBy(
    @Ctx() { caller }: Context,
    @Root() { auditedById }: ReportAuditRow,
  ): Promise<OrganisationType> {
    return this.organisations.get(caller, auditedById);
  }

  @FieldResolver(() => SheetImportType, {
    nullable: true,
    description: 'The file that it was read from; null for all but the operator, whose file it is.',
  })
  async sheetImport(
    @Ctx() { caller }: Context,
    @Root() { importId }: ReportAuditRow,
  ): Promise<Omit<SheetImportType, 'state' | 'counts'> | null> {
    const mayRead = caller.assert('reportAudit.read').may('import.read');
    return importId !== null && mayRead ? this.imports.get(caller, importId) : null;
  }

  @Asserts('reportAudit.read')
  @FieldResolver(() => AuditedFigureConnection, {
    description: '核对结果, in the order of the report, then what it lacks. Pages of up to 500.',
  })
  async figures(
    @Ctx() { caller }: Context,
    @Root() audit: ReportAuditRow,
    @Args() args: AuditedFigureArgs,
  ): Promise<Connection<AuditedFigureRow>> {
    return this.service.figures(caller, audit, args);
  }

  @Asserts('reportAudit.read')
  @Cost({ weight: 4, size: 50 })
  @FieldResolver(() => [AuditChangeType], {
    description:
      '核对比较: the figures in which another audit of the same agreement differs; was is of this one.',
  })
  async comparedWith(
    @Ctx() { caller }: Context,
    @Root() audit: ReportAuditRow,
    @Arg('otherId', () => ID) otherId: string,
  ): Promise<AuditChange[]> {
    return this.service.compare(caller, audit, otherId);
  }
}
