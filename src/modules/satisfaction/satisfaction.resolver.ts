import { Arg, Args, Ctx, FieldResolver, ID, Mutation, Resolver, Root } from 'type-graphql';
import { Asserts, type Context } from '../../access';
import { type Connection, PageArgs } from '../../platform/graphql/connection';
import { payload } from '../../platform/graphql/user-error.type';
import {
  type AgreementRow,
  type AgreementService,
  AgreementType,
  IDEMPOTENCY_KEY,
  keyOf,
} from '../agreement';
import { CorrectSatisfactionInput, RecordSatisfactionInput, SatisfactionArgs } from './satisfaction.input';
import type { SurveyRow } from './satisfaction.repository';
import type { SatisfactionService } from './satisfaction.service';
import {
  SatisfactionReportType,
  SatisfactionSurveyConnection,
  SatisfactionSurveyPayload,
  SatisfactionSurveyType,
} from './satisfaction.type';

@Resolver(() => SatisfactionSurveyType)
export class SatisfactionSurveyResolver {
  constructor(
    private readonly service: SatisfactionService,
    private readonly agreements: AgreementService,
  ) {}

  @Asserts('satisfaction.record')
  @Mutation(() => SatisfactionSurveyPayload, {
    description: '登记满意度调查: records a survey, as counts or only a percent.',
  })
  async recordSatisfaction(
    @Ctx() { caller }: Context,
    @Arg('input', () => RecordSatisfactionInput) input: RecordSatisfactionInput,
  ): Promise<SatisfactionSurveyPayload> {
    return payload(caller.language, async () => {
      const id = await this.service.record(caller, input);
      return { survey: await this.service.get(caller, id) };
    });
  }

  @Asserts('satisfaction.record')
  @Mutation(() => SatisfactionSurveyPayload, {
    description: '更正满意度调查: replaces a survey and returns the new one. Both remain readable.',
  })
  async correctSatisfaction(
    @Ctx() { caller }: Context,
    @Arg('input', () => CorrectSatisfactionInput) input: CorrectSatisfactionInput,
  ): Promise<SatisfactionSurveyPayload> {
    return payload(caller.language, async () => {
      const id = await this.service.correct(caller, input);
      return { survey: await this.service.get(caller, id) };
    });
  }

  @Asserts('satisfaction.record')
  @Mutation(() => SatisfactionSurveyPayload, {
    description: '作废满意度调查: it remains readable but counts in no figure.',
  })
  async voidSatisfaction(
    @Ctx() { caller }: Context,
    @Arg('id', () => ID) id: string,
    @Arg('reason', () => String) reason: string,
    @Arg('idempotencyKey', () => String, { nullable: true, description: IDEMPOTENCY_KEY })
    idempotencyKey: string | null,
  ): Promise<SatisfactionSurveyPayload> {
    return payload(caller.language, async () => {
      await this.service.void(caller, id, reason, idempotencyKey);
      return { survey: await this.service.get(caller, id) };
    });
  }

  @FieldResolver(() => AgreementType)
  async agreement(@Ctx() { caller }: Context, @Root() { agreementId }: SurveyRow): Promise<AgreementType> {
    return this.agreements.get(caller, agreementId);
  }

  @FieldResolver(() => SatisfactionSurveyType, {
    nullable: true,
    description: '更正前: the survey that it replaces.',
  })
  async replaces(
    @Ctx() { caller }: Context,
    @Root() { replacesId }: SurveyRow,
  ): Promise<SatisfactionSurveyType | null> {
    return replacesId === null ? null : this.service.find(caller, replacesId);
  }

  @FieldResolver(() => SatisfactionSurveyType, {
    nullable: true,
    description: '更正后: the survey that replaced it.',
  })
  async replacedBy(
    @Ctx() { caller }: Context,
    @Root() { replacedById }: SurveyRow,
  ): Promise<SatisfactionSurveyType | null> {
    return replacedById === null ? null : this.service.find(caller, replacedById);
  }
}

/** The surveys of an agreement, as fields of Agreement. */
@Resolver(() => AgreementType)
export class AgreementSatisfactionResolver {
  constructor(private readonly service: SatisfactionService) {}

  @Asserts('satisfaction.read')
  @FieldResolver(() => SatisfactionReportType, {
    description: '满意度 over the surveys of a range of days (default: all).',
  })
  async satisfaction(
    @Ctx() { caller }: Context,
    @Root() agreement: AgreementRow,
    @Args() args: SatisfactionArgs,
  ): Promise<SatisfactionReportType> {
    return this.service.report(caller, keyOf(agreement), args);
  }

  @Asserts('satisfaction.read')
  @FieldResolver(() => SatisfactionSurveyConnection, {
    description: '满意度调查, latest day first, including void ones.',
  })
  async satisfactionSurveys(
    @Ctx() { caller }: Context,
    @Root() agreement: AgreementRow,
    @Args() page: PageArgs,
  ): Promise<Connection<SatisfactionSurveyType>> {
    return this.service.listOf(caller, keyOf(agreement), page);
  }
}
