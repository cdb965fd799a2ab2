import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { Context } from '../../access';
import { AgreementNamesType, type NameService } from '../directory';
import type { AgreementOverview } from './overview.service';
import { AgreementOverviewType } from './overview.type';

@Resolver(() => AgreementOverviewType)
export class OverviewNamesResolver {
  constructor(private readonly service: NameService) {}

  @FieldResolver(() => AgreementNamesType, {
    description: '当日名称: what station and parties were called on the day of the overview.',
  })
  async names(
    @Ctx() { caller }: Context,
    @Root() { agreement, on }: AgreementOverview,
  ): Promise<AgreementNamesType> {
    return this.service.ofAgreement(caller, agreement, on);
  }
}
