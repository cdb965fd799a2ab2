import type { Caller, Member, Write } from '../../access';
import { trimmed } from '../../platform/decimal';
import { assertNoFaults, brokenRule } from '../../platform/faults';
import { isId, newId } from '../../platform/ids';
import { InputRules, MAX_REASON } from '../../platform/input-rules';
import { notFound } from '../../platform/app-error';
import { storedProse, storedText } from '../../platform/text-forms';
import {
  type AgreementKey,
  answeredBefore,
  findAgreement,
  type KeyedCall,
  keyOf,
  lockAgreement,
} from '../agreement';
import type { Grade } from '../assessment';
import type { CreateEvaluationInput, ScoreEvaluationItemsInput } from './evaluation.input';
import {
  closeEvaluation,
  countEvaluations,
  evaluationById,
  type EvaluationRow,
  evaluationsOfAgreement,
  findEvaluation,
  insertEvaluation,
  isNameTaken,
  lockEvaluation,
  voidEvaluation,
} from './evaluation.repository';
import {
  type HistoryRow,
  historyOfItem,
  insertScores,
  type ItemRow,
  readTree,
  treeOfEvaluation,
} from './evaluation-item.repository';
import { checkScores, checkTree, gradeOfTotal, partyOf, scoreOfGroup, totalOf } from './evaluation.rules';

const THING = 'Evaluation';
/** Per agreement, including voided ones; the list is not paginated. */
const MAX_EVALUATIONS = 50;

/** A group with its sum, and its items. */
export interface EvaluationGroup extends ItemRow {
  items: ItemRow[];
}

interface Keyed {
  idempotencyKey?: string | null;
}

/** The evaluation to void, and the reason. */
interface Voiding extends Keyed {
  evaluationId: string;
  reason: string;
}

/** 绩效自评: self-evaluations of the operator and of the purchaser. */
export class EvaluationService {
  async listOf(caller: Caller, agreement: AgreementKey): Promise<EvaluationRow[]> {
    return caller.assert('evaluation.read').load(evaluationsOfAgreement, agreement);
  }

  /** One evaluation; NOT_FOUND when it is outside the scope, unknown or malformed. */
  async get(caller: Caller, id: string): Promise<EvaluationRow> {
    const member = caller.assert('evaluation.read');
    const row = isId(id) ? await member.load(evaluationById, id) : null;
    if (!row) throw notFound(id);
    member.viewedAgreementIds.add(row.agreementId);
    return row;
  }

  /** The tree, with the sums of its groups. */
  async groups(caller: Caller, evaluation: EvaluationRow): Promise<EvaluationGroup[]> {
    const rows = await caller.assert('evaluation.read').load(treeOfEvaluation, evaluation);
    return rows
      .filter(({ groupId }) => groupId === null)
      .map((group) => {
        const items = rows.filter(({ groupId }) => groupId === group.id);
        const score = scoreOfGroup(group, items);
        return { ...shown(group), score, items: items.map(shown) };
      });
  }

  /** Sum of all leaves; null until every leaf is scored. */
  async total(caller: Caller, evaluation: EvaluationRow): Promise<string | null> {
    return totalOf(await caller.assert('evaluation.read').load(treeOfEvaluation, evaluation));
  }

  async grade(caller: Caller, evaluation: EvaluationRow): Promise<Grade | null> {
    return gradeOfTotal(await this.total(caller, evaluation));
  }

  /** All scores of a leaf, the current one first. */
  async history(caller: Caller, item: Pick<ItemRow, 'organisationId' | 'id'>): Promise<HistoryRow[]> {
    return caller.assert('evaluation.read').load(historyOfItem, item);
  }

  /** Creates an evaluation of the caller's own organisation with its whole tree; returns its id. */
  async create(caller: Caller, input: CreateEvaluationInput): Promise<string> {
    const member = caller.assert('evaluation.write');
    const party = partyOf(member.session);
    if (!party) throw new Error('the table of actions lets somebody write evaluations who has none');
    const { agreementId, name, fiscalYear, groups } = input;
    const action = 'EVALUATION_CREATED' as const;
    const evaluation = {
      id: newId(),
      party,
      name: storedText(name),
      fiscalYear: fiscalYear ?? null,
      at: member.now(),
      by: member.session.memberId,
      groups,
    };
    try {
      return await member.write(async (transaction) => {
        const agreement = isId(agreementId) ? await findAgreement(transaction, agreementId) : null;
        if (!agreement) throw notFound(agreementId);
        const rules = checkTree(input, agreement);
        await lockAgreement(transaction, agreementId);
        const call = keyed(action, input, rules, evaluation.id);
        const [before] = (await answeredBefore(member, transaction, keyOf(agreement), call)) ?? [];
        if (before !== undefined) return before;
        if ((await countEvaluations(transaction, keyOf(agreement))) >= MAX_EVALUATIONS) {
          rules.add('TOO_MANY', ['agreementId'], { most: MAX_EVALUATIONS, inTotal: true });
        }
        assertNoFaults(rules.faults);
        await insertEvaluation(transaction, agreement, evaluation);
        log(transaction, action, { id: evaluation.id, agreementId }, { after: { party, input } });
        return evaluation.id;
      });
    } catch (error) {
      if (isNameTaken(error)) throw brokenRule('EVALUATION_EXISTS', ['name']);
      throw error;
    }
  }

