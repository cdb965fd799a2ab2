import type { TenantScope, Transaction } from '../../platform/database/tenant-scope';
import { breaksConstraint } from '../../platform/database/errors';
import { lockRow } from '../../platform/database/row-lock';
import { statement } from '../../platform/database/statement';
import { type Batch, grouped, matched } from '../../platform/graphql/loaders';
import type { AgreementKey, AgreementRow } from '../agreement';
import type { AssessmentKind, AssessmentParty, Grade } from './assessment.enums';

export interface AssessmentRow extends AgreementKey {
  id: string;
  stationId: string;
  assessorId: string;
  kind: AssessmentKind;
  /** First and last day assessed. */
  from: string;
  to: string;
  openedAt: Date;
  closedAt: Date | null;
  /** As stored when it was closed. */
  total: string | null;
  grade: Grade | null;
}

export const ASSESSMENT_COLUMNS = `a.id, a.organisation_id as "organisationId", a.agreement_id as "agreementId",
  a.station_id as "stationId", a.assessor_id as "assessorId", a.kind, a.from_day as "from", a.to_day as "to",
  a.opened_at as "openedAt", a.closed_at as "closedAt", a.total, a.grade`;

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

/** Row-locks the assessment until commit: scores, findings and closing are serialized. */
export async function lockAssessment(transaction: Transaction, id: string): Promise<void> {
  await lockRow(transaction, 'assessment', id);
}

const OPEN = statement(
  'assessment.open',
  `insert into core.assessment (organisation_id, agreement_id, station_id, purchaser_id, district_code, id, kind,
          from_day, to_day, assessor_id, opened_at, opened_by)
   values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`,
);

export interface Opening {
  id: string;
  kind: AssessmentKind;
  from: string;
  to: string;
  assessorId: string;
  openedAt: Date;
  openedBy: string;
}

export async function insertAssessment(
  transaction: Transaction,
  { organisationId, id, stationId, purchaserId, districtCode }: AgreementRow,
  opening: Opening,
): Promise<void> {
  const { kind, from, to, assessorId, openedAt, openedBy } = opening;
  const scope = [organisationId, id, stationId, purchaserId, districtCode];
  await transaction.query(OPEN, [...scope, opening.id, kind, from, to, assessorId, openedAt, openedBy]);
}

/** True if the agreement already has an assessment of this kind. */
export function isSecondOfKind(error: unknown): boolean {
  return breaksConstraint(error, 'assessment_once');
}

const SCORES = statement<ScoreRow>(
  'assessment.scores',
  `select s.assessment_id as "assessmentId", s.party, s.score
     from unnest($1::uuid[], $2::uuid[]) k(organisation_id, assessment_id)
     join core.assessment_score s using (organisation_id, assessment_id)`,
);

export interface ScoreRow {
  assessmentId: string;
  party: AssessmentParty;
  score: string;
}

/** Batch: the scores that assessments have so far. */
export const scoresOfAssessment: Batch<TenantScope, AssessmentRow, ScoreRow[]> = {
  name: SCORES.name,
  keyOf: ({ id }) => id,
  fetch: async (scope, assessments) => {
    const ids = assessments.map(({ id }) => id);
    const operators = assessments.map(({ organisationId }) => organisationId);
    return grouped(ids, await scope.read(SCORES, [operators, ids]), (row) => row.assessmentId);
  },
};

export async function readScores(transaction: Transaction, assessment: AssessmentRow): Promise<ScoreRow[]> {
  return transaction.query(SCORES, [[assessment.organisationId], [assessment.id]]);
}

const SCORE = statement(
  'assessment.score',
  `insert into core.assessment_score as s (organisation_id, agreement_id, station_id, purchaser_id, district_code,
          assessment_id, party, score, scored_at, scored_by)
   select a.organisation_id, a.agreement_id, a.station_id, a.purchaser_id, a.district_code, a.id, $3, $4, $5, $6
     from core.assessment a where a.organisation_id = $1 and a.id = $2
   on conflict (organisation_id, assessment_id, party) do update
      set score = excluded.score, scored_at = excluded.scored_at, scored_by = excluded.scored_by`,
);

/** Inserts or updates a party's score. */
export async function writeScore(
  transaction: Transaction,
  { organisationId, id }: AssessmentRow,
  party: AssessmentParty,
  score: string,
  by: string,
  at: Date,
): Promise<void> {
  await transaction.query(SCORE, [organisationId, id, party, score, at, by]);
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
         and (a.to_day, a.opened_at, a.id) < (n.to_day, n.opened_at, n.id)
       order by a.to_day desc, a.opened_at desc, a.id desc limit 1) p`,
);

/**
 * The previous assessment of each, by the days assessed, of the same operator at the same station; null for the first.
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
