import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { ask } from '../../api/ask';
import { PageFrame } from '../../app/page-frame';
import { FormFiles } from '../../forms/form-files';
import { RecordsDocument, type RecordsQuery } from '../../generated/graphql';
import { texts } from '../../messages';
import { AtPlace, useAddress } from '../../place/at-place';
import { PlaceBar } from '../../place/place-bar';
import type { Place } from '../../place/places';
import { RecordTable } from '../../records/record-table';
import { Empty, Pending, Skeleton } from '../../ui/answered';
import { filterOf, Filters, isEverywhere } from './filters';
import { RecordDrawer } from './record-drawer';

/** The service records of an agreement, or of all stations: to find one, to see its history, to correct, void or remark on it. */
export function Page(): ReactNode {
  return <AtPlace>{(place) => <Records place={place} />}</AtPlace>;
}

type Data = RecordsQuery;
type Line = NonNullable<Data['serviceRecords']>['nodes'][number];

/** The list that was asked for: of the agreement, or of all. */
function listOf({ agreement, serviceRecords }: Data): Data['serviceRecords'] {
  return serviceRecords ?? (agreement?.serviceRecords as Data['serviceRecords']);
}

function Records({ place }: { readonly place: Place }): ReactNode {
  const { records: messages, common } = texts();
  const [address] = useAddress();
  const [opened, setOpened] = useState<string>();
  const filter = filterOf(address);
  const here = !isEverywhere(address);
  const query = useInfiniteQuery({
    queryKey: [RecordsDocument.toString(), place.agreement, here, filter],
    queryFn: async ({ pageParam: after }) =>
      ask(RecordsDocument, { agreement: place.agreement, here, filter, after }),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => {
      const { hasNextPage, endCursor } = listOf(page)?.pageInfo ?? {};
      return hasNextPage === true ? endCursor : undefined;
    },
    // The page stays while another filter is being asked.
    placeholderData: keepPreviousData,
  });
  const pages = query.data?.pages ?? [];
  const [first] = pages;
  if (!first?.agreement) return <Pending query={query} skeleton={<Skeleton lines={20} />} />;
  const { agreement, indicators } = first;
  const records: Line[] = pages.flatMap((page) => listOf(page)?.nodes ?? []);
  return (
    <PageFrame
      title={messages.title}
      about={<PlaceBar head={agreement} place={place} />}
      tools={
        <>
          <Filters indicators={indicators} zones={agreement.zones} />
          {here && (
            <FormFiles
              form="SERVICE_LOG"
              agreement={agreement}
              term={place.term}
              filled={{ parameters: daysOf(address), fileName: messages.fileName(agreement.station.name) }}
            />
          )}
        </>
      }
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
        <span className="soft">{common.count(records.length, listOf(first)?.totalCount ?? 0)}</span>
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

/** The days that the list is limited to, as the export takes them. */
function daysOf(address: URLSearchParams): Record<string, string> {
  const days = ['from', 'to'].map((name) => [name, address.get(name) ?? ''] as const);
  return Object.fromEntries(days.filter(([, day]) => day !== ''));
}
