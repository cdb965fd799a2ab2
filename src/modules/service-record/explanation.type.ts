import { Field, ID, InputType, ObjectType } from 'type-graphql';
import { Cost } from '../../platform/graphql/limits/cost';
import { DateScalar, DecimalScalar } from '../../platform/graphql/scalars';

@InputType('CellInput', {
  description:
    'Identifies a figure of a completion table or an analytics row. Conditions are combined with AND; an id outside the scope of the viewer matches nothing.',
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
  description: '数据溯源: a figure and the records behind it.',
})
export class ExplanationType {
  @Field(() => DecimalScalar, { description: 'The figure, recomputed from the records.' })
  completed!: string;
}
