/** A line of a chart: distinguished by its colour, and without colours by its dashes and its marks. */
interface SeriesStyle {
  readonly color: string;
  readonly dash: 'solid' | number[];
  readonly symbol: string;
}

/** Told apart by people who confuse colours, and each at least 3 : 1 on white. */
const COLORS = ['#0b6b5d', '#d55e00', '#0072b2', '#a8478a', '#7a5200', '#c2185b', '#4a4a4a', '#5e8c00'];
const DASHES = ['solid', [8, 4], [2, 3], [10, 3, 2, 3]] as const;
const SYMBOLS = ['circle', 'rect', 'triangle', 'diamond'] as const;

/** More lines than this are no chart any more. */
export const MAX_SERIES = COLORS.length;

export function seriesStyle(index: number): SeriesStyle {
  const dash = DASHES[Math.floor((index % MAX_SERIES) / 2)] ?? 'solid';
  return {
    color: COLORS[index % COLORS.length] ?? '',
    dash: dash === 'solid' ? dash : [...dash],
    symbol: SYMBOLS[index % SYMBOLS.length] ?? '',
  };
}

/** The console's own colours and letters. Copies of them: a picture of a chart has no style sheet. */
export function themeOf(element: Element): object {
  const style = getComputedStyle(element);
  const value = (name: string): string => style.getPropertyValue(name).trim();
  const [ink, soft, line] = [value('--ink'), value('--ink-soft'), value('--line')];
  const axis = {
    axisLine: { show: true, lineStyle: { color: soft } },
    axisTick: { lineStyle: { color: soft } },
    axisLabel: { color: soft },
    nameTextStyle: { color: soft },
    splitLine: { lineStyle: { color: line } },
  };
  return {
    // Nothing moves: who asked for less motion has it, and no picture is taken half way.
    animation: false,
    textStyle: { fontFamily: style.fontFamily, color: ink },
    legend: { textStyle: { color: ink } },
    // As text of the SVG: the page's policy refuses the styles of an HTML one.
    tooltip: { renderMode: 'richText', confine: true, textStyle: { color: ink, fontSize: 13 } },
    categoryAxis: { ...axis, splitLine: { show: false } },
    valueAxis: axis,
  };
}
