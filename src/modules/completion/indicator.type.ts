import { Field, ObjectType } from 'type-graphql';
import { Cost, NEGLIGIBLE } from '../../platform/graphql/limits/cost';

@Cost({ weight: NEGLIGIBLE, size: 2 })
@ObjectType('Measure', {
  simpleResolvers: true,
  description: '度量: what is counted of an indicator, and in which unit.',
})
export class MeasureType {
  @Field()
  code!: string;

  @Field()
  name!: string;

  @Field({ description: 'As on the official form: 个, 人次, 元 …' })
  unit!: string;
}

@Cost({ weight: NEGLIGIBLE, size: 40 })
@ObjectType('Indicator', {
  simpleResolvers: true,
  description: '指标: one row of 附件1, with one or more measures.',
})
export class IndicatorType {
  @Field()
  code!: string;

  @Field(() => [MeasureType])
  measures!: MeasureType[];
}
