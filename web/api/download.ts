import { language } from '../messages/language';
import { session } from '../session/browser-session';
import { answerOf, failureOf, reached } from './ask';
import { RowCount } from './row-count';

/** The tables of /export, as docs/exports.md has them. */
export type ExportTable = 'completion' | 'service-records' | 'staffing' | 'funding' | 'assessments';

export interface ExportAsked {
  readonly table: ExportTable;
  readonly parameters: Readonly<Record<string, string>>;
  /** Ends the transfer, also at the server. */
  readonly signal: AbortSignal;
  /** Called with the rows received so far. How many there will be is not known: the server sends them as it finds them. */
  readonly onRows: (rows: number) => void;
}

/** Reads a table as a file that Excel opens. The address wants the access token, and so a plain link would not do. */
export async function downloadCsv({ table, parameters, signal, onRows }: ExportAsked): Promise<Blob> {
  const token = await reached(async () => session.accessToken());
  const address = `/export/${table}.csv?${new URLSearchParams({ ...parameters, bom: '1' }).toString()}`;
  const headers = { authorization: `Bearer ${token}`, 'accept-language': language() };
  const response = await reached(async () => fetch(address, { headers, signal }));
  if (!response.ok) throw failureOf(response, (await answerOf(response)).errors?.[0]);
  // Broken off on its way it is no file: then this fails too.
  return reached(async () => contentOf(response, onRows));
}

async function contentOf(response: Response, onRows: (rows: number) => void): Promise<Blob> {
  const parts: BlobPart[] = [];
  const count = new RowCount();
  const reader = response.body?.getReader();
  for (;;) {
    const { done = true, value } = (await reader?.read()) ?? {};
    if (done || !value) return new Blob(parts, { type: 'text/csv' });
    parts.push(value);
    count.add(value);
    onRows(count.rows);
  }
}
