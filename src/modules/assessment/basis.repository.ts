import type { Member } from '../../access';
import { statement } from '../../platform/database/statement';
import type { Transaction } from '../../platform/database/tenant-scope';
import type { AssessmentRow } from './assessment.repository';
import type { BasisReport } from './assessment.words';

/** One report that an assessment was based on. */
export interface BasisPart {
  report: BasisReport;
  content: unknown;
}

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
const READ = statement(
  'basis.read',
  `select report, content from core.assessment_basis
    where organisation_id = $1 and assessment_id = $2 order by report, position`,
);

export async function insertBasis(
  transaction: Transaction,
  { organisationId, id }: AssessmentRow,
  parts: readonly BasisPart[],
): Promise<void> {
  const rows = parts.map((part, position) => ({ ...part, position }));
  await transaction.query(KEEP, [organisationId, id, JSON.stringify(rows)]);
}

export async function readBasis(member: Member, { organisationId, id }: AssessmentRow): Promise<BasisPart[]> {
  return member.read<BasisPart>(READ, [organisationId, id]);
}
