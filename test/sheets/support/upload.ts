import type { Api, Client } from '../../kit/api';

export interface Uploaded {
  status: number;
  headers: Headers;
  id: string | undefined;
}

/** Uploads a spreadsheet for an agreement. */
export async function upload(
  { url }: Pick<Api, 'url'>,
  { token }: Client,
  agreementId: string,
  body: Buffer | string,
  name = '服务记录.csv',
): Promise<Uploaded> {
  const answer = await fetch(`${url}/imports?agreement=${agreementId}`, {
    method: 'POST',
    headers: {
      ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
      'content-type': 'application/octet-stream',
      'x-file-name': encodeURIComponent(name),
    },
    body,
  });
  const { id } = (await answer.json()) as { id?: string };
  return { status: answer.status, headers: answer.headers, id };
}
