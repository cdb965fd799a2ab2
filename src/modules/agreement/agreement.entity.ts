import { Column, Entity, PrimaryColumn } from 'typeorm';

/** The columns that row-level security reads, as they stand in the agreement. */
export abstract class ScopedEntity {
  @PrimaryColumn('uuid', { name: 'organisation_id' })
  organisationId!: string;

  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid', { name: 'station_id' })
  stationId!: string;

  @Column('uuid', { name: 'purchaser_id' })
  purchaserId!: string;

  @Column('text', { name: 'district_code' })
  districtCode!: string;
}

@Entity({ schema: 'core', name: 'agreement' })
export class AgreementEntity extends ScopedEntity {
  @Column('text', { name: 'service_model' })
  serviceModel!: string;

  @Column('date', { name: 'starts_on' })
  startsOn!: string;

  @Column('date', { name: 'ends_on' })
  endsOn!: string;

  @Column('numeric', { name: 'annual_fee', nullable: true })
  annualFee!: string | null;

  @Column('numeric', { name: 'required_posts', nullable: true })
  requiredPosts!: string | null;

  @Column('numeric', { name: 'required_certified_share', nullable: true })
  requiredCertifiedShare!: string | null;

  @Column('uuid', { name: 'registered_by' })
  registeredBy!: string;
}

/** What an agreement is made of stands in an order, the one of the input. */
abstract class PartEntity extends ScopedEntity {
  @Column('uuid', { name: 'agreement_id' })
  agreementId!: string;

  @Column('integer')
  position!: number;
}

@Entity({ schema: 'core', name: 'term' })
export class TermEntity extends PartEntity {
  @Column('text')
  name!: string;

  @Column('date', { name: 'starts_on' })
  startsOn!: string;

  @Column('date', { name: 'ends_on' })
  endsOn!: string;
}

@Entity({ schema: 'core', name: 'project' })
export class ProjectEntity extends PartEntity {
  @Column('text')
  name!: string;

  @Column('text')
  kind!: string;

  @Column('text', { nullable: true })
  domain!: string | null;
}

@Entity({ schema: 'core', name: 'zone' })
export class ZoneEntity extends PartEntity {
  @Column('text')
  name!: string;
}

@Entity({ schema: 'core', name: 'point' })
export class PointEntity extends PartEntity {
  @Column('text')
  name!: string;

  @Column('uuid', { name: 'zone_id', nullable: true })
  zoneId!: string | null;
}

@Entity({ schema: 'core', name: 'instalment' })
export class InstalmentEntity extends PartEntity {
  @Column('text')
  condition!: string;

  @Column('numeric')
  share!: string;
}
