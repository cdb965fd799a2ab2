import { barsOption } from './bars';
import { linesOption } from './lines';
import { pointsOption } from './points';
import { MAX_SERIES, seriesStyle } from './theme';

/** What of an option the tests look at. */
interface Option {
  series: { data: unknown[]; lineStyle: { type: unknown }; symbol: string }[];
  tooltip: { formatter: (of: unknown) => string };
  yAxis: { max: number };
}
const of = (option: unknown): Option => option as Option;

test('no two lines of a chart look alike, not even without colours', () => {
  const styles = Array.from({ length: MAX_SERIES }, (_, index) => seriesStyle(index));
  expect(new Set(styles.map(({ color }) => color)).size).toBe(MAX_SERIES);
  expect(new Set(styles.map(({ dash, symbol }) => JSON.stringify([dash, symbol]))).size).toBe(MAX_SERIES);
});

test('a line is read as the exact texts of its values, though it is drawn by floats', () => {
  const lines = [{ name: '甲', values: ['9007199254740993', null], style: 0 }];
  const { series, tooltip } = of(linesOption(['2024-05', '2024-06'], lines, '人次'));
  expect(series[0]!.data).toEqual([Number('9007199254740993'), null]);
  expect(tooltip.formatter([{ seriesIndex: 0, dataIndex: 0 }])).toBe('2024-05\n甲  9007199254740993 人次');
  expect(tooltip.formatter([{ seriesIndex: 0, dataIndex: 1 }])).toBe('2024-06\n甲  — 人次');
});

test('what a line is compared with is dashed, whatever its own dashes are', () => {
  const values = ['1'];
  const { series } = of(
    linesOption(
      ['2024-05'],
      [
        { name: '甲', values, style: 0 },
        { name: '甲（上年同期）', values, style: 0, isCompared: true },
      ],
      '次',
    ),
  );
  expect(series.map(({ lineStyle }) => lineStyle.type)).toEqual(['solid', [4, 4]]);
});

test('points below the line of time have another mark, and the axis reaches the highest', () => {
  const point = (x: string, y: string) => ({ x, y, text: `${x} ${y}` });
  const { series, tooltip, yAxis } = of(
    pointsOption([point('50.00', '49.99'), point('50.00', '130.00')], { x: 'x', y: 'y', even: 'even' }),
  );
  const marks = series[0]!.data as { symbol: string }[];
  expect(marks[0]!.symbol).not.toBe(marks[1]!.symbol);
  expect(yAxis.max).toBe(140);
  expect(tooltip.formatter({ dataIndex: 1 })).toBe('50.00 130.00');
});

test('bars have a count a category', () => {
  expect(of(barsOption(['优秀', '良好'], [3, 0], '站数')).series[0]!.data).toEqual([3, 0]);
});
