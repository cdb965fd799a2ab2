import { type Agreement, newStation } from '../../api/support/agreements';
import { record } from '../../api/support/questions';
import type { Api, Client } from '../../kit/api';
import type { Parties } from './parties';
import { type Assessment, open } from './questions';

/** A station with something in each of the three reports in the first half of the year, and a midterm assessment. */
interface Based {
  agreement: Agreement;
  assessment: Assessment;
  recordId: string;
  memberId: string;
}

export async function stationWithBasis(api: Api, who: Parties): Promise<Based> {
  const input = {
    annualFee: '2400000',
    requiredPosts: '2',
    requiredCertifiedShare: '0.5',
    instalments: [
      { condition: 'SIGNING', share: '0.55' },
      { condition: 'MIDTERM_QUALIFIED', share: '0.40' },
      { condition: 'FINAL_QUALIFIED', share: '0.05' },
    ],
  };
  const agreement = await newStation(api, input, ({ terms, zones }) => [
    {
      termId: terms[0]!.id,
      zoneId: zones[0]!.id,
      value: '40',
      indicator: 'CASE_FILE',
      measure: 'FILES',
    },
  ]);
  const { id, zones } = agreement;
  const zoneId = zones[0]!.id;
  const quantities = [{ measure: 'FILES', value: '30' }];
  const [first] = await record(who.operator, id, [
    { indicator: 'CASE_FILE', occurredOn: '2024-03-01', quantities, zoneId },
  ]);
  const member = { name: '陈美玲', position: '站长', employedFrom: '2024-01-20' };
  const { enrolStaff } = await who.operator.get<{ enrolStaff: { memberIds: string[] } }>(
    'mutation($input: EnrolStaffInput!) { enrolStaff(input: $input) { memberIds userErrors { code path } } }',
    { input: { agreementId: id, members: [member] } },
  );
  await spend(who.operator, id, '100000', '2024-04-01');
  return {
    agreement,
    assessment: await open(who.bureau, { agreementId: id, assessorId: who.assessorId }),
    recordId: first!.id,
    memberId: enrolStaff.memberIds[0]!,
  };
}

/** Spends on staff, in a budget that has no other category. */
export async function spend(
  client: Client,
  agreementId: string,
  amount: string,
  spentOn: string,
): Promise<void> {
  const category = '人员';
  const { setBudget, recordExpenditure } = await client.get<Record<string, { userErrors: unknown[] }>>(
    `mutation($budget: SetBudgetInput!, $spent: RecordExpenditureInput!) {
       setBudget(input: $budget) { userErrors { code path } }
       recordExpenditure(input: $spent) { userErrors { code path } } }`,
    {
      budget: { agreementId, lines: [{ category, amount: '2000000' }] },
      spent: { agreementId, category, amount, spentOn },
    },
  );
  const errors = [setBudget, recordExpenditure].flatMap((payload) => payload!.userErrors);
  if (errors.length > 0) throw new Error(JSON.stringify(errors));
}

export interface Kept {
  closedAt: string | null;
  basisCompletion: { term: { name: string }; from: string; to: string; rows: Row[] }[] | null;
  basisStaffing: {
    from: string;
    to: string;
    total: string;
    surplus: string;
    members: { code: string; name: string; position: string | null; months: string[] }[];
  } | null;
  basisFunding: {
    asOf: string;
    spent: string;
    instalments: { condition: string; released: boolean }[];
  } | null;
  changesSince: { report: string; path: string[]; was: string | null; is: string | null }[];
}

interface Row {
  indicator: { code: string; name: string };
  measure: { code: string };
  total: { target: string | null; completed: string; percent: string | null };
  byZone: { zone: { name: string; points: { name: string }[] }; completed: string }[];
}

const KEPT = `query($id: ID!) { node(id: $id) { ... on Assessment { closedAt
  basisCompletion { term { name } from to rows { indicator { code name } measure { code }
    total { target completed percent } byZone { zone { name points { name } } completed } } }
  basisStaffing { from to total surplus members { code name position months } }
  basisFunding { asOf spent instalments { condition released } }
  changesSince { report path was is } } } }`;

/** The basis of an assessment. */
export async function basisOf(client: Client, id: string): Promise<Kept> {
  return (await client.get<{ node: Kept }>(KEPT, { id })).node;
}

/** The changes since it was closed, one line per change. */
export function changesOf({ changesSince }: Kept): string[] {
  return changesSince
    .map(({ report, path, was, is }) => `${report} ${path.join('/')}: ${String(was)} → ${String(is)}`)
    .sort();
}
