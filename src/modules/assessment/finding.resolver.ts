import { Arg, Ctx, ID, Mutation, Resolver } from 'type-graphql';
import { Asserts, type Context } from '../../access';
import { payload } from '../../platform/graphql/user-error.type';
import { IDEMPOTENCY_KEY } from '../agreement';
import { AddFindingInput, ReviewResponseInput } from './assessment.input';
import type { AssessmentService } from './assessment.service';
import { AssessmentPayload } from './assessment.type';
import type { FindingService } from './finding.service';

@Resolver()
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
}
