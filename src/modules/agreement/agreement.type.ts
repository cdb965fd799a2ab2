import { Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import { connectionOf } from '../../platform/graphql/connection';
import { Cost } from '../../platform/graphql/limits/cost';
import { Node } from '../../platform/graphql/node.type';
import { DateScalar, DecimalScalar } from '../../platform/graphql/scalars';
import { UserError } from '../../platform/graphql/user-error.type';
import type {
  AgreementKey,
  AgreementRow,
  PointRow,
  ProjectRow,
  TermRow,
  ZoneRow,
  ZonesAndPoints,
} from './read.sql';
import {
  AgreementState,
  InstalmentCondition,
  ProjectKind,
  ServiceDomain,
  ServiceModel,
} from './agreement.enums';

registerEnumType(AgreementState, {
  name: 'AgreementState',
  description: `协议状态. Registered by the operator or the purchaser an agreement is PROPOSED until the other party, or the bureau of the district or the city, confirms it; registered by a bureau it is CONFIRMED at once.
Only a confirmed agreement takes the station's days, takes records, money and assessments, and counts in overviews, analytics, rankings, exports and BI views. DECLINED, WITHDRAWN and VOID ones stay readable and count nowhere; a proposal lapses after 180 days, as if withdrawn.`,
});
registerEnumType(ServiceModel, {
  name: 'ServiceModel',
  description:
    'PROJECT_113X: 1 core, 1 key, 3 basic and any number of special projects. STATION_ZONE_POINT: 站—片区—点, in force since 2023.',
});
registerEnumType(ProjectKind, { name: 'ProjectKind', description: '113X 项目: 核心, 重点, 基础, 特色.' });
registerEnumType(ServiceDomain, {
  name: 'ServiceDomain',
  description: '基础项目的领域: 家庭, 长者, 青少年.',
});
registerEnumType(InstalmentCondition, {
  name: 'InstalmentCondition',
  description: '付款条件: at signing, or after a midterm or final assessment graded 合格 or better.',
});

/** Ids of an agreement's row, by which its fields are loaded, and what was loaded with it. */
type Unshown = 'organisationId' | 'stationId' | 'purchaserId' | 'districtCode' | keyof ZonesAndPoints;

@ObjectType('Agreement', {
  implements: Node,
  simpleResolvers: true,
  description: '服务协议: one operator runs one station for one purchaser over a range of days.',
})
export class AgreementType implements Node, Omit<AgreementRow, Unshown> {
  @Field(() => ID)
  id!: string;

  @Field(() => AgreementState)
  state!: AgreementState;

  @Field(() => ServiceModel)
  serviceModel!: ServiceModel;

  @Field(() => DateScalar)
  startsOn!: string;

  @Field(() => DateScalar, { description: 'Last day of service, inclusive.' })
  endsOn!: string;

  @Field(() => DecimalScalar, { nullable: true, description: 'CNY' })
  annualFee!: string | null;

  @Field(() => DecimalScalar, {
    nullable: true,
    description: '应配社工数: number of social-worker posts that the agreement requires.',
  })
  requiredPosts!: string | null;

  @Field(() => DecimalScalar, {
    nullable: true,
    description: 'Share of the required posts to be held by certified social workers, e.g. 0.6.',
  })
  requiredCertifiedShare!: string | null;

  @Field(() => Int, {
    description: '月报报送日: the day of the month after by which a month is to be handed in.',
  })
  monthsDueDay!: number;
}

export const AgreementConnection = connectionOf('Agreement', () => AgreementType).Connection;

@Cost({ weight: 0.5, size: 3 })
@ObjectType('Term', {
  implements: Node,
  simpleResolvers: true,
  description: '项目期: the range of days over which a set of targets is due.',
})
export class TermType implements Node, Omit<TermRow, keyof AgreementKey> {
  @Field(() => ID)
  id!: string;

  @Field()
  name!: string;

  @Field(() => DateScalar)
  startsOn!: string;

  @Field(() => DateScalar)
  endsOn!: string;
}

@Cost({ weight: 0.5, size: 8 })
@ObjectType('Project', {
  implements: Node,
  simpleResolvers: true,
  description: '项目: one of the 113X projects.',
})
export class ProjectType implements Node, Omit<ProjectRow, keyof AgreementKey> {
  @Field(() => ID)
  id!: string;

  @Field(() => ProjectKind)
  kind!: ProjectKind;

  @Field(() => ServiceDomain, {
    nullable: true,
    description: 'Domain of a BASIC project; null for any other.',
  })
  domain!: ServiceDomain | null;

  @Field()
  name!: string;
}

@Cost({ weight: 0.5, size: 6 })
@ObjectType('Zone', { implements: Node, simpleResolvers: true, description: '片区' })
export class ZoneType implements Node, Omit<ZoneRow, keyof AgreementKey | 'points'> {
  @Field(() => ID)
  id!: string;

  @Field()
  name!: string;
}

@Cost({ weight: 0.3, size: 20 })
@ObjectType('Point', {
  implements: Node,
  simpleResolvers: true,
  description: "社工点, one per village or residents' community",
})
export class PointType implements Node, Omit<PointRow, keyof AgreementKey | 'zoneId' | 'zone'> {
  @Field(() => ID)
  id!: string;

  @Field()
  name!: string;
}

@ObjectType('AgreementPayload', {
  simpleResolvers: true,
  description: 'The agreement, or null and the userErrors.',
})
export class AgreementPayload {
  @Field(() => AgreementType, { nullable: true })
  agreement?: AgreementType;

  @Field(() => [UserError])
  userErrors!: UserError[];
}
