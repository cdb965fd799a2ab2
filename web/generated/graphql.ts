/* eslint-disable */
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { DocumentTypeDecoration } from '@graphql-typed-document-node/core';
/** A strength or a concern, recorded for your own party. */
export type AddFindingInput = {
  assessmentId: string | number;
  /** 整改期限 of a concern, from today on. */
  dueOn?: string | null | undefined;
  /** 幂等键: client-generated, at most 200 characters. When your organisation repeats the call in this agreement with the same key and content, it returns the current state of what the first call wrote and changes nothing; the same key with other content is refused (IDEMPOTENCY_KEY_REUSED). */
  idempotencyKey?: string | null | undefined;
  kind: FindingKind;
  pointId?: string | number | null | undefined;
  /** What it is about: 管理 or 总体; a zone or a point is named by its id instead. */
  section?: FindingSection | null | undefined;
  /** At most 2,000 characters. */
  text: string;
  zoneId?: string | number | null | undefined;
};

/** An organisation and its first administrator. A purchaser requires a district; the bureau of the city has none. */
export type AddOrganisationInput = {
  administratorEmail: string;
  administratorName: string;
  districtCode?: string | null | undefined;
  kind: OrganisationKind;
  name: string;
  shortName?: string | null | undefined;
};

/** A text, evidence, or both. */
export type AddRemarkInput = {
  /** 佐证: a link or the number of a document, at most 500 characters in one line. */
  evidence?: string | null | undefined;
  /** 幂等键: client-generated, at most 200 characters. When your organisation repeats the call in this agreement with the same key and content, it returns the current state of what the first call wrote and changes nothing; the same key with other content is refused (IDEMPOTENCY_KEY_REUSED). */
  idempotencyKey?: string | null | undefined;
  /** What it is about: a service record, or a month. */
  subjectId: string | number;
  /** At most 2,000 characters. Must not contain names of clients. */
  text?: string | null | undefined;
};

/** 返岗: a further spell on post. */
export type AddStaffSpellInput = {
  employedFrom: string;
  /** Last day on post. */
  employedTo?: string | null | undefined;
  /** 幂等键: client-generated, at most 200 characters. When your organisation repeats the call in this agreement with the same key and content, it returns the current state of what the first call wrote and changes nothing; the same key with other content is refused (IDEMPOTENCY_KEY_REUSED). */
  idempotencyKey?: string | null | undefined;
  memberId: string | number;
};

/**
 * 协议状态. Registered by the operator or the purchaser an agreement is PROPOSED until the other party, or the bureau of the district or the city, confirms it; registered by a bureau it is CONFIRMED at once.
 * Only a confirmed agreement takes the station's days, takes records, money and assessments, and counts in overviews, analytics, rankings, exports and BI views. DECLINED, WITHDRAWN and VOID ones stay readable and count nowhere; a proposal lapses after 180 days, as if withdrawn.
 */
export type AgreementState =
  | 'CONFIRMED'
  | 'DECLINED'
  | 'PROPOSED'
  | 'VOID'
  | 'WITHDRAWN';

/** 协议步骤. PARTY_CONFIRMED: one of the two parties confirmed what a bureau proposed. AMENDMENT_PROPOSED of a bureau is in force at once; AMENDMENT_ACKNOWLEDGED and AMENDMENT_OBJECTED: what a party says to it. */
export type AgreementStep =
  | 'AMENDMENT_ACKNOWLEDGED'
  | 'AMENDMENT_CONFIRMED'
  | 'AMENDMENT_DECLINED'
  | 'AMENDMENT_OBJECTED'
  | 'AMENDMENT_PROPOSED'
  | 'AMENDMENT_WITHDRAWN'
  | 'CONFIRMED'
  | 'DECLINED'
  | 'PARTY_CONFIRMED'
  | 'PROPOSED'
  | 'REVISED'
  | 'VOID'
  | 'WITHDRAWN';

/** 片区, 社工点 or 项目. id null: a new part. close: from the day of the amendment on. zoneId, for points: the zone it belongs to from then on. kind and domain, for new projects. */
export type AmendPartInput = {
  close?: boolean | null | undefined;
  domain?: ServiceDomain | null | undefined;
  id?: string | number | null | undefined;
  kind?: ProjectKind | null | undefined;
  name?: string | null | undefined;
  zoneId?: string | number | null | undefined;
};

/** 项目期. id null: a new term; what is left out stays. */
export type AmendTermInput = {
  endsOn?: string | null | undefined;
  id?: string | number | null | undefined;
  name?: string | null | undefined;
  startsOn?: string | null | undefined;
};

/** 对民政部门变更的答复: 知悉 or 异议. */
export type AmendmentAnswerKind =
  | 'ACKNOWLEDGED'
  | 'OBJECTED';

/** 变更类别. EARLY_END: 提前终止, the last day is earlier than before. */
export type AmendmentKind =
  | 'CHANGE'
  | 'EARLY_END';

/** 变更状态 */
export type AmendmentState =
  | 'CONFIRMED'
  | 'DECLINED'
  | 'PROPOSED'
  | 'WITHDRAWN';

/** 分析维度: 区, 承接机构, 社工站, 片区, 项目, 指标, 月份. */
export type AnalyticsDimension =
  | 'DISTRICT'
  | 'INDICATOR'
  | 'MONTH'
  | 'OPERATOR'
  | 'PROJECT'
  | 'STATION'
  | 'ZONE';

/** What to sum, over which whole months, within your scope. */
export type AnalyticsInput = {
  /** endCursor of the previous page. */
  after?: string | null | undefined;
  districtCodes?: Array<string> | null | undefined;
  /** Page size, 1 to 1,000. */
  first?: number | null | undefined;
  from: string;
  /** Dimensions to group by. Rows are always split by indicator and measure as well, since their quantities cannot be summed. */
  groupBy: Array<AnalyticsDimension>;
  /** Filter by indicator codes. */
  indicators?: Array<string> | null | undefined;
  /** Filter; an id outside your scope matches nothing. */
  operatorIds?: Array<string | number> | null | undefined;
  /** Filter; an id outside your scope matches nothing. */
  stationIds?: Array<string | number> | null | undefined;
  /** Last month, inclusive; at most 120 months in all. */
  to: string;
};

/** 写入导入: digest is that of the preview that was looked at. */
export type ApplyImportInput = {
  digest: string;
  importId: string | number;
  /** PUBLISHED_FIGURES is compared, never written. */
  parts: Array<ImportPart>;
  /** Leaves faulty rows out; without it an import that has any is refused. */
  skipFaultyRows?: boolean | null | undefined;
};

/** All given conditions must hold. */
export type AssessmentFilter = {
  districtCode?: string | null | undefined;
  kind?: AssessmentKind | null | undefined;
  /** 已评, 待评: whether the score of your own party is in; of the assessments that your party scores alone. */
  scored?: boolean | null | undefined;
  states?: Array<AssessmentState> | null | undefined;
};

/** 中期评估 or 末期评估. */
export type AssessmentKind =
  | 'FINAL'
  | 'MIDTERM';

/** 评估主体: 购买方, 监督方 (the district bureau), 市督导中心, 第三方; OTHER: 另设的评分方, scored from paper. */
export type AssessmentParty =
  | 'MENTORING_CENTRE'
  | 'OTHER'
  | 'PURCHASER'
  | 'SUPERVISOR'
  | 'THIRD_PARTY';

/** 进行中, 已结束 or 已取消. A cancelled one stays readable and counts nowhere. */
export type AssessmentState =
  | 'CANCELLED'
  | 'CLOSED'
  | 'OPEN';

/** 操作: what was done, as the audit log names it. */
export type AuditAction =
  | 'ADMINISTRATOR_NAMED'
  | 'ADMINISTRATOR_NAMED_BY_PLATFORM'
  | 'ADMINISTRATOR_RESET_BY_PLATFORM'
  | 'ADMINISTRATOR_RESET_CONFIRMED'
  | 'ADMINISTRATOR_RESET_REQUESTED'
  | 'ADMINISTRATOR_RESET_STOPPED'
  | 'ADMINISTRATOR_RESET_TAKEN'
  | 'AGREEMENT_CONFIRMED'
  | 'AGREEMENT_DECLINED'
  | 'AGREEMENT_REGISTERED'
  | 'AGREEMENT_RENEWED'
  | 'AGREEMENT_VOIDED'
  | 'AMENDMENT_ACKNOWLEDGED'
  | 'AMENDMENT_ANSWERED'
  | 'AMENDMENT_CONFIRMED'
  | 'AMENDMENT_DECLINED'
  | 'AMENDMENT_OBJECTED'
  | 'AMENDMENT_PROPOSED'
  | 'AMENDMENT_WITHDRAWN'
  | 'ASSESSMENT_CANCELLED'
  | 'ASSESSMENT_CLOSED'
  | 'ASSESSMENT_MOVED'
  | 'ASSESSMENT_OPENED'
  | 'ASSESSMENT_SCORED'
  | 'ASSESSOR_REPLACED'
  | 'ASSESSOR_REQUESTED'
  | 'BI_LOGIN_GRANTED'
  | 'BI_LOGIN_REVOKED'
  | 'BUDGET_SET'
  | 'CONTRACT_RECORDED'
  | 'CYCLE_CORRECTED'
  | 'CYCLE_REGISTERED'
  | 'EVALUATION_CLOSED'
  | 'EVALUATION_CREATED'
  | 'EVALUATION_SCORED'
  | 'EVALUATION_VOIDED'
  | 'EXPENDITURE_RECORDED'
  | 'EXPENDITURE_REVERSED'
  | 'EXPORT_READ'
  | 'FINDING_ADDED'
  | 'FINDING_ANSWERED'
  | 'FINDING_REVIEWED'
  | 'FINDING_WITHDRAWN'
  | 'FISCAL_BUDGET_SET'
  | 'FUNDING_SOURCES_SET'
  | 'IMPORT_APPLIED'
  | 'IMPORT_NAMES_MATCHED'
  | 'IMPORT_PREVIEWED'
  | 'IMPORT_UNDONE'
  | 'IMPORT_UPLOADED'
  | 'INVITATION_ACCEPTED'
  | 'INVITATION_REFUSED'
  | 'INVITATION_RENEWED'
  | 'KEY_CREATED'
  | 'KEY_REVOKED'
  | 'KEY_USED'
  | 'MAILS_CHOSEN'
  | 'MEMBERSHIP_ENDED'
  | 'MEMBER_CHANGED'
  | 'MEMBER_INVITED'
  | 'MEMBER_REMOVED'
  | 'MONTHS_DUE_DAY_SET'
  | 'MONTH_ACCEPTED'
  | 'MONTH_HANDED_IN'
  | 'MONTH_KEPT'
  | 'MONTH_RECALLED'
  | 'MONTH_SENT_BACK'
  | 'ORGANISATION_ADDED'
  | 'ORGANISATION_RENAMED'
  | 'PAPER_SCORE_ENTERED'
  | 'PASSWORD_CHANGED'
  | 'PASSWORD_REFUSED'
  | 'PASSWORD_RESET'
  | 'PASSWORD_RESET_ISSUED'
  | 'PASSWORD_RESET_REFUSED'
  | 'PASSWORD_RESET_REQUESTED'
  | 'PAYMENT_RECORDED'
  | 'PAYMENT_REVERSED'
  | 'PROPOSAL_REVISED'
  | 'PROPOSAL_WITHDRAWN'
  | 'READ'
  | 'RECEIPT_RECORDED'
  | 'RECEIPT_REVERSED'
  | 'RECORD_CORRECTED'
  | 'RECORD_VOIDED'
  | 'REFRESH_REFUSED'
  | 'REFUSED'
  | 'REMARK_ADDED'
  | 'REPORT_AUDITED'
  | 'REPORT_PUBLISHED'
  | 'SCHEME_SET'
  | 'SCORES_UNSEALED'
  | 'SERVICES_RECORDED'
  | 'SESSION_REFRESHED'
  | 'SIGNED_IN'
  | 'SIGNED_OUT'
  | 'SIGN_IN_FAILED'
  | 'STAFFING_PARAMETERS_SET'
  | 'STAFF_CERTIFICATES_SET'
  | 'STAFF_CHANGED'
  | 'STAFF_ENROLLED'
  | 'STAFF_PAY_RECORDED'
  | 'STAFF_SPELL_ADDED'
  | 'STAFF_SPELL_CHANGED'
  | 'STAFF_SPELL_REMOVED'
  | 'STAFF_VOIDED'
  | 'STAFF_ZONES_SET'
  | 'STATION_RENAMED'
  | 'SURVEY_CORRECTED'
  | 'SURVEY_RECORDED'
  | 'SURVEY_VOIDED'
  | 'TARGETS_SET'
  | 'TIE_DECLARED'
  | 'WEBHOOK_CHANGED'
  | 'WEBHOOK_REDELIVERED'
  | 'WEBHOOK_REGISTERED'
  | 'WEBHOOK_REMOVED';

/** Entries must match every condition given. */
export type AuditFilter = {
  /** Value of AuditEntry.action. */
  action?: string | null | undefined;
  /** First day, inclusive, in Asia/Shanghai. */
  from?: string | null | undefined;
  memberId?: string | number | null | undefined;
  /** 结果: done or refused. */
  outcome?: AuditOutcome | null | undefined;
  /** Id of the object, or of an agreement that was read. */
  thingId?: string | number | null | undefined;
  /** Last day, inclusive, in Asia/Shanghai. */
  to?: string | null | undefined;
};

/** 结果: whether what the entry is about was done or refused. */
export type AuditOutcome =
  | 'DONE'
  | 'REFUSED';

/** A published report to be compared with the records: a file, figures that are typed, or both. */
export type AuditReportInput = {
  agreementId: string | number;
  /** 核对时点: the records as they were at this moment, now by default. An earlier one is for those who read single records; targets are those in force on the last day. */
  asOf?: string | null | undefined;
  /** At most 1,000. */
  figures?: Array<PublishedFigureInput> | null | undefined;
  /** The first day that the report is of; a day of the agreement. */
  from: string;
  /** 幂等键: client-generated, at most 200 characters. When your organisation repeats the call in this agreement with the same key and content, it returns the current state of what the first call wrote and changes nothing; the same key with other content is refused (IDEMPOTENCY_KEY_REUSED). */
  idempotencyKey?: string | null | undefined;
  /** 附件1 that the operator has uploaded. */
  importId?: string | number | null | undefined;
  /** Of the report, at most 200 characters. */
  title: string;
  /** The last one. */
  to: string;
};

/** 报告: completion, staffing, funding, the spending of a month, satisfaction: what is kept of them when a month is handed in, an assessment closed or a report published. */
export type BasisReport =
  | 'COMPLETION'
  | 'FUNDING'
  | 'SATISFACTION'
  | 'SPENDING'
  | 'STAFFING';

/** 预算科目. amount: above 0, at most two decimals, CNY. */
export type BudgetLineInput = {
  amount: string;
  /** At most 100 characters, unique within the budget; not 未列预算. */
  category: string;
};

/** Identifies a figure of a completion table or an analytics row. Conditions are combined with AND; an id outside the scope of the viewer matches nothing. */
export type CellInput = {
  agreementId?: string | number | null | undefined;
  districtCode?: string | null | undefined;
  from: string;
  indicator: string;
  measure: string;
  operatorId?: string | number | null | undefined;
  projectId?: string | number | null | undefined;
  stationId?: string | number | null | undefined;
  to: string;
  zoneId?: string | number | null | undefined;
};

/** 职业水平证书. passedOn null: passed before the agreement began. */
export type CertificateInput = {
  level: CertificateLevel;
  /** 证书通过日 */
  passedOn?: string | null | undefined;
};

/** 社会工作者职业水平证书: 助理社会工作师, 社会工作师（中级）, 高级社会工作师. */
export type CertificateLevel =
  | 'ASSISTANT'
  | 'INTERMEDIATE'
  | 'SENIOR';

/** Omitted fields are unchanged. stationIds: null removes the limit. */
export type ChangeMemberInput = {
  displayName?: string | null | undefined;
  memberId: string | number;
  /** 可登记经费: lets a MANAGER of an operator record and reverse receipts and expenditures, or no longer. It ends with the role. */
  recordsMoney?: boolean | null | undefined;
  role?: MemberRole | null | undefined;
  stationIds?: Array<string | number> | null | undefined;
};

/** Changing the password ends all your other sessions. */
export type ChangePasswordInput = {
  /** At least 12 characters, and not a common password. */
  newPassword: string;
  oldPassword: string;
};

/** Omitted fields remain unchanged. kind is a correction: it applies to all days, including past ones. */
export type ChangeStaffMemberInput = {
  /** 幂等键: client-generated, at most 200 characters. When your organisation repeats the call in this agreement with the same key and content, it returns the current state of what the first call wrote and changes nothing; the same key with other content is refused (IDEMPOTENCY_KEY_REUSED). */
  idempotencyKey?: string | null | undefined;
  kind?: StaffKind | null | undefined;
  memberId: string | number;
  name?: string | null | undefined;
  position?: string | null | undefined;
  practisingSince?: string | null | undefined;
};

/** 离岗: set employedTo. Omitted fields remain unchanged; employedTo null reopens the spell. */
export type ChangeStaffSpellInput = {
  employedFrom?: string | null | undefined;
  /** Last day on post. */
  employedTo?: string | null | undefined;
  /** 幂等键: client-generated, at most 200 characters. When your organisation repeats the call in this agreement with the same key and content, it returns the current state of what the first call wrote and changes nothing; the same key with other content is refused (IDEMPOTENCY_KEY_REUSED). */
  idempotencyKey?: string | null | undefined;
  spellId: string | number;
};

/** Omitted fields are unchanged. */
export type ChangeWebhookInput = {
  events?: Array<WebhookEvent> | null | undefined;
  id: string | number;
  /** 启用或停用: what waits is sent once it is on again. */
  isOn?: boolean | null | undefined;
  url?: string | null | undefined;
};

/** 更正承接周期: what is left out stays. */
export type CorrectContractCycleInput = {
  amount?: string | null | undefined;
  endsOn?: string | null | undefined;
  id: string | number;
  procurementNumber?: string | null | undefined;
  startsOn?: string | null | undefined;
};

/** The complete corrected survey; it replaces the given one, which becomes void. */
export type CorrectSatisfactionInput = {
  /** 回收份数: how many of them answered. */
  answered?: number | null | undefined;
  /** 发放份数: number of clients asked, at most 1,000,000. */
  asked?: number | null | undefined;
  id: string | number;
  /** 幂等键: client-generated, at most 200 characters. When your organisation repeats the call in this agreement with the same key and content, it returns the current state of what the first call wrote and changes nothing; the same key with other content is refused (IDEMPOTENCY_KEY_REUSED). */
  idempotencyKey?: string | null | undefined;
  method: SatisfactionMethod;
  /** At most 2,000 characters. */
  note?: string | null | undefined;
  /** 更正原因: at most 500 characters. */
  reason: string;
  /** 上报满意率: instead of the three counts, if the source gives only a percent. */
  reportedPercent?: string | null | undefined;
  /** 满意份数: how many of those who answered were satisfied. */
  satisfied?: number | null | undefined;
  /** 调查日期: not before the agreement and not in the future. */
  surveyedOn: string;
};

/** Omitted fields remain unchanged; null clears a location or note. quantities replaces all quantities. */
export type CorrectServiceRecordInput = {
  /** The revision last read, for optimistic locking: fails with STALE_REVISION if the record has changed since. */
  expectedRevision: number;
  id: string | number;
  /** 幂等键: client-generated, at most 200 characters. When your organisation repeats the call in this agreement with the same key and content, it returns the current state of what the first call wrote and changes nothing; the same key with other content is refused (IDEMPOTENCY_KEY_REUSED). */
  idempotencyKey?: string | null | undefined;
  note?: string | null | undefined;
  occurredOn?: string | null | undefined;
  pointId?: string | number | null | undefined;
  projectId?: string | number | null | undefined;
  quantities?: Array<QuantityInput> | null | undefined;
  /** 更正原因 */
  reason: string;
  zoneId?: string | number | null | undefined;
};

/** A key can read what its organisation may read, or a part of it. */
export type CreateApiKeyInput = {
  /** Last day on which the key works; null: until revoked. */
  expiresOn?: string | null | undefined;
  /** Purpose of the key, e.g. 市民政局 BI 夜间同步. */
  name: string;
  /** Stations the key is limited to; null: no limit. */
  stationIds?: Array<string | number> | null | undefined;
};

/** The evaluation with its whole tree. The tree cannot be changed later: void a wrong evaluation and create another. */
export type CreateEvaluationInput = {
  agreementId: string | number;
  /** 预算年度: a calendar year of the agreement, if the evaluation covers one. */
  fiscalYear?: number | null | undefined;
  /** 1 to 20; their weights sum to 100. */
  groups: Array<EvaluationGroupInput>;
  /** 幂等键: client-generated, at most 200 characters. When your organisation repeats the call in this agreement with the same key and content, it returns the current state of what the first call wrote and changes nothing; the same key with other content is refused (IDEMPOTENCY_KEY_REUSED). */
  idempotencyKey?: string | null | undefined;
  /** At most 200 characters, unique among the evaluations of your organisation for the agreement. */
  name: string;
};

/** 失败原因: why the last attempt has failed. */
export type DeliveryFailure =
  /** 地址不允许: its name leads to a private address. */
  | 'ADDRESS_NOT_ALLOWED'
  /** 证书不受信任: the certificate is not valid for its name. */
  | 'BAD_CERTIFICATE'
  /** 无法连接: its name is unknown, or nothing listens there. */
  | 'NO_CONNECTION'
  /** 接收方未接受: the answer had another status than 2xx. */
  | 'REFUSED'
  /** 超时: no answer within ten seconds. */
  | 'TIMEOUT';

/** 推送状态: whether a delivery has arrived. */
export type DeliveryState =
  /** 已送达: the receiver has answered with a status of 2xx. */
  | 'DELIVERED'
  /** 已放弃: it has failed for five days while others arrived. Send it again by hand. */
  | 'GIVEN_UP'
  /** 待推送: it is, or will again be, tried. */
  | 'WAITING';

/** At most 100 members per call. Atomic. */
export type EnrolStaffInput = {
  agreementId: string | number;
  /** 幂等键: client-generated, at most 200 characters. When your organisation repeats the call in this agreement with the same key and content, it returns the current state of what the first call wrote and changes nothing; the same key with other content is refused (IDEMPOTENCY_KEY_REUSED). */
  idempotencyKey?: string | null | undefined;
  members: Array<StaffMemberInput>;
};

/** A score that a party gave on paper: of a party without an account at any time, of another one that is missing from 30 days after the last day on. */
export type EnterPaperScoreInput = {
  assessmentId: string | number;
  /** Where the scheme lists sub-scores: all of them, which add up to the score. */
  items?: Array<SubScoreInput> | null | undefined;
  /** Of OTHER: which one, by its name in the scheme. */
  name?: string | null | undefined;
  party: AssessmentParty;
  /** Which paper, and why it is entered by the bureau. At most 500 characters. */
  reason: string;
  score: string;
};

/** 一级指标: with items that sum to its weight, or without items, in which case it is scored itself. */
export type EvaluationGroupInput = {
  /** At most 30; their weights sum to that of the group. */
  items?: Array<EvaluationItemInput> | null | undefined;
  /** At most 200 characters, unique within the evaluation. */
  name: string;
  /** 权重: greater than 0, at most two decimals. */
  weight: string;
};

/** 指标 of a group, scored individually. */
export type EvaluationItemInput = {
  /** At most 200 characters, unique within its group. */
  name: string;
  /** 权重: greater than 0, at most two decimals. */
  weight: string;
};

/** 自评主体: 承接机构 or 购买方, each evaluating itself. */
export type EvaluationParty =
  | 'OPERATOR'
  | 'PURCHASER';

/** 得分 of one leaf, with its evidence. */
export type EvaluationScoreInput = {
  /** 评分依据: at most 4,000 characters. */
  evidence?: string | null | undefined;
  /** The revision that you read, 0 for none. Refused if the leaf has been scored since. */
  expectedRevision?: number | null | undefined;
  /** An item, or a group without items. */
  itemId: string | number;
  /** From 0 to the weight, at most two decimals. */
  score: string;
};

/** 问题等级. */
export type FaultSeverity =
  /** 错误: the row is not understood. */
  | 'ERROR'
  /** 说明: nothing is wrong. */
  | 'NOTE'
  /** 提醒: the row is, and should be looked at. */
  | 'WARNING';

/** 协议量, 完成量, 完成率. */
export type FigureKind =
  | 'COMPLETED'
  | 'PERCENT'
  | 'TARGET';

/** 取舍方式: half up (四舍五入) or truncated (舍去) to as many decimals. */
export type FigureRounding =
  | 'HALF_UP_0'
  | 'HALF_UP_1'
  | 'HALF_UP_2'
  | 'TRUNCATED_0'
  | 'TRUNCATED_1'
  | 'TRUNCATED_2';

/** 与记录核对: a printed figure against the records. ROUNDED_DOWN, ROUNDED_TO_INTEGER, ROUNDED_HALF_UP: the same figure, printed in another way. */
export type FigureVerdict =
  /** 不一致. */
  | 'DIFFERENT'
  /** 一致. */
  | 'EQUAL'
  /** 报告中没有. */
  | 'NOT_IN_REPORT'
  /** 记录中没有. */
  | 'NOT_RECORDED'
  /** 舍去尾数: 115 % of 115.56. */
  | 'ROUNDED_DOWN'
  /** 四舍五入到其他位数: 75.5 % of 75.49, 47.8万 of 477,900. */
  | 'ROUNDED_HALF_UP'
  /** 四舍五入到整数: 116 % of 115.56. */
  | 'ROUNDED_TO_INTEGER';

/** All given conditions must hold. */
export type FindingFilter = {
  districtCode?: string | null | undefined;
  kind?: FindingKind | null | undefined;
  /** True: those that your own party may review; false: all others. */
  own?: boolean | null | undefined;
  /** Of concerns: OPEN and SENT_BACK wait for the operator, ANSWERED for the party that raised it. */
  states?: Array<FindingState> | null | undefined;
};

/** 优点 or 关注问题. */
export type FindingKind =
  | 'CONCERN'
  | 'STRENGTH';

/** 管理, 总体, or a zone (片区) or point (社工点). */
export type FindingSection =
  | 'MANAGEMENT'
  | 'OVERALL'
  | 'POINT'
  | 'ZONE';

/** 整改状态: a concern is open, then answered by the operator, then accepted or sent back by the party that raised it. */
export type FindingState =
  | 'ACCEPTED'
  | 'ANSWERED'
  | 'OPEN'
  | 'SENT_BACK';

/** 资金来源: 市级 or 区级财政. */
export type FundingLevel =
  | 'CITY'
  | 'DISTRICT';

/** 资金来源 */
export type FundingSourceInput = {
  amount: string;
  level: FundingLevel;
};

/** 提示: accepted, but should be reviewed. */
export type FundingWarningCode =
  | 'BUDGET_ABOVE_FEE'
  | 'PAID_ABOVE_BUDGET'
  | 'RECEIVED_ABOVE_DUE'
  | 'RECEIVED_AFTER_END'
  | 'RECEIVED_BEFORE_RELEASE'
  | 'SOURCES_NOT_FEE'
  | 'SPENT_ABOVE_BUDGET'
  | 'SPENT_ABOVE_FEE'
  | 'SPENT_OUTSIDE_AGREEMENT'
  | 'SPENT_WITHOUT_BUDGET';

/** 优秀 from 90; 良好 from 80; 合格 from 60; 不合格 below: the standard bands, where the scheme of the assessment has no others. */
export type Grade =
  | 'EXCELLENT'
  | 'GOOD'
  | 'QUALIFIED'
  | 'UNQUALIFIED';

/** Lower bounds of the grades, each below the one before. */
export type GradeBandsInput = {
  excellentFrom: string;
  goodFrom: string;
  qualifiedFrom: string;
};

/** 名称匹配: what a name in the file stands for. */
export type ImportNameInput = {
  /** Of an indicator its code; null: forget the choice. */
  id?: string | number | null | undefined;
  kind: ImportNameKind;
  /** As the file has it. */
  text: string;
};

/** 名称种类: what a name in a file stands for. */
export type ImportNameKind =
  /** 指标 */
  | 'INDICATOR'
  /** 社工点 */
  | 'POINT'
  /** 项目 */
  | 'PROJECT'
  /** 片区 */
  | 'ZONE';

/** 导入内容: what of a form is written by itself. */
export type ImportPart =
  /** 完成量和百分比, of 附件1: compared with the records, never written. */
  | 'PUBLISHED_FIGURES'
  /** 服务记录, the rows of a log. */
  | 'SERVICE_RECORDS'
  /** 人员, of 附件2. */
  | 'STAFF'
  /** 协议量, of 附件1. */
  | 'TARGETS';

/** 导入状态. */
export type ImportState =
  /** 已写入. */
  | 'APPLIED'
  /** 已过期: not applied, and the file is gone after 30 days. */
  | 'EXPIRED'
  /** 可写入. */
  | 'READY'
  /** 无可写入: all rows are faulty, ignored or recorded already. */
  | 'REFUSED'
  /** 已撤销. */
  | 'UNDONE';

/** 付款条件: at signing, or after a midterm or final assessment graded 合格 or better. */
export type InstalmentCondition =
  | 'FINAL_QUALIFIED'
  | 'MIDTERM_QUALIFIED'
  | 'SIGNING';

/** A share of the annual fee, e.g. 0.55. The shares sum to 1. */
export type InstalmentInput = {
  condition: InstalmentCondition;
  share: string;
};

/** The person to invite into your own organisation. */
export type InviteMemberInput = {
  displayName: string;
  email: string;
  /** 可登记经费: lets a MANAGER of an operator record and reverse receipts and expenditures. */
  recordsMoney?: boolean | null | undefined;
  role: MemberRole;
  /** Stations that a manager, worker or viewer is limited to; null: no limit. */
  stationIds?: Array<string | number> | null | undefined;
};

/** At most 500 names. */
export type MatchImportNamesInput = {
  importId: string | number;
  names: Array<ImportNameInput>;
};

/** 成员角色, in descending order: each includes the permissions of the next. */
export type MemberRole =
  /** 管理员: agreements, targets, budget, members. */
  | 'ADMIN'
  /** 站长/主管: corrections of records by others, staff, responses to findings; receipts and expenditures where the administrator lets it. */
  | 'MANAGER'
  /** 查看者: read-only. */
  | 'VIEWER'
  /** 社工: service records. */
  | 'WORKER';

/** 月报状态: 未报送, 已报送, 已接受, 已退回. While a month is HANDED_IN or ACCEPTED nothing is recorded, corrected or voided in it. */
export type MonthState =
  | 'ACCEPTED'
  | 'HANDED_IN'
  | 'OPEN'
  | 'SENT_BACK';

/** Other days of an open assessment; what is left out stays as it is. */
export type MoveAssessmentInput = {
  assessmentId: string | number;
  from?: string | null | undefined;
  /** 现场评估日 */
  onsiteOn?: string | null | undefined;
  to?: string | null | undefined;
};

/** The person to invite as another administrator of an organisation, and why. */
export type NameAdministratorInput = {
  displayName: string;
  email: string;
  organisationId: string | number;
  /** At most 500 characters; the organisation reads it. */
  reason: string;
};

/** 协议量, by the names of its term, zone and project. */
export type NamedTargetInput = {
  /** Code of an indicator of the catalogue. */
  indicator: string;
  /** Code of one of its measures. */
  measure: string;
  project?: string | null | undefined;
  term: string;
  value: string;
  zone?: string | null | undefined;
};

/** A station that is not in the directory yet. */
export type NewStationInput = {
  /** 行政区代码: the code of one of `districts`. */
  districtCode: string;
  /** 社工站名称: unique within the district. */
  name: string;
  /** 街道 or 镇 */
  street: string;
};

/** The assessment to open; its days must lie within the agreement. */
export type OpenAssessmentInput = {
  agreementId: string | number;
  /** An assessor that has no declared tie to the operator (回避). */
  assessorId: string | number;
  from: string;
  kind: AssessmentKind;
  /** 现场评估日: not before the first day assessed. */
  onsiteOn?: string | null | undefined;
  to: string;
};

/** The parties of a service agreement, and the platform itself. */
export type OrganisationKind =
  /** 第三方评估机构 */
  | 'ASSESSOR'
  /** 市督导中心 */
  | 'MENTORING_CENTRE'
  /** 承接机构: runs stations; the tenant. */
  | 'OPERATOR'
  /** 平台: maintains the directory, has no access to service data. */
  | 'PLATFORM'
  /** 购买方: the street office or town government that buys the service. */
  | 'PURCHASER'
  /** 监督方: the civil-affairs bureau of a district, or of the city when it has no district. */
  | 'SUPERVISOR';

/** domain: required for a BASIC project, not allowed for any other. */
export type ProjectInput = {
  domain?: ServiceDomain | null | undefined;
  kind: ProjectKind;
  name: string;
};

/** 113X 项目: 核心, 重点, 基础, 特色. */
export type ProjectKind =
  | 'BASIC'
  | 'CORE'
  | 'KEY'
  | 'SPECIAL';

/**
 * 协议变更. Only what is named changes; null is as left out, but for a target's value, which takes it away from that day on.
 * effectiveOn: any day of the agreement, past ones too. endsOn before its end ends it early and cuts its terms (effectiveOn: the day after, or earlier): refused while records or assessments lie after it. A zone, point or project is closed from a day, never deleted; its past stays.
 */
export type ProposeAmendmentInput = {
  agreementId: string | number;
  /** Terms need not cover every day of the agreement. */
  allowGaps?: boolean | null | undefined;
  annualFee?: string | null | undefined;
  /** 文号. A bureau names one. */
  documentNumber?: string | null | undefined;
  effectiveOn: string;
  endsOn?: string | null | undefined;
  /** 幂等键: client-generated, at most 200 characters. When your organisation repeats the call in this agreement with the same key and content, it returns the current state of what the first call wrote and changes nothing; the same key with other content is refused (IDEMPOTENCY_KEY_REUSED). */
  idempotencyKey?: string | null | undefined;
  /** All instalments from that day on; the shares sum to 1. */
  instalments?: Array<InstalmentInput> | null | undefined;
  points?: Array<AmendPartInput> | null | undefined;
  projects?: Array<AmendPartInput> | null | undefined;
  reason: string;
  requiredCertifiedShare?: string | null | undefined;
  requiredPosts?: string | null | undefined;
  targets?: Array<TargetInput> | null | undefined;
  terms?: Array<AmendTermInput> | null | undefined;
  zones?: Array<AmendPartInput> | null | undefined;
};

/** What is published of an agreement: the reports of these days. */
export type PublishReportInput = {
  agreementId: string | number;
  /** A day of the agreement. */
  from: string;
  /** 幂等键: client-generated, at most 200 characters. When your organisation repeats the call in this agreement with the same key and content, it returns the current state of what the first call wrote and changes nothing; the same key with other content is refused (IDEMPOTENCY_KEY_REUSED). */
  idempotencyKey?: string | null | undefined;
  kind?: ReportKind | null | undefined;
  /** 替代: an earlier report of the agreement which this one replaces from now on. */
  supersedesId?: string | number | null | undefined;
  /** At most 200 characters. */
  title: string;
  /** A day of the agreement, not before from. */
  to: string;
};

/** 报告中的数字: one figure as it is printed. Either indicator and measure, or in words what the catalogue lacks. */
export type PublishedFigureInput = {
  indicator?: string | null | undefined;
  kind: FigureKind;
  measure?: string | null | undefined;
  /** 其他内容: what the catalogue lacks, at most 100 characters. Checked inside the report alone. */
  subject?: string | null | undefined;
  /** As printed: 522, 5,220人次, 约115%, 47.83万元; “/” where there is none. */
  value: string;
  /** 出处, at most 100 characters: 附件1-1 D9, 六（二）2 第3行. */
  where: string;
  /** 片区; null in total. */
  zoneId?: string | number | null | undefined;
};

/** Only 元 and 小时 take decimals, at most two. */
export type QuantityInput = {
  measure: string;
  value: string;
};

/** 排名依据: 完成量 or 完成率. */
export type RankingBasis =
  /** 完成量 */
  | 'COMPLETED'
  /** 完成率; stations without a target have no rank and are listed last. */
  | 'PERCENT';

/** 资金收回 rule, e.g. share 0.8 by 31 August: otherwise the treasury recalls the rest. */
export type RecallRuleInput = {
  /** A day of the fiscal year. */
  by: string;
  /** Above 0, at most 1, at most six decimals. */
  share: string;
};

/** 执行进度: status of a share that must be executed by a day. */
export type RecallState =
  /** The share has been executed. */
  | 'MET'
  /** The share was not executed by the end of the day; the rest is recalled. */
  | 'MISSED'
  /** The share has not been executed yet; the day is not over. */
  | 'OPEN'
  /** Depends on payments whose exact day is unknown. */
  | 'UNKNOWN';

/** What is known of the paper contract (纸质合同); what is left out stays as it is. */
export type RecordContractInput = {
  agreementId: string | number;
  /** 合同编号 */
  contractNumber?: string | null | undefined;
  /** 备案日期 */
  filedOn?: string | null | undefined;
  /** 公示日期 */
  publishedOn?: string | null | undefined;
  /** 签订日期 */
  signedOn?: string | null | undefined;
};

/** 支出记录, in a category of the current budget, or 未列预算 for spending that is in no budget line. Without any budget every category is accepted. */
export type RecordExpenditureInput = {
  agreementId: string | number;
  /** Above 0, at most 1,000,000,000, at most two decimals. */
  amount: string;
  /** At most 100 characters. */
  category: string;
  /** 幂等键: client-generated, at most 200 characters. When your organisation repeats the call in this agreement with the same key and content, it returns the current state of what the first call wrote and changes nothing; the same key with other content is refused (IDEMPOTENCY_KEY_REUSED). */
  idempotencyKey?: string | null | undefined;
  /** At most 2,000 characters. */
  note?: string | null | undefined;
  /** Not in the future. */
  spentOn: string;
};

