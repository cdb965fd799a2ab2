import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Args, Ctx, FieldResolver, ID, Info, Mutation, Query, Resolver, Root } from 'type-graphql';
import { Asserts, type Caller, type Context } from '../../access';
import { Cost } from '../../platform/graphql/limits/cost';
import { type Connection, PageArgs } from '../../platform/graphql/connection';
import { isSelected } from '../../platform/graphql/selected-fields';
import { payload } from '../../platform/graphql/user-error.type';
import { type OrganisationService, OrganisationType, type StationService, StationType } from '../directory';
import { RegisterAgreementInput } from './registration/agreement.input';
import { type AgreementService, keyOf } from './agreement.service';
import { AgreementState } from './agreement.enums';
import {
  AgreementConnection,
  AgreementPayload,
  AgreementType,
  PointType,
  ProjectType,
  TermType,
  ZoneType,
} from './agreement.type';
import type { AgreementRow, ZoneRow } from './read.sql';
import type { RegistrationService } from './registration/registration.service';

/** Starts loading the data selected below an agreement in parallel with the agreement itself. */
export type AgreementPrefetch = (caller: Caller, agreementId: string, info: GraphQLResolveInfo) => void;

@Resolver(() => AgreementType)
export class AgreementResolver {
  constructor(
    private readonly service: AgreementService,
    private readonly registration: RegistrationService,
    private readonly stations: StationService,
    private readonly organisations: OrganisationService,
    private readonly prefetch: AgreementPrefetch,
  ) {}

  @Asserts('agreement.read')
  @Query(() => AgreementType, {
    nullable: true,
    description: 'The agreement with this id; NOT_FOUND if it is outside your scope.',
  })
  async agreement(
    @Ctx() { caller }: Context,
    @Arg('id', () => ID) id: string,
    @Info() info: GraphQLResolveInfo,
  ): Promise<AgreementType> {
    const agreement = this.service.get(caller, id);
    this.prefetch(caller, id, info);
    return agreement;
  }

  @Asserts('agreement.read')
  @Query(() => AgreementConnection, {
    description:
      '服务协议 within your scope, the latest registered first. states: all by default; PROPOSED are those that wait for a confirmation.',
  })
  async agreements(
    @Ctx() { caller }: Context,
    @Args() page: PageArgs,
    @Arg('states', () => [AgreementState], { nullable: true }) states: AgreementState[] | null,
  ): Promise<Connection<AgreementType>> {
    return this.service.list(caller, states ?? null, page);
  }

  @Asserts('agreement.register')
  @Cost({ weight: 200 })
  @Mutation(() => AgreementPayload, {
    description:
      '登记服务协议: registers an agreement with all its parts; for the operator, the purchaser or the bureau.',
  })
  async registerAgreement(
    @Ctx() { caller }: Context,
    @Arg('input', () => RegisterAgreementInput) input: RegisterAgreementInput,
  ): Promise<AgreementPayload> {
    return payload(caller.language, async () => {
      const id = await this.registration.register(caller, input);
      return { agreement: await this.service.get(caller, id) };
    });
  }

  @FieldResolver(() => StationType)
  async station(@Ctx() { caller }: Context, @Root() { stationId }: AgreementRow): Promise<StationType> {
    return this.stations.get(caller, stationId);
  }

  @FieldResolver(() => OrganisationType)
  async operator(
    @Ctx() { caller }: Context,
    @Root() { organisationId }: AgreementRow,
  ): Promise<OrganisationType> {
    return this.organisations.get(caller, organisationId);
  }

  @FieldResolver(() => OrganisationType)
  async purchaser(
    @Ctx() { caller }: Context,
    @Root() { purchaserId }: AgreementRow,
  ): Promise<OrganisationType> {
    return this.organisations.get(caller, purchaserId);
  }

  @FieldResolver(() => [ProjectType])
  async projects(@Ctx() { caller }: Context, @Root() agreement: AgreementRow): Promise<ProjectType[]> {
    return this.service.projects(caller, keyOf(agreement));
  }

  @FieldResolver(() => [ZoneType])
  zones(
    @Ctx() { caller }: Context,
    @Root() agreement: AgreementRow,
    @Info() info: GraphQLResolveInfo,
  ): ZoneType[] | Promise<ZoneType[]> {
    // No promise when the list is prefetched: a page of a hundred stations has hundreds of them.
    return agreement.zones ?? this.zonesOf(caller, agreement, info);
  }

  private async zonesOf(
    caller: Caller,
    agreement: AgreementRow,
    info: GraphQLResolveInfo,
  ): Promise<ZoneRow[]> {
    if (!isSelected(info, 'points')) return this.service.zones(caller, keyOf(agreement));
    return (await this.service.zonesAndPoints(caller, keyOf(agreement))).zones;
  }

  @FieldResolver(() => [PointType], { description: 'All points of the agreement, including those in zones.' })
  async points(
    @Ctx() { caller }: Context,
    @Root() agreement: AgreementRow,
    @Info() info: GraphQLResolveInfo,
  ): Promise<PointType[]> {
    if (agreement.points) return agreement.points;
    if (!isSelected(info, 'zone')) return this.service.points(caller, keyOf(agreement));
    return (await this.service.zonesAndPoints(caller, keyOf(agreement))).points;
  }

  @FieldResolver(() => [TermType])
  async terms(@Ctx() { caller }: Context, @Root() agreement: AgreementRow): Promise<TermType[]> {
    return this.service.terms(caller, keyOf(agreement));
  }
}
