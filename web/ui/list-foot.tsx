import type { ReactNode } from 'react';
import type { Listed } from '../api/connections';
import { texts } from '../messages';

/** How much of a list is shown, and the way to more of it. */
export function ListFoot({
  nodes,
  totalCount,
  query,
}: Pick<Listed<unknown>, 'nodes' | 'totalCount' | 'query'>): ReactNode {
  const { common } = texts();
  return (
    <p className="list-foot">
      <span className="soft">{common.count(nodes?.length ?? 0, totalCount)}</span>
      {query.hasNextPage && (
        <button
          type="button"
          className="button screen-only"
          disabled={query.isFetchingNextPage}
          onClick={() => void query.fetchNextPage()}
        >
          {common.more}
        </button>
      )}
    </p>
  );
}
