import { Field, Float, ID, InputType, ObjectType } from 'type-graphql';
import { Indicator, Measure, Station, Term, Zone } from './entities';

@ObjectType()
export class Figures {
  @Field(() => String, { nullable: true })
  target!: string | null;

  @Field()
  completed!: string;

  @Field(() => Float, { nullable: true })
  percent!: number | null;
}

@ObjectType()
class ZoneFigures extends Figures {
  @Field(() => Zone)
  zone!: Zone;
}

@ObjectType()
export class CompletionRow {
  @Field(() => Indicator)
  indicator!: Indicator;

  @Field(() => Measure)
  measure!: Measure;

  @Field(() => Figures)
  total!: Figures;

  @Field(() => [ZoneFigures])
  byZone!: ZoneFigures[];
}

@ObjectType()
export class Completion {
  @Field(() => Term)
  term!: Term;

  @Field(() => [Zone])
  zones!: Zone[];

  @Field(() => [CompletionRow])
  rows!: CompletionRow[];
}

@ObjectType()
export class ComparisonRow extends Figures {
  @Field(() => Station, { nullable: true })
  station!: Station | null;

  @Field(() => String, { nullable: true })
  districtCode!: string | null;

  @Field()
  indicatorCode!: string;

  @Field()
  measureCode!: string;
}

@InputType()
export class RecordInput {
  @Field()
  occurredOn!: string;

  @Field()
  indicator!: string;

  @Field()
  measure!: string;

  @Field()
  value!: string;

  @Field(() => ID, { nullable: true })
  zoneId!: string | null;

  @Field()
  note!: string;

  @Field()
  key!: string;
}
