import type { ReactNode } from 'react';
import { texts } from '../../messages';
import { Pending, type PendingProps, Skeleton } from '../../ui/answered';

/** A list that is read page by page, with its number, or a word where it is empty. */
export function ListSection({
  title,
  empty,
  query,
  shown,
  total,
  children,
}: {
  readonly title: string;
  readonly empty: string;
  readonly query: PendingProps['query'] & {
    readonly hasNextPage: boolean;
    readonly isFetchingNextPage: boolean;
    readonly fetchNextPage: () => Promise<unknown>;
  };
  readonly shown: number;
  /** Undefined until it has been answered. */
  readonly total: number | undefined;
  readonly children: ReactNode;
}): ReactNode {
  const { common, work } = texts();
  return (
    <section className="section">
      <h2>{total ? work.counted(title, total) : title}</h2>
      {total === undefined && <Pending query={query} skeleton={<Skeleton lines={3} />} />}
      {total === 0 && <p className="soft">{empty}</p>}
      {total !== undefined && total > 0 && children}
      {query.hasNextPage && total !== undefined && (
        <div className="more">
          <span className="soft">{common.count(shown, total)}</span>
          <button
            type="button"
            className="button"
            disabled={query.isFetchingNextPage}
            onClick={() => void query.fetchNextPage()}
          >
            {common.more}
          </button>
        </div>
      )}
    </section>
  );
}
