/** 中期评估 or 末期评估 */
export enum AssessmentKind {
  MIDTERM = 'MIDTERM',
  FINAL = 'FINAL',
}

/** 评估主体: the party that scores. */
export enum AssessmentParty {
  PURCHASER = 'PURCHASER',
  SUPERVISOR = 'SUPERVISOR',
  MENTORING_CENTRE = 'MENTORING_CENTRE',
  THIRD_PARTY = 'THIRD_PARTY',
  /** 另设的评分方: without an account, so its score is entered from paper. */
  OTHER = 'OTHER',
}

/** The parties that score for themselves, in their order in a report. */
export const PARTIES = [
  AssessmentParty.PURCHASER,
  AssessmentParty.SUPERVISOR,
  AssessmentParty.MENTORING_CENTRE,
  AssessmentParty.THIRD_PARTY,
] as const;
export type ScoringParty = (typeof PARTIES)[number];

/** 进行中, 已结束, 已取消 */
export enum AssessmentState {
  OPEN = 'OPEN',
  CLOSED = 'CLOSED',
  CANCELLED = 'CANCELLED',
}

/** 优秀, 良好, 合格, 不合格 */
export enum Grade {
  EXCELLENT = 'EXCELLENT',
  GOOD = 'GOOD',
  QUALIFIED = 'QUALIFIED',
  UNQUALIFIED = 'UNQUALIFIED',
}

/** 优点 or 关注问题 */
export enum FindingKind {
  STRENGTH = 'STRENGTH',
  CONCERN = 'CONCERN',
}

/** What a finding is about. */
export enum FindingSection {
  MANAGEMENT = 'MANAGEMENT',
  OVERALL = 'OVERALL',
  ZONE = 'ZONE',
  POINT = 'POINT',
}

/** State of a concern and the response to it. */
export enum FindingState {
  OPEN = 'OPEN',
  ANSWERED = 'ANSWERED',
  ACCEPTED = 'ACCEPTED',
  SENT_BACK = 'SENT_BACK',
}
