import type { Client } from '../../kit/api';
import type { UserError } from './questions';

const MONTH = `id month state dueOn handedInAt isLate isMissing closesAfter agreement { id }
  events { state at by { name } note closesAfter }`;

/** A month as a client reads it. */
export interface Month {
  id: string;
  month: string;
  state: string;
  dueOn: string;
  handedInAt: string | null;
  isLate: boolean;
  isMissing: boolean;
  closesAfter: string | null;
  agreement: { id: string };
  events: {
    state: string;
    at: string;
    by: { name: string };
    note: string | null;
    closesAfter: string | null;
  }[];
}

/** The answer to a step: months, or refusals. */
interface Stepped {
  month: Month | null;
  userErrors: UserError[];
}

const ERRORS = 'userErrors { code path message }';

/** All months of an agreement. */
export async function monthsOf(client: Client, id: string): Promise<Month[]> {
  const query = `query($id: ID!) { agreement(id: $id) { months { ${MONTH} } } }`;
  return (await client.get<{ agreement: { months: Month[] } }>(query, { id })).agreement.months;
}

export async function monthOf(client: Client, id: string, month: string): Promise<Month> {
  const found = (await monthsOf(client, id)).find((one) => one.month === month);
  if (!found) throw new Error(`no month ${month}`);
  return found;
}

const HAND_IN = `mutation($agreementId: ID!, $month: YearMonth!, $note: String) {
  handInMonth(agreementId: $agreementId, month: $month, note: $note) { month { ${MONTH} } ${ERRORS} } }`;

export async function handIn(
  client: Client,
  agreementId: string,
  month: string,
  note: string | null = null,
): Promise<Stepped> {
  return (await client.get<{ handInMonth: Stepped }>(HAND_IN, { agreementId, month, note })).handInMonth;
}

export interface Accepted {
  months: Month[] | null;
  userErrors: UserError[];
}

export const ACCEPT = `mutation($ids: [ID!]!, $note: String) {
  acceptMonths(ids: $ids, note: $note) { months { ${MONTH} } ${ERRORS} } }`;

export async function accept(client: Client, ...ids: string[]): Promise<Accepted> {
  return (await client.get<{ acceptMonths: Accepted }>(ACCEPT, { ids })).acceptMonths;
}

const SEND_BACK = `mutation($id: ID!, $reason: String!, $lastDay: Date) {
  sendBackMonth(id: $id, reason: $reason, lastDay: $lastDay) { month { ${MONTH} } ${ERRORS} } }`;

export async function sendBack(
  client: Client,
  id: string,
  reason: string,
  lastDay: string | null = null,
): Promise<Stepped> {
  return (await client.get<{ sendBackMonth: Stepped }>(SEND_BACK, { id, reason, lastDay })).sendBackMonth;
}

const RECALL = `mutation($id: ID!, $reason: String!) {
  recallMonth(id: $id, reason: $reason) { month { ${MONTH} } ${ERRORS} } }`;

export async function recall(client: Client, id: string, reason: string): Promise<Stepped> {
  return (await client.get<{ recallMonth: Stepped }>(RECALL, { id, reason })).recallMonth;
}

/** Hands in months and has them accepted; returns their ids. */
export async function acceptedMonths(
  operator: Client,
  purchaser: Client,
  agreementId: string,
  ...months: string[]
): Promise<string[]> {
  for (const month of months) await handIn(operator, agreementId, month);
  const ids = months.map((month) => `${agreementId}.${month}`);
  const { userErrors } = await accept(purchaser, ...ids);
  if (userErrors.length > 0) throw new Error(JSON.stringify(userErrors));
  return ids;
}
