import { Arg, Ctx, ID, Mutation, Resolver } from 'type-graphql';
import { Asserts, type Context } from '../../access';
import { Cost } from '../../platform/graphql/limits/cost';
import { payload } from '../../platform/graphql/user-error.type';
import { IDEMPOTENCY_KEY } from '../agreement';
import type { CorrectionService } from './correction.service';
import type { RecordingService } from './recording.service';
import { CorrectServiceRecordInput, RecordServicesInput } from './service-record.input';
import { RecordServicesPayload, ServiceRecordPayload } from './service-record.type';

@Resolver()
export class RecordingResolver {
  constructor(
    private readonly service: RecordingService,
    private readonly corrections: CorrectionService,
  ) {}

  @Asserts('serviceRecord.record')
  @Cost({ sizedBy: 'input.records', each: 3 })
  @Mutation(() => RecordServicesPayload, {
    description:
      '登记服务记录. Atomic, at most 500 records. An idempotencyKey that the organisation already used in this agreement returns the existing record if the content is the same, and fails with IDEMPOTENCY_KEY_REUSED otherwise.',
  })
  async recordServices(
    @Ctx() { caller }: Context,
    @Arg('input', () => RecordServicesInput) input: RecordServicesInput,
  ): Promise<RecordServicesPayload> {
    return payload(caller.language, async () => ({ records: await this.service.record(caller, input) }));
  }

  @Asserts('serviceRecord.correctOwn')
  @Mutation(() => ServiceRecordPayload, {
    description:
      '更正服务记录: the earlier version is kept. A worker corrects its own records, a manager any.',
  })
  async correctServiceRecord(
    @Ctx() { caller }: Context,
    @Arg('input', () => CorrectServiceRecordInput) input: CorrectServiceRecordInput,
  ): Promise<ServiceRecordPayload> {
    return payload(caller.language, async () => {
      const [record] = await this.corrections.correct(caller, [input], (_, ...field) => field);
      return { record };
    });
  }

  @Asserts('serviceRecord.correctOwn')
  @Cost({ sizedBy: 'inputs', each: 3 })
  @Mutation(() => RecordServicesPayload, {
    description:
      '批量更正服务记录. Atomic, at most 500 records, of one or several agreements. The errors of all rows come at once, each with the path of its row. A record may be named once.',
  })
  async correctServiceRecords(
    @Ctx() { caller }: Context,
    @Arg('inputs', () => [CorrectServiceRecordInput]) inputs: CorrectServiceRecordInput[],
  ): Promise<RecordServicesPayload> {
    return payload(caller.language, async () => ({
      records: await this.corrections.correct(caller, inputs),
    }));
  }

  @Asserts('serviceRecord.correctOwn')
  @Mutation(() => ServiceRecordPayload, {
    description: '作废服务记录: the record remains readable and is excluded from all figures.',
  })
  async voidServiceRecord(
    @Ctx() { caller }: Context,
    @Arg('id', () => ID) id: string,
    @Arg('reason', () => String) reason: string,
    @Arg('idempotencyKey', () => String, { nullable: true, description: IDEMPOTENCY_KEY })
    idempotencyKey: string | null,
  ): Promise<ServiceRecordPayload> {
    const input = { ids: [id], reason, idempotencyKeys: [idempotencyKey] };
    return payload(caller.language, async () => {
      const [record] = await this.corrections.void(caller, input, (_, list) => [SINGULAR[list]]);
      return { record };
    });
  }

  @Asserts('serviceRecord.correctOwn')
  @Cost({ sizedBy: 'ids', each: 3 })
  @Mutation(() => RecordServicesPayload, {
    description:
      '批量作废服务记录. Atomic, at most 500 records, of one or several agreements. The errors of all rows come at once, each with the path of its row.',
  })
  async voidServiceRecords(
    @Ctx() { caller }: Context,
    @Arg('ids', () => [ID]) ids: string[],
    @Arg('reason', () => String) reason: string,
    @Arg('idempotencyKeys', () => [String], {
      nullable: true,
      description: `${IDEMPOTENCY_KEY} One for each of ids, in their order.`,
    })
    idempotencyKeys: string[] | null,
  ): Promise<RecordServicesPayload> {
    const input = { ids, reason, idempotencyKeys };
    return payload(caller.language, async () => ({ records: await this.corrections.void(caller, input) }));
  }
}

/** What the lists of voidServiceRecords are called in voidServiceRecord. */
const SINGULAR = { ids: 'id', idempotencyKeys: 'idempotencyKey' } as const;
