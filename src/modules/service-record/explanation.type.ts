import { Field, ID, InputType, ObjectType } from 'type-graphql';
import { Cost } from '../../platform/graphql/limits/cost';
import { DateScalar, DecimalScalar } from '../../platform/graphql/scalars';
import type { Cell } from './explanation.repository';

@InputType('CellInput', {
  description:
    'Any figure of a completion table or an analytics row, by what it stands for. All that is given must hold; an id outside your scope matches nothing.',
})
export class CellInput {
  @Field()
  indicator!: string;

  @Field()
  measure!: string;

  @Field(() => DateScalar)
  from!: string;

  @Field(() => DateScalar)
  to!: string;

  @Field(() => ID, { nullable: true })
  agreementId?: string | null;

  @Field(() => ID, { nullable: true })
  zoneId?: string | null;

  @Field(() => ID, { nullable: true })
  projectId?: string | null;

  @Field(() => ID, { nullable: true })
  stationId?: string | null;

  @Field(() => ID, { nullable: true })
  operatorId?: string | null;

  @Field(() => String, { nullable: true })
  districtCode?: string | null;
}

@Cost({ weight: 10 })
@ObjectType('Explanation', {
  simpleResolvers: true,
  description: '数据溯源: what a figure is made of.',
})
export class ExplanationType {
  @Field(() => DecimalScalar, { description: 'The figure, summed anew from the records.' })
  completed!: string;

  /** What was asked for: `records` are found by it. */
  cell!: Cell;

  /** How many `records` there are. */
  count!: number;
}
