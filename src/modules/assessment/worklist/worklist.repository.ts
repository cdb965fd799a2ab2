import type { Member } from '../../../access';
import { Conditions } from '../../../platform/database/conditions';
import type { Page } from '../../../platform/graphql/connection';
import { ASSESSMENT_COLUMNS, type AssessmentRow } from '../assessment.repository';
import { partyOfOrganisation } from '../assessment.rules';
import { FINDING_COLUMNS, type FindingRow } from '../finding.repository';
import type { AssessmentKind, AssessmentState, FindingKind, FindingState } from '../assessment.enums';

/** Which assessments are listed; what is left out does not matter. */
interface AssessmentSelection {
  states?: AssessmentState[] | null;
  kind?: AssessmentKind | null;
  districtCode?: string | null;
  /** Whether the score of the reader's party is in. */
  scored?: boolean | null;
}

interface FindingSelection {
  kind?: FindingKind | null;
  states?: FindingState[] | null;
  districtCode?: string | null;
  /** Whether they are of the reader's party. */
  own?: boolean | null;
}

const STATE = `case when a.cancelled_at is not null then 'CANCELLED' when a.closed_at is null then 'OPEN' else 'CLOSED' end`;

function ofAssessments({ session }: Member, filter: AssessmentSelection): Conditions {
  const { states, kind, districtCode, scored } = filter;
  const where = new Conditions()
    .add('states', states, (list) => `${STATE} = any (${list}::text[])`)
    .add('kind', kind, (of) => `a.kind = ${of}`)
    .add('district', districtCode, (code) => `a.district_code = ${code}`);
  return where.add('scored', scored, (is) => {
    const party = where.parameter(partyOfOrganisation(session));
    const assessor = where.parameter(session.organisationId);
    return `exists (select from core.assessment_part p
      where p.organisation_id = a.organisation_id and p.assessment_id = a.id and p.ended_at is null
        and p.party = ${party}::text and (p.assessor_id is null or p.assessor_id = ${assessor}::uuid)
        and (p.scored_at is not null) = ${is}::boolean)`;
  });
}

/** Assessments within the scope, the latest opened first: their ids are in order of time. */
export async function assessmentPage(
  member: Member,
  filter: AssessmentSelection,
  page: Page,
): Promise<AssessmentRow[]> {
  const where = ofAssessments(member, filter).after(page.after, 'a.id', ['uuid'], '<');
  const limit = where.parameter(page.size + 1);
  return member.read(
    where.statement<AssessmentRow>(
      'assessment.page',
      `select ${ASSESSMENT_COLUMNS} from core.assessment a where ${where.sql} order by a.id desc limit ${limit}`,
    ),
    where.values,
  );
}

export async function assessmentCount(member: Member, filter: AssessmentSelection): Promise<number> {
  const where = ofAssessments(member, filter);
  const sql = where.statement<{ count: number }>(
    'assessment.count',
    `select count(*)::int as count from core.assessment a where ${where.sql}`,
  );
  const [row] = await member.read(sql, where.values);
  return row?.count ?? 0;
}

function ofFindings({ session }: Member, filter: FindingSelection): Conditions {
  const { kind, states, districtCode, own } = filter;
  const where = new Conditions()
    .add('kind', kind, (of) => `f.kind = ${of}`)
    .add('states', states, (list) => `f.state = any (${list}::text[])`)
    .add('district', districtCode, (code) => `f.district_code = ${code}`);
  return where.add('own', own, (is) => {
    const party = where.parameter(partyOfOrganisation(session));
    const assessor = where.parameter(session.organisationId);
    return `(f.party is not distinct from ${party}::text
      and (f.party <> 'THIRD_PARTY' or a.assessor_id = ${assessor}::uuid)) = ${is}::boolean`;
  });
}

const OPEN_FINDINGS = `core.assessment_finding f
  join core.assessment a on a.organisation_id = f.organisation_id and a.id = f.assessment_id and a.cancelled_at is null
 where f.withdrawn_at is null`;

/** Findings within the scope that are in force, the latest added first. */
export async function findingPage(
  member: Member,
  filter: FindingSelection,
  page: Page,
): Promise<FindingRow[]> {
  const where = ofFindings(member, filter).after(page.after, 'f.id', ['uuid'], '<');
  const limit = where.parameter(page.size + 1);
  return member.read(
    where.statement<FindingRow>(
      'finding.page',
      `select ${FINDING_COLUMNS} from ${OPEN_FINDINGS} and ${where.sql} order by f.id desc limit ${limit}`,
    ),
    where.values,
  );
}

export async function findingCount(member: Member, filter: FindingSelection): Promise<number> {
  const where = ofFindings(member, filter);
  const sql = where.statement<{ count: number }>(
    'finding.standing',
    `select count(*)::int as count from ${OPEN_FINDINGS} and ${where.sql}`,
  );
  const [row] = await member.read(sql, where.values);
  return row?.count ?? 0;
}
