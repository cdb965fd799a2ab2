import { Arg, Ctx, FieldResolver, ID, Int, Mutation, Resolver, Root } from 'type-graphql';
import { Asserts, type Caller, type Context } from '../../../access';
import { Cost } from '../../../platform/graphql/limits/cost';
import { payload } from '../../../platform/graphql/user-error.type';
import { type OrganisationService, OrganisationType } from '../../directory';
import type { AgreementService } from '../agreement.service';
import { AgreementType } from '../agreement.type';
import type { AgreementRow } from '../read.sql';
import { ProposeAmendmentInput } from './amendment.input';
import type { AmendmentRow, AnswerRow } from './amendment.repository';
import type { AmendmentListService } from './amendment-list.service';
import type { AmendmentService } from './amendment.service';
import { AmendmentAnswerType, AmendmentChangeType, AmendmentPayload, AmendmentType } from './amendment.type';

@Resolver(() => AmendmentType)
export class AmendmentResolver {
  constructor(
    private readonly service: AmendmentService,
    private readonly list: AmendmentListService,
    private readonly agreements: AgreementService,
    private readonly organisations: OrganisationService,
  ) {}

  @Asserts('amendment.propose')
  @Cost({ weight: 200, sizedBy: 'input.targets', each: 2 })
  @Mutation(() => AmendmentPayload, {
    description:
      '提出协议变更: for the operator, the purchaser, or a bureau, whose own is in force at once and names the number of its document.',
  })
  async proposeAmendment(
    @Ctx() { caller }: Context,
    @Arg('input', () => ProposeAmendmentInput) input: ProposeAmendmentInput,
  ): Promise<AmendmentPayload> {
    return payload(caller.language, async () => {
      const id = await this.service.propose(caller, input);
      return { amendment: await this.list.get(caller, id) };
    });
  }

  @Asserts('amendment.confirm')
  @Cost({ weight: 200 })
  @Mutation(() => AmendmentPayload, {
    description:
      '确认变更: for the party that did not propose it, or a bureau. What one has confirmed already is answered as it is.',
  })
  async confirmAmendment(
    @Ctx() { caller }: Context,
    @Arg('id', () => ID) id: string,
    @Arg('expectedRevision', () => Int, { nullable: true }) expectedRevision: number | null,
  ): Promise<AmendmentPayload> {
    return this.answerWith(caller, id, async () =>
      this.service.confirm(caller, id, expectedRevision ?? null),
    );
  }

  @Asserts('amendment.confirm')
  @Cost({ weight: 50 })
  @Mutation(() => AmendmentPayload, { description: '退回变更: for those who could confirm it.' })
  async declineAmendment(
    @Ctx() { caller }: Context,
    @Arg('id', () => ID) id: string,
    @Arg('reason') reason: string,
  ): Promise<AmendmentPayload> {
    return this.answerWith(caller, id, async () => this.service.decline(caller, id, reason));
  }

  @Asserts('amendment.withdraw')
  @Cost({ weight: 50 })
  @Mutation(() => AmendmentPayload, { description: '撤回变更: for the party that proposed it.' })
  async withdrawAmendment(
    @Ctx() { caller }: Context,
    @Arg('id', () => ID) id: string,
    @Arg('reason') reason: string,
  ): Promise<AmendmentPayload> {
    return this.answerWith(caller, id, async () => this.service.withdraw(caller, id, reason));
  }

  @Asserts('amendment.answer')
  @Cost({ weight: 50 })
  @Mutation(() => AmendmentPayload, {
    description: '知悉变更: acknowledges an amendment that a bureau has made; for all to see.',
  })
  async acknowledgeAmendment(
    @Ctx() { caller }: Context,
    @Arg('id', () => ID) id: string,
  ): Promise<AmendmentPayload> {
    return this.answerWith(caller, id, async () => this.service.answer(caller, id, null));
  }

  @Asserts('amendment.answer')
  @Cost({ weight: 50 })
  @Mutation(() => AmendmentPayload, {
    description:
      '对变更提出异议: objects to an amendment that a bureau has made, which stays in force; for all to see.',
  })
  async objectToAmendment(
    @Ctx() { caller }: Context,
    @Arg('id', () => ID) id: string,
    @Arg('reason') reason: string,
  ): Promise<AmendmentPayload> {
    return this.answerWith(caller, id, async () => this.service.answer(caller, id, reason));
  }

  @FieldResolver(() => AgreementType)
  async agreement(@Ctx() { caller }: Context, @Root() { agreementId }: AmendmentRow): Promise<AgreementType> {
    return this.agreements.get(caller, agreementId);
  }

  @FieldResolver(() => OrganisationType)
  async proposedBy(
    @Ctx() { caller }: Context,
    @Root() { proposedBy }: AmendmentRow,
  ): Promise<OrganisationType> {
    return this.organisations.get(caller, proposedBy);
  }

  @FieldResolver(() => OrganisationType, {
    nullable: true,
    description: 'Null of one that a bureau has made.',
  })
  async confirmedBy(
    @Ctx() { caller }: Context,
    @Root() { confirmedBy }: AmendmentRow,
  ): Promise<OrganisationType | null> {
    return confirmedBy === null ? null : this.organisations.get(caller, confirmedBy);
  }

  @Cost({ size: 10 })
  @FieldResolver(() => [AmendmentChangeType], {
    description: 'Every value that it changes: what it was, and what it becomes.',
  })
  async changes(@Ctx() { caller }: Context, @Root() row: AmendmentRow): Promise<AmendmentChangeType[]> {
    return this.list.changes(caller, row);
  }

  @Cost({ size: 2 })
  @FieldResolver(() => [AmendmentAnswerType], {
    description: 'What the parties say to an amendment that a bureau has made.',
  })
  async answers(@Ctx() { caller }: Context, @Root() row: AmendmentRow): Promise<AmendmentAnswerType[]> {
    return this.list.answers(caller, row);
  }

  private async answerWith(caller: Caller, id: string, work: () => Promise<void>): Promise<AmendmentPayload> {
    return payload(caller.language, async () => {
      await work();
      return { amendment: await this.list.get(caller, id) };
    });
  }
}

@Resolver(() => AmendmentAnswerType)
export class AmendmentAnswerResolver {
  constructor(private readonly organisations: OrganisationService) {}

  @FieldResolver(() => OrganisationType)
  async by(@Ctx() { caller }: Context, @Root() { actingId }: AnswerRow): Promise<OrganisationType> {
    return this.organisations.get(caller, actingId);
  }
}

/** The amendments of an agreement, as a field of Agreement. */
@Resolver(() => AgreementType)
export class AgreementAmendmentsResolver {
  constructor(private readonly list: AmendmentListService) {}

  @Cost({ size: 5 })
  @FieldResolver(() => [AmendmentType], {
    description: 'Amendments, the latest first; the registration itself is no amendment.',
  })
  async amendments(@Ctx() { caller }: Context, @Root() { id }: AgreementRow): Promise<AmendmentType[]> {
    return this.list.listOf(caller, id);
  }
}
