import { Field, ID, ObjectType, registerEnumType } from 'type-graphql';
import { Cost, NEGLIGIBLE } from '../../platform/graphql/limits/cost';
import { Node } from '../../platform/graphql/node.type';
import { DateScalar, DateTimeScalar, DecimalScalar } from '../../platform/graphql/scalars';
import { UserError } from '../../platform/graphql/user-error.type';
import {
  AssessmentKind,
  AssessmentParty,
  BasisReport,
  FindingKind,
  FindingState,
  Grade,
} from './assessment.enums';

registerEnumType(AssessmentKind, { name: 'AssessmentKind', description: '中期评估 or 末期评估.' });
registerEnumType(AssessmentParty, {
  name: 'AssessmentParty',
  description: '评估主体: 购买方, 监督方 (the district bureau), 市督导中心, 第三方.',
});
registerEnumType(Grade, {
  name: 'Grade',
  description: '优秀 from 90; 良好 from 80; 合格 from 60; 不合格 below 60.',
});
registerEnumType(FindingKind, { name: 'FindingKind', description: '优点 or 关注问题.' });
registerEnumType(FindingState, {
  name: 'FindingState',
  description:
    '整改状态: a concern is open, then answered by the operator, then accepted or sent back by the party that raised it.',
});
registerEnumType(BasisReport, { name: 'BasisReport', description: '评估依据: which of the three reports.' });

@Cost({ size: 3 })
@ObjectType('Assessment', {
  implements: Node,
  simpleResolvers: true,
  description:
    '评估: assessment of an agreement over a range of days by four parties. Its grade releases instalments.',
})
export class AssessmentType implements Node {
  @Field(() => ID)
  id!: string;

  @Field(() => AssessmentKind)
  kind!: AssessmentKind;

  @Field(() => DateScalar, { description: '评估时段: first day assessed.' })
  from!: string;

  @Field(() => DateScalar, { description: 'Last day assessed, inclusive.' })
  to!: string;

  @Field(() => DateTimeScalar, { description: '启动时间' })
  openedAt!: Date;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: '结束时间: afterwards scores and findings are fixed; concerns can still be answered.',
  })
  closedAt!: Date | null;
}

@Cost({ weight: 0.1, size: 4 })
@ObjectType('AssessmentScore', {
  simpleResolvers: true,
  description: "评分: each party's score is already weighted: at most 20, 10, 15 and 55.",
})
export class AssessmentScoreType {
  @Field(() => AssessmentParty)
  party!: AssessmentParty;

  @Field(() => DecimalScalar, { description: '满分' })
  maximum!: string;

  @Field(() => DecimalScalar, {
    nullable: true,
    description: 'At most two decimals; null until it is given.',
  })
  score!: string | null;
}

@Cost({ weight: 0.5, size: 6 })
@ObjectType('AssessmentFinding', {
  implements: Node,
  simpleResolvers: true,
  description: '评估意见: a concern is answered by the operator (整改回应).',
})
export class AssessmentFindingType implements Node {
  @Field(() => ID)
  id!: string;

  @Field(() => AssessmentParty)
  party!: AssessmentParty;

  @Field(() => FindingKind)
  kind!: FindingKind;

  @Field()
  text!: string;

  @Field(() => DateTimeScalar)
  addedAt!: Date;

  @Field(() => FindingState, { nullable: true, description: '整改状态 of a concern; null for a strength.' })
  state!: FindingState | null;

  @Field(() => String, { nullable: true, description: '整改回应' })
  response!: string | null;

  @Field(() => DateTimeScalar, { nullable: true })
  respondedAt!: Date | null;

  @Field(() => String, {
    nullable: true,
    description: 'Comment of the party that raised the concern, from its last review of a response.',
  })
  review!: string | null;
}

@Cost({ weight: NEGLIGIBLE })
@ObjectType('FigureChange', {
  simpleResolvers: true,
  description: '定稿后变动: a figure that was corrected after the assessment was closed.',
})
export class FigureChangeType {
  @Field(() => BasisReport)
  report!: BasisReport;

  @Field(() => [String], {
    description: 'Path of the figure within the report: ["CASE_FILE", "FILES", "片区一", "completed"].',
  })
  path!: string[];

  @Field(() => String, { nullable: true, description: 'Value at closing; null if there was none.' })
  was!: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Current value; null if there is none any more.',
  })
  is!: string | null;
}

@ObjectType('AssessmentPayload', {
  simpleResolvers: true,
  description: 'The assessment, or null and the userErrors.',
})
export class AssessmentPayload {
  @Field(() => AssessmentType, { nullable: true })
  assessment?: AssessmentType;

  @Field(() => [UserError])
  userErrors!: UserError[];
}

@ObjectType('DeclaredTie', {
  simpleResolvers: true,
  description: '回避关系: the assessor must not assess the operator.',
})
export class DeclaredTieType {
  @Field()
  reason!: string;

  @Field(() => DateTimeScalar)
  declaredAt!: Date;
}

@ObjectType('DeclaredTiePayload', {
  simpleResolvers: true,
  description: 'The tie, or null and the userErrors.',
})
export class DeclaredTiePayload {
  @Field(() => DeclaredTieType, { nullable: true })
  tie?: DeclaredTieType;

  @Field(() => [UserError])
  userErrors!: UserError[];
}
