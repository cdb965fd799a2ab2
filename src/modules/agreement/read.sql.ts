import { columnsOf, jsonObject, readable, selectList, type Shape } from '../../platform/database/shape';
import { type NumberColumn, TODAY, valueOn } from './value.sql';
import type { AgreementState, ProjectKind, ServiceDomain, ServiceModel } from './agreement.enums';

/** Key of an agreement's parts. The operator comes first, as in every index. */
export interface AgreementKey {
  organisationId: string;
  agreementId: string;
}

export interface TermRow extends AgreementKey {
  id: string;
  name: string;
  startsOn: string;
  endsOn: string;
}

export interface ProjectRow extends AgreementKey {
  id: string;
  kind: ProjectKind;
  domain: ServiceDomain | null;
  name: string;
}

/** A zone, with its points if they were loaded together. */
export interface ZoneRow extends AgreementKey {
  id: string;
  name: string;
  points?: PointRow[];
}

/** A point, with its zone if they were loaded together. */
export interface PointRow extends AgreementKey {
  id: string;
  name: string;
  zoneId: string | null;
  zone?: ZoneRow;
}

/** Zones and points that refer to each other. */
export interface ZonesAndPoints {
  zones: ZoneRow[];
  points: PointRow[];
}

/** An agreement, with its zones and points if they were prefetched. */
export interface AgreementRow extends Partial<ZonesAndPoints> {
  id: string;
  organisationId: string;
  stationId: string;
  purchaserId: string;
  districtCode: string;
  state: AgreementState;
  serviceModel: ServiceModel;
  startsOn: string;
  endsOn: string;
  annualFee: string | null;
  requiredPosts: string | null;
  requiredCertifiedShare: string | null;
  monthsDueDay: number;
}

/** The rules by which the staffing of an agreement is counted; posts and share as they are today. */
export interface StaffingParameters {
  requiredPosts: string | null;
  requiredCertifiedShare: string | null;
  halfAfterDay: number;
  practiceYears: number;
  certifiedAfterMonths: number;
}

/** A proposal lapses 180 days after it was made. */
const LAPSE_DAYS = 180;
/** SQL of the day on which the proposal `alias` lapses. */
export const lapsesOn = (alias: string): string =>
  `((${alias}.registered_at + interval '${LAPSE_DAYS} days') at time zone 'Asia/Shanghai')::date`;
/** The state of an agreement: a lapsed proposal is as if withdrawn. */
export const EFFECTIVE_STATE = {
  column: 'state',
  sql: (state: string): string => {
    const proposedAt = state.replace(/state$/, 'registered_at');
    return `case when ${state} = 'PROPOSED' and ${proposedAt} <= now() - interval '${LAPSE_DAYS} days'
      then 'WITHDRAWN' else ${state} end`;
  },
};

/** A number of an agreement as it is today. */
function today(
  column: NumberColumn,
  read: (value: string) => string,
): { column: string; sql: (stored: string) => string } {
  const aliasOf = (stored: string): string => stored.slice(0, -column.length - 1);
  return { column, sql: (stored) => read(valueOn.number(column, aliasOf(stored), TODAY)) };
}

const AGREEMENT: Shape<AgreementRow> = {
  id: 'id',
  organisationId: 'organisation_id',
  stationId: 'station_id',
  purchaserId: 'purchaser_id',
  districtCode: 'district_code',
  state: EFFECTIVE_STATE,
  serviceModel: 'service_model',
  startsOn: 'starts_on',
  endsOn: 'ends_on',
  annualFee: today('annual_fee', (value) => `(${value})::text`),
  requiredPosts: today('required_posts', (value) => `trim_scale(${value})::text`),
  requiredCertifiedShare: today('required_certified_share', (value) => `trim_scale(${value})::text`),
  monthsDueDay: 'months_due_day',
};
const STAFFING_PARAMETERS: Shape<StaffingParameters> = {
  requiredPosts: AGREEMENT.requiredPosts,
  requiredCertifiedShare: AGREEMENT.requiredCertifiedShare,
  halfAfterDay: 'half_after_day',
  practiceYears: 'practice_years',
  certifiedAfterMonths: 'certified_after_months',
};

/** The name of a place as it is on a day. */
function nameOn(
  table: 'zone' | 'point' | 'project',
  day: string,
): { column: string; sql: (stored: string) => string } {
  return { column: 'name', sql: (stored) => valueOn.name(table, stored.replace(/\.name$/, ''), day) };
}

