import type { TypedDocumentString } from '../generated/graphql';
import { language } from '../messages/language';
import { session } from '../session/browser-session';
import { fetchWithin } from './fetch-within';
import { RequestFailed } from './request-failed';

interface GraphQLAnswer<Data> {
  data?: Data | null;
  errors?: {
    message: string;
    extensions?: { code?: string; requestId?: string; retryAfterSeconds?: number };
  }[];
}

/** An access token may end between two requests: with the member's rights, or the session. */
export const MAX_TRIES = 3;

/** Sends an operation as the member. Throws a RequestFailed, whatever goes wrong. */
export async function ask<Data, Variables>(
  operation: TypedDocumentString<Data, Variables>,
  variables: Variables,
): Promise<Data> {
  for (let tries = 1; ; tries += 1) {
    const token = await reached(async () => session.accessToken());
    const response = await reached(async () => post(operation.toString(), variables, token));
    const answer = await answerOf<Data>(response);
    const [error] = answer.errors ?? [];
    if (error?.extensions?.code === 'UNAUTHENTICATED' && tries < MAX_TRIES) {
      session.refuse(token);
      continue;
    }
    if (error === undefined && answer.data != null) return answer.data;
    throw failureOf(response, error);
  }
}

/** Sends an operation as nobody: of who cannot sign in. Throws as `ask` does. */
export async function askAsNobody<Data, Variables>(
  operation: TypedDocumentString<Data, Variables>,
  variables: Variables,
): Promise<Data> {
  const response = await reached(async () => post(operation.toString(), variables));
  const answer = await answerOf<Data>(response);
  const [error] = answer.errors ?? [];
  if (error === undefined && answer.data != null) return answer.data;
  throw failureOf(response, error);
}

function post(query: string, variables: unknown, token?: string): Promise<Response> {
  return fetchWithin('/graphql', {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      // Refusals are answered with 200 then: they are no failures of the network.
      accept: 'application/json',
      'accept-language': language(),
      ...(token !== undefined && { authorization: `Bearer ${token}` }),
    },
    body: JSON.stringify({ query, variables }),
  });
}

/** Whatever a network does wrong is UNREACHABLE. */
export async function reached<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch {
    throw new RequestFailed({ kind: 'UNREACHABLE' });
  }
}

export async function answerOf<Data>(response: Response): Promise<GraphQLAnswer<Data>> {
  try {
    return (await response.json()) as GraphQLAnswer<Data>;
  } catch {
    return {}; // a proxy's page
  }
}

export function failureOf(
  response: Response,
  error: NonNullable<GraphQLAnswer<unknown>['errors']>[number] | undefined,
): RequestFailed {
  const header = Number(response.headers.get('retry-after') ?? Number.NaN);
  const { code, requestId, retryAfterSeconds = header } = error?.extensions ?? {};
  return new RequestFailed({
    kind: response.status === 503 || response.status === 429 ? 'BUSY' : 'REFUSED',
    code,
    message: error?.message,
    requestId: requestId ?? response.headers.get('x-request-id') ?? undefined,
    retryAfterSeconds: Number.isNaN(retryAfterSeconds) ? undefined : retryAfterSeconds,
  });
}