  /** Scores leaves, all or none of the call. Earlier scores remain as their history. */
  async score(caller: Caller, input: ScoreEvaluationItemsInput): Promise<void> {
    const member = caller.assert('evaluation.write');
    const { evaluationId, scores } = input;
    await member.write(async (transaction) => {
      const { evaluation, rules: open } = await lockEvaluationOf(member, transaction, evaluationId);
      const call = keyed('EVALUATION_SCORED', input, open, evaluationId);
      if ((await answeredBefore(member, transaction, evaluation, call)) !== null) return;
      if (evaluation.closedAt !== null) open.add('EVALUATION_CLOSED', ['evaluationId']);
      const tree = await readTree(transaction, evaluation);
      const rules = checkScores(tree, scores);
      assertNoFaults([...open.faults, ...rules.faults]);
      const news = scores.map(({ itemId, score, evidence }) => ({
        id: itemId,
        score,
        evidence: evidence == null ? null : storedProse(evidence),
        revision: (tree.find(({ id }) => id === itemId)?.revision ?? 0) + 1,
      }));
      const { organisationId, memberId } = member.session;
      await insertScores(transaction, evaluation, news, { organisationId, memberId, at: member.now() });
      log(transaction, 'EVALUATION_SCORED', evaluation, {
        before: news.map((given) => beforeOf(tree, given.id)),
        after: news,
      });
    });
  }

  /** Closes an evaluation; scores cannot be changed afterwards. */
  async close(caller: Caller, evaluationId: string): Promise<void> {
    const member = caller.assert('evaluation.write');
    await member.write(async (transaction) => {
      const { evaluation, rules } = await lockEvaluationOf(member, transaction, evaluationId);
      const total = totalOf(await readTree(transaction, evaluation));
      if (evaluation.closedAt !== null) rules.add('EVALUATION_CLOSED', ['evaluationId']);
      else if (total === null) rules.add('SCORES_MISSING', ['evaluationId']);
      assertNoFaults(rules.faults);
      await closeEvaluation(transaction, evaluation, member.now(), member.session.memberId);
      log(transaction, 'EVALUATION_CLOSED', evaluation, { after: { total, grade: gradeOfTotal(total) } });
    });
  }

  /** Voids an evaluation: it remains readable, with the reason, and its name is free again. */
  async void(caller: Caller, given: Voiding): Promise<void> {
    const member = caller.assert('evaluation.write');
    const { evaluationId, reason } = given;
    await member.write(async (transaction) => {
      const { evaluation, rules } = await lockEvaluationOf(member, transaction, evaluationId);
      const call = keyed('EVALUATION_VOIDED', given, rules, evaluationId);
      if ((await answeredBefore(member, transaction, evaluation, call)) !== null) return;
      const text = rules.prose(reason, ['reason'], MAX_REASON);
      assertNoFaults(rules.faults);
      await voidEvaluation(transaction, evaluation, member.now(), member.session.memberId, text);
      log(transaction, 'EVALUATION_VOIDED', evaluation, { after: { reason: text } });
    });
  }
}

/** Row-locks the evaluation to change until the transaction ends, and checks its owner and state. */
async function lockEvaluationOf(
  { session }: Member,
  transaction: Write,
  id: string,
): Promise<{ evaluation: EvaluationRow; rules: InputRules }> {
  const seen = isId(id) ? await findEvaluation(transaction, id) : null;
  if (!seen) throw notFound(id);
  const rules = new InputRules();
  if (seen.party !== partyOf(session)) throw brokenRule('NOT_YOUR_EVALUATION', ['evaluationId']);
  await lockEvaluation(transaction, id);
  const evaluation = (await findEvaluation(transaction, id)) ?? seen;
  if (evaluation.voidedAt !== null) rules.add('EVALUATION_VOIDED', ['evaluationId']);
  return { evaluation, rules };
}

function keyed(
  action: EvaluationAction,
  { idempotencyKey, ...content }: Keyed,
  rules: InputRules,
  id: string,
): KeyedCall {
  return { action, thing: THING, key: rules.key(idempotencyKey), content, thingIds: [id] };
}

type EvaluationAction =
  | 'EVALUATION_CREATED'
  | 'EVALUATION_SCORED'
  | 'EVALUATION_CLOSED'
  | 'EVALUATION_VOIDED';

function log(
  transaction: Write,
  action: EvaluationAction,
  { id, agreementId }: Pick<EvaluationRow, 'id' | 'agreementId'>,
  values: { before?: unknown; after: unknown },
): void {
  const what = { action, thing: THING, thingId: id, agreementIds: [agreementId] };
  transaction.log({ ...what, ...values });
}

function beforeOf(tree: readonly ItemRow[], id: string): object {
  const { score = null, evidence = null, revision = 0 } = tree.find((item) => item.id === id) ?? {};
  return { id, revision, score: score && trimmed(score), evidence };
}

function shown<Row extends { weight: string; score: string | null }>(row: Row): Row {
  return { ...row, weight: trimmed(row.weight), score: row.score && trimmed(row.score) };
}
