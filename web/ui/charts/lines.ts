import type { EChartsCoreOption } from 'echarts/core';
import type { Decimal } from '../decimals';
import { seriesStyle } from './theme';

/** A line of values, one a category; null where there is none. */
export interface ChartLine {
  readonly name: string;
  readonly values: readonly (Decimal | null)[];
  /** The index of its colour and mark. */
  readonly style: number;
  /** Thin and dashed: what another line is compared with. */
  readonly isCompared?: boolean;
}

/** Lines over categories. Their heights are floats; what is read at a point is the exact text. */
export function linesOption(
  categories: readonly string[],
  lines: readonly ChartLine[],
  unit: string,
): EChartsCoreOption {
  return {
    grid: { left: 8, right: 16, top: 56, bottom: 8, containLabel: true },
    legend: { top: 0, left: 0, itemWidth: 34, type: 'scroll' },
    tooltip: {
      trigger: 'axis',
      formatter: (points: readonly { seriesIndex: number; dataIndex: number }[]) =>
        [
          categories[points[0]?.dataIndex ?? 0],
          ...points.map(({ seriesIndex, dataIndex }) => {
            const { name = '', values = [] } = lines[seriesIndex] ?? {};
            return `${name}  ${values[dataIndex] ?? '—'} ${unit}`;
          }),
        ].join('\n'),
    },
    xAxis: { type: 'category', data: categories, boundaryGap: false },
    yAxis: { type: 'value', name: unit, nameLocation: 'end', nameTextStyle: { align: 'left' } },
    series: lines.map(({ name, values, style, isCompared = false }) => {
      const { color, dash, symbol } = seriesStyle(style);
      return {
        type: 'line',
        name,
        data: values.map((value) => (value === null ? null : Number(value))),
        symbol: isCompared ? 'emptyCircle' : symbol,
        symbolSize: isCompared ? 5 : 8,
        itemStyle: { color },
        lineStyle: { color, width: isCompared ? 1.5 : 2.5, type: isCompared ? [4, 4] : dash },
        // Where lines meet, each is still recognised by its marks.
        showAllSymbol: true,
      };
    }),
  };
}