/** 拨付记录: a payment by the street without a receipt. Must not duplicate a receipt: both would be counted. */
export type RecordPaymentInput = {
  agreementId: string | number;
  /** Above 0, at most 1,000,000,000, at most two decimals. */
  amount: string;
  /** The calendar year whose budget was used. */
  fiscalYear: number;
  /** 幂等键: client-generated, at most 200 characters. When your organisation repeats the call in this agreement with the same key and content, it returns the current state of what the first call wrote and changes nothing; the same key with other content is refused (IDEMPOTENCY_KEY_REUSED). */
  idempotencyKey?: string | null | undefined;
  /** At most 2,000 characters. */
  note?: string | null | undefined;
  /** null: the exact day within the year is unknown. */
  paidOn?: string | null | undefined;
};

/** 到账记录, on a day or, where only that is known, in a month. note: required if the receipts of the instalment exceed the amount due. */
export type RecordReceiptInput = {
  agreementId: string | number;
  /** Above 0, at most 1,000,000,000, at most two decimals. */
  amount: string;
  condition: InstalmentCondition;
  /** 幂等键: client-generated, at most 200 characters. When your organisation repeats the call in this agreement with the same key and content, it returns the current state of what the first call wrote and changes nothing; the same key with other content is refused (IDEMPOTENCY_KEY_REUSED). */
  idempotencyKey?: string | null | undefined;
  /** At most 2,000 characters. */
  note?: string | null | undefined;
  /** The day the street paid; determines the fiscal year. Default: the day, or the month, of the receipt. */
  paidOn?: string | null | undefined;
  /** 到账月份, where the day is not known; not in the future. It counts from the last day of the month. */
  receivedMonth?: string | null | undefined;
  /** Not in the future. Either this or receivedMonth. Without a note the amount is at most what is due of the instalment and not yet received, by the fee and the shares in force on this day or on a later one, whichever is more. */
  receivedOn?: string | null | undefined;
};

/** Either asked, answered and satisfied, or reportedPercent. */
export type RecordSatisfactionInput = {
  agreementId: string | number;
  /** 回收份数: how many of them answered. */
  answered?: number | null | undefined;
  /** 发放份数: number of clients asked, at most 1,000,000. */
  asked?: number | null | undefined;
  /** 幂等键: client-generated, at most 200 characters. When your organisation repeats the call in this agreement with the same key and content, it returns the current state of what the first call wrote and changes nothing; the same key with other content is refused (IDEMPOTENCY_KEY_REUSED). */
  idempotencyKey?: string | null | undefined;
  method: SatisfactionMethod;
  /** At most 2,000 characters. */
  note?: string | null | undefined;
  /** 上报满意率: instead of the three counts, if the source gives only a percent. */
  reportedPercent?: string | null | undefined;
  /** 满意份数: how many of those who answered were satisfied. */
  satisfied?: number | null | undefined;
  /** 调查日期: not before the agreement and not in the future. */
  surveyedOn: string;
};

/** At most 500 records. Atomic. */
export type RecordServicesInput = {
  agreementId: string | number;
  records: Array<ServiceRecordInput>;
};

/** At most 1,000 entries per call. Atomic. */
export type RecordStaffPayInput = {
  agreementId: string | number;
  entries: Array<StaffPayInput>;
};

/** An agreement with all its parts: terms, projects, zones, points and instalments. */
export type RegisterAgreementInput = {
  /** Terms need not cover every day of the agreement. */
  allowGaps?: boolean | null | undefined;
  annualFee?: string | null | undefined;
  /** A bureau may register a proposal, which both parties confirm. */
  asProposal?: boolean | null | undefined;
  /** 合同编号 */
  contractNumber?: string | null | undefined;
  /** 承接周期 of the same operator and purchaser. */
  cycleId?: string | number | null | undefined;
  /** Which year of the cycle it is, from 1 on. */
  cycleYear?: number | null | undefined;
  /** Last day of service, at most six years after the first. */
  endsOn: string;
  /** 幂等键: client-generated, at most 200 characters. When your organisation repeats the call for the same operator with the same key and content, it returns the current state of the agreement that the first call wrote and changes nothing; the same key with other content is refused (IDEMPOTENCY_KEY_REUSED). */
  idempotencyKey?: string | null | undefined;
  instalments?: Array<InstalmentInput> | null | undefined;
  newStation?: NewStationInput | null | undefined;
  operatorId: string | number;
  /** Points of a station that has no zones. */
  points?: Array<string> | null | undefined;
  projects?: Array<ProjectInput> | null | undefined;
  purchaserId: string | number;
  /** Share of the required posts to be held by certified social workers, e.g. 0.6. */
  requiredCertifiedShare?: string | null | undefined;
  requiredPosts?: string | null | undefined;
  serviceModel: ServiceModel;
  /** 签订日期 */
  signedOn?: string | null | undefined;
  startsOn: string;
  /** Id of an existing station; alternatively a new station in a district. */
  stationId?: string | number | null | undefined;
  /** What setTargets would set afterwards. In a revision, null leaves the targets as they are. */
  targets?: Array<NamedTargetInput> | null | undefined;
  terms: Array<TermInput>;
  zones?: Array<ZoneInput> | null | undefined;
};

/** 承接周期: a contract of several years, above the yearly agreements. */
export type RegisterContractCycleInput = {
  /** CNY, of all years. */
  amount: string;
  endsOn: string;
  operatorId: string | number;
  /** 采购编号: unique between operator and purchaser. */
  procurementNumber: string;
  purchaserId: string | number;
  startsOn: string;
};

/** Where to send which events. */
export type RegisterWebhookInput = {
  events: Array<WebhookEvent>;
  /** https:, of a public address, without user and password. Redirects are not followed. */
  url: string;
};

/** 机构更名: reports of earlier days keep the former name. */
export type RenameOrganisationInput = {
  /** The first day of the new name: not in the future, and after the first day of the present name. On that very day the name may be corrected. */
  from: string;
  /** At most 200 characters. No other of the district, or of the kind, may have or have had it. */
  name: string;
  organisationId: string | number;
  /** At most 500 characters. */
  reason: string;
  /** Omitted: unchanged; null: none. Without history. */
  shortName?: string | null | undefined;
};

/** 社工站更名: reports of earlier days keep the former name. */
export type RenameStationInput = {
  /** The first day of the new name: not in the future, and after the first day of the present name. On that very day the name may be corrected. */
  from: string;
  /** At most 200 characters. No other of the district, or of the kind, may have or have had it. */
  name: string;
  /** At most 500 characters. */
  reason: string;
  stationId: string | number;
};

/** 续签: what is left out is taken from the earlier agreement, as in force on its last day. Its terms move by whole months; the first begins and the last ends with the renewal. */
export type RenewAgreementInput = {
  /** The earlier agreement, confirmed. */
  agreementId: string | number;
  annualFee?: string | null | undefined;
  /** A bureau may register a proposal, which both parties confirm. */
  asProposal?: boolean | null | undefined;
  endsOn: string;
  /** 幂等键: client-generated, at most 200 characters. When your organisation repeats the call for the same operator with the same key and content, it returns the current state of the agreement that the first call wrote and changes nothing; the same key with other content is refused (IDEMPOTENCY_KEY_REUSED). */
  idempotencyKey?: string | null | undefined;
  /** Another operator: for the purchaser or a bureau. */
  operatorId?: string | number | null | undefined;
  /** Another purchaser, e.g. where streets merge. */
  purchaserId?: string | number | null | undefined;
  /** After the last day of the earlier agreement. */
  startsOn: string;
  /** Whether those still on post on the last day go with it: for the operator and the bureaus. Left out, only where the operator stays; a bureau may hand them to another operator (a takeover). */
  withRoster?: boolean | null | undefined;
  withTargets?: boolean | null | undefined;
};

/** Another assessor of an open assessment. */
export type ReplaceAssessorInput = {
  assessmentId: string | number;
  /** An assessor that has no declared tie to the operator (回避). */
  assessorId: string | number;
  /** At most 500 characters. */
  reason: string;
};

/** 报告自身的问题: what it says against itself, whatever the records say. */
export type ReportFault =
  /** 取舍不一: of its parts, but printed otherwise than most. */
  | 'MIXED_PRECISION'
  /** 比例与两个数不符: no rounding explains it. */
  | 'RATIO_WRONG'
  /** 协议量异常: a zone’s target is over three times, or under a third of, that of each other zone. */
  | 'TARGET_OUT_OF_LINE'
  /** 同一数字前后不一: it is printed twice, and not alike. */
  | 'TEXT_DIFFERS'
  /** 合计不等于各片区之和. */
  | 'ZONES_DIFFER';

/** 定稿报告类别: 季度, 半年, 年度, 其他. */
export type ReportKind =
  | 'HALF_YEAR'
  | 'OTHER'
  | 'QUARTER'
  | 'YEAR';

/** Months that meet all of these. Without month: those that have begun. */
export type ReportMonthFilter = {
  districtCode?: string | null | undefined;
  late?: boolean | null | undefined;
  missing?: boolean | null | undefined;
  month?: string | null | undefined;
  states?: Array<MonthState> | null | undefined;
  stationId?: string | number | null | undefined;
  /** Also those of agreements that ended more than 120 days ago. */
  withEnded?: boolean | null | undefined;
};

/** What the operator asks the bureau for. */
export type RequestAssessorInput = {
  assessmentId: string | number;
  /** 幂等键: client-generated, at most 200 characters. When your organisation repeats the call in this agreement with the same key and content, it returns the current state of what the first call wrote and changes nothing; the same key with other content is refused (IDEMPOTENCY_KEY_REUSED). */
  idempotencyKey?: string | null | undefined;
  /** At most 500 characters. */
  reason: string;
};

/** 冲销: adds an entry of the opposite amount on the same day (or in the same month). An entry can be reversed once. */
export type ReverseEntryInput = {
  /** An entry recorded by the organisation of the caller. */
  id: string | number;
  /** 幂等键: client-generated, at most 200 characters. When your organisation repeats the call in this agreement with the same key and content, it returns the current state of what the first call wrote and changes nothing; the same key with other content is refused (IDEMPOTENCY_KEY_REUSED). */
  idempotencyKey?: string | null | undefined;
  /** 冲销原因 */
  reason: string;
};

/** Review of a response, by the party that raised the concern. */
export type ReviewResponseInput = {
  /** True accepts the response; false sends it back. */
  accepted: boolean;
  findingId: string | number;
  /** 幂等键: client-generated, at most 200 characters. When your organisation repeats the call in this agreement with the same key and content, it returns the current state of what the first call wrote and changes nothing; the same key with other content is refused (IDEMPOTENCY_KEY_REUSED). */
  idempotencyKey?: string | null | undefined;
  /** What is missing; required when the response is sent back. */
  review?: string | null | undefined;
};

/** 服务手法: 个案, 小组, 活动, or a survey over all of them (整体). */
export type SatisfactionMethod =
  /** 个案 */
  | 'CASEWORK'
  /** 活动 */
  | 'EVENT'
  /** 小组 */
  | 'GROUPWORK'
  /** 整体: over all services, not of a single method. */
  | 'OVERALL';

/** A sub-score of a party. */
export type SchemeItemInput = {
  maximum: string;
  name: string;
};

/** A party that scores, and of how many points. */
export type SchemePartyInput = {
  /** Sub-scores, whose maxima add up to that of the party; at most 50. */
  items?: Array<SchemeItemInput> | null | undefined;
  maximum: string;
  /** Of OTHER alone, at most 100 characters: 村（居）委会. Its score is entered from paper. */
  name?: string | null | undefined;
  party: AssessmentParty;
};

/** Score of your own party; it can be changed until the assessment is closed. */
export type ScoreAssessmentInput = {
  assessmentId: string | number;
  /** Where the scheme lists sub-scores: all of them, which add up to the score. */
  items?: Array<SubScoreInput> | null | undefined;
  /** Why the score changes; required once others have seen it. At most 500 characters. */
  reason?: string | null | undefined;
  score: string;
};

/** Scores of at most 200 leaves; all are stored or none. */
export type ScoreEvaluationItemsInput = {
  evaluationId: string | number;
  /** 幂等键: client-generated, at most 200 characters. When your organisation repeats the call in this agreement with the same key and content, it returns the current state of what the first call wrote and changes nothing; the same key with other content is refused (IDEMPOTENCY_KEY_REUSED). */
  idempotencyKey?: string | null | undefined;
  scores: Array<EvaluationScoreInput>;
};

/** 基础项目的领域: 家庭, 长者, 青少年. */
export type ServiceDomain =
  | 'ELDERLY'
  | 'FAMILY'
  | 'YOUTH';

/** PROJECT_113X: 1 core, 1 key, 3 basic and any number of special projects. STATION_ZONE_POINT: 站—片区—点, in force since 2023. */
export type ServiceModel =
  | 'PROJECT_113X'
  | 'STATION_ZONE_POINT';

/** Conditions are combined with AND. An id outside the agreement matches nothing. */
export type ServiceRecordFilter = {
  from?: string | null | undefined;
  /** Code of an indicator. */
  indicator?: string | null | undefined;
  /** 本人登记的: true for those that you recorded. */
  mine?: boolean | null | undefined;
  /** A part of the note, capital or small, at most 200 characters. */
  noteContains?: string | null | undefined;
  pointId?: string | number | null | undefined;
  projectId?: string | number | null | undefined;
  to?: string | null | undefined;
  /** 是否作废: true for voided ones alone, false for the others; both where it is not given. */
  voided?: boolean | null | undefined;
  zoneId?: string | number | null | undefined;
};

/** 服务记录. zoneId defaults to the zone of the point; idempotencyKey makes retries safe. */
export type ServiceRecordInput = {
  /** 幂等键: client-generated, at most 200 characters. When your organisation repeats the call in this agreement with the same key and content, it returns the current state of what the first call wrote and changes nothing; the same key with other content is refused (IDEMPOTENCY_KEY_REUSED). */
  idempotencyKey?: string | null | undefined;
  indicator: string;
  /** At most 2,000 characters. Must not contain names of clients. */
  note?: string | null | undefined;
  occurredOn: string;
  pointId?: string | number | null | undefined;
  projectId?: string | number | null | undefined;
  quantities: Array<QuantityInput>;
  zoneId?: string | number | null | undefined;
};

/** The scheme of the assessments whose last day is in a year; the maxima add up to 100. */
export type SetAssessmentSchemeInput = {
  bands: GradeBandsInput;
  /** The version that you saw; refused when there is another by now. */
  expectedVersion?: number | null | undefined;
  parties: Array<SchemePartyInput>;
  year: number;
};

/** 预算: the complete plan, 1 to 100 categories. Supersedes the current version, which remains readable. */
export type SetBudgetInput = {
  agreementId: string | number;
  /** The budgetVersion last read, 0 for none, for optimistic locking: fails if it is not the current one. */
  expectedVersion?: number | null | undefined;
  lines: Array<BudgetLineInput>;
};

/** 街道年度预算: replaces the budget of the year. recall omitted: no rule. */
export type SetFiscalBudgetInput = {
  agreementId: string | number;
  amount: string;
  /** A calendar year. */
  fiscalYear: number;
  recall?: RecallRuleInput | null | undefined;
};

/** 资金来源: replaces all sources of the fee. */
export type SetFundingSourcesInput = {
  agreementId: string | number;
  sources: Array<FundingSourceInput>;
};

/** Replaces all certificates of the member. */
export type SetStaffCertificatesInput = {
  certificates: Array<CertificateInput>;
  /** 幂等键: client-generated, at most 200 characters. When your organisation repeats the call in this agreement with the same key and content, it returns the current state of what the first call wrote and changes nothing; the same key with other content is refused (IDEMPOTENCY_KEY_REUSED). */
  idempotencyKey?: string | null | undefined;
  memberId: string | number;
};

/** No zone, one, or two with a share of 0.5 each, from a day on; a later day that has zones of its own keeps them. */
export type SetStaffZonesInput = {
  /** 起算日, a day of the agreement. Default: today; the agreement's first day where the member had no zone yet or the agreement has not begun, its last day where it is over. */
  from?: string | null | undefined;
  /** 幂等键: client-generated, at most 200 characters. When your organisation repeats the call in this agreement with the same key and content, it returns the current state of what the first call wrote and changes nothing; the same key with other content is refused (IDEMPOTENCY_KEY_REUSED). */
  idempotencyKey?: string | null | undefined;
  memberId: string | number;
  zoneIds: Array<string | number>;
};

/** 人员配备规则 of one agreement. Omitted fields remain unchanged. */
export type SetStaffingParametersInput = {
  agreementId: string | number;
  /** Months from the month of passing to the first certified month. Default: 1, the next month. */
  certifiedAfterMonths?: number | null | undefined;
  /** A month whose first day on post is after this day counts half. Default: 15. */
  halfAfterDay?: number | null | undefined;
  /** Minimum years of practice to count as experienced. Default: 2. */
  practiceYears?: number | null | undefined;
  /** 持证比例, e.g. 0.6; null: not agreed. */
  requiredCertifiedShare?: string | null | undefined;
  /** 应配社工数; null: not agreed. */
  requiredPosts?: string | null | undefined;
};

/** At most 1,000 targets per call. Targets that are not listed remain unchanged. */
export type SetTargetsInput = {
  agreementId: string | number;
  targets: Array<TargetInput>;
};

/** 表格种类, recognised by its headings. */
export type SheetForm =
  /** 附件1 指标完成情况统计表 */
  | 'FUJIAN_1'
  /** 附件2 人员到岗情况表 */
  | 'FUJIAN_2'
  /** 服务记录表: one row a record. */
  | 'SERVICE_LOG';

/** 人员类别: 社工, 行政辅助人员, 实习督导. Only social workers count in StaffingReport. */
export type StaffKind =
  | 'ADMINISTRATION'
  | 'PRACTICE_SUPERVISOR'
  | 'SOCIAL_WORKER';

/** 人员, with the first spell on post. Later spells: addStaffSpell. */
export type StaffMemberInput = {
  /** Each level at most once. */
  certificates?: Array<CertificateInput> | null | undefined;
  /** 到岗日: the actual first day on post, even if before the agreement. */
  employedFrom: string;
  /** 离岗日: last day on post; null: still on post. Counted up to the last day of the agreement. */
  employedTo?: string | null | undefined;
  kind?: StaffKind | null | undefined;
  name: string;
  /** 岗位 */
  position?: string | null | undefined;
  /** 从业起始日: first day of practice as a social worker, here or elsewhere. */
  practisingSince?: string | null | undefined;
  /** 片区: one, or two with a share of 0.5 each. */
  zoneIds?: Array<string | number> | null | undefined;
};

/** Pay of a month. null: unknown; if both are null, the entry of the month is deleted. */
export type StaffPayInput = {
  memberId: string | number;
  month: string;
  /** 是否发放工资 */
  salaryPaid?: boolean | null | undefined;
  /** 是否缴纳社会保险 */
  socialInsurancePaid?: boolean | null | undefined;
};

/** 提示: a figure that should be reviewed. It is not necessarily an error. */
export type StationMarkKind =
  /** 与本站以往差异大: the monthly figures of the station in from..to are outliers compared with its own two years before. Complete months under agreement count, those without a record as 0; at least 6 are needed before the range and 1 in it. */
  | 'FAR_FROM_OWN_PAST'
  /** 与其他站差异大: the value that the station is ranked by is an outlier among the stations of this ranking, itself included. At least 5 stations must have a value. Only stations within your scope count. */
  | 'FAR_FROM_PEERS'
  /** 完成率超过阈值: percent exceeds the threshold. */
  | 'RATIO_ABOVE_THRESHOLD'
  /** 片区合计与总计不符: the sum of the zones differs from the total. Records without a zone count in the total only, so this is informational. Agreements without zones are excluded. */
  | 'ZONES_DIFFER_FROM_TOTAL';

/** Which stations to rank, by which value, over which whole months, within your scope. */
export type StationRankingInput = {
  by?: RankingBasis | null | undefined;
  /** Filter by district; stations are then compared only within these districts. */
  districtCodes?: Array<string> | null | undefined;
  from: string;
  /** Indicator code. */
  indicator: string;
  /** Code of one of the measures of the indicator. */
  measure: string;
  /** 完成率阈值: a higher percent is marked. 0 to 1,000,000, at most 2 decimals. */
  threshold?: string | null | undefined;
  /** Last month, inclusive; at most 120 months in all. */
  to: string;
};

/** A sub-score, by the name that the scheme gives it. */
export type SubScoreInput = {
  name: string;
  score: string;
};

/** 协议量. value null removes the target. Within one term, indicator and measure either every target names a zone or none does; likewise projects. */
export type TargetInput = {
  indicator: string;
  measure: string;
  projectId?: string | number | null | undefined;
  termId: string | number;
  value?: string | null | undefined;
  zoneId?: string | number | null | undefined;
};

/** 待办类别: 确认协议, 确认变更, 报送月报, 接受月报, 补正被退回的月报, 启动评估, 评分, 回应评估意见, 复核回应, 拨付分期款项. */
export type TaskKind =
  | 'ACCEPT_MONTH'
  | 'ANSWER_FINDING'
  | 'CONFIRM_AGREEMENT'
  | 'CONFIRM_AMENDMENT'
  | 'HAND_IN_MONTH'
  | 'MONTH_SENT_BACK'
  | 'OPEN_ASSESSMENT'
  | 'PAY_INSTALMENT'
  | 'REVIEW_RESPONSE'
  | 'SCORE_ASSESSMENT';

/** 项目期; first and last day are inclusive. */
export type TermInput = {
  endsOn: string;
  name: string;
  startsOn: string;
};

/** 推送事件: what a webhook tells of. */
export type WebhookEvent =
  /** 协议已确认: `agreement.confirmed` in the message. */
  | 'AGREEMENT_CONFIRMED'
  /** 评估已定稿: `assessment.closed`. */
  | 'ASSESSMENT_CLOSED'
  /** 月报已接受: `month.accepted`. */
  | 'MONTH_ACCEPTED'
  /** 月报已报送: `month.handed_in`. */
  | 'MONTH_HANDED_IN'
  /** 月报已退回: `month.sent_back`. */
  | 'MONTH_SENT_BACK';

/** 停用原因: why nothing is sent to a webhook. */
export type WebhookStop =
  /** 连续多日推送失败: every delivery of the last five days has failed. */
  | 'FAILING'
  /** 接收方答复 410: the receiver has answered 410 Gone. */
  | 'GONE'
  /** 由管理员停用: an administrator has switched it off. */
  | 'MEMBER'
  /** 签名密钥已失效: the key that its secret was kept under has been removed from the server. Register it anew. */
  | 'SECRET_LOST';

/** 片区 with its 社工点. */
export type ZoneInput = {
  name: string;
  points: Array<string>;
};

export type TaskCountsQueryVariables = Exact<{ [key: string]: never; }>;


export type TaskCountsQuery = { viewer: { id: string, taskCounts: Array<{ kind: TaskKind, count: number, overdue: number }> } };

export type AssessmentLineFragment = { id: string, kind: AssessmentKind, state: AssessmentState, from: string, to: string, sealed: boolean, total: string | null, grade: Grade | null, ownParty: AssessmentParty | null, assessor: { id: string, name: string }, scores: Array<{ party: AssessmentParty, name: string | null, maximum: string, score: string | null, scoredAt: string | null }> };

export type RefusalFragment = { code: string, message: string, path: Array<string> };

export type RemarkLineFragment = { id: string, text: string | null, evidence: string | null, writtenAt: string, writtenBy: string, organisation: { name: string, shortName: string | null } };

export type AddRemarkMutationVariables = Exact<{
  input: AddRemarkInput;
}>;


export type AddRemarkMutation = { addRemark: { remark: { id: string } | null, userErrors: Array<{ code: string, message: string, path: Array<string> }> } };

export type RecordServicesMutationVariables = Exact<{
  input: RecordServicesInput;
}>;


export type RecordServicesMutation = { recordServices: { records: Array<{ id: string, occurredOn: string, note: string | null, recordedBy: string, isOwn: boolean, recordedAt: string, revision: number, voidedAt: string | null, voidReason: string | null, indicator: { code: string, name: string }, zone: { id: string, name: string } | null, point: { id: string, name: string } | null, project: { id: string, name: string } | null, quantities: Array<{ value: string, measure: { code: string, name: string, unit: string } }> }> | null, userErrors: Array<{ code: string, message: string, path: Array<string> }> } };

export type CorrectRecordsMutationVariables = Exact<{
  inputs: Array<CorrectServiceRecordInput> | CorrectServiceRecordInput;
}>;


export type CorrectRecordsMutation = { correctServiceRecords: { records: Array<{ id: string, occurredOn: string, note: string | null, recordedBy: string, isOwn: boolean, recordedAt: string, revision: number, voidedAt: string | null, voidReason: string | null, indicator: { code: string, name: string }, zone: { id: string, name: string } | null, point: { id: string, name: string } | null, project: { id: string, name: string } | null, quantities: Array<{ value: string, measure: { code: string, name: string, unit: string } }> }> | null, userErrors: Array<{ code: string, message: string, path: Array<string> }> } };

export type VoidRecordsMutationVariables = Exact<{
  ids: Array<string | number> | string | number;
  reason: string;
  keys?: Array<string> | string | null | undefined;
}>;


export type VoidRecordsMutation = { voidServiceRecords: { records: Array<{ id: string, occurredOn: string, note: string | null, recordedBy: string, isOwn: boolean, recordedAt: string, revision: number, voidedAt: string | null, voidReason: string | null, indicator: { code: string, name: string }, zone: { id: string, name: string } | null, point: { id: string, name: string } | null, project: { id: string, name: string } | null, quantities: Array<{ value: string, measure: { code: string, name: string, unit: string } }> }> | null, userErrors: Array<{ code: string, message: string, path: Array<string> }> } };

export type AnalysisChoicesQueryVariables = Exact<{ [key: string]: never; }>;


export type AnalysisChoicesQuery = { indicators: Array<{ code: string, name: string, measures: Array<{ code: string, name: string, unit: string }> }>, districts: Array<{ code: string, name: string }>, viewer: { stations: Array<{ id: string, name: string, district: { code: string, name: string }, agreements: { nodes: Array<{ id: string, state: AgreementState, startsOn: string, endsOn: string, operator: { id: string, name: string, shortName: string | null }, terms: Array<{ id: string, name: string, startsOn: string, endsOn: string, hasRecords: boolean }> }> } }> | null }, stations: { nodes: Array<{ id: string, name: string, district: { code: string, name: string }, agreements: { nodes: Array<{ id: string, state: AgreementState, startsOn: string, endsOn: string, operator: { id: string, name: string, shortName: string | null }, terms: Array<{ id: string, name: string, startsOn: string, endsOn: string, hasRecords: boolean }> }> } }> } };

export type OverviewLineFragment = { isInForce: boolean, timeProgressPercent: string | null, station: { id: string, name: string, district: { code: string, name: string } }, agreement: { id: string, startsOn: string, endsOn: string, operator: { id: string, name: string, shortName: string | null } }, term: { id: string, name: string } | null, indicators: { measures: number, onTime: number, onTimePercent: string | null, weakest: Array<{ percent: string, indicator: { code: string, name: string }, measure: { code: string, name: string } }> }, staffing: { percent: string | null }, execution: { percent: string | null }, lastAssessment: { id: string, grade: Grade | null } | null, assessmentsAhead: Array<{ kind: AssessmentKind, expectedOn: string, isLate: boolean }> };

export type OperatorOverviewQueryVariables = Exact<{
  on?: string | null | undefined;
  after?: string | null | undefined;
}>;


export type OperatorOverviewQuery = { operatorOverview: { totalCount: number, pageInfo: { hasNextPage: boolean, endCursor: string | null }, nodes: Array<{ isInForce: boolean, timeProgressPercent: string | null, station: { id: string, name: string, district: { code: string, name: string } }, agreement: { id: string, startsOn: string, endsOn: string, operator: { id: string, name: string, shortName: string | null } }, term: { id: string, name: string } | null, indicators: { measures: number, onTime: number, onTimePercent: string | null, weakest: Array<{ percent: string, indicator: { code: string, name: string }, measure: { code: string, name: string } }> }, staffing: { percent: string | null }, execution: { percent: string | null }, lastAssessment: { id: string, grade: Grade | null } | null, assessmentsAhead: Array<{ kind: AssessmentKind, expectedOn: string, isLate: boolean }> }> } };

export type PurchaserOverviewQueryVariables = Exact<{
  on?: string | null | undefined;
  after?: string | null | undefined;
}>;


export type PurchaserOverviewQuery = { purchaserOverview: { totalCount: number, pageInfo: { hasNextPage: boolean, endCursor: string | null }, nodes: Array<{ isInForce: boolean, timeProgressPercent: string | null, station: { id: string, name: string, district: { code: string, name: string } }, agreement: { id: string, startsOn: string, endsOn: string, operator: { id: string, name: string, shortName: string | null } }, term: { id: string, name: string } | null, indicators: { measures: number, onTime: number, onTimePercent: string | null, weakest: Array<{ percent: string, indicator: { code: string, name: string }, measure: { code: string, name: string } }> }, staffing: { percent: string | null }, execution: { percent: string | null }, lastAssessment: { id: string, grade: Grade | null } | null, assessmentsAhead: Array<{ kind: AssessmentKind, expectedOn: string, isLate: boolean }> }> } };

export type DistrictOverviewQueryVariables = Exact<{
  on?: string | null | undefined;
  after?: string | null | undefined;
}>;


export type DistrictOverviewQuery = { districtOverview: { districts: Array<{ stations: number, inForce: number, district: { code: string, name: string }, indicators: { measures: number, onTime: number, onTimePercent: string | null }, staffing: { percent: string | null }, execution: { percent: string | null }, grades: Array<{ grade: Grade, stations: number }> }>, stations: { totalCount: number, pageInfo: { hasNextPage: boolean, endCursor: string | null }, nodes: Array<{ isInForce: boolean, timeProgressPercent: string | null, station: { id: string, name: string, district: { code: string, name: string } }, agreement: { id: string, startsOn: string, endsOn: string, operator: { id: string, name: string, shortName: string | null } }, term: { id: string, name: string } | null, indicators: { measures: number, onTime: number, onTimePercent: string | null, weakest: Array<{ percent: string, indicator: { code: string, name: string }, measure: { code: string, name: string } }> }, staffing: { percent: string | null }, execution: { percent: string | null }, lastAssessment: { id: string, grade: Grade | null } | null, assessmentsAhead: Array<{ kind: AssessmentKind, expectedOn: string, isLate: boolean }> }> } } };

export type HandedInMonthsQueryVariables = Exact<{
  filter: ReportMonthFilter;
  after?: string | null | undefined;
}>;


export type HandedInMonthsQuery = { reportMonths: { totalCount: number, pageInfo: { hasNextPage: boolean, endCursor: string | null }, nodes: Array<{ id: string, month: string, state: MonthState, dueOn: string, handedInAt: string | null, isLate: boolean, isMissing: boolean, closesAfter: string | null, agreement: { id: string, station: { id: string, name: string }, operator: { id: string, name: string, shortName: string | null } }, events: Array<{ state: MonthState, at: string, note: string | null, closesAfter: string | null, by: { id: string, name: string, shortName: string | null } }> }> } };

export type ChangePasswordMutationVariables = Exact<{
  input: ChangePasswordInput;
}>;


export type ChangePasswordMutation = { changePassword: { changed: boolean | null, userErrors: Array<{ code: string, message: string, path: Array<string> }> } };

export type OwnMailsQueryVariables = Exact<{ [key: string]: never; }>;


export type OwnMailsQuery = { viewer: { id: string, mails: { atOnce: boolean, digest: boolean } | null } };

export type ChooseMailsMutationVariables = Exact<{
  atOnce: boolean;
  digest: boolean;
}>;


export type ChooseMailsMutation = { chooseMails: { choice: { atOnce: boolean, digest: boolean } | null, userErrors: Array<{ message: string }> } };

export type AgreementListQueryVariables = Exact<{
  states: Array<AgreementState> | AgreementState;
  after?: string | null | undefined;
}>;


export type AgreementListQuery = { agreements: { totalCount: number, pageInfo: { hasNextPage: boolean, endCursor: string | null }, nodes: Array<{ id: string, state: AgreementState, startsOn: string, endsOn: string, annualFee: string | null, proposedAt: string, station: { id: string, name: string }, operator: { id: string, name: string, shortName: string | null }, purchaser: { id: string, name: string }, proposedBy: { id: string, name: string }, amendments: Array<{ id: string, state: AmendmentState }> }> } };

export type AgreementDetailsQueryVariables = Exact<{
  agreement: string | number;
}>;


export type AgreementDetailsQuery = { agreement: { id: string, state: AgreementState, stateReason: string | null, revision: number, startsOn: string, endsOn: string, annualFee: string | null, requiredPosts: string | null, requiredCertifiedShare: string | null, serviceModel: ServiceModel, proposedAt: string, confirmedAt: string | null, operatorConfirmedAt: string | null, purchaserConfirmedAt: string | null, contractNumber: string | null, signedOn: string | null, filedOn: string | null, publishedOn: string | null, cycleYear: number | null, cycle: { id: string, procurementNumber: string, startsOn: string, endsOn: string } | null, station: { id: string, name: string }, operator: { id: string, name: string }, purchaser: { id: string, name: string }, proposedBy: { id: string, name: string }, confirmedBy: { id: string, name: string } | null, renews: { id: string, state: AgreementState, startsOn: string, endsOn: string } | null, renewedBy: Array<{ id: string, state: AgreementState, startsOn: string, endsOn: string }>, warnings: Array<{ code: string, message: string }>, events: Array<{ step: AgreementStep, at: string, revision: number, reason: string | null, by: { id: string, name: string } }>, terms: Array<{ id: string, name: string, startsOn: string, endsOn: string }>, zones: Array<{ id: string, name: string, points: Array<{ id: string, name: string }> }>, points: Array<{ id: string, name: string, zone: { id: string } | null }>, projects: Array<{ id: string, name: string, kind: ProjectKind, domain: ServiceDomain | null }>, funding: { instalments: Array<{ condition: InstalmentCondition, share: string, due: string }> }, amendments: Array<{ id: string, kind: AmendmentKind, state: AmendmentState, stateReason: string | null, effectiveOn: string, isRetroactive: boolean, reason: string, documentNumber: string | null, proposedAt: string, confirmedAt: string | null, proposedBy: { id: string, name: string }, confirmedBy: { id: string, name: string } | null, answers: Array<{ answer: AmendmentAnswerKind, at: string, reason: string | null, by: { id: string, name: string } }>, changes: Array<{ field: string, aspect: string, subject: string | null, was: string | null, becomes: string | null }>, warnings: Array<{ code: string, message: string }> }> } | null };

export type AgreementTargetsQueryVariables = Exact<{
  agreement: string | number;
  on?: string | null | undefined;
}>;


export type AgreementTargetsQuery = { agreement: { id: string, targets: Array<{ since: string, value: string, term: { id: string, name: string }, zone: { id: string, name: string } | null, project: { id: string, name: string } | null, indicator: { code: string, name: string }, measure: { code: string, name: string, unit: string } }> } | null };

export type IndicatorsQueryVariables = Exact<{ [key: string]: never; }>;


export type IndicatorsQuery = { indicators: Array<{ code: string, name: string, measures: Array<{ code: string, name: string, unit: string }> }> };

export type AgreementDetailFragment = { id: string, state: AgreementState, stateReason: string | null, revision: number, startsOn: string, endsOn: string, annualFee: string | null, requiredPosts: string | null, requiredCertifiedShare: string | null, serviceModel: ServiceModel, proposedAt: string, confirmedAt: string | null, operatorConfirmedAt: string | null, purchaserConfirmedAt: string | null, contractNumber: string | null, signedOn: string | null, filedOn: string | null, publishedOn: string | null, cycleYear: number | null, cycle: { id: string, procurementNumber: string, startsOn: string, endsOn: string } | null, station: { id: string, name: string }, operator: { id: string, name: string }, purchaser: { id: string, name: string }, proposedBy: { id: string, name: string }, confirmedBy: { id: string, name: string } | null, renews: { id: string, state: AgreementState, startsOn: string, endsOn: string } | null, renewedBy: Array<{ id: string, state: AgreementState, startsOn: string, endsOn: string }>, warnings: Array<{ code: string, message: string }>, events: Array<{ step: AgreementStep, at: string, revision: number, reason: string | null, by: { id: string, name: string } }>, terms: Array<{ id: string, name: string, startsOn: string, endsOn: string }>, zones: Array<{ id: string, name: string, points: Array<{ id: string, name: string }> }>, points: Array<{ id: string, name: string, zone: { id: string } | null }>, projects: Array<{ id: string, name: string, kind: ProjectKind, domain: ServiceDomain | null }>, funding: { instalments: Array<{ condition: InstalmentCondition, share: string, due: string }> }, amendments: Array<{ id: string, kind: AmendmentKind, state: AmendmentState, stateReason: string | null, effectiveOn: string, isRetroactive: boolean, reason: string, documentNumber: string | null, proposedAt: string, confirmedAt: string | null, proposedBy: { id: string, name: string }, confirmedBy: { id: string, name: string } | null, answers: Array<{ answer: AmendmentAnswerKind, at: string, reason: string | null, by: { id: string, name: string } }>, changes: Array<{ field: string, aspect: string, subject: string | null, was: string | null, becomes: string | null }>, warnings: Array<{ code: string, message: string }> }> };

export type NeighbourAgreementFragment = { id: string, state: AgreementState, startsOn: string, endsOn: string };

export type AgreementEventLineFragment = { step: AgreementStep, at: string, revision: number, reason: string | null, by: { id: string, name: string } };

export type TargetLineFragment = { since: string, value: string, term: { id: string, name: string }, zone: { id: string, name: string } | null, project: { id: string, name: string } | null, indicator: { code: string, name: string }, measure: { code: string, name: string, unit: string } };

