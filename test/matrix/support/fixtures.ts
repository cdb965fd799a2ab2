import { uniqueName } from '../../kit/unique-name';
import type { Client } from '../../kit/api';

/** Makes the rows of a site through the API: one function for each kind. */
export const WORK = { indicator: 'HOTLINE', measure: 'CALLS' } as const;
export const CATEGORY = '人员费用';

/** A site, as far as it matters here. */
interface Ids {
  ids: Record<string, string>;
  year: number;
}

/** Sends a mutation that takes one input and must succeed. */
export async function mutate<Result>(
  client: Client,
  mutation: string,
  input: Record<string, unknown>,
  selection: string,
  type = `${mutation[0]!.toUpperCase()}${mutation.slice(1)}Input`,
): Promise<Result> {
  const query = `mutation($input: ${type}!) { ${mutation}(input: $input) { ${selection} userErrors { code path } } }`;
  const answer = await client.get<Record<string, Result & { userErrors: unknown[] }>>(query, { input });
  const result = answer[mutation]!;
  if (result.userErrors.length > 0) throw new Error(`${mutation}: ${JSON.stringify(result.userErrors)}`);
  return result;
}

export async function recordService(client: Client, { ids, year }: Ids): Promise<string> {
  const place = { zoneId: ids.Zone, pointId: ids.Point, projectId: ids.Project };
  const quantities = [{ measure: WORK.measure, value: '1' }];
  const record = { indicator: WORK.indicator, occurredOn: `${year}-06-01`, quantities, ...place };
  const input = { agreementId: ids.Agreement, records: [record] };
  const { records } = await mutate<{ records: { id: string }[] }>(
    client,
    'recordServices',
    input,
    'records { id }',
  );
  return records[0]!.id;
}

/** A log of one row, which is a note too few: so that it has a fault. */
/** A name in uploaded logs that no zone has. */
export const UNKNOWN_ZONE = '某处';

/** Logs of different numbers, fewer than 30 apart, have nothing in common: none is a change of another. */
export async function uploadLog(
  url: string,
  { token }: Client,
  { ids, year }: Ids,
  log = 0,
): Promise<string> {
  const day = `${year}-06-${String((log % 30) + 1).padStart(2, '0')}`;
  const rows = `${day},,红棉热线,1,第 ${log} 份\n${day},${UNKNOWN_ZONE},红棉热线,1,\n以上由社工填写,,,,`;
  const body = `日期,片区,指标,个数,备注\n${rows}\n`;
  const answer = await fetch(`${url}/imports?agreement=${ids.Agreement}`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'text/csv' },
    body,
  });
  const { id } = (await answer.json()) as { id?: string };
  if (id === undefined) throw new Error(`an upload was answered ${answer.status}`);
  return id;
}

export async function addRemark(client: Client, subjectId: string): Promise<string> {
  const input = { subjectId, text: '已核对', evidence: '档案 1' };
  return (await mutate<{ remark: { id: string } }>(client, 'addRemark', input, 'remark { id }')).remark.id;
}

/** The member of staff and the spell on post. */
export async function enrolStaff(
  client: Client,
  { ids, year }: Ids,
): Promise<{ id: string; spells: { id: string }[] }> {
  const one = {
    name: '陈美玲',
    employedFrom: `${year}-01-01`,
    employedTo: `${year}-06-30`,
    zoneIds: [ids.Zone],
  };
  const input = { agreementId: ids.Agreement, members: [one] };
  const { members } = await mutate<{ members: { id: string; spells: { id: string }[] }[] }>(
    client,
    'enrolStaff',
    input,
    'members { id spells { id } }',
  );
  return members[0]!;
}

export async function addSpell(client: Client, memberId: string, year: number): Promise<string> {
  const { member } = await mutate<{ member: { spells: { id: string }[] } }>(
    client,
    'addStaffSpell',
    { memberId, employedFrom: `${year}-08-01` },
    'member { spells { id } }',
  );
  return member.spells.at(-1)!.id;
}

