import type { UserError } from '../../api/support/questions';
import type { Client } from '../../kit/api';

const LEAF = 'id name weight score evidence revision history { revision score evidence scoredBy }';
export const EVALUATION = `id party name fiscalYear closedAt voidedAt voidReason total grade agreement { id }
  groups { ${LEAF} items { ${LEAF} } }`;

export interface Leaf {
  id: string;
  name: string;
  weight: string;
  score: string | null;
  evidence: string | null;
  revision: number;
  history: { revision: number; score: string; evidence: string | null; scoredBy: string }[];
}

export interface Evaluation {
  id: string;
  party: string;
  name: string;
  fiscalYear: number | null;
  closedAt: string | null;
  voidedAt: string | null;
  voidReason: string | null;
  total: string | null;
  grade: string | null;
  agreement: { id: string };
  groups: (Leaf & { items: Leaf[] })[];
}

export interface Answered {
  evaluation: Evaluation | null;
  userErrors: UserError[];
}

const PAYLOAD = `{ evaluation { ${EVALUATION} } userErrors { code path message } }`;
export const CREATE = `mutation($input: CreateEvaluationInput!) { createEvaluation(input: $input) ${PAYLOAD} }`;
export const SCORE_ITEMS = `mutation($input: ScoreEvaluationItemsInput!) { scoreEvaluationItems(input: $input) ${PAYLOAD} }`;
export const CLOSE_EVALUATION = `mutation($id: ID!) { closeEvaluation(evaluationId: $id) ${PAYLOAD} }`;
export const VOID_EVALUATION = `mutation($id: ID!, $reason: String!, $idempotencyKey: String) {
  voidEvaluation(evaluationId: $id, reason: $reason, idempotencyKey: $idempotencyKey) ${PAYLOAD} }`;
export const EVALUATIONS = `query($id: ID!) { agreement(id: $id) { evaluations { ${EVALUATION} } } }`;

/** 云城街's tree, in short. */
export const GROUPS = [
  { name: '资金使用完成情况', weight: '10' },
  {
    name: '产出指标',
    weight: '50',
    items: [
      { name: '数量', weight: '20.5' },
      { name: '质量', weight: '29.5' },
    ],
  },
  { name: '满意度指标', weight: '40', items: [{ name: '服务对象满意度', weight: '40' }] },
];

async function sole(client: Client, query: string, variables: Record<string, unknown>): Promise<Answered> {
  const [payload] = Object.values(await client.get<Record<string, Answered>>(query, variables));
  return payload!;
}

export async function tryCreate(
  client: Client,
  agreementId: string,
  changes: object = {},
): Promise<Answered> {
  return sole(client, CREATE, { input: { agreementId, name: '绩效自评', groups: GROUPS, ...changes } });
}

export async function create(client: Client, agreementId: string, changes: object = {}): Promise<Evaluation> {
  return must(await tryCreate(client, agreementId, changes));
}

export interface Score {
  itemId: string;
  score: string;
  evidence?: string;
  expectedRevision?: number;
}

export async function scoreItems(
  client: Client,
  evaluationId: string,
  scores: Score[],
  idempotencyKey: string | null = null,
): Promise<Answered> {
  return sole(client, SCORE_ITEMS, { input: { evaluationId, scores, idempotencyKey } });
}

export async function closeIt(client: Client, id: string): Promise<Answered> {
  return sole(client, CLOSE_EVALUATION, { id });
}

export async function voidIt(
  client: Client,
  id: string,
  reason = '指标有误',
  idempotencyKey: string | null = null,
): Promise<Answered> {
  return sole(client, VOID_EVALUATION, { id, reason, idempotencyKey });
}

export async function evaluationsOf(client: Client, id: string): Promise<Evaluation[]> {
  const { agreement } = await client.get<{ agreement: { evaluations: Evaluation[] } }>(EVALUATIONS, { id });
  return agreement.evaluations;
}

/** The leaves of a tree, in its order. */
export function leavesOf({ groups }: Evaluation): Leaf[] {
  return groups.flatMap((group) => (group.items.length === 0 ? [group] : group.items));
}

export function must({ evaluation, userErrors }: Answered): Evaluation {
  if (evaluation === null) throw new Error(JSON.stringify(userErrors));
  return evaluation;
}
