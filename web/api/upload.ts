import { language } from '../messages/language';
import { session } from '../session/browser-session';
import { answerOf, failureOf, MAX_TRIES, reached } from './ask';

interface FileSent {
  readonly agreement: string;
  readonly name: string;
  readonly content: ArrayBuffer;
  /** Ends the transfer. */
  readonly signal: AbortSignal;
  /** Which share of the file has gone, up to 1: then it is being read. */
  readonly onSent: (share: number) => void;
}

type Answer = Awaited<ReturnType<typeof answerOf>> & { readonly id?: string };

/** Sends a spreadsheet for an agreement, and answers the id of its import. Throws a RequestFailed, as `ask` does. */
export async function uploadSheet(file: FileSent): Promise<string> {
  for (let tries = 1; ; tries += 1) {
    const token = await reached(async () => session.accessToken());
    const response = await reached(async () => sent(file, token));
    const { id, errors }: Answer = await answerOf(response);
    const [error] = errors ?? [];
    if (error?.extensions?.code === 'UNAUTHENTICATED' && tries < MAX_TRIES) session.refuse(token);
    else if (id === undefined) throw failureOf(response, error);
    else return id;
  }
}

/** Only this interface of browsers tells how much has gone. */
function sent({ agreement, name, content, signal, onSent }: FileSent, token: string): Promise<Response> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('POST', `/imports?${new URLSearchParams({ agreement }).toString()}`);
    request.setRequestHeader('authorization', `Bearer ${token}`);
    request.setRequestHeader('accept-language', language());
    request.setRequestHeader('content-type', 'application/octet-stream');
    request.setRequestHeader('x-file-name', encodeURIComponent(name));
    request.upload.onprogress = ({ loaded, total }) => {
      onSent(total === 0 ? 0 : loaded / total);
    };
    request.onload = () => {
      const headers = new Headers();
      for (const header of ['retry-after', 'x-request-id']) {
        const value = request.getResponseHeader(header);
        if (value !== null) headers.set(header, value);
      }
      resolve(new Response(request.responseText, { status: request.status, headers }));
    };
    request.onerror = reject;
    request.onabort = reject;
    signal.addEventListener('abort', () => {
      request.abort();
    });
    request.send(content);
  });
}
