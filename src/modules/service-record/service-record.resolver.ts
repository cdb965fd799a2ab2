import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Args, Ctx, FieldResolver, Info, Resolver, Root } from 'type-graphql';
import { Asserts, type Context } from '../../access';
import type { Connection } from '../../platform/graphql/connection';
import { isSelectedOnNodes } from '../../platform/graphql/selected-fields';
import {
  type AgreementRow,
  type AgreementService,
  AgreementType,
  keyOf,
  PointType,
  ProjectType,
  ZoneType,
} from '../agreement';
import { type Catalogue, IndicatorType } from '../completion';
import { agreementOf } from './recording.repository';
import {
  type RecordColumns,
  type ServiceRecordRow,
  type ServiceRecordSummary,
  SUMMARY,
  type VersionRow,
  WITH_DETAILS,
} from './service-record.repository';
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
  ): Promise<AgreementType> {
    return this.agreements.get(caller, agreementId);
  }

  @FieldResolver(() => IndicatorType)
  indicator(@Root() { indicatorCode }: ServiceRecordRow): IndicatorType {
    return this.catalogue.get(indicatorCode);
  }

  @FieldResolver(() => ProjectType, { nullable: true })
  project(
    @Ctx() { caller }: Context,
    @Root() record: ServiceRecordRow,
  ): ProjectType | null | Promise<ProjectType | null> {
    if (record.projectId === null || record.project !== undefined) return record.project ?? null;
    return find(this.agreements.projects(caller, agreementOf(record)), record.projectId);
  }

  @FieldResolver(() => ZoneType, { nullable: true })
  zone(
    @Ctx() { caller }: Context,
    @Root() record: ServiceRecordRow,
  ): ZoneType | null | Promise<ZoneType | null> {
    if (record.zoneId === null || record.zone !== undefined) return record.zone ?? null;
    return find(this.agreements.zones(caller, agreementOf(record)), record.zoneId);
  }

  @FieldResolver(() => PointType, { nullable: true })
  point(
    @Ctx() { caller }: Context,
    @Root() record: ServiceRecordRow,
  ): PointType | null | Promise<PointType | null> {
    if (record.pointId === null || record.point !== undefined) return record.point ?? null;
    return find(this.agreements.points(caller, agreementOf(record)), record.pointId);
  }

  @FieldResolver(() => Boolean, {
    description: '本人填报: whether you recorded it; your own you may correct without being a manager.',
  })
  isOwn(@Ctx() { caller }: Context, @Root() { recordedById }: ServiceRecordRow): boolean {
    return caller.session?.memberId === recordedById;
  }

  @FieldResolver(() => [QuantityType], { description: 'In catalogue order.' })
  quantities(@Root() record: ServiceRecordRow): QuantityType[] {
    return this.service.quantities(record.indicatorCode, record.amounts);
  }

  @FieldResolver(() => [ServiceRecordVersionType], {
    description: '更正历史: the earlier versions, latest first.',
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
  quantities(@Root() version: VersionRow): QuantityType[] {
    return this.service.quantities(version.indicatorCode, version.amounts);
  }
}

/** Fields that are read only if selected. */
const DETAIL_FIELDS = ['project', 'point', 'recordedAt', 'recordedBy', 'voidReason'] as const;
type WithoutDetails = Omit<ServiceRecordType, (typeof DETAIL_FIELDS)[number]>;
/** What is resolved from such a field. */
const DETAILS_OF = ['isOwn'] as const;

/** The field Agreement.serviceRecords. */
@Resolver(() => AgreementType)
export class AgreementRecordsResolver {
  constructor(
    private readonly service: ServiceRecordService,
    private readonly agreements: AgreementService,
  ) {}

  @Asserts('serviceRecord.read')
  @FieldResolver(() => ServiceRecordConnection, {
    description: '服务记录, latest day first. first: at most 1,000',
  })
  async serviceRecords(
    @Ctx() { caller }: Context,
    @Root() agreement: AgreementRow,
    @Arg('filter', () => ServiceRecordFilter, { nullable: true }) filter: ServiceRecordFilter | null,
    @Args() page: ServiceRecordPageArgs,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Connection<ServiceRecordType> | Connection<WithoutDetails>> {
    const key = keyOf(agreement);
    const isWanted = (field: string): boolean => isSelectedOnNodes(info, field);
    const list = async <Row extends ServiceRecordSummary>(
      columns: RecordColumns<Row>,
    ): Promise<Connection<Row>> => this.service.list(caller, key, filter ?? null, page, columns);
    const detailed = async (): Promise<Connection<ServiceRecordRow>> => {
      const [records, projects, points] = await Promise.all([
        list(WITH_DETAILS),
        isWanted('project') ? this.agreements.projects(caller, key) : null,
        isWanted('point') ? this.agreements.points(caller, key) : null,
      ]);
      for (const record of records.nodes) {
        if (projects) record.project = withId(projects, record.projectId);
        if (points) record.point = withId(points, record.pointId);
      }
      return records;
    };
    // Parts in the same round trip, instead of one per record.
    const [records, zones] = await Promise.all([
      [...DETAIL_FIELDS, ...DETAILS_OF].some(isWanted) ? detailed() : list(SUMMARY),
      isWanted('zone') ? this.agreements.zones(caller, key) : null,
    ]);
    for (const record of records.nodes) {
      if (zones) record.zone = withId(zones, record.zoneId);
    }
    return records;
  }
}

function withId<Part extends { id: string }>(parts: readonly Part[], id: string | null): Part | null {
  return parts.find((part) => part.id === id) ?? null;
}

async function find<Part extends { id: string }>(
  parts: Promise<readonly Part[]>,
  id: string,
): Promise<Part | null> {
  return withId(await parts, id);
}
