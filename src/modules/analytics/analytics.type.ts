import { Field, ID, InputType, Int, ObjectType, registerEnumType } from 'type-graphql';
import { PageInfo } from '../../platform/graphql/connection';
import { Cost } from '../../platform/graphql/limits/cost';
import { DecimalScalar, YearMonthScalar } from '../../platform/graphql/scalars';
import { StationType } from '../directory';
import { IndicatorType, MeasureType } from '../completion';
import { AnalyticsDimension } from './analytics.enums';

registerEnumType(AnalyticsDimension, {
  name: 'AnalyticsDimension',
  description: '分析维度: 区, 承接机构, 社工站, 片区, 项目, 指标, 月份.',
});

@InputType('AnalyticsInput', { description: 'What to sum, over which whole months, within your scope.' })
export class AnalyticsInput {
  @Field(() => [AnalyticsDimension], {
    description:
      'Dimensions to group by. Rows are always split by indicator and measure as well, since their quantities cannot be summed.',
  })
  groupBy!: AnalyticsDimension[];

  @Field(() => YearMonthScalar)
  from!: string;

  @Field(() => YearMonthScalar, { description: 'Last month, inclusive; at most 120 months in all.' })
  to!: string;

  @Field(() => [String], { nullable: true })
  districtCodes?: string[] | null;

  @Field(() => [ID], { nullable: true, description: 'Filter; an id outside your scope matches nothing.' })
  operatorIds?: string[] | null;

  @Field(() => [ID], { nullable: true, description: 'Filter; an id outside your scope matches nothing.' })
  stationIds?: string[] | null;

  @Field(() => [String], { nullable: true, description: 'Filter by indicator codes.' })
  indicators?: string[] | null;

  @Field(() => Int, { nullable: true, defaultValue: 1000, description: 'Page size, 1 to 1,000.' })
  first?: number | null;

  @Field(() => String, { nullable: true, description: 'endCursor of the previous page.' })
  after?: string | null;
}

@Cost({ weight: 0.1 })
@ObjectType('AnalyticsRow', {
  simpleResolvers: true,
  description: '分析结果: sums of one indicator and measure; a dimension that is not grouped by is null.',
})
export class AnalyticsRowType {
  @Field(() => StationType, { nullable: true })
  station!: StationType | null;

  @Field(() => IndicatorType)
  indicator!: IndicatorType;

  @Field(() => MeasureType)
  measure!: MeasureType;

  @Field(() => YearMonthScalar, { nullable: true })
  month!: string | null;

  @Field(() => DecimalScalar)
  completed!: string;

  @Field(() => DecimalScalar, {
    nullable: true,
    description: 'Sum of the targets of all terms that overlap from..to; null when grouped by month.',
  })
  target!: string | null;

  @Field(() => DecimalScalar, {
    nullable: true,
    description: 'completed / target × 100, rounded half up to 2 decimals.',
  })
  percent!: string | null;
}

@ObjectType('AnalyticsResult', {
  simpleResolvers: true,
  description: '分析结果页: a page of rows in a stable order.',
})
export class AnalyticsResult {
  @Field(() => [AnalyticsRowType])
  rows!: AnalyticsRowType[];

  @Field(() => PageInfo)
  pageInfo!: PageInfo;
}
