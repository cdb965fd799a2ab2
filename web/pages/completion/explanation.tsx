import { useInfiniteQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Link } from 'wouter';
import { ask } from '../../api/ask';
import { ExplainDocument, type CompletionQuery } from '../../generated/graphql';
import { texts } from '../../messages';
import { useAddress } from '../../place/at-place';
import { RecordTable } from '../../records/record-table';
import { Pending, Skeleton } from '../../ui/answered';
import type { Decimal } from '../../ui/decimals';
import { Dialog } from '../../ui/dialog';
import type { Column, Line } from './sheet';

/** A figure of the table: of a column, or the total. */
export interface ExplainedFigure {
  readonly line: Line;
  readonly column: Column | undefined;
  readonly completed: Decimal;
}

/** The records that a figure is the sum of. */
export function Explanation({
  figure: { line, column },
  agreement,
  onClose,
}: {
  readonly figure: ExplainedFigure;
  readonly agreement: NonNullable<CompletionQuery['agreement']>;
  readonly onClose: () => void;
}): ReactNode {
  const { completion: messages, common } = texts();
  const [address] = useAddress();
  const { from, to } = agreement.completion;
  const cell = {
    agreementId: agreement.id,
    from,
    to,
    indicator: line.indicator.code,
    measure: line.measure.code,
    ...(column?.kind === 'ZONE' && { zoneId: column.id }),
    ...(column?.kind === 'PROJECT' && { projectId: column.id }),
  };
  const query = useInfiniteQuery({
    queryKey: [ExplainDocument.toString(), cell],
    queryFn: async ({ pageParam }) => ask(ExplainDocument, { cell, after: pageParam }),
    initialPageParam: null as string | null,
    getNextPageParam: ({ explain: { records } }) =>
      records.pageInfo.hasNextPage ? records.pageInfo.endCursor : undefined,
  });
  const pages = query.data?.pages ?? [];
  const [first] = pages;
  const records = pages.flatMap(({ explain }) => explain.records.nodes);
  const search = new URLSearchParams(address);
  search.set('indicator', line.indicator.code);
  search.set('from', from);
  search.set('to', to);
  if (column?.kind === 'ZONE') search.set('zone', column.id);
  return (
    <Dialog
      isDrawer
      title={messages.explain(line.indicator.name, line.measure.name, column?.name ?? messages.head.total)}
      onClose={onClose}
    >
      {!first && <Pending query={query} skeleton={<Skeleton lines={6} />} />}
      {first && (
        <>
          <p>{messages.explained(first.explain.completed, first.explain.records.totalCount)}</p>
          {records.length === 0 ? (
            <p className="soft">{messages.noRecords}</p>
          ) : (
            <RecordTable records={records} measure={line.measure.code} />
          )}
          <div className="actions">
            {query.hasNextPage && (
              <button type="button" className="button" onClick={() => void query.fetchNextPage()}>
                {common.more}
              </button>
            )}
            <Link className="button" href={`/console/records?${search.toString()}`}>
              {messages.allRecords}
            </Link>
          </div>
        </>
      )}
    </Dialog>
  );
}
