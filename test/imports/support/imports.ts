import type { Api, Client } from '../../kit/api';
import type { UserError } from '../../api/support/questions';

export interface Uploaded {
  status: number;
  headers: Headers;
  body: { id?: string; errors?: { message: string; extensions: { code: string; reason?: string } }[] };
}

/** Uploads a file for an agreement. */
export async function upload(
  api: Api,
  client: Client,
  agreementId: string,
  body: Buffer | string,
  headers: Record<string, string> = {},
): Promise<Uploaded> {
  const answer = await fetch(`${api.url}/imports?agreement=${agreementId}`, {
    method: 'POST',
    headers: {
      ...(client.token === undefined ? {} : { authorization: `Bearer ${client.token}` }),
      'content-type': 'application/octet-stream',
      'x-file-name': encodeURIComponent('服务记录.csv'),
      ...headers,
    },
    // A copy: of a type that browsers’ interfaces know too.
    body: typeof body === 'string' ? body : new Uint8Array(body),
  });
  return { status: answer.status, headers: answer.headers, body: (await answer.json()) as Uploaded['body'] };
}

export interface Change {
  part: string;
  sheet: string;
  cell: string;
  subject: string;
  was: string | null;
  becomes: string | null;
}

export interface Import {
  id: string;
  form: string;
  state: string;
  digest: string;
  fileName: string;
  counts: Record<'rows' | 'ready' | 'unchanged' | 'ignored' | 'faulty', number>;
  faults: { nodes: { code: string; severity: string; sheet: string; cell: string; message: string }[] };
  changes: { totalCount: number; nodes: Change[] };
  names: {
    kind: string;
    text: string;
    cells: string[];
    id: string | null;
    name: string | null;
    isChosen: boolean;
  }[];
  parts: { part: string; changes: number; mayApply: boolean }[];
  receipt: {
    appliedAt: string;
    appliedBy: string;
    parts: string[];
    written: number;
    skipped: number;
    undoneAt: string | null;
    undoneBy: string | null;
    undoReason: string | null;
    kept: Change[];
  } | null;
}

const CHANGE = 'part sheet cell subject was becomes';
const FIELDS = `id form state digest fileName counts { rows ready unchanged ignored faulty }
  faults(first: 100) { nodes { code severity sheet cell message } }
  changes(first: 100) { totalCount nodes { ${CHANGE} } }
  names { kind text cells matchedId name isChosen } parts { part changes mayApply }
  receipt { appliedAt appliedBy parts written skipped undoneAt undoneBy undoReason kept { ${CHANGE} } }`;

export const IMPORT = `query($id: ID!) { sheetImport(id: $id) { ${FIELDS} } }`;
const PAYLOAD = `sheetImport { ${FIELDS} } userErrors { code path message }`;
export const APPLY = `mutation($input: ApplyImportInput!) { applyImport(input: $input) { ${PAYLOAD} } }`;
export const UNDO = `mutation($id: ID!, $reason: String!) { undoImport(importId: $id, reason: $reason) { ${PAYLOAD} } }`;
export const MATCH = `mutation($input: MatchImportNamesInput!) { matchImportNames(input: $input) { ${PAYLOAD} } }`;

export interface Answered {
  sheetImport: Import | null;
  userErrors: UserError[];
}

export async function importOf(client: Client, id: string): Promise<Import> {
  return (await client.get<{ sheetImport: Import }>(IMPORT, { id })).sheetImport;
}

/** Uploads a file that must be read, and shows what would be written of it. */
export async function preview(
  api: Api,
  client: Client,
  agreementId: string,
  body: Buffer | string,
): Promise<Import> {
  const { status, body: answer } = await upload(api, client, agreementId, body);
  if (status !== 201) throw new Error(`${status} ${JSON.stringify(answer)}`);
  return importOf(client, answer.id!);
}

interface Applying {
  parts?: string[];
  skipFaultyRows?: boolean;
}

/** Asks to write what a preview shows. */
export async function tryApply(
  client: Client,
  { id, digest }: Pick<Import, 'id' | 'digest'>,
  { parts = ['SERVICE_RECORDS'], ...rest }: Applying = {},
): Promise<Answered> {
  const input = { importId: id, digest, parts, ...rest };
  return (await client.get<{ applyImport: Answered }>(APPLY, { input })).applyImport;
}

export async function apply(
  client: Client,
  shown: Pick<Import, 'id' | 'digest'>,
  applying: Applying = {},
): Promise<Import> {
  const { sheetImport, userErrors } = await tryApply(client, shown, applying);
  if (!sheetImport) throw new Error(JSON.stringify(userErrors));
  return sheetImport;
}

/** Uploads a file and writes it. */
export async function imported(
  api: Api,
  client: Client,
  agreementId: string,
  body: Buffer | string,
  applying: Applying = {},
): Promise<Import> {
  return apply(client, await preview(api, client, agreementId, body), applying);
}

export async function tryUndo(client: Client, id: string, reason = '传错了文件'): Promise<Answered> {
  return (await client.get<{ undoImport: Answered }>(UNDO, { id, reason })).undoImport;
}

export async function undo(client: Client, id: string): Promise<Import> {
  const { sheetImport, userErrors } = await tryUndo(client, id);
  if (!sheetImport) throw new Error(JSON.stringify(userErrors));
  return sheetImport;
}

/** A log as a CSV file: day, zone, point, indicator, number, note. */
export const log = (...rows: string[]): string => ['日期,片区,社工点,指标,个数,备注', ...rows].join('\n');

/** Errors and warnings with their cells. */
export const faultLines = ({ faults }: Import): string[] =>
  faults.nodes.map(({ severity, code, cell }) => `${severity} ${code} ${cell}`);

/** What would be written: what it is about, before and after. */
export const written = ({ changes }: Import): string[] =>
  changes.nodes.map(({ subject, was, becomes }) => `${subject}: ${was ?? ''} → ${becomes ?? ''}`);

interface Listed {
  id: string;
  revision: number;
  occurredOn: string;
  note: string | null;
  voidedAt: string | null;
  voidReason: string | null;
  recordedBy: string;
  indicator: { code: string };
  zone: { id: string; name: string } | null;
  quantities: { value: string }[];
  versions: { revision: number; reason: string | null; quantities: { value: string }[] }[];
}

/** The records of an agreement, by day. */
export async function recordsOf(client: Client, agreementId: string): Promise<Listed[]> {
  const { agreement } = await client.get<{ agreement: { serviceRecords: { nodes: Listed[] } } }>(
    `query($id: ID!) { agreement(id: $id) { serviceRecords(first: 100) { nodes { id revision occurredOn note voidedAt voidReason
      recordedBy indicator { code } zone { id name } quantities { value } versions { revision reason quantities { value } } } } } }`,
    { id: agreementId },
  );
  return agreement.serviceRecords.nodes.sort(
    (a, b) => a.occurredOn.localeCompare(b.occurredOn) || a.id.localeCompare(b.id),
  );
}

/** Day and first quantity of the records that count. */
export const counted = (records: readonly Listed[]): string[] =>
  records
    .filter(({ voidedAt }) => voidedAt === null)
    .map(({ occurredOn, quantities }) => `${occurredOn} ${quantities[0]?.value}`);
