import type { UserError } from '../../api/support/questions';
import type { Api, Client } from '../../kit/api';
import type { Parties } from './parties';

export const ASSESSMENT = `id kind from to openedAt closedAt total grade assessor { name } agreement { id }
  scores { party maximum score }
  findings { id party kind text state response respondedAt review }
  concernsBefore { id text state response }`;

export interface Finding {
  id: string;
  party: string;
  kind: string;
  text: string;
  state: string | null;
  response: string | null;
  respondedAt: string | null;
  review: string | null;
}

export interface Assessment {
  id: string;
  kind: string;
  from: string;
  to: string;
  openedAt: string;
  closedAt: string | null;
  total: string | null;
  grade: string | null;
  assessor: { name: string };
  agreement: { id: string };
  scores: { party: string; maximum: string; score: string | null }[];
  findings: Finding[];
  concernsBefore: { id: string; text: string; state: string; response: string | null }[];
}

export interface Answered {
  assessment: Assessment | null;
  userErrors: UserError[];
}

const PAYLOAD = `{ assessment { ${ASSESSMENT} } userErrors { code path message } }`;
export const OPEN = `mutation($input: OpenAssessmentInput!) { openAssessment(input: $input) ${PAYLOAD} }`;
export const SCORE = `mutation($input: ScoreAssessmentInput!) { scoreAssessment(input: $input) ${PAYLOAD} }`;
export const CLOSE = `mutation($id: ID!) { closeAssessment(assessmentId: $id) ${PAYLOAD} }`;
export const ADD = `mutation($input: AddFindingInput!) { addFinding(input: $input) ${PAYLOAD} }`;
export const RESPOND = `mutation($id: ID!, $response: String!, $idempotencyKey: String) {
  respondToFinding(findingId: $id, response: $response, idempotencyKey: $idempotencyKey) ${PAYLOAD} }`;
export const REVIEW = `mutation($input: ReviewResponseInput!) { reviewResponse(input: $input) ${PAYLOAD} }`;
const DECLARE = `mutation($id: ID!, $reason: String!) {
  declareTie(organisationId: $id, reason: $reason) {
    tie { reason declaredAt operator { name } assessor { name } } userErrors { code path message } } }`;
export const LIST = `query($id: ID!) { agreement(id: $id) { assessments { ${ASSESSMENT} } } }`;

/** The only payload of a mutation's response. */
async function sole<Payload>(
  client: Client,
  query: string,
  variables: Record<string, unknown>,
): Promise<Payload> {
  const [payload] = Object.values(await client.get<Record<string, Payload>>(query, variables));
  if (payload === undefined) throw new Error('the answer is empty');
  return payload;
}

export interface Opening {
  agreementId: string;
  assessorId: string;
  kind?: string;
  from?: string;
  to?: string;
  onsiteOn?: string;
}

export async function tryOpen(client: Client, opening: Opening): Promise<Answered> {
  const input = { kind: 'MIDTERM', from: '2024-01-01', to: '2024-06-30', ...opening };
  return sole(client, OPEN, { input });
}

/** Opens an assessment; fails on user errors. */
export async function open(client: Client, opening: Opening): Promise<Assessment> {
  return must(await tryOpen(client, opening));
}

export async function score(
  client: Client,
  assessmentId: string,
  value: string | number,
  more: object = {},
): Promise<Answered> {
  return sole(client, SCORE, { input: { assessmentId, score: value, ...more } });
}

/** Takes all scores away, as if none had been given. */
export async function forgetScores({ world }: Pick<Api, 'world'>): Promise<void> {
  await world.ownerQuery('delete from core.assessment_score_version');
  await world.ownerQuery('delete from core.assessment_score');
  await world.ownerQuery('update core.assessment_part set scored_at = null');
  await world.ownerQuery(
    'update core.assessment set sealed = true, unsealed_at = null, unsealed_reason = null where closed_at is null',
  );
}

/** Gives the scores of all four parties, in the order of a report. */
export async function scoreAll(
  { purchaser, bureau, mentors, assessor }: Parties,
  assessmentId: string,
  scores: readonly [string, string, string, string] = ['20', '8.63', '14.9', '48.75'],
): Promise<Assessment> {
  let last: Answered | undefined;
  for (const [at, client] of [purchaser, bureau, mentors, assessor].entries()) {
    last = await score(client, assessmentId, scores[at]!);
    must(last);
  }
  return must(last!);
}

export async function close(client: Client, id: string): Promise<Answered> {
  return sole(client, CLOSE, { id });
}

export async function addFinding(
  client: Client,
  assessmentId: string,
  kind: 'CONCERN' | 'STRENGTH',
  text: string,
  idempotencyKey: string | null = null,
): Promise<Answered> {
  return sole(client, ADD, { input: { assessmentId, kind, text, idempotencyKey } });
}

export async function respond(
  client: Client,
  id: string,
  response: string,
  idempotencyKey: string | null = null,
): Promise<Answered> {
  return sole(client, RESPOND, { id, response, idempotencyKey });
}

export async function review(
  client: Client,
  findingId: string,
  accepted: boolean,
  text: string | null = null,
  idempotencyKey: string | null = null,
): Promise<Answered> {
  return sole(client, REVIEW, { input: { findingId, accepted, review: text, idempotencyKey } });
}

export interface DeclaredTie {
  tie: { reason: string; operator: { name: string }; assessor: { name: string } } | null;
  userErrors: UserError[];
}

export async function declareTie(client: Client, id: string, reason: string): Promise<DeclaredTie> {
  return sole(client, DECLARE, { id, reason });
}

export async function assessmentsOf(client: Client, id: string): Promise<Assessment[]> {
  const { agreement } = await client.get<{ agreement: { assessments: Assessment[] } }>(LIST, { id });
  return agreement.assessments;
}

export function must({ assessment, userErrors }: Answered): Assessment {
  if (assessment === null) throw new Error(JSON.stringify(userErrors));
  return assessment;
}

/** Codes of the refusals of a whole request. */
export async function refusals(
  client: Client,
  query: string,
  variables: Record<string, unknown>,
): Promise<unknown[]> {
  const { errors } = await client.ask(query, variables);
  return errors.map(({ extensions }) => extensions?.code);
}