const KEY: Shape<AgreementKey> = { organisationId: 'organisation_id', agreementId: 'agreement_id' };
/** The parts of an agreement without its key. */
export const TERM: Shape<Omit<TermRow, keyof AgreementKey>> = {
  id: 'id',
  name: 'name',
  startsOn: 'starts_on',
  endsOn: 'ends_on',
};
export const PROJECT: Shape<Omit<ProjectRow, keyof AgreementKey>> = {
  id: 'id',
  name: nameOn('project', TODAY),
  kind: 'kind',
  domain: 'domain',
};
export const ZONE: Shape<Omit<ZoneRow, keyof AgreementKey>> = { id: 'id', name: nameOn('zone', TODAY) };
export const POINT: Shape<Omit<PointRow, keyof AgreementKey>> = {
  id: 'id',
  name: nameOn('point', TODAY),
  zoneId: { column: 'zone_id', sql: (stored) => valueOn.zone(stored.replace(/\.zone_id$/, ''), TODAY) },
};

export const agreementColumns = (alias: string): string => selectList(AGREEMENT, alias);
export const agreementJson = (alias: string): string => jsonObject(AGREEMENT, alias);
export const staffingParametersJson = (alias: string): string => jsonObject(STAFFING_PARAMETERS, alias);
export const termColumns = (alias: string): string => selectList({ ...KEY, ...TERM }, alias);
export const termJson = (alias: string): string => jsonObject({ ...KEY, ...TERM }, alias);
/** Projects and zones under the names that they have on a day. */
export const projectColumns = (alias: string, day: string): string =>
  selectList({ ...KEY, ...PROJECT, name: nameOn('project', day) }, alias);
export const zoneColumns = (alias: string, day: string): string =>
  selectList({ ...KEY, ...ZONE, name: nameOn('zone', day) }, alias);
/** Whether the place `alias` is open on a day from a first to a last one. */
export const isOpenWithin = (alias: string, first: string, last: string): string =>
  `coalesce(${alias}.opens_on <= ${last}, true) and coalesce(${alias}.closes_on > ${first}, true)`;
export const zoneJson = (alias: string): string => jsonObject({ ...KEY, ...ZONE }, alias);

/** The columns that policies and filters read, of every row of an agreement. */
export const SCOPE = 'organisation_id, agreement_id, station_id, purchaser_id, district_code';

// xmin: incremental exports find changes by it.
const AGREEMENT_COLUMNS = `${columnsOf({ ...AGREEMENT, ...STAFFING_PARAMETERS })}, registered_at, amended, xmin`;
const TERM_COLUMNS = `${SCOPE}, ${columnsOf(TERM)}, position, confirmed, amended_on, xmin`;
/** Agreements in any state, to read one; and those that count: sums, lists of figures and exports are over these. */
export const agreements = readable('core.agreement', AGREEMENT_COLUMNS);
export const confirmedAgreements = readable('core.agreement', AGREEMENT_COLUMNS, `state = 'CONFIRMED'`);
/** Those that counted once: what has been exported of one that is void is taken back. */
export const onceConfirmedAgreements = readable(
  'core.agreement',
  AGREEMENT_COLUMNS,
  `state in ('CONFIRMED', 'VOID')`,
);
/** Those that are proposed, and who has confirmed them. */
export const proposals = readable(
  'core.agreement',
  `${AGREEMENT_COLUMNS}, proposed_by, operator_confirmed_at, purchaser_confirmed_at`,
  `state = 'PROPOSED' and registered_at > now() - interval '${LAPSE_DAYS} days'`,
);
export const terms = readable('core.term', TERM_COLUMNS, 'not dropped');
/** Those that an early end has dropped too, whose targets stay in the totals. */
export const termsEver = readable('core.term', TERM_COLUMNS);
export const confirmedTerms = readable('core.term', TERM_COLUMNS, 'confirmed and not dropped');
export const projects = readable(
  'core.project',
  `${SCOPE}, ${columnsOf(PROJECT)}, position, opens_on, closes_on, amended`,
);
export const zones = readable(
  'core.zone',
  `${SCOPE}, ${columnsOf(ZONE)}, position, opens_on, closes_on, amended`,
);
export const points = readable(
  'core.point',
  `${SCOPE}, ${columnsOf(POINT)}, position, opens_on, closes_on, amended`,
);
export const instalments = readable(
  'core.instalment',
  `${SCOPE}, id, condition, share, position, amended, xmin`,
);
export const contractCycles = readable('core.contract_cycle', 'organisation_id, id');
export const amendments = readable(
  'core.amendment',
  `${SCOPE}, id, state, effective_on, document_number, proposed_by`,
);
/** What amendments that are confirmed change. */
export const amendmentChanges = readable(
  'core.amendment_change',
  `${SCOPE}, field, since`,
  'applied_at is not null',
);
/** SQL that share-locks the agreements of `ids`, an array, as every writer of their figures does before all other locks. */
export const lockedForWrites = (ids: string): string =>
  `select a.organisation_id, a.id from core.agreement a where a.organisation_id = $1 and a.id = any (${ids})
    order by a.id for share`;
export const idempotencyKeys = readable(
  'core.idempotency_key',
  'organisation_id, agreement_id, acting_organisation_id, thing, key',
);
