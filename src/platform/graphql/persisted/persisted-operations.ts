import type { ApolloServerOptions, ApolloServerPlugin, BaseContext, GraphQLRequest } from '@apollo/server';
import { message } from '../../../messages';
import { AppError } from '../../app-error';
import type { Mask } from '../mask-errors';
import { idOf, type Safelist } from './safelist';

type PersistedQueries = Pick<ApolloServerOptions<BaseContext>, 'persistedQueries'>;

/** Apollo's persisted queries with a fixed list instead of its cache: what clients send is never added. */
export function persistedQueries(safelist: Safelist | null): PersistedQueries {
  if (!safelist) return { persistedQueries: false };
  const find = async (key: string): Promise<string | undefined> =>
    Promise.resolve(safelist.get(key.slice(key.indexOf(':') + 1)));
  const nothing = async (): Promise<void> => Promise.resolve();
  return {
    persistedQueries: { cache: { get: find, set: nothing, delete: async () => Promise.resolve(false) } },
  };
}

interface PersistedOperationsOptions<C extends BaseContext> {
  /** Whether operations that are not on the list are refused. */
  only: boolean;
  mask: Mask<C>;
}

/**
 * Lets clients name a registered operation as `id`, beside Apollo's own way. Where only registered operations are
 * accepted, the text of one is looked up like its id, so that no other text is even parsed.
 */
export function persistedOperations<C extends BaseContext>({
  only,
  mask,
}: PersistedOperationsOptions<C>): ApolloServerPlugin<C> {
  return {
    requestDidStart: async ({ request }) => {
      const id = only && request.query !== undefined ? idOf(request.query) : idIn(request);
      if (id !== undefined) {
        if (only) delete request.query;
        request.extensions = { ...request.extensions, persistedQuery: { version: 1, sha256Hash: id } };
      }
      if (!only) return Promise.resolve();
      return Promise.resolve({
        willSendResponse: async ({ response, contextValue }) => {
          if (response.body.kind !== 'single') return Promise.resolve();
          const { singleResult } = response.body;
          if (singleResult.errors?.[0]?.extensions?.code === 'PERSISTED_QUERY_NOT_FOUND') {
            const error = new AppError('PERSISTED_QUERY_NOT_IN_LIST', message('OPERATION_NOT_REGISTERED'));
            singleResult.errors = [mask(error, contextValue).toJSON()];
            response.http.status = error.status;
          }
          return Promise.resolve();
        },
      });
    },
  };
}

/** The `id` of a request that has neither a text nor Apollo's own extension. */
function idIn({ query, extensions, http }: GraphQLRequest): string | undefined {
  if (query !== undefined || extensions?.persistedQuery !== undefined || !http) return undefined;
  if (http.method === 'GET') return new URLSearchParams(http.search).get('id') ?? undefined;
  const id: unknown = (http.body as { id?: unknown } | undefined)?.id;
  return typeof id === 'string' ? id : undefined;
}
