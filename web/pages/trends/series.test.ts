import type { TrendRowFragment } from '../../generated/graphql';
import { dimensionsOf, seriesOf, yearBefore } from './series';

const MONTHS = ['2024-05', '2024-06', '2024-07'];

function row(month: string, completed: string, more: Partial<TrendRowFragment> = {}): TrendRowFragment {
  return {
    month,
    completed,
    measure: { code: 'HOURS' },
    district: null,
    operator: null,
    station: null,
    ...more,
  };
}

const station = (id: string): Partial<TrendRowFragment> => ({ station: { id, name: `${id}站` } });

test('a month without records is 0, and the total is exact', () => {
  const [line] = seriesOf([row('2024-05', '0.10'), row('2024-07', '0.20')], 'HOURS', MONTHS, '合计');
  expect(line).toEqual({ key: '', name: '合计', values: ['0.10', '0', '0.20'], total: '0.30', cell: {} });
});

test('the largest line comes first, and each leads to its own records', () => {
  const rows = [row('2024-05', '9', station('a')), row('2024-05', '10', station('b'))];
  expect(seriesOf(rows, 'HOURS', MONTHS, '合计').map(({ name, cell }) => [name, cell])).toEqual([
    ['b站', { stationId: 'b' }],
    ['a站', { stationId: 'a' }],
  ]);
});

test('other measures of the indicator are other lines, and not these', () => {
  const rows = [row('2024-05', '7', { measure: { code: 'PEOPLE' } })];
  expect(seriesOf(rows, 'HOURS', MONTHS, '合计')).toEqual([]);
});

test('operators go by their short names, districts by their codes', () => {
  const rows = [
    row('2024-05', '1', { operator: { id: 'o', name: '甲社会工作服务中心', shortName: '甲' } }),
    row('2024-05', '1', { district: { code: '440103', name: '荔湾区' } }),
  ];
  expect(seriesOf(rows, 'HOURS', MONTHS, '合计').map(({ name, cell }) => [name, cell])).toEqual([
    ['甲', { operatorId: 'o' }],
    ['荔湾区', { districtCode: '440103' }],
  ]);
});

test('the lines are asked for by month, and compared with the same months of the year before', () => {
  expect(dimensionsOf('TOTAL')).toEqual(['MONTH']);
  expect(dimensionsOf('STATION')).toEqual(['STATION', 'MONTH']);
  expect(yearBefore({ from: '2024-05', to: '2025-04' })).toEqual({ from: '2023-05', to: '2024-04' });
});
