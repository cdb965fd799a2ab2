import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { Context } from '../../access';
import { Cost, NEGLIGIBLE } from '../../platform/graphql/limits/cost';
import { ZoneType } from '../agreement';
import { type Catalogue, IndicatorType, MeasureType } from '../completion';
import type { AuditedFigureRow } from './report-audit.repository';
import { AuditedFigureType } from './report-audit.type';
import { zoneOf } from './zone-of';

@Resolver(() => AuditedFigureType)
export class AuditedFigureResolver {
  constructor(private readonly catalogue: Catalogue) {}

  @FieldResolver(() => String, {
    name: 'where',
    nullable: true,
    description: '出处: 附件1-1 D9, 六（二）2 第3行; null of what the report does not have.',
  })
  place(@Root() { place }: AuditedFigureRow): string | null {
    return place;
  }

  @FieldResolver(() => IndicatorType, { nullable: true })
  indicator(@Root() { indicator }: AuditedFigureRow): IndicatorType | null {
    return indicator === null ? null : this.catalogue.get(indicator);
  }

  @FieldResolver(() => MeasureType, { nullable: true })
  measure(@Root() { indicator, measure }: AuditedFigureRow): MeasureType | null {
    return indicator === null || measure === null ? null : this.catalogue.measure(indicator, measure);
  }

  @Cost({ weight: NEGLIGIBLE })
  @FieldResolver(() => ZoneType, { nullable: true, description: '片区; null in total.' })
  async zone(@Ctx() context: Context, @Root() { zoneId }: AuditedFigureRow): Promise<ZoneType | null> {
    return zoneOf(context, zoneId);
  }
}
