import { type ReactNode, useState } from 'react';
import type { CellInput } from '../../generated/graphql';
import { texts } from '../../messages';
import type { Analysis } from '../../overviews/analysis';
import { Explanation } from '../../records/explanation';
import { useMay } from '../../session/viewer';
import { Chart, type ChartPoint } from '../../ui/charts/chart';
import { ChartFrame } from '../../ui/charts/chart-frame';
import { type ChartLine, linesOption } from '../../ui/charts/lines';
import { MAX_SERIES } from '../../ui/charts/theme';
import { lastDayOf, monthsAfter, monthsOf } from '../../ui/days';
import { monthText, periodText } from '../../ui/months';
import type { Series, TrendFigure } from './series';
import { TrendTable } from './trend-table';

/** More lines beside last year's could not be distinguished. */
const MAX_COMPARED = 3;

/** A line of the chart, with the figures that it is drawn from. */
interface Drawn {
  readonly line: ChartLine;
  readonly series: Series;
  readonly monthsEarlier: number;
}

export function TrendChart({
  title,
  unit,
  analysis: { indicator, measure, period },
  series,
  before,
}: {
  readonly title: string;
  readonly unit: string;
  readonly analysis: Analysis;
  readonly series: readonly Series[];
  /** The same lines in the year before. */
  readonly before: readonly Series[];
}): ReactNode {
  const { trends: messages } = texts();
  const mayExplain = useMay('serviceRecord.read');
  const [explained, setExplained] = useState<TrendFigure>();
  const months = monthsOf(`${period.from}-01`, `${period.to}-01`);
  const drawn = drawnOf(series, before);
  const press = ({ series: at, index }: ChartPoint): void => {
    const found = drawn[at];
    const month = months[index];
    if (found && month !== undefined) {
      setExplained({ series: found.series, month: monthsAfter(month, -found.monthsEarlier) });
    }
  };
  const about = periodText(period);
  return (
    <>
      <ChartFrame
        title={title}
        about={about}
        isTableOpen
        table={
          <TrendTable
            label={title}
            unit={unit}
            months={months}
            series={series}
            before={before}
            onExplain={mayExplain ? setExplained : undefined}
          />
        }
      >
        <Chart
          option={linesOption(
            months,
            drawn.map(({ line }) => line),
            unit,
          )}
          height={340}
          onPoint={mayExplain ? press : undefined}
        />
      </ChartFrame>
      {series.length > MAX_SERIES && <p className="soft">{messages.largest(MAX_SERIES, series.length)}</p>}
      {explained && (
        <Explanation
          title={messages.explain(title, explained.series.name, monthText(explained.month))}
          cell={cellOf(explained, indicator, measure)}
          isOfStations={explained.series.cell.stationId == null}
          onClose={() => {
            setExplained(undefined);
          }}
        />
      )}
    </>
  );
}

function cellOf({ series, month }: TrendFigure, indicator: string, measure: string): CellInput {
  return { ...series.cell, indicator, measure, from: `${month}-01`, to: lastDayOf(month) };
}

/** The lines that are drawn: the largest, and where they are few, each beside that of the year before. */
function drawnOf(series: readonly Series[], before: readonly Series[]): Drawn[] {
  const { yearBefore } = texts().trends;
  const shown = series.slice(0, MAX_SERIES);
  const own = shown.map((it, style): Drawn => ({
    series: it,
    monthsEarlier: 0,
    line: { name: it.name, values: it.values, style },
  }));
  if (shown.length > MAX_COMPARED) return own;
  return [
    ...own,
    ...shown.flatMap(({ key }, style): Drawn[] => {
      const found = before.find((it) => it.key === key);
      if (!found) return [];
      const line = { name: yearBefore(found.name), values: found.values, style, isCompared: true };
      return [{ series: found, monthsEarlier: 12, line }];
    }),
  ];
}