export type AmendmentDetailFragment = { id: string, kind: AmendmentKind, state: AmendmentState, stateReason: string | null, effectiveOn: string, isRetroactive: boolean, reason: string, documentNumber: string | null, proposedAt: string, confirmedAt: string | null, proposedBy: { id: string, name: string }, confirmedBy: { id: string, name: string } | null, answers: Array<{ answer: AmendmentAnswerKind, at: string, reason: string | null, by: { id: string, name: string } }>, changes: Array<{ field: string, aspect: string, subject: string | null, was: string | null, becomes: string | null }>, warnings: Array<{ code: string, message: string }> };

export type ContractCyclesQueryVariables = Exact<{
  after?: string | null | undefined;
}>;


export type ContractCyclesQuery = { contractCycles: { totalCount: number, pageInfo: { hasNextPage: boolean, endCursor: string | null }, nodes: Array<{ id: string, procurementNumber: string, startsOn: string, endsOn: string, amount: string, operator: { id: string, name: string, shortName: string | null }, purchaser: { id: string, name: string, shortName: string | null }, agreements: Array<{ id: string, state: AgreementState, startsOn: string, endsOn: string, cycleYear: number | null, station: { id: string, name: string } }> }> } };

export type CycleLineFragment = { id: string, procurementNumber: string, startsOn: string, endsOn: string, amount: string, operator: { id: string, name: string, shortName: string | null }, purchaser: { id: string, name: string, shortName: string | null }, agreements: Array<{ id: string, state: AgreementState, startsOn: string, endsOn: string, cycleYear: number | null, station: { id: string, name: string } }> };

export type RegisterContractCycleMutationVariables = Exact<{
  input: RegisterContractCycleInput;
}>;


export type RegisterContractCycleMutation = { registerContractCycle: { userErrors: Array<{ code: string, message: string, path: Array<string> }> } };

export type CorrectContractCycleMutationVariables = Exact<{
  input: CorrectContractCycleInput;
}>;


export type CorrectContractCycleMutation = { correctContractCycle: { userErrors: Array<{ code: string, message: string, path: Array<string> }> } };

export type RenameStationMutationVariables = Exact<{
  input: RenameStationInput;
}>;


export type RenameStationMutation = { renameStation: { userErrors: Array<{ code: string, message: string, path: Array<string> }> } };

export type RegisterAgreementMutationVariables = Exact<{
  input: RegisterAgreementInput;
}>;


export type RegisterAgreementMutation = { registerAgreement: { agreement: { id: string } | null, userErrors: Array<{ code: string, message: string, path: Array<string> }> } };

export type RenewAgreementMutationVariables = Exact<{
  input: RenewAgreementInput;
}>;


export type RenewAgreementMutation = { renewAgreement: { agreement: { id: string } | null, userErrors: Array<{ code: string, message: string, path: Array<string> }> } };

export type ConfirmAgreementMutationVariables = Exact<{
  id: string | number;
  revision: number;
}>;


export type ConfirmAgreementMutation = { confirmAgreement: { userErrors: Array<{ code: string, message: string, path: Array<string> }> } };

export type DeclineAgreementMutationVariables = Exact<{
  id: string | number;
  reason: string;
}>;


export type DeclineAgreementMutation = { declineAgreement: { userErrors: Array<{ code: string, message: string, path: Array<string> }> } };

export type WithdrawAgreementMutationVariables = Exact<{
  id: string | number;
  reason: string;
}>;


export type WithdrawAgreementMutation = { withdrawAgreement: { userErrors: Array<{ code: string, message: string, path: Array<string> }> } };

export type VoidAgreementMutationVariables = Exact<{
  id: string | number;
  reason: string;
}>;


export type VoidAgreementMutation = { voidAgreement: { userErrors: Array<{ code: string, message: string, path: Array<string> }> } };

export type ReviseProposalMutationVariables = Exact<{
  id: string | number;
  input: RegisterAgreementInput;
}>;


export type ReviseProposalMutation = { reviseProposal: { agreement: { id: string } | null, userErrors: Array<{ code: string, message: string, path: Array<string> }> } };

export type RecordContractMutationVariables = Exact<{
  input: RecordContractInput;
}>;


export type RecordContractMutation = { recordContract: { userErrors: Array<{ code: string, message: string, path: Array<string> }> } };

export type ConfirmAmendmentMutationVariables = Exact<{
  id: string | number;
}>;


export type ConfirmAmendmentMutation = { confirmAmendment: { userErrors: Array<{ code: string, message: string, path: Array<string> }> } };

export type DeclineAmendmentMutationVariables = Exact<{
  id: string | number;
  reason: string;
}>;


export type DeclineAmendmentMutation = { declineAmendment: { userErrors: Array<{ code: string, message: string, path: Array<string> }> } };

export type WithdrawAmendmentMutationVariables = Exact<{
  id: string | number;
  reason: string;
}>;


export type WithdrawAmendmentMutation = { withdrawAmendment: { userErrors: Array<{ code: string, message: string, path: Array<string> }> } };

export type AcknowledgeAmendmentMutationVariables = Exact<{
  id: string | number;
}>;


export type AcknowledgeAmendmentMutation = { acknowledgeAmendment: { userErrors: Array<{ code: string, message: string, path: Array<string> }> } };

export type ObjectToAmendmentMutationVariables = Exact<{
  id: string | number;
  reason: string;
}>;


export type ObjectToAmendmentMutation = { objectToAmendment: { userErrors: Array<{ code: string, message: string, path: Array<string> }> } };

export type ProposeAmendmentMutationVariables = Exact<{
  input: ProposeAmendmentInput;
}>;


export type ProposeAmendmentMutation = { proposeAmendment: { amendment: { id: string } | null, userErrors: Array<{ code: string, message: string, path: Array<string> }> } };

export type AssessmentPageQueryVariables = Exact<{
  id: string | number;
  withRequests: boolean;
}>;


export type AssessmentPageQuery = { node:
    | { id: string }
    | { id: string }
    | { id: string, onsiteOn: string | null, openedAt: string, closedAt: string | null, cancelledAt: string | null, cancelReason: string | null, unsealedAt: string | null, unsealReason: string | null, kind: AssessmentKind, state: AssessmentState, from: string, to: string, sealed: boolean, total: string | null, grade: Grade | null, ownParty: AssessmentParty | null, assessorRequests?: Array<{ reason: string, requestedAt: string, assessor: { id: string, name: string } }>, agreement: { id: string, state: AgreementState, startsOn: string, endsOn: string, zones: Array<{ id: string, name: string, points: Array<{ id: string, name: string }> }>, points: Array<{ id: string, name: string }>, station: { id: string, name: string }, operator: { id: string, name: string, shortName: string | null }, terms: Array<{ id: string, name: string, startsOn: string, endsOn: string, hasRecords: boolean }> }, bands: { excellentFrom: string, goodFrom: string, qualifiedFrom: string }, scores: Array<{ party: AssessmentParty, name: string | null, maximum: string, score: string | null, scoredAt: string | null, onPaper: boolean, reason: string | null, items: Array<{ name: string, maximum: string, score: string | null }>, earlier: Array<{ score: string, scoredAt: string, onPaper: boolean, reason: string | null, items: Array<{ name: string, score: string | null }> }> }>, replacedAssessors: Array<{ replacedAt: string, reason: string, score: string | null, assessor: { id: string, name: string } }>, findings: Array<{ id: string, party: AssessmentParty, kind: FindingKind, text: string, addedAt: string, state: FindingState | null, section: FindingSection | null, dueOn: string | null, withdrawnAt: string | null, withdrawnReason: string | null, zone: { id: string, name: string } | null, point: { id: string, name: string } | null, steps: Array<{ state: FindingState, text: string | null, at: string | null }> }>, concernsBefore: Array<{ id: string, party: AssessmentParty, kind: FindingKind, text: string, addedAt: string, state: FindingState | null, section: FindingSection | null, dueOn: string | null, withdrawnAt: string | null, withdrawnReason: string | null, zone: { id: string, name: string } | null, point: { id: string, name: string } | null, steps: Array<{ state: FindingState, text: string | null, at: string | null }> }>, assessor: { id: string, name: string } }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
   | null };

export type AssessmentBasisQueryVariables = Exact<{
  id: string | number;
}>;


export type AssessmentBasisQuery = { node:
    | { id: string }
    | { id: string }
    | { id: string, basisCompletion: Array<{ from: string, to: string, timeProgressPercent: string, term: { id: string, name: string }, zones: Array<{ id: string, name: string }>, rows: Array<{ indicator: { code: string, name: string }, measure: { code: string, name: string, unit: string }, byZone: Array<{ completed: string, zone: { id: string } }>, total: { target: string | null, completed: string, percent: string | null } }> }> | null, basisStaffing: { from: string, to: string, total: string, required: string | null, surplus: string | null, certified: string, requiredCertified: string | null, certifiedSurplus: string | null, stabilityPercent: string | null } | null, basisFunding: { asOf: string, annualFee: string | null, budgeted: string, received: string, spent: string, balance: string, executionPercent: string | null } | null, changesSince: Array<{ report: BasisReport, path: Array<string>, was: string | null, is: string | null }> }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
   | null };

export type AssessmentDetailFragment = { onsiteOn: string | null, openedAt: string, closedAt: string | null, cancelledAt: string | null, cancelReason: string | null, unsealedAt: string | null, unsealReason: string | null, id: string, kind: AssessmentKind, state: AssessmentState, from: string, to: string, sealed: boolean, total: string | null, grade: Grade | null, ownParty: AssessmentParty | null, agreement: { id: string, state: AgreementState, startsOn: string, endsOn: string, zones: Array<{ id: string, name: string, points: Array<{ id: string, name: string }> }>, points: Array<{ id: string, name: string }>, station: { id: string, name: string }, operator: { id: string, name: string, shortName: string | null }, terms: Array<{ id: string, name: string, startsOn: string, endsOn: string, hasRecords: boolean }> }, bands: { excellentFrom: string, goodFrom: string, qualifiedFrom: string }, scores: Array<{ party: AssessmentParty, name: string | null, maximum: string, score: string | null, scoredAt: string | null, onPaper: boolean, reason: string | null, items: Array<{ name: string, maximum: string, score: string | null }>, earlier: Array<{ score: string, scoredAt: string, onPaper: boolean, reason: string | null, items: Array<{ name: string, score: string | null }> }> }>, replacedAssessors: Array<{ replacedAt: string, reason: string, score: string | null, assessor: { id: string, name: string } }>, findings: Array<{ id: string, party: AssessmentParty, kind: FindingKind, text: string, addedAt: string, state: FindingState | null, section: FindingSection | null, dueOn: string | null, withdrawnAt: string | null, withdrawnReason: string | null, zone: { id: string, name: string } | null, point: { id: string, name: string } | null, steps: Array<{ state: FindingState, text: string | null, at: string | null }> }>, concernsBefore: Array<{ id: string, party: AssessmentParty, kind: FindingKind, text: string, addedAt: string, state: FindingState | null, section: FindingSection | null, dueOn: string | null, withdrawnAt: string | null, withdrawnReason: string | null, zone: { id: string, name: string } | null, point: { id: string, name: string } | null, steps: Array<{ state: FindingState, text: string | null, at: string | null }> }>, assessor: { id: string, name: string } };

export type ScoreDetailFragment = { party: AssessmentParty, name: string | null, maximum: string, score: string | null, scoredAt: string | null, onPaper: boolean, reason: string | null, items: Array<{ name: string, maximum: string, score: string | null }>, earlier: Array<{ score: string, scoredAt: string, onPaper: boolean, reason: string | null, items: Array<{ name: string, score: string | null }> }> };

export type FindingDetailFragment = { id: string, party: AssessmentParty, kind: FindingKind, text: string, addedAt: string, state: FindingState | null, section: FindingSection | null, dueOn: string | null, withdrawnAt: string | null, withdrawnReason: string | null, zone: { id: string, name: string } | null, point: { id: string, name: string } | null, steps: Array<{ state: FindingState, text: string | null, at: string | null }> };

export type OperatorTiesQueryVariables = Exact<{ [key: string]: never; }>;


export type OperatorTiesQuery = { declaredTies: Array<{ operator: { id: string }, assessor: { id: string } }> };

export type CloseAssessmentMutationVariables = Exact<{
  id: string | number;
}>;


export type CloseAssessmentMutation = { closeAssessment: { userErrors: Array<{ code: string, message: string, path: Array<string> }> } };

export type CancelAssessmentMutationVariables = Exact<{
  id: string | number;
  reason: string;
}>;


export type CancelAssessmentMutation = { cancelAssessment: { userErrors: Array<{ code: string, message: string, path: Array<string> }> } };

export type UnsealScoresMutationVariables = Exact<{
  id: string | number;
  reason: string;
}>;


export type UnsealScoresMutation = { unsealScores: { userErrors: Array<{ code: string, message: string, path: Array<string> }> } };

export type MoveAssessmentMutationVariables = Exact<{
  input: MoveAssessmentInput;
}>;


export type MoveAssessmentMutation = { moveAssessment: { userErrors: Array<{ code: string, message: string, path: Array<string> }> } };

export type ReplaceAssessorMutationVariables = Exact<{
  input: ReplaceAssessorInput;
}>;


export type ReplaceAssessorMutation = { replaceAssessor: { userErrors: Array<{ code: string, message: string, path: Array<string> }> } };

export type RequestAssessorMutationVariables = Exact<{
  input: RequestAssessorInput;
}>;


export type RequestAssessorMutation = { requestAssessor: { userErrors: Array<{ code: string, message: string, path: Array<string> }> } };

export type ScoreAssessmentMutationVariables = Exact<{
  input: ScoreAssessmentInput;
}>;


export type ScoreAssessmentMutation = { scoreAssessment: { userErrors: Array<{ code: string, message: string, path: Array<string> }> } };

export type EnterPaperScoreMutationVariables = Exact<{
  input: EnterPaperScoreInput;
}>;


export type EnterPaperScoreMutation = { enterPaperScore: { userErrors: Array<{ code: string, message: string, path: Array<string> }> } };

export type AddFindingMutationVariables = Exact<{
  input: AddFindingInput;
}>;


export type AddFindingMutation = { addFinding: { userErrors: Array<{ code: string, message: string, path: Array<string> }> } };

export type RespondToFindingMutationVariables = Exact<{
  id: string | number;
  response: string;
  key: string;
}>;


export type RespondToFindingMutation = { respondToFinding: { userErrors: Array<{ code: string, message: string, path: Array<string> }> } };

export type ReviewResponseMutationVariables = Exact<{
  input: ReviewResponseInput;
}>;


export type ReviewResponseMutation = { reviewResponse: { userErrors: Array<{ code: string, message: string, path: Array<string> }> } };

export type WithdrawFindingMutationVariables = Exact<{
  id: string | number;
  reason: string;
}>;


export type WithdrawFindingMutation = { withdrawFinding: { userErrors: Array<{ code: string, message: string, path: Array<string> }> } };

export type AgreementAssessmentsQueryVariables = Exact<{
  agreement: string | number;
}>;


export type AgreementAssessmentsQuery = { agreement: { id: string, state: AgreementState, startsOn: string, endsOn: string, assessments: Array<{ id: string, kind: AssessmentKind, state: AssessmentState, from: string, to: string, sealed: boolean, total: string | null, grade: Grade | null, ownParty: AssessmentParty | null, assessor: { id: string, name: string }, scores: Array<{ party: AssessmentParty, name: string | null, maximum: string, score: string | null, scoredAt: string | null }> }>, station: { id: string, name: string }, operator: { id: string, name: string, shortName: string | null }, terms: Array<{ id: string, name: string, startsOn: string, endsOn: string, hasRecords: boolean }> } | null };

export type OpeningFormQueryVariables = Exact<{
  agreement: string | number;
}>;


export type OpeningFormQuery = { agreement: { id: string, state: AgreementState, startsOn: string, endsOn: string, station: { id: string, name: string, district: { code: string } }, operator: { id: string, name: string, shortName: string | null }, terms: Array<{ id: string, name: string, startsOn: string, endsOn: string, hasRecords: boolean }> } | null, declaredTies: Array<{ reason: string, declaredAt: string, operator: { id: string, name: string }, assessor: { id: string, name: string } }> };

export type DeclaredTiesQueryVariables = Exact<{ [key: string]: never; }>;


export type DeclaredTiesQuery = { declaredTies: Array<{ reason: string, declaredAt: string, operator: { id: string, name: string }, assessor: { id: string, name: string } }> };

export type TieLineFragment = { reason: string, declaredAt: string, operator: { id: string, name: string }, assessor: { id: string, name: string } };

export type SchemeQueryVariables = Exact<{
  year: number;
  district?: string | null | undefined;
}>;


export type SchemeQuery = { assessmentScheme: { year: number, districtCode: string | null, version: number, setAt: string | null, parties: Array<{ party: AssessmentParty, name: string | null, maximum: string, items: Array<{ name: string, maximum: string }> }>, bands: { excellentFrom: string, goodFrom: string, qualifiedFrom: string } } };

export type SchemeDetailFragment = { year: number, districtCode: string | null, version: number, setAt: string | null, parties: Array<{ party: AssessmentParty, name: string | null, maximum: string, items: Array<{ name: string, maximum: string }> }>, bands: { excellentFrom: string, goodFrom: string, qualifiedFrom: string } };

export type OpenAssessmentMutationVariables = Exact<{
  input: OpenAssessmentInput;
}>;


export type OpenAssessmentMutation = { openAssessment: { assessment: { id: string } | null, userErrors: Array<{ code: string, message: string, path: Array<string> }> } };

export type DeclareTieMutationVariables = Exact<{
  organisation: string | number;
  reason: string;
}>;


export type DeclareTieMutation = { declareTie: { userErrors: Array<{ code: string, message: string, path: Array<string> }> } };

export type SetSchemeMutationVariables = Exact<{
  input: SetAssessmentSchemeInput;
}>;


export type SetSchemeMutation = { setAssessmentScheme: { scheme: { year: number, districtCode: string | null, version: number, setAt: string | null, parties: Array<{ party: AssessmentParty, name: string | null, maximum: string, items: Array<{ name: string, maximum: string }> }>, bands: { excellentFrom: string, goodFrom: string, qualifiedFrom: string } } | null, userErrors: Array<{ code: string, message: string, path: Array<string> }> } };

export type AuditLogQueryVariables = Exact<{
  filter?: AuditFilter | null | undefined;
  after?: string | null | undefined;
}>;


export type AuditLogQuery = { auditLog: { totalCount: number, pageInfo: { hasNextPage: boolean, endCursor: string | null }, nodes: Array<{ id: string, at: string, memberId: string | null, memberName: string | null, action: AuditAction, thing: string | null, thingId: string | null, operation: string | null, agreementIds: Array<string> | null, before: string | null, after: string | null, remoteAddress: string, requestId: string }> } };

export type AuditLineFragment = { id: string, at: string, memberId: string | null, memberName: string | null, action: AuditAction, thing: string | null, thingId: string | null, operation: string | null, agreementIds: Array<string> | null, before: string | null, after: string | null, remoteAddress: string, requestId: string };

export type AuditMembersQueryVariables = Exact<{ [key: string]: never; }>;


export type AuditMembersQuery = { members: { nodes: Array<{ id: string, displayName: string }> } };

export type ReportBoardQueryVariables = Exact<{
  from: string;
  to: string;
  district?: string | null | undefined;
  withEnded: boolean;
  after?: string | null | undefined;
}>;


export type ReportBoardQuery = { reportBoard: { totalCount: number, total: { expected: number, onTime: number, late: number, missing: number, onTimePercent: string | null }, pageInfo: { hasNextPage: boolean, endCursor: string | null }, nodes: Array<{ station: { id: string, name: string, district: { code: string, name: string } }, punctuality: { expected: number, onTime: number, late: number, missing: number, onTimePercent: string | null }, months: Array<{ id: string, month: string, state: MonthState, dueOn: string, handedInAt: string | null, isLate: boolean, isMissing: boolean, closesAfter: string | null, agreement: { id: string } }> }> } };

export type PunctualityFragment = { expected: number, onTime: number, late: number, missing: number, onTimePercent: string | null };

export type CompletionQueryVariables = Exact<{
  agreement: string | number;
  term: string | number;
  to?: string | null | undefined;
}>;


export type CompletionQuery = { agreement: { id: string, state: AgreementState, startsOn: string, endsOn: string, completion: { from: string, to: string, timeProgressPercent: string, zones: Array<{ id: string, name: string }>, rows: Array<{ indicator: { code: string, name: string }, measure: { code: string, name: string, unit: string }, byZone: Array<{ target: string | null, completed: string, percent: string | null, zone: { id: string } }>, byProject: Array<{ target: string | null, completed: string, percent: string | null, project: { id: string, name: string } }>, total: { target: string | null, completed: string, percent: string | null } }> }, station: { id: string, name: string }, operator: { id: string, name: string, shortName: string | null }, terms: Array<{ id: string, name: string, startsOn: string, endsOn: string, hasRecords: boolean }> } | null };

export type CompletionSheetFragment = { from: string, to: string, timeProgressPercent: string, zones: Array<{ id: string, name: string }>, rows: Array<{ indicator: { code: string, name: string }, measure: { code: string, name: string, unit: string }, byZone: Array<{ target: string | null, completed: string, percent: string | null, zone: { id: string } }>, byProject: Array<{ target: string | null, completed: string, percent: string | null, project: { id: string, name: string } }>, total: { target: string | null, completed: string, percent: string | null } }> };

export type StaffByZoneQueryVariables = Exact<{
  agreement: string | number;
  month: string;
}>;


export type StaffByZoneQuery = { agreement: { staffing: { headCountAtEnd: number, staffByZone: Array<{ atEnd: string, zone: { id: string } | null }> } } | null };

export type LastYearQueryVariables = Exact<{
  agreement: string | number;
}>;


export type LastYearQuery = { agreement: { station: { id: string, agreements: { nodes: Array<{ id: string, state: AgreementState, startsOn: string, endsOn: string, operator: { id: string, name: string, shortName: string | null }, terms: Array<{ id: string, name: string, startsOn: string, endsOn: string, hasRecords: boolean }> }> } } } | null, indicators: Array<{ code: string, measures: Array<{ code: string }> }> };

export type EntrySheetQueryVariables = Exact<{
  agreement: string | number;
  term: string | number;
  filter: ServiceRecordFilter;
}>;


export type EntrySheetQuery = { indicators: Array<{ code: string, name: string, measures: Array<{ code: string, name: string, unit: string }> }>, agreement: { id: string, state: AgreementState, startsOn: string, endsOn: string, zones: Array<{ id: string, name: string }>, points: Array<{ id: string, name: string, zone: { id: string } | null }>, projects: Array<{ id: string, name: string }>, months: Array<{ month: string, state: MonthState }>, completion: { rows: Array<{ indicator: { code: string }, measure: { code: string }, total: { target: string | null, completed: string } }> }, serviceRecords: { totalCount: number, nodes: Array<{ id: string, occurredOn: string, note: string | null, recordedBy: string, isOwn: boolean, recordedAt: string, revision: number, voidedAt: string | null, voidReason: string | null, indicator: { code: string, name: string }, zone: { id: string, name: string } | null, point: { id: string, name: string } | null, project: { id: string, name: string } | null, quantities: Array<{ value: string, measure: { code: string, name: string, unit: string } }> }> }, station: { id: string, name: string }, operator: { id: string, name: string, shortName: string | null }, terms: Array<{ id: string, name: string, startsOn: string, endsOn: string, hasRecords: boolean }> } | null };

export type UsualMonthsQueryVariables = Exact<{
  input: AnalyticsInput;
}>;


export type UsualMonthsQuery = { analytics: { rows: Array<{ month: string | null, completed: string, zone: { id: string } | null, project: { id: string } | null, indicator: { code: string }, measure: { code: string } }> } };

export type EvaluationsQueryVariables = Exact<{
  agreement: string | number;
}>;


export type EvaluationsQuery = { agreement: { id: string, state: AgreementState, startsOn: string, endsOn: string, evaluations: Array<{ id: string, name: string, party: EvaluationParty, fiscalYear: number | null, createdAt: string, closedAt: string | null, voidedAt: string | null, voidReason: string | null, total: string | null, grade: Grade | null, groups: Array<{ id: string, name: string, weight: string, score: string | null, evidence: string | null, revision: number, history: Array<{ revision: number, score: string, evidence: string | null, scoredAt: string, scoredBy: string }>, items: Array<{ id: string, name: string, weight: string, score: string | null, evidence: string | null, revision: number, history: Array<{ revision: number, score: string, evidence: string | null, scoredAt: string, scoredBy: string }> }> }> }>, station: { id: string, name: string }, operator: { id: string, name: string, shortName: string | null }, terms: Array<{ id: string, name: string, startsOn: string, endsOn: string, hasRecords: boolean }> } | null };

export type EvaluationDetailFragment = { id: string, name: string, party: EvaluationParty, fiscalYear: number | null, createdAt: string, closedAt: string | null, voidedAt: string | null, voidReason: string | null, total: string | null, grade: Grade | null, groups: Array<{ id: string, name: string, weight: string, score: string | null, evidence: string | null, revision: number, history: Array<{ revision: number, score: string, evidence: string | null, scoredAt: string, scoredBy: string }>, items: Array<{ id: string, name: string, weight: string, score: string | null, evidence: string | null, revision: number, history: Array<{ revision: number, score: string, evidence: string | null, scoredAt: string, scoredBy: string }> }> }> };

export type EvaluationScoreLineFragment = { revision: number, score: string, evidence: string | null, scoredAt: string, scoredBy: string };

export type CreateEvaluationMutationVariables = Exact<{
  input: CreateEvaluationInput;
}>;


export type CreateEvaluationMutation = { createEvaluation: { evaluation: { id: string } | null, userErrors: Array<{ code: string, message: string, path: Array<string> }> } };

export type ScoreEvaluationItemsMutationVariables = Exact<{
  input: ScoreEvaluationItemsInput;
}>;


export type ScoreEvaluationItemsMutation = { scoreEvaluationItems: { userErrors: Array<{ code: string, message: string, path: Array<string> }> } };

export type CloseEvaluationMutationVariables = Exact<{
  id: string | number;
}>;


export type CloseEvaluationMutation = { closeEvaluation: { userErrors: Array<{ code: string, message: string, path: Array<string> }> } };

export type VoidEvaluationMutationVariables = Exact<{
  id: string | number;
  reason: string;
  key: string;
}>;


export type VoidEvaluationMutation = { voidEvaluation: { userErrors: Array<{ code: string, message: string, path: Array<string> }> } };

export type FundingQueryVariables = Exact<{
  agreement: string | number;
  on?: string | null | undefined;
}>;


export type FundingQuery = { agreement: { id: string, state: AgreementState, startsOn: string, endsOn: string, funding: { asOf: string, annualFee: string | null, received: string, outstanding: string | null, overdue: string, spent: string, spentWithoutBudget: string, balance: string, budgeted: string, budgetVersion: number, executionPercent: string | null, timeProgressPercent: string, sources: Array<{ level: FundingLevel, amount: string, shareOfFeePercent: string | null }>, instalments: Array<{ condition: InstalmentCondition, share: string, due: string, received: string, released: boolean, releasedOn: string | null }>, budgetLines: Array<{ category: string, budgeted: string | null, spent: string, executionPercent: string | null, shareOfFeePercent: string | null }>, fiscalYears: Array<{ fiscalYear: number, budget: string | null, paid: string, undated: string, executionPercent: string | null, received: string, spent: string, balanceAtEnd: string, recall: { share: string, by: string, required: string, executed: string, short: string, atRisk: string | null, state: RecallState } | null }>, warnings: Array<{ code: FundingWarningCode, message: string, condition: InstalmentCondition | null, category: string | null, fiscalYear: number | null }> }, station: { id: string, name: string }, operator: { id: string, name: string, shortName: string | null }, terms: Array<{ id: string, name: string, startsOn: string, endsOn: string, hasRecords: boolean }> } | null };

export type FundingSheetFragment = { asOf: string, annualFee: string | null, received: string, outstanding: string | null, overdue: string, spent: string, spentWithoutBudget: string, balance: string, budgeted: string, budgetVersion: number, executionPercent: string | null, timeProgressPercent: string, sources: Array<{ level: FundingLevel, amount: string, shareOfFeePercent: string | null }>, instalments: Array<{ condition: InstalmentCondition, share: string, due: string, received: string, released: boolean, releasedOn: string | null }>, budgetLines: Array<{ category: string, budgeted: string | null, spent: string, executionPercent: string | null, shareOfFeePercent: string | null }>, fiscalYears: Array<{ fiscalYear: number, budget: string | null, paid: string, undated: string, executionPercent: string | null, received: string, spent: string, balanceAtEnd: string, recall: { share: string, by: string, required: string, executed: string, short: string, atRisk: string | null, state: RecallState } | null }>, warnings: Array<{ code: FundingWarningCode, message: string, condition: InstalmentCondition | null, category: string | null, fiscalYear: number | null }> };

export type ReceiptsQueryVariables = Exact<{
  agreement: string | number;
  after?: string | null | undefined;
}>;


export type ReceiptsQuery = { agreement: { id: string, funding: { receipts: { totalCount: number, pageInfo: { hasNextPage: boolean, endCursor: string | null }, nodes: Array<{ id: string, amount: string, note: string | null, party: OrganisationKind, recordedAt: string, reverses: string | null, reversedBy: string | null, condition: InstalmentCondition, receivedOn: string | null, receivedMonth: string, paidOn: string | null }> } } } | null };

export type ExpendituresQueryVariables = Exact<{
  agreement: string | number;
  after?: string | null | undefined;
}>;


export type ExpendituresQuery = { agreement: { id: string, funding: { expenditures: { totalCount: number, pageInfo: { hasNextPage: boolean, endCursor: string | null }, nodes: Array<{ id: string, amount: string, note: string | null, party: OrganisationKind, recordedAt: string, reverses: string | null, reversedBy: string | null, category: string, spentOn: string }> } } } | null };

export type PaymentsQueryVariables = Exact<{
  agreement: string | number;
  after?: string | null | undefined;
}>;


export type PaymentsQuery = { agreement: { id: string, funding: { payments: { totalCount: number, pageInfo: { hasNextPage: boolean, endCursor: string | null }, nodes: Array<{ id: string, amount: string, note: string | null, party: OrganisationKind, recordedAt: string, reverses: string | null, reversedBy: string | null, fiscalYear: number, paidOn: string | null }> } } } | null };

export type RecordReceiptMutationVariables = Exact<{
  input: RecordReceiptInput;
}>;


export type RecordReceiptMutation = { recordReceipt: { userErrors: Array<{ code: string, message: string, path: Array<string> }> } };

export type RecordExpenditureMutationVariables = Exact<{
  input: RecordExpenditureInput;
}>;


export type RecordExpenditureMutation = { recordExpenditure: { userErrors: Array<{ code: string, message: string, path: Array<string> }> } };

export type RecordPaymentMutationVariables = Exact<{
  input: RecordPaymentInput;
}>;


export type RecordPaymentMutation = { recordPayment: { userErrors: Array<{ code: string, message: string, path: Array<string> }> } };

export type ReverseReceiptMutationVariables = Exact<{
  input: ReverseEntryInput;
}>;


export type ReverseReceiptMutation = { reverseReceipt: { userErrors: Array<{ code: string, message: string, path: Array<string> }> } };

export type ReverseExpenditureMutationVariables = Exact<{
  input: ReverseEntryInput;
}>;


export type ReverseExpenditureMutation = { reverseExpenditure: { userErrors: Array<{ code: string, message: string, path: Array<string> }> } };

export type ReversePaymentMutationVariables = Exact<{
  input: ReverseEntryInput;
}>;


export type ReversePaymentMutation = { reversePayment: { userErrors: Array<{ code: string, message: string, path: Array<string> }> } };

export type SetBudgetMutationVariables = Exact<{
  input: SetBudgetInput;
}>;


export type SetBudgetMutation = { setBudget: { userErrors: Array<{ code: string, message: string, path: Array<string> }> } };

export type SetFundingSourcesMutationVariables = Exact<{
  input: SetFundingSourcesInput;
}>;


export type SetFundingSourcesMutation = { setFundingSources: { userErrors: Array<{ code: string, message: string, path: Array<string> }> } };

export type SetFiscalBudgetMutationVariables = Exact<{
  input: SetFiscalBudgetInput;
}>;


export type SetFiscalBudgetMutation = { setFiscalBudget: { userErrors: Array<{ code: string, message: string, path: Array<string> }> } };

export type HeatLineFragment = { isInForce: boolean, timeProgressPercent: string | null, station: { id: string, name: string, district: { code: string, name: string } }, agreement: { id: string, operator: { id: string, name: string, shortName: string | null } }, term: { id: string, name: string, startsOn: string, endsOn: string } | null, measures: Array<{ completed: string, target: string, percent: string, indicator: { code: string, name: string }, measure: { code: string, name: string } }> };

export type OperatorHeatMapQueryVariables = Exact<{
  on?: string | null | undefined;
  after?: string | null | undefined;
}>;


export type OperatorHeatMapQuery = { operatorOverview: { totalCount: number, pageInfo: { hasNextPage: boolean, endCursor: string | null }, nodes: Array<{ isInForce: boolean, timeProgressPercent: string | null, station: { id: string, name: string, district: { code: string, name: string } }, agreement: { id: string, operator: { id: string, name: string, shortName: string | null } }, term: { id: string, name: string, startsOn: string, endsOn: string } | null, measures: Array<{ completed: string, target: string, percent: string, indicator: { code: string, name: string }, measure: { code: string, name: string } }> }> } };

export type PurchaserHeatMapQueryVariables = Exact<{
  on?: string | null | undefined;
  after?: string | null | undefined;
}>;


export type PurchaserHeatMapQuery = { purchaserOverview: { totalCount: number, pageInfo: { hasNextPage: boolean, endCursor: string | null }, nodes: Array<{ isInForce: boolean, timeProgressPercent: string | null, station: { id: string, name: string, district: { code: string, name: string } }, agreement: { id: string, operator: { id: string, name: string, shortName: string | null } }, term: { id: string, name: string, startsOn: string, endsOn: string } | null, measures: Array<{ completed: string, target: string, percent: string, indicator: { code: string, name: string }, measure: { code: string, name: string } }> }> } };

export type DistrictHeatMapQueryVariables = Exact<{
  on?: string | null | undefined;
  district?: string | null | undefined;
  operator?: string | number | null | undefined;
  after?: string | null | undefined;
}>;


export type DistrictHeatMapQuery = { districtOverview: { stations: { totalCount: number, pageInfo: { hasNextPage: boolean, endCursor: string | null }, nodes: Array<{ isInForce: boolean, timeProgressPercent: string | null, station: { id: string, name: string, district: { code: string, name: string } }, agreement: { id: string, operator: { id: string, name: string, shortName: string | null } }, term: { id: string, name: string, startsOn: string, endsOn: string } | null, measures: Array<{ completed: string, target: string, percent: string, indicator: { code: string, name: string }, measure: { code: string, name: string } }> }> } } };

export type HeatMapChoicesQueryVariables = Exact<{ [key: string]: never; }>;


export type HeatMapChoicesQuery = { indicators: Array<{ code: string, name: string, measures: Array<{ code: string, name: string }> }>, districts: Array<{ code: string, name: string }> };

export type HomeTasksQueryVariables = Exact<{
  kinds?: Array<TaskKind> | TaskKind | null | undefined;
}>;


export type HomeTasksQuery = { viewer: { id: string, taskCounts: Array<{ kind: TaskKind, count: number, overdue: number }>, tasks: Array<{ kind: TaskKind, subject: string, subjectId: string, dueOn: string | null, agreement: { id: string, station: { id: string, name: string } } }> } };

export type ImportsQueryVariables = Exact<{
  agreement: string | number;
  after?: string | null | undefined;
}>;


export type ImportsQuery = { agreement: { id: string, state: AgreementState, startsOn: string, endsOn: string, sheetImports: { totalCount: number, pageInfo: { hasNextPage: boolean, endCursor: string | null }, nodes: Array<{ id: string, form: SheetForm, state: ImportState, fileName: string, uploadedAt: string, uploadedBy: string, expiresAt: string, counts: { rows: number, ready: number, unchanged: number, ignored: number, faulty: number } }> }, station: { id: string, name: string }, operator: { id: string, name: string, shortName: string | null }, terms: Array<{ id: string, name: string, startsOn: string, endsOn: string, hasRecords: boolean }> } | null };

export type ImportPreviewQueryVariables = Exact<{
  id: string | number;
}>;


export type ImportPreviewQuery = { sheetImport: { digest: string, id: string, form: SheetForm, state: ImportState, fileName: string, uploadedAt: string, uploadedBy: string, expiresAt: string, agreement: { id: string, state: AgreementState, startsOn: string, endsOn: string, zones: Array<{ id: string, name: string }>, points: Array<{ id: string, name: string }>, projects: Array<{ id: string, name: string }>, station: { id: string, name: string }, operator: { id: string, name: string, shortName: string | null }, terms: Array<{ id: string, name: string, startsOn: string, endsOn: string, hasRecords: boolean }> }, names: Array<{ kind: ImportNameKind, text: string, cells: Array<string>, matchedId: string | null, name: string | null, isChosen: boolean }>, parts: Array<{ part: ImportPart, changes: number, mayApply: boolean }>, receipt: { appliedAt: string, appliedBy: string, parts: Array<ImportPart>, written: number, skipped: number, undoneAt: string | null, undoneBy: string | null, undoReason: string | null, kept: Array<{ part: ImportPart, sheet: string, cell: string, subject: string, was: string | null, becomes: string | null }> } | null, errors: { totalCount: number }, warnings: { totalCount: number }, notes: { totalCount: number }, counts: { rows: number, ready: number, unchanged: number, ignored: number, faulty: number } } };

export type ImportFaultsQueryVariables = Exact<{
  id: string | number;
  severity: FaultSeverity;
  after?: string | null | undefined;
}>;


