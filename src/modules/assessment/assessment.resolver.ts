import { Arg, Ctx, FieldResolver, ID, Mutation, Resolver, Root } from 'type-graphql';
import { Asserts, type Context } from '../../access';
import { Cost } from '../../platform/graphql/limits/cost';
import { payload } from '../../platform/graphql/user-error.type';
import { type AgreementService, AgreementType } from '../agreement';
import { type OrganisationService, OrganisationType } from '../directory';
import { FundingReportType } from '../funding';
import { CompletionTableType } from '../completion';
import { StaffingReportType } from '../staffing';
import { OpenAssessmentInput } from './assessment.input';
import { type AssessmentRow, stateOf } from './assessment.repository';
import type { AssessmentService } from './assessment.service';
import {
  AssessmentFindingType,
  AssessmentPayload,
  AssessmentType,
  FigureChangeType,
} from './assessment.type';
import { AssessmentParty, AssessmentState } from './assessment.enums';
import type { BasisService } from './basis.service';
import type { FindingService } from './finding.service';

@Resolver(() => AssessmentType)
export class AssessmentResolver {
  constructor(
    private readonly service: AssessmentService,
    private readonly findingService: FindingService,
    private readonly basis: BasisService,
    private readonly agreements: AgreementService,
    private readonly organisations: OrganisationService,
  ) {}

  @Asserts('assessment.open')
  @Mutation(() => AssessmentPayload, {
    description:
      '启动评估: opens an assessment; by the bureau, with an assessor that has no declared tie to the operator.',
  })
  async openAssessment(
    @Ctx() { caller }: Context,
    @Arg('input', () => OpenAssessmentInput) input: OpenAssessmentInput,
  ): Promise<AssessmentPayload> {
    return payload(caller.language, async () => {
      const id = await this.service.open(caller, input);
      return { assessment: await this.service.get(caller, id) };
    });
  }

  @Asserts('assessment.close')
  @Mutation(() => AssessmentPayload, {
    description:
      '结束评估: closes an assessment once all scores are given, from its last day on, with an assessor that has no declared tie; by the bureau. Total, grade and the reports they are based on are stored permanently.',
  })
  async closeAssessment(
    @Ctx() { caller }: Context,
    @Arg('assessmentId', () => ID) assessmentId: string,
  ): Promise<AssessmentPayload> {
    return payload(caller.language, async () => {
      await this.service.close(caller, assessmentId);
      return { assessment: await this.service.get(caller, assessmentId) };
    });
  }

  @FieldResolver(() => AgreementType)
  async agreement(
    @Ctx() { caller }: Context,
    @Root() { agreementId }: AssessmentRow,
  ): Promise<AgreementType> {
    return this.agreements.get(caller, agreementId);
  }

  @FieldResolver(() => OrganisationType, { description: '第三方评估机构' })
  async assessor(
    @Ctx() { caller }: Context,
    @Root() { assessorId }: AssessmentRow,
  ): Promise<OrganisationType> {
    return this.organisations.get(caller, assessorId);
  }

  @FieldResolver(() => AssessmentState, { description: '状态' })
  state(@Root() assessment: AssessmentRow): AssessmentState {
    return stateOf(assessment);
  }

  @FieldResolver(() => AssessmentParty, {
    nullable: true,
    description: '评估主体 that your organisation represents in it; null for one that scores nothing.',
  })
  ownParty(@Ctx() { caller }: Context, @Root() assessment: AssessmentRow): AssessmentParty | null {
    return this.service.ownParty(caller, assessment);
  }

  @FieldResolver(() => [AssessmentFindingType], {
    description: 'Findings, in the order in which they were added.',
  })
  async findings(
    @Ctx() { caller }: Context,
    @Root() assessment: AssessmentRow,
  ): Promise<AssessmentFindingType[]> {
    return this.findingService.listOf(caller, assessment);
  }

  @FieldResolver(() => [AssessmentFindingType], {
    description:
      '上次评估关注问题: concerns of the previous assessment of this operator at this station, with the responses.',
  })
  async concernsBefore(
    @Ctx() { caller }: Context,
    @Root() assessment: AssessmentRow,
  ): Promise<AssessmentFindingType[]> {
    return this.service.concernsBefore(caller, assessment);
  }

  @Cost({ weight: 2, size: 2 })
  @FieldResolver(() => [CompletionTableType], {
    nullable: true,
    description: '评估依据: the completion tables as of closing, one per term; null while it is open.',
  })
  async basisCompletion(
    @Ctx() { caller }: Context,
    @Root() assessment: AssessmentRow,
  ): Promise<CompletionTableType[] | null> {
    return this.basis.keptCompletion(caller, assessment);
  }

  @Cost({ weight: 2 })
  @FieldResolver(() => StaffingReportType, {
    nullable: true,
    description:
      '评估依据: staffing of the months assessed, as of closing, with codes (代号) instead of names; null while it is open.',
  })
  async basisStaffing(
    @Ctx() { caller }: Context,
    @Root() assessment: AssessmentRow,
  ): Promise<StaffingReportType | null> {
    return this.basis.keptStaffing(caller, assessment);
  }

  @Cost({ weight: 2 })
  @FieldResolver(() => FundingReportType, {
    nullable: true,
    description:
      '评估依据: funding by the last day assessed, as of closing; null while it is open. The entries that its lists link to are the current ones.',
  })
  async basisFunding(
    @Ctx() { caller }: Context,
    @Root() assessment: AssessmentRow,
  ): Promise<FundingReportType | null> {
    return this.basis.keptFunding(caller, assessment);
  }

  // Recalculates every report of the assessment.
  @Cost({ weight: 5 })
  @FieldResolver(() => [FigureChangeType], {
    description: '定稿后变动: figures that were corrected after closing; empty while it is open.',
  })
  async changesSince(
    @Ctx() { caller }: Context,
    @Root() assessment: AssessmentRow,
  ): Promise<FigureChangeType[]> {
    return this.basis.changes(caller, assessment);
  }
}
