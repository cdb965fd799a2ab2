import { statement } from '../../platform/database/statement';
import type { TenantScope, Transaction } from '../../platform/database/tenant-scope';
import { type Batch, grouped } from '../../platform/graphql/loaders';
import type { AssessmentRow } from './assessment.repository';
import type { BasisReport } from './assessment.enums';

/** A stored report that an assessment is based on. */
export interface BasisPart {
  report: BasisReport;
  content: unknown;
}

type BasisRow = BasisPart & { assessmentId: string };

const KEEP = statement(
  'basis.keep',
  `insert into core.assessment_basis (organisation_id, agreement_id, station_id, purchaser_id, district_code,
          assessment_id, report, position, content)
   select a.organisation_id, a.agreement_id, a.station_id, a.purchaser_id, a.district_code, a.id,
          p.report, p.position, p.content
     from core.assessment a
    cross join json_to_recordset($3::json) as p(report text, position int, content json)
    where a.organisation_id = $1 and a.id = $2`,
);

export async function insertBasis(
  transaction: Transaction,
  { organisationId, id }: AssessmentRow,
  parts: readonly BasisPart[],
): Promise<void> {
  const rows = parts.map((part, position) => ({ ...part, position }));
  await transaction.query(KEEP, [organisationId, id, JSON.stringify(rows)]);
}

const READ = statement<BasisRow>(
  'basis.ofAssessment',
  `select b.assessment_id as "assessmentId", b.report, b.content
     from unnest($1::uuid[], $2::uuid[]) k(organisation_id, assessment_id)
     join core.assessment_basis b using (organisation_id, assessment_id) order by b.position`,
);

/** Batch: the stored reports of assessments, in insertion order. */
export const basisOfAssessment: Batch<TenantScope, AssessmentRow, BasisPart[]> = {
  name: READ.name,
  keyOf: ({ id }) => id,
  fetch: async (scope, assessments) => {
    const ids = assessments.map(({ id }) => id);
    const operators = assessments.map(({ organisationId }) => organisationId);
    return grouped(ids, await scope.read(READ, [operators, ids]), (row) => row.assessmentId);
  },
};
