import { Field, InputType, Int, ObjectType, registerEnumType, ArgsType } from 'type-graphql';
import { connectionOf } from '../../platform/graphql/connection';
import { Cost, NEGLIGIBLE } from '../../platform/graphql/limits/cost';
import { DecimalScalar, YearMonthScalar } from '../../platform/graphql/scalars';
import { StationType } from '../directory';

/** 排名依据 */
export enum RankingBasis {
  COMPLETED = 'COMPLETED',
  PERCENT = 'PERCENT',
}

registerEnumType(RankingBasis, {
  name: 'RankingBasis',
  description: '排名依据: 完成量 or 完成率.',
  valuesConfig: {
    COMPLETED: { description: '完成量' },
    PERCENT: { description: '完成率; stations without a target have no rank and stand last.' },
  },
});

/** 提示 */
export enum StationMarkKind {
  FAR_FROM_OWN_PAST = 'FAR_FROM_OWN_PAST',
  FAR_FROM_PEERS = 'FAR_FROM_PEERS',
  RATIO_ABOVE_THRESHOLD = 'RATIO_ABOVE_THRESHOLD',
  ZONES_DIFFER_FROM_TOTAL = 'ZONES_DIFFER_FROM_TOTAL',
}

registerEnumType(StationMarkKind, {
  name: 'StationMarkKind',
  description: '提示: what is worth a look. None of them is an error by itself.',
  valuesConfig: {
    FAR_FROM_OWN_PAST: {
      description:
        '与本站以往差异大: what the station did a month in from..to is far from what it did in the months of the two years before. Months under agreement that are over count, those without a record as 0; at least 6 before, and 1 in the range.',
    },
    FAR_FROM_PEERS: {
      description:
        '与其他站差异大: what the station is ranked by is far from the stations of this ranking, itself included. At least 5 of them must have a value. Only stations within your scope count.',
    },
    RATIO_ABOVE_THRESHOLD: { description: '完成率超过阈值: percent is above the threshold.' },
    ZONES_DIFFER_FROM_TOTAL: {
      description:
        '片区合计与总计不符: records without a zone count in the total only, so this is for your information. Agreements without zones are left out.',
    },
  },
});

@InputType('StationRankingInput', {
  description: 'Which stations to rank by what, over which whole months, within your scope.',
})
export class StationRankingInput {
  @Field({ description: 'Code of an indicator.' })
  indicator!: string;

  @Field({ description: 'Code of one of its measures.' })
  measure!: string;

  @Field(() => YearMonthScalar)
  from!: string;

  @Field(() => YearMonthScalar, { description: 'Included. At most 120 months from the first.' })
  to!: string;

  @Field(() => RankingBasis, { nullable: true, defaultValue: RankingBasis.COMPLETED })
  by?: RankingBasis | null;

  @Field(() => [String], {
    nullable: true,
    description: 'Of these districts alone: then they alone are peers.',
  })
  districtCodes?: string[] | null;

  @Field(() => DecimalScalar, {
    nullable: true,
    defaultValue: '200',
    description: '完成率阈值: a percent above it is marked. 0 to 1,000,000, at most 2 decimals.',
  })
  threshold?: string | null;
}

@ArgsType()
export class RankingPageArgs {
  @Field(() => Int, { nullable: true, defaultValue: 50, description: 'How many, 1 to 1,000.' })
  first?: number | null;

  @Field(() => String, { nullable: true, description: 'The endCursor of the page before.' })
  after?: string | null;
}

@Cost({ weight: NEGLIGIBLE, size: 4 })
@ObjectType('StationMark', {
  simpleResolvers: true,
  description: `提示及依据: a mark with what it rests on. Far is a modified z-score (Iglewicz and Hoaglin) above 3.5 in absolute value:
0.6745 × (value - reference) / medianDeviation, or where that is 0 (value - reference) / (1.253314 × meanDeviation).`,
})
export class StationMarkType {
  @Field(() => StationMarkKind)
  kind!: StationMarkKind;

  @Field(() => DecimalScalar, {
    description:
      'What is marked: the mean of a month (half up to 2 decimals), what the station is ranked by, the percent, or the sum of the zones.',
  })
  value!: string;

  @Field(() => DecimalScalar, {
    description: 'What it is compared with: the median, the threshold, or the total.',
  })
  reference!: string;

  @Field(() => DecimalScalar, {
    nullable: true,
    description: '修正 Z 分数: of a value that is far; 2 decimals, half away from zero.',
  })
  score!: string | null;

  @Field(() => DecimalScalar, {
    nullable: true,
    description: '绝对中位差 (MAD); null where it is 0, and where there is no score.',
  })
  medianDeviation!: string | null;

  @Field(() => DecimalScalar, {
    nullable: true,
    description: '平均绝对偏差 from the median, half up to 2 decimals, where the other is 0.',
  })
  meanDeviation!: string | null;

  @Field(() => Int, { nullable: true, description: 'Months or stations that it was compared with.' })
  compared!: number | null;
}

@ObjectType('RankedStation', { simpleResolvers: true, description: '社工站排名: a station in its rank.' })
export class RankedStationType {
  @Cost({ weight: NEGLIGIBLE })
  @Field(() => StationType)
  station!: StationType;

  @Field(() => Int, {
    nullable: true,
    description: '名次: equal ones share a rank, and the next one is counted on. Null without a value.',
  })
  rank!: number | null;

  @Field(() => DecimalScalar, { description: '完成量' })
  completed!: string;

  @Field(() => DecimalScalar, {
    nullable: true,
    description: '协议量: sum of the targets of the terms that overlap from..to.',
  })
  target!: string | null;

  @Field(() => DecimalScalar, {
    nullable: true,
    description: '完成率: completed / target × 100, half up to 2 decimals.',
  })
  percent!: string | null;

  @Field(() => [StationMarkType], { description: '提示, in the order of their kinds.' })
  marks!: StationMarkType[];
}

export const RankedStationConnection = connectionOf('RankedStation', () => RankedStationType).Connection;
