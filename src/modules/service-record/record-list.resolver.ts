import { Arg, Args, Ctx, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';
import { Asserts, type Context } from '../../access';
import type { Connection } from '../../platform/graphql/connection';
import { toWarnings, Warning } from '../../platform/graphql/warning.type';
import type { ServiceRecordRow } from './service-record.repository';
import type { ServiceRecordService } from './service-record.service';
import {
  RecordServicesPayload,
  ServiceRecordConnection,
  ServiceRecordFilter,
  ServiceRecordPageArgs,
  type ServiceRecordType,
} from './service-record.type';

/** Records across agreements. */
@Resolver()
export class RecordListResolver {
  constructor(private readonly service: ServiceRecordService) {}

  @Asserts('serviceRecord.read')
  @Query(() => ServiceRecordConnection, {
    description: '服务记录, of all your agreements or of one station, latest day first. first: at most 1,000',
  })
  async serviceRecords(
    @Ctx() { caller }: Context,
    @Arg('stationId', () => ID, { nullable: true }) stationId: string | null,
    @Arg('filter', () => ServiceRecordFilter, { nullable: true }) filter: ServiceRecordFilter | null,
    @Args() page: ServiceRecordPageArgs,
  ): Promise<Connection<ServiceRecordType>> {
    return this.service.listAll(caller, stationId ?? null, filter ?? null, page);
  }
}

@Resolver(() => RecordServicesPayload)
export class RecordWarningsResolver {
  constructor(private readonly service: ServiceRecordService) {}

  @FieldResolver(() => [Warning], {
    description:
      '疑似重复登记 (LOOKS_RECORDED_TWICE, path ["records", "3"]): a record not corrected since that has the same indicator, day, place, quantities and note as another one of the agreement that counts and was entered at most 24 hours before it, also in the same call. It is stored nevertheless.',
  })
  async warnings(
    @Ctx() { caller }: Context,
    @Root() { records }: { records?: ServiceRecordRow[] },
  ): Promise<Warning[]> {
    return toWarnings(await this.service.lookAlikes(caller, records ?? []), caller.language);
  }
}
