import { useInfiniteQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { ask } from '../../api/ask';
import { PageFrame } from '../../app/page-frame';
import { RankingDocument, type RankedLineFragment, type RankingBasis } from '../../generated/graphql';
import { texts } from '../../messages';
import type { Analysis } from '../../overviews/analysis';
import {
  AnalysisTools,
  AtAnalysis,
  type Choices,
  DistrictChoice,
  namesOf,
} from '../../overviews/at-analysis';
import { useAddress } from '../../place/at-place';
import { Explanation } from '../../records/explanation';
import { useMay } from '../../session/viewer';
import { Empty, Pending } from '../../ui/answered';
import { lastDayOf } from '../../ui/days';
import { periodText } from '../../ui/months';
import { RankingTable } from './ranking-table';
import './ranking.css';

const BASES: readonly RankingBasis[] = ['COMPLETED', 'PERCENT'];

/** The stations of the scope by one measure, and which figures ought to be looked at. */
export function Page(): ReactNode {
  return <AtAnalysis>{(analysis, choices) => <Ranking analysis={analysis} choices={choices} />}</AtAnalysis>;
}

function Ranking({
  analysis,
  choices,
}: {
  readonly analysis: Analysis;
  readonly choices: Choices | undefined;
}): ReactNode {
  const { ranking: messages, common } = texts();
  const [address, change] = useAddress();
  const mayExplain = useMay('serviceRecord.read');
  const [explained, setExplained] = useState<RankedLineFragment>();
  const { indicator, measure, period } = analysis;
  const by = BASES.find((it) => it === address.get('by')) ?? 'COMPLETED';
  const district = address.get('district');
  const input = {
    indicator,
    measure,
    by,
    ...period,
    ...(district !== null && { districtCodes: [district] }),
  };
  const query = useInfiniteQuery({
    queryKey: [RankingDocument.toString(), input],
    queryFn: async ({ pageParam: after }) => (await ask(RankingDocument, { input, after })).stationRanking,
    initialPageParam: null as string | null,
    getNextPageParam: ({ pageInfo }) => (pageInfo.hasNextPage ? pageInfo.endCursor : undefined),
  });
  const pages = query.data?.pages ?? [];
  const [first] = pages;
  const lines = pages.flatMap(({ nodes }) => nodes);
  const { title, unit } = namesOf(analysis, choices);
  return (
    <PageFrame
      title={messages.title}
      tools={
        <>
          <AnalysisTools analysis={analysis} choices={choices} />
          <DistrictChoice districts={choices?.districts} />
          <label className="field inline">
            <span className="label">{messages.by}</span>
            <select
              className="input"
              value={by}
              onChange={(event) => {
                change({ by: event.target.value });
              }}
            >
              {BASES.map((it) => (
                <option key={it} value={it}>
                  {messages.bases[it]}
                </option>
              ))}
            </select>
          </label>
        </>
      }
    >
      <p className="print-only">{messages.caption(title, periodText(period))}</p>
      {!first && <Pending query={query} />}
      {first && lines.length === 0 && <Empty>{messages.empty}</Empty>}
      {first && lines.length > 0 && (
        <>
          <RankingTable lines={lines} by={by} unit={unit} onExplain={mayExplain ? setExplained : undefined} />
          {query.hasNextPage && (
            <p className="more">
              {common.count(lines.length, first.totalCount)}{' '}
              <button type="button" className="button" onClick={() => void query.fetchNextPage()}>
                {common.more}
              </button>
            </p>
          )}
          <p className="soft note">{messages.marksNote}</p>
        </>
      )}
      {explained && (
        <Explanation
          title={messages.explain(title, explained.station.name, periodText(period))}
          cell={{
            indicator,
            measure,
            stationId: explained.station.id,
            from: `${period.from}-01`,
            to: lastDayOf(period.to),
          }}
          onClose={() => {
            setExplained(undefined);
          }}
        />
      )}
    </PageFrame>
  );
}