export type ImportFaultsQuery = { sheetImport: { id: string, faults: { totalCount: number, pageInfo: { hasNextPage: boolean, endCursor: string | null }, nodes: Array<{ code: string, severity: FaultSeverity, sheet: string, cell: string, value: string | null, message: string }> } } };

export type ImportRowsQueryVariables = Exact<{
  id: string | number;
  sheet: string;
  numbers: Array<number> | number;
}>;


export type ImportRowsQuery = { sheetImport: { id: string, rows: Array<{ number: number, isHidden: boolean, cells: Array<string | null>, merges: Array<{ range: string, text: string | null }> }> } };

export type ImportChangesQueryVariables = Exact<{
  id: string | number;
  after?: string | null | undefined;
}>;


export type ImportChangesQuery = { sheetImport: { id: string, changes: { totalCount: number, pageInfo: { hasNextPage: boolean, endCursor: string | null }, nodes: Array<{ part: ImportPart, sheet: string, cell: string, subject: string, was: string | null, becomes: string | null }> } } };

export type ImportIndicatorsQueryVariables = Exact<{ [key: string]: never; }>;


export type ImportIndicatorsQuery = { indicators: Array<{ code: string, name: string }> };

export type ImportLineFragment = { id: string, form: SheetForm, state: ImportState, fileName: string, uploadedAt: string, uploadedBy: string, expiresAt: string, counts: { rows: number, ready: number, unchanged: number, ignored: number, faulty: number } };

export type ImportPreviewFragment = { digest: string, id: string, form: SheetForm, state: ImportState, fileName: string, uploadedAt: string, uploadedBy: string, expiresAt: string, agreement: { id: string, state: AgreementState, startsOn: string, endsOn: string, zones: Array<{ id: string, name: string }>, points: Array<{ id: string, name: string }>, projects: Array<{ id: string, name: string }>, station: { id: string, name: string }, operator: { id: string, name: string, shortName: string | null }, terms: Array<{ id: string, name: string, startsOn: string, endsOn: string, hasRecords: boolean }> }, names: Array<{ kind: ImportNameKind, text: string, cells: Array<string>, matchedId: string | null, name: string | null, isChosen: boolean }>, parts: Array<{ part: ImportPart, changes: number, mayApply: boolean }>, receipt: { appliedAt: string, appliedBy: string, parts: Array<ImportPart>, written: number, skipped: number, undoneAt: string | null, undoneBy: string | null, undoReason: string | null, kept: Array<{ part: ImportPart, sheet: string, cell: string, subject: string, was: string | null, becomes: string | null }> } | null, errors: { totalCount: number }, warnings: { totalCount: number }, notes: { totalCount: number }, counts: { rows: number, ready: number, unchanged: number, ignored: number, faulty: number } };

export type ImportFaultFragment = { code: string, severity: FaultSeverity, sheet: string, cell: string, value: string | null, message: string };

export type ImportChangeLineFragment = { part: ImportPart, sheet: string, cell: string, subject: string, was: string | null, becomes: string | null };

export type MatchImportNamesMutationVariables = Exact<{
  input: MatchImportNamesInput;
}>;


export type MatchImportNamesMutation = { matchImportNames: { sheetImport: { id: string } | null, userErrors: Array<{ code: string, message: string, path: Array<string> }> } };

export type ApplyImportMutationVariables = Exact<{
  input: ApplyImportInput;
}>;


export type ApplyImportMutation = { applyImport: { sheetImport: { id: string } | null, userErrors: Array<{ code: string, message: string, path: Array<string> }> } };

export type UndoImportMutationVariables = Exact<{
  importId: string | number;
  reason: string;
}>;


export type UndoImportMutation = { undoImport: { sheetImport: { id: string } | null, userErrors: Array<{ code: string, message: string, path: Array<string> }> } };

export type ApiKeysQueryVariables = Exact<{ [key: string]: never; }>;


export type ApiKeysQuery = { apiKeys: Array<{ id: string, name: string, createdAt: string, expiresOn: string | null, lastUsedAt: string | null, revokedAt: string | null, stations: Array<{ id: string, name: string }> | null }> };

export type KeyLineFragment = { id: string, name: string, createdAt: string, expiresOn: string | null, lastUsedAt: string | null, revokedAt: string | null, stations: Array<{ id: string, name: string }> | null };

export type CreateApiKeyMutationVariables = Exact<{
  input: CreateApiKeyInput;
}>;


export type CreateApiKeyMutation = { createApiKey: { secret: string | null, apiKey: { name: string, expiresOn: string | null } | null, userErrors: Array<{ code: string, message: string, path: Array<string> }> } };

export type RevokeApiKeyMutationVariables = Exact<{
  id: string | number;
}>;


export type RevokeApiKeyMutation = { revokeApiKey: { userErrors: Array<{ code: string, message: string, path: Array<string> }> } };

export type MembersQueryVariables = Exact<{
  after?: string | null | undefined;
}>;


export type MembersQuery = { members: { totalCount: number, pageInfo: { hasNextPage: boolean, endCursor: string | null }, nodes: Array<{ id: string, displayName: string, email: string, role: MemberRole, recordsMoney: boolean, namedBecause: string | null, joinedAt: string | null, leftAt: string | null, stations: Array<{ id: string, name: string }> | null }> } };

export type MemberLineFragment = { id: string, displayName: string, email: string, role: MemberRole, recordsMoney: boolean, namedBecause: string | null, joinedAt: string | null, leftAt: string | null, stations: Array<{ id: string, name: string }> | null };

export type StationNamesQueryVariables = Exact<{
  name: string;
}>;


export type StationNamesQuery = { stations: { totalCount: number, nodes: Array<{ id: string, name: string }> } };

export type InviteMemberMutationVariables = Exact<{
  input: InviteMemberInput;
}>;


export type InviteMemberMutation = { inviteMember: { invitationToken: string | null, expiresAt: string | null, member: { displayName: string } | null, userErrors: Array<{ code: string, message: string, path: Array<string> }> } };

export type RenewInvitationMutationVariables = Exact<{
  id: string | number;
}>;


export type RenewInvitationMutation = { renewInvitation: { invitationToken: string | null, expiresAt: string | null, member: { displayName: string } | null, userErrors: Array<{ code: string, message: string, path: Array<string> }> } };

export type ChangeMemberMutationVariables = Exact<{
  input: ChangeMemberInput;
}>;


export type ChangeMemberMutation = { changeMember: { userErrors: Array<{ code: string, message: string, path: Array<string> }> } };

export type RemoveMemberMutationVariables = Exact<{
  id: string | number;
}>;


export type RemoveMemberMutation = { removeMember: { userErrors: Array<{ code: string, message: string, path: Array<string> }> } };

export type IssuePasswordResetMutationVariables = Exact<{
  id: string | number;
}>;


export type IssuePasswordResetMutation = { issuePasswordReset: { token: string | null, expiresAt: string | null, userErrors: Array<{ code: string, message: string, path: Array<string> }> } };

export type OrganisationsQueryVariables = Exact<{
  kind?: OrganisationKind | null | undefined;
  after?: string | null | undefined;
}>;


export type OrganisationsQuery = { organisations: { totalCount: number, pageInfo: { hasNextPage: boolean, endCursor: string | null }, nodes: Array<{ id: string, name: string, shortName: string | null, kind: OrganisationKind, isAdministered: boolean | null, district: { code: string, name: string } | null, formerNames: Array<{ name: string, until: string }> }> } };

export type OrganisationLineFragment = { id: string, name: string, shortName: string | null, kind: OrganisationKind, isAdministered: boolean | null, district: { code: string, name: string } | null, formerNames: Array<{ name: string, until: string }> };

export type AddOrganisationMutationVariables = Exact<{
  input: AddOrganisationInput;
}>;


export type AddOrganisationMutation = { addOrganisation: { invitationToken: string | null, expiresAt: string | null, organisation: { id: string, name: string } | null, userErrors: Array<{ code: string, message: string, path: Array<string> }> } };

export type InviteFirstAdministratorMutationVariables = Exact<{
  id: string | number;
  email: string;
  displayName: string;
}>;


export type InviteFirstAdministratorMutation = { inviteFirstAdministrator: { invitationToken: string | null, expiresAt: string | null, organisation: { id: string, name: string } | null, userErrors: Array<{ code: string, message: string, path: Array<string> }> } };

export type NameAdministratorMutationVariables = Exact<{
  input: NameAdministratorInput;
}>;


export type NameAdministratorMutation = { nameAdministrator: { invitationToken: string | null, expiresAt: string | null, organisation: { id: string, name: string } | null, userErrors: Array<{ code: string, message: string, path: Array<string> }> } };

export type FoundingFragment = { invitationToken: string | null, expiresAt: string | null, organisation: { id: string, name: string } | null, userErrors: Array<{ code: string, message: string, path: Array<string> }> };

export type RenameOrganisationMutationVariables = Exact<{
  input: RenameOrganisationInput;
}>;


export type RenameOrganisationMutation = { renameOrganisation: { userErrors: Array<{ code: string, message: string, path: Array<string> }> } };

export type RequestAdministratorResetMutationVariables = Exact<{
  email: string;
  reason: string;
}>;


export type RequestAdministratorResetMutation = { requestAdministratorReset: { userErrors: Array<{ code: string, message: string, path: Array<string> }> } };

export type ConfirmAdministratorResetMutationVariables = Exact<{
  id: string | number;
}>;


export type ConfirmAdministratorResetMutation = { confirmAdministratorReset: { userErrors: Array<{ code: string, message: string, path: Array<string> }> } };

export type TakeAdministratorResetMutationVariables = Exact<{
  id: string | number;
}>;


export type TakeAdministratorResetMutation = { takeAdministratorReset: { token: string | null, expiresAt: string | null, userErrors: Array<{ code: string, message: string, path: Array<string> }> } };

export type StopAdministratorResetMutationVariables = Exact<{
  id: string | number;
}>;


export type StopAdministratorResetMutation = { stopAdministratorReset: { userErrors: Array<{ code: string, message: string, path: Array<string> }> } };

export type WebhooksQueryVariables = Exact<{ [key: string]: never; }>;


export type WebhooksQuery = { webhooks: Array<{ id: string, url: string, events: Array<WebhookEvent>, createdAt: string, failingSince: string | null, disabledAt: string | null, disabledBecause: WebhookStop | null }> };

export type WebhookLineFragment = { id: string, url: string, events: Array<WebhookEvent>, createdAt: string, failingSince: string | null, disabledAt: string | null, disabledBecause: WebhookStop | null };

export type WebhookDeliveriesQueryVariables = Exact<{
  id: string | number;
  after?: string | null | undefined;
}>;


export type WebhookDeliveriesQuery = { webhook: { deliveries: { totalCount: number, pageInfo: { hasNextPage: boolean, endCursor: string | null }, nodes: Array<{ id: string, event: WebhookEvent, createdAt: string, state: DeliveryState, attempts: number, lastAttemptAt: string | null, lastStatus: number | null, lastFailure: DeliveryFailure | null }> } } | null };

export type DeliveryLineFragment = { id: string, event: WebhookEvent, createdAt: string, state: DeliveryState, attempts: number, lastAttemptAt: string | null, lastStatus: number | null, lastFailure: DeliveryFailure | null };

export type RegisterWebhookMutationVariables = Exact<{
  input: RegisterWebhookInput;
}>;


export type RegisterWebhookMutation = { registerWebhook: { secret: string | null, webhook: { url: string } | null, userErrors: Array<{ code: string, message: string, path: Array<string> }> } };

export type ChangeWebhookMutationVariables = Exact<{
  input: ChangeWebhookInput;
}>;


export type ChangeWebhookMutation = { changeWebhook: { userErrors: Array<{ code: string, message: string, path: Array<string> }> } };

export type RemoveWebhookMutationVariables = Exact<{
  id: string | number;
}>;


export type RemoveWebhookMutation = { removeWebhook: { userErrors: Array<{ code: string, message: string, path: Array<string> }> } };

export type RedeliverWebhookMutationVariables = Exact<{
  id: string | number;
}>;


export type RedeliverWebhookMutation = { redeliverWebhook: { userErrors: Array<{ code: string, message: string, path: Array<string> }> } };

export type MonthPageQueryVariables = Exact<{
  agreement: string | number;
}>;


export type MonthPageQuery = { agreement: { monthsDueDay: number, id: string, state: AgreementState, startsOn: string, endsOn: string, months: Array<{ id: string, month: string, state: MonthState, dueOn: string, handedInAt: string | null, isLate: boolean, isMissing: boolean, closesAfter: string | null, agreement: { id: string } }>, station: { id: string, name: string }, operator: { id: string, name: string, shortName: string | null }, terms: Array<{ id: string, name: string, startsOn: string, endsOn: string, hasRecords: boolean }> } | null };

export type MonthFiguresQueryVariables = Exact<{
  agreement: string | number;
  month: string;
  id: string | number;
  withEvents: boolean;
  withRemarks: boolean;
}>;


export type MonthFiguresQuery = { agreement: { staffing: { total: string, required: string | null, surplus: string | null, months: Array<{ headCount: number, postsSurplus: string | null, salaryPaid: number, socialInsurancePaid: number }>, warnings: Array<{ message: string, month: string | null }> }, monthSpending: { spent: string, categories: Array<{ category: string }> } } | null, node:
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string, events?: Array<{ state: MonthState, at: string, note: string | null, closesAfter: string | null, by: { id: string, name: string, shortName: string | null } }>, remarks?: Array<{ id: string, text: string | null, evidence: string | null, writtenAt: string, writtenBy: string, organisation: { name: string, shortName: string | null } }>, agreement: { id: string, zones: Array<{ id: string, name: string }> }, figures: Array<{ completed: string, indicator: { code: string, name: string }, measure: { code: string, name: string, unit: string }, zone: { id: string, name: string } | null }> | null, staffing: { total: string, required: string | null, surplus: string | null, headCountAtEnd: number, certified: string } | null, spending: { spent: string, categories: Array<{ category: string, spent: string }> } | null, changesSince: Array<{ report: BasisReport, path: Array<string>, was: string | null, is: string | null }> }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
   | null };

export type MonthSheetQueryVariables = Exact<{
  agreement: string | number;
  term: string | number;
  month: string;
}>;


export type MonthSheetQuery = { agreement: { id: string, monthlyCompletion: { from: string, to: string, timeProgressPercent: string, months: Array<string>, rows: Array<{ byMonth: Array<string>, indicator: { code: string, name: string }, measure: { code: string, name: string, unit: string }, total: { target: string | null, completed: string, percent: string | null } }> } } | null };

export type SetMonthsDueDayMutationVariables = Exact<{
  agreement: string | number;
  day: number;
}>;


export type SetMonthsDueDayMutation = { setMonthsDueDay: { userErrors: Array<{ code: string, message: string, path: Array<string> }> } };

export type MonthsQueryVariables = Exact<{
  agreement: string | number;
  term: string | number;
  zone?: string | number | null | undefined;
  from?: string | null | undefined;
  to?: string | null | undefined;
}>;


export type MonthsQuery = { agreement: { id: string, state: AgreementState, startsOn: string, endsOn: string, zones: Array<{ id: string, name: string }>, monthlyCompletion: { from: string, to: string, timeProgressPercent: string, months: Array<string>, rows: Array<{ byMonth: Array<string>, indicator: { code: string, name: string }, measure: { code: string, name: string, unit: string }, total: { target: string | null, completed: string, percent: string | null } }> }, station: { id: string, name: string }, operator: { id: string, name: string, shortName: string | null }, terms: Array<{ id: string, name: string, startsOn: string, endsOn: string, hasRecords: boolean }> } | null };

export type MonthsSheetFragment = { from: string, to: string, timeProgressPercent: string, months: Array<string>, rows: Array<{ byMonth: Array<string>, indicator: { code: string, name: string }, measure: { code: string, name: string, unit: string }, total: { target: string | null, completed: string, percent: string | null } }> };

export type RankingQueryVariables = Exact<{
  input: StationRankingInput;
  after?: string | null | undefined;
}>;


export type RankingQuery = { stationRanking: { totalCount: number, pageInfo: { hasNextPage: boolean, endCursor: string | null }, nodes: Array<{ rank: number | null, completed: string, target: string | null, percent: string | null, station: { id: string, name: string, district: { code: string, name: string } }, marks: Array<{ kind: StationMarkKind, value: string, reference: string, score: string | null, compared: number | null }> }> } };

export type RankedLineFragment = { rank: number | null, completed: string, target: string | null, percent: string | null, station: { id: string, name: string, district: { code: string, name: string } }, marks: Array<{ kind: StationMarkKind, value: string, reference: string, score: string | null, compared: number | null }> };

export type RecordsQueryVariables = Exact<{
  agreement: string | number;
  here: boolean;
  filter?: ServiceRecordFilter | null | undefined;
  after?: string | null | undefined;
}>;


export type RecordsQuery = { indicators: Array<{ code: string, name: string }>, agreement: { id: string, state: AgreementState, startsOn: string, endsOn: string, zones: Array<{ id: string, name: string }>, serviceRecords?: { totalCount: number, pageInfo: { hasNextPage: boolean, endCursor: string | null }, nodes: Array<{ id: string, occurredOn: string, note: string | null, recordedBy: string, isOwn: boolean, recordedAt: string, revision: number, voidedAt: string | null, voidReason: string | null, indicator: { code: string, name: string }, zone: { id: string, name: string } | null, point: { id: string, name: string } | null, project: { id: string, name: string } | null, quantities: Array<{ value: string, measure: { code: string, name: string, unit: string } }> }> }, station: { id: string, name: string }, operator: { id: string, name: string, shortName: string | null }, terms: Array<{ id: string, name: string, startsOn: string, endsOn: string, hasRecords: boolean }> } | null, serviceRecords?: { totalCount: number, pageInfo: { hasNextPage: boolean, endCursor: string | null }, nodes: Array<{ id: string, occurredOn: string, note: string | null, recordedBy: string, isOwn: boolean, recordedAt: string, revision: number, voidedAt: string | null, voidReason: string | null, agreement: { station: { name: string } }, indicator: { code: string, name: string }, zone: { id: string, name: string } | null, point: { id: string, name: string } | null, project: { id: string, name: string } | null, quantities: Array<{ value: string, measure: { code: string, name: string, unit: string } }> }> } };

export type RecordHistoryQueryVariables = Exact<{
  id: string | number;
}>;


export type RecordHistoryQuery = { node:
    | { id: string, occurredOn: string, note: string | null, recordedBy: string, isOwn: boolean, recordedAt: string, revision: number, voidedAt: string | null, voidReason: string | null, remarks: Array<{ id: string, text: string | null, evidence: string | null, writtenAt: string, writtenBy: string, organisation: { name: string, shortName: string | null } }>, versions: Array<{ revision: number, revisedAt: string, revisedBy: string, reason: string | null, occurredOn: string, note: string | null, quantities: Array<{ value: string, measure: { code: string, name: string, unit: string } }> }>, indicator: { code: string, name: string }, zone: { id: string, name: string } | null, point: { id: string, name: string } | null, project: { id: string, name: string } | null, quantities: Array<{ value: string, measure: { code: string, name: string, unit: string } }> }
    | Record<PropertyKey, never>
   | null };

export type CorrectRecordMutationVariables = Exact<{
  input: CorrectServiceRecordInput;
}>;


export type CorrectRecordMutation = { correctServiceRecord: { record: { id: string, occurredOn: string, note: string | null, recordedBy: string, isOwn: boolean, recordedAt: string, revision: number, voidedAt: string | null, voidReason: string | null, indicator: { code: string, name: string }, zone: { id: string, name: string } | null, point: { id: string, name: string } | null, project: { id: string, name: string } | null, quantities: Array<{ value: string, measure: { code: string, name: string, unit: string } }> } | null, userErrors: Array<{ code: string, message: string, path: Array<string> }> } };

export type VoidRecordMutationVariables = Exact<{
  id: string | number;
  reason: string;
  key?: string | null | undefined;
}>;


export type VoidRecordMutation = { voidServiceRecord: { record: { id: string, occurredOn: string, note: string | null, recordedBy: string, isOwn: boolean, recordedAt: string, revision: number, voidedAt: string | null, voidReason: string | null, indicator: { code: string, name: string }, zone: { id: string, name: string } | null, point: { id: string, name: string } | null, project: { id: string, name: string } | null, quantities: Array<{ value: string, measure: { code: string, name: string, unit: string } }> } | null, userErrors: Array<{ code: string, message: string, path: Array<string> }> } };

export type ReportAuditsQueryVariables = Exact<{
  agreement: string | number;
  after?: string | null | undefined;
}>;


export type ReportAuditsQuery = { agreement: { id: string, state: AgreementState, startsOn: string, endsOn: string, reportAudits: { totalCount: number, pageInfo: { hasNextPage: boolean, endCursor: string | null }, nodes: Array<{ id: string, title: string, from: string, to: string, asOf: string, auditedAt: string, figureCount: number, findingCount: number, auditedBy: { id: string, name: string, shortName: string | null } }> }, station: { id: string, name: string }, operator: { id: string, name: string, shortName: string | null }, terms: Array<{ id: string, name: string, startsOn: string, endsOn: string, hasRecords: boolean }> } | null };

export type ReportAuditLineFragment = { id: string, title: string, from: string, to: string, asOf: string, auditedAt: string, figureCount: number, findingCount: number, auditedBy: { id: string, name: string, shortName: string | null } };

export type AuditedSubjectsQueryVariables = Exact<{
  agreement: string | number;
}>;


export type AuditedSubjectsQuery = { agreement: { id: string, state: AgreementState, startsOn: string, endsOn: string, zones: Array<{ id: string, name: string }>, station: { id: string, name: string }, operator: { id: string, name: string, shortName: string | null }, terms: Array<{ id: string, name: string, startsOn: string, endsOn: string, hasRecords: boolean }> } | null, indicators: Array<{ code: string, name: string, aliases: Array<string>, measures: Array<{ code: string, name: string, unit: string }> }> };

export type ImportToAuditQueryVariables = Exact<{
  id: string | number;
}>;


export type ImportToAuditQuery = { sheetImport: { id: string, fileName: string, form: SheetForm, agreement: { id: string } } };

export type AuditReportMutationVariables = Exact<{
  input: AuditReportInput;
}>;


export type AuditReportMutation = { auditReport: { audit: { id: string } | null, userErrors: Array<{ code: string, message: string, path: Array<string> }> } };

export type ReportAuditQueryVariables = Exact<{
  id: string | number;
  after?: string | null | undefined;
}>;


export type ReportAuditQuery = { reportAudit: { id: string, title: string, from: string, to: string, asOf: string, auditedAt: string, figureCount: number, findingCount: number, agreement: { id: string, state: AgreementState, startsOn: string, endsOn: string, station: { id: string, name: string }, reportAudits: { nodes: Array<{ id: string, title: string, from: string, to: string, asOf: string, auditedAt: string, figureCount: number, findingCount: number, auditedBy: { id: string, name: string, shortName: string | null } }> }, operator: { id: string, name: string, shortName: string | null }, terms: Array<{ id: string, name: string, startsOn: string, endsOn: string, hasRecords: boolean }> }, rounding: { roundings: Array<FigureRounding>, ratios: number, explained: number }, figures: { totalCount: number, pageInfo: { hasNextPage: boolean, endCursor: string | null }, nodes: Array<{ roundings: Array<FigureRounding>, position: number, where: string | null, subject: string | null, kind: FigureKind, printed: string | null, recomputed: string | null, verdict: FigureVerdict | null, isFinding: boolean, possible: Array<{ part: FigureKind, rounding: FigureRounding, least: string, most: string | null }>, indicator: { code: string, name: string } | null, measure: { code: string, name: string, unit: string } | null, zone: { id: string, name: string } | null, inReport: Array<{ fault: ReportFault, expected: string | null, places: Array<string> }> }> }, auditedBy: { id: string, name: string, shortName: string | null } } };

export type AuditedFragment = { position: number, where: string | null, subject: string | null, kind: FigureKind, printed: string | null, recomputed: string | null, verdict: FigureVerdict | null, isFinding: boolean, indicator: { code: string, name: string } | null, measure: { code: string, name: string, unit: string } | null, zone: { id: string, name: string } | null, inReport: Array<{ fault: ReportFault, expected: string | null, places: Array<string> }> };

export type ComparedAuditsQueryVariables = Exact<{
  id: string | number;
  other: string | number;
}>;


export type ComparedAuditsQuery = { reportAudit: { id: string, comparedWith: Array<{ was: { position: number, where: string | null, subject: string | null, kind: FigureKind, printed: string | null, recomputed: string | null, verdict: FigureVerdict | null, isFinding: boolean, indicator: { code: string, name: string } | null, measure: { code: string, name: string, unit: string } | null, zone: { id: string, name: string } | null, inReport: Array<{ fault: ReportFault, expected: string | null, places: Array<string> }> } | null, is: { position: number, where: string | null, subject: string | null, kind: FigureKind, printed: string | null, recomputed: string | null, verdict: FigureVerdict | null, isFinding: boolean, indicator: { code: string, name: string } | null, measure: { code: string, name: string, unit: string } | null, zone: { id: string, name: string } | null, inReport: Array<{ fault: ReportFault, expected: string | null, places: Array<string> }> } | null }> } };

export type PublishedReportQueryVariables = Exact<{
  id: string | number;
}>;


export type PublishedReportQuery = { node:
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string, number: number, kind: ReportKind, title: string, from: string, to: string, publishedAt: string, agreement: { id: string, state: AgreementState, startsOn: string, endsOn: string, station: { id: string, name: string }, publishedReports: { nodes: Array<{ id: string, number: number, title: string }> }, operator: { id: string, name: string, shortName: string | null }, terms: Array<{ id: string, name: string, startsOn: string, endsOn: string, hasRecords: boolean }> }, completion: Array<{ from: string, to: string, timeProgressPercent: string, term: { id: string, name: string }, zones: Array<{ id: string, name: string }>, rows: Array<{ indicator: { code: string, name: string }, measure: { code: string, name: string, unit: string }, byZone: Array<{ completed: string, zone: { id: string } }>, total: { target: string | null, completed: string, percent: string | null } }> }>, staffing: { from: string, to: string, total: string, required: string | null, surplus: string | null, certified: string, requiredCertified: string | null, certifiedSurplus: string | null, stabilityPercent: string | null }, funding: { asOf: string, annualFee: string | null, budgeted: string, received: string, spent: string, balance: string, executionPercent: string | null }, satisfaction: { asked: number, answered: number, satisfied: number, percent: string | null } | null, publishedBy: { id: string, name: string, shortName: string | null }, supersedes: { id: string, number: number } | null, supersededBy: { id: string, number: number } | null }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
   | null };

export type ReportChangesQueryVariables = Exact<{
  id: string | number;
}>;


export type ReportChangesQuery = { node:
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string, changesSince: Array<{ report: BasisReport, path: Array<string>, was: string | null, is: string | null }> }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
   | null };

export type ReportComparisonQueryVariables = Exact<{
  id: string | number;
  other: string | number;
}>;


export type ReportComparisonQuery = { node:
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string, comparedWith: Array<{ report: BasisReport, path: Array<string>, was: string | null, is: string | null }> }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
   | null };

export type PublishedReportsQueryVariables = Exact<{
  agreement: string | number;
}>;


export type PublishedReportsQuery = { agreement: { id: string, state: AgreementState, startsOn: string, endsOn: string, publishedReports: { totalCount: number, nodes: Array<{ id: string, number: number, kind: ReportKind, title: string, from: string, to: string, publishedAt: string, publishedBy: { id: string, name: string, shortName: string | null }, supersedes: { id: string, number: number } | null, supersededBy: { id: string, number: number } | null }> }, station: { id: string, name: string }, operator: { id: string, name: string, shortName: string | null }, terms: Array<{ id: string, name: string, startsOn: string, endsOn: string, hasRecords: boolean }> } | null };

export type PublishReportMutationVariables = Exact<{
  input: PublishReportInput;
}>;


export type PublishReportMutation = { publishReport: { report: { id: string } | null, userErrors: Array<{ code: string, message: string, path: Array<string> }> } };

export type StaffingRulesQueryVariables = Exact<{
  agreement: string | number;
}>;


export type StaffingRulesQuery = { agreement: { id: string, staffingParameters: { requiredPosts: string | null, requiredCertifiedShare: string | null, halfAfterDay: number, practiceYears: number, certifiedAfterMonths: number } } | null };

export type RosterQueryVariables = Exact<{
  agreement: string | number;
  from: string;
  to: string;
}>;


export type RosterQuery = { agreement: { id: string, state: AgreementState, startsOn: string, endsOn: string, zones: Array<{ id: string, name: string }>, staffing: { from: string, to: string, certified: string, uncertified: string, total: string, experienced: string, experiencedPercent: string | null, required: string | null, surplus: string | null, requiredCertified: string | null, certifiedSurplus: string | null, stabilityPercent: string | null, headCountAtEnd: number, certifiedAtEnd: Array<{ level: CertificateLevel, headCount: number }>, parameters: { requiredPosts: string | null, requiredCertifiedShare: string | null, halfAfterDay: number, practiceYears: number, certifiedAfterMonths: number }, months: Array<{ month: string, headCount: number, total: string, certified: string, uncertified: string, experienced: string, postsSurplus: string | null, socialInsurancePaid: number, salaryPaid: number }>, members: Array<{ memberId: string, code: string, name: string, position: string | null, months: Array<string>, total: string, certified: string, uncertified: string, experienced: string }>, staffByZone: Array<{ personMonths: string, atEnd: string, zone: { id: string, name: string } | null }>, joined: Array<{ memberId: string, name: string, on: string }>, left: Array<{ memberId: string, name: string, on: string }>, warnings: Array<{ code: string, memberId: string, name: string, month: string | null, message: string }> }, station: { id: string, name: string }, operator: { id: string, name: string, shortName: string | null }, terms: Array<{ id: string, name: string, startsOn: string, endsOn: string, hasRecords: boolean }> } | null };

export type StaffQueryVariables = Exact<{
  agreement: string | number;
}>;


export type StaffQuery = { agreement: { id: string, staff: Array<{ id: string, code: string, name: string, position: string | null, kind: StaffKind, practisingSince: string | null, voidedAt: string | null, voidReason: string | null, certificates: Array<{ level: CertificateLevel, passedOn: string | null }>, spells: Array<{ id: string, employedFrom: string, employedTo: string | null, employedToAsGiven: string | null }>, zones: Array<{ share: string, zone: { id: string, name: string } }>, zoneHistory: Array<{ since: string | null, setAt: string | null, zones: Array<{ share: string, zone: { id: string, name: string } }> }>, pay: Array<{ month: string, socialInsurancePaid: boolean | null, salaryPaid: boolean | null }>, warnings: Array<{ code: string, month: string | null, message: string }> }> } | null };

export type RosterReportFragment = { from: string, to: string, certified: string, uncertified: string, total: string, experienced: string, experiencedPercent: string | null, required: string | null, surplus: string | null, requiredCertified: string | null, certifiedSurplus: string | null, stabilityPercent: string | null, headCountAtEnd: number, certifiedAtEnd: Array<{ level: CertificateLevel, headCount: number }>, parameters: { requiredPosts: string | null, requiredCertifiedShare: string | null, halfAfterDay: number, practiceYears: number, certifiedAfterMonths: number }, months: Array<{ month: string, headCount: number, total: string, certified: string, uncertified: string, experienced: string, postsSurplus: string | null, socialInsurancePaid: number, salaryPaid: number }>, members: Array<{ memberId: string, code: string, name: string, position: string | null, months: Array<string>, total: string, certified: string, uncertified: string, experienced: string }>, staffByZone: Array<{ personMonths: string, atEnd: string, zone: { id: string, name: string } | null }>, joined: Array<{ memberId: string, name: string, on: string }>, left: Array<{ memberId: string, name: string, on: string }>, warnings: Array<{ code: string, memberId: string, name: string, month: string | null, message: string }> };

export type RosterMemberFragment = { id: string, code: string, name: string, position: string | null, kind: StaffKind, practisingSince: string | null, voidedAt: string | null, voidReason: string | null, certificates: Array<{ level: CertificateLevel, passedOn: string | null }>, spells: Array<{ id: string, employedFrom: string, employedTo: string | null, employedToAsGiven: string | null }>, zones: Array<{ share: string, zone: { id: string, name: string } }>, zoneHistory: Array<{ since: string | null, setAt: string | null, zones: Array<{ share: string, zone: { id: string, name: string } }> }>, pay: Array<{ month: string, socialInsurancePaid: boolean | null, salaryPaid: boolean | null }>, warnings: Array<{ code: string, month: string | null, message: string }> };

export type EnrolStaffMutationVariables = Exact<{
  input: EnrolStaffInput;
}>;


export type EnrolStaffMutation = { enrolStaff: { userErrors: Array<{ code: string, message: string, path: Array<string> }> } };

export type ChangeStaffMemberMutationVariables = Exact<{
  input: ChangeStaffMemberInput;
}>;


export type ChangeStaffMemberMutation = { changeStaffMember: { userErrors: Array<{ code: string, message: string, path: Array<string> }> } };

export type AddStaffSpellMutationVariables = Exact<{
  input: AddStaffSpellInput;
}>;


export type AddStaffSpellMutation = { addStaffSpell: { userErrors: Array<{ code: string, message: string, path: Array<string> }> } };

export type ChangeStaffSpellMutationVariables = Exact<{
  input: ChangeStaffSpellInput;
}>;


export type ChangeStaffSpellMutation = { changeStaffSpell: { userErrors: Array<{ code: string, message: string, path: Array<string> }> } };

export type RemoveStaffSpellMutationVariables = Exact<{
  id: string | number;
  key: string;
}>;


export type RemoveStaffSpellMutation = { removeStaffSpell: { userErrors: Array<{ code: string, message: string, path: Array<string> }> } };

export type SetStaffCertificatesMutationVariables = Exact<{
  input: SetStaffCertificatesInput;
}>;


export type SetStaffCertificatesMutation = { setStaffCertificates: { userErrors: Array<{ code: string, message: string, path: Array<string> }> } };

export type SetStaffZonesMutationVariables = Exact<{
  input: SetStaffZonesInput;
}>;


export type SetStaffZonesMutation = { setStaffZones: { userErrors: Array<{ code: string, message: string, path: Array<string> }> } };

export type RecordStaffPayMutationVariables = Exact<{
  input: RecordStaffPayInput;
}>;


export type RecordStaffPayMutation = { recordStaffPay: { userErrors: Array<{ code: string, message: string, path: Array<string> }> } };

export type VoidStaffMemberMutationVariables = Exact<{
  id: string | number;
  reason: string;
  key: string;
}>;


export type VoidStaffMemberMutation = { voidStaffMember: { userErrors: Array<{ code: string, message: string, path: Array<string> }> } };

export type SetStaffingParametersMutationVariables = Exact<{
  input: SetStaffingParametersInput;
}>;


export type SetStaffingParametersMutation = { setStaffingParameters: { userErrors: Array<{ code: string, message: string, path: Array<string> }> } };

export type SatisfactionQueryVariables = Exact<{
  agreement: string | number;
  from?: string | null | undefined;
  to?: string | null | undefined;
}>;


export type SatisfactionQuery = { agreement: { id: string, state: AgreementState, startsOn: string, endsOn: string, satisfaction: { surveys: number, asked: number, answered: number, satisfied: number, percent: string | null, isReported: boolean, threshold: string, everyMethodReaches: boolean | null, clientsReach: boolean | null, methodsNotSurveyed: Array<SatisfactionMethod>, methods: Array<{ method: SatisfactionMethod, surveys: number, asked: number, answered: number, satisfied: number, percent: string | null, isReported: boolean, reachesThreshold: boolean | null }> }, station: { id: string, name: string }, operator: { id: string, name: string, shortName: string | null }, terms: Array<{ id: string, name: string, startsOn: string, endsOn: string, hasRecords: boolean }> } | null };

export type SurveysQueryVariables = Exact<{
  agreement: string | number;
  after?: string | null | undefined;
}>;


export type SurveysQuery = { agreement: { id: string, satisfactionSurveys: { totalCount: number, pageInfo: { hasNextPage: boolean, endCursor: string | null }, nodes: Array<{ id: string, method: SatisfactionMethod, surveyedOn: string, asked: number | null, answered: number | null, satisfied: number | null, reportedPercent: string | null, note: string | null, recordedAt: string, recordedBy: string, voidedAt: string | null, voidedBy: string | null, voidReason: string | null, replacedBy: { id: string } | null }> } } | null };

export type SurveyLineFragment = { id: string, method: SatisfactionMethod, surveyedOn: string, asked: number | null, answered: number | null, satisfied: number | null, reportedPercent: string | null, note: string | null, recordedAt: string, recordedBy: string, voidedAt: string | null, voidedBy: string | null, voidReason: string | null, replacedBy: { id: string } | null };

export type RecordSatisfactionMutationVariables = Exact<{
  input: RecordSatisfactionInput;
}>;


export type RecordSatisfactionMutation = { recordSatisfaction: { userErrors: Array<{ code: string, message: string, path: Array<string> }> } };

export type CorrectSatisfactionMutationVariables = Exact<{
  input: CorrectSatisfactionInput;
}>;


export type CorrectSatisfactionMutation = { correctSatisfaction: { userErrors: Array<{ code: string, message: string, path: Array<string> }> } };

export type VoidSatisfactionMutationVariables = Exact<{
  id: string | number;
  reason: string;
  key: string;
}>;


export type VoidSatisfactionMutation = { voidSatisfaction: { userErrors: Array<{ code: string, message: string, path: Array<string> }> } };

export type TargetsQueryVariables = Exact<{
  agreement: string | number;
  term: string | number;
  on?: string | null | undefined;
}>;


