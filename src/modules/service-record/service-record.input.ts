import { Field, ID, InputType, Int } from 'type-graphql';
import { DateScalar, DecimalScalar } from '../../platform/graphql/scalars';
import { IDEMPOTENCY_KEY } from '../agreement';

@InputType('QuantityInput', { description: 'Only 元 and 小时 take decimals, at most two.' })
class QuantityInput {
  @Field()
  measure!: string;

  @Field(() => DecimalScalar)
  value!: string;
}

@InputType('ServiceRecordInput', {
  description: '服务记录. zoneId defaults to the zone of the point; idempotencyKey makes retries safe.',
})
export class ServiceRecordInput {
  @Field()
  indicator!: string;

  @Field(() => ID, { nullable: true })
  projectId?: string | null;

  @Field(() => ID, { nullable: true })
  zoneId?: string | null;

  @Field(() => ID, { nullable: true })
  pointId?: string | null;

  @Field(() => DateScalar)
  occurredOn!: string;

  @Field(() => [QuantityInput])
  quantities!: QuantityInput[];

  @Field(() => String, {
    nullable: true,
    description: 'At most 2,000 characters. Must not contain names of clients.',
  })
  note?: string | null;

  @Field(() => String, { nullable: true, description: IDEMPOTENCY_KEY })
  idempotencyKey?: string | null;
}

@InputType('RecordServicesInput', { description: 'At most 500 records. Atomic.' })
export class RecordServicesInput {
  @Field(() => ID)
  agreementId!: string;

  @Field(() => [ServiceRecordInput])
  records!: ServiceRecordInput[];
}

@InputType('CorrectServiceRecordInput', {
  description:
    'Omitted fields remain unchanged; null clears a location or note. quantities replaces all quantities.',
})
export class CorrectServiceRecordInput {
  @Field(() => ID)
  id!: string;

  @Field(() => Int, {
    description:
      'The revision last read, for optimistic locking: fails with STALE_REVISION if the record has changed since.',
  })
  expectedRevision!: number;

  @Field(() => DateScalar, { nullable: true })
  occurredOn?: string | null;

  @Field(() => ID, { nullable: true })
  zoneId?: string | null;

  @Field(() => ID, { nullable: true })
  pointId?: string | null;

  @Field(() => ID, { nullable: true })
  projectId?: string | null;

  @Field(() => [QuantityInput], { nullable: true })
  quantities?: QuantityInput[] | null;

  @Field(() => String, { nullable: true })
  note?: string | null;

  @Field({ description: '更正原因' })
  reason!: string;

  @Field(() => String, { nullable: true, description: IDEMPOTENCY_KEY })
  idempotencyKey?: string | null;
}
