import type { TenantScope, Transaction } from '../../platform/database/tenant-scope';
import { breaksConstraint } from '../../platform/database/errors';
import { lockRow } from '../../platform/database/row-lock';
import { statement } from '../../platform/database/statement';
import { newId } from '../../platform/ids';
import { storedText } from '../../platform/text-forms';
import { type Batch, grouped, matched } from '../../platform/graphql/loaders';
import type { AgreementKey, AgreementRow } from '../agreement';
import type { EvaluationParty } from './evaluation.enums';

export interface EvaluationRow extends AgreementKey {
  id: string;
  party: EvaluationParty;
  name: string;
  fiscalYear: number | null;
  createdAt: Date;
  closedAt: Date | null;
  voidedAt: Date | null;
  voidReason: string | null;
}

const COLUMNS = `e.id, e.organisation_id as "organisationId", e.agreement_id as "agreementId", e.party, e.name,
  e.fiscal_year as "fiscalYear", e.created_at as "createdAt", e.closed_at as "closedAt", e.voided_at as "voidedAt",
  e.void_reason as "voidReason"`;

const OF_AGREEMENT = statement<EvaluationRow>(
  'evaluation.ofAgreement',
  `select ${COLUMNS} from unnest($1::uuid[], $2::uuid[]) k(organisation_id, agreement_id)
     join core.evaluation e using (organisation_id, agreement_id) order by e.created_at, e.id`,
);

/** Batch: the evaluations of agreements in order of creation, including voided ones. */
export const evaluationsOfAgreement: Batch<TenantScope, AgreementKey, EvaluationRow[]> = {
  name: OF_AGREEMENT.name,
  keyOf: (key) => key.agreementId,
  fetch: async (scope, keys) => {
    const ids = keys.map(({ agreementId }) => agreementId);
    const operators = keys.map(({ organisationId }) => organisationId);
    const rows = await scope.read(OF_AGREEMENT, [operators, ids]);
    return grouped(ids, rows, (row) => row.agreementId);
  },
};

const BY_IDS = statement<EvaluationRow>(
  'evaluation.byIds',
  `select ${COLUMNS} from core.evaluation e where e.id = any ($1::uuid[])`,
);

/** One evaluation within the scope, or null. */
export const evaluationById: Batch<TenantScope, string, EvaluationRow | null> = {
  name: BY_IDS.name,
  keyOf: (id) => id,
  fetch: async (scope, ids) => matched(ids, await scope.read(BY_IDS, [ids]), (row) => row.id),
};

/** The same within the transaction of a write. */
export async function findEvaluation(transaction: Transaction, id: string): Promise<EvaluationRow | null> {
  const [row] = await transaction.query(BY_IDS, [[id]]);
  return row ?? null;
}

/** Row-locks the evaluation until commit: scoring, closing and voiding are serialized. */
export async function lockEvaluation(transaction: Transaction, id: string): Promise<void> {
  await lockRow(transaction, 'evaluation', id);
}

const COUNT = statement<{ count: number }>(
  'evaluation.count',
  'select count(*)::int as count from core.evaluation where organisation_id = $1 and agreement_id = $2',
);

export async function countEvaluations(
  transaction: Transaction,
  { organisationId, agreementId }: AgreementKey,
): Promise<number> {
  const [row] = await transaction.query(COUNT, [organisationId, agreementId]);
  return row?.count ?? 0;
}

const INSERT = statement(
  'evaluation.insert',
  `insert into core.evaluation (organisation_id, agreement_id, station_id, purchaser_id, district_code, id, party, name,
          fiscal_year, created_at, created_by)
   values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
);
const INSERT_ITEMS = statement(
  'evaluation.insertItems',
  `insert into core.evaluation_item (organisation_id, agreement_id, station_id, purchaser_id, district_code,
          evaluation_id, party, id, group_id, position, name, weight, is_leaf)
   select $1, $2, $3, $4, $5, $6, $7, i.id, i."groupId", i.position, i.name, i.weight, i."isLeaf"
     from json_to_recordset($8::json) as i(id uuid, "groupId" uuid, position int, name text, weight numeric, "isLeaf" boolean)`,
);

interface NewItem {
  name: string;
  weight: string;
}

/** A group of a new tree; without items it is scored itself. */
interface NewGroup extends NewItem {
  items?: readonly NewItem[] | null;
}

interface NewEvaluation {
  id: string;
  party: EvaluationParty;
  name: string;
  fiscalYear: number | null;
  at: Date;
  by: string;
  groups: readonly NewGroup[];
}

export async function insertEvaluation(
  transaction: Transaction,
  { organisationId, id: agreementId, stationId, purchaserId, districtCode }: AgreementRow,
  { id, party, name, fiscalYear, at, by, groups }: NewEvaluation,
): Promise<void> {
  const scope = [organisationId, agreementId, stationId, purchaserId, districtCode];
  await transaction.query(INSERT, [...scope, id, party, name, fiscalYear, at, by]);
  await transaction.query(INSERT_ITEMS, [...scope, id, party, JSON.stringify(itemsOf(groups))]);
}

/** The groups and their leaves as rows, each group before its leaves. */
function itemsOf(groups: readonly NewGroup[]) {
  return groups.flatMap(({ name, weight, items }, position) => {
    const id = newId();
    const under = (items ?? []).map((item, at) => ({
      id: newId(),
      groupId: id,
      position: at,
      isLeaf: true,
      name: storedText(item.name),
      weight: item.weight,
    }));
    const group = { id, groupId: null, position, isLeaf: under.length === 0 };
    return [{ ...group, name: storedText(name), weight }, ...under];
  });
}

/** True if the party already has an evaluation of this name for the agreement. */
export function isNameTaken(error: unknown): boolean {
  return breaksConstraint(error, 'evaluation_name');
}

const CLOSE = statement(
  'evaluation.close',
  'update core.evaluation set closed_at = $3, closed_by = $4 where organisation_id = $1 and id = $2',
);
const VOID = statement(
  'evaluation.void',
  `update core.evaluation set voided_at = $3, voided_by = $4, void_reason = $5
    where organisation_id = $1 and id = $2`,
);

export async function closeEvaluation(
  transaction: Transaction,
  { organisationId, id }: EvaluationRow,
  at: Date,
  by: string,
): Promise<void> {
  await transaction.query(CLOSE, [organisationId, id, at, by]);
}

export async function voidEvaluation(
  transaction: Transaction,
  { organisationId, id }: EvaluationRow,
  at: Date,
  by: string,
  reason: string,
): Promise<void> {
  await transaction.query(VOID, [organisationId, id, at, by, reason]);
}
