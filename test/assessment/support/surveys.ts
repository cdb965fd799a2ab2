import type { UserError } from '../../api/support/questions';
import type { Client } from '../../kit/api';

const SURVEY = `id method surveyedOn asked answered satisfied reportedPercent note recordedBy voidedAt voidedBy voidReason
  replaces { id } replacedBy { id } agreement { id }`;

export interface Survey {
  id: string;
  method: string;
  surveyedOn: string;
  asked: number | null;
  answered: number | null;
  satisfied: number | null;
  reportedPercent: string | null;
  note: string | null;
  recordedBy: string;
  voidedAt: string | null;
  voidedBy: string | null;
  voidReason: string | null;
  replaces: { id: string } | null;
  replacedBy: { id: string } | null;
  agreement: { id: string };
}

export interface Answered {
  survey: Survey | null;
  userErrors: UserError[];
}

const PAYLOAD = `{ survey { ${SURVEY} } userErrors { code path message } }`;
export const RECORD_SURVEY = `mutation($input: RecordSatisfactionInput!) { recordSatisfaction(input: $input) ${PAYLOAD} }`;
export const CORRECT_SURVEY = `mutation($input: CorrectSatisfactionInput!) { correctSatisfaction(input: $input) ${PAYLOAD} }`;
export const VOID_SURVEY = `mutation($id: ID!, $reason: String!, $idempotencyKey: String) {
  voidSatisfaction(id: $id, reason: $reason, idempotencyKey: $idempotencyKey) ${PAYLOAD} }`;
export const REPORT = `query($id: ID!, $threshold: Decimal, $from: Date, $to: Date) { agreement(id: $id) {
  satisfaction(threshold: $threshold, from: $from, to: $to) {
    threshold surveys asked answered satisfied percent isReported everyMethodReaches clientsReach methodsNotSurveyed
    methods { method surveys asked answered satisfied percent isReported reachesThreshold } } } }`;
export const SURVEYS = `query($id: ID!, $first: Int, $after: String) { agreement(id: $id) {
  satisfactionSurveys(first: $first, after: $after) { totalCount pageInfo { hasNextPage endCursor } nodes { ${SURVEY} } } } }`;

interface Together {
  surveys: number;
  asked: number;
  answered: number;
  satisfied: number;
  percent: string | null;
  isReported: boolean;
}

export interface Report extends Together {
  threshold: string;
  everyMethodReaches: boolean | null;
  clientsReach: boolean | null;
  methodsNotSurveyed: string[];
  methods: (Together & { method: string; reachesThreshold: boolean | null })[];
}

async function sole(client: Client, query: string, variables: Record<string, unknown>): Promise<Answered> {
  const [payload] = Object.values(await client.get<Record<string, Answered>>(query, variables));
  return payload!;
}

const VALID = { method: 'CASEWORK', surveyedOn: '2024-05-20', asked: 20, answered: 10, satisfied: 9 };
export const PERCENT_ALONE = { asked: null, answered: null, satisfied: null };

export async function tryRecordSurvey(
  client: Client,
  agreementId: string,
  changes: object = {},
): Promise<Answered> {
  return sole(client, RECORD_SURVEY, { input: { agreementId, ...VALID, ...changes } });
}

export async function recordSurvey(
  client: Client,
  agreementId: string,
  changes: object = {},
): Promise<Survey> {
  const { survey, userErrors } = await tryRecordSurvey(client, agreementId, changes);
  if (survey === null) throw new Error(JSON.stringify(userErrors));
  return survey;
}

export async function correctSurvey(client: Client, id: string, changes: object = {}): Promise<Answered> {
  return sole(client, CORRECT_SURVEY, { input: { id, reason: '漏录', ...VALID, ...changes } });
}

export async function voidSurvey(
  client: Client,
  id: string,
  reason = '重复',
  idempotencyKey: string | null = null,
): Promise<Answered> {
  return sole(client, VOID_SURVEY, { id, reason, idempotencyKey });
}

export async function reportOf(client: Client, id: string, question: object = {}): Promise<Report> {
  const { agreement } = await client.get<{ agreement: { satisfaction: Report } }>(REPORT, {
    id,
    ...question,
  });
  return agreement.satisfaction;
}

export interface Page {
  totalCount: number;
  pageInfo: { hasNextPage: boolean; endCursor: string | null };
  nodes: Survey[];
}

export async function surveysOf(client: Client, id: string, page: object = {}): Promise<Page> {
  const { agreement } = await client.get<{ agreement: { satisfactionSurveys: Page } }>(SURVEYS, {
    id,
    ...page,
  });
  return agreement.satisfactionSurveys;
}
