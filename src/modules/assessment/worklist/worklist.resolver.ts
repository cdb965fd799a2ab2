import { Arg, Args, Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import { Asserts, type Context } from '../../../access';
import { type Connection, PageArgs } from '../../../platform/graphql/connection';
import type { AssessmentService } from '../assessment.service';
import {
  AssessmentConnection,
  AssessmentFindingConnection,
  AssessmentFindingType,
  AssessmentType,
} from '../assessment.type';
import type { FindingRow } from '../finding.repository';
import { AssessmentFilter, FindingFilter } from './worklist.input';
import type { WorklistService } from './worklist.service';

@Resolver(() => AssessmentFindingType)
export class WorklistResolver {
  constructor(
    private readonly service: WorklistService,
    private readonly assessmentService: AssessmentService,
  ) {}

  @Asserts('assessment.read')
  @Query(() => AssessmentConnection, {
    description: '评估 within your scope, across agreements, the latest opened first.',
  })
  async assessments(
    @Ctx() { caller }: Context,
    @Arg('filter', () => AssessmentFilter, { nullable: true }) filter: AssessmentFilter | null,
    @Args() page: PageArgs,
  ): Promise<Connection<AssessmentType>> {
    return this.service.assessments(caller, filter ?? {}, page);
  }

  @Asserts('assessment.read')
  @Query(() => AssessmentFindingConnection, {
    description:
      '评估意见 within your scope, across agreements, the latest added first; without those that were withdrawn or whose assessment was cancelled.',
  })
  async findings(
    @Ctx() { caller }: Context,
    @Arg('filter', () => FindingFilter, { nullable: true }) filter: FindingFilter | null,
    @Args() page: PageArgs,
  ): Promise<Connection<AssessmentFindingType>> {
    return this.service.findings(caller, filter ?? {}, page);
  }

  @FieldResolver(() => AssessmentType)
  async assessment(
    @Ctx() { caller }: Context,
    @Root() { assessmentId }: FindingRow,
  ): Promise<AssessmentType> {
    return this.assessmentService.get(caller, assessmentId);
  }
}
