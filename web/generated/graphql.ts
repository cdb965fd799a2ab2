/* eslint-disable */
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { DocumentTypeDecoration } from '@graphql-typed-document-node/core';
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

/** Changing the password ends all your other sessions. */
export type ChangePasswordInput = {
  /** At least 12 characters, and not a common password. */
  newPassword: string;
  oldPassword: string;
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

/** 优秀 from 90; 良好 from 80; 合格 from 60; 不合格 below: the standard bands, where the scheme of the assessment has no others. */
export type Grade =
  | 'EXCELLENT'
  | 'GOOD'
  | 'QUALIFIED'
  | 'UNQUALIFIED';

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

/** Only 元 and 小时 take decimals, at most two. */
export type QuantityInput = {
  measure: string;
  value: string;
};

/** At most 500 records. Atomic. */
export type RecordServicesInput = {
  agreementId: string | number;
  records: Array<ServiceRecordInput>;
};

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

export type RecordServicesMutationVariables = Exact<{
  input: RecordServicesInput;
}>;


export type RecordServicesMutation = { recordServices: { records: Array<{ id: string, occurredOn: string, note: string | null, recordedBy: string, recordedAt: string, revision: number, voidedAt: string | null, voidReason: string | null, indicator: { code: string, name: string }, zone: { id: string, name: string } | null, point: { id: string, name: string } | null, project: { id: string, name: string } | null, quantities: Array<{ value: string, measure: { code: string, name: string, unit: string } }> }> | null, userErrors: Array<{ code: string, message: string, path: Array<string> }> } };

export type CorrectRecordMutationVariables = Exact<{
  input: CorrectServiceRecordInput;
}>;


export type CorrectRecordMutation = { correctServiceRecord: { record: { id: string, occurredOn: string, note: string | null, recordedBy: string, recordedAt: string, revision: number, voidedAt: string | null, voidReason: string | null, indicator: { code: string, name: string }, zone: { id: string, name: string } | null, point: { id: string, name: string } | null, project: { id: string, name: string } | null, quantities: Array<{ value: string, measure: { code: string, name: string, unit: string } }> } | null, userErrors: Array<{ code: string, message: string, path: Array<string> }> } };

export type VoidRecordMutationVariables = Exact<{
  id: string | number;
  reason: string;
  key?: string | null | undefined;
}>;


export type VoidRecordMutation = { voidServiceRecord: { record: { id: string, occurredOn: string, note: string | null, recordedBy: string, recordedAt: string, revision: number, voidedAt: string | null, voidReason: string | null, indicator: { code: string, name: string }, zone: { id: string, name: string } | null, point: { id: string, name: string } | null, project: { id: string, name: string } | null, quantities: Array<{ value: string, measure: { code: string, name: string, unit: string } }> } | null, userErrors: Array<{ code: string, message: string, path: Array<string> }> } };

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


export type ExplainQuery = { explain: { completed: string, records: { totalCount: number, pageInfo: { hasNextPage: boolean, endCursor: string | null }, nodes: Array<{ id: string, occurredOn: string, note: string | null, recordedBy: string, recordedAt: string, revision: number, voidedAt: string | null, voidReason: string | null, indicator: { code: string, name: string }, zone: { id: string, name: string } | null, point: { id: string, name: string } | null, project: { id: string, name: string } | null, quantities: Array<{ value: string, measure: { code: string, name: string, unit: string } }> }> } } };

export type EntrySheetQueryVariables = Exact<{
  agreement: string | number;
  term: string | number;
  filter: ServiceRecordFilter;
}>;


export type EntrySheetQuery = { indicators: Array<{ code: string, name: string, measures: Array<{ code: string, name: string, unit: string }> }>, agreement: { id: string, state: AgreementState, startsOn: string, endsOn: string, zones: Array<{ id: string, name: string }>, projects: Array<{ id: string, name: string }>, completion: { rows: Array<{ indicator: { code: string }, measure: { code: string }, total: { target: string | null, completed: string } }> }, serviceRecords: { totalCount: number, nodes: Array<{ id: string, occurredOn: string, note: string | null, recordedBy: string, recordedAt: string, revision: number, voidedAt: string | null, voidReason: string | null, indicator: { code: string, name: string }, zone: { id: string, name: string } | null, point: { id: string, name: string } | null, project: { id: string, name: string } | null, quantities: Array<{ value: string, measure: { code: string, name: string, unit: string } }> }> }, station: { id: string, name: string }, operator: { id: string, name: string, shortName: string | null }, terms: Array<{ id: string, name: string, startsOn: string, endsOn: string }> } | null };

export type UsualMonthsQueryVariables = Exact<{
  input: AnalyticsInput;
}>;


export type UsualMonthsQuery = { analytics: { rows: Array<{ month: string | null, completed: string, zone: { id: string } | null, project: { id: string } | null, indicator: { code: string }, measure: { code: string } }> } };

export type RecordsQueryVariables = Exact<{
  agreement: string | number;
  filter?: ServiceRecordFilter | null | undefined;
  after?: string | null | undefined;
}>;


export type RecordsQuery = { indicators: Array<{ code: string, name: string }>, agreement: { id: string, state: AgreementState, startsOn: string, endsOn: string, zones: Array<{ id: string, name: string }>, serviceRecords: { totalCount: number, pageInfo: { hasNextPage: boolean, endCursor: string | null }, nodes: Array<{ id: string, occurredOn: string, note: string | null, recordedBy: string, recordedAt: string, revision: number, voidedAt: string | null, voidReason: string | null, indicator: { code: string, name: string }, zone: { id: string, name: string } | null, point: { id: string, name: string } | null, project: { id: string, name: string } | null, quantities: Array<{ value: string, measure: { code: string, name: string, unit: string } }> }> }, station: { id: string, name: string }, operator: { id: string, name: string, shortName: string | null }, terms: Array<{ id: string, name: string, startsOn: string, endsOn: string }> } | null };

export type RecordHistoryQueryVariables = Exact<{
  id: string | number;
}>;


export type RecordHistoryQuery = { node:
    | { id: string, occurredOn: string, note: string | null, recordedBy: string, recordedAt: string, revision: number, voidedAt: string | null, voidReason: string | null, versions: Array<{ revision: number, revisedAt: string, revisedBy: string, reason: string | null, occurredOn: string, note: string | null, quantities: Array<{ value: string, measure: { code: string, name: string, unit: string } }> }>, indicator: { code: string, name: string }, zone: { id: string, name: string } | null, point: { id: string, name: string } | null, project: { id: string, name: string } | null, quantities: Array<{ value: string, measure: { code: string, name: string, unit: string } }> }
    | Record<PropertyKey, never>
   | null };

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

export type RecordLineFragment = { id: string, occurredOn: string, note: string | null, recordedBy: string, recordedAt: string, revision: number, voidedAt: string | null, voidReason: string | null, indicator: { code: string, name: string }, zone: { id: string, name: string } | null, point: { id: string, name: string } | null, project: { id: string, name: string } | null, quantities: Array<{ value: string, measure: { code: string, name: string, unit: string } }> };

export type RecordByIdQueryVariables = Exact<{
  id: string | number;
}>;


export type RecordByIdQuery = { node:
    | { id: string, occurredOn: string, note: string | null, recordedBy: string, recordedAt: string, revision: number, voidedAt: string | null, voidReason: string | null, indicator: { code: string, name: string }, zone: { id: string, name: string } | null, point: { id: string, name: string } | null, project: { id: string, name: string } | null, quantities: Array<{ value: string, measure: { code: string, name: string, unit: string } }> }
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
  recordedAt
  revision
  voidedAt
  voidReason
}`) as unknown as TypedDocumentString<RecordHistoryQuery, RecordHistoryQueryVariables>;
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