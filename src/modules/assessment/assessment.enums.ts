/** 中期评估 or 末期评估 */
export enum AssessmentKind {
  MIDTERM = 'MIDTERM',
  FINAL = 'FINAL',
}

/** 评估主体: who scores. */
export enum AssessmentParty {
  PURCHASER = 'PURCHASER',
  SUPERVISOR = 'SUPERVISOR',
  MENTORING_CENTRE = 'MENTORING_CENTRE',
  THIRD_PARTY = 'THIRD_PARTY',
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

/** How far the answer to a concern has come. */
export enum FindingState {
  OPEN = 'OPEN',
  ANSWERED = 'ANSWERED',
  ACCEPTED = 'ACCEPTED',
  SENT_BACK = 'SENT_BACK',
}

/** What an assessment is based on. */
export enum BasisReport {
  COMPLETION = 'COMPLETION',
  STAFFING = 'STAFFING',
  FUNDING = 'FUNDING',
}
