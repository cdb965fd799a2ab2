import type { Client } from '../../kit/api';
import { codesAndPaths, type UserError } from './questions';

const RECORD = `id state revision startsOn endsOn proposedBy { name } proposedAt operatorConfirmedAt
  purchaserConfirmedAt confirmedBy { name } confirmedAt stateReason contractNumber signedOn filedOn publishedOn
  zones { id name points { id name } } events { step revision reason by { name } }`;

/** How an agreement came about, and its state. */
interface ProposedAgreement {
  id: string;
  state: string;
  revision: number;
  startsOn: string;
  endsOn: string;
  proposedBy: { name: string };
  proposedAt: string;
  operatorConfirmedAt: string | null;
  purchaserConfirmedAt: string | null;
  confirmedBy: { name: string } | null;
  confirmedAt: string | null;
  stateReason: string | null;
  contractNumber: string | null;
  signedOn: string | null;
  filedOn: string | null;
  publishedOn: string | null;
  zones: { id: string; name: string; points: { id: string; name: string }[] }[];
  events: { step: string; revision: number; reason: string | null; by: { name: string } }[];
}

const PAYLOAD = `{ agreement { ${RECORD} } userErrors { code path message } }`;
export const STEPS = {
  confirmAgreement: `mutation($id: ID!, $expectedRevision: Int) {
    confirmAgreement(id: $id, expectedRevision: $expectedRevision) ${PAYLOAD} }`,
  declineAgreement: `mutation($id: ID!, $reason: String!) { declineAgreement(id: $id, reason: $reason) ${PAYLOAD} }`,
  withdrawAgreement: `mutation($id: ID!, $reason: String!) { withdrawAgreement(id: $id, reason: $reason) ${PAYLOAD} }`,
  voidAgreement: `mutation($id: ID!, $reason: String!) { voidAgreement(id: $id, reason: $reason) ${PAYLOAD} }`,
  reviseProposal: `mutation($id: ID!, $input: RegisterAgreementInput!) { reviseProposal(id: $id, input: $input) ${PAYLOAD} }`,
  recordContract: `mutation($input: RecordContractInput!) { recordContract(input: $input) ${PAYLOAD} }`,
  registerAgreement: `mutation($input: RegisterAgreementInput!) { registerAgreement(input: $input) ${PAYLOAD} }`,
};
export type Step = keyof typeof STEPS;

interface Payload {
  agreement: ProposedAgreement | null;
  userErrors: UserError[];
}

async function sendStep(client: Client, step: Step, variables: object): Promise<Payload> {
  return (await client.get<Record<string, Payload>>(STEPS[step], { ...variables }))[step]!;
}

/** Takes a step; fails on user errors. */
export async function take(client: Client, step: Step, variables: object): Promise<ProposedAgreement> {
  const { agreement, userErrors } = await sendStep(client, step, variables);
  if (!agreement) throw new Error(JSON.stringify(userErrors));
  return agreement;
}

/** The codes and paths by which a step is refused; none if it is taken. */
export async function refusals(client: Client, step: Step, variables: object): Promise<string[]> {
  const { agreement, userErrors } = await sendStep(client, step, variables);
  if ((agreement === null) === (userErrors.length === 0)) throw new Error('neither an answer nor errors');
  return codesAndPaths(userErrors);
}

/** The code of the refusal of an operation that is not executed. */
export async function codeOf(client: Client, query: string, variables: object): Promise<unknown> {
  const { errors } = await client.ask(query, { ...variables });
  return errors[0]?.extensions?.code;
}

/** An agreement as the client sees it. */
export async function agreementOf(client: Client, { id }: { id: string }): Promise<ProposedAgreement> {
  const query = `query($id: ID!) { agreement(id: $id) { ${RECORD} } }`;
  return (await client.get<{ agreement: ProposedAgreement }>(query, { id })).agreement;
}

/** The steps of an agreement in short. */
export function stepsOf({ events }: ProposedAgreement): string[] {
  return events.map(({ step, revision }) => `${step} ${revision}`);
}

/** Sends a mutation that takes one input; returns the codes and paths of its errors. */
export async function send(client: Client, mutation: string, input: object): Promise<string[]> {
  const name = mutation.replace(/^reverse.*/, 'reverseEntry');
  const type = `${name[0]!.toUpperCase()}${name.slice(1)}Input`;
  const query = `mutation($input: ${type}!) { ${mutation}(input: $input) { userErrors { code path message } } }`;
  const answer = await client.get<Record<string, { userErrors: UserError[] }>>(query, { input });
  return codesAndPaths(answer[mutation]!.userErrors);
}
