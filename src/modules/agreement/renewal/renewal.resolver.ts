import { Arg, Ctx, FieldResolver, Mutation, Resolver, Root } from 'type-graphql';
import { Asserts, type Context } from '../../../access';
import { Cost } from '../../../platform/graphql/limits/cost';
import { payload } from '../../../platform/graphql/user-error.type';
import type { AgreementService } from '../agreement.service';
import { AgreementPayload, AgreementType } from '../agreement.type';
import type { AgreementRow } from '../read.sql';
import { RenewAgreementInput } from './renewal.input';
import type { RenewalService } from './renewal.service';

/** Renewals of agreements, and which agreement renews which. */
@Resolver(() => AgreementType)
export class RenewalResolver {
  constructor(
    private readonly renewals: RenewalService,
    private readonly agreements: AgreementService,
  ) {}

  @Asserts('agreement.register')
  @Cost({ weight: 300 })
  @Mutation(() => AgreementPayload, {
    description: `续签: registers an agreement for the days after an earlier one of its station, with the parts, targets, posts, instalments and roster that are in force on its last day.
A proposal, by the operator, or by the purchaser with the same or another operator (then without roster); confirmed at once by a bureau, e.g. where an operator is taken over or streets merge, once the earlier one has been ended early.`,
  })
  async renewAgreement(
    @Ctx() { caller }: Context,
    @Arg('input', () => RenewAgreementInput) input: RenewAgreementInput,
  ): Promise<AgreementPayload> {
    return payload(caller.language, async () => {
      const id = await this.renewals.renew(caller, input);
      return { agreement: await this.agreements.get(caller, id) };
    });
  }

  @FieldResolver(() => AgreementType, {
    nullable: true,
    description: '续签自: the earlier agreement that it renews, where it does and you see both.',
  })
  async renews(@Ctx() { caller }: Context, @Root() agreement: AgreementRow): Promise<AgreementType | null> {
    return this.renewals.renews(caller, agreement);
  }

  @Cost({ size: 2 })
  @FieldResolver(() => [AgreementType], {
    description: '续签为: the agreements that renew it and that you see, in any state.',
  })
  async renewedBy(@Ctx() { caller }: Context, @Root() agreement: AgreementRow): Promise<AgreementType[]> {
    return this.renewals.renewedBy(caller, agreement);
  }
}
