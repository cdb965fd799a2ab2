import { Arg, Ctx, FieldResolver, ID, Mutation, Resolver, Root } from 'type-graphql';
import { Asserts, type Context } from '../../access';
import { DecimalScalar } from '../../platform/graphql/scalars';
import { payload } from '../../platform/graphql/user-error.type';
import {
  type AgreementRow,
  type AgreementService,
  AgreementType,
  IDEMPOTENCY_KEY,
  keyOf,
} from '../agreement';
import { Grade } from '../assessment';
import { CreateEvaluationInput, ScoreEvaluationItemsInput } from './evaluation.input';
import type { EvaluationRow } from './evaluation.repository';
import type { EvaluationGroup, EvaluationService } from './evaluation.service';
import type { ItemRow } from './evaluation-item.repository';
import {
  EvaluationGroupType,
  EvaluationItemType,
  EvaluationPayload,
  EvaluationScoreType,
  EvaluationType,
} from './evaluation.type';

@Resolver(() => EvaluationType)
export class EvaluationResolver {
  constructor(
    private readonly service: EvaluationService,
    private readonly agreements: AgreementService,
  ) {}

  @Asserts('evaluation.write')
  @Mutation(() => EvaluationPayload, {
    description:
      '新建绩效自评: creates an evaluation of your own organisation with its whole tree; by the operator or the purchaser.',
  })
  async createEvaluation(
    @Ctx() { caller }: Context,
    @Arg('input', () => CreateEvaluationInput) input: CreateEvaluationInput,
  ): Promise<EvaluationPayload> {
    return payload(caller.language, async () => {
      const id = await this.service.create(caller, input);
      return { evaluation: await this.service.get(caller, id) };
    });
  }

  @Asserts('evaluation.write')
  @Mutation(() => EvaluationPayload, {
    description: '自评评分: scores leaves of your own evaluation, all or none of the call.',
  })
  async scoreEvaluationItems(
    @Ctx() { caller }: Context,
    @Arg('input', () => ScoreEvaluationItemsInput) input: ScoreEvaluationItemsInput,
  ): Promise<EvaluationPayload> {
    return payload(caller.language, async () => {
      await this.service.score(caller, input);
      return { evaluation: await this.service.get(caller, input.evaluationId) };
    });
  }

  @Asserts('evaluation.write')
  @Mutation(() => EvaluationPayload, {
    description:
      '自评定稿: closes your own evaluation once every leaf is scored. Scores cannot be changed afterwards.',
  })
  async closeEvaluation(
    @Ctx() { caller }: Context,
    @Arg('evaluationId', () => ID) evaluationId: string,
  ): Promise<EvaluationPayload> {
    return payload(caller.language, async () => {
      await this.service.close(caller, evaluationId);
      return { evaluation: await this.service.get(caller, evaluationId) };
    });
  }

  @Asserts('evaluation.write')
  @Mutation(() => EvaluationPayload, {
    description: '作废自评: voids your own evaluation, closed or not. It remains readable, with the reason.',
  })
  async voidEvaluation(
    @Ctx() { caller }: Context,
    @Arg('evaluationId', () => ID) evaluationId: string,
    @Arg('reason', () => String) reason: string,
    @Arg('idempotencyKey', () => String, { nullable: true, description: IDEMPOTENCY_KEY })
    idempotencyKey: string | null,
  ): Promise<EvaluationPayload> {
    return payload(caller.language, async () => {
      await this.service.void(caller, { evaluationId, reason, idempotencyKey });
      return { evaluation: await this.service.get(caller, evaluationId) };
    });
  }

  @FieldResolver(() => AgreementType)
  async agreement(
    @Ctx() { caller }: Context,
    @Root() { agreementId }: EvaluationRow,
  ): Promise<AgreementType> {
    return this.agreements.get(caller, agreementId);
  }

  @FieldResolver(() => [EvaluationGroupType], {
    description: 'Groups, in the order in which they were given.',
  })
  async groups(
    @Ctx() { caller }: Context,
    @Root() evaluation: EvaluationRow,
  ): Promise<EvaluationGroupType[]> {
    return this.service.groups(caller, evaluation);
  }

  @FieldResolver(() => DecimalScalar, {
    nullable: true,
    description: '总分: sum of all leaves; null until every leaf is scored.',
  })
  async total(@Ctx() { caller }: Context, @Root() evaluation: EvaluationRow): Promise<string | null> {
    return this.service.total(caller, evaluation);
  }

  @FieldResolver(() => Grade, {
    nullable: true,
    description: 'Grade of the exact total, with the bounds of an assessment.',
  })
  async grade(@Ctx() { caller }: Context, @Root() evaluation: EvaluationRow): Promise<Grade | null> {
    return this.service.grade(caller, evaluation);
  }
}

@Resolver(() => EvaluationItemType)
export class EvaluationItemResolver {
  constructor(private readonly service: EvaluationService) {}

  @FieldResolver(() => [EvaluationScoreType], {
    description: '评分历史: all scores of the item, the current one first.',
  })
  async history(@Ctx() { caller }: Context, @Root() item: ItemRow): Promise<EvaluationScoreType[]> {
    return this.service.history(caller, item);
  }
}

@Resolver(() => EvaluationGroupType)
export class EvaluationGroupResolver {
  constructor(private readonly service: EvaluationService) {}

  @FieldResolver(() => [EvaluationScoreType], {
    description: '评分历史 of a group without items; empty if it has items.',
  })
  async history(@Ctx() { caller }: Context, @Root() group: EvaluationGroup): Promise<EvaluationScoreType[]> {
    return this.service.history(caller, group);
  }
}

/** The evaluations of an agreement, as a field of Agreement. */
@Resolver(() => AgreementType)
export class AgreementEvaluationsResolver {
  constructor(private readonly service: EvaluationService) {}

  @Asserts('evaluation.read')
  @FieldResolver(() => [EvaluationType], {
    description: '绩效自评 of both parties in order of creation, including voided ones.',
  })
  async evaluations(@Ctx() { caller }: Context, @Root() agreement: AgreementRow): Promise<EvaluationType[]> {
    return this.service.listOf(caller, keyOf(agreement));
  }
}
