import { Arg, Ctx, ID, Int, Mutation, Resolver } from 'type-graphql';
import { Asserts, type Caller, type Context } from '../../../access';
import { Cost } from '../../../platform/graphql/limits/cost';
import { payload } from '../../../platform/graphql/user-error.type';
import type { AgreementService } from '../agreement.service';
import { AgreementPayload, AgreementType } from '../agreement.type';
import { RegisterAgreementInput } from '../registration/agreement.input';
import type { RegistrationService } from '../registration/registration.service';
import { RecordContractInput } from './proposal.input';
import type { ProposalService } from './proposal.service';

/** The steps of an agreement after its registration. */
@Resolver(() => AgreementType)
export class ProposalResolver {
  constructor(
    private readonly agreements: AgreementService,
    private readonly registration: RegistrationService,
    private readonly proposals: ProposalService,
  ) {}

  @Asserts('agreement.confirm')
  @Cost({ weight: 50 })
  @Mutation(() => AgreementPayload, {
    description: `登记确认: confirms a proposal; for the party that did not register it, or a bureau. A proposal of a bureau needs both parties.
expectedRevision: the one that you saw; STALE_PROPOSAL where it has been revised since. What one has confirmed already is answered as it is.`,
  })
  async confirmAgreement(
    @Ctx() { caller }: Context,
    @Arg('id', () => ID) id: string,
    @Arg('expectedRevision', () => Int, { nullable: true }) expectedRevision: number | null,
  ): Promise<AgreementPayload> {
    return this.answer(caller, id, async () => this.proposals.confirm(caller, id, expectedRevision ?? null));
  }

  @Asserts('agreement.confirm')
  @Cost({ weight: 50 })
  @Mutation(() => AgreementPayload, {
    description: '退回登记: declines a proposal, with a reason; for those who could confirm it.',
  })
  async declineAgreement(
    @Ctx() { caller }: Context,
    @Arg('id', () => ID) id: string,
    @Arg('reason') reason: string,
  ): Promise<AgreementPayload> {
    return this.answer(caller, id, async () => this.proposals.decline(caller, id, reason));
  }

  @Asserts('agreement.register')
  @Cost({ weight: 50 })
  @Mutation(() => AgreementPayload, {
    description: '撤回登记: withdraws a proposal; for the one who registered it.',
  })
  async withdrawAgreement(
    @Ctx() { caller }: Context,
    @Arg('id', () => ID) id: string,
    @Arg('reason') reason: string,
  ): Promise<AgreementPayload> {
    return this.answer(caller, id, async () => this.proposals.withdraw(caller, id, reason));
  }

  @Asserts('agreement.register')
  @Cost({ weight: 200 })
  @Mutation(() => AgreementPayload, {
    description:
      '修改登记: replaces a proposal; for the one who registered it. Parts that keep their name keep their id; confirmations begin anew.',
  })
  async reviseProposal(
    @Ctx() { caller }: Context,
    @Arg('id', () => ID) id: string,
    @Arg('input', () => RegisterAgreementInput) input: RegisterAgreementInput,
  ): Promise<AgreementPayload> {
    return this.answer(caller, id, async () => this.registration.revise(caller, id, input));
  }

  @Asserts('agreement.void')
  @Cost({ weight: 50 })
  @Mutation(() => AgreementPayload, {
    description:
      '作废协议: a confirmed agreement that should never have been leaves every figure, and its days are free again; nothing is deleted. For the bureau. Refused while money that is not reversed or closed assessments are in it.',
  })
  async voidAgreement(
    @Ctx() { caller }: Context,
    @Arg('id', () => ID) id: string,
    @Arg('reason') reason: string,
  ): Promise<AgreementPayload> {
    return this.answer(caller, id, async () => this.proposals.void(caller, id, reason));
  }

  @Asserts('agreement.confirm')
  @Cost({ weight: 50 })
  @Mutation(() => AgreementPayload, {
    description: '合同备案: what is known of the paper contract of a confirmed agreement.',
  })
  async recordContract(
    @Ctx() { caller }: Context,
    @Arg('input', () => RecordContractInput) input: RecordContractInput,
  ): Promise<AgreementPayload> {
    return this.answer(caller, input.agreementId, async () => this.proposals.record(caller, input));
  }

  private async answer(caller: Caller, id: string, work: () => Promise<void>): Promise<AgreementPayload> {
    return payload(caller.language, async () => {
      await work();
      return { agreement: await this.agreements.get(caller, id) };
    });
  }
}