export type TargetsQuery = { agreement: { revision: number, id: string, state: AgreementState, startsOn: string, endsOn: string, proposedBy: { id: string, name: string }, zones: Array<{ id: string, name: string }>, projects: Array<{ id: string, name: string }>, targets: Array<{ since: string, value: string, zone: { id: string, name: string } | null, project: { id: string, name: string } | null, indicator: { code: string, name: string }, measure: { code: string, name: string, unit: string }, amendment: { id: string, effectiveOn: string, reason: string, documentNumber: string | null } | null }>, station: { id: string, name: string }, operator: { id: string, name: string, shortName: string | null }, terms: Array<{ id: string, name: string, startsOn: string, endsOn: string, hasRecords: boolean }> } | null };

export type TargetsOfAgreementFragment = { revision: number, id: string, state: AgreementState, startsOn: string, endsOn: string, proposedBy: { id: string, name: string }, zones: Array<{ id: string, name: string }>, projects: Array<{ id: string, name: string }>, targets: Array<{ since: string, value: string, zone: { id: string, name: string } | null, project: { id: string, name: string } | null, indicator: { code: string, name: string }, measure: { code: string, name: string, unit: string }, amendment: { id: string, effectiveOn: string, reason: string, documentNumber: string | null } | null }>, station: { id: string, name: string }, operator: { id: string, name: string, shortName: string | null }, terms: Array<{ id: string, name: string, startsOn: string, endsOn: string, hasRecords: boolean }> };

export type TargetCellFragment = { since: string, value: string, zone: { id: string, name: string } | null, project: { id: string, name: string } | null, indicator: { code: string, name: string }, measure: { code: string, name: string, unit: string }, amendment: { id: string, effectiveOn: string, reason: string, documentNumber: string | null } | null };

export type CatalogueQueryVariables = Exact<{ [key: string]: never; }>;


export type CatalogueQuery = { indicators: Array<{ code: string, name: string, measures: Array<{ code: string, name: string, unit: string }> }> };

export type SetTargetsMutationVariables = Exact<{
  input: SetTargetsInput;
}>;


export type SetTargetsMutation = { setTargets: { agreement: { id: string, revision: number } | null, userErrors: Array<{ code: string, message: string, path: Array<string> }> } };

export type TrendQueryVariables = Exact<{
  input: AnalyticsInput;
}>;


export type TrendQuery = { analytics: { pageInfo: { hasNextPage: boolean, endCursor: string | null }, rows: Array<{ month: string | null, completed: string, measure: { code: string }, district: { code: string, name: string } | null, operator: { id: string, name: string, shortName: string | null } | null, station: { id: string, name: string } | null }> } };

export type TrendRowFragment = { month: string | null, completed: string, measure: { code: string }, district: { code: string, name: string } | null, operator: { id: string, name: string, shortName: string | null } | null, station: { id: string, name: string } | null };

export type AssessmentWorkQueryVariables = Exact<{
  filter: AssessmentFilter;
  after?: string | null | undefined;
}>;


export type AssessmentWorkQuery = { assessments: { totalCount: number, pageInfo: { hasNextPage: boolean, endCursor: string | null }, nodes: Array<{ id: string, kind: AssessmentKind, state: AssessmentState, from: string, to: string, sealed: boolean, total: string | null, grade: Grade | null, ownParty: AssessmentParty | null, agreement: { id: string, station: { id: string, name: string } }, assessor: { id: string, name: string }, scores: Array<{ party: AssessmentParty, name: string | null, maximum: string, score: string | null, scoredAt: string | null }> }> } };

export type FindingWorkQueryVariables = Exact<{
  filter: FindingFilter;
  after?: string | null | undefined;
}>;


export type FindingWorkQuery = { findings: { totalCount: number, pageInfo: { hasNextPage: boolean, endCursor: string | null }, nodes: Array<{ id: string, party: AssessmentParty, state: FindingState | null, text: string, response: string | null, dueOn: string | null, assessment: { id: string, kind: AssessmentKind, agreement: { id: string, station: { id: string, name: string } } } }> } };

export type FirstPlacesQueryVariables = Exact<{ [key: string]: never; }>;


export type FirstPlacesQuery = { viewer: { stations: Array<{ id: string, name: string, district: { code: string, name: string }, agreements: { nodes: Array<{ id: string, state: AgreementState, startsOn: string, endsOn: string, operator: { id: string, name: string, shortName: string | null }, terms: Array<{ id: string, name: string, startsOn: string, endsOn: string, hasRecords: boolean }> }> } }> | null }, stations: { nodes: Array<{ id: string, name: string, district: { code: string, name: string }, agreements: { nodes: Array<{ id: string, state: AgreementState, startsOn: string, endsOn: string, operator: { id: string, name: string, shortName: string | null }, terms: Array<{ id: string, name: string, startsOn: string, endsOn: string, hasRecords: boolean }> }> } }> } };

export type FindStationsQueryVariables = Exact<{
  name: string;
}>;


export type FindStationsQuery = { stations: { totalCount: number, nodes: Array<{ id: string, name: string, district: { code: string, name: string }, agreements: { nodes: Array<{ id: string, state: AgreementState, startsOn: string, endsOn: string, operator: { id: string, name: string, shortName: string | null }, terms: Array<{ id: string, name: string, startsOn: string, endsOn: string, hasRecords: boolean }> }> } }> } };

export type StationPlacesFragment = { id: string, name: string, district: { code: string, name: string }, agreements: { nodes: Array<{ id: string, state: AgreementState, startsOn: string, endsOn: string, operator: { id: string, name: string, shortName: string | null }, terms: Array<{ id: string, name: string, startsOn: string, endsOn: string, hasRecords: boolean }> }> } };

export type AgreementPlaceFragment = { id: string, state: AgreementState, startsOn: string, endsOn: string, operator: { id: string, name: string, shortName: string | null }, terms: Array<{ id: string, name: string, startsOn: string, endsOn: string, hasRecords: boolean }> };

export type PlaceHeadFragment = { id: string, state: AgreementState, startsOn: string, endsOn: string, station: { id: string, name: string }, operator: { id: string, name: string, shortName: string | null }, terms: Array<{ id: string, name: string, startsOn: string, endsOn: string, hasRecords: boolean }> };

export type AgreementPlaceQueryVariables = Exact<{
  agreement: string | number;
}>;


export type AgreementPlaceQuery = { agreement: { id: string, state: AgreementState, startsOn: string, endsOn: string, operator: { id: string, name: string, shortName: string | null }, terms: Array<{ id: string, name: string, startsOn: string, endsOn: string, hasRecords: boolean }> } | null };

export type PartiesQueryVariables = Exact<{
  kind: OrganisationKind;
  after?: string | null | undefined;
}>;


export type PartiesQuery = { organisations: { pageInfo: { hasNextPage: boolean, endCursor: string | null }, nodes: Array<{ id: string, name: string }> } };

export type DistrictsQueryVariables = Exact<{ [key: string]: never; }>;


export type DistrictsQuery = { districts: Array<{ code: string, name: string }> };

export type RecordLineFragment = { id: string, occurredOn: string, note: string | null, recordedBy: string, isOwn: boolean, recordedAt: string, revision: number, voidedAt: string | null, voidReason: string | null, indicator: { code: string, name: string }, zone: { id: string, name: string } | null, point: { id: string, name: string } | null, project: { id: string, name: string } | null, quantities: Array<{ value: string, measure: { code: string, name: string, unit: string } }> };

export type RecordByIdQueryVariables = Exact<{
  id: string | number;
}>;


export type RecordByIdQuery = { node:
    | { id: string, occurredOn: string, note: string | null, recordedBy: string, isOwn: boolean, recordedAt: string, revision: number, voidedAt: string | null, voidReason: string | null, indicator: { code: string, name: string }, zone: { id: string, name: string } | null, point: { id: string, name: string } | null, project: { id: string, name: string } | null, quantities: Array<{ value: string, measure: { code: string, name: string, unit: string } }> }
    | Record<PropertyKey, never>
   | null };

export type ExplainQueryVariables = Exact<{
  cell: CellInput;
  withStations: boolean;
  after?: string | null | undefined;
}>;


export type ExplainQuery = { explain: { completed: string, records: { totalCount: number, pageInfo: { hasNextPage: boolean, endCursor: string | null }, nodes: Array<{ id: string, occurredOn: string, note: string | null, recordedBy: string, isOwn: boolean, recordedAt: string, revision: number, voidedAt: string | null, voidReason: string | null, agreement?: { id: string, station: { id: string, name: string } }, indicator: { code: string, name: string }, zone: { id: string, name: string } | null, point: { id: string, name: string } | null, project: { id: string, name: string } | null, quantities: Array<{ value: string, measure: { code: string, name: string, unit: string } }> }> } } };

export type KeptTableFragment = { from: string, to: string, timeProgressPercent: string, term: { id: string, name: string }, zones: Array<{ id: string, name: string }>, rows: Array<{ indicator: { code: string, name: string }, measure: { code: string, name: string, unit: string }, byZone: Array<{ completed: string, zone: { id: string } }>, total: { target: string | null, completed: string, percent: string | null } }> };

export type KeptStaffingFragment = { from: string, to: string, total: string, required: string | null, surplus: string | null, certified: string, requiredCertified: string | null, certifiedSurplus: string | null, stabilityPercent: string | null };

export type KeptFundingFragment = { asOf: string, annualFee: string | null, budgeted: string, received: string, spent: string, balance: string, executionPercent: string | null };

export type ReportLineFragment = { id: string, number: number, kind: ReportKind, title: string, from: string, to: string, publishedAt: string, publishedBy: { id: string, name: string, shortName: string | null }, supersedes: { id: string, number: number } | null, supersededBy: { id: string, number: number } | null };

export type MonthLineFragment = { id: string, month: string, state: MonthState, dueOn: string, handedInAt: string | null, isLate: boolean, isMissing: boolean, closesAfter: string | null, agreement: { id: string } };

export type MonthStepFragment = { state: MonthState, at: string, note: string | null, closesAfter: string | null, by: { id: string, name: string, shortName: string | null } };

export type MonthSaidFragment = { agreement: { id: string, zones: Array<{ id: string, name: string }> }, figures: Array<{ completed: string, indicator: { code: string, name: string }, measure: { code: string, name: string, unit: string }, zone: { id: string, name: string } | null }> | null, staffing: { total: string, required: string | null, surplus: string | null, headCountAtEnd: number, certified: string } | null, spending: { spent: string, categories: Array<{ category: string, spent: string }> } | null, changesSince: Array<{ report: BasisReport, path: Array<string>, was: string | null, is: string | null }> };

export type ChangeFragment = { report: BasisReport, path: Array<string>, was: string | null, is: string | null };

export type MonthLookQueryVariables = Exact<{
  id: string | number;
}>;


export type MonthLookQuery = { node:
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string, events: Array<{ state: MonthState, at: string, note: string | null, closesAfter: string | null, by: { id: string, name: string, shortName: string | null } }>, agreement: { id: string, zones: Array<{ id: string, name: string }> }, figures: Array<{ completed: string, indicator: { code: string, name: string }, measure: { code: string, name: string, unit: string }, zone: { id: string, name: string } | null }> | null, staffing: { total: string, required: string | null, surplus: string | null, headCountAtEnd: number, certified: string } | null, spending: { spent: string, categories: Array<{ category: string, spent: string }> } | null, changesSince: Array<{ report: BasisReport, path: Array<string>, was: string | null, is: string | null }> }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
   | null };

export type FigureNamesQueryVariables = Exact<{ [key: string]: never; }>;


export type FigureNamesQuery = { indicators: Array<{ code: string, name: string, measures: Array<{ code: string, name: string, unit: string }> }> };

export type HandInMonthMutationVariables = Exact<{
  agreement: string | number;
  month: string;
  note?: string | null | undefined;
}>;


export type HandInMonthMutation = { handInMonth: { userErrors: Array<{ code: string, message: string, path: Array<string> }> } };

export type RecallMonthMutationVariables = Exact<{
  id: string | number;
  reason: string;
}>;


export type RecallMonthMutation = { recallMonth: { userErrors: Array<{ code: string, message: string, path: Array<string> }> } };

export type AcceptMonthsMutationVariables = Exact<{
  ids: Array<string | number> | string | number;
  note?: string | null | undefined;
}>;


export type AcceptMonthsMutation = { acceptMonths: { userErrors: Array<{ code: string, message: string, path: Array<string> }> } };

export type SendBackMonthMutationVariables = Exact<{
  id: string | number;
  reason: string;
  lastDay?: string | null | undefined;
}>;


export type SendBackMonthMutation = { sendBackMonth: { userErrors: Array<{ code: string, message: string, path: Array<string> }> } };

export type AdministratorResetsQueryVariables = Exact<{ [key: string]: never; }>;


export type AdministratorResetsQuery = { administratorResets: Array<{ id: string, administrator: string, reason: string, byMail: boolean, askedAt: string, confirmedAt: string | null, availableFrom: string | null, takenAt: string | null, stoppedAt: string | null, organisation: { id: string, name: string } }> };

export type AdministratorResetLineFragment = { id: string, administrator: string, reason: string, byMail: boolean, askedAt: string, confirmedAt: string | null, availableFrom: string | null, takenAt: string | null, stoppedAt: string | null, organisation: { id: string, name: string } };

export type RequestPasswordResetMutationVariables = Exact<{
  email: string;
}>;


export type RequestPasswordResetMutation = { requestPasswordReset: { requested: boolean | null, userErrors: Array<{ message: string }> } };

export type ViewerQueryVariables = Exact<{ [key: string]: never; }>;


export type ViewerQuery = { viewer: { id: string, displayName: string, email: string | null, role: MemberRole, may: Array<string>, organisation: { id: string, name: string, shortName: string | null, kind: OrganisationKind, district: { code: string, name: string } | null }, stations: Array<{ id: string, name: string }> | null } };

export class TypedDocumentString<TResult, TVariables>
  extends String
  implements DocumentTypeDecoration<TResult, TVariables>
{
  __apiType?: NonNullable<DocumentTypeDecoration<TResult, TVariables>['__apiType']>;
  private value: string;
  public __meta__?: Record<string, any> | undefined;

  constructor(value: string, __meta__?: Record<string, any> | undefined) {
    super(value);
    this.value = value;
    this.__meta__ = __meta__;
  }

  override toString(): string & DocumentTypeDecoration<TResult, TVariables> {
    return this.value;
  }
}
export const RemarkLineFragmentDoc = /*#__PURE__*/ new TypedDocumentString(`
    fragment RemarkLine on Remark {
  id
  text
  evidence
  writtenAt
  writtenBy
  organisation {
    name
    shortName
  }
}
    `, {"fragmentName":"RemarkLine"}) as unknown as TypedDocumentString<RemarkLineFragment, unknown>;
export const OverviewLineFragmentDoc = /*#__PURE__*/ new TypedDocumentString(`
    fragment OverviewLine on AgreementOverview {
  isInForce
  timeProgressPercent
  station {
    id
    name
    district {
      code
      name
    }
  }
  agreement {
    id
    startsOn
    endsOn
    operator {
      id
      name
      shortName
    }
  }
  term {
    id
    name
  }
  indicators {
    measures
    onTime
    onTimePercent
    weakest {
      percent
      indicator {
        code
        name
      }
      measure {
        code
        name
      }
    }
  }
  staffing {
    percent
  }
  execution {
    percent
  }
  lastAssessment {
    id
    grade
  }
  assessmentsAhead {
    kind
    expectedOn
    isLate
  }
}
    `, {"fragmentName":"OverviewLine"}) as unknown as TypedDocumentString<OverviewLineFragment, unknown>;
export const NeighbourAgreementFragmentDoc = /*#__PURE__*/ new TypedDocumentString(`
    fragment NeighbourAgreement on Agreement {
  id
  state
  startsOn
  endsOn
}
    `, {"fragmentName":"NeighbourAgreement"}) as unknown as TypedDocumentString<NeighbourAgreementFragment, unknown>;
export const AgreementEventLineFragmentDoc = /*#__PURE__*/ new TypedDocumentString(`
    fragment AgreementEventLine on AgreementEvent {
  step
  at
  revision
  reason
  by {
    id
    name
  }
}
    `, {"fragmentName":"AgreementEventLine"}) as unknown as TypedDocumentString<AgreementEventLineFragment, unknown>;
export const AmendmentDetailFragmentDoc = /*#__PURE__*/ new TypedDocumentString(`
    fragment AmendmentDetail on Amendment {
  id
  kind
  state
  stateReason
  effectiveOn
  isRetroactive
  reason
  documentNumber
  proposedAt
  confirmedAt
  proposedBy {
    id
    name
  }
  confirmedBy {
    id
    name
  }
  answers {
    answer
    at
    reason
    by {
      id
      name
    }
  }
  changes {
    field
    aspect
    subject
    was
    becomes
  }
  warnings {
    code
    message
  }
}
    `, {"fragmentName":"AmendmentDetail"}) as unknown as TypedDocumentString<AmendmentDetailFragment, unknown>;
export const AgreementDetailFragmentDoc = /*#__PURE__*/ new TypedDocumentString(`
    fragment AgreementDetail on Agreement {
  id
  state
  stateReason
  revision
  startsOn
  endsOn
  annualFee
  requiredPosts
  requiredCertifiedShare
  serviceModel
  proposedAt
  confirmedAt
  operatorConfirmedAt
  purchaserConfirmedAt
  contractNumber
  signedOn
  filedOn
  publishedOn
  cycleYear
  cycle {
    id
    procurementNumber
    startsOn
    endsOn
  }
  station {
    id
    name
  }
  operator {
    id
    name
  }
  purchaser {
    id
    name
  }
  proposedBy {
    id
    name
  }
  confirmedBy {
    id
    name
  }
  renews {
    ...NeighbourAgreement
  }
  renewedBy {
    ...NeighbourAgreement
  }
  warnings {
    code
    message
  }
  events {
    ...AgreementEventLine
  }
  terms {
    id
    name
    startsOn
    endsOn
  }
  zones {
    id
    name
    points {
      id
      name
    }
  }
  points {
    id
    name
    zone {
      id
    }
  }
  projects {
    id
    name
    kind
    domain
  }
  funding {
    instalments {
      condition
      share
      due
    }
  }
  amendments {
    ...AmendmentDetail
  }
}
    fragment NeighbourAgreement on Agreement {
  id
  state
  startsOn
  endsOn
}
fragment AgreementEventLine on AgreementEvent {
  step
  at
  revision
  reason
  by {
    id
    name
  }
}
fragment AmendmentDetail on Amendment {
  id
  kind
  state
  stateReason
  effectiveOn
  isRetroactive
  reason
  documentNumber
  proposedAt
  confirmedAt
  proposedBy {
    id
    name
  }
  confirmedBy {
    id
    name
  }
  answers {
    answer
    at
    reason
    by {
      id
      name
    }
  }
  changes {
    field
    aspect
    subject
    was
    becomes
  }
  warnings {
    code
    message
  }
}`, {"fragmentName":"AgreementDetail"}) as unknown as TypedDocumentString<AgreementDetailFragment, unknown>;
export const TargetLineFragmentDoc = /*#__PURE__*/ new TypedDocumentString(`
    fragment TargetLine on Target {
  since
  value
  term {
    id
    name
  }
  zone {
    id
    name
  }
  project {
    id
    name
  }
  indicator {
    code
    name
  }
  measure {
    code
    name
    unit
  }
}
    `, {"fragmentName":"TargetLine"}) as unknown as TypedDocumentString<TargetLineFragment, unknown>;
export const CycleLineFragmentDoc = /*#__PURE__*/ new TypedDocumentString(`
    fragment CycleLine on ContractCycle {
  id
  procurementNumber
  startsOn
  endsOn
  amount
  operator {
    id
    name
    shortName
  }
  purchaser {
    id
    name
    shortName
  }
  agreements {
    id
    state
    startsOn
    endsOn
    cycleYear
    station {
      id
      name
    }
  }
}
    `, {"fragmentName":"CycleLine"}) as unknown as TypedDocumentString<CycleLineFragment, unknown>;
export const AssessmentLineFragmentDoc = /*#__PURE__*/ new TypedDocumentString(`
    fragment AssessmentLine on Assessment {
  id
  kind
  state
  from
  to
  sealed
  total
  grade
  ownParty
  assessor {
    id
    name
  }
  scores {
    party
    name
    maximum
    score
    scoredAt
  }
}
    `, {"fragmentName":"AssessmentLine"}) as unknown as TypedDocumentString<AssessmentLineFragment, unknown>;
export const AgreementPlaceFragmentDoc = /*#__PURE__*/ new TypedDocumentString(`
    fragment AgreementPlace on Agreement {
  id
  state
  startsOn
  endsOn
  operator {
    id
    name
    shortName
  }
  terms {
    id
    name
    startsOn
    endsOn
    hasRecords
  }
}
    `, {"fragmentName":"AgreementPlace"}) as unknown as TypedDocumentString<AgreementPlaceFragment, unknown>;
export const PlaceHeadFragmentDoc = /*#__PURE__*/ new TypedDocumentString(`
    fragment PlaceHead on Agreement {
  ...AgreementPlace
  station {
    id
    name
  }
}
    fragment AgreementPlace on Agreement {
  id
  state
  startsOn
  endsOn
  operator {
    id
    name
    shortName
  }
  terms {
    id
    name
    startsOn
    endsOn
    hasRecords
  }
}`, {"fragmentName":"PlaceHead"}) as unknown as TypedDocumentString<PlaceHeadFragment, unknown>;
export const ScoreDetailFragmentDoc = /*#__PURE__*/ new TypedDocumentString(`
    fragment ScoreDetail on AssessmentScore {
  party
  name
  maximum
  score
  scoredAt
  onPaper
  reason
  items {
    name
    maximum
    score
  }
  earlier {
    score
    scoredAt
    onPaper
    reason
    items {
      name
      score
    }
  }
}
    `, {"fragmentName":"ScoreDetail"}) as unknown as TypedDocumentString<ScoreDetailFragment, unknown>;
export const FindingDetailFragmentDoc = /*#__PURE__*/ new TypedDocumentString(`
    fragment FindingDetail on AssessmentFinding {
  id
  party
  kind
  text
  addedAt
  state
  section
  dueOn
  withdrawnAt
  withdrawnReason
  zone {
    id
    name
  }
  point {
    id
    name
  }
  steps {
    state
    text
    at
  }
}
    `, {"fragmentName":"FindingDetail"}) as unknown as TypedDocumentString<FindingDetailFragment, unknown>;
export const AssessmentDetailFragmentDoc = /*#__PURE__*/ new TypedDocumentString(`
    fragment AssessmentDetail on Assessment {
  ...AssessmentLine
  onsiteOn
  openedAt
  closedAt
  cancelledAt
  cancelReason
  unsealedAt
  unsealReason
  agreement {
    ...PlaceHead
    zones {
      id
      name
      points {
        id
        name
      }
    }
    points {
      id
      name
    }
  }
  bands {
    excellentFrom
    goodFrom
    qualifiedFrom
  }
  scores {
    ...ScoreDetail
  }
  replacedAssessors {
    replacedAt
    reason
    score
    assessor {
      id
      name
    }
  }
  findings {
    ...FindingDetail
  }
  concernsBefore {
    ...FindingDetail
  }
}
    fragment AssessmentLine on Assessment {
  id
  kind
  state
  from
  to
  sealed
  total
  grade
  ownParty
  assessor {
    id
    name
  }
  scores {
    party
    name
    maximum
    score
    scoredAt
  }
}
fragment ScoreDetail on AssessmentScore {
  party
  name
  maximum
  score
  scoredAt
  onPaper
  reason
  items {
    name
    maximum
    score
  }
  earlier {
    score
    scoredAt
    onPaper
    reason
    items {
      name
      score
    }
  }
}
fragment FindingDetail on AssessmentFinding {
  id
  party
  kind
  text
  addedAt
  state
  section
  dueOn
  withdrawnAt
  withdrawnReason
  zone {
    id
    name
  }
  point {
    id
    name
  }
  steps {
    state
    text
    at
  }
}
fragment AgreementPlace on Agreement {
  id
  state
  startsOn
  endsOn
  operator {
    id
    name
    shortName
  }
  terms {
    id
    name
    startsOn
    endsOn
    hasRecords
  }
}
fragment PlaceHead on Agreement {
  ...AgreementPlace
  station {
    id
    name
  }
}`, {"fragmentName":"AssessmentDetail"}) as unknown as TypedDocumentString<AssessmentDetailFragment, unknown>;
export const TieLineFragmentDoc = /*#__PURE__*/ new TypedDocumentString(`
    fragment TieLine on DeclaredTie {
  reason
  declaredAt
  operator {
    id
    name
  }
  assessor {
    id
    name
  }
}
    `, {"fragmentName":"TieLine"}) as unknown as TypedDocumentString<TieLineFragment, unknown>;
export const SchemeDetailFragmentDoc = /*#__PURE__*/ new TypedDocumentString(`
    fragment SchemeDetail on AssessmentScheme {
  year
  districtCode
  version
  setAt
  parties {
    party
    name
    maximum
    items {
      name
      maximum
    }
  }
  bands {
    excellentFrom
    goodFrom
    qualifiedFrom
  }
}
    `, {"fragmentName":"SchemeDetail"}) as unknown as TypedDocumentString<SchemeDetailFragment, unknown>;
export const AuditLineFragmentDoc = /*#__PURE__*/ new TypedDocumentString(`
    fragment AuditLine on AuditEntry {
  id
  at
  memberId
  memberName
  action
  thing
  thingId
  operation
  agreementIds
  before
  after
  remoteAddress
  requestId
}
    `, {"fragmentName":"AuditLine"}) as unknown as TypedDocumentString<AuditLineFragment, unknown>;
export const PunctualityFragmentDoc = /*#__PURE__*/ new TypedDocumentString(`
    fragment Punctuality on MonthPunctuality {
  expected
  onTime
  late
  missing
  onTimePercent
}
    `, {"fragmentName":"Punctuality"}) as unknown as TypedDocumentString<PunctualityFragment, unknown>;
export const CompletionSheetFragmentDoc = /*#__PURE__*/ new TypedDocumentString(`
    fragment CompletionSheet on CompletionTable {
  from
  to
  timeProgressPercent
  zones {
    id
    name
  }
  rows {
    indicator {
      code
      name
    }
    measure {
      code
      name
      unit
    }
    byZone {
      target
      completed
      percent
      zone {
        id
      }
    }
    byProject {
      target
      completed
      percent
      project {
        id
        name
      }
    }
    total {
      target
      completed
      percent
    }
  }
}
    `, {"fragmentName":"CompletionSheet"}) as unknown as TypedDocumentString<CompletionSheetFragment, unknown>;
export const EvaluationScoreLineFragmentDoc = /*#__PURE__*/ new TypedDocumentString(`
    fragment EvaluationScoreLine on EvaluationScore {
  revision
  score
  evidence
  scoredAt
  scoredBy
}
    `, {"fragmentName":"EvaluationScoreLine"}) as unknown as TypedDocumentString<EvaluationScoreLineFragment, unknown>;
export const EvaluationDetailFragmentDoc = /*#__PURE__*/ new TypedDocumentString(`
    fragment EvaluationDetail on Evaluation {
  id
  name
  party
  fiscalYear
  createdAt
  closedAt
  voidedAt
  voidReason
  total
  grade
  groups {
    id
    name
    weight
    score
    evidence
    revision
    history {
      ...EvaluationScoreLine
    }
    items {
      id
      name
      weight
      score
      evidence
      revision
      history {
        ...EvaluationScoreLine
      }
    }
  }
}
    fragment EvaluationScoreLine on EvaluationScore {
  revision
  score
  evidence
  scoredAt
  scoredBy
}`, {"fragmentName":"EvaluationDetail"}) as unknown as TypedDocumentString<EvaluationDetailFragment, unknown>;
export const FundingSheetFragmentDoc = /*#__PURE__*/ new TypedDocumentString(`
    fragment FundingSheet on FundingReport {
  asOf
  annualFee
  received
  outstanding
  overdue
  spent
  spentWithoutBudget
  balance
  budgeted
  budgetVersion
  executionPercent
  timeProgressPercent
  sources {
    level
    amount
    shareOfFeePercent
  }
  instalments {
    condition
    share
    due
    received
    released
    releasedOn
  }
  budgetLines {
    category
    budgeted
    spent
    executionPercent
    shareOfFeePercent
  }
  fiscalYears {
    fiscalYear
    budget
    paid
    undated
    executionPercent
    received
    spent
    balanceAtEnd
    recall {
      share
      by
      required
      executed
      short
      atRisk
      state
    }
  }
  warnings {
    code
    message
    condition
    category
    fiscalYear
  }
}
    `, {"fragmentName":"FundingSheet"}) as unknown as TypedDocumentString<FundingSheetFragment, unknown>;
export const HeatLineFragmentDoc = /*#__PURE__*/ new TypedDocumentString(`
    fragment HeatLine on AgreementOverview {
  station {
    id
    name
    district {
      code
      name
    }
  }
  agreement {
    id
    operator {
      id
      name
      shortName
    }
  }
  term {
    id
    name
    startsOn
    endsOn
  }
  isInForce
  timeProgressPercent
  measures {
    completed
    target
    percent
    indicator {
      code
      name
    }
    measure {
      code
      name
    }
  }
}
    `, {"fragmentName":"HeatLine"}) as unknown as TypedDocumentString<HeatLineFragment, unknown>;
export const ImportLineFragmentDoc = /*#__PURE__*/ new TypedDocumentString(`
    fragment ImportLine on SheetImport {
  id
  form
  state
  fileName
  uploadedAt
  uploadedBy
  expiresAt
  counts {
    rows
    ready
    unchanged
    ignored
    faulty
  }
}
    `, {"fragmentName":"ImportLine"}) as unknown as TypedDocumentString<ImportLineFragment, unknown>;
export const ImportChangeLineFragmentDoc = /*#__PURE__*/ new TypedDocumentString(`
    fragment ImportChangeLine on ImportChange {
  part
  sheet
  cell
  subject
  was
  becomes
}
    `, {"fragmentName":"ImportChangeLine"}) as unknown as TypedDocumentString<ImportChangeLineFragment, unknown>;
export const ImportPreviewFragmentDoc = /*#__PURE__*/ new TypedDocumentString(`
    fragment ImportPreview on SheetImport {
  ...ImportLine
  digest
  agreement {
    ...PlaceHead
    zones {
      id
      name
    }
    points {
      id
      name
    }
    projects {
      id
      name
    }
  }
  names {
    kind
    text
    cells
    matchedId
    name
    isChosen
  }
  parts {
    part
    changes
    mayApply
  }
  receipt {
    appliedAt
    appliedBy
    parts
    written
    skipped
    undoneAt
    undoneBy
    undoReason
    kept {
      ...ImportChangeLine
    }
  }
  errors: faults(severity: ERROR, first: 1) {
    totalCount
  }
  warnings: faults(severity: WARNING, first: 1) {
    totalCount
  }
  notes: faults(severity: NOTE, first: 1) {
    totalCount
  }
}
    fragment ImportLine on SheetImport {
  id
  form
  state
  fileName
  uploadedAt
  uploadedBy
  expiresAt
  counts {
    rows
    ready
    unchanged
    ignored
    faulty
  }
}
fragment ImportChangeLine on ImportChange {
  part
  sheet
  cell
  subject
  was
  becomes
}
fragment AgreementPlace on Agreement {
  id
  state
  startsOn
  endsOn
  operator {
    id
    name
    shortName
  }
  terms {
    id
    name
    startsOn
    endsOn
    hasRecords
  }
}
fragment PlaceHead on Agreement {
  ...AgreementPlace
  station {
    id
    name
  }
}`, {"fragmentName":"ImportPreview"}) as unknown as TypedDocumentString<ImportPreviewFragment, unknown>;
export const ImportFaultFragmentDoc = /*#__PURE__*/ new TypedDocumentString(`
    fragment ImportFault on SheetFault {
  code
  severity
  sheet
  cell
  value
  message
}
    `, {"fragmentName":"ImportFault"}) as unknown as TypedDocumentString<ImportFaultFragment, unknown>;
export const KeyLineFragmentDoc = /*#__PURE__*/ new TypedDocumentString(`
    fragment KeyLine on ApiKey {
  id
  name
  createdAt
  expiresOn
  lastUsedAt
  revokedAt
  stations {
    id
    name
  }
}
    `, {"fragmentName":"KeyLine"}) as unknown as TypedDocumentString<KeyLineFragment, unknown>;
export const MemberLineFragmentDoc = /*#__PURE__*/ new TypedDocumentString(`
    fragment MemberLine on Member {
  id
  displayName
  email
  role
  recordsMoney
  namedBecause
  joinedAt
  leftAt
  stations {
    id
    name
  }
}
    `, {"fragmentName":"MemberLine"}) as unknown as TypedDocumentString<MemberLineFragment, unknown>;
export const OrganisationLineFragmentDoc = /*#__PURE__*/ new TypedDocumentString(`
    fragment OrganisationLine on Organisation {
  id
  name
  shortName
  kind
  isAdministered
  district {
    code
    name
  }
  formerNames {
    name
    until
  }
}
    `, {"fragmentName":"OrganisationLine"}) as unknown as TypedDocumentString<OrganisationLineFragment, unknown>;
export const RefusalFragmentDoc = /*#__PURE__*/ new TypedDocumentString(`
    fragment Refusal on UserError {
  code
  message
  path
}
    `, {"fragmentName":"Refusal"}) as unknown as TypedDocumentString<RefusalFragment, unknown>;
export const FoundingFragmentDoc = /*#__PURE__*/ new TypedDocumentString(`
    fragment Founding on OrganisationPayload {
  organisation {
    id
    name
  }
  invitationToken
  expiresAt
  userErrors {
    ...Refusal
  }
}
    fragment Refusal on UserError {
  code
  message
  path
}`, {"fragmentName":"Founding"}) as unknown as TypedDocumentString<FoundingFragment, unknown>;
export const WebhookLineFragmentDoc = /*#__PURE__*/ new TypedDocumentString(`
    fragment WebhookLine on Webhook {
  id
  url
  events
  createdAt
  failingSince
  disabledAt
  disabledBecause
}
    `, {"fragmentName":"WebhookLine"}) as unknown as TypedDocumentString<WebhookLineFragment, unknown>;
export const DeliveryLineFragmentDoc = /*#__PURE__*/ new TypedDocumentString(`
    fragment DeliveryLine on WebhookDelivery {
  id
  event
  createdAt
  state
  attempts
  lastAttemptAt
  lastStatus
  lastFailure
}
    `, {"fragmentName":"DeliveryLine"}) as unknown as TypedDocumentString<DeliveryLineFragment, unknown>;
export const MonthsSheetFragmentDoc = /*#__PURE__*/ new TypedDocumentString(`
    fragment MonthsSheet on MonthlyCompletion {
  from
  to
  timeProgressPercent
  months
  rows {
    indicator {
      code
      name
    }
    measure {
      code
      name
      unit
    }
    byMonth
    total {
      target
      completed
      percent
    }
  }
}
    `, {"fragmentName":"MonthsSheet"}) as unknown as TypedDocumentString<MonthsSheetFragment, unknown>;
export const RankedLineFragmentDoc = /*#__PURE__*/ new TypedDocumentString(`
    fragment RankedLine on RankedStation {
  rank
  completed
  target
  percent
  station {
    id
    name
    district {
      code
      name
    }
  }
  marks {
    kind
    value
    reference
    score
    compared
  }
}
    `, {"fragmentName":"RankedLine"}) as unknown as TypedDocumentString<RankedLineFragment, unknown>;
export const ReportAuditLineFragmentDoc = /*#__PURE__*/ new TypedDocumentString(`
    fragment ReportAuditLine on ReportAudit {
  id
  title
  from
  to
  asOf
  auditedAt
  auditedBy {
    id
    name
    shortName
  }
  figureCount
  findingCount
}
    `, {"fragmentName":"ReportAuditLine"}) as unknown as TypedDocumentString<ReportAuditLineFragment, unknown>;
export const AuditedFragmentDoc = /*#__PURE__*/ new TypedDocumentString(`
    fragment Audited on AuditedFigure {
  position
  where
  indicator {
    code
    name
  }
  measure {
    code
    name
    unit
  }
  subject
  zone {
    id
    name
  }
  kind
  printed
  recomputed
  verdict
  inReport {
    fault
    expected
    places
  }
  isFinding
}
    `, {"fragmentName":"Audited"}) as unknown as TypedDocumentString<AuditedFragment, unknown>;
export const RosterReportFragmentDoc = /*#__PURE__*/ new TypedDocumentString(`
    fragment RosterReport on StaffingReport {
  from
  to
  certified
  uncertified
  total
  experienced
  experiencedPercent
  required
  surplus
  requiredCertified
  certifiedSurplus
  stabilityPercent
  headCountAtEnd
  certifiedAtEnd {
    level
    headCount
  }
  parameters {
    requiredPosts
    requiredCertifiedShare
    halfAfterDay
    practiceYears
    certifiedAfterMonths
  }
  months {
    month
    headCount
    total
    certified
    uncertified
    experienced
    postsSurplus
    socialInsurancePaid
    salaryPaid
  }
  members {
    memberId
    code
    name
    position
    months
    total
    certified
    uncertified
    experienced
  }
  staffByZone {
    zone {
      id
      name
    }
    personMonths
    atEnd
  }
  joined {
    memberId
    name
    on
  }
  left {
    memberId
    name
    on
  }
  warnings {
    code
    memberId
    name
    month
    message
  }
}
    `, {"fragmentName":"RosterReport"}) as unknown as TypedDocumentString<RosterReportFragment, unknown>;
export const RosterMemberFragmentDoc = /*#__PURE__*/ new TypedDocumentString(`
    fragment RosterMember on StaffMember {
  id
  code
  name
  position
  kind
  practisingSince
  certificates {
    level
    passedOn
  }
  spells {
    id
    employedFrom
    employedTo
    employedToAsGiven
  }
  zones {
    share
    zone {
      id
      name
    }
  }
  zoneHistory {
    since
    setAt
    zones {
      share
      zone {
        id
        name
      }
    }
  }
  pay {
    month
    socialInsurancePaid
    salaryPaid
  }
  voidedAt
  voidReason
  warnings {
    code
    month
    message
  }
}
    `, {"fragmentName":"RosterMember"}) as unknown as TypedDocumentString<RosterMemberFragment, unknown>;
