import { Arg, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { Asserts, type Context } from '../../access';
import { DateScalar } from '../../platform/graphql/scalars';
import { AgreementNamesType, type NameService } from '../directory';
import { AgreementType } from './agreement.type';
import type { AgreementRow } from './read.sql';

@Resolver(() => AgreementType)
export class AgreementNamesResolver {
  constructor(private readonly service: NameService) {}

  @Asserts('station.read')
  @FieldResolver(() => AgreementNamesType, {
    description:
      '当日名称: what the station, the operator and the purchaser were called on a day, today by default; for the heading of a report of that day.',
  })
  async names(
    @Ctx() { caller }: Context,
    @Root() agreement: AgreementRow,
    @Arg('on', () => DateScalar, { nullable: true }) on: string | null,
  ): Promise<AgreementNamesType> {
    return this.service.ofAgreement(caller, agreement, on ?? null);
  }
}
