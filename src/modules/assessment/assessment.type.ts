import { Field, ID, ObjectType, registerEnumType } from 'type-graphql';
import { connectionOf } from '../../platform/graphql/connection';
import { Cost, NEGLIGIBLE } from '../../platform/graphql/limits/cost';
import { Node } from '../../platform/graphql/node.type';
import { DateScalar, DateTimeScalar, DecimalScalar } from '../../platform/graphql/scalars';
import { UserError } from '../../platform/graphql/user-error.type';
import {
  AssessmentKind,
  AssessmentParty,
  AssessmentState,
  FindingKind,
  FindingSection,
  FindingState,
  Grade,
} from './assessment.enums';

registerEnumType(AssessmentKind, { name: 'AssessmentKind', description: '中期评估 or 末期评估.' });
registerEnumType(AssessmentParty, {
  name: 'AssessmentParty',
  description:
    '评估主体: 购买方, 监督方 (the district bureau), 市督导中心, 第三方; OTHER: 另设的评分方, scored from paper.',
});
registerEnumType(Grade, {
  name: 'Grade',
  description:
    '优秀 from 90; 良好 from 80; 合格 from 60; 不合格 below: the standard bands, where the scheme of the assessment has no others.',
});
registerEnumType(AssessmentState, {
  name: 'AssessmentState',
  description: '进行中, 已结束 or 已取消. A cancelled one stays readable and counts nowhere.',
});
registerEnumType(FindingSection, {
  name: 'FindingSection',
  description: '管理, 总体, or a zone (片区) or point (社工点).',
});
registerEnumType(FindingKind, { name: 'FindingKind', description: '优点 or 关注问题.' });
registerEnumType(FindingState, {
  name: 'FindingState',
  description:
    '整改状态: a concern is open, then answered by the operator, then accepted or sent back by the party that raised it.',
});

@Cost({ size: 3 })
@ObjectType('Assessment', {
  implements: Node,
  simpleResolvers: true,
  description:
    '评估: assessment of an agreement over a range of days by the parties of the scheme, usually four. Its grade releases instalments.',
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
    description:
      '结束时间: afterwards scores are fixed and no finding is added; concerns can still be answered, and findings withdrawn.',
  })
  closedAt!: Date | null;

  @Field(() => DateScalar, { nullable: true, description: '现场评估日' })
  onsiteOn!: string | null;

  @Field(() => DateTimeScalar, { nullable: true, description: '取消时间' })
  cancelledAt!: Date | null;

  @Field(() => String, { nullable: true, description: '取消原因' })
  cancelReason!: string | null;

  @Field({
    description: '评分封存: each party sees its own score alone, until all are in or the bureau opens them.',
  })
  sealed!: boolean;

  @Field(() => DateTimeScalar, { nullable: true, description: '公开时间: when others first saw scores.' })
  unsealedAt!: Date | null;

  @Field(() => String, {
    nullable: true,
    description: 'Why the bureau opened the scores; null where all were in.',
  })
  unsealReason!: string | null;
}

export const AssessmentConnection = connectionOf('Assessment', () => AssessmentType).Connection;

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

  @Field(() => FindingSection, { nullable: true, description: '所属部分: what it is about.' })
  section!: FindingSection | null;

  @Field(() => DateScalar, { nullable: true, description: '整改期限' })
  dueOn!: string | null;

  @Field(() => DateTimeScalar, { nullable: true, description: '撤回时间: it no longer counts.' })
  withdrawnAt!: Date | null;

  @Field(() => String, { nullable: true, description: '撤回原因' })
  withdrawnReason!: string | null;
}

export const AssessmentFindingConnection = connectionOf(
  'AssessmentFinding',
  () => AssessmentFindingType,
).Connection;

@Cost({ weight: NEGLIGIBLE, size: 3 })
@ObjectType('FindingStep', {
  simpleResolvers: true,
  description: '整改记录: a response or a review of one, as it was given; none is overwritten.',
})
export class FindingStepType {
  @Field(() => FindingState, { description: 'ANSWERED by the operator; ACCEPTED or SENT_BACK by the party.' })
  state!: FindingState;

  @Field(() => String, { nullable: true, description: 'The response, or the comment of the review.' })
  text!: string | null;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'Null: from before times of reviews were kept.',
  })
  at!: Date | null;
}

@Cost({ weight: NEGLIGIBLE, size: 3 })
@ObjectType('ReplacedAssessor', {
  simpleResolvers: true,
  description: '被更换的评估机构: what it scored is kept and counts no more.',
})
export class ReplacedAssessorType {
  @Field(() => DateTimeScalar)
  replacedAt!: Date;

  @Field()
  reason!: string;

  @Field(() => DecimalScalar, { nullable: true, description: 'Null: none, or sealed.' })
  score!: string | null;
}

@Cost({ weight: NEGLIGIBLE, size: 3 })
@ObjectType('AssessorRequest', {
  simpleResolvers: true,
  description: '更换评估机构申请: by the operator, for the bureau to decide on; nothing else happens.',
})
export class AssessorRequestType {
  @Field()
  reason!: string;

  @Field(() => DateTimeScalar)
  requestedAt!: Date;
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
