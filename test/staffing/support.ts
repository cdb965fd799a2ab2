import type { Api, Client } from '../kit/api';
import type { Agreement } from '../api/support/agreements';
import { codesAndPaths, type UserError } from '../api/support/questions';

export { codesAndPaths, type UserError };

const ERRORS = 'userErrors { code path message }';
const MEMBER = `id code name kind position practisingSince voidedAt voidReason
  spells { id employedFrom employedTo employedToAsGiven } certificates { level passedOn } zones { share zone { name } }
  zoneHistory { since setAt zones { share zone { name } } }
  pay { month socialInsurancePaid salaryPaid } warnings { code message memberId name month }`;

export interface Warning {
  code: string;
  message: string;
  memberId: string;
  name: string;
  month: string | null;
}

export interface ZoneShare {
  share: string;
  zone: { name: string };
}

export interface StaffMember {
  id: string;
  code: string;
  name: string;
  kind: string;
  position: string | null;
  practisingSince: string | null;
  voidedAt: string | null;
  voidReason: string | null;
  spells: {
    id: string;
    employedFrom: string;
    employedTo: string | null;
    employedToAsGiven: string | null;
  }[];
  certificates: { level: string; passedOn: string | null }[];
  zones: ZoneShare[];
  zoneHistory: { since: string | null; setAt: string | null; zones: ZoneShare[] }[];
  pay: { month: string; socialInsurancePaid: boolean | null; salaryPaid: boolean | null }[];
  warnings: Warning[];
}

export const ENROL = `mutation($input: EnrolStaffInput!) {
  enrolStaff(input: $input) { memberIds members { ${MEMBER} } ${ERRORS} }
}`;

/** Input of an enrolment: JSON, so that a test can leave out or break any field. */
export type NewStaff = Record<string, unknown>;

export const person = (name: string, changes: NewStaff = {}): NewStaff => ({
  name,
  employedFrom: '2024-01-01',
  ...changes,
});

interface Enrolled {
  memberIds: string[] | null;
  members: StaffMember[] | null;
  userErrors: UserError[];
}

export async function tryEnrol(
  client: Client,
  agreementId: string,
  members: NewStaff[],
  key: { idempotencyKey?: string } = {},
): Promise<Enrolled> {
  const variables = { input: { agreementId, members, ...key } };
  return (await client.get<{ enrolStaff: Enrolled }>(ENROL, variables)).enrolStaff;
}

/** Enrols members; fails on user errors. */
export async function enrolStaff(
  client: Client,
  agreementId: string,
  ...members: NewStaff[]
): Promise<StaffMember[]> {
  const { members: enrolled, userErrors } = await tryEnrol(client, agreementId, members);
  if (enrolled === null) throw new Error(JSON.stringify(userErrors));
  return enrolled;
}

const changing = (name: string, input: string): string => `mutation($input: ${input}!) {
  ${name}(input: $input) { member { ${MEMBER} } ${ERRORS} }
}`;

/** Every later change, by the name of its mutation. */
export const CHANGES = {
  changeStaffMember: changing('changeStaffMember', 'ChangeStaffMemberInput'),
  addStaffSpell: changing('addStaffSpell', 'AddStaffSpellInput'),
  changeStaffSpell: changing('changeStaffSpell', 'ChangeStaffSpellInput'),
  setStaffCertificates: changing('setStaffCertificates', 'SetStaffCertificatesInput'),
  setStaffZones: changing('setStaffZones', 'SetStaffZonesInput'),
};
export const VOID = `mutation($id: ID!, $reason: String!, $idempotencyKey: String) {
  voidStaffMember(memberId: $id, reason: $reason, idempotencyKey: $idempotencyKey) { member { ${MEMBER} } ${ERRORS} }
}`;
export const REMOVE_SPELL = `mutation($id: ID!, $idempotencyKey: String) {
  removeStaffSpell(spellId: $id, idempotencyKey: $idempotencyKey) { member { ${MEMBER} } ${ERRORS} }
}`;
export const PAY = `mutation($input: RecordStaffPayInput!) {
  recordStaffPay(input: $input) { members { ${MEMBER} } ${ERRORS} }
}`;
export const SET_PARAMETERS = `mutation($input: SetStaffingParametersInput!) {
  setStaffingParameters(input: $input) {
    agreement { requiredPosts staffingParameters { requiredPosts requiredCertifiedShare halfAfterDay practiceYears certifiedAfterMonths } }
    ${ERRORS}
  }
}`;

