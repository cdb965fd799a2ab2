import { Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import { connectionOf } from '../../platform/graphql/connection';
import { Cost, NEGLIGIBLE } from '../../platform/graphql/limits/cost';
import { Node } from '../../platform/graphql/node.type';
import { DateScalar, DateTimeScalar, DecimalScalar } from '../../platform/graphql/scalars';
import { UserError } from '../../platform/graphql/user-error.type';
import { FigureKind, FigureRounding, FigureVerdict, ReportFault } from './audit.enums';

registerEnumType(FigureKind, { name: 'FigureKind', description: '协议量, 完成量, 完成率.' });
registerEnumType(FigureRounding, {
  name: 'FigureRounding',
  description: '取舍方式: half up (四舍五入) or truncated (舍去) to as many decimals.',
});
registerEnumType(FigureVerdict, {
  name: 'FigureVerdict',
  description:
    '与记录核对: a printed figure against the records. ROUNDED_DOWN, ROUNDED_TO_INTEGER, ROUNDED_HALF_UP: the same figure, printed in another way.',
  valuesConfig: {
    EQUAL: { description: '一致.' },
    ROUNDED_DOWN: { description: '舍去尾数: 115 % of 115.56.' },
    ROUNDED_TO_INTEGER: { description: '四舍五入到整数: 116 % of 115.56.' },
    ROUNDED_HALF_UP: { description: '四舍五入到其他位数: 75.5 % of 75.49, 47.8万 of 477,900.' },
    DIFFERENT: { description: '不一致.' },
    NOT_RECORDED: { description: '记录中没有.' },
    NOT_IN_REPORT: { description: '报告中没有.' },
  },
});
registerEnumType(ReportFault, {
  name: 'ReportFault',
  description: '报告自身的问题: what it says against itself, whatever the records say.',
  valuesConfig: {
    RATIO_WRONG: { description: '比例与两个数不符: no rounding explains it.' },
    ZONES_DIFFER: { description: '合计不等于各片区之和.' },
    TEXT_DIFFERS: { description: '同一数字前后不一: it is printed twice, and not alike.' },
    MIXED_PRECISION: { description: '取舍不一: of its parts, but printed otherwise than most.' },
    TARGET_OUT_OF_LINE: {
      description:
        '协议量异常: a zone’s target is over three times, or under a third of, that of each other zone.',
    },
  },
});

@Cost({ weight: NEGLIGIBLE })
@ObjectType('FoundRounding', {
  simpleResolvers: true,
  description: '报告的取舍方式: found by trial over all ratios of the report.',
})
class FoundRoundingType {
  @Field(() => [FigureRounding], {
    description:
      'Those that explain most ratios: several where they explain equally many, none without a ratio.',
  })
  roundings!: FigureRounding[];

  @Field(() => Int, { description: 'The ratios whose parts the report has too.' })
  ratios!: number;

  @Field(() => Int, { description: 'How many of them each of these explains.' })
  explained!: number;
}

@Cost({ weight: NEGLIGIBLE, size: 2 })
@ObjectType('ReportFinding', {
  simpleResolvers: true,
  description: '报告内部的出入: what a figure says against others of its report.',
})
class ReportFindingType {
  @Field(() => ReportFault)
  fault!: ReportFault;

  @Field(() => String, {
    nullable: true,
    description: 'What these others make of it; null if that is not one figure.',
  })
  expected!: string | null;

  @Field(() => [String], { description: 'Where these others are.' })
  places!: string[];
}

@Cost({ weight: NEGLIGIBLE, size: 2 })
@ObjectType('PossiblePart', {
  simpleResolvers: true,
  description: '可能的数: what a part of a ratio would have to be that is not printed, or that may be wrong.',
})
class PossiblePartType {
  @Field(() => FigureKind)
  part!: FigureKind;

  @Field(() => FigureRounding, { description: 'If the report rounds so.' })
  rounding!: FigureRounding;

  @Field(() => DecimalScalar)
  least!: string;

  @Field(() => DecimalScalar, { nullable: true, description: 'Null: there is no greatest.' })
  most!: string | null;
}

@Cost({ weight: NEGLIGIBLE })
@ObjectType('AuditedFigure', {
  simpleResolvers: true,
  description:
    '核对结果: a figure of a report, with its verdict inside the report and its verdict against the records.',
})
export class AuditedFigureType {
  @Field(() => Int, { description: 'Its place in the audit, from 0.' })
  position!: number;

  @Field(() => String, { nullable: true, description: '其他内容: in words what the catalogue lacks.' })
  subject!: string | null;

  @Field(() => FigureKind)
  kind!: FigureKind;

  @Field(() => String, { nullable: true, description: '原文; null of what the report does not have.' })
  printed!: string | null;

  @Field(() => DecimalScalar, { nullable: true, description: 'As a number; null where there is none.' })
  value!: string | null;

  @Field(() => DecimalScalar, { nullable: true, description: 'The same of targets and records.' })
  recomputed!: string | null;

  @Field(() => FigureVerdict, { nullable: true, description: 'Null of what the catalogue lacks.' })
  verdict!: FigureVerdict | null;

  @Field(() => [ReportFindingType])
  inReport!: ReportFindingType[];

  @Field(() => [FigureRounding], { description: 'Of a ratio: the roundings that explain it.' })
  roundings!: FigureRounding[];

  @Field(() => [PossiblePartType])
  possible!: PossiblePartType[];

  @Field({ description: 'Whether it is worth a look: not where it is merely rounded as the report rounds.' })
  isFinding!: boolean;
}

export const AuditedFigureConnection = connectionOf('AuditedFigure', () => AuditedFigureType).Connection;

@Cost({ weight: NEGLIGIBLE })
@ObjectType('AuditChange', {
  simpleResolvers: true,
  description: '两次核对的差异: a figure in which two audits differ, as each has it.',
})
export class AuditChangeType {
  @Field(() => AuditedFigureType, { nullable: true, description: 'Null: it is new.' })
  was!: AuditedFigureType | null;

  @Field(() => AuditedFigureType, { nullable: true, description: 'Null: it is gone.' })
  is!: AuditedFigureType | null;
}

@ObjectType('ReportAudit', {
  implements: Node,
  simpleResolvers: true,
  description:
    '报告核对: a published report, checked against itself and against the records of a moment. Kept and never changed, for all who read the agreement.',
})
export class ReportAuditType implements Node {
  @Field(() => ID)
  id!: string;

  @Field({ description: 'Of the report.' })
  title!: string;

  @Field(() => DateScalar)
  from!: string;

  @Field(() => DateScalar)
  to!: string;

  @Field(() => DateTimeScalar, { description: '核对时点: the moment whose records it was compared with.' })
  asOf!: Date;

  @Field(() => DateTimeScalar)
  auditedAt!: Date;

  @Field(() => FoundRoundingType)
  rounding!: FoundRoundingType;

  @Field(() => Int, { description: 'Those that the report lacks included.' })
  figureCount!: number;

  @Field(() => Int, { description: 'How many of them are worth a look.' })
  findingCount!: number;
}

export const ReportAuditConnection = connectionOf('ReportAudit', () => ReportAuditType).Connection;

@ObjectType('ReportAuditPayload', {
  simpleResolvers: true,
  description: 'The audit, or null and the userErrors.',
})
export class ReportAuditPayload {
  @Field(() => ReportAuditType, { nullable: true })
  audit?: ReportAuditType;

  @Field(() => [UserError])
  userErrors!: UserError[];
}
