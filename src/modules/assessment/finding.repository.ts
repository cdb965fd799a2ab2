import { statement } from '../../platform/database/statement';
import type { TenantScope, Transaction } from '../../platform/database/tenant-scope';
import { type Batch, grouped, matched } from '../../platform/graphql/loaders';
import type { AgreementKey } from '../agreement';
import type { AssessmentRow } from './assessment.repository';
import type { AssessmentParty, FindingKind, FindingSection, FindingState } from './assessment.enums';

export interface FindingRow extends AgreementKey {
  id: string;
  assessmentId: string;
  party: AssessmentParty;
  kind: FindingKind;
  text: string;
  addedAt: Date;
  /** Null for a strength. */
  state: FindingState | null;
  response: string | null;
  respondedAt: Date | null;
  review: string | null;
  section: FindingSection | null;
  zoneId: string | null;
  pointId: string | null;
  dueOn: string | null;
  withdrawnAt: Date | null;
  withdrawnReason: string | null;
}

export const FINDING_COLUMNS = `f.id, f.organisation_id as "organisationId", f.agreement_id as "agreementId",
  f.assessment_id as "assessmentId", f.party, f.kind, f.text, f.state, f.response, f.responded_at as "respondedAt",
  f.review, f.added_at as "addedAt", f.section, f.zone_id as "zoneId", f.point_id as "pointId", f.due_on as "dueOn",
  f.withdrawn_at as "withdrawnAt", f.withdrawn_reason as "withdrawnReason"`;

const OF_ASSESSMENT = statement<FindingRow>(
  'finding.ofAssessment',
  `select ${FINDING_COLUMNS} from unnest($1::uuid[], $2::uuid[]) k(organisation_id, assessment_id)
     join core.assessment_finding f using (organisation_id, assessment_id) order by f.added_at, f.id`,
);

/** Batch: the findings of assessments, in insertion order. */
export const findingsOfAssessment: Batch<TenantScope, AssessmentRow, FindingRow[]> = {
  name: OF_ASSESSMENT.name,
  keyOf: ({ id }) => id,
  fetch: async (scope, assessments) => {
    const ids = assessments.map(({ id }) => id);
    const operators = assessments.map(({ organisationId }) => organisationId);
    return grouped(ids, await scope.read(OF_ASSESSMENT, [operators, ids]), (row) => row.assessmentId);
  },
};

const BY_IDS = statement<FindingRow>(
  'finding.byIds',
  `select ${FINDING_COLUMNS} from core.assessment_finding f where f.id = any ($1::uuid[])`,
);
const LOCK = statement<FindingRow>(
  'finding.lock',
  `select ${FINDING_COLUMNS} from core.assessment_finding f where f.id = $1 for update`,
);

/** One finding within the scope, or null. */
export const findingById: Batch<TenantScope, string, FindingRow | null> = {
  name: BY_IDS.name,
  keyOf: (id) => id,
  fetch: async (scope, ids) => matched(ids, await scope.read(BY_IDS, [ids]), (row) => row.id),
};

/** Row-locks one finding within the scope until the transaction ends. */
export async function lockFinding(transaction: Transaction, id: string): Promise<FindingRow | null> {
  const [seen] = await transaction.query(BY_IDS, [[id]]);
  if (!seen) return null;
  const [locked] = await transaction.query(LOCK, [id]);
  if (locked) return locked;
  // Visible but not lockable: another party's, or accepted meanwhile. Read again, as of after the wait.
  const [now] = await transaction.query(BY_IDS, [[id]]);
  return now ?? null;
}

/** The same without a lock. */
export async function findFinding(transaction: Transaction, id: string): Promise<FindingRow | null> {
  const [row] = await transaction.query(BY_IDS, [[id]]);
  return row ?? null;
}

const COUNT = statement<{ count: number }>(
  'finding.count',
  `select count(*)::int as count from core.assessment_finding
    where organisation_id = $1 and assessment_id = $2 and party = $3`,
);

