import { ArgsType, Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { connectionOf } from '../../platform/graphql/connection';
import { Cost, NEGLIGIBLE } from '../../platform/graphql/limits/cost';
import { Node } from '../../platform/graphql/node.type';
import { DateScalar, DateTimeScalar, DecimalScalar } from '../../platform/graphql/scalars';
import { UserError } from '../../platform/graphql/user-error.type';
import { MeasureType } from '../completion';

@Cost({ weight: NEGLIGIBLE, size: 2 })
@ObjectType('Quantity', {
  simpleResolvers: true,
  description: 'The quantity of a measure. CNY has two decimals.',
})
export class QuantityType {
  @Field(() => MeasureType)
  measure!: MeasureType;

  @Field(() => DecimalScalar)
  value!: string;
}

@ObjectType('ServiceRecord', {
  implements: Node,
  simpleResolvers: true,
  description: '服务记录: the service provided on a day, in counts. Never names a client.',
})
export class ServiceRecordType implements Node {
  @Field(() => ID)
  id!: string;

  @Field(() => DateScalar)
  occurredOn!: string;

  @Field(() => String, { nullable: true })
  note!: string | null;

  @Field(() => DateTimeScalar)
  recordedAt!: Date;

  @Field({ description: 'Name of the recording member at the time of recording.' })
  recordedBy!: string;

  @Field(() => Int, {
    description: 'Starts at 1 and increases by one with each correction. Earlier versions are kept.',
  })
  revision!: number;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: '作废时间. Voided records remain readable and are excluded from all figures.',
  })
  voidedAt!: Date | null;

  @Field(() => String, { nullable: true, description: '作废原因' })
  voidReason!: string | null;
}

@Cost({ size: 3 })
@ObjectType('ServiceRecordVersion', {
  simpleResolvers: true,
  description: 'An earlier version of a record, before a correction.',
})
export class ServiceRecordVersionType {
  @Field(() => Int)
  revision!: number;

  @Field(() => DateScalar)
  occurredOn!: string;

  @Field(() => String, { nullable: true })
  note!: string | null;

  @Field(() => DateTimeScalar, { description: 'When this version was written.' })
  revisedAt!: Date;

  @Field({ description: 'Name of the author of this version.' })
  revisedBy!: string;

  @Field(() => String, { nullable: true, description: '更正原因; null for the first version.' })
  reason!: string | null;
}

export const ServiceRecordConnection = connectionOf('ServiceRecord', () => ServiceRecordType).Connection;

@ArgsType()
export class ServiceRecordPageArgs {
  @Field(() => Int, { nullable: true, defaultValue: 50, description: 'Page size, 1 to 1,000.' })
  first?: number | null;

  @Field(() => String, { nullable: true, description: 'The endCursor of the previous page.' })
  after?: string | null;
}

@InputType('ServiceRecordFilter', {
  description: 'Conditions are combined with AND. An id outside the agreement matches nothing.',
})
export class ServiceRecordFilter {
  @Field(() => String, { nullable: true, description: 'Code of an indicator.' })
  indicator?: string | null;

  @Field(() => ID, { nullable: true })
  zoneId?: string | null;

  @Field(() => ID, { nullable: true })
  pointId?: string | null;

  @Field(() => ID, { nullable: true })
  projectId?: string | null;

  @Field(() => DateScalar, { nullable: true })
  from?: string | null;

  @Field(() => DateScalar, { nullable: true })
  to?: string | null;

  @Field(() => Boolean, { nullable: true, description: '本人登记的: true for those that you recorded.' })
  mine?: boolean | null;

  @Field(() => Boolean, {
    nullable: true,
    description: '是否作废: true for voided ones alone, false for the others; both where it is not given.',
  })
  voided?: boolean | null;

  @Field(() => String, {
    nullable: true,
    description: 'A part of the note, capital or small, at most 200 characters.',
  })
  noteContains?: string | null;
}

@ObjectType('RecordServicesPayload', {
  simpleResolvers: true,
  description: 'The records in the order of the input, or the errors that prevented storing them.',
})
export class RecordServicesPayload {
  @Field(() => [ServiceRecordType], { nullable: true })
  records?: ServiceRecordType[];

  @Field(() => [UserError])
  userErrors!: UserError[];
}

@ObjectType('ServiceRecordPayload', {
  simpleResolvers: true,
  description: 'The record, or the errors that prevented the change.',
})
export class ServiceRecordPayload {
  @Field(() => ServiceRecordType, { nullable: true })
  record?: ServiceRecordType;

  @Field(() => [UserError])
  userErrors!: UserError[];
}
