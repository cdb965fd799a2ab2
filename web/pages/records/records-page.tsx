import { useInfiniteQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { ask } from '../../api/ask';
import { PageFrame } from '../../app/page-frame';
import { RecordsDocument } from '../../generated/graphql';
import { texts } from '../../messages';
import { AtPlace, useAddress } from '../../place/at-place';
import { PlaceBar } from '../../place/place-bar';
import type { Place } from '../../place/places';
import { RecordTable } from '../../records/record-table';
import { Empty, Pending, Skeleton } from '../../ui/answered';
import { Filters } from './filters';
import { RecordDrawer } from './record-drawer';

/** The service records of an agreement: to find one, to see its history, to correct or void it. */
export function Page(): ReactNode {
  return <AtPlace>{(place) => <Records place={place} />}</AtPlace>;
}

function Records({ place }: { readonly place: Place }): ReactNode {
  const { records: messages, common } = texts();
  const [address] = useAddress();
  const [opened, setOpened] = useState<string>();
  const filter = {
    from: address.get('from'),
    to: address.get('to'),
    indicator: address.get('indicator'),
    zoneId: address.get('zone'),
  };
  const query = useInfiniteQuery({
    queryKey: [RecordsDocument.toString(), place.agreement, filter],
    queryFn: async ({ pageParam: after }) =>
      ask(RecordsDocument, { agreement: place.agreement, filter, after }),
    initialPageParam: null as string | null,
    getNextPageParam: ({ agreement }) =>
      agreement?.serviceRecords.pageInfo.hasNextPage === true
        ? agreement.serviceRecords.pageInfo.endCursor
        : undefined,
  });
  const pages = query.data?.pages ?? [];
  const [first] = pages;
  if (!first?.agreement) return <Pending query={query} skeleton={<Skeleton lines={20} />} />;
  const { agreement, indicators } = first;
  const records = pages.flatMap((page) => page.agreement?.serviceRecords.nodes ?? []);
  return (
    <PageFrame
      title={messages.title}
      about={<PlaceBar head={agreement} place={place} />}
      tools={<Filters indicators={indicators} zones={agreement.zones} />}
    >
      {records.length === 0 ? (
        <Empty>{messages.empty}</Empty>
      ) : (
        <RecordTable
          records={records}
          onOpen={({ id }) => {
            setOpened(id);
          }}
        />
      )}
      <p className="list-foot">
        <span className="soft">{common.count(records.length, agreement.serviceRecords.totalCount)}</span>
        {query.hasNextPage && (
          <button type="button" className="button" onClick={() => void query.fetchNextPage()}>
            {common.more}
          </button>
        )}
      </p>
      {opened !== undefined && (
        <RecordDrawer
          id={opened}
          onClose={() => {
            setOpened(undefined);
          }}
        />
      )}
    </PageFrame>
  );
}
