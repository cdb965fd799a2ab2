import { Arg, Ctx, FieldResolver, ID, Mutation, Resolver, Root } from 'type-graphql';
import { Asserts, type Context } from '../../access';
import { payload } from '../../platform/graphql/user-error.type';
import { type OrganisationService, OrganisationType } from '../directory';
import { MoveAssessmentInput, ReplaceAssessorInput, RequestAssessorInput } from './assessment.input';
import type { AssessmentRow } from './assessment.repository';
import type { AssessmentService } from './assessment.service';
import {
  AssessmentPayload,
  AssessmentType,
  AssessorRequestType,
  ReplacedAssessorType,
} from './assessment.type';
import type { AssessorRequest } from './change.repository';
import type { ChangeService } from './change.service';
import type { ReplacedAssessor, ScoreService } from './scoring/score.service';

@Resolver(() => AssessmentType)
export class ChangeResolver {
  constructor(
    private readonly service: ChangeService,
    private readonly assessments: AssessmentService,
    private readonly scores: ScoreService,
  ) {}

  @Asserts('assessment.cancel')
  @Mutation(() => AssessmentPayload, {
    description:
      '取消评估: cancels an open assessment; by the bureau. It stays readable, counts nowhere, and another of its kind may be opened.',
  })
  async cancelAssessment(
    @Ctx() { caller }: Context,
    @Arg('id', () => ID) id: string,
    @Arg('reason', () => String) reason: string,
  ): Promise<AssessmentPayload> {
    return payload(caller.language, async () => {
      await this.service.cancel(caller, id, reason);
      return { assessment: await this.assessments.get(caller, id) };
    });
  }

  @Asserts('assessment.move')
  @Mutation(() => AssessmentPayload, {
    description: '调整评估时间: gives an open assessment other days; by the bureau.',
  })
  async moveAssessment(
    @Ctx() { caller }: Context,
    @Arg('input', () => MoveAssessmentInput) input: MoveAssessmentInput,
  ): Promise<AssessmentPayload> {
    return payload(caller.language, async () => {
      await this.service.move(caller, input);
      return { assessment: await this.assessments.get(caller, input.assessmentId) };
    });
  }

  @Asserts('assessment.replaceAssessor')
  @Mutation(() => AssessmentPayload, {
    description:
      '更换评估机构: assigns another assessor to an open assessment; by the bureau, at once when a tie is declared. What the first one scored is kept and counts no more.',
  })
  async replaceAssessor(
    @Ctx() { caller }: Context,
    @Arg('input', () => ReplaceAssessorInput) input: ReplaceAssessorInput,
  ): Promise<AssessmentPayload> {
    return payload(caller.language, async () => {
      await this.service.replaceAssessor(caller, input);
      return { assessment: await this.assessments.get(caller, input.assessmentId) };
    });
  }

  @Asserts('assessor.request')
  @Mutation(() => AssessmentPayload, {
    description:
      '申请更换评估机构: asks the bureau for another assessor; by the operator. It has no effect of its own.',
  })
  async requestAssessor(
    @Ctx() { caller }: Context,
    @Arg('input', () => RequestAssessorInput) input: RequestAssessorInput,
  ): Promise<AssessmentPayload> {
    return payload(caller.language, async () => {
      await this.service.requestAssessor(caller, input);
      return { assessment: await this.assessments.get(caller, input.assessmentId) };
    });
  }

  @FieldResolver(() => [ReplacedAssessorType], {
    description: '被更换的评估机构, the first one first.',
  })
  async replacedAssessors(
    @Ctx() { caller }: Context,
    @Root() assessment: AssessmentRow,
  ): Promise<ReplacedAssessorType[]> {
    return this.scores.replacedAssessors(caller, assessment);
  }

  @Asserts('assessor.readRequests')
  @FieldResolver(() => [AssessorRequestType], {
    description: '更换评估机构申请, earliest first; for the operator and the bureaus.',
  })
  async assessorRequests(
    @Ctx() { caller }: Context,
    @Root() assessment: AssessmentRow,
  ): Promise<AssessorRequestType[]> {
    return this.service.requests(caller, assessment);
  }
}

/** The assessor of a request, and of a replacement. */
@Resolver(() => AssessorRequestType)
export class AssessorRequestResolver {
  constructor(private readonly organisations: OrganisationService) {}

  @FieldResolver(() => OrganisationType, { description: 'The assessor at the time.' })
  async assessor(
    @Ctx() { caller }: Context,
    @Root() { assessorId }: AssessorRequest,
  ): Promise<OrganisationType> {
    return this.organisations.get(caller, assessorId);
  }
}

@Resolver(() => ReplacedAssessorType)
export class ReplacedAssessorResolver {
  constructor(private readonly organisations: OrganisationService) {}

  @FieldResolver(() => OrganisationType)
  async assessor(
    @Ctx() { caller }: Context,
    @Root() { assessorId }: ReplacedAssessor,
  ): Promise<OrganisationType> {
    return this.organisations.get(caller, assessorId);
  }
}
