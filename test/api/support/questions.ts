import type { Client } from '../../kit/api';
import type { Row } from './recount';

export interface UserError {
  code: string;
  path: string[];
  message: string;
}

/** Code and path of each user error, as tests compare them: `NEGATIVE_QUANTITY records.0.quantities.0.value`. */
export function codesAndPaths(errors: readonly UserError[]): string[] {
  return errors.map(({ code, path }) => `${code} ${path.join('.')}`);
}

export const COMPLETION = `query($id: ID!, $termId: ID, $from: Date, $to: Date) {
  agreement(id: $id) {
    completion(termId: $termId, from: $from, to: $to) {
      term { id name } from to timeProgressPercent zones { name }
      rows {
        indicator { code } measure { code }
        total { target completed percent }
        byZone { zone { name } target completed percent }
        byProject { project { name } target completed percent }
      }
    }
  }
}`;

export interface Table {
  term: { id: string; name: string };
  from: string;
  to: string;
  timeProgressPercent: string;
  zones: { name: string }[];
  rows: Row[];
}

/** The completion table of an agreement. */
export async function completion(
  client: Client,
  id: string,
  question: { termId?: string; from?: string; to?: string } = {},
): Promise<Table> {
  const { agreement } = await client.get<{ agreement: { completion: Table } }>(COMPLETION, {
    id,
    ...question,
  });
  return agreement.completion;
}

/** The total of one measure in a completion table; null where it has no row. */
export async function totalOf(
  client: Client,
  id: string,
  measure: string,
  termId?: string,
): Promise<string | null> {
  const { rows } = await completion(client, id, termId === undefined ? {} : { termId });
  const row = rows.find((candidate) => `${candidate.indicator.code}.${candidate.measure.code}` === measure);
  return row?.total.completed ?? null;
}

const RECORD = `fragment All on ServiceRecord {
  id revision occurredOn note recordedAt recordedBy voidedAt voidReason
  indicator { code } project { id } zone { id } point { id }
  quantities { measure { code } value }
  versions { revision occurredOn note revisedBy reason quantities { measure { code } value } }
}`;

export interface ServiceRecord {
  id: string;
  revision: number;
  occurredOn: string;
  note: string | null;
  recordedAt: string;
  recordedBy: string;
  voidedAt: string | null;
  voidReason: string | null;
  indicator: { code: string };
  project: { id: string } | null;
  zone: { id: string } | null;
  point: { id: string } | null;
  quantities: { measure: { code: string }; value: string }[];
  versions: {
    revision: number;
    occurredOn: string;
    note: string | null;
    revisedBy: string;
    reason: string | null;
    quantities: { measure: { code: string }; value: string }[];
  }[];
}

export const RECORD_SERVICES = `${RECORD} mutation($input: RecordServicesInput!) {
  recordServices(input: $input) { records { ...All } userErrors { code path message } }
}`;

export interface NewRecord {
  indicator: string;
  occurredOn: string;
  quantities: { measure: string; value: string | number }[];
  zoneId?: string | null;
  pointId?: string | null;
  projectId?: string | null;
  note?: string | null;
  idempotencyKey?: string | null;
}

export interface Recorded {
  records: ServiceRecord[] | null;
  userErrors: UserError[];
}

export async function tryRecord(
  client: Client,
  agreementId: string,
  records: NewRecord[],
): Promise<Recorded> {
  const variables = { input: { agreementId, records } };
  return (await client.get<{ recordServices: Recorded }>(RECORD_SERVICES, variables)).recordServices;
}

/** Records services; fails on user errors. */
export async function record(
  client: Client,
  agreementId: string,
  records: NewRecord[],
): Promise<ServiceRecord[]> {
  const { records: stored, userErrors } = await tryRecord(client, agreementId, records);
  if (stored === null) throw new Error(JSON.stringify(userErrors));
  return stored;
}

export interface Changed {
  record: ServiceRecord | null;
  userErrors: UserError[];
}

export const CORRECT = `${RECORD} mutation($input: CorrectServiceRecordInput!) {
  correctServiceRecord(input: $input) { record { ...All } userErrors { code path message } }
}`;

export type Correction = Partial<NewRecord> & { id: string; expectedRevision: number; reason?: string };

export async function correct(client: Client, correction: Correction): Promise<Changed> {
  const variables = { input: { reason: '录入有误', ...correction } };
  return (await client.get<{ correctServiceRecord: Changed }>(CORRECT, variables)).correctServiceRecord;
}

export const VOID = `${RECORD} mutation($id: ID!, $reason: String!, $idempotencyKey: String) {
  voidServiceRecord(id: $id, reason: $reason, idempotencyKey: $idempotencyKey) { record { ...All } userErrors { code path message } }
}`;

export async function voidRecord(
  client: Client,
  id: string,
  reason = '重复登记',
  idempotencyKey: string | null = null,
): Promise<Changed> {
  const variables = { id, reason, idempotencyKey };
  return (await client.get<{ voidServiceRecord: Changed }>(VOID, variables)).voidServiceRecord;
}

export const CORRECT_MANY = `${RECORD} mutation($inputs: [CorrectServiceRecordInput!]!) {
  correctServiceRecords(inputs: $inputs) { records { ...All } userErrors { code path message } }
}`;

/** Corrects several records in one call. */
export async function correctMany(client: Client, corrections: readonly Correction[]): Promise<Recorded> {
  const variables = { inputs: corrections.map((correction) => ({ reason: '录入有误', ...correction })) };
  return (await client.get<{ correctServiceRecords: Recorded }>(CORRECT_MANY, variables))
    .correctServiceRecords;
}

export const VOID_MANY = `${RECORD} mutation($ids: [ID!]!, $reason: String!, $keys: [String!]) {
  voidServiceRecords(ids: $ids, reason: $reason, idempotencyKeys: $keys) { records { ...All } userErrors { code path message } }
}`;

/** Voids several records in one call. */
export async function voidMany(
  client: Client,
  ids: readonly string[],
  keys: readonly string[] | null = null,
  reason = '重复登记',
): Promise<Recorded> {
  return (await client.get<{ voidServiceRecords: Recorded }>(VOID_MANY, { ids, reason, keys }))
    .voidServiceRecords;
}

export const SET_TARGETS = `mutation($input: SetTargetsInput!) {
  setTargets(input: $input) { agreement { id } userErrors { code path message } }
}`;

export interface NewTarget {
  termId: string;
  indicator: string;
  measure: string;
  value: string | number | null;
  zoneId?: string | null;
  projectId?: string | null;
}

export async function setTargets(
  client: Client,
  agreementId: string,
  targets: NewTarget[],
): Promise<UserError[]> {
  const variables = { input: { agreementId, targets } };
  const { setTargets: answer } = await client.get<{ setTargets: { userErrors: UserError[] } }>(
    SET_TARGETS,
    variables,
  );
  return answer.userErrors;
}
