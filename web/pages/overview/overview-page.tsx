import type { ReactNode } from 'react';
import { PageFrame } from '../../app/page-frame';
import { texts } from '../../messages';
import { AsOf, useAsOf } from '../../overviews/as-of';
import { StationTable } from '../../overviews/station-table';
import { summaryOf } from '../../overviews/summary';
import { SummaryCards } from '../../overviews/summary-cards';
import { linesOf, useOverview } from '../../overviews/use-overview';
import { useAddress } from '../../place/at-place';
import { Empty, Pending } from '../../ui/answered';
import { PrintButton } from '../../ui/print-button';
import { Charts } from './overview-charts';
import { Weakest } from './weakest';

/** The stations that a member oversees, side by side. */
export function Page(): ReactNode {
  const { overview: messages, common } = texts();
  const [address] = useAddress();
  const on = useAsOf();
  const query = useOverview(address.get('on'));
  const lines = linesOf(query.data);
  const [first] = query.data?.pages ?? [];
  return (
    <PageFrame
      title={messages.title}
      tools={
        <>
          <AsOf />
          <PrintButton />
        </>
      }
    >
      {!first && <Pending query={query} />}
      {first && lines.length === 0 && <Empty>{messages.empty}</Empty>}
      {first && lines.length > 0 && (
        <>
          <SummaryCards summary={summaryOf(lines)} />
          <Charts districts={first.districts} lines={lines} on={on} />
          <section className="section">
            <h2>{messages.stations}</h2>
            <StationTable lines={lines} />
          </section>
          {query.hasNextPage && (
            <p>
              {common.count(lines.length, first.total)}{' '}
              <button type="button" className="button" onClick={() => void query.fetchNextPage()}>
                {common.more}
              </button>
            </p>
          )}
          <Weakest lines={lines} />
        </>
      )}
    </PageFrame>
  );
}
