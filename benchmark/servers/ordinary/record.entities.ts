import { Field, ID, Int, ObjectType } from 'type-graphql';
import { Column, Entity, JoinColumn, ManyToOne, PrimaryColumn, type Relation } from 'typeorm';
import { Indicator, Zone } from './entities';

@ObjectType()
@Entity({ schema: 'core', name: 'service_record' })
export class ServiceRecord {
  @Field(() => ID)
  @PrimaryColumn()
  id!: string;

  @Column({ name: 'organisation_id' })
  organisationId!: string;

  @Column({ name: 'agreement_id' })
  agreementId!: string;

  @Column({ name: 'station_id' })
  stationId!: string;

  @Column({ name: 'purchaser_id' })
  purchaserId!: string;

  @Column({ name: 'district_code' })
  districtCode!: string;

  @Column({ name: 'term_id' })
  termId!: string;

  @Column({ name: 'indicator_code' })
  indicatorCode!: string;

  @Field()
  @Column({ name: 'occurred_on', type: 'date' })
  occurredOn!: string;

  @Column({ type: 'jsonb' })
  quantities!: Record<string, string>;

  @Field(() => String, { nullable: true })
  @Column({ type: 'text', nullable: true })
  note!: string | null;

  @Field(() => Int)
  @Column()
  revision!: number;

  @Column({ name: 'idempotency_key', type: 'text', nullable: true })
  idempotencyKey!: string | null;

  @Column({ name: 'recorded_at', type: 'timestamptz' })
  recordedAt!: Date;

  @Column({ name: 'recorded_by' })
  recordedBy!: string;

  @Column({ name: 'recorded_by_name' })
  recordedByName!: string;

  @Column({ name: 'revised_at', type: 'timestamptz' })
  revisedAt!: Date;

  @Column({ name: 'revised_by' })
  revisedBy!: string;

  @Column({ name: 'revised_by_name' })
  revisedByName!: string;

  @Field(() => Date, { nullable: true })
  @Column({ name: 'voided_at', type: 'timestamptz', nullable: true })
  voidedAt!: Date | null;

  @Column({ name: 'zone_id', type: 'uuid', nullable: true })
  zoneId!: string | null;

  @Field(() => Zone, { nullable: true })
  @ManyToOne(() => Zone)
  @JoinColumn({ name: 'zone_id' })
  zone!: Relation<Zone> | null;

  @Field(() => Indicator)
  @ManyToOne(() => Indicator)
  @JoinColumn({ name: 'indicator_code' })
  indicator!: Relation<Indicator>;
}

@Entity({ schema: 'core', name: 'member' })
export class Member {
  @PrimaryColumn()
  id!: string;

  @Column({ name: 'display_name' })
  displayName!: string;
}

@Entity({ schema: 'core', name: 'audit_entry' })
export class AuditEntry {
  @PrimaryColumn()
  id!: string;

  @Column({ name: 'organisation_id' })
  organisationId!: string;

  @Column({ name: 'member_id' })
  memberId!: string;

  @Column({ type: 'timestamptz' })
  at!: Date;

  @Column()
  action!: string;

  @Column()
  thing!: string;

  @Column({ name: 'thing_id' })
  thingId!: string;

  @Column({ type: 'jsonb' })
  after!: unknown;

  @Column({ name: 'remote_address' })
  remoteAddress!: string;

  @Column({ name: 'request_id' })
  requestId!: string;
}

export const RECORD_ENTITIES = [ServiceRecord, Member, AuditEntry];
