import { Field, ID, InputType, Int } from 'type-graphql';
import { DateScalar, DecimalScalar } from '../../platform/graphql/scalars';
import { IDEMPOTENCY_KEY } from '../agreement';

@InputType('QuantityInput', { description: 'Only 元 and 小时 take decimals, two at most.' })
export class QuantityInput {
  @Field()
  measure!: string;

  @Field(() => DecimalScalar)
  value!: string;
}

@InputType('ServiceRecordInput', {
  description: 'One piece of service. A point brings its zone along; idempotencyKey makes a retry safe.',
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

  @Field(() => String, { nullable: true, description: 'At most 2,000 characters, and no names of clients.' })
  note?: string | null;

  @Field(() => String, { nullable: true, description: IDEMPOTENCY_KEY })
  idempotencyKey?: string | null;
}

@InputType('RecordServicesInput', { description: 'At most 500 records, all or nothing.' })
export class RecordServicesInput {
  @Field(() => ID)
  agreementId!: string;

  @Field(() => [ServiceRecordInput])
  records!: ServiceRecordInput[];
}

@InputType('CorrectServiceRecordInput', {
  description: 'What is left out stays as it is; null empties a place or a note. quantities replace all.',
})
export class CorrectServiceRecordInput {
  @Field(() => ID)
  id!: string;

  @Field(() => Int, { description: 'The revision that you saw. Refused when the record has moved on.' })
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
