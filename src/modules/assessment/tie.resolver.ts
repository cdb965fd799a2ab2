import { Arg, Ctx, FieldResolver, ID, Mutation, Query, Resolver, Root } from 'type-graphql';
import { Asserts, type Context } from '../../access';
import { payload } from '../../platform/graphql/user-error.type';
import { type OrganisationService, OrganisationType } from '../directory';
import { DeclaredTiePayload, DeclaredTieType } from './assessment.type';
import type { TieRow } from './tie.repository';
import type { TieService } from './tie.service';

@Resolver(() => DeclaredTieType)
export class TieResolver {
  constructor(
    private readonly service: TieService,
    private readonly organisations: OrganisationService,
  ) {}

  @Asserts('tie.read')
  @Query(() => [DeclaredTieType], {
    description:
      '回避关系: your own ties; for a bureau, those of the operators whose stations it sees. For operators, assessors and bureaus.',
  })
  async declaredTies(@Ctx() { caller }: Context): Promise<DeclaredTieType[]> {
    return this.service.list(caller);
  }

  @Asserts('tie.declare')
  @Mutation(() => DeclaredTiePayload, {
    description:
      '申报关联关系: declares a tie between an operator and an assessor; by either of them. It cannot be withdrawn.',
  })
  async declareTie(
    @Ctx() { caller }: Context,
    @Arg('organisationId', () => ID) organisationId: string,
    @Arg('reason', () => String) reason: string,
  ): Promise<DeclaredTiePayload> {
    return payload(caller.language, async () => ({
      tie: await this.service.declare(caller, organisationId, reason),
    }));
  }

  @FieldResolver(() => OrganisationType)
  async operator(@Ctx() { caller }: Context, @Root() { operatorId }: TieRow): Promise<OrganisationType> {
    return this.organisations.get(caller, operatorId);
  }

  @FieldResolver(() => OrganisationType)
  async assessor(@Ctx() { caller }: Context, @Root() { assessorId }: TieRow): Promise<OrganisationType> {
    return this.organisations.get(caller, assessorId);
  }
}
