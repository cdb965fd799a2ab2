import { ArgsType, Field, ID, Int, ObjectType } from 'type-graphql';
import { connectionOf, PageArgs } from '../../platform/graphql/connection';
import { Cost, NEGLIGIBLE } from '../../platform/graphql/limits/cost';
import { DateScalar, DecimalScalar, YearMonthScalar } from '../../platform/graphql/scalars';
import { AgreementType, TermType } from '../agreement';
import { AssessmentKind, AssessmentType, Grade } from '../assessment';
import { DistrictType, StationType } from '../directory';
import { IndicatorType, MeasureType } from '../completion';

const ON = 'As of the end of this day (default: today). Figures of a past day are exact.';

@ArgsType()
export class OverviewArgs extends PageArgs {
  @Field(() => DateScalar, { nullable: true, description: ON })
  on?: string | null;
}

@ArgsType()
export class DistrictOverviewArgs {
  @Field(() => DateScalar, { nullable: true, description: ON })
  on?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Filter by district; one outside your scope has no stations.',
  })
  districtCode?: string | null;

  @Field(() => ID, {
    nullable: true,
    description: 'Filter by the operator of the agreement; one outside your scope has no stations.',
  })
  operatorId?: string | null;
}

@ArgsType()
export class OverviewPageArgs {
  @Field(() => Int, { nullable: true, defaultValue: 50, description: 'How many, 1 to 1,000.' })
  first?: number | null;

  @Field(() => String, { nullable: true, description: 'endCursor of the previous page.' })
  after?: string | null;
}

@Cost({ weight: NEGLIGIBLE, size: 5 })
@ObjectType('MeasureProgress', {
  simpleResolvers: true,
  description:
    '指标进度: what was completed of one measure by the day, compared with the target of the term.',
})
export class MeasureProgressType {
  @Field(() => IndicatorType)
  indicator!: IndicatorType;

  @Field(() => MeasureType)
  measure!: MeasureType;

  @Field(() => DecimalScalar, { description: '完成量' })
  completed!: string;

  @Field(() => DecimalScalar, { description: '协议量' })
  target!: string;

  @Field(() => DecimalScalar, { description: 'completed / target × 100, rounded half up to 2 decimals.' })
  percent!: string;
}

@Cost({ weight: 2 })
@ObjectType('IndicatorProgress', {
  simpleResolvers: true,
  description:
    '指标总进度: counts the measures of all indicators, as in the completion table; only those with a target above zero.',
})
export class IndicatorProgressType {
  @Field(() => Int, { description: '有协议量的指标数: of each agreement, in its current term.' })
  measures!: number;

  @Field(() => Int, {
    description:
      '达到时间进度的指标数: completed / target is at least the elapsed share of the term, both exact.',
  })
  onTime!: number;

  @Field(() => DecimalScalar, {
    nullable: true,
    description:
      '达到时间进度的比例: onTime / measures × 100, rounded half up to 2 decimals; null without measures.',
  })
  onTimePercent!: string | null;

  @Field(() => [MeasureProgressType], {
    description:
      '最弱五项: the five with the lowest percent, ties in the order of the catalogue. For several agreements the ratio of the sums.',
  })
  weakest!: MeasureProgressType[];
}

@Cost({ weight: 1 })
@ObjectType('StaffingLevel', {
  simpleResolvers: true,
  description: '人员配置: person-months of social workers since the first month of the agreement.',
})
export class StaffingLevelType {
  @Field(() => YearMonthScalar, { description: '统计至: the last complete month by the day.' })
  through!: string;

  @Field(() => DecimalScalar, { description: '到岗人次' })
  personMonths!: string;

  @Field(() => DecimalScalar, {
    nullable: true,
    description:
      "应到岗人次: the posts in force on each month's first day, summed; null if no posts are required.",
  })
  required!: string | null;

  @Field(() => DecimalScalar, {
    nullable: true,
    description: '到岗率: person-months of the agreements that require posts / required × 100.',
  })
  percent!: string | null;
}

@Cost({ weight: 1 })
@ObjectType('Execution', {
  simpleResolvers: true,
  description: '经费执行: what the operators spent by the day.',
})
export class ExecutionType {
  @Field(() => DecimalScalar)
  spent!: string;

  @Field(() => DecimalScalar, { nullable: true, description: '协议金额; null if none is agreed.' })
  fee!: string | null;

  @Field(() => DecimalScalar, {
    nullable: true,
    description: '执行率: spent by the agreements that have a fee / fee × 100.',
  })
  percent!: string | null;
}

@Cost({ weight: NEGLIGIBLE, size: 2 })
@ObjectType('AssessmentAhead', {
  simpleResolvers: true,
  description: '待完成评估: a midterm or final assessment that is not closed yet.',
})
export class AssessmentAheadType {
  @Field(() => AssessmentKind)
  kind!: AssessmentKind;

  @Field(() => DateScalar, {
    description:
      '预计日期: the midterm once half of the days of the agreement have elapsed, the final on its last day.',
  })
  expectedOn!: string;

  @Field({ description: '逾期未启动: not opened although the expected day has passed.' })
  isLate!: boolean;

  @Field(() => AssessmentType, { nullable: true, description: 'Null until it is opened.' })
  assessment!: AssessmentType | null;
}

@ObjectType('AgreementOverview', {
  simpleResolvers: true,
  description:
    '协议概览: the state of an agreement on a day. For a station it is the agreement in force, or else the last that ended.',
})
export class AgreementOverviewType {
  @Cost({ weight: NEGLIGIBLE })
  @Field(() => StationType)
  station!: StationType;

  @Cost({ weight: NEGLIGIBLE })
  @Field(() => AgreementType)
  agreement!: AgreementType;

  @Field({ description: '在服务期内: false once the agreement has ended.' })
  isInForce!: boolean;

  @Cost({ weight: NEGLIGIBLE })
  @Field(() => TermType, {
    nullable: true,
    description: '当前项目期: the term of the day, or else the last that ended; null before the first.',
  })
  term!: TermType | null;

  @Field(() => DecimalScalar, {
    nullable: true,
    description: '时间进度: elapsed share of the days of the term, percent, 2 decimals.',
  })
  timeProgressPercent!: string | null;
}

export const AgreementOverviewConnection = connectionOf(
  'AgreementOverview',
  () => AgreementOverviewType,
).Connection;

@Cost({ weight: NEGLIGIBLE, size: 4 })
@ObjectType('GradeCount', { simpleResolvers: true, description: '等级分布' })
export class GradeCountType {
  @Field(() => Grade)
  grade!: Grade;

  @Field(() => Int)
  stations!: number;
}

@Cost({ weight: 1, size: 11 })
@ObjectType('DistrictSummary', {
  simpleResolvers: true,
  description: '全区汇总: sums over the stations of a district, each with its relevant agreement.',
})
export class DistrictSummaryType {
  @Field(() => DistrictType)
  district!: DistrictType;

  @Field(() => Int, { description: '社工站数: stations that have had an agreement by the day.' })
  stations!: number;

  @Field(() => Int, { description: '在服务期内的社工站数' })
  inForce!: number;
}

@Cost({ weight: 10 })
@ObjectType('DistrictOverview', {
  simpleResolvers: true,
  description: '区概览: the stations that a bureau supervises, and its districts in comparison.',
})
export class DistrictOverviewType {
  @Field(() => DateScalar)
  on!: string;
}
