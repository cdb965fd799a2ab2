import type { TenantScope, Transaction } from '../../platform/database/tenant-scope';
import { notFound } from '../../platform/app-error';
import { breaksConstraint } from '../../platform/database/errors';
import { lockRow } from '../../platform/database/row-lock';
import { statement } from '../../platform/database/statement';
import type { Path } from '../../platform/faults';
import { isId } from '../../platform/ids';
import type { InputRules } from '../../platform/input-rules';
import { type Batch, grouped, matched } from '../../platform/graphql/loaders';
import type { AgreementKey, AgreementRow } from '../agreement';
import { AssessmentState, type AssessmentKind, type Grade } from './assessment.enums';
import type { Bands } from './assessment.rules';

export interface AssessmentRow extends AgreementKey, Bands {
  id: string;
  stationId: string;
  assessorId: string;
  kind: AssessmentKind;
  /** First and last day assessed. */
  from: string;
  to: string;
  /** 现场评估日 */
  onsiteOn: string | null;
  openedAt: Date;
  closedAt: Date | null;
  cancelledAt: Date | null;
  cancelReason: string | null;
  /** Each party sees its own score alone. */
  sealed: boolean;
  /** When others first saw scores. */
  unsealedAt: Date | null;
  /** Null where all were in. */
  unsealReason: string | null;
  /** As stored when it was closed. */
  total: string | null;
  grade: Grade | null;
}

export const ASSESSMENT_COLUMNS = `a.id, a.organisation_id as "organisationId", a.agreement_id as "agreementId",
  a.station_id as "stationId", a.assessor_id as "assessorId", a.kind, a.from_day as "from", a.to_day as "to",
  a.onsite_on as "onsiteOn", a.opened_at as "openedAt", a.closed_at as "closedAt", a.cancelled_at as "cancelledAt",
  a.cancel_reason as "cancelReason", a.sealed, a.unsealed_at as "unsealedAt", a.unsealed_reason as "unsealReason",
  a.total, a.grade, trim_scale(a.excellent_from)::text as "excellentFrom", trim_scale(a.good_from)::text as "goodFrom",
  trim_scale(a.qualified_from)::text as "qualifiedFrom"`;

const OF_AGREEMENT = statement<AssessmentRow>(
  'assessment.ofAgreement',
  `select ${ASSESSMENT_COLUMNS} from unnest($1::uuid[], $2::uuid[]) k(organisation_id, agreement_id)
     join core.assessment a using (organisation_id, agreement_id) order by a.from_day, a.opened_at, a.id`,
);

/** Batch: the assessments of agreements, earliest first. */
export const assessmentsOfAgreement: Batch<TenantScope, AgreementKey, AssessmentRow[]> = {
  name: OF_AGREEMENT.name,
  keyOf: (key) => key.agreementId,
  fetch: async (scope, keys) => {
    const ids = keys.map(({ agreementId }) => agreementId);
    const operators = keys.map(({ organisationId }) => organisationId);
    const rows = await scope.read(OF_AGREEMENT, [operators, ids]);
    return grouped(ids, rows, (row) => row.agreementId);
  },
};

const BY_IDS = statement<AssessmentRow>(
  'assessment.byIds',
  `select ${ASSESSMENT_COLUMNS} from core.assessment a where a.id = any ($1::uuid[])`,
);

/** One assessment within the scope, or null. */
export const assessmentById: Batch<TenantScope, string, AssessmentRow | null> = {
  name: BY_IDS.name,
  keyOf: (id) => id,
  fetch: async (scope, ids) => matched(ids, await scope.read(BY_IDS, [ids]), (row) => row.id),
};

/** The same within the transaction of a write. */
export async function findAssessment(transaction: Transaction, id: string): Promise<AssessmentRow | null> {
  const [row] = await transaction.query(BY_IDS, [[id]]);
  return row ?? null;
}

