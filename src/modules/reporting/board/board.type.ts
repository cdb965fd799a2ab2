import { ArgsType, Field, Int, ObjectType } from 'type-graphql';
import { PageArgs, PageInfo } from '../../../platform/graphql/connection';
import { Cost, NEGLIGIBLE } from '../../../platform/graphql/limits/cost';
import { DecimalScalar, YearMonthScalar } from '../../../platform/graphql/scalars';
import { StationType } from '../../directory';
import { ReportMonthType } from '../months/month.type';
import type { Punctuality } from './board.repository';

@Cost({ weight: NEGLIGIBLE })
@ObjectType('MonthPunctuality', {
  simpleResolvers: true,
  description: `报送及时情况, over the months whose due day is over: expected = onTime + late + missing.`,
})
export class PunctualityType implements Punctuality {
  @Field(() => Int, { description: '应报' })
  expected!: number;

  @Field(() => Int, { description: '按时' })
  onTime!: number;

  @Field(() => Int, { description: '逾期: first handed in after the due day.' })
  late!: number;

  @Field(() => Int, { description: '未报' })
  missing!: number;

  @Field(() => DecimalScalar, {
    nullable: true,
    description: '按时率: onTime / expected × 100, half up to two decimals; null where none is expected.',
  })
  onTimePercent!: string | null;
}

@ObjectType('ReportBoardRow', {
  simpleResolvers: true,
  description: '月报总览的一行: a station and its months.',
})
export class ReportBoardRowType {
  @Cost({ weight: NEGLIGIBLE })
  @Field(() => StationType)
  station!: StationType;

  @Cost({ weight: 0.1, size: 12 })
  @Field(() => [ReportMonthType], { description: 'The first one first.' })
  months!: ReportMonthType[];
}

@Cost({ weight: NEGLIGIBLE })
@ObjectType('ReportBoardEdge', { simpleResolvers: true, description: '月报总览的一行 and its cursor.' })
class ReportBoardEdgeType {
  @Field({ description: 'Pass it as after to get the rows behind this one.' })
  cursor!: string;

  @Field(() => ReportBoardRowType)
  node!: ReportBoardRowType;
}

@ObjectType('ReportBoardConnection', {
  simpleResolvers: true,
  description: '月报总览: a page of stations by name, each with its months of the range.',
})
export class ReportBoardType {
  @Field(() => [ReportBoardEdgeType])
  edges!: ReportBoardEdgeType[];

  @Field(() => [ReportBoardRowType], { description: 'The nodes of edges.' })
  nodes!: ReportBoardRowType[];

  @Field(() => PageInfo)
  pageInfo!: PageInfo;
}

@ArgsType()
export class ReportBoardArgs extends PageArgs {
  @Field(() => YearMonthScalar, { description: 'The first month.' })
  from!: string;

  @Field(() => YearMonthScalar, { description: 'The last month; at most 24.' })
  to!: string;

  @Field(() => String, { nullable: true })
  districtCode?: string | null;

  @Field(() => Boolean, {
    nullable: true,
    defaultValue: false,
    description: 'Also months of agreements that ended more than 120 days ago.',
  })
  withEnded?: boolean | null;
}
