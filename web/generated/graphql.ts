/* eslint-disable */
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { DocumentTypeDecoration } from '@graphql-typed-document-node/core';
/** An organisation and its first administrator. A purchaser requires a district; the bureau of the city has none. */
export type AddOrganisationInput = {
  administratorEmail: string;
  administratorName: string;
  districtCode?: string | null | undefined;
  kind: OrganisationKind;
  name: string;
  shortName?: string | null | undefined;
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

/** 中期评估 or 末期评估. */
export type AssessmentKind =
  | 'FINAL'
  | 'MIDTERM';

/** 操作: what was done, as the audit log names it. */
export type AuditAction =
  | 'ADMINISTRATOR_NAMED'
  | 'ADMINISTRATOR_NAMED_BY_PLATFORM'
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
  | 'INVITATION_ACCEPTED'
  | 'INVITATION_REFUSED'
  | 'INVITATION_RENEWED'
  | 'KEY_CREATED'
  | 'KEY_REVOKED'
  | 'KEY_USED'
  | 'MEMBER_CHANGED'
  | 'MEMBER_INVITED'
  | 'MEMBER_REMOVED'
  | 'ORGANISATION_ADDED'
  | 'ORGANISATION_RENAMED'
  | 'PAPER_SCORE_ENTERED'
  | 'PASSWORD_CHANGED'
  | 'PASSWORD_REFUSED'
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
  | 'TIE_DECLARED';

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

/** At most 100 members per call. Atomic. */
export type EnrolStaffInput = {
  agreementId: string | number;
  /** 幂等键: client-generated, at most 200 characters. When your organisation repeats the call in this agreement with the same key and content, it returns the current state of what the first call wrote and changes nothing; the same key with other content is refused (IDEMPOTENCY_KEY_REUSED). */
  idempotencyKey?: string | null | undefined;
  members: Array<StaffMemberInput>;
};

/** 优秀 from 90; 良好 from 80; 合格 from 60; 不合格 below: the standard bands, where the scheme of the assessment has no others. */
export type Grade =
  | 'EXCELLENT'
  | 'GOOD'
  | 'QUALIFIED'
  | 'UNQUALIFIED';

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

/** Only 元 and 小时 take decimals, at most two. */
export type QuantityInput = {
  measure: string;
  value: string;
};

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
  pointId?: string | number | null | undefined;
  projectId?: string | number | null | undefined;
  to?: string | null | undefined;
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

/** 协议量. value null removes the target. Within one term, indicator and measure either every target names a zone or none does; likewise projects. */
export type TargetInput = {
  indicator: string;
  measure: string;
  projectId?: string | number | null | undefined;
  termId: string | number;
  value?: string | null | undefined;
  zoneId?: string | number | null | undefined;
};

/** 项目期; first and last day are inclusive. */
export type TermInput = {
  endsOn: string;
  name: string;
  startsOn: string;
};

/** 片区 with its 社工点. */
export type ZoneInput = {
  name: string;
  points: Array<string>;
};

export type RefusalFragment = { code: string, message: string, path: Array<string> };

export type RecordServicesMutationVariables = Exact<{
  input: RecordServicesInput;
}>;


export type RecordServicesMutation = { recordServices: { records: Array<{ id: string, occurredOn: string, note: string | null, recordedBy: string, isOwn: boolean, recordedAt: string, revision: number, voidedAt: string | null, voidReason: string | null, indicator: { code: string, name: string }, zone: { id: string, name: string } | null, point: { id: string, name: string } | null, project: { id: string, name: string } | null, quantities: Array<{ value: string, measure: { code: string, name: string, unit: string } }> }> | null, userErrors: Array<{ code: string, message: string, path: Array<string> }> } };

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

export type ChangePasswordMutationVariables = Exact<{
  input: ChangePasswordInput;
}>;


export type ChangePasswordMutation = { changePassword: { changed: boolean | null, userErrors: Array<{ code: string, message: string, path: Array<string> }> } };

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

export type PartiesQueryVariables = Exact<{
  kind: OrganisationKind;
  after?: string | null | undefined;
}>;


export type PartiesQuery = { organisations: { pageInfo: { hasNextPage: boolean, endCursor: string | null }, nodes: Array<{ id: string, name: string }> } };

export type DistrictsQueryVariables = Exact<{ [key: string]: never; }>;


export type DistrictsQuery = { districts: Array<{ code: string, name: string }> };

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

export type AuditLogQueryVariables = Exact<{
  filter?: AuditFilter | null | undefined;
  after?: string | null | undefined;
}>;


export type AuditLogQuery = { auditLog: { totalCount: number, pageInfo: { hasNextPage: boolean, endCursor: string | null }, nodes: Array<{ id: string, at: string, memberId: string | null, memberName: string | null, action: AuditAction, thing: string | null, thingId: string | null, operation: string | null, agreementIds: Array<string> | null, before: string | null, after: string | null, remoteAddress: string, requestId: string }> } };

export type AuditLineFragment = { id: string, at: string, memberId: string | null, memberName: string | null, action: AuditAction, thing: string | null, thingId: string | null, operation: string | null, agreementIds: Array<string> | null, before: string | null, after: string | null, remoteAddress: string, requestId: string };

export type AuditMembersQueryVariables = Exact<{ [key: string]: never; }>;


export type AuditMembersQuery = { members: { nodes: Array<{ id: string, displayName: string }> } };

export type CompletionQueryVariables = Exact<{
  agreement: string | number;
  term: string | number;
  to?: string | null | undefined;
}>;


export type CompletionQuery = { agreement: { id: string, state: AgreementState, startsOn: string, endsOn: string, completion: { from: string, to: string, timeProgressPercent: string, zones: Array<{ id: string, name: string }>, rows: Array<{ indicator: { code: string, name: string }, measure: { code: string, name: string, unit: string }, byZone: Array<{ target: string | null, completed: string, percent: string | null, zone: { id: string } }>, byProject: Array<{ target: string | null, completed: string, percent: string | null, project: { id: string, name: string } }>, total: { target: string | null, completed: string, percent: string | null } }> }, station: { id: string, name: string }, operator: { id: string, name: string, shortName: string | null }, terms: Array<{ id: string, name: string, startsOn: string, endsOn: string }> } | null };

export type CompletionSheetFragment = { from: string, to: string, timeProgressPercent: string, zones: Array<{ id: string, name: string }>, rows: Array<{ indicator: { code: string, name: string }, measure: { code: string, name: string, unit: string }, byZone: Array<{ target: string | null, completed: string, percent: string | null, zone: { id: string } }>, byProject: Array<{ target: string | null, completed: string, percent: string | null, project: { id: string, name: string } }>, total: { target: string | null, completed: string, percent: string | null } }> };

export type StaffByZoneQueryVariables = Exact<{
  agreement: string | number;
  month: string;
}>;


export type StaffByZoneQuery = { agreement: { staffing: { headCountAtEnd: number, staffByZone: Array<{ atEnd: string, zone: { id: string } | null }> } } | null };

export type ExplainQueryVariables = Exact<{
  cell: CellInput;
  after?: string | null | undefined;
}>;


export type ExplainQuery = { explain: { completed: string, records: { totalCount: number, pageInfo: { hasNextPage: boolean, endCursor: string | null }, nodes: Array<{ id: string, occurredOn: string, note: string | null, recordedBy: string, isOwn: boolean, recordedAt: string, revision: number, voidedAt: string | null, voidReason: string | null, indicator: { code: string, name: string }, zone: { id: string, name: string } | null, point: { id: string, name: string } | null, project: { id: string, name: string } | null, quantities: Array<{ value: string, measure: { code: string, name: string, unit: string } }> }> } } };

export type EntrySheetQueryVariables = Exact<{
  agreement: string | number;
  term: string | number;
  filter: ServiceRecordFilter;
}>;


export type EntrySheetQuery = { indicators: Array<{ code: string, name: string, measures: Array<{ code: string, name: string, unit: string }> }>, agreement: { id: string, state: AgreementState, startsOn: string, endsOn: string, zones: Array<{ id: string, name: string }>, points: Array<{ id: string, name: string, zone: { id: string } | null }>, projects: Array<{ id: string, name: string }>, completion: { rows: Array<{ indicator: { code: string }, measure: { code: string }, total: { target: string | null, completed: string } }> }, serviceRecords: { totalCount: number, nodes: Array<{ id: string, occurredOn: string, note: string | null, recordedBy: string, isOwn: boolean, recordedAt: string, revision: number, voidedAt: string | null, voidReason: string | null, indicator: { code: string, name: string }, zone: { id: string, name: string } | null, point: { id: string, name: string } | null, project: { id: string, name: string } | null, quantities: Array<{ value: string, measure: { code: string, name: string, unit: string } }> }> }, station: { id: string, name: string }, operator: { id: string, name: string, shortName: string | null }, terms: Array<{ id: string, name: string, startsOn: string, endsOn: string }> } | null };

export type UsualMonthsQueryVariables = Exact<{
  input: AnalyticsInput;
}>;


export type UsualMonthsQuery = { analytics: { rows: Array<{ month: string | null, completed: string, zone: { id: string } | null, project: { id: string } | null, indicator: { code: string }, measure: { code: string } }> } };

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

export type RecordsQueryVariables = Exact<{
  agreement: string | number;
  filter?: ServiceRecordFilter | null | undefined;
  after?: string | null | undefined;
}>;


export type RecordsQuery = { indicators: Array<{ code: string, name: string }>, agreement: { id: string, state: AgreementState, startsOn: string, endsOn: string, zones: Array<{ id: string, name: string }>, serviceRecords: { totalCount: number, pageInfo: { hasNextPage: boolean, endCursor: string | null }, nodes: Array<{ id: string, occurredOn: string, note: string | null, recordedBy: string, isOwn: boolean, recordedAt: string, revision: number, voidedAt: string | null, voidReason: string | null, indicator: { code: string, name: string }, zone: { id: string, name: string } | null, point: { id: string, name: string } | null, project: { id: string, name: string } | null, quantities: Array<{ value: string, measure: { code: string, name: string, unit: string } }> }> }, station: { id: string, name: string }, operator: { id: string, name: string, shortName: string | null }, terms: Array<{ id: string, name: string, startsOn: string, endsOn: string }> } | null };

export type RecordHistoryQueryVariables = Exact<{
  id: string | number;
}>;


export type RecordHistoryQuery = { node:
    | { id: string, occurredOn: string, note: string | null, recordedBy: string, isOwn: boolean, recordedAt: string, revision: number, voidedAt: string | null, voidReason: string | null, versions: Array<{ revision: number, revisedAt: string, revisedBy: string, reason: string | null, occurredOn: string, note: string | null, quantities: Array<{ value: string, measure: { code: string, name: string, unit: string } }> }>, indicator: { code: string, name: string }, zone: { id: string, name: string } | null, point: { id: string, name: string } | null, project: { id: string, name: string } | null, quantities: Array<{ value: string, measure: { code: string, name: string, unit: string } }> }
    | Record<PropertyKey, never>
   | null };

export type StaffingRulesQueryVariables = Exact<{
  agreement: string | number;
}>;


export type StaffingRulesQuery = { agreement: { id: string, staffingParameters: { requiredPosts: string | null, requiredCertifiedShare: string | null, halfAfterDay: number, practiceYears: number, certifiedAfterMonths: number } } | null };

export type RosterQueryVariables = Exact<{
  agreement: string | number;
  from: string;
  to: string;
}>;


export type RosterQuery = { agreement: { id: string, state: AgreementState, startsOn: string, endsOn: string, zones: Array<{ id: string, name: string }>, staffing: { from: string, to: string, certified: string, uncertified: string, total: string, experienced: string, experiencedPercent: string | null, required: string | null, surplus: string | null, requiredCertified: string | null, certifiedSurplus: string | null, stabilityPercent: string | null, headCountAtEnd: number, certifiedAtEnd: Array<{ level: CertificateLevel, headCount: number }>, parameters: { requiredPosts: string | null, requiredCertifiedShare: string | null, halfAfterDay: number, practiceYears: number, certifiedAfterMonths: number }, months: Array<{ month: string, headCount: number, total: string, certified: string, uncertified: string, experienced: string, postsSurplus: string | null, socialInsurancePaid: number, salaryPaid: number }>, members: Array<{ memberId: string, code: string, name: string, position: string | null, months: Array<string>, total: string, certified: string, uncertified: string, experienced: string }>, staffByZone: Array<{ personMonths: string, atEnd: string, zone: { id: string, name: string } | null }>, joined: Array<{ memberId: string, name: string, on: string }>, left: Array<{ memberId: string, name: string, on: string }>, warnings: Array<{ code: string, memberId: string, name: string, month: string | null, message: string }> }, station: { id: string, name: string }, operator: { id: string, name: string, shortName: string | null }, terms: Array<{ id: string, name: string, startsOn: string, endsOn: string }> } | null };

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

export type FirstPlacesQueryVariables = Exact<{ [key: string]: never; }>;


export type FirstPlacesQuery = { viewer: { stations: Array<{ id: string, name: string, district: { code: string, name: string }, agreements: { nodes: Array<{ id: string, state: AgreementState, startsOn: string, endsOn: string, operator: { id: string, name: string, shortName: string | null }, terms: Array<{ id: string, name: string, startsOn: string, endsOn: string }> }> } }> | null }, stations: { nodes: Array<{ id: string, name: string, district: { code: string, name: string }, agreements: { nodes: Array<{ id: string, state: AgreementState, startsOn: string, endsOn: string, operator: { id: string, name: string, shortName: string | null }, terms: Array<{ id: string, name: string, startsOn: string, endsOn: string }> }> } }> } };

export type FindStationsQueryVariables = Exact<{
  name: string;
}>;


export type FindStationsQuery = { stations: { totalCount: number, nodes: Array<{ id: string, name: string, district: { code: string, name: string }, agreements: { nodes: Array<{ id: string, state: AgreementState, startsOn: string, endsOn: string, operator: { id: string, name: string, shortName: string | null }, terms: Array<{ id: string, name: string, startsOn: string, endsOn: string }> }> } }> } };

export type StationPlacesFragment = { id: string, name: string, district: { code: string, name: string }, agreements: { nodes: Array<{ id: string, state: AgreementState, startsOn: string, endsOn: string, operator: { id: string, name: string, shortName: string | null }, terms: Array<{ id: string, name: string, startsOn: string, endsOn: string }> }> } };

export type AgreementPlaceFragment = { id: string, state: AgreementState, startsOn: string, endsOn: string, operator: { id: string, name: string, shortName: string | null }, terms: Array<{ id: string, name: string, startsOn: string, endsOn: string }> };

export type PlaceHeadFragment = { id: string, state: AgreementState, startsOn: string, endsOn: string, station: { id: string, name: string }, operator: { id: string, name: string, shortName: string | null }, terms: Array<{ id: string, name: string, startsOn: string, endsOn: string }> };

export type AgreementPlaceQueryVariables = Exact<{
  agreement: string | number;
}>;


export type AgreementPlaceQuery = { agreement: { id: string, state: AgreementState, startsOn: string, endsOn: string, operator: { id: string, name: string, shortName: string | null }, terms: Array<{ id: string, name: string, startsOn: string, endsOn: string }> } | null };

export type RecordLineFragment = { id: string, occurredOn: string, note: string | null, recordedBy: string, isOwn: boolean, recordedAt: string, revision: number, voidedAt: string | null, voidReason: string | null, indicator: { code: string, name: string }, zone: { id: string, name: string } | null, point: { id: string, name: string } | null, project: { id: string, name: string } | null, quantities: Array<{ value: string, measure: { code: string, name: string, unit: string } }> };

export type RecordByIdQueryVariables = Exact<{
  id: string | number;
}>;


export type RecordByIdQuery = { node:
    | { id: string, occurredOn: string, note: string | null, recordedBy: string, isOwn: boolean, recordedAt: string, revision: number, voidedAt: string | null, voidReason: string | null, indicator: { code: string, name: string }, zone: { id: string, name: string } | null, point: { id: string, name: string } | null, project: { id: string, name: string } | null, quantities: Array<{ value: string, measure: { code: string, name: string, unit: string } }> }
    | Record<PropertyKey, never>
   | null };

export type ViewerQueryVariables = Exact<{ [key: string]: never; }>;


export type ViewerQuery = { viewer: { id: string, displayName: string, role: MemberRole, may: Array<string>, organisation: { id: string, name: string, shortName: string | null, kind: OrganisationKind, district: { code: string, name: string } | null }, stations: Array<{ id: string, name: string }> | null } };

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
  }
}
    `, {"fragmentName":"AgreementPlace"}) as unknown as TypedDocumentString<AgreementPlaceFragment, unknown>;
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
  }
}`, {"fragmentName":"StationPlaces"}) as unknown as TypedDocumentString<StationPlacesFragment, unknown>;
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
  }
}`, {"fragmentName":"PlaceHead"}) as unknown as TypedDocumentString<PlaceHeadFragment, unknown>;
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
export const ExplainDocument = /*#__PURE__*/ new TypedDocumentString(`
    query Explain($cell: CellInput!, $after: String) {
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
export const RecordsDocument = /*#__PURE__*/ new TypedDocumentString(`
    query Records($agreement: ID!, $filter: ServiceRecordFilter, $after: String) {
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
    serviceRecords(filter: $filter, first: 100, after: $after) {
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
  }
}`) as unknown as TypedDocumentString<AgreementPlaceQuery, AgreementPlaceQueryVariables>;
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
export const ViewerDocument = /*#__PURE__*/ new TypedDocumentString(`
    query Viewer {
  viewer {
    id
    displayName
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