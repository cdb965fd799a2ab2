import { Arg, Ctx, FieldResolver, ID, Mutation, Resolver, Root } from 'type-graphql';
import { Asserts, type Context } from '../../access';
import { payload } from '../../platform/graphql/user-error.type';
import { IDEMPOTENCY_KEY, PointType, ZoneType } from '../agreement';
import { AddFindingInput, ReviewResponseInput } from './assessment.input';
import type { AssessmentService } from './assessment.service';
import { AssessmentFindingType, AssessmentPayload, FindingStepType } from './assessment.type';
import type { FindingRow } from './finding.repository';
import type { FindingService } from './finding.service';

@Resolver(() => AssessmentFindingType)
export class FindingResolver {
  constructor(
    private readonly service: FindingService,
    private readonly assessments: AssessmentService,
  ) {}

  @Asserts('finding.add')
  @Mutation(() => AssessmentPayload, {
    description: '提出评估意见: adds a strength or a concern for your own party.',
  })
  async addFinding(
    @Ctx() { caller }: Context,
    @Arg('input', () => AddFindingInput) input: AddFindingInput,
  ): Promise<AssessmentPayload> {
    return payload(caller.language, async () => {
      const id = await this.service.add(caller, input);
      return { assessment: await this.assessments.get(caller, id) };
    });
  }

  @Asserts('finding.respond')
  @Mutation(() => AssessmentPayload, { description: '整改回应: answers a concern; by the operator.' })
  async respondToFinding(
    @Ctx() { caller }: Context,
    @Arg('findingId', () => ID) findingId: string,
    @Arg('response', () => String) response: string,
    @Arg('idempotencyKey', () => String, { nullable: true, description: IDEMPOTENCY_KEY })
    idempotencyKey: string | null,
  ): Promise<AssessmentPayload> {
    return payload(caller.language, async () => {
      const id = await this.service.respond(caller, { findingId, response, idempotencyKey });
      return { assessment: await this.assessments.get(caller, id) };
    });
  }

  @Asserts('finding.review')
  @Mutation(() => AssessmentPayload, {
    description: '确认整改: accepts a response or sends it back; by the party that raised the concern.',
  })
  async reviewResponse(
    @Ctx() { caller }: Context,
    @Arg('input', () => ReviewResponseInput) input: ReviewResponseInput,
  ): Promise<AssessmentPayload> {
    return payload(caller.language, async () => {
      const id = await this.service.review(caller, input);
      return { assessment: await this.assessments.get(caller, id) };
    });
  }

  @Asserts('finding.withdraw')
  @Mutation(() => AssessmentPayload, {
    description: '撤回评估意见: withdraws a finding of your own party; it stays readable with the reason.',
  })
  async withdrawFinding(
    @Ctx() { caller }: Context,
    @Arg('id', () => ID) id: string,
    @Arg('reason', () => String) reason: string,
  ): Promise<AssessmentPayload> {
    return payload(caller.language, async () => {
      const assessmentId = await this.service.withdraw(caller, id, reason);
      return { assessment: await this.assessments.get(caller, assessmentId) };
    });
  }

  @FieldResolver(() => ZoneType, { nullable: true, description: '片区, where it is about one.' })
  async zone(@Ctx() { caller }: Context, @Root() finding: FindingRow): Promise<ZoneType | null> {
    return this.service.zone(caller, finding);
  }

  @FieldResolver(() => PointType, { nullable: true, description: '社工点, where it is about one.' })
  async point(@Ctx() { caller }: Context, @Root() finding: FindingRow): Promise<PointType | null> {
    return this.service.point(caller, finding);
  }

  @FieldResolver(() => [FindingStepType], {
    description: '整改记录: every response and review, the first one first.',
  })
  async steps(@Ctx() { caller }: Context, @Root() finding: FindingRow): Promise<FindingStepType[]> {
    return this.service.steps(caller, finding);
  }
}
