import { fetchWithin } from '../api/fetch-within';
import { language } from '../messages/language';
import { forgetMember, rememberLeaving } from './last-member';
import { Session } from './session';

/** One lock for all tabs; without a secure context there is no cookie to share either. */
async function exclusively<T>(work: () => Promise<T>): Promise<T> {
  const { locks } = navigator as Partial<Navigator>;
  return locks === undefined ? work() : (locks.request('session', work) as Promise<T>);
}

/** Sends a request to the one route that has the cookie. */
export async function postSession<Answer extends object>(
  body: object,
  accessToken?: string,
): Promise<Answer> {
  const headers: Record<string, string> = {
    'content-type': 'application/json',
    'accept-language': language(),
  };
  if (accessToken !== undefined) headers.authorization = `Bearer ${accessToken}`;
  const response = await fetchWithin('/session', {
    method: 'POST',
    headers,
    body: JSON.stringify(body),
    credentials: 'same-origin',
  });
  return (await response.json()) as Answer;
}

/** The session of this browser tab. */
export const session = new Session({
  now: () => Date.now(),
  exclusively,
  leaving: rememberLeaving,
  left: forgetMember,
  replaced: () => {
    window.location.reload();
  },
  post: postSession,
});
