import type { EChartsCoreOption } from 'echarts/core';
import type { Decimal } from '../decimals';
import { seriesStyle } from './theme';

/** A point of two percents. */
interface PercentPoint {
  readonly x: Decimal;
  readonly y: Decimal;
  /** What is read at it. */
  readonly text: string;
}

/** Points over the percents of 0 to 100, or further, with the line on which both are the same. */
export function pointsOption(
  points: readonly PercentPoint[],
  names: { readonly x: string; readonly y: string; readonly even: string },
): EChartsCoreOption {
  const most = (of: (point: PercentPoint) => Decimal): number =>
    Math.max(100, ...points.map((point) => Math.ceil(Number(of(point)) / 20) * 20));
  const top = most(({ y }) => y);
  const isBehind = ({ x, y }: PercentPoint): boolean => Number(y) < Number(x);
  const marks = [seriesStyle(0), seriesStyle(1)] as const;
  return {
    grid: { left: 8, right: 24, top: 36, bottom: 28, containLabel: true },
    tooltip: {
      trigger: 'item',
      formatter: ({ dataIndex }: { dataIndex: number }) => points[dataIndex]?.text ?? '',
    },
    xAxis: { type: 'value', name: names.x, nameLocation: 'middle', nameGap: 28, min: 0, max: 100 },
    yAxis: { type: 'value', name: names.y, nameTextStyle: { align: 'left' }, min: 0, max: top },
    series: [
      {
        type: 'scatter',
        symbolSize: 12,
        data: points.map((point) => {
          const { color, symbol } = marks[isBehind(point) ? 1 : 0];
          return { value: [Number(point.x), Number(point.y)], symbol, itemStyle: { color } };
        }),
        markLine: {
          silent: true,
          symbol: 'none',
          label: { formatter: names.even, position: 'insideMiddleTop' },
          lineStyle: { color: '#55625e', type: [4, 4] },
          data: [[{ coord: [0, 0] }, { coord: [100, 100] }]],
        },
      },
    ],
  };
}