const ENTRIES = {
  Receipt: (year: number) => ({ condition: 'SIGNING', receivedOn: `${year}-02-01`, note: '首期' }),
  Expenditure: (year: number) => ({ category: CATEGORY, spentOn: `${year}-03-01` }),
  Payment: (year: number) => ({ fiscalYear: year }),
} as const;

export type EntryKind = keyof typeof ENTRIES;

/** What an entry of the books says. */
export function entryInput(kind: EntryKind, { ids, year }: Ids): Record<string, unknown> {
  return { agreementId: ids.Agreement, amount: '1', ...ENTRIES[kind](year) };
}

export async function recordEntry(client: Client, kind: EntryKind, site: Ids): Promise<string> {
  const input = entryInput(kind, site);
  return (await mutate<{ entryId: string }>(client, `record${kind}`, input, 'entryId')).entryId;
}

/** An evaluation of the caller's own; its only leaf is the id beside it. */
export async function createEvaluation(
  client: Client,
  agreementId: string,
): Promise<{ id: string; itemId: string }> {
  const input = { agreementId, name: uniqueName('自评'), groups: [{ name: '产出', weight: '100' }] };
  const { evaluation } = await mutate<{ evaluation: { id: string; groups: { id: string }[] } }>(
    client,
    'createEvaluation',
    input,
    'evaluation { id groups { id } }',
  );
  return { id: evaluation.id, itemId: evaluation.groups[0]!.id };
}

/** What a survey says. */
export const survey = ({ year }: Pick<Ids, 'year'>): Record<string, unknown> => ({
  method: 'OVERALL',
  surveyedOn: `${year}-05-01`,
  reportedPercent: '98',
});

export async function recordSurvey(client: Client, site: Ids): Promise<string> {
  const input = { agreementId: site.ids.Agreement, ...survey(site) };
  return (await mutate<{ survey: { id: string } }>(client, 'recordSatisfaction', input, 'survey { id }'))
    .survey.id;
}

export async function openAssessment(
  client: Client,
  agreementId: string,
  assessorId: string,
  year: number,
): Promise<string> {
  const days = { from: `${year}-01-01`, to: `${year}-06-30` };
  const input = { agreementId, assessorId, kind: 'MIDTERM', ...days };
  const { assessment } = await mutate<{ assessment: { id: string } }>(
    client,
    'openAssessment',
    input,
    'assessment { id }',
  );
  return assessment.id;
}

export async function cancelAssessment(client: Client, id: string): Promise<void> {
  await client.get(
    'mutation($id: ID!) { cancelAssessment(id: $id, reason: "重复启动") { userErrors { code } } }',
    { id },
  );
}

let concerns = 0;

export async function addConcern(client: Client, assessmentId: string): Promise<string> {
  // Of its own text: others may add one at the same time.
  const text = `档案不全（${(concerns += 1)}）`;
  const input = { assessmentId, kind: 'CONCERN', text };
  const { assessment } = await mutate<{ assessment: { findings: { id: string; text: string }[] } }>(
    client,
    'addFinding',
    input,
    'assessment { findings { id text } }',
  );
  return assessment.findings.find((finding) => finding.text === text)!.id;
}

export async function answer(client: Client, findingId: string): Promise<void> {
  await client.get(
    'mutation($id: ID!) { respondToFinding(findingId: $id, response: "已整改") { userErrors { code } } }',
    {
      id: findingId,
    },
  );
}

export interface NewAgreement {
  stationId?: string | undefined;
  newStation?: { name: string; districtCode: string } | undefined;
  /** By a bureau, whose registrations are confirmed otherwise. */
  asProposal?: boolean;
  operatorId: string;
  purchaserId: string;
  year: number;
  cycleId?: string;
}

