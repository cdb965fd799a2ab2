import { Arg, Ctx, ID, Mutation, Resolver } from 'type-graphql';
import { Asserts, type Context } from '../../access';
import { Cost } from '../../platform/graphql/limits/cost';
import { payload } from '../../platform/graphql/user-error.type';
import { IDEMPOTENCY_KEY } from '../agreement';
import type { RecordingService } from './recording.service';
import { CorrectServiceRecordInput, RecordServicesInput } from './service-record.input';
import { RecordServicesPayload, ServiceRecordPayload } from './service-record.type';

@Resolver()
export class RecordingResolver {
  constructor(private readonly service: RecordingService) {}

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
    return payload(caller.language, async () => ({ record: await this.service.correct(caller, input) }));
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
    return payload(caller.language, async () => ({
      record: await this.service.void(caller, { id, reason, idempotencyKey }),
    }));
  }
}
