import type { Api, Client } from '../../kit/api';
import { codesAndPaths, type UserError } from '../../api/support/questions';

const IMPORT = `id state digest counts { rows ready unchanged ignored faulty }
  changes(first: 100) { nodes { part sheet cell subject was becomes } }
  faults(first: 100) { nodes { severity code cell value } }
  receipt { written skipped kept { cell subject was becomes } }`;

/** One thing that an import changes, and where the file has it. */
export interface Change {
  part: string;
  sheet: string;
  cell: string;
  subject: string;
  was: string | null;
  becomes: string | null;
}

/** An import as its operator sees it. */
export interface Import {
  id: string;
  state: string;
  digest: string;
  counts: Record<'rows' | 'ready' | 'unchanged' | 'ignored' | 'faulty', number>;
  changes: { nodes: Change[] };
  faults: { nodes: { severity: string; code: string; cell: string; value: string | null }[] };
  receipt: {
    written: number;
    skipped: number;
    kept: Pick<Change, 'cell' | 'subject' | 'was' | 'becomes'>[];
  } | null;
}

export interface Answer {
  sheetImport: Import | null;
  userErrors: UserError[];
}

export async function tryUpload(
  api: Api,
  client: Client,
  agreementId: string,
  body: Buffer | string,
): Promise<{ status: number; id: string; code: string | undefined }> {
  const answer = await fetch(`${api.url}/imports?agreement=${agreementId}`, {
    method: 'POST',
    headers: {
      authorization: `Bearer ${client.token ?? ''}`,
      ...{ 'content-type': 'application/octet-stream', 'x-file-name': encodeURIComponent('附件.xlsx') },
    },
    body,
  });
  const { id = '', errors = [] } = (await answer.json()) as {
    id?: string;
    errors?: { extensions: { code: string } }[];
  };
  return { status: answer.status, id, code: errors[0]?.extensions.code };
}

export async function importOf(client: Client, id: string): Promise<Import> {
  const query = `query($id: ID!) { sheetImport(id: $id) { ${IMPORT} } }`;
  const { sheetImport } = await client.get<{ sheetImport: Import }>(query, { id });
  const { rows, ready, unchanged, ignored, faulty } = sheetImport.counts;
  expect(rows).toBe(ready + unchanged + ignored + faulty);
  return sheetImport;
}

/** Uploads a file that is taken; answers its preview. */
export async function upload(
  api: Api,
  client: Client,
  agreementId: string,
  body: Buffer | string,
): Promise<Import> {
  const { status, id, code } = await tryUpload(api, client, agreementId, body);
  if (status !== 201) throw new Error(`refused with ${status} ${code}`);
  return importOf(client, id);
}

export async function tryApply(
  client: Client,
  { id, digest }: Pick<Import, 'id' | 'digest'>,
  part: string,
  skipFaultyRows = false,
): Promise<Answer> {
  const mutation = `mutation($input: ApplyImportInput!) { applyImport(input: $input) {
    sheetImport { ${IMPORT} } userErrors { code path message } } }`;
  const input = { importId: id, digest, parts: [part], skipFaultyRows };
  return (await client.get<{ applyImport: Answer }>(mutation, { input })).applyImport;
}

/** Applies an import; fails on user errors. */
export async function apply(...given: Parameters<typeof tryApply>): Promise<Import> {
  const { sheetImport, userErrors } = await tryApply(...given);
  if (!sheetImport) throw new Error(codesAndPaths(userErrors).join());
  return sheetImport;
}

/** Takes an import back; fails on user errors. */
export async function undo(client: Client, { id }: Pick<Import, 'id'>): Promise<Import> {
  const mutation = `mutation($id: ID!) { undoImport(importId: $id, reason: "传错了") {
    sheetImport { ${IMPORT} } userErrors { code path message } } }`;
  const { undoImport } = await client.get<{ undoImport: Answer }>(mutation, { id });
  if (!undoImport.sheetImport) throw new Error(codesAndPaths(undoImport.userErrors).join());
  return undoImport.sheetImport;
}

/** Changes in short: D9 片区一 · 个案 600 → 650. */
export const changesIn = ({ changes }: Import): string[] =>
  changes.nodes.map(
    ({ cell, subject, was, becomes }) => `${cell} ${subject} ${was ?? '/'} → ${becomes ?? '/'}`,
  );

/** What is told beside notes. */
export const toldIn = ({ faults }: Import): string[] =>
  faults.nodes
    .filter(({ severity }) => severity !== 'NOTE')
    .map(({ severity, code, cell }) => `${severity} ${code} ${cell}`);

export const notesIn = ({ faults }: Import): string[] =>
  faults.nodes.filter(({ severity }) => severity === 'NOTE').map(({ code, cell }) => `${code} ${cell}`);
