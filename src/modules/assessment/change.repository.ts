import { statement } from '../../platform/database/statement';
import type { TenantScope, Transaction } from '../../platform/database/tenant-scope';
import { type Batch, grouped } from '../../platform/graphql/loaders';
import type { AssessmentRow } from './assessment.repository';

/** Who changes something, and when. */
export interface By {
  at: Date;
  by: string;
}

const CANCEL = statement(
  'assessment.cancel',
  `update core.assessment set cancelled_at = $3, cancelled_by = $4, cancel_reason = $5
    where organisation_id = $1 and id = $2`,
);

export async function writeCancellation(
  transaction: Transaction,
  { organisationId, id }: AssessmentRow,
  { at, by, reason }: By & { reason: string },
): Promise<void> {
  await transaction.query(CANCEL, [organisationId, id, at, by, reason]);
}

const MOVE = statement(
  'assessment.move',
  'update core.assessment set from_day = $3, to_day = $4, onsite_on = $5 where organisation_id = $1 and id = $2',
);

export type AssessmentDays = Pick<AssessmentRow, 'from' | 'to' | 'onsiteOn'>;

export async function writeDays(
  transaction: Transaction,
  { organisationId, id }: AssessmentRow,
  { from, to, onsiteOn }: AssessmentDays,
): Promise<void> {
  await transaction.query(MOVE, [organisationId, id, from, to, onsiteOn]);
}

const END = statement(
  'assessment.endThirdParty',
  `update core.assessment_part set ended_at = $3, ended_by = $4, end_reason = $5
    where organisation_id = $1 and assessment_id = $2 and party = 'THIRD_PARTY' and ended_at is null`,
);
const ASSIGN = statement(
  'assessment.assign',
  `with next as (
     insert into core.assessment_part (organisation_id, agreement_id, station_id, purchaser_id, district_code,
            assessment_id, part, party, maximum, items, item_maxima, assessor_id)
     select p.organisation_id, p.agreement_id, p.station_id, p.purchaser_id, p.district_code, p.assessment_id,
            last.part + 1, p.party, p.maximum, p.items, p.item_maxima, $3
       from core.assessment_part p
      cross join (select max(part) as part from core.assessment_part where organisation_id = $1 and assessment_id = $2) last
      where p.organisation_id = $1 and p.assessment_id = $2 and p.party = 'THIRD_PARTY'
      order by p.part desc limit 1
     returning part)
   update core.assessment set assessor_id = $3, sealed = sealed or exists (select from next),
          unsealed_reason = case when exists (select from next) then null else unsealed_reason end
    where organisation_id = $1 and id = $2`,
);

/** The new assessor gets a part of its own, not given yet: until it is, scores are sealed again. */
export async function writeAssessor(
  transaction: Transaction,
  { organisationId, id }: AssessmentRow,
  assessorId: string,
  { at, by, reason }: By & { reason: string },
): Promise<void> {
  await transaction.query(END, [organisationId, id, at, by, reason]);
  await transaction.query(ASSIGN, [organisationId, id, assessorId]);
}

export interface AssessorRequest {
  assessmentId: string;
  assessorId: string;
  reason: string;
  requestedAt: Date;
}

const REQUESTS = statement<AssessorRequest>(
  'assessorRequest.ofAssessment',
  `select r.assessment_id as "assessmentId", r.assessor_id as "assessorId", r.reason, r.requested_at as "requestedAt"
     from unnest($1::uuid[], $2::uuid[]) k(organisation_id, assessment_id)
     join core.assessor_request r using (organisation_id, assessment_id) order by r.requested_at, r.id`,
);

/** Batch: what the operator asked for, earliest first. */
export const requestsOfAssessment: Batch<TenantScope, AssessmentRow, AssessorRequest[]> = {
  name: REQUESTS.name,
  keyOf: ({ id }) => id,
  fetch: async (scope, assessments) => {
    const ids = assessments.map(({ id }) => id);
    const operators = assessments.map(({ organisationId }) => organisationId);
    return grouped(ids, await scope.read(REQUESTS, [operators, ids]), (row) => row.assessmentId);
  },
};

/** The same within the transaction of a write. */
export async function readRequests(
  transaction: Transaction,
  { organisationId, id }: AssessmentRow,
): Promise<AssessorRequest[]> {
  return transaction.query(REQUESTS, [[organisationId], [id]]);
}

const REQUEST = statement(
  'assessorRequest.insert',
  `insert into core.assessor_request (organisation_id, agreement_id, station_id, purchaser_id, district_code, id,
          assessment_id, assessor_id, reason, requested_at, requested_by)
   select a.organisation_id, a.agreement_id, a.station_id, a.purchaser_id, a.district_code, $3, a.id, a.assessor_id,
          $4, $5, $6
     from core.assessment a where a.organisation_id = $1 and a.id = $2`,
);

export async function insertRequest(
  transaction: Transaction,
  { organisationId, id }: AssessmentRow,
  request: By & { id: string; reason: string },
): Promise<void> {
  await transaction.query(REQUEST, [organisationId, id, request.id, request.reason, request.at, request.by]);
}
