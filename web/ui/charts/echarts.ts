import { BarChart, LineChart, ScatterChart } from 'echarts/charts';
import { GridComponent, LegendComponent, MarkLineComponent, TooltipComponent } from 'echarts/components';
// Not a hook of React's, which has one of that name.
import { type EChartsType, init, use as register } from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';

register([
  BarChart,
  LineChart,
  ScatterChart,
  GridComponent,
  LegendComponent,
  MarkLineComponent,
  TooltipComponent,
  SVGRenderer,
]);

/** A chart in an element, as an SVG. Loaded when the first one is shown: the largest file of the console. */
export function chartIn(element: HTMLElement, theme: object): EChartsType {
  return init(element, theme, { renderer: 'svg' });
}
