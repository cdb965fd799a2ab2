import type { UserError } from '../../api/support/questions';
import type { Client } from '../../kit/api';

/** What became of an assessment, beside its figures. */
export interface Changed {
  id: string;
  state: string;
  from: string;
  to: string;
  onsiteOn: string | null;
  cancelReason: string | null;
  sealed: boolean;
  unsealReason: string | null;
  total: string | null;
  grade: string | null;
  assessor: { name: string };
  bands: { excellentFrom: string; goodFrom: string; qualifiedFrom: string };
  scores: Score[];
  replacedAssessors: { reason: string; score: string | null; assessor: { name: string } }[];
  findings: Found[];
}

interface Score {
  party: string;
  name: string | null;
  maximum: string;
  score: string | null;
  scoredAt: string | null;
  onPaper: boolean;
  reason: string | null;
  items: { name: string; maximum: string; score: string | null }[];
  earlier: { score: string; reason: string | null; onPaper: boolean }[];
}

interface Found {
  id: string;
  text: string;
  state: string | null;
  section: string | null;
  zone: { name: string } | null;
  point: { name: string } | null;
  dueOn: string | null;
  withdrawnReason: string | null;
  steps: { state: string; text: string | null; at: string | null }[];
}

const FIELDS = `id state from to onsiteOn cancelReason sealed unsealReason total grade assessor { name }
  bands { excellentFrom goodFrom qualifiedFrom }
  scores { party name maximum score scoredAt onPaper reason items { name maximum score } earlier { score reason onPaper } }
  replacedAssessors { reason score assessor { name } }
  findings { id text state section zone { name } point { name } dueOn withdrawnReason steps { state text at } }`;

interface ChangedAnswer {
  assessment: Changed | null;
  userErrors: UserError[];
}

const PAYLOAD = `{ assessment { ${FIELDS} } userErrors { code path message } }`;
const byId = (name: string): string =>
  `mutation($id: ID!, $reason: String!) { ${name}(id: $id, reason: $reason) ${PAYLOAD} }`;
const byInput = (name: string): string =>
  `mutation($input: ${name[0]!.toUpperCase()}${name.slice(1)}Input!) { ${name}(input: $input) ${PAYLOAD} }`;

export const CANCEL = byId('cancelAssessment');
export const UNSEAL = byId('unsealScores');
export const WITHDRAW = byId('withdrawFinding');
const MOVE = byInput('moveAssessment');
export const REPLACE = byInput('replaceAssessor');
const REQUEST = byInput('requestAssessor');
export const PAPER = byInput('enterPaperScore');
const ADD_FINDING = byInput('addFinding');

async function sole(
  client: Client,
  query: string,
  variables: Record<string, unknown>,
): Promise<ChangedAnswer> {
  const [answer] = Object.values(await client.get<Record<string, ChangedAnswer>>(query, variables));
  return answer!;
}

export const cancel = async (client: Client, id: string, reason = '重复启动'): Promise<ChangedAnswer> =>
  sole(client, CANCEL, { id, reason });
export const unseal = async (client: Client, id: string, reason = '提前公开'): Promise<ChangedAnswer> =>
  sole(client, UNSEAL, { id, reason });
export const withdraw = async (client: Client, id: string, reason = '误提'): Promise<ChangedAnswer> =>
  sole(client, WITHDRAW, { id, reason });
export const move = async (client: Client, input: object): Promise<ChangedAnswer> =>
  sole(client, MOVE, { input });
export const replace = async (client: Client, input: object): Promise<ChangedAnswer> =>
  sole(client, REPLACE, { input: { reason: '回避', ...input } });
export const request = async (client: Client, input: object): Promise<ChangedAnswer> =>
  sole(client, REQUEST, { input });
export const enterPaper = async (client: Client, input: object): Promise<ChangedAnswer> =>
  sole(client, PAPER, { input: { reason: '纸质评分表', ...input } });
export const addFindingAt = async (client: Client, input: object): Promise<ChangedAnswer> =>
  sole(client, ADD_FINDING, { input });

/** An assessment as a client sees it. */
export async function seenBy(client: Client, id: string): Promise<Changed> {
  const { node } = await client.get<{ node: Changed }>(
    `query($id: ID!) { node(id: $id) { ... on Assessment { ${FIELDS} } } }`,
    { id },
  );
  return node;
}

/** The scores by party that a client sees. */
export async function scoresSeenBy(client: Client, id: string): Promise<(string | null)[]> {
  return (await seenBy(client, id)).scores.map(({ score }) => score);
}

const SET = `mutation($input: SetAssessmentSchemeInput!) { setAssessmentScheme(input: $input) {
  scheme { year districtCode version parties { party name maximum items { name maximum } }
    bands { excellentFrom goodFrom qualifiedFrom } } userErrors { code path message } } }`;

interface SchemeAnswer {
  scheme: {
    year: number;
    districtCode: string | null;
    version: number;
    parties: { party: string; name: string | null; maximum: string }[];
    bands: { excellentFrom: string };
  } | null;
  userErrors: UserError[];
}

export const STANDARD = [
  { party: 'PURCHASER', maximum: '20' },
  { party: 'SUPERVISOR', maximum: '10' },
  { party: 'MENTORING_CENTRE', maximum: '15' },
  { party: 'THIRD_PARTY', maximum: '55' },
];
export const BANDS = { excellentFrom: '90', goodFrom: '80', qualifiedFrom: '60' };

export async function setScheme(client: Client, input: object): Promise<SchemeAnswer> {
  const { setAssessmentScheme } = await client.get<{ setAssessmentScheme: SchemeAnswer }>(SET, {
    input: { parties: STANDARD, bands: BANDS, ...input },
  });
  return setAssessmentScheme;
}
