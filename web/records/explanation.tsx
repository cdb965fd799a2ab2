import { useInfiniteQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Link } from 'wouter';
import { ask } from '../api/ask';
import { type CellInput, ExplainDocument } from '../generated/graphql';
import { texts } from '../messages';
import { useAddress } from '../place/at-place';
import { Pending, Skeleton } from '../ui/answered';
import { quantityText } from '../ui/decimals';
import { Dialog } from '../ui/dialog';
import { RecordTable } from './record-table';

/** The records that a figure is the sum of; asked only by those who may `serviceRecord.read`. */
export function Explanation({
  title,
  cell,
  isOfStations = false,
  onClose,
}: {
  /** What the figure is of. */
  readonly title: string;
  readonly cell: CellInput;
  /** Whether it may be the sum of several stations, which are named then. */
  readonly isOfStations?: boolean;
  readonly onClose: () => void;
}): ReactNode {
  const { records: messages, common } = texts();
  const [address] = useAddress();
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
  const of = records.flatMap(({ quantities }) => quantities).find((it) => it.measure.code === cell.measure);
  return (
    <Dialog isDrawer title={title} onClose={onClose}>
      {!first && <Pending query={query} skeleton={<Skeleton lines={6} />} />}
      {first && (
        <>
          <p>
            {messages.explained(
              quantityText(first.explain.completed, of?.measure.unit ?? ''),
              first.explain.records.totalCount,
            )}
          </p>
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
            {cell.agreementId != null && (
              <Link className="button" href={recordsBehind(cell, address.get('term'))}>
                {messages.allRecords}
              </Link>
            )}
          </div>
        </>
      )}
    </Dialog>
  );
}

/** The page of records, limited to those of the figure. */
function recordsBehind({ agreementId, zoneId, indicator, from, to }: CellInput, term: string | null): string {
  const search = new URLSearchParams({ agreement: String(agreementId), indicator, from, to });
  if (term !== null) search.set('term', term);
  if (zoneId != null) search.set('zone', String(zoneId));
  return `/console/records?${search.toString()}`;
}