/** Row-locks the assessment until commit, and reads it as of then: what is written to it is serialized. */
export async function lockedAssessment(transaction: Transaction, id: string): Promise<AssessmentRow> {
  const seen = isId(id) ? await findAssessment(transaction, id) : null;
  if (!seen) throw notFound(id);
  await lockRow(transaction, 'assessment', id);
  const locked = await findAssessment(transaction, id);
  if (!locked) throw notFound(id);
  return locked;
}

export function stateOf({ cancelledAt, closedAt }: AssessmentRow): AssessmentState {
  if (cancelledAt !== null) return AssessmentState.CANCELLED;
  return closedAt === null ? AssessmentState.OPEN : AssessmentState.CLOSED;
}

/** An assessment that has ended is changed no more. */
export function checkOpen(rules: InputRules, assessment: AssessmentRow, path: Path): void {
  const state = stateOf(assessment);
  if (state === AssessmentState.CLOSED) rules.add('ASSESSMENT_CLOSED', path);
  if (state === AssessmentState.CANCELLED) rules.add('ASSESSMENT_CANCELLED', path);
}

const OPEN = statement(
  'assessment.open',
  `insert into core.assessment (organisation_id, agreement_id, station_id, purchaser_id, district_code, id, kind,
          from_day, to_day, assessor_id, opened_at, opened_by, onsite_on)
   values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)`,
);

export interface Opening {
  id: string;
  kind: AssessmentKind;
  from: string;
  to: string;
  assessorId: string;
  onsiteOn: string | null;
  openedAt: Date;
  openedBy: string;
}

export async function insertAssessment(
  transaction: Transaction,
  { organisationId, id, stationId, purchaserId, districtCode }: AgreementRow,
  opening: Opening,
): Promise<void> {
  const { kind, from, to, assessorId, onsiteOn, openedAt, openedBy } = opening;
  const scope = [organisationId, id, stationId, purchaserId, districtCode];
  const values = [opening.id, kind, from, to, assessorId, openedAt, openedBy, onsiteOn];
  await transaction.query(OPEN, [...scope, ...values]);
}

/** True if the agreement already has an assessment of this kind that is not cancelled. */
export function isSecondOfKind(error: unknown): boolean {
  return breaksConstraint(error, 'assessment_once');
}

const CLOSE = statement(
  'assessment.close',
  `update core.assessment set closed_at = $3, closed_by = $4, total = $5, grade = $6
    where organisation_id = $1 and id = $2`,
);

export interface Closing {
  at: Date;
  by: string;
  total: string;
  grade: Grade;
}

export async function closeAssessment(
  transaction: Transaction,
  { organisationId, id }: AssessmentRow,
  { at, by, total, grade }: Closing,
): Promise<void> {
  await transaction.query(CLOSE, [organisationId, id, at, by, total, grade]);
}

const PREVIOUS = statement<AssessmentRow & { nextId: string }>(
  'assessment.previous',
  `select n.id as "nextId", p.* from unnest($1::uuid[], $2::uuid[]) k(organisation_id, id)
     join core.assessment n using (organisation_id, id)
    cross join lateral (
      select ${ASSESSMENT_COLUMNS} from core.assessment a
       where a.organisation_id = n.organisation_id and a.station_id = n.station_id
         and a.cancelled_at is null and (a.to_day, a.opened_at, a.id) < (n.to_day, n.opened_at, n.id)
       order by a.to_day desc, a.opened_at desc, a.id desc limit 1) p`,
);

/**
 * The previous assessment of each, by the days assessed, of the same operator at the same station; null for the first.
 * A cancelled one is none.
 */
export const assessmentBefore: Batch<TenantScope, AssessmentRow, AssessmentRow | null> = {
  name: PREVIOUS.name,
  keyOf: ({ id }) => id,
  fetch: async (scope, assessments) => {
    const ids = assessments.map(({ id }) => id);
    const operators = assessments.map(({ organisationId }) => organisationId);
    const rows = await scope.read(PREVIOUS, [operators, ids]);
    return matched(ids, rows, (row) => row.nextId);
  },
};
