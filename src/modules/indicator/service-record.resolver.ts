import { Arg, Args, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { Asserts, type Context } from '../../access';
import type { Connection } from '../../platform/graphql/connection';
import {
  type AgreementRow,
  type AgreementService,
  AgreementType,
  keyOf,
  type PointRow,
  PointType,
  type ProjectRow,
  ProjectType,
  type ZoneRow,
  ZoneType,
} from '../agreement';
import type { Catalogue, Indicator } from './catalogue';
import { IndicatorType } from './indicator.type';
import { agreementOf } from './recording.repository';
import type { ServiceRecordRow } from './service-record.repository';
import type { ServiceRecordService } from './service-record.service';
import {
  QuantityType,
  ServiceRecordConnection,
  ServiceRecordFilter,
  ServiceRecordPageArgs,
  ServiceRecordType,
  ServiceRecordVersionType,
} from './service-record.type';

@Resolver(() => ServiceRecordType)
export class ServiceRecordResolver {
  constructor(
    private readonly service: ServiceRecordService,
    private readonly agreements: AgreementService,
    private readonly catalogue: Catalogue,
  ) {}

  @FieldResolver(() => AgreementType)
  async agreement(
    @Ctx() { caller }: Context,
    @Root() { agreementId }: ServiceRecordRow,
  ): Promise<AgreementRow> {
    return this.agreements.get(caller, agreementId);
  }

  @FieldResolver(() => IndicatorType)
  indicator(@Root() { indicatorCode }: ServiceRecordRow): Indicator {
    return this.catalogue.get(indicatorCode);
  }

  @FieldResolver(() => ProjectType, { nullable: true })
  async project(@Ctx() { caller }: Context, @Root() record: ServiceRecordRow): Promise<ProjectRow | null> {
    if (record.projectId === null) return null;
    return find(await this.agreements.projects(caller, agreementOf(record)), record.projectId);
  }

  @FieldResolver(() => ZoneType, { nullable: true })
  async zone(@Ctx() { caller }: Context, @Root() record: ServiceRecordRow): Promise<ZoneRow | null> {
    if (record.zoneId === null) return null;
    return find(await this.agreements.zones(caller, agreementOf(record)), record.zoneId);
  }

  @FieldResolver(() => PointType, { nullable: true })
  async point(@Ctx() { caller }: Context, @Root() record: ServiceRecordRow): Promise<PointRow | null> {
    if (record.pointId === null) return null;
    return find(await this.agreements.points(caller, agreementOf(record)), record.pointId);
  }

  @FieldResolver(() => [QuantityType], { description: 'In catalogue order.' })
  quantities(@Root() record: ServiceRecordRow): QuantityType[] {
    return this.service.quantities(record.indicatorCode, record.amounts);
  }

  @FieldResolver(() => [ServiceRecordVersionType], {
    description: '更正历史: the versions before this one, the latest first.',
  })
  async versions(
    @Ctx() { caller }: Context,
    @Root() record: ServiceRecordRow,
  ): Promise<ServiceRecordVersionType[]> {
    return this.service.versions(caller, record);
  }
}

@Resolver(() => ServiceRecordVersionType)
export class ServiceRecordVersionResolver {
  constructor(private readonly service: ServiceRecordService) {}

  @FieldResolver(() => [QuantityType])
  quantities(@Root() version: ServiceRecordVersionType): QuantityType[] {
    return this.service.quantities(version.indicatorCode, version.amounts);
  }
}

/** The records of an agreement, seen from the agreement. */
@Resolver(() => AgreementType)
export class AgreementRecordsResolver {
  constructor(private readonly service: ServiceRecordService) {}

  @Asserts('serviceRecord.read')
  @FieldResolver(() => ServiceRecordConnection, {
    description: 'The latest day first. first: at most 1,000',
  })
  async serviceRecords(
    @Ctx() { caller }: Context,
    @Root() agreement: AgreementRow,
    @Arg('filter', () => ServiceRecordFilter, { nullable: true }) filter: ServiceRecordFilter | null,
    @Args() page: ServiceRecordPageArgs,
  ): Promise<Connection<ServiceRecordRow>> {
    return this.service.list(caller, keyOf(agreement), filter ?? null, page);
  }
}

function find<Part extends { id: string }>(parts: readonly Part[], id: string): Part | null {
  return parts.find((part) => part.id === id) ?? null;
}
