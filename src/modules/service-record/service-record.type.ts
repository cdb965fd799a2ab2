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
  description: 'How much of a measure. CNY with two decimals.',
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
  description: '服务记录: what was done on a day, in counts. It never names a client.',
})
export class ServiceRecordType implements Node {
  @Field(() => ID)
  id!: string;

  organisationId!: string;
  agreementId!: string;
  indicatorCode!: string;
  projectId!: string | null;
  zoneId!: string | null;
  pointId!: string | null;
  /** Measure code to decimal, as it is stored. */
  amounts!: Record<string, string>;

  @Field(() => DateScalar)
  occurredOn!: string;

  @Field(() => String, { nullable: true })
  note!: string | null;

  @Field(() => DateTimeScalar)
  recordedAt!: Date;

  @Field({ description: 'Name of the member who recorded it, as it was then.' })
  recordedBy!: string;

  /** The member itself: who may correct its own. */
  recordedById!: string;

  @Field(() => Int, {
    description: '1 for the first version; a correction adds one. Earlier versions are kept.',
  })
  revision!: number;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'Voided records stay readable and count nowhere.',
  })
  voidedAt!: Date | null;

  @Field(() => String, { nullable: true, description: '作废原因' })
  voidReason!: string | null;
}

@Cost({ size: 3 })
@ObjectType('ServiceRecordVersion', {
  simpleResolvers: true,
  description: 'An earlier version of a record, as it stood before it was corrected.',
})
export class ServiceRecordVersionType {
  @Field(() => Int)
  revision!: number;

  indicatorCode!: string;
  amounts!: Record<string, string>;

  @Field(() => DateScalar)
  occurredOn!: string;

  @Field(() => String, { nullable: true })
  note!: string | null;

  @Field(() => DateTimeScalar, { description: 'When this version was written.' })
  revisedAt!: Date;

  @Field({ description: 'Who wrote it.' })
  revisedBy!: string;

  @Field(() => String, { nullable: true, description: 'Why; null for the first version.' })
  reason!: string | null;
}

export const ServiceRecordConnection = connectionOf('ServiceRecord', () => ServiceRecordType).Connection;

@ArgsType()
export class ServiceRecordPageArgs {
  @Field(() => Int, { nullable: true, defaultValue: 50, description: 'How many, 1 to 1,000.' })
  first?: number | null;

  @Field(() => String, { nullable: true, description: 'The endCursor of the page before.' })
  after?: string | null;
}

@InputType('ServiceRecordFilter', {
  description: 'All that is given must hold. An id of elsewhere matches nothing.',
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
}

@ObjectType('RecordServicesPayload', {
  simpleResolvers: true,
  description: 'records: in the order of the input.',
})
export class RecordServicesPayload {
  @Field(() => [ServiceRecordType], { nullable: true })
  records?: ServiceRecordType[];

  @Field(() => [UserError])
  userErrors!: UserError[];
}

@ObjectType('ServiceRecordPayload', {
  simpleResolvers: true,
  description: 'The record, or what stood against it.',
})
export class ServiceRecordPayload {
  @Field(() => ServiceRecordType, { nullable: true })
  record?: ServiceRecordType;

  @Field(() => [UserError])
  userErrors!: UserError[];
}