export const SurveyLineFragmentDoc = /*#__PURE__*/ new TypedDocumentString(`
    fragment SurveyLine on SatisfactionSurvey {
  id
  method
  surveyedOn
  asked
  answered
  satisfied
  reportedPercent
  note
  recordedAt
  recordedBy
  voidedAt
  voidedBy
  voidReason
  replacedBy {
    id
  }
}
    `, {"fragmentName":"SurveyLine"}) as unknown as TypedDocumentString<SurveyLineFragment, unknown>;
export const TargetCellFragmentDoc = /*#__PURE__*/ new TypedDocumentString(`
    fragment TargetCell on Target {
  since
  value
  zone {
    id
    name
  }
  project {
    id
    name
  }
  indicator {
    code
    name
  }
  measure {
    code
    name
    unit
  }
  amendment {
    id
    effectiveOn
    reason
    documentNumber
  }
}
    `, {"fragmentName":"TargetCell"}) as unknown as TypedDocumentString<TargetCellFragment, unknown>;
export const TargetsOfAgreementFragmentDoc = /*#__PURE__*/ new TypedDocumentString(`
    fragment TargetsOfAgreement on Agreement {
  ...PlaceHead
  revision
  proposedBy {
    id
    name
  }
  zones {
    id
    name
  }
  projects {
    id
    name
  }
  targets(termId: $term, on: $on) {
    ...TargetCell
  }
}
    fragment TargetCell on Target {
  since
  value
  zone {
    id
    name
  }
  project {
    id
    name
  }
  indicator {
    code
    name
  }
  measure {
    code
    name
    unit
  }
  amendment {
    id
    effectiveOn
    reason
    documentNumber
  }
}
fragment AgreementPlace on Agreement {
  id
  state
  startsOn
  endsOn
  operator {
    id
    name
    shortName
  }
  terms {
    id
    name
    startsOn
    endsOn
    hasRecords
  }
}
fragment PlaceHead on Agreement {
  ...AgreementPlace
  station {
    id
    name
  }
}`, {"fragmentName":"TargetsOfAgreement"}) as unknown as TypedDocumentString<TargetsOfAgreementFragment, unknown>;
export const TrendRowFragmentDoc = /*#__PURE__*/ new TypedDocumentString(`
    fragment TrendRow on AnalyticsRow {
  month
  completed
  measure {
    code
  }
  district {
    code
    name
  }
  operator {
    id
    name
    shortName
  }
  station {
    id
    name
  }
}
    `, {"fragmentName":"TrendRow"}) as unknown as TypedDocumentString<TrendRowFragment, unknown>;
export const StationPlacesFragmentDoc = /*#__PURE__*/ new TypedDocumentString(`
    fragment StationPlaces on Station {
  id
  name
  district {
    code
    name
  }
  agreements(first: 100) {
    nodes {
      ...AgreementPlace
    }
  }
}
    fragment AgreementPlace on Agreement {
  id
  state
  startsOn
  endsOn
  operator {
    id
    name
    shortName
  }
  terms {
    id
    name
    startsOn
    endsOn
    hasRecords
  }
}`, {"fragmentName":"StationPlaces"}) as unknown as TypedDocumentString<StationPlacesFragment, unknown>;
export const RecordLineFragmentDoc = /*#__PURE__*/ new TypedDocumentString(`
    fragment RecordLine on ServiceRecord {
  id
  occurredOn
  indicator {
    code
    name
  }
  zone {
    id
    name
  }
  point {
    id
    name
  }
  project {
    id
    name
  }
  quantities {
    measure {
      code
      name
      unit
    }
    value
  }
  note
  recordedBy
  isOwn
  recordedAt
  revision
  voidedAt
  voidReason
}
    `, {"fragmentName":"RecordLine"}) as unknown as TypedDocumentString<RecordLineFragment, unknown>;
export const KeptTableFragmentDoc = /*#__PURE__*/ new TypedDocumentString(`
    fragment KeptTable on CompletionTable {
  from
  to
  timeProgressPercent
  term {
    id
    name
  }
  zones {
    id
    name
  }
  rows {
    indicator {
      code
      name
    }
    measure {
      code
      name
      unit
    }
    byZone {
      completed
      zone {
        id
      }
    }
    total {
      target
      completed
      percent
    }
  }
}
    `, {"fragmentName":"KeptTable"}) as unknown as TypedDocumentString<KeptTableFragment, unknown>;
export const KeptStaffingFragmentDoc = /*#__PURE__*/ new TypedDocumentString(`
    fragment KeptStaffing on StaffingReport {
  from
  to
  total
  required
  surplus
  certified
  requiredCertified
  certifiedSurplus
  stabilityPercent
}
    `, {"fragmentName":"KeptStaffing"}) as unknown as TypedDocumentString<KeptStaffingFragment, unknown>;
export const KeptFundingFragmentDoc = /*#__PURE__*/ new TypedDocumentString(`
    fragment KeptFunding on FundingReport {
  asOf
  annualFee
  budgeted
  received
  spent
  balance
  executionPercent
}
    `, {"fragmentName":"KeptFunding"}) as unknown as TypedDocumentString<KeptFundingFragment, unknown>;
export const ReportLineFragmentDoc = /*#__PURE__*/ new TypedDocumentString(`
    fragment ReportLine on PublishedReport {
  id
  number
  kind
  title
  from
  to
  publishedAt
  publishedBy {
    id
    name
    shortName
  }
  supersedes {
    id
    number
  }
  supersededBy {
    id
    number
  }
}
    `, {"fragmentName":"ReportLine"}) as unknown as TypedDocumentString<ReportLineFragment, unknown>;
export const MonthLineFragmentDoc = /*#__PURE__*/ new TypedDocumentString(`
    fragment MonthLine on ReportMonth {
  id
  month
  state
  dueOn
  handedInAt
  isLate
  isMissing
  closesAfter
  agreement {
    id
  }
}
    `, {"fragmentName":"MonthLine"}) as unknown as TypedDocumentString<MonthLineFragment, unknown>;
export const MonthStepFragmentDoc = /*#__PURE__*/ new TypedDocumentString(`
    fragment MonthStep on MonthEvent {
  state
  at
  by {
    id
    name
    shortName
  }
  note
  closesAfter
}
    `, {"fragmentName":"MonthStep"}) as unknown as TypedDocumentString<MonthStepFragment, unknown>;
export const ChangeFragmentDoc = /*#__PURE__*/ new TypedDocumentString(`
    fragment Change on FigureChange {
  report
  path
  was
  is
}
    `, {"fragmentName":"Change"}) as unknown as TypedDocumentString<ChangeFragment, unknown>;
export const MonthSaidFragmentDoc = /*#__PURE__*/ new TypedDocumentString(`
    fragment MonthSaid on ReportMonth {
  agreement {
    id
    zones {
      id
      name
    }
  }
  figures {
    indicator {
      code
      name
    }
    measure {
      code
      name
      unit
    }
    zone {
      id
      name
    }
    completed
  }
  staffing {
    total
    required
    surplus
    headCountAtEnd
    certified
  }
  spending {
    spent
    categories {
      category
      spent
    }
  }
  changesSince {
    ...Change
  }
}
    fragment Change on FigureChange {
  report
  path
  was
  is
}`, {"fragmentName":"MonthSaid"}) as unknown as TypedDocumentString<MonthSaidFragment, unknown>;
export const AdministratorResetLineFragmentDoc = /*#__PURE__*/ new TypedDocumentString(`
    fragment AdministratorResetLine on AdministratorReset {
  id
  administrator
  reason
  byMail
  askedAt
  confirmedAt
  availableFrom
  takenAt
  stoppedAt
  organisation {
    id
    name
  }
}
    `, {"fragmentName":"AdministratorResetLine"}) as unknown as TypedDocumentString<AdministratorResetLineFragment, unknown>;
export const TaskCountsDocument = /*#__PURE__*/ new TypedDocumentString(`
    query TaskCounts {
  viewer {
    id
    taskCounts {
      kind
      count
      overdue
    }
  }
}
    `) as unknown as TypedDocumentString<TaskCountsQuery, TaskCountsQueryVariables>;
export const AddRemarkDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation AddRemark($input: AddRemarkInput!) {
  addRemark(input: $input) {
    remark {
      id
    }
    userErrors {
      code
      message
      path
    }
  }
}
    `) as unknown as TypedDocumentString<AddRemarkMutation, AddRemarkMutationVariables>;
export const RecordServicesDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation RecordServices($input: RecordServicesInput!) {
  recordServices(input: $input) {
    records {
      ...RecordLine
    }
    userErrors {
      code
      message
      path
    }
  }
}
    fragment RecordLine on ServiceRecord {
  id
  occurredOn
  indicator {
    code
    name
  }
  zone {
    id
    name
  }
  point {
    id
    name
  }
  project {
    id
    name
  }
  quantities {
    measure {
      code
      name
      unit
    }
    value
  }
  note
  recordedBy
  isOwn
  recordedAt
  revision
  voidedAt
  voidReason
}`) as unknown as TypedDocumentString<RecordServicesMutation, RecordServicesMutationVariables>;
export const CorrectRecordsDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation CorrectRecords($inputs: [CorrectServiceRecordInput!]!) {
  correctServiceRecords(inputs: $inputs) {
    records {
      ...RecordLine
    }
    userErrors {
      code
      message
      path
    }
  }
}
    fragment RecordLine on ServiceRecord {
  id
  occurredOn
  indicator {
    code
    name
  }
  zone {
    id
    name
  }
  point {
    id
    name
  }
  project {
    id
    name
  }
  quantities {
    measure {
      code
      name
      unit
    }
    value
  }
  note
  recordedBy
  isOwn
  recordedAt
  revision
  voidedAt
  voidReason
}`) as unknown as TypedDocumentString<CorrectRecordsMutation, CorrectRecordsMutationVariables>;
export const VoidRecordsDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation VoidRecords($ids: [ID!]!, $reason: String!, $keys: [String!]) {
  voidServiceRecords(ids: $ids, reason: $reason, idempotencyKeys: $keys) {
    records {
      ...RecordLine
    }
    userErrors {
      code
      message
      path
    }
  }
}
    fragment RecordLine on ServiceRecord {
  id
  occurredOn
  indicator {
    code
    name
  }
  zone {
    id
    name
  }
  point {
    id
    name
  }
  project {
    id
    name
  }
  quantities {
    measure {
      code
      name
      unit
    }
    value
  }
  note
  recordedBy
  isOwn
  recordedAt
  revision
  voidedAt
  voidReason
}`) as unknown as TypedDocumentString<VoidRecordsMutation, VoidRecordsMutationVariables>;
export const AnalysisChoicesDocument = /*#__PURE__*/ new TypedDocumentString(`
    query AnalysisChoices {
  indicators {
    code
    name
    measures {
      code
      name
      unit
    }
  }
  districts {
    code
    name
  }
  viewer {
    stations {
      ...StationPlaces
    }
  }
  stations(first: 1) {
    nodes {
      ...StationPlaces
    }
  }
}
    fragment StationPlaces on Station {
  id
  name
  district {
    code
    name
  }
  agreements(first: 100) {
    nodes {
      ...AgreementPlace
    }
  }
}
fragment AgreementPlace on Agreement {
  id
  state
  startsOn
  endsOn
  operator {
    id
    name
    shortName
  }
  terms {
    id
    name
    startsOn
    endsOn
    hasRecords
  }
}`) as unknown as TypedDocumentString<AnalysisChoicesQuery, AnalysisChoicesQueryVariables>;
export const OperatorOverviewDocument = /*#__PURE__*/ new TypedDocumentString(`
    query OperatorOverview($on: Date, $after: String) {
  operatorOverview(on: $on, first: 100, after: $after) {
    totalCount
    pageInfo {
      hasNextPage
      endCursor
    }
    nodes {
      ...OverviewLine
    }
  }
}
    fragment OverviewLine on AgreementOverview {
  isInForce
  timeProgressPercent
  station {
    id
    name
    district {
      code
      name
    }
  }
  agreement {
    id
    startsOn
    endsOn
    operator {
      id
      name
      shortName
    }
  }
  term {
    id
    name
  }
  indicators {
    measures
    onTime
    onTimePercent
    weakest {
      percent
      indicator {
        code
        name
      }
      measure {
        code
        name
      }
    }
  }
  staffing {
    percent
  }
  execution {
    percent
  }
  lastAssessment {
    id
    grade
  }
  assessmentsAhead {
    kind
    expectedOn
    isLate
  }
}`) as unknown as TypedDocumentString<OperatorOverviewQuery, OperatorOverviewQueryVariables>;
export const PurchaserOverviewDocument = /*#__PURE__*/ new TypedDocumentString(`
    query PurchaserOverview($on: Date, $after: String) {
  purchaserOverview(on: $on, first: 100, after: $after) {
    totalCount
    pageInfo {
      hasNextPage
      endCursor
    }
    nodes {
      ...OverviewLine
    }
  }
}
    fragment OverviewLine on AgreementOverview {
  isInForce
  timeProgressPercent
  station {
    id
    name
    district {
      code
      name
    }
  }
  agreement {
    id
    startsOn
    endsOn
    operator {
      id
      name
      shortName
    }
  }
  term {
    id
    name
  }
  indicators {
    measures
    onTime
    onTimePercent
    weakest {
      percent
      indicator {
        code
        name
      }
      measure {
        code
        name
      }
    }
  }
  staffing {
    percent
  }
  execution {
    percent
  }
  lastAssessment {
    id
    grade
  }
  assessmentsAhead {
    kind
    expectedOn
    isLate
  }
}`) as unknown as TypedDocumentString<PurchaserOverviewQuery, PurchaserOverviewQueryVariables>;
export const DistrictOverviewDocument = /*#__PURE__*/ new TypedDocumentString(`
    query DistrictOverview($on: Date, $after: String) {
  districtOverview(on: $on) {
    districts {
      district {
        code
        name
      }
      stations
      inForce
      indicators {
        measures
        onTime
        onTimePercent
      }
      staffing {
        percent
      }
      execution {
        percent
      }
      grades {
        grade
        stations
      }
    }
    stations(first: 100, after: $after) {
      totalCount
      pageInfo {
        hasNextPage
        endCursor
      }
      nodes {
        ...OverviewLine
      }
    }
  }
}
    fragment OverviewLine on AgreementOverview {
  isInForce
  timeProgressPercent
  station {
    id
    name
    district {
      code
      name
    }
  }
  agreement {
    id
    startsOn
    endsOn
    operator {
      id
      name
      shortName
    }
  }
  term {
    id
    name
  }
  indicators {
    measures
    onTime
    onTimePercent
    weakest {
      percent
      indicator {
        code
        name
      }
      measure {
        code
        name
      }
    }
  }
  staffing {
    percent
  }
  execution {
    percent
  }
  lastAssessment {
    id
    grade
  }
  assessmentsAhead {
    kind
    expectedOn
    isLate
  }
}`) as unknown as TypedDocumentString<DistrictOverviewQuery, DistrictOverviewQueryVariables>;
export const HandedInMonthsDocument = /*#__PURE__*/ new TypedDocumentString(`
    query HandedInMonths($filter: ReportMonthFilter!, $after: String) {
  reportMonths(filter: $filter, first: 100, after: $after) {
    totalCount
    pageInfo {
      hasNextPage
      endCursor
    }
    nodes {
      ...MonthLine
      agreement {
        id
        station {
          id
          name
        }
        operator {
          id
          name
          shortName
        }
      }
      events {
        ...MonthStep
      }
    }
  }
}
    fragment MonthLine on ReportMonth {
  id
  month
  state
  dueOn
  handedInAt
  isLate
  isMissing
  closesAfter
  agreement {
    id
  }
}
fragment MonthStep on MonthEvent {
  state
  at
  by {
    id
    name
    shortName
  }
  note
  closesAfter
}`) as unknown as TypedDocumentString<HandedInMonthsQuery, HandedInMonthsQueryVariables>;
export const ChangePasswordDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation ChangePassword($input: ChangePasswordInput!) {
  changePassword(input: $input) {
    changed
    userErrors {
      code
      message
      path
    }
  }
}
    `) as unknown as TypedDocumentString<ChangePasswordMutation, ChangePasswordMutationVariables>;
export const OwnMailsDocument = /*#__PURE__*/ new TypedDocumentString(`
    query OwnMails {
  viewer {
    id
    mails {
      atOnce
      digest
    }
  }
}
    `) as unknown as TypedDocumentString<OwnMailsQuery, OwnMailsQueryVariables>;
export const ChooseMailsDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation ChooseMails($atOnce: Boolean!, $digest: Boolean!) {
  chooseMails(atOnce: $atOnce, digest: $digest) {
    choice {
      atOnce
      digest
    }
    userErrors {
      message
    }
  }
}
    `) as unknown as TypedDocumentString<ChooseMailsMutation, ChooseMailsMutationVariables>;
export const AgreementListDocument = /*#__PURE__*/ new TypedDocumentString(`
    query AgreementList($states: [AgreementState!]!, $after: String) {
  agreements(states: $states, first: 50, after: $after) {
    totalCount
    pageInfo {
      hasNextPage
      endCursor
    }
    nodes {
      id
      state
      startsOn
      endsOn
      annualFee
      proposedAt
      station {
        id
        name
      }
      operator {
        id
        name
        shortName
      }
      purchaser {
        id
        name
      }
      proposedBy {
        id
        name
      }
      amendments {
        id
        state
      }
    }
  }
}
    `) as unknown as TypedDocumentString<AgreementListQuery, AgreementListQueryVariables>;
export const AgreementDetailsDocument = /*#__PURE__*/ new TypedDocumentString(`
    query AgreementDetails($agreement: ID!) {
  agreement(id: $agreement) {
    ...AgreementDetail
  }
}
    fragment AgreementDetail on Agreement {
  id
  state
  stateReason
  revision
  startsOn
  endsOn
  annualFee
  requiredPosts
  requiredCertifiedShare
  serviceModel
  proposedAt
  confirmedAt
  operatorConfirmedAt
  purchaserConfirmedAt
  contractNumber
  signedOn
  filedOn
  publishedOn
  cycleYear
  cycle {
    id
    procurementNumber
    startsOn
    endsOn
  }
  station {
    id
    name
  }
  operator {
    id
    name
  }
  purchaser {
    id
    name
  }
  proposedBy {
    id
    name
  }
  confirmedBy {
    id
    name
  }
  renews {
    ...NeighbourAgreement
  }
  renewedBy {
    ...NeighbourAgreement
  }
  warnings {
    code
    message
  }
  events {
    ...AgreementEventLine
  }
  terms {
    id
    name
    startsOn
    endsOn
  }
  zones {
    id
    name
    points {
      id
      name
    }
  }
  points {
    id
    name
    zone {
      id
    }
  }
  projects {
    id
    name
    kind
    domain
  }
  funding {
    instalments {
      condition
      share
      due
    }
  }
  amendments {
    ...AmendmentDetail
  }
}
fragment NeighbourAgreement on Agreement {
  id
  state
  startsOn
  endsOn
}
fragment AgreementEventLine on AgreementEvent {
  step
  at
  revision
  reason
  by {
    id
    name
  }
}
fragment AmendmentDetail on Amendment {
  id
  kind
  state
  stateReason
  effectiveOn
  isRetroactive
  reason
  documentNumber
  proposedAt
  confirmedAt
  proposedBy {
    id
    name
  }
  confirmedBy {
    id
    name
  }
  answers {
    answer
    at
    reason
    by {
      id
      name
    }
  }
  changes {
    field
    aspect
    subject
    was
    becomes
  }
  warnings {
    code
    message
  }
}`) as unknown as TypedDocumentString<AgreementDetailsQuery, AgreementDetailsQueryVariables>;
export const AgreementTargetsDocument = /*#__PURE__*/ new TypedDocumentString(`
    query AgreementTargets($agreement: ID!, $on: Date) {
  agreement(id: $agreement) {
    id
    targets(on: $on) {
      ...TargetLine
    }
  }
}
    fragment TargetLine on Target {
  since
  value
  term {
    id
    name
  }
  zone {
    id
    name
  }
  project {
    id
    name
  }
  indicator {
    code
    name
  }
  measure {
    code
    name
    unit
  }
}`) as unknown as TypedDocumentString<AgreementTargetsQuery, AgreementTargetsQueryVariables>;
export const IndicatorsDocument = /*#__PURE__*/ new TypedDocumentString(`
    query Indicators {
  indicators {
    code
    name
    measures {
      code
      name
      unit
    }
  }
}
    `) as unknown as TypedDocumentString<IndicatorsQuery, IndicatorsQueryVariables>;
export const ContractCyclesDocument = /*#__PURE__*/ new TypedDocumentString(`
    query ContractCycles($after: String) {
  contractCycles(first: 100, after: $after) {
    totalCount
    pageInfo {
      hasNextPage
      endCursor
    }
    nodes {
      ...CycleLine
    }
  }
}
    fragment CycleLine on ContractCycle {
  id
  procurementNumber
  startsOn
  endsOn
  amount
  operator {
    id
    name
    shortName
  }
  purchaser {
    id
    name
    shortName
  }
  agreements {
    id
    state
    startsOn
    endsOn
    cycleYear
    station {
      id
      name
    }
  }
}`) as unknown as TypedDocumentString<ContractCyclesQuery, ContractCyclesQueryVariables>;
export const RegisterContractCycleDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation RegisterContractCycle($input: RegisterContractCycleInput!) {
  registerContractCycle(input: $input) {
    userErrors {
      ...Refusal
    }
  }
}
    fragment Refusal on UserError {
  code
  message
  path
}`) as unknown as TypedDocumentString<RegisterContractCycleMutation, RegisterContractCycleMutationVariables>;
export const CorrectContractCycleDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation CorrectContractCycle($input: CorrectContractCycleInput!) {
  correctContractCycle(input: $input) {
    userErrors {
      ...Refusal
    }
  }
}
    fragment Refusal on UserError {
  code
  message
  path
}`) as unknown as TypedDocumentString<CorrectContractCycleMutation, CorrectContractCycleMutationVariables>;
export const RenameStationDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation RenameStation($input: RenameStationInput!) {
  renameStation(input: $input) {
    userErrors {
      ...Refusal
    }
  }
}
    fragment Refusal on UserError {
  code
  message
  path
}`) as unknown as TypedDocumentString<RenameStationMutation, RenameStationMutationVariables>;
export const RegisterAgreementDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation RegisterAgreement($input: RegisterAgreementInput!) {
  registerAgreement(input: $input) {
    agreement {
      id
    }
    userErrors {
      ...Refusal
    }
  }
}
    fragment Refusal on UserError {
  code
  message
  path
}`) as unknown as TypedDocumentString<RegisterAgreementMutation, RegisterAgreementMutationVariables>;
export const RenewAgreementDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation RenewAgreement($input: RenewAgreementInput!) {
  renewAgreement(input: $input) {
    agreement {
      id
    }
    userErrors {
      ...Refusal
    }
  }
}
    fragment Refusal on UserError {
  code
  message
  path
}`) as unknown as TypedDocumentString<RenewAgreementMutation, RenewAgreementMutationVariables>;
export const ConfirmAgreementDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation ConfirmAgreement($id: ID!, $revision: Int!) {
  confirmAgreement(id: $id, expectedRevision: $revision) {
    userErrors {
      ...Refusal
    }
  }
}
    fragment Refusal on UserError {
  code
  message
  path
}`) as unknown as TypedDocumentString<ConfirmAgreementMutation, ConfirmAgreementMutationVariables>;
export const DeclineAgreementDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation DeclineAgreement($id: ID!, $reason: String!) {
  declineAgreement(id: $id, reason: $reason) {
    userErrors {
      ...Refusal
    }
  }
}
    fragment Refusal on UserError {
  code
  message
  path
}`) as unknown as TypedDocumentString<DeclineAgreementMutation, DeclineAgreementMutationVariables>;
export const WithdrawAgreementDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation WithdrawAgreement($id: ID!, $reason: String!) {
  withdrawAgreement(id: $id, reason: $reason) {
    userErrors {
      ...Refusal
    }
  }
}
    fragment Refusal on UserError {
  code
  message
  path
}`) as unknown as TypedDocumentString<WithdrawAgreementMutation, WithdrawAgreementMutationVariables>;
export const VoidAgreementDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation VoidAgreement($id: ID!, $reason: String!) {
  voidAgreement(id: $id, reason: $reason) {
    userErrors {
      ...Refusal
    }
  }
}
    fragment Refusal on UserError {
  code
  message
  path
}`) as unknown as TypedDocumentString<VoidAgreementMutation, VoidAgreementMutationVariables>;
export const ReviseProposalDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation ReviseProposal($id: ID!, $input: RegisterAgreementInput!) {
  reviseProposal(id: $id, input: $input) {
    agreement {
      id
    }
    userErrors {
      ...Refusal
    }
  }
}
    fragment Refusal on UserError {
  code
  message
  path
}`) as unknown as TypedDocumentString<ReviseProposalMutation, ReviseProposalMutationVariables>;
export const RecordContractDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation RecordContract($input: RecordContractInput!) {
  recordContract(input: $input) {
    userErrors {
      ...Refusal
    }
  }
}
    fragment Refusal on UserError {
  code
  message
  path
}`) as unknown as TypedDocumentString<RecordContractMutation, RecordContractMutationVariables>;
export const ConfirmAmendmentDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation ConfirmAmendment($id: ID!) {
  confirmAmendment(id: $id) {
    userErrors {
      ...Refusal
    }
  }
}
    fragment Refusal on UserError {
  code
  message
  path
}`) as unknown as TypedDocumentString<ConfirmAmendmentMutation, ConfirmAmendmentMutationVariables>;
export const DeclineAmendmentDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation DeclineAmendment($id: ID!, $reason: String!) {
  declineAmendment(id: $id, reason: $reason) {
    userErrors {
      ...Refusal
    }
  }
}
    fragment Refusal on UserError {
  code
  message
  path
}`) as unknown as TypedDocumentString<DeclineAmendmentMutation, DeclineAmendmentMutationVariables>;
export const WithdrawAmendmentDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation WithdrawAmendment($id: ID!, $reason: String!) {
  withdrawAmendment(id: $id, reason: $reason) {
    userErrors {
      ...Refusal
    }
  }
}
    fragment Refusal on UserError {
  code
  message
  path
}`) as unknown as TypedDocumentString<WithdrawAmendmentMutation, WithdrawAmendmentMutationVariables>;
export const AcknowledgeAmendmentDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation AcknowledgeAmendment($id: ID!) {
  acknowledgeAmendment(id: $id) {
    userErrors {
      ...Refusal
    }
  }
}
    fragment Refusal on UserError {
  code
  message
  path
}`) as unknown as TypedDocumentString<AcknowledgeAmendmentMutation, AcknowledgeAmendmentMutationVariables>;
export const ObjectToAmendmentDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation ObjectToAmendment($id: ID!, $reason: String!) {
  objectToAmendment(id: $id, reason: $reason) {
    userErrors {
      ...Refusal
    }
  }
}
    fragment Refusal on UserError {
  code
  message
  path
}`) as unknown as TypedDocumentString<ObjectToAmendmentMutation, ObjectToAmendmentMutationVariables>;
export const ProposeAmendmentDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation ProposeAmendment($input: ProposeAmendmentInput!) {
  proposeAmendment(input: $input) {
    amendment {
      id
    }
    userErrors {
      ...Refusal
    }
  }
}
    fragment Refusal on UserError {
  code
  message
  path
}`) as unknown as TypedDocumentString<ProposeAmendmentMutation, ProposeAmendmentMutationVariables>;
export const AssessmentPageDocument = /*#__PURE__*/ new TypedDocumentString(`
    query AssessmentPage($id: ID!, $withRequests: Boolean!) {
  node(id: $id) {
    id
    ... on Assessment {
      ...AssessmentDetail
      assessorRequests @include(if: $withRequests) {
        reason
        requestedAt
        assessor {
          id
          name
        }
      }
    }
  }
}
    fragment AssessmentLine on Assessment {
  id
  kind
  state
  from
  to
  sealed
  total
  grade
  ownParty
  assessor {
    id
    name
  }
  scores {
    party
    name
    maximum
    score
    scoredAt
  }
}
fragment AssessmentDetail on Assessment {
  ...AssessmentLine
  onsiteOn
  openedAt
  closedAt
  cancelledAt
  cancelReason
  unsealedAt
  unsealReason
  agreement {
    ...PlaceHead
    zones {
      id
      name
      points {
        id
        name
      }
    }
    points {
      id
      name
    }
  }
  bands {
    excellentFrom
    goodFrom
    qualifiedFrom
  }
  scores {
    ...ScoreDetail
  }
  replacedAssessors {
    replacedAt
    reason
    score
    assessor {
      id
      name
    }
  }
  findings {
    ...FindingDetail
  }
  concernsBefore {
    ...FindingDetail
  }
}
fragment ScoreDetail on AssessmentScore {
  party
  name
  maximum
  score
  scoredAt
  onPaper
  reason
  items {
    name
    maximum
    score
  }
  earlier {
    score
    scoredAt
    onPaper
    reason
    items {
      name
      score
    }
  }
}
fragment FindingDetail on AssessmentFinding {
  id
  party
  kind
  text
  addedAt
  state
  section
  dueOn
  withdrawnAt
  withdrawnReason
  zone {
    id
    name
  }
  point {
    id
    name
  }
  steps {
    state
    text
    at
  }
}
fragment AgreementPlace on Agreement {
  id
  state
  startsOn
  endsOn
  operator {
    id
    name
    shortName
  }
  terms {
    id
    name
    startsOn
    endsOn
    hasRecords
  }
}
fragment PlaceHead on Agreement {
  ...AgreementPlace
  station {
    id
    name
  }
}`) as unknown as TypedDocumentString<AssessmentPageQuery, AssessmentPageQueryVariables>;
export const AssessmentBasisDocument = /*#__PURE__*/ new TypedDocumentString(`
    query AssessmentBasis($id: ID!) {
  node(id: $id) {
    id
    ... on Assessment {
      basisCompletion {
        ...KeptTable
      }
      basisStaffing {
        ...KeptStaffing
      }
      basisFunding {
        ...KeptFunding
      }
      changesSince {
        ...Change
      }
    }
  }
}
    fragment KeptTable on CompletionTable {
  from
  to
  timeProgressPercent
  term {
    id
    name
  }
  zones {
    id
    name
  }
  rows {
    indicator {
      code
      name
    }
    measure {
      code
      name
      unit
    }
    byZone {
      completed
      zone {
        id
      }
    }
    total {
      target
      completed
      percent
    }
  }
}
fragment KeptStaffing on StaffingReport {
  from
  to
  total
  required
  surplus
  certified
  requiredCertified
  certifiedSurplus
  stabilityPercent
}
fragment KeptFunding on FundingReport {
  asOf
  annualFee
  budgeted
  received
  spent
  balance
  executionPercent
}
fragment Change on FigureChange {
  report
  path
  was
  is
}`) as unknown as TypedDocumentString<AssessmentBasisQuery, AssessmentBasisQueryVariables>;
export const OperatorTiesDocument = /*#__PURE__*/ new TypedDocumentString(`
    query OperatorTies {
  declaredTies {
    operator {
      id
    }
    assessor {
      id
    }
  }
}
    `) as unknown as TypedDocumentString<OperatorTiesQuery, OperatorTiesQueryVariables>;
export const CloseAssessmentDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation CloseAssessment($id: ID!) {
  closeAssessment(assessmentId: $id) {
    userErrors {
      ...Refusal
    }
  }
}
    fragment Refusal on UserError {
  code
  message
  path
}`) as unknown as TypedDocumentString<CloseAssessmentMutation, CloseAssessmentMutationVariables>;
export const CancelAssessmentDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation CancelAssessment($id: ID!, $reason: String!) {
  cancelAssessment(id: $id, reason: $reason) {
    userErrors {
      ...Refusal
    }
  }
}
    fragment Refusal on UserError {
  code
  message
  path
}`) as unknown as TypedDocumentString<CancelAssessmentMutation, CancelAssessmentMutationVariables>;
export const UnsealScoresDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation UnsealScores($id: ID!, $reason: String!) {
  unsealScores(id: $id, reason: $reason) {
    userErrors {
      ...Refusal
    }
  }
}
    fragment Refusal on UserError {
  code
  message
  path
}`) as unknown as TypedDocumentString<UnsealScoresMutation, UnsealScoresMutationVariables>;
export const MoveAssessmentDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation MoveAssessment($input: MoveAssessmentInput!) {
  moveAssessment(input: $input) {
    userErrors {
      ...Refusal
    }
  }
}
    fragment Refusal on UserError {
  code
  message
  path
}`) as unknown as TypedDocumentString<MoveAssessmentMutation, MoveAssessmentMutationVariables>;
export const ReplaceAssessorDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation ReplaceAssessor($input: ReplaceAssessorInput!) {
  replaceAssessor(input: $input) {
    userErrors {
      ...Refusal
    }
  }
}
    fragment Refusal on UserError {
  code
  message
  path
}`) as unknown as TypedDocumentString<ReplaceAssessorMutation, ReplaceAssessorMutationVariables>;
export const RequestAssessorDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation RequestAssessor($input: RequestAssessorInput!) {
  requestAssessor(input: $input) {
    userErrors {
      ...Refusal
    }
  }
}
    fragment Refusal on UserError {
  code
  message
  path
}`) as unknown as TypedDocumentString<RequestAssessorMutation, RequestAssessorMutationVariables>;
export const ScoreAssessmentDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation ScoreAssessment($input: ScoreAssessmentInput!) {
  scoreAssessment(input: $input) {
    userErrors {
      ...Refusal
    }
  }
}
    fragment Refusal on UserError {
  code
  message
  path
}`) as unknown as TypedDocumentString<ScoreAssessmentMutation, ScoreAssessmentMutationVariables>;
export const EnterPaperScoreDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation EnterPaperScore($input: EnterPaperScoreInput!) {
  enterPaperScore(input: $input) {
    userErrors {
      ...Refusal
    }
  }
}
    fragment Refusal on UserError {
  code
  message
  path
}`) as unknown as TypedDocumentString<EnterPaperScoreMutation, EnterPaperScoreMutationVariables>;
export const AddFindingDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation AddFinding($input: AddFindingInput!) {
  addFinding(input: $input) {
    userErrors {
      ...Refusal
    }
  }
}
    fragment Refusal on UserError {
  code
  message
  path
}`) as unknown as TypedDocumentString<AddFindingMutation, AddFindingMutationVariables>;
export const RespondToFindingDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation RespondToFinding($id: ID!, $response: String!, $key: String!) {
  respondToFinding(findingId: $id, response: $response, idempotencyKey: $key) {
    userErrors {
      ...Refusal
    }
  }
}
    fragment Refusal on UserError {
  code
  message
  path
}`) as unknown as TypedDocumentString<RespondToFindingMutation, RespondToFindingMutationVariables>;
export const ReviewResponseDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation ReviewResponse($input: ReviewResponseInput!) {
  reviewResponse(input: $input) {
    userErrors {
      ...Refusal
    }
  }
}
    fragment Refusal on UserError {
  code
  message
  path
}`) as unknown as TypedDocumentString<ReviewResponseMutation, ReviewResponseMutationVariables>;
export const WithdrawFindingDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation WithdrawFinding($id: ID!, $reason: String!) {
  withdrawFinding(id: $id, reason: $reason) {
    userErrors {
      ...Refusal
    }
  }
}
    fragment Refusal on UserError {
  code
  message
  path
}`) as unknown as TypedDocumentString<WithdrawFindingMutation, WithdrawFindingMutationVariables>;
export const AgreementAssessmentsDocument = /*#__PURE__*/ new TypedDocumentString(`
    query AgreementAssessments($agreement: ID!) {
  agreement(id: $agreement) {
    ...PlaceHead
    assessments {
      ...AssessmentLine
    }
  }
}
    fragment AssessmentLine on Assessment {
  id
  kind
  state
  from
  to
  sealed
  total
  grade
  ownParty
  assessor {
    id
    name
  }
  scores {
    party
    name
    maximum
    score
    scoredAt
  }
}
fragment AgreementPlace on Agreement {
  id
  state
  startsOn
  endsOn
  operator {
    id
    name
    shortName
  }
  terms {
    id
    name
    startsOn
    endsOn
    hasRecords
  }
}
fragment PlaceHead on Agreement {
  ...AgreementPlace
  station {
    id
    name
  }
}`) as unknown as TypedDocumentString<AgreementAssessmentsQuery, AgreementAssessmentsQueryVariables>;
export const OpeningFormDocument = /*#__PURE__*/ new TypedDocumentString(`
    query OpeningForm($agreement: ID!) {
  agreement(id: $agreement) {
    ...PlaceHead
    station {
      district {
        code
      }
    }
  }
  declaredTies {
    ...TieLine
  }
}
    fragment TieLine on DeclaredTie {
  reason
  declaredAt
  operator {
    id
    name
  }
  assessor {
    id
    name
  }
}
fragment AgreementPlace on Agreement {
  id
  state
  startsOn
  endsOn
  operator {
    id
    name
    shortName
  }
  terms {
    id
    name
    startsOn
    endsOn
    hasRecords
  }
}
fragment PlaceHead on Agreement {
  ...AgreementPlace
  station {
    id
    name
  }
}`) as unknown as TypedDocumentString<OpeningFormQuery, OpeningFormQueryVariables>;
export const DeclaredTiesDocument = /*#__PURE__*/ new TypedDocumentString(`
    query DeclaredTies {
  declaredTies {
    ...TieLine
  }
}
    fragment TieLine on DeclaredTie {
  reason
  declaredAt
  operator {
    id
    name
  }
  assessor {
    id
    name
  }
}`) as unknown as TypedDocumentString<DeclaredTiesQuery, DeclaredTiesQueryVariables>;
export const SchemeDocument = /*#__PURE__*/ new TypedDocumentString(`
    query Scheme($year: Int!, $district: String) {
  assessmentScheme(year: $year, districtCode: $district) {
    ...SchemeDetail
  }
}
    fragment SchemeDetail on AssessmentScheme {
  year
  districtCode
  version
  setAt
  parties {
    party
    name
    maximum
    items {
      name
      maximum
    }
  }
  bands {
    excellentFrom
    goodFrom
    qualifiedFrom
  }
}`) as unknown as TypedDocumentString<SchemeQuery, SchemeQueryVariables>;
export const OpenAssessmentDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation OpenAssessment($input: OpenAssessmentInput!) {
  openAssessment(input: $input) {
    assessment {
      id
    }
    userErrors {
      ...Refusal
    }
  }
}
    fragment Refusal on UserError {
  code
  message
  path
}`) as unknown as TypedDocumentString<OpenAssessmentMutation, OpenAssessmentMutationVariables>;
export const DeclareTieDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation DeclareTie($organisation: ID!, $reason: String!) {
  declareTie(organisationId: $organisation, reason: $reason) {
    userErrors {
      ...Refusal
    }
  }
}
    fragment Refusal on UserError {
  code
  message
  path
}`) as unknown as TypedDocumentString<DeclareTieMutation, DeclareTieMutationVariables>;
export const SetSchemeDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation SetScheme($input: SetAssessmentSchemeInput!) {
  setAssessmentScheme(input: $input) {
    scheme {
      ...SchemeDetail
    }
    userErrors {
      ...Refusal
    }
  }
}
    fragment Refusal on UserError {
  code
  message
  path
}
fragment SchemeDetail on AssessmentScheme {
  year
  districtCode
  version
  setAt
  parties {
    party
    name
    maximum
    items {
      name
      maximum
    }
  }
  bands {
    excellentFrom
    goodFrom
    qualifiedFrom
  }
}`) as unknown as TypedDocumentString<SetSchemeMutation, SetSchemeMutationVariables>;
export const AuditLogDocument = /*#__PURE__*/ new TypedDocumentString(`
    query AuditLog($filter: AuditFilter, $after: String) {
  auditLog(filter: $filter, first: 50, after: $after) {
    totalCount
    pageInfo {
      hasNextPage
      endCursor
    }
    nodes {
      ...AuditLine
    }
  }
}
    fragment AuditLine on AuditEntry {
  id
  at
  memberId
  memberName
  action
  thing
  thingId
  operation
  agreementIds
  before
  after
  remoteAddress
  requestId
}`) as unknown as TypedDocumentString<AuditLogQuery, AuditLogQueryVariables>;
export const AuditMembersDocument = /*#__PURE__*/ new TypedDocumentString(`
    query AuditMembers {
  members(first: 100) {
    nodes {
      id
      displayName
    }
  }
}
    `) as unknown as TypedDocumentString<AuditMembersQuery, AuditMembersQueryVariables>;
