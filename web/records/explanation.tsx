import { useInfiniteQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { ask } from '../api/ask';
import { type CellInput, ExplainDocument } from '../generated/graphql';
import { texts } from '../messages';
import { Pending, Skeleton } from '../ui/answered';
import { Dialog } from '../ui/dialog';
import { RecordTable } from './record-table';

/** The records that a figure is the sum of; asked only by those who may `serviceRecord.read`. */
export function Explanation({
  title,
  cell,
  isOfStations = false,
  children,
  onClose,
}: {
  readonly title: string;
  readonly cell: CellInput;
  /** Whether it may be the sum of several stations, which are named then. */
  readonly isOfStations?: boolean;
  /** Where else it leads. */
  readonly children?: ReactNode;
  readonly onClose: () => void;
}): ReactNode {
  const { completion: messages, common } = texts();
  const query = useInfiniteQuery({
    queryKey: [ExplainDocument.toString(), cell, isOfStations],
    queryFn: async ({ pageParam }) =>
      ask(ExplainDocument, { cell, withStations: isOfStations, after: pageParam }),
    initialPageParam: null as string | null,
    getNextPageParam: ({ explain: { records } }) =>
      records.pageInfo.hasNextPage ? records.pageInfo.endCursor : undefined,
  });
  const pages = query.data?.pages ?? [];
  const [first] = pages;
  const records = pages.flatMap(({ explain }) => explain.records.nodes);
  return (
    <Dialog isDrawer title={title} onClose={onClose}>
      {!first && <Pending query={query} skeleton={<Skeleton lines={6} />} />}
      {first && (
        <>
          <p>{messages.explained(first.explain.completed, first.explain.records.totalCount)}</p>
          {records.length === 0 ? (
            <p className="soft">{messages.noRecords}</p>
          ) : (
            <RecordTable records={records} measure={cell.measure} />
          )}
          <div className="actions">
            {query.hasNextPage && (
              <button type="button" className="button" onClick={() => void query.fetchNextPage()}>
                {common.more}
              </button>
            )}
            {children}
          </div>
        </>
      )}
    </Dialog>
  );
}
