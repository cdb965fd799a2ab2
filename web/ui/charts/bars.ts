import type { EChartsCoreOption } from 'echarts/core';
import { seriesStyle } from './theme';

/** Lying bars of counts, each with its figure at its end; the first on top. */
export function barsOption(
  categories: readonly string[],
  counts: readonly number[],
  name: string,
): EChartsCoreOption {
  return {
    grid: { left: 8, right: 40, top: 8, bottom: 8, containLabel: true },
    xAxis: {
      type: 'value',
      minInterval: 1,
      axisLabel: { show: false },
      splitLine: { show: false },
      axisLine: { show: false },
    },
    yAxis: { type: 'category', data: categories, inverse: true, axisTick: { show: false } },
    series: [
      {
        type: 'bar',
        name,
        data: counts,
        barWidth: '60%',
        itemStyle: { color: seriesStyle(0).color },
        label: { show: true, position: 'right' },
        silent: true,
      },
    ],
  };
}
