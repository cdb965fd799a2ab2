import type { Client } from '../../kit/api';
import type { UserError } from './questions';

const AMENDMENT = `id kind state effectiveOn reason documentNumber proposedBy { name } confirmedBy { name } stateReason
  changes { field aspect subject was becomes } answers { answer reason by { name } }`;

/** An amendment as a client reads it. */
export interface Amendment {
  id: string;
  kind: string;
  state: string;
  effectiveOn: string;
  reason: string;
  documentNumber: string | null;
  proposedBy: { name: string };
  confirmedBy: { name: string } | null;
  stateReason: string | null;
  changes: {
    field: string;
    aspect: string;
    subject: string | null;
    was: string | null;
    becomes: string | null;
  }[];
  answers: { answer: string; reason: string | null; by: { name: string } }[];
}

export interface Amended {
  amendment: Amendment | null;
  userErrors: UserError[];
}

const PROPOSE_AMENDMENT = `mutation($input: ProposeAmendmentInput!) {
  proposeAmendment(input: $input) { amendment { ${AMENDMENT} } userErrors { code path message } } }`;

/** Input of an amendment: JSON, so that a test can leave out or break any field. */
export type AmendmentInput = { agreementId: string; effectiveOn: string } & Record<string, unknown>;

export async function propose(client: Client, input: AmendmentInput): Promise<Amended> {
  const variables = { input: { reason: '经双方协商一致', ...input } };
  return (await client.get<{ proposeAmendment: Amended }>(PROPOSE_AMENDMENT, variables)).proposeAmendment;
}

type Step = 'confirmAmendment' | 'acknowledgeAmendment';
type ReasonedStep = 'declineAmendment' | 'withdrawAmendment' | 'objectToAmendment';

export async function takeStep(client: Client, step: Step, id: string): Promise<Amended> {
  const mutation = `mutation($id: ID!) { answer: ${step}(id: $id) { amendment { ${AMENDMENT} } userErrors { code path message } } }`;
  return (await client.get<{ answer: Amended }>(mutation, { id })).answer;
}

export async function takeReasonedStep(
  client: Client,
  step: ReasonedStep,
  id: string,
  reason: string,
): Promise<Amended> {
  const mutation = `mutation($id: ID!, $reason: String!) {
    answer: ${step}(id: $id, reason: $reason) { amendment { ${AMENDMENT} } userErrors { code path message } } }`;
  return (await client.get<{ answer: Amended }>(mutation, { id, reason })).answer;
}

/** Proposes an amendment as one party and confirms it as another; fails on user errors. */
export async function amend(
  by: { proposer: Client; confirmer: Client },
  input: AmendmentInput,
): Promise<Amendment> {
  const proposed = await propose(by.proposer, input);
  if (!proposed.amendment) throw new Error(JSON.stringify(proposed.userErrors));
  const { amendment, userErrors } = await takeStep(by.confirmer, 'confirmAmendment', proposed.amendment.id);
  if (!amendment) throw new Error(JSON.stringify(userErrors));
  return amendment;
}
