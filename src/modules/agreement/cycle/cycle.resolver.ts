import { Arg, Args, Ctx, FieldResolver, Int, Mutation, Query, Resolver, Root } from 'type-graphql';
import { Asserts, type Context } from '../../../access';
import { type Connection, PageArgs } from '../../../platform/graphql/connection';
import { Cost } from '../../../platform/graphql/limits/cost';
import { payload } from '../../../platform/graphql/user-error.type';
import { type OrganisationService, OrganisationType } from '../../directory';
import { AgreementType } from '../agreement.type';
import type { AgreementRow } from '../read.sql';
import { CorrectContractCycleInput, RegisterContractCycleInput } from './cycle.input';
import type { CycleRow } from './cycle.repository';
import type { CycleService } from './cycle.service';
import { ContractCycleConnection, ContractCyclePayload, ContractCycleType } from './cycle.type';

@Resolver(() => ContractCycleType)
export class CycleResolver {
  constructor(
    private readonly cycles: CycleService,
    private readonly organisations: OrganisationService,
  ) {}

  @Asserts('cycle.read')
  @Query(() => ContractCycleConnection, {
    description: '承接周期 of your organisation, or of your district; the earliest first.',
  })
  async contractCycles(
    @Ctx() { caller }: Context,
    @Args() page: PageArgs,
  ): Promise<Connection<ContractCycleType>> {
    return this.cycles.list(caller, page);
  }

  @Asserts('cycle.register')
  @Cost({ weight: 50 })
  @Mutation(() => ContractCyclePayload, {
    description:
      '登记承接周期: registers a contract of several years, for the purchaser or a bureau. For reference only: its agreements are registered one by one.',
  })
  async registerContractCycle(
    @Ctx() { caller }: Context,
    @Arg('input', () => RegisterContractCycleInput) input: RegisterContractCycleInput,
  ): Promise<ContractCyclePayload> {
    return payload(caller.language, async () => {
      const id = await this.cycles.register(caller, input);
      return { cycle: await this.cycles.get(caller, id) };
    });
  }

  @Asserts('cycle.register')
  @Cost({ weight: 50 })
  @Mutation(() => ContractCyclePayload, {
    description: '更正承接周期: corrects its number, amount or days, for the purchaser or a bureau.',
  })
  async correctContractCycle(
    @Ctx() { caller }: Context,
    @Arg('input', () => CorrectContractCycleInput) input: CorrectContractCycleInput,
  ): Promise<ContractCyclePayload> {
    return payload(caller.language, async () => {
      await this.cycles.correct(caller, input);
      return { cycle: await this.cycles.get(caller, input.id) };
    });
  }

  @FieldResolver(() => OrganisationType)
  async operator(
    @Ctx() { caller }: Context,
    @Root() { organisationId }: CycleRow,
  ): Promise<OrganisationType> {
    return this.organisations.get(caller, organisationId);
  }

  @FieldResolver(() => OrganisationType)
  async purchaser(@Ctx() { caller }: Context, @Root() { purchaserId }: CycleRow): Promise<OrganisationType> {
    return this.organisations.get(caller, purchaserId);
  }

  @Cost({ size: 5 })
  @FieldResolver(() => [AgreementType], {
    description: 'Its agreements within your scope, in any state; the earliest first.',
  })
  async agreements(@Ctx() { caller }: Context, @Root() cycle: CycleRow): Promise<AgreementType[]> {
    return this.cycles.agreements(caller, cycle);
  }
}

/** The cycle of an agreement, as fields of Agreement. */
@Resolver(() => AgreementType)
export class AgreementCycleResolver {
  constructor(private readonly cycles: CycleService) {}

  @FieldResolver(() => ContractCycleType, {
    nullable: true,
    description: '承接周期: for its parties and their bureaus.',
  })
  async cycle(
    @Ctx() { caller }: Context,
    @Root() agreement: AgreementRow,
  ): Promise<ContractCycleType | null> {
    return this.cycles.ofAgreement(caller, agreement);
  }

  @FieldResolver(() => Int, { nullable: true, description: 'Which year of its cycle it is, from 1 on.' })
  async cycleYear(@Ctx() { caller }: Context, @Root() agreement: AgreementRow): Promise<number | null> {
    return (await this.cycles.ofAgreement(caller, agreement))?.year ?? null;
  }
}
