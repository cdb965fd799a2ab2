import { Field, InputType, Int, ObjectType, registerEnumType, ArgsType } from 'type-graphql';
import { connectionOf } from '../../platform/graphql/connection';
import { Cost, NEGLIGIBLE } from '../../platform/graphql/limits/cost';
import { DecimalScalar, YearMonthScalar } from '../../platform/graphql/scalars';
import { StationType } from '../directory';
import { RankingBasis, StationMarkKind } from './analytics.enums';

registerEnumType(RankingBasis, {
  name: 'RankingBasis',
  description: '排名依据: 完成量 or 完成率.',
  valuesConfig: {
    COMPLETED: { description: '完成量' },
    PERCENT: { description: '完成率; stations without a target have no rank and are listed last.' },
  },
});

registerEnumType(StationMarkKind, {
  name: 'StationMarkKind',
  description: '提示: a figure that should be reviewed. It is not necessarily an error.',
  valuesConfig: {
    FAR_FROM_OWN_PAST: {
      description:
        '与本站以往差异大: the monthly figures of the station in from..to are outliers compared with its own two years before. Complete months under agreement count, those without a record as 0; at least 6 are needed before the range and 1 in it.',
    },
    FAR_FROM_PEERS: {
      description:
        '与其他站差异大: the value that the station is ranked by is an outlier among the stations of this ranking, itself included. At least 5 stations must have a value. Only stations within your scope count.',
    },
    RATIO_ABOVE_THRESHOLD: { description: '完成率超过阈值: percent exceeds the threshold.' },
    ZONES_DIFFER_FROM_TOTAL: {
      description:
        '片区合计与总计不符: the sum of the zones differs from the total. Records without a zone count in the total only, so this is informational. Agreements without zones are excluded.',
    },
  },
});

@InputType('StationRankingInput', {
  description: 'Which stations to rank, by which value, over which whole months, within your scope.',
})
export class StationRankingInput {
  @Field({ description: 'Indicator code.' })
  indicator!: string;

  @Field({ description: 'Code of one of the measures of the indicator.' })
  measure!: string;

  @Field(() => YearMonthScalar)
  from!: string;

  @Field(() => YearMonthScalar, { description: 'Last month, inclusive; at most 120 months in all.' })
  to!: string;

  @Field(() => RankingBasis, { nullable: true, defaultValue: RankingBasis.COMPLETED })
  by?: RankingBasis | null;

  @Field(() => [String], {
    nullable: true,
    description: 'Filter by district; stations are then compared only within these districts.',
  })
  districtCodes?: string[] | null;

  @Field(() => DecimalScalar, {
    nullable: true,
    defaultValue: '200',
    description: '完成率阈值: a higher percent is marked. 0 to 1,000,000, at most 2 decimals.',
  })
  threshold?: string | null;
}

@ArgsType()
export class RankingPageArgs {
  @Field(() => Int, { nullable: true, defaultValue: 50, description: 'How many, 1 to 1,000.' })
  first?: number | null;

  @Field(() => String, { nullable: true, description: 'endCursor of the previous page.' })
  after?: string | null;
}

@Cost({ weight: NEGLIGIBLE, size: 4 })
@ObjectType('StationMark', {
  simpleResolvers: true,
  description: `提示及依据: a mark with what it rests on. Far is a modified z-score (Iglewicz and Hoaglin) above 3.5 in absolute value:
0.6745 × (value - reference) / medianDeviation, or where that is 0 (value - reference) / (1.253314 × meanDeviation).`,
})
class StationMarkType {
  @Field(() => StationMarkKind)
  kind!: StationMarkKind;

  @Field(() => DecimalScalar, {
    description:
      'The marked value: the monthly mean (half up to 2 decimals), the value that the station is ranked by, the percent, or the sum of the zones.',
  })
  value!: string;

  @Field(() => DecimalScalar, {
    description: 'The value it is compared with: the median, the threshold, or the total.',
  })
  reference!: string;

  @Field(() => DecimalScalar, {
    nullable: true,
    description: '修正 Z 分数 (modified z-score) of an outlier; 2 decimals, half away from zero.',
  })
  score!: string | null;

  @Field(() => DecimalScalar, {
    nullable: true,
    description: '绝对中位差 (MAD); null if it is 0 or there is no score.',
  })
  medianDeviation!: string | null;

  @Field(() => DecimalScalar, {
    nullable: true,
    description: '平均绝对偏差 from the median, half up to 2 decimals; given if the MAD is 0.',
  })
  meanDeviation!: string | null;

  @Field(() => Int, { nullable: true, description: 'Number of months or stations in the comparison.' })
  compared!: number | null;
}

@ObjectType('RankedStation', { simpleResolvers: true, description: '社工站排名: a station with its rank.' })
export class RankedStationType {
  @Cost({ weight: NEGLIGIBLE })
  @Field(() => StationType)
  station!: StationType;

  @Field(() => Int, {
    nullable: true,
    description:
      '名次: equal values share a rank and the next rank is skipped (1, 1, 3). Null without a value.',
  })
  rank!: number | null;

  @Field(() => DecimalScalar, { description: '完成量' })
  completed!: string;

  @Field(() => DecimalScalar, {
    nullable: true,
    description: '协议量: sum of the targets of all terms that overlap from..to.',
  })
  target!: string | null;

  @Field(() => DecimalScalar, {
    nullable: true,
    description: '完成率: completed / target × 100, rounded half up to 2 decimals.',
  })
  percent!: string | null;

  @Field(() => [StationMarkType], { description: '提示, ordered by kind.' })
  marks!: StationMarkType[];
}

export const RankedStationConnection = connectionOf('RankedStation', () => RankedStationType).Connection;
