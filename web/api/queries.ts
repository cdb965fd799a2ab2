import { keepPreviousData, QueryClient, useQuery, type UseQueryResult } from '@tanstack/react-query';
import type { TypedDocumentString } from '../generated/graphql';
import { ask } from './ask';
import { askOrKept } from './kept-answers';
import { isSentAgain, waitMs } from './request-failed';

/** Answers are asked for again when a page is opened or the window is looked at again; meanwhile the last one is shown. */
export const queries = new QueryClient({
  defaultOptions: {
    queries: { retry: isSentAgain, retryDelay: waitMs, staleTime: 10_000, networkMode: 'always' },
    mutations: { retry: isSentAgain, retryDelay: waitMs, networkMode: 'always' },
  },
});

interface QueryOptions {
  /** Asked for only when true; its variables are not known yet otherwise. */
  readonly enabled?: boolean;
  /** Whether the last answer is shown while other variables are asked for. */
  readonly keep?: boolean;
  /** Whether the last answer is shown where there is no network, also when the page is opened anew. */
  readonly isKept?: boolean;
}

/** The answer to an operation, kept under its text and variables. */
export function useOperation<Data, Variables>(
  operation: TypedDocumentString<Data, Variables>,
  variables: Variables,
  { enabled = true, keep = false, isKept = false }: QueryOptions = {},
): UseQueryResult<Data> {
  return useQuery({
    ...queryOf(operation, variables, isKept),
    enabled,
    ...(keep && { placeholderData: keepPreviousData }),
  });
}

/** Asks for what `useOperation` will show. */
export function prefetch<Data, Variables>(
  operation: TypedDocumentString<Data, Variables>,
  variables: Variables,
  { isKept = false }: Pick<QueryOptions, 'isKept'> = {},
): void {
  // What goes wrong is said where it is shown.
  queries.query(queryOf(operation, variables, isKept)).catch(() => undefined);
}

function queryOf<Data, Variables>(
  operation: TypedDocumentString<Data, Variables>,
  variables: Variables,
  isKept: boolean,
): { queryKey: unknown[]; queryFn: () => Promise<Data> } {
  return {
    queryKey: [operation.toString(), variables],
    queryFn: async () => (isKept ? askOrKept : ask)(operation, variables),
  };
}
