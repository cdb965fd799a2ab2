import { language } from '../messages/language';
import { session } from '../session/browser-session';
import { answerOf, failureOf, reached } from './ask';

export interface FileAsked {
  /** As docs/exports.md and docs/sheets.md have it. */
  readonly path: string;
  readonly parameters?: Readonly<Record<string, string>>;
  /** Ends the transfer, also at the server. */
  readonly signal: AbortSignal;
  /** Called with each part that has come. How many there will be is not known: the server sends them as it finds them. */
  readonly onPart: (bytes: Uint8Array) => void;
}

/** Reads a file of the server. The address wants the access token, and so a plain link would not do. */
export async function downloadFile({ path, parameters = {}, signal, onPart }: FileAsked): Promise<Blob> {
  const token = await reached(async () => session.accessToken());
  const query = new URLSearchParams(parameters).toString();
  const headers = { authorization: `Bearer ${token}`, 'accept-language': language() };
  const response = await reached(async () =>
    fetch(query === '' ? path : `${path}?${query}`, { headers, signal }),
  );
  if (!response.ok) throw failureOf(response, (await answerOf(response)).errors?.[0]);
  // Broken off on its way it is no file: then this fails too.
  return reached(async () => contentOf(response, onPart));
}

async function contentOf(response: Response, onPart: (bytes: Uint8Array) => void): Promise<Blob> {
  const parts: BlobPart[] = [];
  const reader = response.body?.getReader();
  for (;;) {
    const { done = true, value } = (await reader?.read()) ?? {};
    if (done || !value) return new Blob(parts, { type: response.headers.get('content-type') ?? '' });
    parts.push(value);
    onPart(value);
  }
}
