import { language } from '../messages/language';
import { session } from '../session/browser-session';
import { answerOf, failureOf, reached } from './ask';

/** The tables of /export, as docs/exports.md has them. */
export type ExportTable = 'completion' | 'service-records' | 'staffing' | 'funding' | 'assessments';

/** Saves a table as a file that Excel opens. The address wants the access token, and so a plain link would not do. */
export async function downloadCsv(
  table: ExportTable,
  parameters: Readonly<Record<string, string>>,
  fileName: string,
): Promise<void> {
  const token = await reached(async () => session.accessToken());
  const address = `/export/${table}.csv?${new URLSearchParams({ ...parameters, bom: '1' }).toString()}`;
  const headers = { authorization: `Bearer ${token}`, 'accept-language': language() };
  const response = await reached(async () => fetch(address, { headers }));
  if (!response.ok) throw failureOf(response, (await answerOf(response)).errors?.[0]);
  // Broken off on its way it is no file: then this fails too.
  const content = await reached(async () => response.blob());
  const link = document.createElement('a');
  link.href = URL.createObjectURL(content);
  link.download = fileName;
  link.click();
  URL.revokeObjectURL(link.href);
}
