import { Arg, Ctx, FieldResolver, Mutation, Resolver, Root } from 'type-graphql';
import { Asserts, type Context } from '../../access';
import { payload } from '../../platform/graphql/user-error.type';
import { type OrganisationService, OrganisationType } from '../directory';
import { type MonthRow, ReportMonthType } from '../reporting';
import { type ServiceRecordRow, ServiceRecordType } from '../service-record';
import { type RemarkRow, remarksOf } from './remark.repository';
import type { RemarkService } from './remark.service';
import { MONTH, RECORD } from './subjects';
import { AddRemarkInput, RemarkPayload, RemarkType } from './remark.type';

@Resolver(() => RemarkType)
export class RemarkResolver {
  constructor(
    private readonly service: RemarkService,
    private readonly organisations: OrganisationService,
  ) {}

  @Asserts('remark.add')
  @Mutation(() => RemarkPayload, {
    description:
      '添加备注或佐证: to a service record or a month, closed or not. Operator, purchaser and bureau see each other’s.',
  })
  async addRemark(
    @Ctx() { caller }: Context,
    @Arg('input', () => AddRemarkInput) input: AddRemarkInput,
  ): Promise<RemarkPayload> {
    return payload(caller.language, async () => ({ remark: await this.service.add(caller, input) }));
  }

  @FieldResolver(() => OrganisationType, { description: 'The organisation of the author.' })
  async organisation(@Ctx() { caller }: Context, @Root() { actingId }: RemarkRow): Promise<OrganisationType> {
    return this.organisations.get(caller, actingId);
  }
}

const OF_RECORD = remarksOf(RECORD);

@Resolver(() => ServiceRecordType)
export class RecordRemarksResolver {
  @Asserts('remark.read')
  @FieldResolver(() => [RemarkType], { description: '备注与佐证, the first one first.' })
  async remarks(@Ctx() { caller }: Context, @Root() record: ServiceRecordRow): Promise<RemarkType[]> {
    return caller.assert('remark.read').load(OF_RECORD, record);
  }
}

const OF_MONTH = remarksOf(MONTH);

@Resolver(() => ReportMonthType)
export class MonthRemarksResolver {
  @Asserts('remark.read')
  @FieldResolver(() => [RemarkType], {
    description:
      '备注与佐证, the first one first: of both sides, also of a hand-in, without sending it back.',
  })
  async remarks(@Ctx() { caller }: Context, @Root() month: MonthRow): Promise<RemarkType[]> {
    return caller.assert('remark.read').load(OF_MONTH, month);
  }
}
