import type { Api, Client } from '../../kit/api';
import { type Agreement, newStation, type Registration } from '../../api/support/agreements';
import { codesAndPaths, type UserError } from '../../api/support/questions';

/** 55 %, 40 % and 5 % of 2,400,000, from 2024-01-01 to 2024-12-31. */
export const SCHEDULE = [
  { condition: 'SIGNING', share: '0.55' },
  { condition: 'MIDTERM_QUALIFIED', share: '0.40' },
  { condition: 'FINAL_QUALIFIED', share: '0.05' },
];

/** A new agreement of 逢源人家 with 逢源街, with a fee and instalments. */
export async function fundedStation(api: Api, changes: Registration = {}): Promise<Agreement> {
  return newStation(api, { annualFee: '2400000.00', instalments: SCHEDULE, ...changes });
}

export interface Recall {
  share: string;
  by: string;
  base: string;
  required: string;
  executed: string;
  undated: string;
  short: string;
  atRisk: string | null;
  state: string;
}

export interface Funding {
  asOf: string;
  annualFee: string | null;
  instalments: {
    condition: string;
    share: string;
    due: string;
    received: string;
    released: boolean;
    releasedOn: string | null;
  }[];
  received: string;
  outstanding: string | null;
  overdue: string;
  budgetVersion: number;
  budgeted: string;
  budgetLines: {
    category: string;
    budgeted: string | null;
    spent: string;
    shareOfFeePercent: string | null;
    executionPercent: string | null;
  }[];
  spent: string;
  spentWithoutBudget: string;
  executionPercent: string | null;
  timeProgressPercent: string;
  balance: string;
  sources: { level: string; amount: string; shareOfFeePercent: string | null }[];
  fiscalYears: {
    fiscalYear: number;
    received: string;
    spent: string;
    balanceAtEnd: string;
    budget: string | null;
    paid: string;
    undated: string;
    executionPercent: string | null;
    recall: Recall | null;
  }[];
  warnings: {
    code: string;
    amount: string;
    condition: string | null;
    category: string | null;
    fiscalYear: number | null;
    message: string;
  }[];
}

export const RECALL = 'share by base required executed undated short atRisk state';
const REPORT = `asOf annualFee received outstanding overdue budgetVersion budgeted spent spentWithoutBudget executionPercent
  timeProgressPercent balance
  instalments { condition share due received released releasedOn }
  budgetLines { category budgeted spent shareOfFeePercent executionPercent }
  sources { level amount shareOfFeePercent }
  fiscalYears { fiscalYear received spent balanceAtEnd budget paid undated executionPercent recall { ${RECALL} } }
  warnings { code amount condition category fiscalYear message }`;
export const FUNDING = `query($id: ID!, $asOf: Date) { agreement(id: $id) { funding(asOf: $asOf) { ${REPORT} } } }`;

export async function funding(client: Client, id: string, asOf?: string): Promise<Funding> {
  const answer = await client.get<{ agreement: { funding: Funding } }>(FUNDING, { id, asOf: asOf ?? null });
  return answer.agreement.funding;
}

/** Codes of warnings with their categories: `SPENT_ABOVE_BUDGET 人员`. */
export function warningsOf({ warnings }: Funding): string[] {
  return warnings.map(({ code, condition, category, fiscalYear }) =>
    [code, condition, category, fiscalYear].filter((part) => part !== null).join(' '),
  );
}

const INPUTS = {
  setBudget: 'SetBudgetInput',
  setFundingSources: 'SetFundingSourcesInput',
  setFiscalBudget: 'SetFiscalBudgetInput',
  recordReceipt: 'RecordReceiptInput',
  recordExpenditure: 'RecordExpenditureInput',
  recordPayment: 'RecordPaymentInput',
  reverseReceipt: 'ReverseEntryInput',
  reverseExpenditure: 'ReverseEntryInput',
  reversePayment: 'ReverseEntryInput',
} as const;
export type Mutation = keyof typeof INPUTS;
export const MUTATIONS = Object.keys(INPUTS) as Mutation[];

/** The mutations about money. */
export function operationOf(mutation: Mutation): string {
  return `mutation($input: ${INPUTS[mutation]}!) {
    ${mutation}(input: $input) { entryId funding { ${REPORT} } userErrors { code path message } }
  }`;
}

export interface Done {
  entryId: string | null;
  funding: Funding | null;
  userErrors: UserError[];
}

type Input = Record<string, unknown>;

export async function tryMutate(client: Client, mutation: Mutation, input: Input): Promise<Done> {
  return (await client.get<Record<string, Done>>(operationOf(mutation), { input }))[mutation]!;
}

/** Performs a mutation; fails on user errors. Returns the report and the entry. */
export async function mutate(
  client: Client,
  mutation: Mutation,
  input: Input,
): Promise<{ entryId: string; funding: Funding }> {
  const { entryId, funding: report, userErrors } = await tryMutate(client, mutation, input);
  if (report === null) throw new Error(JSON.stringify(userErrors));
  return { entryId: entryId ?? '', funding: report };
}

/** Codes and paths of a mutation's user errors; fails without any. */
export async function errorsOf(client: Client, mutation: Mutation, input: Input): Promise<string[]> {
  const { entryId, funding: report, userErrors } = await tryMutate(client, mutation, input);
  if (report !== null || entryId !== null) throw new Error(`${mutation} was accepted`);
  return codesAndPaths(userErrors);
}

const TABLES = [
  'budget',
  'budget_line',
  'funding_source',
  'fiscal_budget',
  'receipt',
  'expenditure',
  'payment',
];

/** Every row about money of an agreement, read as superuser: a refusal must leave them unchanged. */
export async function rowsOf(api: Api, agreementId: string): Promise<string> {
  const rows = TABLES.map(
    (table) => `select '${table}' as name, to_jsonb(t) as row from core.${table} t where agreement_id = $1`,
  );
  return JSON.stringify(
    await api.world.ownerQuery(`${rows.join(' union all ')} order by 1, 2`, [agreementId]),
  );
}

export interface Entry {
  id: string;
  party: string;
  amount: string;
  note: string | null;
  recordedAt: string;
  reverses: string | null;
  reversedBy: string | null;
}
export interface Page<Node> {
  totalCount: number;
  nodes: Node[];
  edges: { cursor: string }[];
  pageInfo: { hasNextPage: boolean; endCursor: string | null };
}

const ENTRY = 'id party amount note recordedAt reverses reversedBy';
const OWN = {
  receipts: 'condition receivedOn receivedMonth knownBy paidOn',
  expenditures: 'category spentOn',
  payments: 'fiscalYear paidOn knownBy',
} as const;

/** A page of a ledger of an agreement, the latest day first. */
export async function entries<Own>(
  client: Client,
  id: string,
  book: keyof typeof OWN,
  page: { first?: number; after?: string | null } = {},
): Promise<Page<Entry & Own>> {
  const answer = await client.get<{ agreement: { funding: Record<string, Page<Entry & Own>> } }>(
    `query($id: ID!, $first: Int, $after: String) { agreement(id: $id) { funding {
       ${book}(first: $first, after: $after) {
         totalCount nodes { ${ENTRY} ${OWN[book]} } edges { cursor } pageInfo { hasNextPage endCursor } } } } }`,
    { id, first: page.first ?? 50, after: page.after ?? null },
  );
  return answer.agreement.funding[book]!;
}
