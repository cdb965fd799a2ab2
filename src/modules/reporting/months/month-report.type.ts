import { Field, ObjectType } from 'type-graphql';
import { Cost, NEGLIGIBLE } from '../../../platform/graphql/limits/cost';
import { DecimalScalar } from '../../../platform/graphql/scalars';
import { ZoneType } from '../../agreement';
import { IndicatorType, MeasureType } from '../../completion';

@Cost({ weight: NEGLIGIBLE, size: 40 })
@ObjectType('MonthFigure', {
  simpleResolvers: true,
  description: '月报数据. zone null: records without a zone; a total is the sum.',
})
export class MonthFigureType {
  @Field(() => IndicatorType)
  indicator!: IndicatorType;

  @Field(() => MeasureType)
  measure!: MeasureType;

  @Cost({ weight: NEGLIGIBLE })
  @Field(() => ZoneType, { nullable: true })
  zone!: ZoneType | null;

  @Field(() => DecimalScalar)
  completed!: string;
}
