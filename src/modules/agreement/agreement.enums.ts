/** 协议状态 */
export enum AgreementState {
  PROPOSED = 'PROPOSED',
  CONFIRMED = 'CONFIRMED',
  DECLINED = 'DECLINED',
  WITHDRAWN = 'WITHDRAWN',
  VOID = 'VOID',
}

/** 协议步骤 */
export enum AgreementStep {
  PROPOSED = 'PROPOSED',
  REVISED = 'REVISED',
  PARTY_CONFIRMED = 'PARTY_CONFIRMED',
  CONFIRMED = 'CONFIRMED',
  DECLINED = 'DECLINED',
  WITHDRAWN = 'WITHDRAWN',
  VOID = 'VOID',
  AMENDMENT_PROPOSED = 'AMENDMENT_PROPOSED',
  AMENDMENT_CONFIRMED = 'AMENDMENT_CONFIRMED',
  AMENDMENT_DECLINED = 'AMENDMENT_DECLINED',
  AMENDMENT_WITHDRAWN = 'AMENDMENT_WITHDRAWN',
  AMENDMENT_ACKNOWLEDGED = 'AMENDMENT_ACKNOWLEDGED',
  AMENDMENT_OBJECTED = 'AMENDMENT_OBJECTED',
}

/** 变更类别 */
export enum AmendmentKind {
  CHANGE = 'CHANGE',
  EARLY_END = 'EARLY_END',
}

/** 变更状态 */
export enum AmendmentState {
  PROPOSED = 'PROPOSED',
  CONFIRMED = 'CONFIRMED',
  DECLINED = 'DECLINED',
  WITHDRAWN = 'WITHDRAWN',
}

/** 对民政部门变更的答复 */
export enum AmendmentAnswer {
  ACKNOWLEDGED = 'ACKNOWLEDGED',
  OBJECTED = 'OBJECTED',
}

/** 服务模式: the rules that an agreement follows. */
export enum ServiceModel {
  PROJECT_113X = 'PROJECT_113X',
  STATION_ZONE_POINT = 'STATION_ZONE_POINT',
}

/** 113X 项目类别 */
export enum ProjectKind {
  CORE = 'CORE',
  KEY = 'KEY',
  BASIC = 'BASIC',
  SPECIAL = 'SPECIAL',
}

/** 基础项目领域 */
export enum ServiceDomain {
  FAMILY = 'FAMILY',
  ELDERLY = 'ELDERLY',
  YOUTH = 'YOUTH',
}

/** 付款条件 */
export enum InstalmentCondition {
  SIGNING = 'SIGNING',
  MIDTERM_QUALIFIED = 'MIDTERM_QUALIFIED',
  FINAL_QUALIFIED = 'FINAL_QUALIFIED',
}