/** Number of findings that a party has added to an assessment. */
export async function countFindings(
  transaction: Transaction,
  { organisationId, id }: AssessmentRow,
  party: AssessmentParty,
): Promise<number> {
  const [row] = await transaction.query(COUNT, [organisationId, id, party]);
  return row?.count ?? 0;
}

const INSERT = statement(
  'finding.insert',
  `insert into core.assessment_finding (organisation_id, agreement_id, station_id, purchaser_id, district_code,
          id, assessment_id, party, kind, text, added_at, added_by, state,
          section, zone_id, point_id, due_on)
   select a.organisation_id, a.agreement_id, a.station_id, a.purchaser_id, a.district_code, $3, a.id, $4, $5, $6, $7, $8,
          case $5 when 'CONCERN' then 'OPEN' end, $9, $10, $11, $12
     from core.assessment a where a.organisation_id = $1 and a.id = $2`,
);

/** What a finding is about, and by when a concern is to be settled. */
export type FindingPlace = Pick<FindingRow, 'section' | 'zoneId' | 'pointId' | 'dueOn'>;

interface NewFinding extends FindingPlace {
  id: string;
  party: AssessmentParty;
  kind: FindingKind;
  text: string;
  at: Date;
  by: string;
}

export async function insertFinding(
  transaction: Transaction,
  { organisationId, id }: AssessmentRow,
  finding: NewFinding,
): Promise<void> {
  const { party, kind, text, at, by, section, zoneId, pointId, dueOn } = finding;
  const place = [section, zoneId, pointId, dueOn];
  await transaction.query(INSERT, [organisationId, id, finding.id, party, kind, text, at, by, ...place]);
}

const RESPOND = statement(
  'finding.respond',
  `update core.assessment_finding set response = $3, responded_at = $4, state = 'ANSWERED'
    where organisation_id = $1 and id = $2`,
);
const REVIEW = statement(
  'finding.review',
  `update core.assessment_finding set state = $3, review = $4, reviewed_at = $5
    where organisation_id = $1 and id = $2`,
);
const WITHDRAW = statement(
  'finding.withdraw',
  `update core.assessment_finding set withdrawn_at = $3, withdrawn_by = $4, withdrawn_reason = $5
    where organisation_id = $1 and id = $2`,
);

export async function writeResponse(
  transaction: Transaction,
  { organisationId, id }: FindingRow,
  response: string,
  at: Date,
): Promise<void> {
  await transaction.query(RESPOND, [organisationId, id, response, at]);
}

export async function writeReview(
  transaction: Transaction,
  { organisationId, id }: FindingRow,
  state: FindingState,
  review: string | null,
  at: Date,
): Promise<void> {
  await transaction.query(REVIEW, [organisationId, id, state, review, at]);
}

export async function writeWithdrawal(
  transaction: Transaction,
  { organisationId, id }: FindingRow,
  { at, by, reason }: { at: Date; by: string; reason: string },
): Promise<void> {
  await transaction.query(WITHDRAW, [organisationId, id, at, by, reason]);
}

/** A response or a review, as it was given. */
export interface FindingStep {
  findingId: string;
  state: FindingState;
  text: string | null;
  at: Date | null;
}

const STEPS = statement<FindingStep>(
  'finding.steps',
  `select s.finding_id as "findingId", s.state, s.text, s.at
     from unnest($1::uuid[], $2::uuid[]) k(organisation_id, finding_id)
     join core.finding_step s using (organisation_id, finding_id) order by s.number`,
);

/** Batch: every response and review of findings, the first one first. */
export const stepsOfFinding: Batch<TenantScope, FindingRow, FindingStep[]> = {
  name: STEPS.name,
  keyOf: ({ id }) => id,
  fetch: async (scope, findings) => {
    const ids = findings.map(({ id }) => id);
    const operators = findings.map(({ organisationId }) => organisationId);
    return grouped(ids, await scope.read(STEPS, [operators, ids]), (row) => row.findingId);
  },
};