const STEP = {
  confirmAgreement: '$id: ID!',
  confirmAmendment: '$id: ID!',
  declineAgreement: '$id: ID!, $reason: String!',
  voidAgreement: '$id: ID!, $reason: String!',
};

/** Takes a step with an agreement or an amendment, which must succeed. */
export async function take(client: Client, step: keyof typeof STEP, id: string): Promise<void> {
  const needsReason = STEP[step].includes('reason');
  const given = needsReason ? 'id: $id, reason: $reason' : 'id: $id';
  const answer = await client.get<Record<string, { userErrors: unknown[] }>>(
    `mutation(${STEP[step]}) { ${step}(${given}) { userErrors { code } } }`,
    { id, ...(needsReason ? { reason: '登记有误' } : {}) },
  );
  const { userErrors } = answer[step]!;
  if (userErrors.length > 0) throw new Error(`${step}: ${JSON.stringify(userErrors)}`);
}

/** What is published of a site, the agreement aside. */
export function publication({ year }: Pick<Ids, 'year'>): Record<string, unknown> {
  return { title: '上半年报告', kind: 'HALF_YEAR', from: `${year}-01-01`, to: `${year}-06-30` };
}

/** Publishes a report; returns its id. */
export async function publish(client: Client, site: Ids): Promise<string> {
  const input = { agreementId: site.ids.Agreement, ...publication(site) };
  const made = await mutate<{ report: { id: string } }>(client, 'publishReport', input, 'report { id }');
  return made.report.id;
}

/** Hands in a month; returns its id. */
export async function handIn(client: Client, agreementId: string, month: string): Promise<string> {
  const { handInMonth } = await client.get<{ handInMonth: { month: { id: string } } }>(
    `mutation($agreementId: ID!, $month: YearMonth!) {
      handInMonth(agreementId: $agreementId, month: $month) { month { id } } }`,
    { agreementId, month },
  );
  return handInMonth.month.id;
}

/** A cycle of three years from a year on, its parties aside. */
export function cycle(year: number): Record<string, unknown> {
  return {
    procurementNumber: uniqueName('CG'),
    amount: '3000000',
    startsOn: `${year}-01-01`,
    endsOn: `${year + 2}-12-31`,
  };
}

let amendments = 0;
/** What an amendment changes that no other one changes on its day. */
export function amendmentOf({ ids, year }: Ids): Record<string, unknown> {
  amendments += 1;
  return {
    agreementId: ids.Agreement,
    effectiveOn: new Date(Date.UTC(year, 0, 2 + (amendments % 360))).toISOString().slice(0, 10),
    reason: '协商一致',
    requiredPosts: (10 + amendments / 100).toFixed(2),
    documentNumber: `文号 ${amendments}`,
  };
}

export async function proposeAmendment(client: Client, site: Ids): Promise<string> {
  const made = await mutate<{ amendment: { id: string } }>(
    client,
    'proposeAmendment',
    amendmentOf(site),
    'amendment { id }',
  );
  return made.amendment.id;
}

/** What an agreement of one year with one part of each kind is registered with. */
export function registration({ newStation, year, ...parties }: NewAgreement): Record<string, unknown> {
  const days = { startsOn: `${year}-01-01`, endsOn: `${year}-12-31` };
  return {
    ...parties,
    ...(newStation ? { newStation: { street: '某街', ...newStation } } : {}),
    serviceModel: 'STATION_ZONE_POINT',
    ...days,
    annualFee: '1000000',
    requiredPosts: '10',
    zones: [{ name: '一片', points: ['一点'] }],
    projects: [{ kind: 'SPECIAL', name: '特色' }],
    terms: [{ name: '全年', ...days }],
    instalments: [{ condition: 'SIGNING', share: '1' }],
    ...(parties.cycleId === undefined ? {} : { cycleYear: 1 }),
    targets: [{ ...WORK, term: '全年', zone: '一片', project: '特色', value: '100' }],
  };
}
