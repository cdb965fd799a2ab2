import { Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import { Asserts, type Context } from '../../access';
import type { Catalogue, Indicator } from './catalogue';
import { IndicatorType } from './indicator.type';

@Resolver(() => IndicatorType)
export class IndicatorResolver {
  constructor(private readonly catalogue: Catalogue) {}

  @Asserts('catalogue.read')
  @Query(() => [IndicatorType], { description: '指标目录, in the order of 附件1.' })
  async indicators(@Ctx() { caller }: Context): Promise<readonly IndicatorType[]> {
    await caller.assert('catalogue.read').confirm();
    return this.catalogue.indicators;
  }

  @FieldResolver(() => String, { description: 'Localised by Accept-Language; Chinese by default.' })
  name(@Ctx() { caller }: Context, @Root() { nameZh, nameEn }: Indicator): string {
    return caller.language === 'en' ? nameEn : nameZh;
  }
}