export interface Changed {
  member: StaffMember | null;
  userErrors: UserError[];
}

export async function change(
  client: Client,
  name: keyof typeof CHANGES,
  input: Record<string, unknown>,
): Promise<Changed> {
  return (await client.get<Record<string, Changed>>(CHANGES[name], { input }))[name]!;
}

interface PayAnswer {
  members: StaffMember[] | null;
  userErrors: UserError[];
}

export async function recordPay(
  client: Client,
  agreementId: string,
  entries: Record<string, unknown>[],
): Promise<PayAnswer> {
  const { recordStaffPay } = await client.get<{ recordStaffPay: PayAnswer }>(PAY, {
    input: { agreementId, entries },
  });
  return recordStaffPay;
}

export const STAFF = `query($id: ID!) { agreement(id: $id) { staff { ${MEMBER} } } }`;

export async function staffOf(client: Client, id: string): Promise<StaffMember[]> {
  return (await client.get<{ agreement: { staff: StaffMember[] } }>(STAFF, { id })).agreement.staff;
}

export const REPORT = `query($id: ID!, $from: YearMonth!, $to: YearMonth!) {
  agreement(id: $id) { staffing(from: $from, to: $to) {
    from to certified uncertified total experienced experiencedPercent
    required requiredCertified surplus certifiedSurplus stabilityPercent headCountAtEnd
    parameters { requiredPosts requiredCertifiedShare halfAfterDay practiceYears certifiedAfterMonths }
    months { month certified uncertified total experienced headCount postsSurplus salaryPaid socialInsurancePaid }
    members { memberId code name position certified uncertified experienced total months }
    joined { memberId name on } left { memberId name on }
    certifiedAtEnd { level headCount } staffByZone { zone { name points { name } } atEnd personMonths }
    warnings { code message memberId name month }
  } }
}`;

export interface Report {
  from: string;
  to: string;
  certified: string;
  uncertified: string;
  total: string;
  experienced: string;
  experiencedPercent: string | null;
  required: string | null;
  requiredCertified: string | null;
  surplus: string | null;
  certifiedSurplus: string | null;
  stabilityPercent: string | null;
  headCountAtEnd: number;
  parameters: Record<string, unknown>;
  months: {
    month: string;
    total: string;
    headCount: number;
    postsSurplus: string | null;
    salaryPaid: number;
  }[];
  members: { memberId: string; code: string; name: string; position: string | null; months: string[] }[];
  joined: { memberId: string; name: string; on: string }[];
  left: { memberId: string; name: string; on: string }[];
  certifiedAtEnd: { level: string; headCount: number }[];
  staffByZone: { zone: { name: string } | null; atEnd: string; personMonths: string }[];
  warnings: Warning[];
}

export async function report(
  client: Client,
  { id, startsOn, endsOn }: Pick<Agreement, 'id' | 'startsOn' | 'endsOn'>,
  from = startsOn.slice(0, 7),
  to = endsOn.slice(0, 7),
): Promise<Report> {
  const { agreement } = await client.get<{ agreement: { staffing: Report } }>(REPORT, { id, from, to });
  return agreement.staffing;
}

/** A client with an API key of an administrator's organisation. */
export async function keyOf(api: Api, admin: Client): Promise<Client> {
  const { createApiKey } = await admin.get<{ createApiKey: { secret: string } }>(
    'mutation($input: CreateApiKeyInput!) { createApiKey(input: $input) { secret userErrors { code } } }',
    { input: { name: 'BI' } },
  );
  return api.withToken(createApiKey.secret);
}

/** Counts the rows of staff, table by table. */
export async function stored(api: Api, agreementId: string): Promise<Record<string, number>> {
  const [counts] = await api.world.ownerQuery<Record<string, number>>(
    `select ${['member', 'identity', 'spell', 'certificate', 'pay']
      .map((name) => `(select count(*)::int from core.staff_${name} where agreement_id = $1) as ${name}`)
      .join(', ')}`,
    [agreementId],
  );
  return counts!;
}