export const ReportBoardDocument = /*#__PURE__*/ new TypedDocumentString(`
    query ReportBoard($from: YearMonth!, $to: YearMonth!, $district: String, $withEnded: Boolean!, $after: String) {
  reportBoard(
    from: $from
    to: $to
    districtCode: $district
    withEnded: $withEnded
    first: 100
    after: $after
  ) {
    totalCount
    total {
      ...Punctuality
    }
    pageInfo {
      hasNextPage
      endCursor
    }
    nodes {
      station {
        id
        name
        district {
          code
          name
        }
      }
      punctuality {
        ...Punctuality
      }
      months {
        ...MonthLine
      }
    }
  }
}
    fragment Punctuality on MonthPunctuality {
  expected
  onTime
  late
  missing
  onTimePercent
}
fragment MonthLine on ReportMonth {
  id
  month
  state
  dueOn
  handedInAt
  isLate
  isMissing
  closesAfter
  agreement {
    id
  }
}`) as unknown as TypedDocumentString<ReportBoardQuery, ReportBoardQueryVariables>;
export const CompletionDocument = /*#__PURE__*/ new TypedDocumentString(`
    query Completion($agreement: ID!, $term: ID!, $to: Date) {
  agreement(id: $agreement) {
    ...PlaceHead
    completion(termId: $term, to: $to) {
      ...CompletionSheet
    }
  }
}
    fragment CompletionSheet on CompletionTable {
  from
  to
  timeProgressPercent
  zones {
    id
    name
  }
  rows {
    indicator {
      code
      name
    }
    measure {
      code
      name
      unit
    }
    byZone {
      target
      completed
      percent
      zone {
        id
      }
    }
    byProject {
      target
      completed
      percent
      project {
        id
        name
      }
    }
    total {
      target
      completed
      percent
    }
  }
}
fragment AgreementPlace on Agreement {
  id
  state
  startsOn
  endsOn
  operator {
    id
    name
    shortName
  }
  terms {
    id
    name
    startsOn
    endsOn
    hasRecords
  }
}
fragment PlaceHead on Agreement {
  ...AgreementPlace
  station {
    id
    name
  }
}`) as unknown as TypedDocumentString<CompletionQuery, CompletionQueryVariables>;
export const StaffByZoneDocument = /*#__PURE__*/ new TypedDocumentString(`
    query StaffByZone($agreement: ID!, $month: YearMonth!) {
  agreement(id: $agreement) {
    staffing(from: $month, to: $month) {
      headCountAtEnd
      staffByZone {
        atEnd
        zone {
          id
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<StaffByZoneQuery, StaffByZoneQueryVariables>;
export const LastYearDocument = /*#__PURE__*/ new TypedDocumentString(`
    query LastYear($agreement: ID!) {
  agreement(id: $agreement) {
    station {
      id
      agreements(first: 100) {
        nodes {
          ...AgreementPlace
        }
      }
    }
  }
  indicators {
    code
    measures {
      code
    }
  }
}
    fragment AgreementPlace on Agreement {
  id
  state
  startsOn
  endsOn
  operator {
    id
    name
    shortName
  }
  terms {
    id
    name
    startsOn
    endsOn
    hasRecords
  }
}`) as unknown as TypedDocumentString<LastYearQuery, LastYearQueryVariables>;
export const EntrySheetDocument = /*#__PURE__*/ new TypedDocumentString(`
    query EntrySheet($agreement: ID!, $term: ID!, $filter: ServiceRecordFilter!) {
  indicators {
    code
    name
    measures {
      code
      name
      unit
    }
  }
  agreement(id: $agreement) {
    ...PlaceHead
    zones {
      id
      name
    }
    points {
      id
      name
      zone {
        id
      }
    }
    projects {
      id
      name
    }
    months {
      month
      state
    }
    completion(termId: $term) {
      rows {
        indicator {
          code
        }
        measure {
          code
        }
        total {
          target
          completed
        }
      }
    }
    serviceRecords(filter: $filter, first: 1000) {
      totalCount
      nodes {
        ...RecordLine
      }
    }
  }
}
    fragment AgreementPlace on Agreement {
  id
  state
  startsOn
  endsOn
  operator {
    id
    name
    shortName
  }
  terms {
    id
    name
    startsOn
    endsOn
    hasRecords
  }
}
fragment PlaceHead on Agreement {
  ...AgreementPlace
  station {
    id
    name
  }
}
fragment RecordLine on ServiceRecord {
  id
  occurredOn
  indicator {
    code
    name
  }
  zone {
    id
    name
  }
  point {
    id
    name
  }
  project {
    id
    name
  }
  quantities {
    measure {
      code
      name
      unit
    }
    value
  }
  note
  recordedBy
  isOwn
  recordedAt
  revision
  voidedAt
  voidReason
}`) as unknown as TypedDocumentString<EntrySheetQuery, EntrySheetQueryVariables>;
export const UsualMonthsDocument = /*#__PURE__*/ new TypedDocumentString(`
    query UsualMonths($input: AnalyticsInput!) {
  analytics(input: $input) {
    rows {
      month
      zone {
        id
      }
      project {
        id
      }
      indicator {
        code
      }
      measure {
        code
      }
      completed
    }
  }
}
    `) as unknown as TypedDocumentString<UsualMonthsQuery, UsualMonthsQueryVariables>;
export const EvaluationsDocument = /*#__PURE__*/ new TypedDocumentString(`
    query Evaluations($agreement: ID!) {
  agreement(id: $agreement) {
    ...PlaceHead
    evaluations {
      ...EvaluationDetail
    }
  }
}
    fragment EvaluationDetail on Evaluation {
  id
  name
  party
  fiscalYear
  createdAt
  closedAt
  voidedAt
  voidReason
  total
  grade
  groups {
    id
    name
    weight
    score
    evidence
    revision
    history {
      ...EvaluationScoreLine
    }
    items {
      id
      name
      weight
      score
      evidence
      revision
      history {
        ...EvaluationScoreLine
      }
    }
  }
}
fragment EvaluationScoreLine on EvaluationScore {
  revision
  score
  evidence
  scoredAt
  scoredBy
}
fragment AgreementPlace on Agreement {
  id
  state
  startsOn
  endsOn
  operator {
    id
    name
    shortName
  }
  terms {
    id
    name
    startsOn
    endsOn
    hasRecords
  }
}
fragment PlaceHead on Agreement {
  ...AgreementPlace
  station {
    id
    name
  }
}`) as unknown as TypedDocumentString<EvaluationsQuery, EvaluationsQueryVariables>;
export const CreateEvaluationDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation CreateEvaluation($input: CreateEvaluationInput!) {
  createEvaluation(input: $input) {
    evaluation {
      id
    }
    userErrors {
      ...Refusal
    }
  }
}
    fragment Refusal on UserError {
  code
  message
  path
}`) as unknown as TypedDocumentString<CreateEvaluationMutation, CreateEvaluationMutationVariables>;
export const ScoreEvaluationItemsDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation ScoreEvaluationItems($input: ScoreEvaluationItemsInput!) {
  scoreEvaluationItems(input: $input) {
    userErrors {
      ...Refusal
    }
  }
}
    fragment Refusal on UserError {
  code
  message
  path
}`) as unknown as TypedDocumentString<ScoreEvaluationItemsMutation, ScoreEvaluationItemsMutationVariables>;
export const CloseEvaluationDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation CloseEvaluation($id: ID!) {
  closeEvaluation(evaluationId: $id) {
    userErrors {
      ...Refusal
    }
  }
}
    fragment Refusal on UserError {
  code
  message
  path
}`) as unknown as TypedDocumentString<CloseEvaluationMutation, CloseEvaluationMutationVariables>;
export const VoidEvaluationDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation VoidEvaluation($id: ID!, $reason: String!, $key: String!) {
  voidEvaluation(evaluationId: $id, reason: $reason, idempotencyKey: $key) {
    userErrors {
      ...Refusal
    }
  }
}
    fragment Refusal on UserError {
  code
  message
  path
}`) as unknown as TypedDocumentString<VoidEvaluationMutation, VoidEvaluationMutationVariables>;
export const FundingDocument = /*#__PURE__*/ new TypedDocumentString(`
    query Funding($agreement: ID!, $on: Date) {
  agreement(id: $agreement) {
    ...PlaceHead
    funding(asOf: $on) {
      ...FundingSheet
    }
  }
}
    fragment FundingSheet on FundingReport {
  asOf
  annualFee
  received
  outstanding
  overdue
  spent
  spentWithoutBudget
  balance
  budgeted
  budgetVersion
  executionPercent
  timeProgressPercent
  sources {
    level
    amount
    shareOfFeePercent
  }
  instalments {
    condition
    share
    due
    received
    released
    releasedOn
  }
  budgetLines {
    category
    budgeted
    spent
    executionPercent
    shareOfFeePercent
  }
  fiscalYears {
    fiscalYear
    budget
    paid
    undated
    executionPercent
    received
    spent
    balanceAtEnd
    recall {
      share
      by
      required
      executed
      short
      atRisk
      state
    }
  }
  warnings {
    code
    message
    condition
    category
    fiscalYear
  }
}
fragment AgreementPlace on Agreement {
  id
  state
  startsOn
  endsOn
  operator {
    id
    name
    shortName
  }
  terms {
    id
    name
    startsOn
    endsOn
    hasRecords
  }
}
fragment PlaceHead on Agreement {
  ...AgreementPlace
  station {
    id
    name
  }
}`) as unknown as TypedDocumentString<FundingQuery, FundingQueryVariables>;
export const ReceiptsDocument = /*#__PURE__*/ new TypedDocumentString(`
    query Receipts($agreement: ID!, $after: String) {
  agreement(id: $agreement) {
    id
    funding {
      receipts(first: 20, after: $after) {
        totalCount
        pageInfo {
          hasNextPage
          endCursor
        }
        nodes {
          id
          amount
          note
          party
          recordedAt
          reverses
          reversedBy
          condition
          receivedOn
          receivedMonth
          paidOn
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<ReceiptsQuery, ReceiptsQueryVariables>;
export const ExpendituresDocument = /*#__PURE__*/ new TypedDocumentString(`
    query Expenditures($agreement: ID!, $after: String) {
  agreement(id: $agreement) {
    id
    funding {
      expenditures(first: 20, after: $after) {
        totalCount
        pageInfo {
          hasNextPage
          endCursor
        }
        nodes {
          id
          amount
          note
          party
          recordedAt
          reverses
          reversedBy
          category
          spentOn
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<ExpendituresQuery, ExpendituresQueryVariables>;
export const PaymentsDocument = /*#__PURE__*/ new TypedDocumentString(`
    query Payments($agreement: ID!, $after: String) {
  agreement(id: $agreement) {
    id
    funding {
      payments(first: 20, after: $after) {
        totalCount
        pageInfo {
          hasNextPage
          endCursor
        }
        nodes {
          id
          amount
          note
          party
          recordedAt
          reverses
          reversedBy
          fiscalYear
          paidOn
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<PaymentsQuery, PaymentsQueryVariables>;
export const RecordReceiptDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation RecordReceipt($input: RecordReceiptInput!) {
  recordReceipt(input: $input) {
    userErrors {
      ...Refusal
    }
  }
}
    fragment Refusal on UserError {
  code
  message
  path
}`) as unknown as TypedDocumentString<RecordReceiptMutation, RecordReceiptMutationVariables>;
export const RecordExpenditureDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation RecordExpenditure($input: RecordExpenditureInput!) {
  recordExpenditure(input: $input) {
    userErrors {
      ...Refusal
    }
  }
}
    fragment Refusal on UserError {
  code
  message
  path
}`) as unknown as TypedDocumentString<RecordExpenditureMutation, RecordExpenditureMutationVariables>;
export const RecordPaymentDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation RecordPayment($input: RecordPaymentInput!) {
  recordPayment(input: $input) {
    userErrors {
      ...Refusal
    }
  }
}
    fragment Refusal on UserError {
  code
  message
  path
}`) as unknown as TypedDocumentString<RecordPaymentMutation, RecordPaymentMutationVariables>;
export const ReverseReceiptDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation ReverseReceipt($input: ReverseEntryInput!) {
  reverseReceipt(input: $input) {
    userErrors {
      ...Refusal
    }
  }
}
    fragment Refusal on UserError {
  code
  message
  path
}`) as unknown as TypedDocumentString<ReverseReceiptMutation, ReverseReceiptMutationVariables>;
export const ReverseExpenditureDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation ReverseExpenditure($input: ReverseEntryInput!) {
  reverseExpenditure(input: $input) {
    userErrors {
      ...Refusal
    }
  }
}
    fragment Refusal on UserError {
  code
  message
  path
}`) as unknown as TypedDocumentString<ReverseExpenditureMutation, ReverseExpenditureMutationVariables>;
export const ReversePaymentDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation ReversePayment($input: ReverseEntryInput!) {
  reversePayment(input: $input) {
    userErrors {
      ...Refusal
    }
  }
}
    fragment Refusal on UserError {
  code
  message
  path
}`) as unknown as TypedDocumentString<ReversePaymentMutation, ReversePaymentMutationVariables>;
export const SetBudgetDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation SetBudget($input: SetBudgetInput!) {
  setBudget(input: $input) {
    userErrors {
      ...Refusal
    }
  }
}
    fragment Refusal on UserError {
  code
  message
  path
}`) as unknown as TypedDocumentString<SetBudgetMutation, SetBudgetMutationVariables>;
export const SetFundingSourcesDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation SetFundingSources($input: SetFundingSourcesInput!) {
  setFundingSources(input: $input) {
    userErrors {
      ...Refusal
    }
  }
}
    fragment Refusal on UserError {
  code
  message
  path
}`) as unknown as TypedDocumentString<SetFundingSourcesMutation, SetFundingSourcesMutationVariables>;
export const SetFiscalBudgetDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation SetFiscalBudget($input: SetFiscalBudgetInput!) {
  setFiscalBudget(input: $input) {
    userErrors {
      ...Refusal
    }
  }
}
    fragment Refusal on UserError {
  code
  message
  path
}`) as unknown as TypedDocumentString<SetFiscalBudgetMutation, SetFiscalBudgetMutationVariables>;
export const OperatorHeatMapDocument = /*#__PURE__*/ new TypedDocumentString(`
    query OperatorHeatMap($on: Date, $after: String) {
  operatorOverview(on: $on, first: 50, after: $after) {
    totalCount
    pageInfo {
      hasNextPage
      endCursor
    }
    nodes {
      ...HeatLine
    }
  }
}
    fragment HeatLine on AgreementOverview {
  station {
    id
    name
    district {
      code
      name
    }
  }
  agreement {
    id
    operator {
      id
      name
      shortName
    }
  }
  term {
    id
    name
    startsOn
    endsOn
  }
  isInForce
  timeProgressPercent
  measures {
    completed
    target
    percent
    indicator {
      code
      name
    }
    measure {
      code
      name
    }
  }
}`) as unknown as TypedDocumentString<OperatorHeatMapQuery, OperatorHeatMapQueryVariables>;
export const PurchaserHeatMapDocument = /*#__PURE__*/ new TypedDocumentString(`
    query PurchaserHeatMap($on: Date, $after: String) {
  purchaserOverview(on: $on, first: 50, after: $after) {
    totalCount
    pageInfo {
      hasNextPage
      endCursor
    }
    nodes {
      ...HeatLine
    }
  }
}
    fragment HeatLine on AgreementOverview {
  station {
    id
    name
    district {
      code
      name
    }
  }
  agreement {
    id
    operator {
      id
      name
      shortName
    }
  }
  term {
    id
    name
    startsOn
    endsOn
  }
  isInForce
  timeProgressPercent
  measures {
    completed
    target
    percent
    indicator {
      code
      name
    }
    measure {
      code
      name
    }
  }
}`) as unknown as TypedDocumentString<PurchaserHeatMapQuery, PurchaserHeatMapQueryVariables>;
export const DistrictHeatMapDocument = /*#__PURE__*/ new TypedDocumentString(`
    query DistrictHeatMap($on: Date, $district: String, $operator: ID, $after: String) {
  districtOverview(on: $on, districtCode: $district, operatorId: $operator) {
    stations(first: 50, after: $after) {
      totalCount
      pageInfo {
        hasNextPage
        endCursor
      }
      nodes {
        ...HeatLine
      }
    }
  }
}
    fragment HeatLine on AgreementOverview {
  station {
    id
    name
    district {
      code
      name
    }
  }
  agreement {
    id
    operator {
      id
      name
      shortName
    }
  }
  term {
    id
    name
    startsOn
    endsOn
  }
  isInForce
  timeProgressPercent
  measures {
    completed
    target
    percent
    indicator {
      code
      name
    }
    measure {
      code
      name
    }
  }
}`) as unknown as TypedDocumentString<DistrictHeatMapQuery, DistrictHeatMapQueryVariables>;
export const HeatMapChoicesDocument = /*#__PURE__*/ new TypedDocumentString(`
    query HeatMapChoices {
  indicators {
    code
    name
    measures {
      code
      name
    }
  }
  districts {
    code
    name
  }
}
    `) as unknown as TypedDocumentString<HeatMapChoicesQuery, HeatMapChoicesQueryVariables>;
export const HomeTasksDocument = /*#__PURE__*/ new TypedDocumentString(`
    query HomeTasks($kinds: [TaskKind!]) {
  viewer {
    id
    taskCounts {
      kind
      count
      overdue
    }
    tasks(first: 100, kinds: $kinds) {
      kind
      subject
      subjectId
      dueOn
      agreement {
        id
        station {
          id
          name
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<HomeTasksQuery, HomeTasksQueryVariables>;
export const ImportsDocument = /*#__PURE__*/ new TypedDocumentString(`
    query Imports($agreement: ID!, $after: String) {
  agreement(id: $agreement) {
    ...PlaceHead
    sheetImports(first: 20, after: $after) {
      totalCount
      pageInfo {
        hasNextPage
        endCursor
      }
      nodes {
        ...ImportLine
      }
    }
  }
}
    fragment ImportLine on SheetImport {
  id
  form
  state
  fileName
  uploadedAt
  uploadedBy
  expiresAt
  counts {
    rows
    ready
    unchanged
    ignored
    faulty
  }
}
fragment AgreementPlace on Agreement {
  id
  state
  startsOn
  endsOn
  operator {
    id
    name
    shortName
  }
  terms {
    id
    name
    startsOn
    endsOn
    hasRecords
  }
}
fragment PlaceHead on Agreement {
  ...AgreementPlace
  station {
    id
    name
  }
}`) as unknown as TypedDocumentString<ImportsQuery, ImportsQueryVariables>;
export const ImportPreviewDocument = /*#__PURE__*/ new TypedDocumentString(`
    query ImportPreview($id: ID!) {
  sheetImport(id: $id) {
    ...ImportPreview
  }
}
    fragment ImportLine on SheetImport {
  id
  form
  state
  fileName
  uploadedAt
  uploadedBy
  expiresAt
  counts {
    rows
    ready
    unchanged
    ignored
    faulty
  }
}
fragment ImportPreview on SheetImport {
  ...ImportLine
  digest
  agreement {
    ...PlaceHead
    zones {
      id
      name
    }
    points {
      id
      name
    }
    projects {
      id
      name
    }
  }
  names {
    kind
    text
    cells
    matchedId
    name
    isChosen
  }
  parts {
    part
    changes
    mayApply
  }
  receipt {
    appliedAt
    appliedBy
    parts
    written
    skipped
    undoneAt
    undoneBy
    undoReason
    kept {
      ...ImportChangeLine
    }
  }
  errors: faults(severity: ERROR, first: 1) {
    totalCount
  }
  warnings: faults(severity: WARNING, first: 1) {
    totalCount
  }
  notes: faults(severity: NOTE, first: 1) {
    totalCount
  }
}
fragment ImportChangeLine on ImportChange {
  part
  sheet
  cell
  subject
  was
  becomes
}
fragment AgreementPlace on Agreement {
  id
  state
  startsOn
  endsOn
  operator {
    id
    name
    shortName
  }
  terms {
    id
    name
    startsOn
    endsOn
    hasRecords
  }
}
fragment PlaceHead on Agreement {
  ...AgreementPlace
  station {
    id
    name
  }
}`) as unknown as TypedDocumentString<ImportPreviewQuery, ImportPreviewQueryVariables>;
export const ImportFaultsDocument = /*#__PURE__*/ new TypedDocumentString(`
    query ImportFaults($id: ID!, $severity: FaultSeverity!, $after: String) {
  sheetImport(id: $id) {
    id
    faults(severity: $severity, first: 50, after: $after) {
      totalCount
      pageInfo {
        hasNextPage
        endCursor
      }
      nodes {
        ...ImportFault
      }
    }
  }
}
    fragment ImportFault on SheetFault {
  code
  severity
  sheet
  cell
  value
  message
}`) as unknown as TypedDocumentString<ImportFaultsQuery, ImportFaultsQueryVariables>;
export const ImportRowsDocument = /*#__PURE__*/ new TypedDocumentString(`
    query ImportRows($id: ID!, $sheet: String!, $numbers: [Int!]!) {
  sheetImport(id: $id) {
    id
    rows(sheet: $sheet, numbers: $numbers) {
      number
      isHidden
      cells
      merges {
        range
        text
      }
    }
  }
}
    `) as unknown as TypedDocumentString<ImportRowsQuery, ImportRowsQueryVariables>;
export const ImportChangesDocument = /*#__PURE__*/ new TypedDocumentString(`
    query ImportChanges($id: ID!, $after: String) {
  sheetImport(id: $id) {
    id
    changes(first: 50, after: $after) {
      totalCount
      pageInfo {
        hasNextPage
        endCursor
      }
      nodes {
        ...ImportChangeLine
      }
    }
  }
}
    fragment ImportChangeLine on ImportChange {
  part
  sheet
  cell
  subject
  was
  becomes
}`) as unknown as TypedDocumentString<ImportChangesQuery, ImportChangesQueryVariables>;
export const ImportIndicatorsDocument = /*#__PURE__*/ new TypedDocumentString(`
    query ImportIndicators {
  indicators {
    code
    name
  }
}
    `) as unknown as TypedDocumentString<ImportIndicatorsQuery, ImportIndicatorsQueryVariables>;
export const MatchImportNamesDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation MatchImportNames($input: MatchImportNamesInput!) {
  matchImportNames(input: $input) {
    sheetImport {
      id
    }
    userErrors {
      ...Refusal
    }
  }
}
    fragment Refusal on UserError {
  code
  message
  path
}`) as unknown as TypedDocumentString<MatchImportNamesMutation, MatchImportNamesMutationVariables>;
export const ApplyImportDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation ApplyImport($input: ApplyImportInput!) {
  applyImport(input: $input) {
    sheetImport {
      id
    }
    userErrors {
      ...Refusal
    }
  }
}
    fragment Refusal on UserError {
  code
  message
  path
}`) as unknown as TypedDocumentString<ApplyImportMutation, ApplyImportMutationVariables>;
export const UndoImportDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation UndoImport($importId: ID!, $reason: String!) {
  undoImport(importId: $importId, reason: $reason) {
    sheetImport {
      id
    }
    userErrors {
      ...Refusal
    }
  }
}
    fragment Refusal on UserError {
  code
  message
  path
}`) as unknown as TypedDocumentString<UndoImportMutation, UndoImportMutationVariables>;
export const ApiKeysDocument = /*#__PURE__*/ new TypedDocumentString(`
    query ApiKeys {
  apiKeys {
    ...KeyLine
  }
}
    fragment KeyLine on ApiKey {
  id
  name
  createdAt
  expiresOn
  lastUsedAt
  revokedAt
  stations {
    id
    name
  }
}`) as unknown as TypedDocumentString<ApiKeysQuery, ApiKeysQueryVariables>;
export const CreateApiKeyDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation CreateApiKey($input: CreateApiKeyInput!) {
  createApiKey(input: $input) {
    apiKey {
      name
      expiresOn
    }
    secret
    userErrors {
      ...Refusal
    }
  }
}
    fragment Refusal on UserError {
  code
  message
  path
}`) as unknown as TypedDocumentString<CreateApiKeyMutation, CreateApiKeyMutationVariables>;
export const RevokeApiKeyDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation RevokeApiKey($id: ID!) {
  revokeApiKey(id: $id) {
    userErrors {
      ...Refusal
    }
  }
}
    fragment Refusal on UserError {
  code
  message
  path
}`) as unknown as TypedDocumentString<RevokeApiKeyMutation, RevokeApiKeyMutationVariables>;
export const MembersDocument = /*#__PURE__*/ new TypedDocumentString(`
    query Members($after: String) {
  members(first: 100, after: $after) {
    totalCount
    pageInfo {
      hasNextPage
      endCursor
    }
    nodes {
      ...MemberLine
    }
  }
}
    fragment MemberLine on Member {
  id
  displayName
  email
  role
  recordsMoney
  namedBecause
  joinedAt
  leftAt
  stations {
    id
    name
  }
}`) as unknown as TypedDocumentString<MembersQuery, MembersQueryVariables>;
export const StationNamesDocument = /*#__PURE__*/ new TypedDocumentString(`
    query StationNames($name: String!) {
  stations(first: 20, filter: {nameContains: $name}) {
    totalCount
    nodes {
      id
      name
    }
  }
}
    `) as unknown as TypedDocumentString<StationNamesQuery, StationNamesQueryVariables>;
export const InviteMemberDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation InviteMember($input: InviteMemberInput!) {
  inviteMember(input: $input) {
    member {
      displayName
    }
    invitationToken
    expiresAt
    userErrors {
      ...Refusal
    }
  }
}
    fragment Refusal on UserError {
  code
  message
  path
}`) as unknown as TypedDocumentString<InviteMemberMutation, InviteMemberMutationVariables>;
export const RenewInvitationDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation RenewInvitation($id: ID!) {
  renewInvitation(memberId: $id) {
    member {
      displayName
    }
    invitationToken
    expiresAt
    userErrors {
      ...Refusal
    }
  }
}
    fragment Refusal on UserError {
  code
  message
  path
}`) as unknown as TypedDocumentString<RenewInvitationMutation, RenewInvitationMutationVariables>;
export const ChangeMemberDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation ChangeMember($input: ChangeMemberInput!) {
  changeMember(input: $input) {
    userErrors {
      ...Refusal
    }
  }
}
    fragment Refusal on UserError {
  code
  message
  path
}`) as unknown as TypedDocumentString<ChangeMemberMutation, ChangeMemberMutationVariables>;
export const RemoveMemberDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation RemoveMember($id: ID!) {
  removeMember(memberId: $id) {
    userErrors {
      ...Refusal
    }
  }
}
    fragment Refusal on UserError {
  code
  message
  path
}`) as unknown as TypedDocumentString<RemoveMemberMutation, RemoveMemberMutationVariables>;
export const IssuePasswordResetDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation IssuePasswordReset($id: ID!) {
  issuePasswordReset(memberId: $id) {
    token
    expiresAt
    userErrors {
      ...Refusal
    }
  }
}
    fragment Refusal on UserError {
  code
  message
  path
}`) as unknown as TypedDocumentString<IssuePasswordResetMutation, IssuePasswordResetMutationVariables>;
export const OrganisationsDocument = /*#__PURE__*/ new TypedDocumentString(`
    query Organisations($kind: OrganisationKind, $after: String) {
  organisations(first: 100, kind: $kind, after: $after) {
    totalCount
    pageInfo {
      hasNextPage
      endCursor
    }
    nodes {
      ...OrganisationLine
    }
  }
}
    fragment OrganisationLine on Organisation {
  id
  name
  shortName
  kind
  isAdministered
  district {
    code
    name
  }
  formerNames {
    name
    until
  }
}`) as unknown as TypedDocumentString<OrganisationsQuery, OrganisationsQueryVariables>;
export const AddOrganisationDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation AddOrganisation($input: AddOrganisationInput!) {
  addOrganisation(input: $input) {
    ...Founding
  }
}
    fragment Refusal on UserError {
  code
  message
  path
}
fragment Founding on OrganisationPayload {
  organisation {
    id
    name
  }
  invitationToken
  expiresAt
  userErrors {
    ...Refusal
  }
}`) as unknown as TypedDocumentString<AddOrganisationMutation, AddOrganisationMutationVariables>;
export const InviteFirstAdministratorDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation InviteFirstAdministrator($id: ID!, $email: String!, $displayName: String!) {
  inviteFirstAdministrator(
    organisationId: $id
    email: $email
    displayName: $displayName
  ) {
    ...Founding
  }
}
    fragment Refusal on UserError {
  code
  message
  path
}
fragment Founding on OrganisationPayload {
  organisation {
    id
    name
  }
  invitationToken
  expiresAt
  userErrors {
    ...Refusal
  }
}`) as unknown as TypedDocumentString<InviteFirstAdministratorMutation, InviteFirstAdministratorMutationVariables>;
export const NameAdministratorDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation NameAdministrator($input: NameAdministratorInput!) {
  nameAdministrator(input: $input) {
    ...Founding
  }
}
    fragment Refusal on UserError {
  code
  message
  path
}
fragment Founding on OrganisationPayload {
  organisation {
    id
    name
  }
  invitationToken
  expiresAt
  userErrors {
    ...Refusal
  }
}`) as unknown as TypedDocumentString<NameAdministratorMutation, NameAdministratorMutationVariables>;
export const RenameOrganisationDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation RenameOrganisation($input: RenameOrganisationInput!) {
  renameOrganisation(input: $input) {
    userErrors {
      ...Refusal
    }
  }
}
    fragment Refusal on UserError {
  code
  message
  path
}`) as unknown as TypedDocumentString<RenameOrganisationMutation, RenameOrganisationMutationVariables>;
export const RequestAdministratorResetDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation RequestAdministratorReset($email: String!, $reason: String!) {
  requestAdministratorReset(email: $email, reason: $reason) {
    userErrors {
      ...Refusal
    }
  }
}
    fragment Refusal on UserError {
  code
  message
  path
}`) as unknown as TypedDocumentString<RequestAdministratorResetMutation, RequestAdministratorResetMutationVariables>;
export const ConfirmAdministratorResetDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation ConfirmAdministratorReset($id: ID!) {
  confirmAdministratorReset(id: $id) {
    userErrors {
      ...Refusal
    }
  }
}
    fragment Refusal on UserError {
  code
  message
  path
}`) as unknown as TypedDocumentString<ConfirmAdministratorResetMutation, ConfirmAdministratorResetMutationVariables>;
export const TakeAdministratorResetDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation TakeAdministratorReset($id: ID!) {
  takeAdministratorReset(id: $id) {
    token
    expiresAt
    userErrors {
      ...Refusal
    }
  }
}
    fragment Refusal on UserError {
  code
  message
  path
}`) as unknown as TypedDocumentString<TakeAdministratorResetMutation, TakeAdministratorResetMutationVariables>;
export const StopAdministratorResetDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation StopAdministratorReset($id: ID!) {
  stopAdministratorReset(id: $id) {
    userErrors {
      ...Refusal
    }
  }
}
    fragment Refusal on UserError {
  code
  message
  path
}`) as unknown as TypedDocumentString<StopAdministratorResetMutation, StopAdministratorResetMutationVariables>;
export const WebhooksDocument = /*#__PURE__*/ new TypedDocumentString(`
    query Webhooks {
  webhooks {
    ...WebhookLine
  }
}
    fragment WebhookLine on Webhook {
  id
  url
  events
  createdAt
  failingSince
  disabledAt
  disabledBecause
}`) as unknown as TypedDocumentString<WebhooksQuery, WebhooksQueryVariables>;
export const WebhookDeliveriesDocument = /*#__PURE__*/ new TypedDocumentString(`
    query WebhookDeliveries($id: ID!, $after: String) {
  webhook(id: $id) {
    deliveries(first: 50, after: $after) {
      totalCount
      pageInfo {
        hasNextPage
        endCursor
      }
      nodes {
        ...DeliveryLine
      }
    }
  }
}
    fragment DeliveryLine on WebhookDelivery {
  id
  event
  createdAt
  state
  attempts
  lastAttemptAt
  lastStatus
  lastFailure
}`) as unknown as TypedDocumentString<WebhookDeliveriesQuery, WebhookDeliveriesQueryVariables>;
export const RegisterWebhookDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation RegisterWebhook($input: RegisterWebhookInput!) {
  registerWebhook(input: $input) {
    secret
    webhook {
      url
    }
    userErrors {
      ...Refusal
    }
  }
}
    fragment Refusal on UserError {
  code
  message
  path
}`) as unknown as TypedDocumentString<RegisterWebhookMutation, RegisterWebhookMutationVariables>;
export const ChangeWebhookDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation ChangeWebhook($input: ChangeWebhookInput!) {
  changeWebhook(input: $input) {
    userErrors {
      ...Refusal
    }
  }
}
    fragment Refusal on UserError {
  code
  message
  path
}`) as unknown as TypedDocumentString<ChangeWebhookMutation, ChangeWebhookMutationVariables>;
export const RemoveWebhookDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation RemoveWebhook($id: ID!) {
  removeWebhook(id: $id) {
    userErrors {
      ...Refusal
    }
  }
}
    fragment Refusal on UserError {
  code
  message
  path
}`) as unknown as TypedDocumentString<RemoveWebhookMutation, RemoveWebhookMutationVariables>;
export const RedeliverWebhookDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation RedeliverWebhook($id: ID!) {
  redeliverWebhook(deliveryId: $id) {
    userErrors {
      ...Refusal
    }
  }
}
    fragment Refusal on UserError {
  code
  message
  path
}`) as unknown as TypedDocumentString<RedeliverWebhookMutation, RedeliverWebhookMutationVariables>;
export const MonthPageDocument = /*#__PURE__*/ new TypedDocumentString(`
    query MonthPage($agreement: ID!) {
  agreement(id: $agreement) {
    ...PlaceHead
    monthsDueDay
    months {
      ...MonthLine
    }
  }
}
    fragment AgreementPlace on Agreement {
  id
  state
  startsOn
  endsOn
  operator {
    id
    name
    shortName
  }
  terms {
    id
    name
    startsOn
    endsOn
    hasRecords
  }
}
fragment PlaceHead on Agreement {
  ...AgreementPlace
  station {
    id
    name
  }
}
fragment MonthLine on ReportMonth {
  id
  month
  state
  dueOn
  handedInAt
  isLate
  isMissing
  closesAfter
  agreement {
    id
  }
}`) as unknown as TypedDocumentString<MonthPageQuery, MonthPageQueryVariables>;
export const MonthFiguresDocument = /*#__PURE__*/ new TypedDocumentString(`
    query MonthFigures($agreement: ID!, $month: YearMonth!, $id: ID!, $withEvents: Boolean!, $withRemarks: Boolean!) {
  agreement(id: $agreement) {
    staffing(from: $month, to: $month) {
      total
      required
      surplus
      months {
        headCount
        postsSurplus
        salaryPaid
        socialInsurancePaid
      }
      warnings {
        message
        month
      }
    }
    monthSpending(month: $month) {
      spent
      categories {
        category
      }
    }
  }
  node(id: $id) {
    id
    ... on ReportMonth {
      ...MonthSaid
      events @include(if: $withEvents) {
        ...MonthStep
      }
      remarks @include(if: $withRemarks) {
        ...RemarkLine
      }
    }
  }
}
    fragment RemarkLine on Remark {
  id
  text
  evidence
  writtenAt
  writtenBy
  organisation {
    name
    shortName
  }
}
fragment MonthStep on MonthEvent {
  state
  at
  by {
    id
    name
    shortName
  }
  note
  closesAfter
}
fragment MonthSaid on ReportMonth {
  agreement {
    id
    zones {
      id
      name
    }
  }
  figures {
    indicator {
      code
      name
    }
    measure {
      code
      name
      unit
    }
    zone {
      id
      name
    }
    completed
  }
  staffing {
    total
    required
    surplus
    headCountAtEnd
    certified
  }
  spending {
    spent
    categories {
      category
      spent
    }
  }
  changesSince {
    ...Change
  }
}
fragment Change on FigureChange {
  report
  path
  was
  is
}`) as unknown as TypedDocumentString<MonthFiguresQuery, MonthFiguresQueryVariables>;
export const MonthSheetDocument = /*#__PURE__*/ new TypedDocumentString(`
    query MonthSheet($agreement: ID!, $term: ID!, $month: YearMonth!) {
  agreement(id: $agreement) {
    id
    monthlyCompletion(termId: $term, to: $month) {
      ...MonthsSheet
    }
  }
}
    fragment MonthsSheet on MonthlyCompletion {
  from
  to
  timeProgressPercent
  months
  rows {
    indicator {
      code
      name
    }
    measure {
      code
      name
      unit
    }
    byMonth
    total {
      target
      completed
      percent
    }
  }
}`) as unknown as TypedDocumentString<MonthSheetQuery, MonthSheetQueryVariables>;
export const SetMonthsDueDayDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation SetMonthsDueDay($agreement: ID!, $day: Int!) {
  setMonthsDueDay(agreementId: $agreement, day: $day) {
    userErrors {
      ...Refusal
    }
  }
}
    fragment Refusal on UserError {
  code
  message
  path
}`) as unknown as TypedDocumentString<SetMonthsDueDayMutation, SetMonthsDueDayMutationVariables>;
export const MonthsDocument = /*#__PURE__*/ new TypedDocumentString(`
    query Months($agreement: ID!, $term: ID!, $zone: ID, $from: YearMonth, $to: YearMonth) {
  agreement(id: $agreement) {
    ...PlaceHead
    zones {
      id
      name
    }
    monthlyCompletion(termId: $term, zoneId: $zone, from: $from, to: $to) {
      ...MonthsSheet
    }
  }
}
    fragment MonthsSheet on MonthlyCompletion {
  from
  to
  timeProgressPercent
  months
  rows {
    indicator {
      code
      name
    }
    measure {
      code
      name
      unit
    }
    byMonth
    total {
      target
      completed
      percent
    }
  }
}
fragment AgreementPlace on Agreement {
  id
  state
  startsOn
  endsOn
  operator {
    id
    name
    shortName
  }
  terms {
    id
    name
    startsOn
    endsOn
    hasRecords
  }
}
fragment PlaceHead on Agreement {
  ...AgreementPlace
  station {
    id
    name
  }
}`) as unknown as TypedDocumentString<MonthsQuery, MonthsQueryVariables>;
export const RankingDocument = /*#__PURE__*/ new TypedDocumentString(`
    query Ranking($input: StationRankingInput!, $after: String) {
  stationRanking(input: $input, first: 100, after: $after) {
    totalCount
    pageInfo {
      hasNextPage
      endCursor
    }
    nodes {
      ...RankedLine
    }
  }
}
    fragment RankedLine on RankedStation {
  rank
  completed
  target
  percent
  station {
    id
    name
    district {
      code
      name
    }
  }
  marks {
    kind
    value
    reference
    score
    compared
  }
}`) as unknown as TypedDocumentString<RankingQuery, RankingQueryVariables>;
export const RecordsDocument = /*#__PURE__*/ new TypedDocumentString(`
    query Records($agreement: ID!, $here: Boolean!, $filter: ServiceRecordFilter, $after: String) {
  indicators {
    code
    name
  }
  agreement(id: $agreement) {
    ...PlaceHead
    zones {
      id
      name
    }
    serviceRecords(filter: $filter, first: 100, after: $after) @include(if: $here) {
      totalCount
      pageInfo {
        hasNextPage
        endCursor
      }
      nodes {
        ...RecordLine
      }
    }
  }
  serviceRecords(filter: $filter, first: 100, after: $after) @skip(if: $here) {
    totalCount
    pageInfo {
      hasNextPage
      endCursor
    }
    nodes {
      ...RecordLine
      agreement {
        station {
          name
        }
      }
    }
  }
}
    fragment AgreementPlace on Agreement {
  id
  state
  startsOn
  endsOn
  operator {
    id
    name
    shortName
  }
  terms {
    id
    name
    startsOn
    endsOn
    hasRecords
  }
}
fragment PlaceHead on Agreement {
  ...AgreementPlace
  station {
    id
    name
  }
}
fragment RecordLine on ServiceRecord {
  id
  occurredOn
  indicator {
    code
    name
  }
  zone {
    id
    name
  }
  point {
    id
    name
  }
  project {
    id
    name
  }
  quantities {
    measure {
      code
      name
      unit
    }
    value
  }
  note
  recordedBy
  isOwn
  recordedAt
  revision
  voidedAt
  voidReason
}`) as unknown as TypedDocumentString<RecordsQuery, RecordsQueryVariables>;
export const RecordHistoryDocument = /*#__PURE__*/ new TypedDocumentString(`
    query RecordHistory($id: ID!) {
  node(id: $id) {
    ... on ServiceRecord {
      ...RecordLine
      remarks {
        ...RemarkLine
      }
      versions {
        revision
        revisedAt
        revisedBy
        reason
        occurredOn
        note
        quantities {
          measure {
            code
            name
            unit
          }
          value
        }
      }
    }
  }
}
    fragment RemarkLine on Remark {
  id
  text
  evidence
  writtenAt
  writtenBy
  organisation {
    name
    shortName
  }
}
fragment RecordLine on ServiceRecord {
  id
  occurredOn
  indicator {
    code
    name
  }
  zone {
    id
    name
  }
  point {
    id
    name
  }
  project {
    id
    name
  }
  quantities {
    measure {
      code
      name
      unit
    }
    value
  }
  note
  recordedBy
  isOwn
  recordedAt
  revision
  voidedAt
  voidReason
}`) as unknown as TypedDocumentString<RecordHistoryQuery, RecordHistoryQueryVariables>;
export const CorrectRecordDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation CorrectRecord($input: CorrectServiceRecordInput!) {
  correctServiceRecord(input: $input) {
    record {
      ...RecordLine
    }
    userErrors {
      code
      message
      path
    }
  }
}
    fragment RecordLine on ServiceRecord {
  id
  occurredOn
  indicator {
    code
    name
  }
  zone {
    id
    name
  }
  point {
    id
    name
  }
  project {
    id
    name
  }
  quantities {
    measure {
      code
      name
      unit
    }
    value
  }
  note
  recordedBy
  isOwn
  recordedAt
  revision
  voidedAt
  voidReason
}`) as unknown as TypedDocumentString<CorrectRecordMutation, CorrectRecordMutationVariables>;
export const VoidRecordDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation VoidRecord($id: ID!, $reason: String!, $key: String) {
  voidServiceRecord(id: $id, reason: $reason, idempotencyKey: $key) {
    record {
      ...RecordLine
    }
    userErrors {
      code
      message
      path
    }
  }
}
    fragment RecordLine on ServiceRecord {
  id
  occurredOn
  indicator {
    code
    name
  }
  zone {
    id
    name
  }
  point {
    id
    name
  }
  project {
    id
    name
  }
  quantities {
    measure {
      code
      name
      unit
    }
    value
  }
  note
  recordedBy
  isOwn
  recordedAt
  revision
  voidedAt
  voidReason
}`) as unknown as TypedDocumentString<VoidRecordMutation, VoidRecordMutationVariables>;
export const ReportAuditsDocument = /*#__PURE__*/ new TypedDocumentString(`
    query ReportAudits($agreement: ID!, $after: String) {
  agreement(id: $agreement) {
    ...PlaceHead
    reportAudits(first: 50, after: $after) {
      totalCount
      pageInfo {
        hasNextPage
        endCursor
      }
      nodes {
        ...ReportAuditLine
      }
    }
  }
}
    fragment ReportAuditLine on ReportAudit {
  id
  title
  from
  to
  asOf
  auditedAt
  auditedBy {
    id
    name
    shortName
  }
  figureCount
  findingCount
}
fragment AgreementPlace on Agreement {
  id
  state
  startsOn
  endsOn
  operator {
    id
    name
    shortName
  }
  terms {
    id
    name
    startsOn
    endsOn
    hasRecords
  }
}
fragment PlaceHead on Agreement {
  ...AgreementPlace
  station {
    id
    name
  }
}`) as unknown as TypedDocumentString<ReportAuditsQuery, ReportAuditsQueryVariables>;
export const AuditedSubjectsDocument = /*#__PURE__*/ new TypedDocumentString(`
    query AuditedSubjects($agreement: ID!) {
  agreement(id: $agreement) {
    ...PlaceHead
    zones {
      id
      name
    }
  }
  indicators {
    code
    name
    aliases
    measures {
      code
      name
      unit
    }
  }
}
    fragment AgreementPlace on Agreement {
  id
  state
  startsOn
  endsOn
  operator {
    id
    name
    shortName
  }
  terms {
    id
    name
    startsOn
    endsOn
    hasRecords
  }
}
fragment PlaceHead on Agreement {
  ...AgreementPlace
  station {
    id
    name
  }
}`) as unknown as TypedDocumentString<AuditedSubjectsQuery, AuditedSubjectsQueryVariables>;
export const ImportToAuditDocument = /*#__PURE__*/ new TypedDocumentString(`
    query ImportToAudit($id: ID!) {
  sheetImport(id: $id) {
    id
    fileName
    form
    agreement {
      id
    }
  }
}
    `) as unknown as TypedDocumentString<ImportToAuditQuery, ImportToAuditQueryVariables>;
export const AuditReportDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation AuditReport($input: AuditReportInput!) {
  auditReport(input: $input) {
    audit {
      id
    }
    userErrors {
      ...Refusal
    }
  }
}
    fragment Refusal on UserError {
  code
  message
  path
}`) as unknown as TypedDocumentString<AuditReportMutation, AuditReportMutationVariables>;
export const ReportAuditDocument = /*#__PURE__*/ new TypedDocumentString(`
    query ReportAudit($id: ID!, $after: String) {
  reportAudit(id: $id) {
    ...ReportAuditLine
    agreement {
      ...AgreementPlace
      station {
        id
        name
      }
      reportAudits(first: 50) {
        nodes {
          ...ReportAuditLine
        }
      }
    }
    rounding {
      roundings
      ratios
      explained
    }
    figures(first: 500, after: $after) {
      totalCount
      pageInfo {
        hasNextPage
        endCursor
      }
      nodes {
        ...Audited
        roundings
        possible {
          part
          rounding
          least
          most
        }
      }
    }
  }
}
    fragment ReportAuditLine on ReportAudit {
  id
  title
  from
  to
  asOf
  auditedAt
  auditedBy {
    id
    name
    shortName
  }
  figureCount
  findingCount
}
fragment Audited on AuditedFigure {
  position
  where
  indicator {
    code
    name
  }
  measure {
    code
    name
    unit
  }
  subject
  zone {
    id
    name
  }
  kind
  printed
  recomputed
  verdict
  inReport {
    fault
    expected
    places
  }
  isFinding
}
fragment AgreementPlace on Agreement {
  id
  state
  startsOn
  endsOn
  operator {
    id
    name
    shortName
  }
  terms {
    id
    name
    startsOn
    endsOn
    hasRecords
  }
}`) as unknown as TypedDocumentString<ReportAuditQuery, ReportAuditQueryVariables>;
export const ComparedAuditsDocument = /*#__PURE__*/ new TypedDocumentString(`
    query ComparedAudits($id: ID!, $other: ID!) {
  reportAudit(id: $id) {
    id
    comparedWith(otherId: $other) {
      was {
        ...Audited
      }
      is {
        ...Audited
      }
    }
  }
}
    fragment Audited on AuditedFigure {
  position
  where
  indicator {
    code
    name
  }
  measure {
    code
    name
    unit
  }
  subject
  zone {
    id
    name
  }
  kind
  printed
  recomputed
  verdict
  inReport {
    fault
    expected
    places
  }
  isFinding
}`) as unknown as TypedDocumentString<ComparedAuditsQuery, ComparedAuditsQueryVariables>;
export const PublishedReportDocument = /*#__PURE__*/ new TypedDocumentString(`
    query PublishedReport($id: ID!) {
  node(id: $id) {
    id
    ... on PublishedReport {
      ...ReportLine
      agreement {
        ...AgreementPlace
        station {
          id
          name
        }
        publishedReports(first: 100) {
          nodes {
            id
            number
            title
          }
        }
      }
      completion {
        ...KeptTable
      }
      staffing {
        ...KeptStaffing
      }
      funding {
        ...KeptFunding
      }
      satisfaction {
        asked
        answered
        satisfied
        percent
      }
    }
  }
}
    fragment AgreementPlace on Agreement {
  id
  state
  startsOn
  endsOn
  operator {
    id
    name
    shortName
  }
  terms {
    id
    name
    startsOn
    endsOn
    hasRecords
  }
}
fragment KeptTable on CompletionTable {
  from
  to
  timeProgressPercent
  term {
    id
    name
  }
  zones {
    id
    name
  }
  rows {
    indicator {
      code
      name
    }
    measure {
      code
      name
      unit
    }
    byZone {
      completed
      zone {
        id
      }
    }
    total {
      target
      completed
      percent
    }
  }
}
fragment KeptStaffing on StaffingReport {
  from
  to
  total
  required
  surplus
  certified
  requiredCertified
  certifiedSurplus
  stabilityPercent
}
fragment KeptFunding on FundingReport {
  asOf
  annualFee
  budgeted
  received
  spent
  balance
  executionPercent
}
fragment ReportLine on PublishedReport {
  id
  number
  kind
  title
  from
  to
  publishedAt
  publishedBy {
    id
    name
    shortName
  }
  supersedes {
    id
    number
  }
  supersededBy {
    id
    number
  }
}`) as unknown as TypedDocumentString<PublishedReportQuery, PublishedReportQueryVariables>;
export const ReportChangesDocument = /*#__PURE__*/ new TypedDocumentString(`
    query ReportChanges($id: ID!) {
  node(id: $id) {
    id
    ... on PublishedReport {
      changesSince {
        ...Change
      }
    }
  }
}
    fragment Change on FigureChange {
  report
  path
  was
  is
}`) as unknown as TypedDocumentString<ReportChangesQuery, ReportChangesQueryVariables>;
export const ReportComparisonDocument = /*#__PURE__*/ new TypedDocumentString(`
    query ReportComparison($id: ID!, $other: ID!) {
  node(id: $id) {
    id
    ... on PublishedReport {
      comparedWith(otherId: $other) {
        ...Change
      }
    }
  }
}
    fragment Change on FigureChange {
  report
  path
  was
  is
}`) as unknown as TypedDocumentString<ReportComparisonQuery, ReportComparisonQueryVariables>;
export const PublishedReportsDocument = /*#__PURE__*/ new TypedDocumentString(`
    query PublishedReports($agreement: ID!) {
  agreement(id: $agreement) {
    ...PlaceHead
    publishedReports(first: 100) {
      totalCount
      nodes {
        ...ReportLine
      }
    }
  }
}
    fragment AgreementPlace on Agreement {
  id
  state
  startsOn
  endsOn
  operator {
    id
    name
    shortName
  }
  terms {
    id
    name
    startsOn
    endsOn
    hasRecords
  }
}
fragment PlaceHead on Agreement {
  ...AgreementPlace
  station {
    id
    name
  }
}
fragment ReportLine on PublishedReport {
  id
  number
  kind
  title
  from
  to
  publishedAt
  publishedBy {
    id
    name
    shortName
  }
  supersedes {
    id
    number
  }
  supersededBy {
    id
    number
  }
}`) as unknown as TypedDocumentString<PublishedReportsQuery, PublishedReportsQueryVariables>;
export const PublishReportDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation PublishReport($input: PublishReportInput!) {
  publishReport(input: $input) {
    report {
      id
    }
    userErrors {
      ...Refusal
    }
  }
}
    fragment Refusal on UserError {
  code
  message
  path
}`) as unknown as TypedDocumentString<PublishReportMutation, PublishReportMutationVariables>;
export const StaffingRulesDocument = /*#__PURE__*/ new TypedDocumentString(`
    query StaffingRules($agreement: ID!) {
  agreement(id: $agreement) {
    id
    staffingParameters {
      requiredPosts
      requiredCertifiedShare
      halfAfterDay
      practiceYears
      certifiedAfterMonths
    }
  }
}
    `) as unknown as TypedDocumentString<StaffingRulesQuery, StaffingRulesQueryVariables>;
export const RosterDocument = /*#__PURE__*/ new TypedDocumentString(`
    query Roster($agreement: ID!, $from: YearMonth!, $to: YearMonth!) {
  agreement(id: $agreement) {
    ...PlaceHead
    zones {
      id
      name
    }
    staffing(from: $from, to: $to) {
      ...RosterReport
    }
  }
}
    fragment RosterReport on StaffingReport {
  from
  to
  certified
  uncertified
  total
  experienced
  experiencedPercent
  required
  surplus
  requiredCertified
  certifiedSurplus
  stabilityPercent
  headCountAtEnd
  certifiedAtEnd {
    level
    headCount
  }
  parameters {
    requiredPosts
    requiredCertifiedShare
    halfAfterDay
    practiceYears
    certifiedAfterMonths
  }
  months {
    month
    headCount
    total
    certified
    uncertified
    experienced
    postsSurplus
    socialInsurancePaid
    salaryPaid
  }
  members {
    memberId
    code
    name
    position
    months
    total
    certified
    uncertified
    experienced
  }
  staffByZone {
    zone {
      id
      name
    }
    personMonths
    atEnd
  }
  joined {
    memberId
    name
    on
  }
  left {
    memberId
    name
    on
  }
  warnings {
    code
    memberId
    name
    month
    message
  }
}
fragment AgreementPlace on Agreement {
  id
  state
  startsOn
  endsOn
  operator {
    id
    name
    shortName
  }
  terms {
    id
    name
    startsOn
    endsOn
    hasRecords
  }
}
fragment PlaceHead on Agreement {
  ...AgreementPlace
  station {
    id
    name
  }
}`) as unknown as TypedDocumentString<RosterQuery, RosterQueryVariables>;
export const StaffDocument = /*#__PURE__*/ new TypedDocumentString(`
    query Staff($agreement: ID!) {
  agreement(id: $agreement) {
    id
    staff {
      ...RosterMember
    }
  }
}
    fragment RosterMember on StaffMember {
  id
  code
  name
  position
  kind
  practisingSince
  certificates {
    level
    passedOn
  }
  spells {
    id
    employedFrom
    employedTo
    employedToAsGiven
  }
  zones {
    share
    zone {
      id
      name
    }
  }
  zoneHistory {
    since
    setAt
    zones {
      share
      zone {
        id
        name
      }
    }
  }
  pay {
    month
    socialInsurancePaid
    salaryPaid
  }
  voidedAt
  voidReason
  warnings {
    code
    month
    message
  }
}`) as unknown as TypedDocumentString<StaffQuery, StaffQueryVariables>;
export const EnrolStaffDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation EnrolStaff($input: EnrolStaffInput!) {
  enrolStaff(input: $input) {
    userErrors {
      ...Refusal
    }
  }
}
    fragment Refusal on UserError {
  code
  message
  path
}`) as unknown as TypedDocumentString<EnrolStaffMutation, EnrolStaffMutationVariables>;
export const ChangeStaffMemberDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation ChangeStaffMember($input: ChangeStaffMemberInput!) {
  changeStaffMember(input: $input) {
    userErrors {
      ...Refusal
    }
  }
}
    fragment Refusal on UserError {
  code
  message
  path
}`) as unknown as TypedDocumentString<ChangeStaffMemberMutation, ChangeStaffMemberMutationVariables>;
export const AddStaffSpellDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation AddStaffSpell($input: AddStaffSpellInput!) {
  addStaffSpell(input: $input) {
    userErrors {
      ...Refusal
    }
  }
}
    fragment Refusal on UserError {
  code
  message
  path
}`) as unknown as TypedDocumentString<AddStaffSpellMutation, AddStaffSpellMutationVariables>;
export const ChangeStaffSpellDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation ChangeStaffSpell($input: ChangeStaffSpellInput!) {
  changeStaffSpell(input: $input) {
    userErrors {
      ...Refusal
    }
  }
}
    fragment Refusal on UserError {
  code
  message
  path
}`) as unknown as TypedDocumentString<ChangeStaffSpellMutation, ChangeStaffSpellMutationVariables>;
export const RemoveStaffSpellDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation RemoveStaffSpell($id: ID!, $key: String!) {
  removeStaffSpell(spellId: $id, idempotencyKey: $key) {
    userErrors {
      ...Refusal
    }
  }
}
    fragment Refusal on UserError {
  code
  message
  path
}`) as unknown as TypedDocumentString<RemoveStaffSpellMutation, RemoveStaffSpellMutationVariables>;
export const SetStaffCertificatesDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation SetStaffCertificates($input: SetStaffCertificatesInput!) {
  setStaffCertificates(input: $input) {
    userErrors {
      ...Refusal
    }
  }
}
    fragment Refusal on UserError {
  code
  message
  path
}`) as unknown as TypedDocumentString<SetStaffCertificatesMutation, SetStaffCertificatesMutationVariables>;
export const SetStaffZonesDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation SetStaffZones($input: SetStaffZonesInput!) {
  setStaffZones(input: $input) {
    userErrors {
      ...Refusal
    }
  }
}
    fragment Refusal on UserError {
  code
  message
  path
}`) as unknown as TypedDocumentString<SetStaffZonesMutation, SetStaffZonesMutationVariables>;
export const RecordStaffPayDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation RecordStaffPay($input: RecordStaffPayInput!) {
  recordStaffPay(input: $input) {
    userErrors {
      ...Refusal
    }
  }
}
    fragment Refusal on UserError {
  code
  message
  path
}`) as unknown as TypedDocumentString<RecordStaffPayMutation, RecordStaffPayMutationVariables>;
export const VoidStaffMemberDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation VoidStaffMember($id: ID!, $reason: String!, $key: String!) {
  voidStaffMember(memberId: $id, reason: $reason, idempotencyKey: $key) {
    userErrors {
      ...Refusal
    }
  }
}
    fragment Refusal on UserError {
  code
  message
  path
}`) as unknown as TypedDocumentString<VoidStaffMemberMutation, VoidStaffMemberMutationVariables>;
export const SetStaffingParametersDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation SetStaffingParameters($input: SetStaffingParametersInput!) {
  setStaffingParameters(input: $input) {
    userErrors {
      ...Refusal
    }
  }
}
    fragment Refusal on UserError {
  code
  message
  path
}`) as unknown as TypedDocumentString<SetStaffingParametersMutation, SetStaffingParametersMutationVariables>;
export const SatisfactionDocument = /*#__PURE__*/ new TypedDocumentString(`
    query Satisfaction($agreement: ID!, $from: Date, $to: Date) {
  agreement(id: $agreement) {
    ...PlaceHead
    satisfaction(from: $from, to: $to) {
      surveys
      asked
      answered
      satisfied
      percent
      isReported
      threshold
      everyMethodReaches
      clientsReach
      methodsNotSurveyed
      methods {
        method
        surveys
        asked
        answered
        satisfied
        percent
        isReported
        reachesThreshold
      }
    }
  }
}
    fragment AgreementPlace on Agreement {
  id
  state
  startsOn
  endsOn
  operator {
    id
    name
    shortName
  }
  terms {
    id
    name
    startsOn
    endsOn
    hasRecords
  }
}
fragment PlaceHead on Agreement {
  ...AgreementPlace
  station {
    id
    name
  }
}`) as unknown as TypedDocumentString<SatisfactionQuery, SatisfactionQueryVariables>;
export const SurveysDocument = /*#__PURE__*/ new TypedDocumentString(`
    query Surveys($agreement: ID!, $after: String) {
  agreement(id: $agreement) {
    id
    satisfactionSurveys(first: 50, after: $after) {
      totalCount
      pageInfo {
        hasNextPage
        endCursor
      }
      nodes {
        ...SurveyLine
      }
    }
  }
}
    fragment SurveyLine on SatisfactionSurvey {
  id
  method
  surveyedOn
  asked
  answered
  satisfied
  reportedPercent
  note
  recordedAt
  recordedBy
  voidedAt
  voidedBy
  voidReason
  replacedBy {
    id
  }
}`) as unknown as TypedDocumentString<SurveysQuery, SurveysQueryVariables>;
export const RecordSatisfactionDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation RecordSatisfaction($input: RecordSatisfactionInput!) {
  recordSatisfaction(input: $input) {
    userErrors {
      ...Refusal
    }
  }
}
    fragment Refusal on UserError {
  code
  message
  path
}`) as unknown as TypedDocumentString<RecordSatisfactionMutation, RecordSatisfactionMutationVariables>;
export const CorrectSatisfactionDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation CorrectSatisfaction($input: CorrectSatisfactionInput!) {
  correctSatisfaction(input: $input) {
    userErrors {
      ...Refusal
    }
  }
}
    fragment Refusal on UserError {
  code
  message
  path
}`) as unknown as TypedDocumentString<CorrectSatisfactionMutation, CorrectSatisfactionMutationVariables>;
export const VoidSatisfactionDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation VoidSatisfaction($id: ID!, $reason: String!, $key: String!) {
  voidSatisfaction(id: $id, reason: $reason, idempotencyKey: $key) {
    userErrors {
      ...Refusal
    }
  }
}
    fragment Refusal on UserError {
  code
  message
  path
}`) as unknown as TypedDocumentString<VoidSatisfactionMutation, VoidSatisfactionMutationVariables>;
export const TargetsDocument = /*#__PURE__*/ new TypedDocumentString(`
    query Targets($agreement: ID!, $term: ID!, $on: Date) {
  agreement(id: $agreement) {
    ...TargetsOfAgreement
  }
}
    fragment TargetsOfAgreement on Agreement {
  ...PlaceHead
  revision
  proposedBy {
    id
    name
  }
  zones {
    id
    name
  }
  projects {
    id
    name
  }
  targets(termId: $term, on: $on) {
    ...TargetCell
  }
}
fragment TargetCell on Target {
  since
  value
  zone {
    id
    name
  }
  project {
    id
    name
  }
  indicator {
    code
    name
  }
  measure {
    code
    name
    unit
  }
  amendment {
    id
    effectiveOn
    reason
    documentNumber
  }
}
fragment AgreementPlace on Agreement {
  id
  state
  startsOn
  endsOn
  operator {
    id
    name
    shortName
  }
  terms {
    id
    name
    startsOn
    endsOn
    hasRecords
  }
}
fragment PlaceHead on Agreement {
  ...AgreementPlace
  station {
    id
    name
  }
}`) as unknown as TypedDocumentString<TargetsQuery, TargetsQueryVariables>;
export const CatalogueDocument = /*#__PURE__*/ new TypedDocumentString(`
    query Catalogue {
  indicators {
    code
    name
    measures {
      code
      name
      unit
    }
  }
}
    `) as unknown as TypedDocumentString<CatalogueQuery, CatalogueQueryVariables>;
