import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { Cost } from '../../../platform/graphql/limits/cost';
import type { Caller, Context } from '../../../access';
import type { AgreementService } from '../agreement.service';
import { PointType, ZoneType } from '../agreement.type';
import type { PointRow, ZoneRow } from '../read.sql';

@Resolver(() => ZoneType)
export class ZoneResolver {
  constructor(private readonly service: AgreementService) {}

  @Cost({ size: 5 })
  @FieldResolver(() => [PointType])
  points(@Ctx() { caller }: Context, @Root() zone: ZoneRow): PointType[] | Promise<PointType[]> {
    return zone.points ?? this.pointsOf(caller, zone);
  }

  private async pointsOf(caller: Caller, zone: ZoneRow): Promise<PointRow[]> {
    const points = await this.service.points(caller, zone);
    return points.filter(({ zoneId }) => zoneId === zone.id);
  }
}

@Resolver(() => PointType)
export class PointResolver {
  constructor(private readonly service: AgreementService) {}

  @FieldResolver(() => ZoneType, { nullable: true })
  zone(@Ctx() { caller }: Context, @Root() point: PointRow): ZoneType | null | Promise<ZoneType | null> {
    if (point.zoneId === null || point.zone) return point.zone ?? null;
    return this.zoneOf(caller, point);
  }

  private async zoneOf(caller: Caller, point: PointRow): Promise<ZoneRow | null> {
    const zones = await this.service.zones(caller, point);
    return zones.find(({ id }) => id === point.zoneId) ?? null;
  }
}
