import type { ReactNode } from 'react';
import { Link } from 'wouter';
import { PageFrame } from '../../app/page-frame';
import { texts } from '../../messages';
import { StationTable } from '../../overviews/station-table';
import { summaryOf } from '../../overviews/summary';
import { SummaryCards } from '../../overviews/summary-cards';
import { linesOf, useOverview } from '../../overviews/use-overview';
import { useMay, useViewer } from '../../session/viewer';
import { Empty, Pending } from '../../ui/answered';
import { FoundingList } from './founding-list';
import { LateList } from './late-list';
import { Shortcuts } from './shortcuts';
import { StationList } from './station-list';
import { TaskList } from './task-list';
import './home.css';

/** Where a member begins: what is to be done, and the stations of its scope. */
export function Page(): ReactNode {
  const { home } = texts();
  const { displayName, may } = useViewer();
  const hasOverview = ['overview.operator', 'overview.purchaser', 'overview.district'].some((it) =>
    may.includes(it),
  );
  return (
    <PageFrame title={home.title} about={<span className="soft">{home.hello(displayName)}</span>}>
      {may.includes('task.read') && <TaskList />}
      <Shortcuts />
      {hasOverview && <Overseen />}
      {!hasOverview && may.includes('station.read') && <StationList />}
      {may.includes('organisation.add') && <FoundingList />}
    </PageFrame>
  );
}

function Overseen(): ReactNode {
  const { home, overview } = texts();
  const query = useOverview(null);
  const lines = linesOf(query.data);
  if (!query.data) return <Pending query={query} />;
  if (lines.length === 0) return <NoStation />;
  return (
    <>
      <SummaryCards summary={summaryOf(lines)} />
      <LateList lines={lines} />
      <section className="section">
        <h2>{overview.stations}</h2>
        <StationTable lines={lines} />
      </section>
      {query.hasNextPage && <Link href="/console/overview">{home.all}</Link>}
    </>
  );
}

/** Says what to do to have a station. */
function NoStation(): ReactNode {
  const { home, overview } = texts();
  const mayRegister = useMay('agreement.register');
  return (
    <Empty>
      <p>{overview.empty}</p>
      {mayRegister && (
        <p>
          <Link href="/console/agreements?register=1">{home.register}</Link>
        </p>
      )}
    </Empty>
  );
}