export const SetTargetsDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation SetTargets($input: SetTargetsInput!) {
  setTargets(input: $input) {
    agreement {
      id
      revision
    }
    userErrors {
      ...Refusal
    }
  }
}
    fragment Refusal on UserError {
  code
  message
  path
}`) as unknown as TypedDocumentString<SetTargetsMutation, SetTargetsMutationVariables>;
export const TrendDocument = /*#__PURE__*/ new TypedDocumentString(`
    query Trend($input: AnalyticsInput!) {
  analytics(input: $input) {
    pageInfo {
      hasNextPage
      endCursor
    }
    rows {
      ...TrendRow
    }
  }
}
    fragment TrendRow on AnalyticsRow {
  month
  completed
  measure {
    code
  }
  district {
    code
    name
  }
  operator {
    id
    name
    shortName
  }
  station {
    id
    name
  }
}`) as unknown as TypedDocumentString<TrendQuery, TrendQueryVariables>;
export const AssessmentWorkDocument = /*#__PURE__*/ new TypedDocumentString(`
    query AssessmentWork($filter: AssessmentFilter!, $after: String) {
  assessments(filter: $filter, first: 50, after: $after) {
    totalCount
    pageInfo {
      hasNextPage
      endCursor
    }
    nodes {
      ...AssessmentLine
      agreement {
        id
        station {
          id
          name
        }
      }
    }
  }
}
    fragment AssessmentLine on Assessment {
  id
  kind
  state
  from
  to
  sealed
  total
  grade
  ownParty
  assessor {
    id
    name
  }
  scores {
    party
    name
    maximum
    score
    scoredAt
  }
}`) as unknown as TypedDocumentString<AssessmentWorkQuery, AssessmentWorkQueryVariables>;
export const FindingWorkDocument = /*#__PURE__*/ new TypedDocumentString(`
    query FindingWork($filter: FindingFilter!, $after: String) {
  findings(filter: $filter, first: 50, after: $after) {
    totalCount
    pageInfo {
      hasNextPage
      endCursor
    }
    nodes {
      id
      party
      state
      text
      response
      dueOn
      assessment {
        id
        kind
        agreement {
          id
          station {
            id
            name
          }
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<FindingWorkQuery, FindingWorkQueryVariables>;
export const FirstPlacesDocument = /*#__PURE__*/ new TypedDocumentString(`
    query FirstPlaces {
  viewer {
    stations {
      ...StationPlaces
    }
  }
  stations(first: 1) {
    nodes {
      ...StationPlaces
    }
  }
}
    fragment StationPlaces on Station {
  id
  name
  district {
    code
    name
  }
  agreements(first: 100) {
    nodes {
      ...AgreementPlace
    }
  }
}
fragment AgreementPlace on Agreement {
  id
  state
  startsOn
  endsOn
  operator {
    id
    name
    shortName
  }
  terms {
    id
    name
    startsOn
    endsOn
    hasRecords
  }
}`) as unknown as TypedDocumentString<FirstPlacesQuery, FirstPlacesQueryVariables>;
export const FindStationsDocument = /*#__PURE__*/ new TypedDocumentString(`
    query FindStations($name: String!) {
  stations(first: 50, filter: {nameContains: $name}) {
    totalCount
    nodes {
      ...StationPlaces
    }
  }
}
    fragment StationPlaces on Station {
  id
  name
  district {
    code
    name
  }
  agreements(first: 100) {
    nodes {
      ...AgreementPlace
    }
  }
}
fragment AgreementPlace on Agreement {
  id
  state
  startsOn
  endsOn
  operator {
    id
    name
    shortName
  }
  terms {
    id
    name
    startsOn
    endsOn
    hasRecords
  }
}`) as unknown as TypedDocumentString<FindStationsQuery, FindStationsQueryVariables>;
export const AgreementPlaceDocument = /*#__PURE__*/ new TypedDocumentString(`
    query AgreementPlace($agreement: ID!) {
  agreement(id: $agreement) {
    ...AgreementPlace
  }
}
    fragment AgreementPlace on Agreement {
  id
  state
  startsOn
  endsOn
  operator {
    id
    name
    shortName
  }
  terms {
    id
    name
    startsOn
    endsOn
    hasRecords
  }
}`) as unknown as TypedDocumentString<AgreementPlaceQuery, AgreementPlaceQueryVariables>;
export const PartiesDocument = /*#__PURE__*/ new TypedDocumentString(`
    query Parties($kind: OrganisationKind!, $after: String) {
  organisations(kind: $kind, first: 100, after: $after) {
    pageInfo {
      hasNextPage
      endCursor
    }
    nodes {
      id
      name
    }
  }
}
    `) as unknown as TypedDocumentString<PartiesQuery, PartiesQueryVariables>;
export const DistrictsDocument = /*#__PURE__*/ new TypedDocumentString(`
    query Districts {
  districts {
    code
    name
  }
}
    `) as unknown as TypedDocumentString<DistrictsQuery, DistrictsQueryVariables>;
export const RecordByIdDocument = /*#__PURE__*/ new TypedDocumentString(`
    query RecordById($id: ID!) {
  node(id: $id) {
    ... on ServiceRecord {
      ...RecordLine
    }
  }
}
    fragment RecordLine on ServiceRecord {
  id
  occurredOn
  indicator {
    code
    name
  }
  zone {
    id
    name
  }
  point {
    id
    name
  }
  project {
    id
    name
  }
  quantities {
    measure {
      code
      name
      unit
    }
    value
  }
  note
  recordedBy
  isOwn
  recordedAt
  revision
  voidedAt
  voidReason
}`) as unknown as TypedDocumentString<RecordByIdQuery, RecordByIdQueryVariables>;
export const ExplainDocument = /*#__PURE__*/ new TypedDocumentString(`
    query Explain($cell: CellInput!, $withStations: Boolean!, $after: String) {
  explain(cell: $cell) {
    completed
    records(first: 100, after: $after) {
      totalCount
      pageInfo {
        hasNextPage
        endCursor
      }
      nodes {
        ...RecordLine
        agreement @include(if: $withStations) {
          id
          station {
            id
            name
          }
        }
      }
    }
  }
}
    fragment RecordLine on ServiceRecord {
  id
  occurredOn
  indicator {
    code
    name
  }
  zone {
    id
    name
  }
  point {
    id
    name
  }
  project {
    id
    name
  }
  quantities {
    measure {
      code
      name
      unit
    }
    value
  }
  note
  recordedBy
  isOwn
  recordedAt
  revision
  voidedAt
  voidReason
}`) as unknown as TypedDocumentString<ExplainQuery, ExplainQueryVariables>;
export const MonthLookDocument = /*#__PURE__*/ new TypedDocumentString(`
    query MonthLook($id: ID!) {
  node(id: $id) {
    id
    ... on ReportMonth {
      ...MonthSaid
      events {
        ...MonthStep
      }
    }
  }
}
    fragment MonthStep on MonthEvent {
  state
  at
  by {
    id
    name
    shortName
  }
  note
  closesAfter
}
fragment MonthSaid on ReportMonth {
  agreement {
    id
    zones {
      id
      name
    }
  }
  figures {
    indicator {
      code
      name
    }
    measure {
      code
      name
      unit
    }
    zone {
      id
      name
    }
    completed
  }
  staffing {
    total
    required
    surplus
    headCountAtEnd
    certified
  }
  spending {
    spent
    categories {
      category
      spent
    }
  }
  changesSince {
    ...Change
  }
}
fragment Change on FigureChange {
  report
  path
  was
  is
}`) as unknown as TypedDocumentString<MonthLookQuery, MonthLookQueryVariables>;
export const FigureNamesDocument = /*#__PURE__*/ new TypedDocumentString(`
    query FigureNames {
  indicators {
    code
    name
    measures {
      code
      name
      unit
    }
  }
}
    `) as unknown as TypedDocumentString<FigureNamesQuery, FigureNamesQueryVariables>;
export const HandInMonthDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation HandInMonth($agreement: ID!, $month: YearMonth!, $note: String) {
  handInMonth(agreementId: $agreement, month: $month, note: $note) {
    userErrors {
      ...Refusal
    }
  }
}
    fragment Refusal on UserError {
  code
  message
  path
}`) as unknown as TypedDocumentString<HandInMonthMutation, HandInMonthMutationVariables>;
export const RecallMonthDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation RecallMonth($id: ID!, $reason: String!) {
  recallMonth(id: $id, reason: $reason) {
    userErrors {
      ...Refusal
    }
  }
}
    fragment Refusal on UserError {
  code
  message
  path
}`) as unknown as TypedDocumentString<RecallMonthMutation, RecallMonthMutationVariables>;
export const AcceptMonthsDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation AcceptMonths($ids: [ID!]!, $note: String) {
  acceptMonths(ids: $ids, note: $note) {
    userErrors {
      ...Refusal
    }
  }
}
    fragment Refusal on UserError {
  code
  message
  path
}`) as unknown as TypedDocumentString<AcceptMonthsMutation, AcceptMonthsMutationVariables>;
export const SendBackMonthDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation SendBackMonth($id: ID!, $reason: String!, $lastDay: Date) {
  sendBackMonth(id: $id, reason: $reason, lastDay: $lastDay) {
    userErrors {
      ...Refusal
    }
  }
}
    fragment Refusal on UserError {
  code
  message
  path
}`) as unknown as TypedDocumentString<SendBackMonthMutation, SendBackMonthMutationVariables>;
export const AdministratorResetsDocument = /*#__PURE__*/ new TypedDocumentString(`
    query AdministratorResets {
  administratorResets {
    ...AdministratorResetLine
  }
}
    fragment AdministratorResetLine on AdministratorReset {
  id
  administrator
  reason
  byMail
  askedAt
  confirmedAt
  availableFrom
  takenAt
  stoppedAt
  organisation {
    id
    name
  }
}`) as unknown as TypedDocumentString<AdministratorResetsQuery, AdministratorResetsQueryVariables>;
export const RequestPasswordResetDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation RequestPasswordReset($email: String!) {
  requestPasswordReset(email: $email) {
    requested
    userErrors {
      message
    }
  }
}
    `) as unknown as TypedDocumentString<RequestPasswordResetMutation, RequestPasswordResetMutationVariables>;
export const ViewerDocument = /*#__PURE__*/ new TypedDocumentString(`
    query Viewer {
  viewer {
    id
    displayName
    email
    role
    may
    organisation {
      id
      name
      shortName
      kind
      district {
        code
        name
      }
    }
    stations {
      id
      name
    }
  }
}
    `) as unknown as TypedDocumentString<ViewerQuery, ViewerQueryVariables>;