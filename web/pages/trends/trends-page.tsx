import type { ReactNode } from 'react';
import { PageFrame } from '../../app/page-frame';
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
import { Answered, Empty } from '../../ui/answered';
import { monthsOf } from '../../ui/days';
import type { Period } from '../../ui/months';
import { dimensionsOf, type Grouping, GROUPINGS, seriesOf, yearBefore } from './series';
import { StationChoice } from './station-choice';
import { TrendChart } from './trend-chart';
import { useTrend } from './use-trend';
import './trends.css';

/** One measure month by month, beside the year before. */
export function Page(): ReactNode {
  return <AtAnalysis>{(analysis, choices) => <Trends analysis={analysis} choices={choices} />}</AtAnalysis>;
}

function Trends({
  analysis,
  choices,
}: {
  readonly analysis: Analysis;
  readonly choices: Choices | undefined;
}): ReactNode {
  const { trends: messages } = texts();
  const [address, change] = useAddress();
  const { indicator, measure, period } = analysis;
  const stations = (address.get('stations') ?? '').split(',').filter((id) => id !== '');
  const grouping = GROUPINGS.find((it) => it === address.get('by')) ?? 'TOTAL';
  const district = address.get('district');
  const inputOf = ({ from, to }: Period): Parameters<typeof useTrend>[0] => ({
    from,
    to,
    indicators: [indicator],
    groupBy: dimensionsOf(grouping),
    ...(district !== null && { districtCodes: [district] }),
    ...(stations.length > 0 && { stationIds: stations }),
  });
  const now = useTrend(inputOf(period));
  const before = useTrend(inputOf(yearBefore(period)));
  const { title, unit } = namesOf(analysis, choices);
  return (
    <PageFrame
      title={messages.title}
      paper="a3"
      tools={
        <>
          <AnalysisTools analysis={analysis} choices={choices} />
          <DistrictChoice districts={choices?.districts} />
          <label className="field inline">
            <span className="label">{messages.by}</span>
            <select
              className="input"
              value={grouping}
              onChange={(event) => {
                change({ by: event.target.value });
              }}
            >
              {GROUPINGS.map((it) => (
                <option key={it} value={it}>
                  {messages.groupings[it]}
                </option>
              ))}
            </select>
          </label>
        </>
      }
    >
      <StationChoice
        stations={stations}
        rows={now.data ?? []}
        onChange={(chosen) => {
          change({ stations: chosen.length > 0 ? chosen.join(',') : null, ...byStation(chosen, grouping) });
        }}
      />
      <Answered query={now}>
        {(rows) => {
          const series = seriesOf(rows, measure, monthsIn(period), messages.groupings.TOTAL);
          if (series.length === 0) return <Empty>{messages.empty}</Empty>;
          return (
            <TrendChart
              title={title}
              unit={unit}
              analysis={analysis}
              series={series}
              before={seriesOf(
                before.data ?? [],
                measure,
                monthsIn(yearBefore(period)),
                messages.groupings.TOTAL,
              )}
            />
          );
        }}
      </Answered>
    </PageFrame>
  );
}

/** Who chooses the second station wants to see them apart. */
function byStation(chosen: readonly string[], grouping: Grouping): { by?: Grouping } {
  return chosen.length > 1 && grouping === 'TOTAL' ? { by: 'STATION' } : {};
}

function monthsIn({ from, to }: Period): string[] {
  return monthsOf(`${from}-01`, `${to}-01`);
}
