import { Field, Int, ObjectType, registerEnumType } from 'type-graphql';
import { Cost, NEGLIGIBLE } from '../../platform/graphql/limits/cost';
import { IndicatorSection } from './indicator.enums';

registerEnumType(IndicatorSection, {
  name: 'IndicatorSection',
  description: '指标类别: the part of 附件1 that an indicator belongs to.',
  valuesConfig: {
    SERVICE: { description: '专业服务: 建档, 热线, 探访, 个案, 小组.' },
    ACTIVITY: { description: '社区活动.' },
    LINKAGE: { description: '五社联动.' },
    VOLUNTEER: { description: '志愿者.' },
    OTHER: { description: '其他: 典型案例, 专业培训, 项目会议, 项目评估, 半年刊.' },
  },
});

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

  @Field(() => IndicatorSection, { description: '指标类别: the part of 附件1 that it belongs to.' })
  section!: IndicatorSection;

  @Field(() => Int, {
    nullable: true,
    description: '表内顺序: its place in 附件1, from 1; null where the form has none for it.',
  })
  formPosition!: number | null;

  @Field(() => [String], {
    description: '别名: other names in use, by which the headings of a spreadsheet are recognised.',
  })
  aliases!: string[];

  @Field(() => [MeasureType])
  measures!: MeasureType[];
}
