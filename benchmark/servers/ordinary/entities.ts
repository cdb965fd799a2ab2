import { Field, ID, ObjectType } from 'type-graphql';
import { Column, Entity, JoinColumn, ManyToOne, OneToMany, PrimaryColumn, type Relation } from 'typeorm';

/** One class for the table and for the GraphQL type, with relations, as the tutorials have it. */
@ObjectType()
@Entity({ schema: 'core', name: 'indicator' })
export class Indicator {
  @Field()
  @PrimaryColumn()
  code!: string;

  @Field()
  @Column({ name: 'name_zh' })
  nameZh!: string;

  @Column()
  position!: number;

  @OneToMany(() => Measure, (measure) => measure.indicator)
  measures!: Relation<Measure>[];
}

@ObjectType()
@Entity({ schema: 'core', name: 'measure' })
export class Measure {
  @PrimaryColumn({ name: 'indicator_code' })
  indicatorCode!: string;

  @Field()
  @PrimaryColumn()
  code!: string;

  @Field()
  @Column()
  name!: string;

  @Field()
  @Column()
  unit!: string;

  @Column()
  position!: number;

  @ManyToOne(() => Indicator, (indicator) => indicator.measures)
  @JoinColumn({ name: 'indicator_code' })
  indicator!: Relation<Indicator>;
}

@ObjectType()
@Entity({ schema: 'core', name: 'station_access' })
export class Station {
  @Field(() => ID)
  @PrimaryColumn({ name: 'station_id' })
  id!: string;

  @PrimaryColumn({ name: 'organisation_id' })
  organisationId!: string;

  @Field()
  @Column()
  name!: string;

  @Field(() => [Agreement])
  @OneToMany(() => Agreement, (agreement) => agreement.station)
  agreements!: Relation<Agreement>[];
}

@ObjectType()
@Entity({ schema: 'core', name: 'agreement' })
export class Agreement {
  @Field(() => ID)
  @PrimaryColumn()
  id!: string;

  @Column({ name: 'organisation_id' })
  organisationId!: string;

  @Column({ name: 'station_id' })
  stationId!: string;

  @Column({ name: 'purchaser_id' })
  purchaserId!: string;

  @Column({ name: 'district_code' })
  districtCode!: string;

  @Field()
  @Column({ name: 'starts_on', type: 'date' })
  startsOn!: string;

  @Field()
  @Column({ name: 'ends_on', type: 'date' })
  endsOn!: string;

  @ManyToOne(() => Station, (station) => station.agreements)
  @JoinColumn([
    { name: 'station_id', referencedColumnName: 'id' },
    { name: 'organisation_id', referencedColumnName: 'organisationId' },
  ])
  station!: Relation<Station>;

  @OneToMany(() => Term, (term) => term.agreement)
  terms!: Relation<Term>[];

  @Field(() => [Zone])
  @OneToMany(() => Zone, (zone) => zone.agreement)
  zones!: Relation<Zone>[];
}

@ObjectType()
@Entity({ schema: 'core', name: 'term' })
export class Term {
  @Field(() => ID)
  @PrimaryColumn()
  id!: string;

  @Field()
  @Column()
  name!: string;

  @Field()
  @Column({ name: 'starts_on', type: 'date' })
  startsOn!: string;

  @Field()
  @Column({ name: 'ends_on', type: 'date' })
  endsOn!: string;

  @ManyToOne(() => Agreement, (agreement) => agreement.terms)
  @JoinColumn({ name: 'agreement_id' })
  agreement!: Relation<Agreement>;
}

@ObjectType()
@Entity({ schema: 'core', name: 'zone' })
export class Zone {
  @Field(() => ID)
  @PrimaryColumn()
  id!: string;

  @Field()
  @Column()
  name!: string;

  @Column()
  position!: number;

  @ManyToOne(() => Agreement, (agreement) => agreement.zones)
  @JoinColumn({ name: 'agreement_id' })
  agreement!: Relation<Agreement>;

  @Field(() => [Point])
  @OneToMany(() => Point, (point) => point.zone)
  points!: Relation<Point>[];
}

@ObjectType()
@Entity({ schema: 'core', name: 'point' })
export class Point {
  @Field(() => ID)
  @PrimaryColumn()
  id!: string;

  @Field()
  @Column()
  name!: string;

  @Column()
  position!: number;

  @ManyToOne(() => Zone, (zone) => zone.points)
  @JoinColumn({ name: 'zone_id' })
  zone!: Relation<Zone>;
}

/** Sums and targets have no key of one column: TypeORM accepts the columns that identify a row. */
abstract class Cell {
  @PrimaryColumn({ name: 'agreement_id' })
  agreementId!: string;

  @PrimaryColumn({ name: 'term_id' })
  termId!: string;

  @PrimaryColumn({ name: 'indicator_code' })
  indicatorCode!: string;

  @PrimaryColumn({ name: 'measure_code' })
  measureCode!: string;

  @PrimaryColumn({ name: 'zone_id', type: 'uuid' })
  zoneId!: string | null;

  @PrimaryColumn({ name: 'project_id', type: 'uuid' })
  projectId!: string | null;
}

@Entity({ schema: 'core', name: 'completion_term' })
export class CompletionTerm extends Cell {
  @Column({ type: 'numeric' })
  completed!: string;
}

@Entity({ schema: 'core', name: 'target' })
export class Target extends Cell {
  @Column({ type: 'numeric' })
  value!: string;
}

@Entity({ schema: 'core', name: 'completion_total' })
export class CompletionTotal {
  @PrimaryColumn({ name: 'term_id' })
  termId!: string;

  @PrimaryColumn({ name: 'indicator_code' })
  indicatorCode!: string;

  @PrimaryColumn({ name: 'measure_code' })
  measureCode!: string;

  @Column({ type: 'numeric' })
  completed!: string;

  @Column({ type: 'numeric' })
  target!: string;
}

/** The entities of a station; records have a file of their own. */
export const ENTITIES = [
  Indicator,
  Measure,
  Station,
  Agreement,
  Term,
  Zone,
  Point,
  CompletionTerm,
  CompletionTotal,
  Target,
];
