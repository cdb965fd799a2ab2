import { Arg, Ctx, FieldResolver, ID, Mutation, Resolver, Root } from 'type-graphql';
import { Asserts, type Context } from '../../../access';
import { DecimalScalar } from '../../../platform/graphql/scalars';
import { payload } from '../../../platform/graphql/user-error.type';
import { Grade } from '../assessment.enums';
import type { AssessmentRow } from '../assessment.repository';
import type { AssessmentService } from '../assessment.service';
import { AssessmentPayload, AssessmentType } from '../assessment.type';
import { EnterPaperScoreInput, ScoreAssessmentInput } from './score.input';
import type { ScoreService } from './score.service';
import { AssessmentScoreType } from './score.type';

@Resolver(() => AssessmentType)
export class ScoreResolver {
  constructor(
    private readonly service: ScoreService,
    private readonly assessments: AssessmentService,
  ) {}

  @Asserts('assessment.score')
  @Mutation(() => AssessmentPayload, { description: '评分: sets the score of your own party.' })
  async scoreAssessment(
    @Ctx() { caller }: Context,
    @Arg('input', () => ScoreAssessmentInput) input: ScoreAssessmentInput,
  ): Promise<AssessmentPayload> {
    return payload(caller.language, async () => {
      await this.service.score(caller, input);
      return { assessment: await this.assessments.get(caller, input.assessmentId) };
    });
  }

  @Asserts('assessment.enterPaper')
  @Mutation(() => AssessmentPayload, {
    description:
      '录入纸质评分: enters the score of a party that has no account, or is missing; by the bureau.',
  })
  async enterPaperScore(
    @Ctx() { caller }: Context,
    @Arg('input', () => EnterPaperScoreInput) input: EnterPaperScoreInput,
  ): Promise<AssessmentPayload> {
    return payload(caller.language, async () => {
      await this.service.enterPaper(caller, input);
      return { assessment: await this.assessments.get(caller, input.assessmentId) };
    });
  }

  @Asserts('assessment.unseal')
  @Mutation(() => AssessmentPayload, {
    description: '公开评分: opens the scores that are in, before all are; by the bureau.',
  })
  async unsealScores(
    @Ctx() { caller }: Context,
    @Arg('id', () => ID) id: string,
    @Arg('reason', () => String) reason: string,
  ): Promise<AssessmentPayload> {
    return payload(caller.language, async () => {
      await this.service.unseal(caller, id, reason);
      return { assessment: await this.assessments.get(caller, id) };
    });
  }

  @FieldResolver(() => [AssessmentScoreType], {
    description: 'Scores of all parties, including those not given yet.',
  })
  async scores(
    @Ctx() { caller }: Context,
    @Root() assessment: AssessmentRow,
  ): Promise<AssessmentScoreType[]> {
    return this.service.scores(caller, assessment);
  }

  @FieldResolver(() => DecimalScalar, {
    nullable: true,
    description: 'Sum of the scores; null until all are given, and of a cancelled assessment.',
  })
  async total(@Ctx() { caller }: Context, @Root() assessment: AssessmentRow): Promise<string | null> {
    return this.service.total(caller, assessment);
  }

  @FieldResolver(() => Grade, {
    nullable: true,
    description: 'Grade, from the exact total and the bands of the assessment.',
  })
  async grade(@Ctx() { caller }: Context, @Root() assessment: AssessmentRow): Promise<Grade | null> {
    return this.service.grade(caller, assessment);
  }
}
