import { statement } from '../../../platform/database/statement';
import type { TenantScope, Transaction } from '../../../platform/database/tenant-scope';
import { type Batch, grouped } from '../../../platform/graphql/loaders';
import type { AssessmentRow } from '../assessment.repository';
import { AssessmentParty } from '../assessment.enums';

/** What a party gave at a time; what it sees of others' is decided by row-level security. */
export interface GivenScore {
  score: string;
  /** In the order of the part's items. */
  items: string[];
  onPaper: boolean;
  reason: string | null;
  scoredAt: Date;
}

/** A party's part of an assessment. */
export interface PartRow {
  assessmentId: string;
  part: number;
  party: AssessmentParty;
  name: string | null;
  maximum: string;
  itemNames: string[];
  itemMaxima: string[];
  assessorId: string | null;
  /** When a score was given, also where the score itself is sealed. */
  scoredAt: Date | null;
  /** An assessor that was replaced. */
  endedAt: Date | null;
  endReason: string | null;
  /** Null: none, or sealed. */
  given: GivenScore | null;
  /** Before it was changed after unsealing, the latest first. */
  earlier: GivenScore[];
}

const given = (alias: string): string => `json_build_object('score', trim_scale(${alias}.score)::text,
  'items', array(select trim_scale(i)::text from unnest(${alias}.items) i), 'onPaper', ${alias}.on_paper,
  'reason', ${alias}.reason, 'scoredAt', ${alias}.scored_at)`;

const PARTS = statement<PartRow>(
  'assessment.scores',
  `select p.assessment_id as "assessmentId", p.part, p.party, p.name, trim_scale(p.maximum)::text as maximum,
          p.items as "itemNames", array(select trim_scale(i)::text from unnest(p.item_maxima) i) as "itemMaxima",
          p.assessor_id as "assessorId", p.scored_at as "scoredAt", p.ended_at as "endedAt", p.end_reason as "endReason",
          case when s.part is not null then ${given('s')} end as given,
          (select coalesce(json_agg(${given('v')} order by v.revision desc), '[]') from core.assessment_score_version v
            where v.organisation_id = p.organisation_id and v.assessment_id = p.assessment_id and v.part = p.part) as earlier
     from unnest($1::uuid[], $2::uuid[]) k(organisation_id, assessment_id)
     join core.assessment_part p using (organisation_id, assessment_id)
     left join core.assessment_score s on s.organisation_id = p.organisation_id and s.assessment_id = p.assessment_id
      and s.part = p.part`,
);

const PLACES = Object.values(AssessmentParty);

/** In the order of a report; the parts of assessors that were replaced in theirs. */
function ordered(parts: readonly PartRow[]): PartRow[] {
  const place = ({ party }: PartRow): number => PLACES.indexOf(party);
  return [...parts].sort((a, b) => place(a) - place(b) || a.part - b.part);
}

/** Batch: the parts of assessments, with the scores so far. */
export const partsOfAssessment: Batch<TenantScope, AssessmentRow, PartRow[]> = {
  name: PARTS.name,
  keyOf: ({ id }) => id,
  fetch: async (scope, assessments) => {
    const ids = assessments.map(({ id }) => id);
    const operators = assessments.map(({ organisationId }) => organisationId);
    const parts = await scope.read(PARTS, [operators, ids]);
    return grouped(ids, parts, (row) => row.assessmentId).map(ordered);
  },
};

/** The same within the transaction of a write. */
export async function readParts(
  transaction: Transaction,
  { organisationId, id }: AssessmentRow,
): Promise<PartRow[]> {
  return ordered(await transaction.query(PARTS, [[organisationId], [id]]));
}

/** The parts whose scores count. */
export function counting(parts: readonly PartRow[]): PartRow[] {
  return parts.filter(({ endedAt }) => endedAt === null);
}

const SCORE = statement(
  'assessment.score',
  `insert into core.assessment_score as s (organisation_id, agreement_id, station_id, purchaser_id, district_code,
          assessment_id, party, part, score, items, on_paper, reason, scored_at, scored_by)
   select a.organisation_id, a.agreement_id, a.station_id, a.purchaser_id, a.district_code, a.id,
          $3, $4, $5, $6::numeric[], $7, $8, $9, $10
     from core.assessment a where a.organisation_id = $1 and a.id = $2
   on conflict (organisation_id, assessment_id, part) do update
      set score = excluded.score, items = excluded.items, on_paper = excluded.on_paper, reason = excluded.reason,
          scored_at = excluded.scored_at, scored_by = excluded.scored_by`,
);

/** Inserts or changes a party's score. */
export async function writeScore(
  transaction: Transaction,
  { organisationId, id }: AssessmentRow,
  { party, part }: PartRow,
  { score, items, onPaper, reason, scoredAt }: GivenScore,
  by: string,
): Promise<void> {
  const values = [organisationId, id, party, part, score, items, onPaper, reason, scoredAt, by];
  await transaction.query(SCORE, values);
}

const UNSEAL = statement(
  'assessment.unseal',
  `update core.assessment set sealed = false, unsealed_at = coalesce(unsealed_at, $3), unsealed_by = $4,
          unsealed_reason = $5
    where organisation_id = $1 and id = $2`,
);

export async function writeUnsealing(
  transaction: Transaction,
  { organisationId, id }: AssessmentRow,
  { at, by, reason }: { at: Date; by: string; reason: string },
): Promise<void> {
  await transaction.query(UNSEAL, [organisationId, id, at, by, reason]);
}
