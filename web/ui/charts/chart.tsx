import type { EChartsCoreOption, EChartsType } from 'echarts/core';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { Failure, Skeleton } from '../answered';
import { themeOf } from './theme';

/** A point that was pressed: of which series, and which of its values. */
export interface ChartPoint {
  readonly series: number;
  readonly index: number;
}

/** A chart of ECharts. Who does not see it, or has no mouse, takes the table that its frame has. */
export function Chart({
  option,
  height,
  onPoint,
}: {
  readonly option: EChartsCoreOption;
  readonly height: number;
  readonly onPoint?: ((point: ChartPoint) => void) | undefined;
}): ReactNode {
  const element = useRef<HTMLDivElement>(null);
  const [chart, setChart] = useState<EChartsType>();
  const [error, setError] = useState<Error>();
  useEffect(() => {
    const { current } = element;
    if (!current) return undefined;
    let isGone = false;
    let end = (): void => undefined;
    const draw = async (): Promise<void> => {
      const { chartIn } = await import('./echarts');
      if (isGone) return;
      const drawn = chartIn(current, themeOf(current));
      const sizes = new ResizeObserver(() => {
        drawn.resize();
        fitPaper(current, drawn);
      });
      sizes.observe(current);
      end = () => {
        sizes.disconnect();
        drawn.dispose();
      };
      setChart(drawn);
    };
    draw().catch(setError);
    return () => {
      isGone = true;
      end();
      setChart(undefined);
    };
  }, []);
  useEffect(() => {
    if (!chart || !element.current) return;
    chart.setOption(option, { notMerge: true });
    fitPaper(element.current, chart);
  }, [chart, option]);
  useEffect(() => {
    if (!chart || !onPoint) return undefined;
    const press = ({ seriesIndex = 0, dataIndex }: { seriesIndex?: number; dataIndex: number }): void => {
      onPoint({ series: seriesIndex, index: dataIndex });
    };
    chart.on('click', press);
    return () => {
      chart.off('click', press);
    };
  }, [chart, onPoint]);
  return (
    <div className="chart-picture" style={{ height }}>
      {error && <Failure error={error} />}
      {!chart && !error && <Skeleton lines={6} />}
      <div ref={element} className={onPoint ? 'leads' : undefined} aria-hidden="true" />
    </div>
  );
}

/** Paper is narrower than the screen: with a view box the SVG shrinks to it. */
function fitPaper(element: HTMLElement, chart: EChartsType): void {
  const box = `0 0 ${String(chart.getWidth())} ${String(chart.getHeight())}`;
  element.querySelector('svg')?.setAttribute('viewBox', box);
}
