import type { OverviewPage } from '../../overviews/use-overview';
import { shadeOf, TILE_COLUMNS, TILE_ROWS, tilesOf } from './tiles';

const CODES = ['03', '04', '05', '06', '11', '12', '13', '14', '15', '17', '18'].map((end) => `4401${end}`);
const ALL = CODES.map((code) => ({ code, name: code }));

function summary(code: string, onTimePercent: string | null): OverviewPage['districts'][number] {
  return {
    district: { code, name: code },
    stations: 1,
    inForce: 1,
    grades: [],
    staffing: { percent: null },
    execution: { percent: '12.00' },
    indicators: { measures: 10, onTime: 5, onTimePercent },
  };
}

test('each of the eleven districts has a square of its own', () => {
  const tiles = tilesOf([], ALL, 'onTime');
  expect(tiles).toHaveLength(11);
  expect(new Set(tiles.map(({ column, row }) => `${String(column)} ${String(row)}`)).size).toBe(11);
  expect(tiles.every(({ column, row }) => column < TILE_COLUMNS && row < TILE_ROWS)).toBe(true);
});

test('they lie as in the city: 花都 in the north, 南沙 in the south, 荔湾 west of 越秀, 黄埔 east of 天河', () => {
  const at = Object.fromEntries(tilesOf([], ALL, 'onTime').map((tile) => [tile.code, tile]));
  expect(at['440114']!.row).toBe(0);
  expect(at['440115']!.row).toBe(TILE_ROWS - 1);
  expect(at['440103']!.column).toBeLessThan(at['440104']!.column);
  expect(at['440112']!.column).toBeGreaterThan(at['440106']!.column);
});

test.each([
  ['49.99', 'onTime', 0],
  ['50.00', 'onTime', 1],
  ['79.99', 'onTime', 1],
  ['80.00', 'onTime', 2],
  ['89.99', 'staffing', 0],
  ['100.00', 'staffing', 2],
  [null, 'staffing', undefined],
] as const)('%s of %s is in class %s', (percent, figure, shade) => {
  expect(shadeOf(percent, figure)).toBe(shade);
});

test('a district without stations is there, and leads nowhere', () => {
  const tiles = tilesOf([summary('440103', '81.00')], ALL, 'onTime');
  expect(tiles.find(({ code }) => code === '440103')).toMatchObject({
    percent: '81.00',
    shade: 2,
    leads: true,
  });
  expect(tiles.find(({ code }) => code === '440104')).toMatchObject({ percent: null, leads: false });
  expect(tilesOf([summary('440103', '81.00')], ALL, 'execution')[0]).toMatchObject({
    percent: '12.00',
    shade: 0,
  });
});
