import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Args, Ctx, FieldResolver, Info, Resolver, Root } from 'type-graphql';
import { Asserts, type Context } from '../../access';
import { type Connection, PageArgs } from '../../platform/graphql/connection';
import { isSelectedOnNodes } from '../../platform/graphql/selected-fields';
import { DateScalar } from '../../platform/graphql/scalars';
import { type StationRow, StationType } from '../directory';
import type { AgreementService } from './agreement.service';
import { AgreementConnection, AgreementType } from './agreement.type';

/** The agreements of a station, as fields of Station. */
@Resolver(() => StationType)
export class StationAgreementsResolver {
  constructor(private readonly service: AgreementService) {}

  @Asserts('agreement.read')
  @FieldResolver(() => AgreementConnection, {
    description: 'Agreements of the station within your scope, earliest first.',
  })
  async agreements(
    @Ctx() { caller }: Context,
    @Root() { id }: StationRow,
    @Args() page: PageArgs,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Connection<AgreementType>> {
    const withParts = isSelectedOnNodes(info, 'zones.points') || isSelectedOnNodes(info, 'points.zone');
    return this.service.listOfStation(caller, id, page, withParts);
  }

  @Asserts('agreement.read')
  @FieldResolver(() => AgreementType, {
    nullable: true,
    description: 'The agreement in force on a day (default: today); null if there is none within your scope.',
  })
  async agreementOn(
    @Ctx() { caller }: Context,
    @Root() { id }: StationRow,
    @Arg('date', () => DateScalar, { nullable: true }) date: string | null,
  ): Promise<AgreementType | null> {
    return this.service.onDay(caller, id, date ?? null);
  }
}
