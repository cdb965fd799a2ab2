import { useInfiniteQuery, type UseInfiniteQueryResult } from '@tanstack/react-query';
import type { TypedDocumentString } from '../generated/graphql';
import { ask } from './ask';

interface Connection<Node> {
  readonly nodes: readonly Node[];
  readonly totalCount: number;
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
}

/** What of a list has been read so far. */
export interface Listed<Node, Data = unknown> {
  /** The first page with what else the operation asks for; undefined until it is there. */
  readonly first: Data | undefined;
  /** Undefined until the first page is there. */
  readonly nodes: readonly Node[] | undefined;
  readonly totalCount: number;
  readonly query: Pick<
    UseInfiniteQueryResult,
    'error' | 'failureReason' | 'refetch' | 'hasNextPage' | 'fetchNextPage' | 'isFetchingNextPage'
  >;
}

/** A list that is read page by page: the operation takes the cursor of a page as `after`. */
export function useConnection<Data, Variables extends { after?: string | null | undefined }, Node>(
  operation: TypedDocumentString<Data, Variables>,
  variables: Omit<NoInfer<Variables>, 'after'>,
  connectionOf: (data: Data) => Connection<Node>,
): Listed<Node, Data> {
  const query = useInfiniteQuery({
    queryKey: [operation.toString(), variables],
    queryFn: async ({ pageParam: after }) => ask(operation, { ...variables, after } as Variables),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => {
      const { hasNextPage, endCursor } = connectionOf(page).pageInfo;
      return hasNextPage ? endCursor : undefined;
    },
  });
  const pages = query.data?.pages.map(connectionOf);
  return {
    query,
    first: query.data?.pages[0],
    nodes: pages?.flatMap(({ nodes }) => nodes),
    totalCount: pages?.[0]?.totalCount ?? 0,
  };
}
