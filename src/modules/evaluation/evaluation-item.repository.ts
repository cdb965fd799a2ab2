import { members } from '../../access';
import { statement } from '../../platform/database/statement';
import type { TenantScope, Transaction } from '../../platform/database/tenant-scope';
import { type Batch, grouped } from '../../platform/graphql/loaders';
import type { EvaluationRow } from './evaluation.repository';
import type { Leaf } from './evaluation.rules';

/** A group or an item of an evaluation, with its current score. */
export interface ItemRow extends Leaf {
  organisationId: string;
  evaluationId: string;
  name: string;
}

const TREE = statement<ItemRow>(
  'evaluation.tree',
  `select i.id, i.organisation_id as "organisationId", i.evaluation_id as "evaluationId", i.group_id as "groupId",
          i.name, i.weight, i.is_leaf as "isLeaf", coalesce(s.revision, 0) as revision, s.score, s.evidence
     from unnest($1::uuid[], $2::uuid[]) k(organisation_id, evaluation_id)
     join core.evaluation_item i using (organisation_id, evaluation_id)
     left join lateral (
       select s.revision, s.score, s.evidence from core.evaluation_score s
        where s.organisation_id = i.organisation_id and s.item_id = i.id order by s.revision desc limit 1) s on true
    order by i.group_id nulls first, i.position`,
);

/** Batch: the groups and items of evaluations, each level in its order. */
export const treeOfEvaluation: Batch<TenantScope, EvaluationRow, ItemRow[]> = {
  name: TREE.name,
  keyOf: ({ id }) => id,
  fetch: async (scope, evaluations) => {
    const ids = evaluations.map(({ id }) => id);
    const operators = evaluations.map(({ organisationId }) => organisationId);
    return grouped(ids, await scope.read(TREE, [operators, ids]), (row) => row.evaluationId);
  },
};

/** The same within the transaction of a write. */
export async function readTree(
  transaction: Transaction,
  { organisationId, id }: EvaluationRow,
): Promise<ItemRow[]> {
  return transaction.query(TREE, [[organisationId], [id]]);
}

const HISTORY = statement<HistoryRow>(
  'evaluation.history',
  `select s.item_id as "itemId", s.revision, trim_scale(s.score)::text as score, s.evidence, s.scored_at as "scoredAt",
          s.scored_by_name as "scoredBy"
     from unnest($1::uuid[], $2::uuid[]) k(organisation_id, item_id)
     join core.evaluation_score s using (organisation_id, item_id) order by s.item_id, s.revision desc`,
);

type ItemKey = Pick<ItemRow, 'organisationId' | 'id'>;

/** A score of a leaf, current or earlier. */
export interface HistoryRow {
  itemId: string;
  revision: number;
  score: string;
  evidence: string | null;
  scoredAt: Date;
  scoredBy: string;
}

/** Batch: all scores of leaves, the current one first. */
export const historyOfItem: Batch<TenantScope, ItemKey, HistoryRow[]> = {
  name: HISTORY.name,
  keyOf: ({ id }) => id,
  fetch: async (scope, items) => {
    const ids = items.map(({ id }) => id);
    const operators = items.map(({ organisationId }) => organisationId);
    return grouped(ids, await scope.read(HISTORY, [operators, ids]), (row) => row.itemId);
  },
};

const SCORE = statement(
  'evaluation.score',
  `insert into core.evaluation_score (organisation_id, agreement_id, station_id, purchaser_id, district_code,
          evaluation_id, party, item_id, revision, weight, score, evidence, scored_at, scored_by, scored_by_name)
   select i.organisation_id, i.agreement_id, i.station_id, i.purchaser_id, i.district_code, i.evaluation_id, i.party,
          i.id, g.revision, i.weight, g.score, g.evidence, $4, $5, m.display_name
     from json_to_recordset($3::json) as g(id uuid, revision int, score numeric, evidence text)
     join core.evaluation_item i on i.organisation_id = $1 and i.evaluation_id = $2 and i.id = g.id
     join ${members('m')} on m.organisation_id = $6 and m.id = $5`,
);

interface NewScore {
  id: string;
  revision: number;
  score: string;
  evidence: string | null;
}

/** The acting member and the time. */
export interface Author {
  organisationId: string;
  memberId: string;
  at: Date;
}

/** Adds scores of leaves; earlier ones remain as their history. */
export async function insertScores(
  transaction: Transaction,
  { organisationId, id }: EvaluationRow,
  scores: readonly NewScore[],
  author: Author,
): Promise<void> {
  await transaction.query(SCORE, [
    organisationId,
    id,
    JSON.stringify(scores),
    author.at,
    author.memberId,
    author.organisationId,
  ]);
}
